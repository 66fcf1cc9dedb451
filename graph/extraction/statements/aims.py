"""At whom a noun is aimed: who is called a target of attacks, whom an accusation is against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from graph.extraction.annotations import Sense
from graph.extraction.relations import owns, sense
from graph.extraction.statements.doers import doers_of
from graph.extraction.statements.statements import CHARGE, Statement, ends_of, pair_up
from graph.extraction.syntax.arguments import Argument, Arguments
from graph.extraction.syntax.complements import hung_low
from graph.extraction.syntax.phrases import conjuncts, objects_of_preposition
from graph.extraction.syntax.reach import below_prepositions
from graph.extraction.syntax.subjects import subjects
from graph.extraction.syntax.voice import is_passive
from graph.extraction.tokens import children
from graph.extraction.wordlists import words

ACCUSATION = "accusation"  # the rule of what an accusation says
_WORDS = frozenset({"ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
_HIT = Sense("ASSAULT", "hostile", "event", rule="target of fighters")
_AIMED = Sense("RIVALRY", "hostile", "structural", rule="target of somebody")
_CHARGED = Sense("ACCUSE", "hostile", "speech", rule="charge that")


def aimed_at(noun: Token, arguments: Arguments) -> Iterator[Statement]:
    """Who is called the target or victim of others' deeds: "Kuwaiti ships, regular targets of Iranian attacks"."""
    if noun.lemma_ not in ("target", "victim") or noun.dep_ not in ("appos", "attr"):
        return
    hit = subjects(noun.head) if noun.dep_ == "attr" else [noun.head]
    for deed in objects_of_preposition(noun, ("of", "for")):
        if deed.lemma_ in words("forces", "fighters"):  # "a target of Basque militants"
            targets = [t for h in hit for each in conjuncts(h) for t in _hit(each, arguments)]
            yield from (Statement(noun, *ends, _HIT, (), "target of") for ends in ends_of(arguments.of(deed), targets))
            continue
        bodies = arguments.of(deed, products=False) if noun.lemma_ == "target" else []
        for ends in ends_of(bodies, (a for t in hit for each in conjuncts(t) for a in _hit(each, arguments))):
            yield Statement(noun, *ends, _AIMED, (), "target of")
        read = sense(deed, ())
        if read is None or read.polarity != "hostile":
            continue
        doers = [a for a, token in arguments.attributes(deed) if token.i < deed.i]
        doers += [a for t in agents_of(deed, arguments) for a in arguments.of(t, products=False)]
        for ends in ends_of(doers, (a for t in hit for each in conjuncts(t) for a in _hit(each, arguments))):
            yield Statement(deed, *ends, replace(read, symmetric=False), (), "target of")


def charged(noun: Token, arguments: Arguments) -> Iterator[Statement]:
    """Whom an accusation is against by what it says: "Lima's charge that Oslo had lied"."""
    if noun.lemma_ not in words("duty", "charges"):
        return
    accusers = [a for a, token in arguments.attributes(noun) if token.i < noun.i]
    accusers += [a for t in agents_of(noun, arguments) for each in conjuncts(t) for a in arguments.of(each)]
    clauses = [c for c in children(noun) if c.dep_ in ("acl", "ccomp") and any(t.dep_ == "mark" for t in children(c))]
    for clause in clauses if accusers else ():
        doers = objects_of_preposition(clause, ("by",)) if is_passive(clause) else subjects(clause)
        accused = (a for t in doers for each in conjuncts(t) for a in arguments.of(each, products=False))
        for ends in ends_of(accusers, accused):
            yield Statement(noun, *ends, _CHARGED, (), ACCUSATION, factuality="asserted", predicate=noun.lemma_)


