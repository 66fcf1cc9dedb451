"""Loads the model, adds our components in order, and streams documents through them.

Each component is registered where it is defined; importing this module registers them all, so that any spaCy
pipeline can add them by name.
"""

from __future__ import annotations

import contextlib
import itertools
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from graph.errors import WhowhomError
from graph.extraction import DEFAULT_MODEL, attribution, coreference, headlines, linking, times, tree  # noqa: F401
from graph.extraction import actors as _actors  # noqa: F401
from graph.extraction.annotations import ActorEntry
from graph.extraction.model.speed import quicken
from graph.extraction.text import plain_marks
from graph.extraction.wordlists import read_data
from graph.links import Actor, Document, Extraction, actor_id
from graph.selection import SURE

BATCH_SIZE = 32
_KEPT_WORDS = 30_000  # a few megabytes
# One word each, whatever the tokenizer makes of the hyphen: their second half means something else.
HYPHENATED = ("cease-fire", "cease-fires", "co-operative", "Co-operative", "co-operatives", "Co-operatives",
              "stand-off", "stand-offs", "co-operate", "co-operated", "co-operates", "co-operating", "co-operation",
              "co-ordinate", "co-ordinated", "co-ordinates", "co-ordinating", "co-ordination",
              "passer-by", "passers-by", "Passers-by")  # fmt: skip
# In this order: each reads what those before it wrote. `whowhom_paragraphs` runs before the parser.
COMPONENTS = (
    "whowhom_headlines",
    "whowhom_actors",
    "whowhom_tree",
    "whowhom_attribution",
    "whowhom_times",
    "whowhom_coreference",
    "whowhom_links",
)


def load_pipeline(model: str = DEFAULT_MODEL, *, actors: str | Path | None = None) -> Language:
    """The spaCy pipeline that reads links.

    Parameters
    ----------
    model : str
        An installed spaCy pipeline with a tagger, a parser, a lemmatizer and a named entity recognizer.
    actors : path, optional
        A TOML file that adds, merges, splits or renames actors over the built-in gazetteer.

    Raises
    ------
    WhowhomError
        If the model is not installed, or the actors file is broken.
    """
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            nlp = spacy.load(model)
        except OSError as error:
            raise WhowhomError(f"no spaCy pipeline named {model!r} is installed: pip install one, "
                               f"or leave out --model for {DEFAULT_MODEL}") from error  # fmt: skip
    tokenizer: Any = nlp.tokenizer
    if hasattr(tokenizer, "add_special_case"):  # a tokenizer of the user's own may have none
        for word in HYPHENATED:
            tokenizer.add_special_case(word, [{"ORTH": word}])
        suffixes = [*(nlp.Defaults.suffixes or ()), r"(?<=[a-z][A-Z])\."]  # "met SpaceX." ends a sentence
        tokenizer.suffix_search = spacy.util.compile_suffix_regex(suffixes).search
    mend_lemmas(nlp)
    mend_parts(nlp)
    quicken(nlp)
    nlp.add_pipe("whowhom_paragraphs", first=True)
    for name in COMPONENTS:
        config = {"gazetteer": str(actors)} if name == "whowhom_actors" and actors else {}
        nlp.add_pipe(name, config=config)
    return nlp


def mend_lemmas(nlp: Language) -> None:
    """Teach a rule lemmatizer the words of data/lemmas.toml; other lemmatizers are left alone."""
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None) if nlp.has_pipe("lemmatizer") else None
    if lookups is None or not lookups.has_table("lemma_exc"):
        return
    exceptions = lookups.get_table("lemma_exc")["verb"]
    known = lookups.get_table("lemma_index")["verb"]
    table = read_data("lemmas")
    lookups.get_table("lemma_exc")["noun"].update({many: [one] for many, one in table["plurals"].items()})
    for verb in table["doubled"]:
        exceptions.update({f"{verb}{verb[-1]}{ending}": [verb] for ending in ("ed", "ing")})
    for verb in table["plain"]:
        exceptions.update({f"{verb}{ending}": [verb] for ending in ("ed", "ing")})
    for verb in table["hyphened"]:
        stem = verb.removesuffix("e")
        exceptions.update({form: [verb] for form in (f"{verb}s", f"{stem}ed", f"{stem}ing")})
    for verb in table["verbs"]:
        exceptions.update({form: [verb] for form in (f"{verb}s", f"{verb}d", f"{verb[:-1]}ing")})
        if verb[:-1] in known:  # what an ending leaves of the form would be found first
            known.remove(verb[:-1])


