"""Against whom does somebody strike who only says where they work? "Staff at Helios are on strike"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.extraction.annotations import BODIES, OWNERS_INSIDE, Sense
from graph.extraction.senses.said import kind_of
from graph.extraction.statements.statements import Statement
from graph.extraction.syntax.arguments import Argument, Arguments
from graph.extraction.syntax.phrases import conjuncts, objects_of_preposition
from graph.extraction.tokens import children
from graph.extraction.wordlists import words

_STRIKE = Sense("PROTEST", "hostile", "event", rule="strike at employer")
_EMPLOYERS = BODIES | {"generic"}


def strikes(verb: Token, sources: list[Token], arguments: Arguments) -> Iterator[Statement]:
    """What a verb says of those for whom the strikers work, where it names nobody else.

    Parameters
    ----------
    verb : Token
        The verb of stopping work: to strike, to walk out, to go on strike.
    sources : list of Token
        Who does.
    arguments : Arguments
        The actors of the Doc by their tokens.
    """
    said = _stopping_work(verb)
    for workers in sources if said is not None else ():
        for source in arguments.at(workers):
            if source.form == "generic":
                for target in _employers(workers, source, arguments):
                    yield Statement(verb, source, target, _STRIKE, (), "strike", predicate=said)


def _stopping_work(verb: Token) -> str | None:
    """The words for a strike, or None where a verb tells of none."""
    after = children(verb)
    if any(c.dep_ in ("dative", "nsubjpass", "auxpass") for c in after):
        return None
    things = [c for c in after if c.dep_ == "dobj"]
    if verb.lemma_ in words("striking", "verbs") and not things:
        particle = next((c.lower_ for c in after if c.dep_ in ("prt", "advmod") and c.lower_ == "out"), "")
        walks = verb.lemma_ == "walk"
        return f"{verb.lemma_} {particle}".strip() if bool(particle) == walks else None
    if any(t.lower_ == "strike" for t in objects_of_preposition(verb, ("on",))):
        return f"{verb.lemma_} on strike"
    held = next((t for t in things if t.lemma_ in words("striking", "nouns")), None)
    stops = held is not None and verb.lemma_ in words("striking", "staging")
    return f"{verb.lemma_} {held.lower_}" if stops and held is not None else None


def _employers(workers: Token, source: Argument, arguments: Arguments) -> Iterator[Argument]:
    """For whom these work: "staff at Helios", "Qantas engineers"."""
    doc = workers.doc
    for span in doc.spans.get(OWNERS_INSIDE, ()):
        if source.start <= span.start < source.end:
            yield Argument(span.label_, span.start, span.end, "name")
    for place in objects_of_preposition(workers, ("at", "for")):
        for each in conjuncts(place):
            yield from (a for a in arguments.of(each) if not a.place and kind_of(workers, a) in _EMPLOYERS)