def convicted(noun: Token, arguments: Arguments) -> Iterator[Statement]:
    """What somebody is punished for: "Bello's conviction for the murder of Ana Sy" says that he did it."""
    if noun.lemma_ not in words("duty", "punishments"):
        return
    held = [a for a, token in arguments.attributes(noun) if token.dep_ == "poss"]
    held += [a for t in objects_of_preposition(noun, ("of",)) for a in arguments.at(t)]
    deeds = [each for t in objects_of_preposition(noun, ("for", "over")) for each in conjuncts(t)] if held else []
    for deed in deeds:
        read = sense(deed, ())
        if read is None or read.polarity != "hostile":
            continue
        reached = [(a, chain) for a, chain in below_prepositions(deed, arguments) if not owns(deed, chain)]
        for source in held:
            yield from pair_up(deed, source, reached, CHARGE)


def drawn(noun: Token, arguments: Arguments) -> Iterator[Statement]:
    """Who reacts to what somebody does: "Musk's purchase of the paper drew criticism from Greenpeace".

    So do those behind a clause about it: "Chad tested a missile, drawing protests from Niger".
    """
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_ not in words("circumstances", "drawing") or is_passive(verb):
        return
    read = sense(noun, ()) if noun.lemma_ in words("circumstances", "reactions", "outcries") else None
    deeds = [t for t in subjects(verb) if t.tag_ in ("NN", "NNS") and not arguments.directly(t)]
    doers = [a for t in deeds for a, owner in arguments.attributes(t) if owner.dep_ == "poss"]
    doers += [a for t in deeds for agent in objects_of_preposition(t, ("by",)) for a in arguments.of(agent)]
    if verb.tag_ == "VBG" and verb.dep_ == "advcl":
        doers += [a for t in doers_of(verb.head) for a in arguments.of(t)]
    if read is None or not doers:
        return
    reacting = [*objects_of_preposition(noun, ("from",)), *objects_of_preposition(verb, ("from",))]
    sources = (a for t in reacting for each in conjuncts(t) for a in arguments.of(each, products=False))
    for ends in ends_of(sources, doers):
        yield Statement(noun, *ends, read, (), "drawn", predicate=f"{noun.lemma_} of")


def _hit(noun: Token, arguments: Arguments) -> list[Argument]:
    """Who is hit with something: himself, or whose it is ("Kuwaiti ships")."""
    return arguments.of(noun) or [a for a, _ in arguments.attributes(noun)]


def agents_of(noun: Token, arguments: Arguments) -> list[Token]:
    """Who did what a noun says, behind its "by"."""
    own = objects_of_preposition(noun, ("by",)) or _issuers(noun) or _whence_it_came(noun) or _callers(noun)
    return own or [t for p in hung_low(noun, ("by",), arguments.by_head) for t in children(p) if t.dep_ == "pobj"]


def _callers(noun: Token) -> list[Token]:
    """Who calls for something, where the parser hangs that on what is called for: "calls for his release | from"."""
    if noun.lemma_ not in words("duty", "nouns"):
        return []
    return [t for deed in objects_of_preposition(noun, ("for",)) for t in objects_of_preposition(deed, ("from", "by"))]


def _whence_it_came(noun: Token) -> list[Token]:
    """Whose words came: "criticism of Chad came from Norway", "a message of solidarity with miners came from Peru"."""
    top = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    if top.dep_ != "nsubj" or top.head.lemma_ != "come":
        return []
    read = sense(noun, ())
    return objects_of_preposition(top.head, ("from",)) if read is not None and read.relation in _WORDS else []


def _issuers(noun: Token) -> list[Token]:
    """Who made a statement, where the parser hangs that on whom it is about: "remarks about Chad | made by Niger"."""
    if noun.lemma_ not in words("circumstances", "letters", "sent"):
        return []
    about = objects_of_preposition(noun, ("about", "against", "of", "on", "to"))
    clauses = [c for t in about for c in children(t) if c.dep_ == "acl" and c.lemma_ in words("making", "uttering")]
    return [t for clause in clauses for t in objects_of_preposition(clause, ("by",))]
