"""What is read out of a text, by which rule, and from which parse."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from graph.extraction.pipeline import blank
from graph.links import Document, Link


@dataclass(frozen=True, slots=True)
class NamedWords:
    """Words and the actor they stand for; `how` is name, demonym, metonym, generic or refers back."""

    words: str
    actor: str
    kind: str
    how: str


@dataclass(frozen=True, slots=True)
class ParsedWord:
    """One token of the parse: its part of speech, its syntactic relation and the word it depends on."""

    word: str
    lemma: str
    part_of_speech: str
    dependency: str
    depends_on: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """The links of a text, unsure ones last, the actors they were read between, and the parse they were read from."""

    text: str
    links: tuple[Link, ...]
    actors: tuple[NamedWords, ...]
    parse: tuple[ParsedWord, ...]


def explain(text: str, pipeline: Language, *, date: str | None = None) -> Explanation:
    """Read a text and show the working.

    Parameters
    ----------
    text : str
    pipeline : spacy.Language
        From `load_pipeline`.
    date : str, optional
        ISO date that time expressions count from.
    """
    doc = pipeline(blank(pipeline, Document(id="text", text=text, date=date)))
    return Explanation(text, (*doc._.links, *doc._.hints), tuple(_named(doc)), tuple(_parse(doc)))


def _named(doc: Doc) -> list[NamedWords]:
    kinds = {name: entry.kind for name, entry in doc._.actors.items()}
    found = [(m.start, doc[m.start : m.end].text, m.actor, m.form) for m in doc._.actor_mentions]
    found += [(i, doc[i].text, name, "refers back") for i, names in doc._.references.items() for name in names]
    return [NamedWords(words, actor, kinds.get(actor, ""), how) for _, words, actor, how in sorted(found)]


def _parse(doc: Doc) -> list[ParsedWord]:
    return [ParsedWord(t.text, t.lemma_, t.tag_, t.dep_, t.head.text) for t in doc if not t.is_space]
