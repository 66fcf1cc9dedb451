"""What an adverbial says of the clause's subject: "on a visit to Chad", "despite opposition from Chad"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from graph.extraction.cues import cues
from graph.extraction.factuality import factuality
from graph.extraction.relations import sense
from graph.extraction.statements.statements import Statement, ends_of, pair_up
from graph.extraction.syntax.arguments import Argument, Arguments
from graph.extraction.syntax.phrases import conjuncts, is_complex, objects_of_preposition
from graph.extraction.syntax.reach import Chain, below_prepositions, through_preposition
from graph.extraction.syntax.subjects import subjects
from graph.extraction.syntax.voice import is_passive
from graph.extraction.tokens import children
from graph.extraction.wordlists import word_lists, words

_WHEN = frozenset({"after", "at", "before", "during", "following", "in", "on", "with"})
_PURPOSES = frozenset({"after", "during", "following", "for", "in", "on", "under", "with"})


def circumstances(noun: Token, arguments: Arguments) -> Iterator[Statement]:
    """What an event noun behind a preposition says of the subject of the clause it stands in.

    Parameters
    ----------
    noun : Token
        The event noun.
    arguments : Arguments
        The actors of the Doc by their tokens.
    """
    if noun.dep_ != "pobj":
        return
    verb = noun.head.head
    if verb.dep_ in ("nsubj", "nsubjpass") and noun.head.lower_ in ("with", "without"):
        verb = verb.head  # "Lima, | with Costa's support |, won"
    if noun.head.lower_ == "of" and verb.dep_ == "pobj" and verb.lemma_ in words("partitives", "spells"):
        yield from _purpose(noun, verb.head.head, arguments, verb.head.lower_)  # "after a day of talks with Chad"
        return
    if noun.head.lower_ == "of" and verb.dep_ == "pobj" and verb.lemma_ in words("circumstances", "gestures"):
        yield from _shown(noun, verb, arguments)
        return
    if verb.pos_ in ("VERB", "AUX"):
        yield from _of_others(noun, verb, arguments)
        yield from _taking_sides(noun, verb, arguments)
        yield from _of_helped(noun, verb, arguments)
    elif verb.pos_ == "PROPN" and noun.head.lower_ == "at":  # "Ana Lima, long at | odds | with"
        yield from _siding(noun, verb, arguments)
    elif verb.pos_ == "NOUN":
        yield from _siding(noun, verb, arguments)
        above = verb.head.lemma_
        told = above in words("adjuncts", "seeking") or above in cues("attribution")["verb"]
        acted_on = verb.dep_ == "dobj" and (above in words("making", "verbs") or not told)
        if acted_on and noun.head.lower_ == "with":  # "built | a dam with help from Chad"
            yield from _of_others(noun, verb.head, arguments)
    yield from _purpose(noun, verb, arguments, noun.head.lower_)


def undergone_relation(noun: Token) -> str | None:
    """The relation of who has somebody under or in what a noun says, where it stands behind such a preposition."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("under", "in"):
        return None
    return next((r for r, nouns in word_lists(noun.head.lower_).items() if noun.lemma_ in nouns), None)


def _of_others(noun: Token, verb: Token, arguments: Arguments) -> Iterator[Statement]:
    """What others do about what somebody does: "despite opposition from", "with help from"."""
    if not _is_of_others(noun):
        return
    own: list[tuple[Argument, Chain]] = [(a, ()) for a, token in arguments.attributes(noun) if token.i < noun.i]
    behind = [c for c in children(noun) if c.lower_ in ("from", "by", "of", "among")]
    for source, chain in own or [(a, (p,)) for p in behind for a in _after(p, arguments)]:
        read = sense(noun, chain) or sense(noun, ())
        if read is None or read.kind == "role":
            continue
        if noun.head.lower_ == "with":
            read = replace(read, kind="event")  # support that is given is more than words
        for ends in ends_of([source], _acting(verb, arguments)):
            yield Statement(noun, *ends, read, (), "circumstance", predicate=f"{noun.lemma_} to")