def mend_parts(nlp: Language) -> None:
    """Tell the attribute ruler that "upon", and "to" before a relative pronoun, are prepositions like any other."""
    ruler = nlp.get_pipe("attribute_ruler") if nlp.has_pipe("attribute_ruler") else None
    if isinstance(ruler, AttributeRuler):
        ruler.add([[{"TAG": "TO", "DEP": "prep"}], [{"LOWER": "upon"}]], {"POS": "ADP"})


def extract(
    documents: Iterable[Document],
    pipeline: Language | None = None,
    *,
    batch_size: int = BATCH_SIZE,
    min_confidence: float = SURE,
) -> Iterator[Extraction]:
    """Read links out of documents, in order, as a stream, in this process; `build` takes several.

    Parameters
    ----------
    documents : iterable of Document
    pipeline : spacy.Language, optional
        From `load_pipeline`; loaded on first use otherwise.
    batch_size : int
        Documents a batch.
    min_confidence : float
        Only links this sure; 0 lets hints in (see `graph.extraction.statements.loose`).

    Yields
    ------
    Extraction
        One a document, with its actors and links.
    """
    nlp = load_pipeline() if pipeline is None else pipeline
    rest = iter(documents)
    while batch := list(itertools.islice(rest, batch_size)):
        yield from _read(nlp, batch, min_confidence)


def _read(nlp: Language, batch: list[Document], min_confidence: float) -> list[Extraction]:
    """Read a batch; the words that spaCy met in it are forgotten, or its memory would grow with every new name.

    Those it met first are kept, since most words of any text are the same few.
    """
    zone = getattr(nlp, "memory_zone", contextlib.nullcontext)  # spaCy 3.8
    kept = [blank(nlp, document) for document in batch] if len(nlp.vocab) < _KEPT_WORDS else None
    with zone():
        docs = kept or [blank(nlp, document) for document in batch]
        for _, component in nlp.pipeline:
            docs = _with(component, docs)
        return [read_off(doc, document, min_confidence) for doc, document in zip(docs, batch, strict=True)]


def _with(component: Any, docs: list[Doc]) -> list[Doc]:
    """A batch behind one more component.

    `nlp.pipe` takes document by document through all of ours; one component after the other, whose words and code are
    at the processor's hand, takes a tenth less.
    """
    if hasattr(component, "pipe"):
        return list(component.pipe(docs, batch_size=len(docs)))
    return [component(doc) for doc in docs]


def read_off(doc: Doc, document: Document, min_confidence: float) -> Extraction:
    """The actors and links that the components left on a processed Doc, hints below a confidence left out."""
    entries: dict[str, ActorEntry] = doc._.actors or {}
    actors = tuple(
        Actor(actor_id(e.name), e.name, e.kind, e.country, dict(e.aliases), dict(e.why)) for e in entries.values()
    )
    found = sorted([*(doc._.links or ()), *(doc._.hints or ())], key=lambda link: link.start)
    return Extraction(document, actors, tuple(link for link in found if link.confidence >= min_confidence))


def blank(nlp: Language, document: Document) -> Doc:
    """A tokenised Doc that knows its document, ready for `nlp`; the marks are plain, the offsets the same."""
    doc = nlp.make_doc(plain_marks(document.text))
    doc._.document = document
    return doc
