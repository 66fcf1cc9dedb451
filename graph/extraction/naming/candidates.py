"""Which spans of a document may name an actor, and how to choose among overlapping ones."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from graph.extraction.naming.gazetteer import Reading

_TEXTS = "whowhom texts of spans"


# Last token of each known form of a document -> its first token and its reading.
Known = dict[int, tuple[int, Reading]]


class Candidate(NamedTuple):
    """Tokens [start, end) that may name an actor; `name` is None until the document has been read whole.

    `rank` breaks ties between spans of one length: the lower wins. `head` is the token syntax attaches,
    where it is not the root of the span.
    """

    start: int
    end: int
    kind: str
    name: str | None = None
    form: str = "name"
    place: bool = False
    why: str = "name"
    country: str | None = None
    rank: int = 5
    head: int | None = None


def choose(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that stand: longest first, then by rank; spans that overlap a chosen one fall.

    Candidates on exactly the same span of one rank all stand: "Russian and Israeli militaries" is two actors.
    """
    chosen: list[Candidate] = []
    taken: dict[int, Candidate] = {}
    for new in sorted(candidates, key=lambda c: (c.start - c.end, c.rank, c.start, c.name or "")):
        holders = {id(taken[i]): taken[i] for i in range(new.start, new.end) if i in taken}
        same = [h for h in holders.values() if (h.start, h.end, h.rank) == (new.start, new.end, new.rank)]
        if holders and not (len(holders) == len(same) and same[0].rank == new.rank and same[0].name != new.name):
            continue
        chosen.append(new)
        taken.update({i: new for i in range(new.start, new.end) if i not in taken})
    return sorted(chosen, key=lambda c: (c.start, c.end))


def is_coined(token: Token) -> bool:
    """Whether a word is none in small letters, so that it can only be a name: "Helvion", "Raila".

    A model without vectors knows no words, and cannot tell.
    """
    return token.vocab.vectors_length > 0 and token.vocab[token.lower_].is_oov


def is_capital(token: Token) -> bool:
    """Whether the token starts like a name.

    Camel case counts ("iPhone" does not).
    """
    return token.text[:1].isupper()


def shouting(sentence: Span) -> bool:
    """Whether a sentence is set in capitals, so that capitals tell nothing."""
    letters = [t.text for t in sentence if t.is_alpha and len(t) > 1]
    return len(letters) >= 4 and all(t.isupper() for t in letters)


def is_headline(sentence: Span) -> bool:
    """Whether a sentence is a headline With Its Words in Capitals."""
    content = [t for t in sentence if t.is_alpha and t.pos_ in ("NOUN", "VERB", "ADJ", "ADV", "PROPN")]
    return len(content) >= 4 and sum(is_capital(t) for t in content) >= 0.9 * len(content)


def text_of(doc: Doc, start: int, end: int) -> str:
    """The words of a span on one line."""
    if end == start + 1:
        return doc[start].text.strip()
    known: dict[tuple[int, int], str] = doc.user_data.setdefault(_TEXTS, {})
    if (start, end) not in known:
        known[start, end] = " ".join(doc[start:end].text.split())
    return known[start, end]