def _after(preposition: Token, arguments: Arguments) -> list[Argument]:
    tokens = [t for c in children(preposition) if c.dep_ == "pobj" for t in conjuncts(c)]
    return [a for t in tokens for a in arguments.of(t, products=False)]


def _is_of_others(noun: Token) -> bool:
    """Whether a noun behind its preposition is the act of others than who acts in the clause."""
    preposition, lemma = noun.head.lower_, noun.lemma_.lower()
    if preposition in ("despite", "amid", "amidst"):
        return lemma in words("circumstances", "reactions")
    if preposition in ("after", "following"):  # "resigned after pressure from unions"
        by = any(c.lower_ in ("by", "from") and c.dep_ in ("prep", "agent") for c in children(noun))
        return by and lemma in words("circumstances", "spurs")
    if preposition == "over":  # "built the dam over Egypt's objections"
        return lemma == "objection"
    if preposition in ("with", "without"):
        return lemma in words("adjuncts", "leave")
    return preposition in ("at", "on", "upon") and lemma in words("adjuncts", "wishes") and is_complex(noun.head)


def _acting(verb: Token, arguments: Arguments) -> list[Argument]:
    """Who does what a clause says: its subject; of a passive its agent, else whose thing is its subject."""
    if not is_passive(verb):
        return [a for t in subjects(verb) for a in arguments.of(t)]
    agents = [a for agent in objects_of_preposition(verb, ("by",)) for t in conjuncts(agent) for a in arguments.of(t)]
    return agents or [a for t in subjects(verb) if not arguments.directly(t) for a in arguments.of(t)]


def _shown(noun: Token, gesture: Token, arguments: Arguments) -> Iterator[Statement]:
    """What somebody shows by what he does: "walked out in a show of support for the miners"."""
    verb = gesture.head.head
    if gesture.head.lower_ not in ("as", "in") or verb.pos_ != "VERB" or any(c.dep_ == "poss" for c in children(noun)):
        return
    reached = below_prepositions(noun, arguments)
    for source in _acting(verb, arguments) if reached else ():
        found = (s for s in pair_up(noun, source, reached, "circumstance") if s.sense.kind != "role")
        yield from (replace(s, factuality=factuality(verb)) for s in found)


def _taking_sides(noun: Token, verb: Token, arguments: Arguments) -> Iterator[Statement]:
    """On whose side somebody acts, or with whom: "spoke in defence of Chad", "in coordination with Chad"."""
    if not _takes_side(noun):
        return
    if any(c.dep_ == "poss" for c in children(noun)) or any(c.lower_ in ("among", "between") for c in children(noun)):
        return  # who sows discord in the alliance between Chad and Niger is allied with neither
    reached = below_prepositions(noun, arguments)
    if not reached and noun.i + 1 < len(noun.doc) and noun.nbor().head == verb and noun.nbor().dep_ == "prep":
        reached = list(through_preposition(noun.nbor(), (), arguments))  # "quit in protest | at the ban"
    for source in _acting(verb, arguments) if reached else ():
        yield from (s for s in pair_up(noun, source, reached, "circumstance") if s.sense.kind != "role")


def _takes_side(noun: Token) -> bool:
    """Whether a phrase says for or against whom somebody is: "in support of Chad", "at odds with Chad"."""
    if noun.head.lower_ == "at":
        return noun.lower_ in words("circumstances", "at_odds") and noun.head.head.lemma_ != "be"
    return noun.head.lower_ == "in" and noun.lemma_.lower() in words("circumstances", "sides")


