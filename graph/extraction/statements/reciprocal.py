"""What holds both ways between several: "A and B met", "the histories of A and B are intertwined"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from graph.extraction.annotations import Sense
from graph.extraction.naming.generics import is_plain_plural
from graph.extraction.relations import operators, sense
from graph.extraction.senses.surroundings import counts
from graph.extraction.statements.statements import Statement, both_ways, pair_up
from graph.extraction.syntax.arguments import Argument, Arguments
from graph.extraction.syntax.phrases import conjuncts, is_each_other, objects_of_preposition
from graph.extraction.syntax.reach import below_verb
from graph.extraction.syntax.subjects import is_introduced, objects
from graph.extraction.syntax.voice import is_passive
from graph.extraction.tokens import children
from graph.extraction.wordlists import words

_JOINT = Sense("COOPERATE", "cooperative", "event", symmetric=True, rule="do together")
_TALK = Sense("CONSULT", "cooperative", "event", symmetric=True, rule="talk with each other")


def reciprocal(verb: Token, together: list[Token], arguments: Arguments) -> Iterator[Statement]:
    """Predicates that hold both ways: "A and B met", "the histories of A and B are intertwined".

    Parameters
    ----------
    verb : Token
    together : list of Token
        The heads of the words for those between whom it holds.
    arguments : Arguments
        The actors of the Doc by their tokens.
    """
    together = [t for t in together if not is_introduced(t, together[0])]
    members = [a for t in together for a in arguments.of(t, products=False)]
    if len(members) < 2 and len(together) == 1 and (together[0].tag_ == "NNS" or is_plain_plural(together[0])):
        for_others = not members or _act_for_others(together[0])
        members = (arguments.owners(together[0]) or _spoken_for(together[0], arguments)) if for_others else members
    joint = next((t for t in objects(verb) if any(c.lower_ == "joint" for c in children(t))), None)
    if len({a.actor for a in members}) < 2 or (joint is None and _with_whom(verb, arguments)):
        return
    if verb.lemma_ == "agree" and _agree_on_others(verb, members, arguments):
        return
    mutual = _each_other(verb)
    if mutual is not None:
        read = sense(verb, mutual)
        if read is not None:
            yield from both_ways(verb, members, replace(read, symmetric=True), mutual, "each other")
        return
    how = {c.lower_ for c in children(verb)}
    if "jointly" in how or ("together" in how and verb.lemma_ not in words("reciprocal", "summed")):
        yield from both_ways(verb, members, _JOINT, (), "together")
        return
    read = _TALK if verb.lemma_ in words("reciprocal", "talk") else None
    if verb.lemma_ in words("reciprocal", "verbs") and not _is_against_a_thing(verb):
        read = sense(verb, ())
    if read is not None:
        yield from both_ways(verb, members, replace(read, symmetric=True), (), "reciprocal")
        return
    shared = [] if verb.lemma_ in words("reciprocal", "by_each") else shared_nouns(verb)
    trading = verb.lemma_ in words("reciprocal", "trading")
    for chain in (*shared, ()) if verb.lemma_ == "reach" else ((), *shared):
        read = sense(verb, chain)
        if chain and (read is None or read.rule == verb.lemma_):
            made = next(operators(verb, chain), None)  # "reached agreement" says more than "reached"
            read = (sense(chain[-1], ()) if made is not None else None) or read
        if read is not None and not chain and not _may_be_mutual(verb, read):
            continue
        if chain and (_speak_for_states(members, chain[-1], arguments) or _is_between(members, chain[-1], arguments)):
            continue
        if chain and read is not None and read.polarity == "hostile" and is_passive(verb):
            read = sense(chain[-1], ())  # "their talks have been restricted": nobody restricts nobody
        if read is not None and (read.symmetric or chain or trading) and read.relation != "REQUEST":  # they ask others
            yield from both_ways(verb, members, replace(read, symmetric=True), chain, "reciprocal")
            return
    if joint is not None and not objects_of_preposition(verb, ("with",)):  # "opened a joint office"
        particles = [c.lower_ for c in children(verb) if c.dep_ == "prt"]
        said = " ".join((verb.lemma_, *particles, "joint", joint.lemma_))
        yield from (replace(s, predicate=said) for s in both_ways(verb, members, _JOINT, (), "together"))


def _is_against_a_thing(verb: Token) -> bool:
    """Whether several fight something, not each other: "fought the request", but "fought a war"."""
    things = [c for c in children(verb) if c.dep_ == "dobj" and c.pos_ == "NOUN"]
    reads = [sense(thing, ()) for thing in things]
    return any(read is not None and not read.symmetric and read.relation != "ASSAULT" for read in reads)


def _speak_for_states(members: list[Argument], noun: Token, arguments: Arguments) -> bool:
    """Whether two persons foster what their countries have: "the presidents discussed fostering a partnership"."""
    return noun.lemma_ in words("relations", "nouns") and all(arguments.is_person(a) for a in members)


def _is_between(hosts: list[Argument], noun: Token, arguments: Arguments) -> bool:
    """Whether what several only host is between others: "Norway and Qatar hosted talks between Togo and Mali"."""
    between = objects_of_preposition(noun, ("between", "among"))
    sides = {a.actor for t in between for each in conjuncts(t) for a in arguments.of(each, products=False)}
    return bool(sides) and sides.isdisjoint(a.actor for a in hosts)


def _spoken_for(people: Token, arguments: Arguments) -> list[Argument]:
    """For whom people act: "negotiators for Ford and the union"."""
    named = objects_of_preposition(people, ("for",)) if _act_for_others(people) else []
    return [a for t in named for each in conjuncts(t) for a in arguments.of(each, products=False)]


def _act_for_others(people: Token) -> bool:
    """Whether people act for those they are from: "ministers from Chad and Mali"; students do not."""
    # At the start of a sentence the tagger sees a name, whose lemma keeps the plural.
    forms = {people.lemma_.lower(), people.lower_.removesuffix("s")}
    return not forms.isdisjoint(words("stand_ins", "people", "proxies"))


def _may_be_mutual(verb: Token, read: Sense) -> bool:
    """Whether a verb that asks for "with" holds both ways without it: two who operate do so apart."""
    if verb.lemma_ == "attend" and any(objects_of_preposition(t, ("of",)) for t in objects(verb)):
        return False  # "attended a meeting of the council"
    if read.rule in ("sit down with", "do business with"):
        return False
    return read.rule != f"{verb.lemma_} with" or verb.lemma_ in words("reciprocal", "alone")


def _agree_on_others(verb: Token, members: list[Argument], arguments: Arguments) -> bool:
    """Whether several are willing to do something to others, which each may be alone: "agreed to send aid to Mali"."""
    names = {a.actor for a in members}
    acts = [c for c in children(verb) if c.dep_ == "xcomp"]
    found = [s for act in acts for s in pair_up(act, members[0], below_verb(act, arguments), "agreed")]
    return any(not {s.source.actor, s.target.actor} <= names for s in found)


def _each_other(verb: Token) -> tuple[Token, ...] | None:
    """The way to "each other" or "one another", where the verb has it as object."""
    for child in children(verb):
        chain = () if child.dep_ == "dobj" else (child,)
        for token in (child,) if child.dep_ == "dobj" else children(child) if child.dep_ == "prep" else ():
            if is_each_other(token):
                return chain
    return None


def shared_nouns(verb: Token) -> list[tuple[Token, ...]]:
    """What a plural subject may share: "signed a treaty", "agreed on a truce", "the pact was signed by"."""
    own = [(c,) for c in children(verb) if c.dep_ in ("dobj", "nsubjpass")]
    own += [(t,) for (c,) in own if counts(c) for t in objects_of_preposition(c, ("of",))]  # "a round of drills"
    own += [(verb.head,)] if verb.dep_ == "acl" and is_passive(verb) else []  # "a treaty signed by Chad and Niger"
    after = [(c, g) for c in children(verb) if c.dep_ == "prep" and c.lower_ in ("on", "to", "in") for g in children(c)]
    return [
        chain
        for chain in (*own, *after)
        if chain[-1].lemma_.lower() in words("reciprocal", "shared") and not _is_of_others(chain[-1])
    ]


def _is_of_others(noun: Token) -> bool:
    """Whether what is shared is their countries', not their own: "presidents ... ties between their countries"."""
    between = objects_of_preposition(noun, ("between", "of"))
    return any(c.dep_ == "poss" and c.lower_ == "their" for t in between for c in children(t))


def _with_whom(verb: Token, arguments: Arguments) -> list[Argument]:
    """The partner that is named apart, so that the subject's members are not each other's."""
    joined = any(c.dep_ == "dobj" and c.lemma_ == "force" for c in children(verb))  # "joined forces against the union"
    ways = ("with", "alongside", "beside", "to") if joined else ("with", "against", "alongside", "beside", "to")
    partners = objects_of_preposition(verb, ways)
    partners += [t for c in children(verb) if c.dep_ == "dobj" for t in objects_of_preposition(c, ("with",))]
    ties = [c for c in children(verb) if c.dep_ == "dobj" and c.lemma_ in words("relations", "nouns")]
    partners += [t for c in ties for t in objects_of_preposition(c, ("to",))]  # "both have close ties to NATO"
    given = is_passive(verb) or verb.lemma_ in words("reciprocal", "trading")  # "exchanged ambassadors"
    named = [c for c in children(verb) if c.dep_ == "dobj" and not given]
    return [a for t in (*partners, *named) for a in arguments.directly(t)]