def _of_helped(noun: Token, verb: Token, arguments: Arguments) -> Iterator[Statement]:
    """What those do whom somebody helps in it: "backed the Kurds in attacks on Mosul"."""
    if noun.head.lower_ != "in" or verb.lemma_ not in words("circumstances", "helping") or is_passive(verb):
        return
    helped = [a for c in children(verb) if c.dep_ == "dobj" for t in conjuncts(c) for a in arguments.of(t)]
    reached = [r for r in below_prepositions(noun, arguments) if r[1][0].lower_ in ("against", "at", "on", "with")]
    owned = any(c.dep_ == "poss" and c.tag_ != "PRP$" for c in children(noun))
    for source in helped if reached and not owned else ():
        for statement in pair_up(noun, source, reached, "purpose"):
            if statement.sense.polarity == "hostile":
                yield statement


def _siding(noun: Token, whole: Token, arguments: Arguments) -> Iterator[Statement]:
    """People who are for or against somebody: "a movement in support of Costa"."""
    if not _takes_side(noun):
        return
    reached = below_prepositions(noun, arguments)
    for source in arguments.at(whole) if reached else ():
        yield from (s for s in pair_up(noun, source, reached, "circumstance") if s.sense.kind != "role")


def _purpose(noun: Token, verb: Token, arguments: Arguments, preposition: str) -> Iterator[Statement]:
    """Purposes and feats: "Abiy is in Asmara for talks with Isaias", "began with a victory over Chad"."""
    moving = verb.lemma_ in words("motion", "verbs")
    if noun.lemma_ in words("victories", "meetings") and preposition in _WHEN - {"on"} and not moving:
        yield from _in_passing(noun, verb, arguments, ("with", "to"))
        return
    if noun.lemma_ in words("circumstances", "fights") and preposition in ("in", "during", "after", "following"):
        yield from _in_passing(noun, verb, arguments, ("with", "against"))
        return
    if noun.lemma_ in words("circumstances", "letters") and preposition == "in":
        while verb.dep_ == "xcomp" and verb.tag_ == "VB":  # "urged farmers to pay in a letter to Chad": who urged them
            verb = verb.head
        yield from _in_passing(noun, verb, arguments, ("to",))
        return
    if noun.lemma_ in words("circumstances", "travels") and preposition in _WHEN:
        yield from _in_passing(noun, verb, arguments, ("to", "of"))
        return
    through = moving and noun.lemma_ in words("victories", "meetings") and preposition in ("from", "into")
    if not (preposition in _PURPOSES or through) or (
        preposition == "on" and noun.lemma_ in words("victories", "meetings")
    ):
        return  # "went back on an accord with Chad"
    if preposition in ("with", "after"):
        if verb.pos_ != "VERB" or noun.lemma_ not in words("victories", "nouns"):
            return
        if any(c.dep_ == "poss" for c in children(noun)):
            return
    elif not moving or undergone_relation(noun) is not None:
        return
    reached = below_prepositions(noun, arguments)
    said = factuality(verb) if reached else "asserted"  # who will fly somewhere for talks has not talked yet
    for token in subjects(verb):
        for source in arguments.of(token, products=False):
            found = (s for s in pair_up(noun, source, reached, "purpose") if s.sense.kind != "role")
            yield from found if said == "asserted" else (replace(s, factuality=said) for s in found)


def _in_passing(noun: Token, verb: Token, arguments: Arguments, prepositions: tuple[str, ...]) -> Iterator[Statement]:
    """Talks and travels in an adverbial: who "said after talks with Chad" that something is so has talked with Chad."""
    if verb.pos_ not in ("VERB", "AUX") or is_passive(verb):
        return
    if any(c.dep_ == "poss" and c.ent_type_ not in ("DATE", "TIME") for c in children(noun)):
        return
    if objects_of_preposition(noun, ("by", "between")):
        return  # "in the first visit to Chad by a Malian minister"
    reached = [r for r in below_prepositions(noun, arguments) if r[1][0].lower_ in prepositions]
    if len({chain[0].lower_ for _, chain in reached}) > 1:
        return  # "the visit of Omar Sy to Peru" is his
    for source in (a for t in subjects(verb) for a in arguments.of(t, products=False)) if reached else ():
        yield from pair_up(noun, source, reached, "purpose")
