"""Who is reported to say something of themselves: whom does "it" mean in "the ministry said it would appeal"?"""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.antecedents import NEUTER, PERSONAL, PLURAL, Antecedents, lists
from graph.extraction.arguments import Argument
from graph.extraction.candidates import words as actor_words
from graph.extraction.neuter import NO_THING, is_dummy
from graph.extraction.subjects import is_introduced, subjects


def claimants(word: Token, known: Antecedents) -> tuple[str, ...]:
    """Whoever is reported to say something of themselves: "the ministry said it would appeal"."""
    if word.dep_ not in ("nsubj", "nsubjpass") or word.i in known.quoted or is_dummy(word):
        return ()
    clause = word.head
    while clause.dep_ in ("conj", "xcomp"):
        clause = clause.head
    if clause.dep_ != "ccomp" or clause.head.lemma_ not in lists()["reporting"]["verbs"] or clause.head.i > word.i:
        return ()
    heads = subjects(clause.head)
    heads = [s for s in heads if not is_introduced(s, heads[0])]
    speakers = [a for s in heads for a in known.arguments.of(s) if a.start < word.i]
    plural = len(speakers) > 1 or any(known.doc[a.end - 1].tag_ in ("NNS", "NNPS") for a in speakers)
    people = all(known.kind(a.actor) in ("person", "generic") for a in speakers)
    human = people and all(_is_human(known, a) for a in speakers)
    agrees = {True: human and not plural, False: not plural and bool(speakers) and not human}
    fits = (plural or not human) if word.lower_ in PLURAL else agrees[word.lower_ in PERSONAL]
    if human and not plural and word.lower_ in NEUTER:
        return _spoken_for(subjects(clause.head), known)
    return tuple(dict.fromkeys(a.actor for a in speakers)) if fits else ()


def _spoken_for(speakers: list[Token], known: Antecedents) -> tuple[str, ...]:
    """Whose the speaker is: in "Chad's president says it will act" it is Chad."""
    owners = dict.fromkeys(a.actor for s in speakers for a in known.arguments.owners(s))
    if not owners:
        entries = [(known.doc._.actors or {}).get(a.actor) for s in speakers for a in known.arguments.of(s)]
        owners = dict.fromkeys(entry.country for entry in entries if entry is not None and entry.country)
    fit = [name for name in owners if known.kind(name) not in NO_THING]
    return tuple(fit) if len(fit) == 1 else ()


def _is_human(known: Antecedents, named: Argument) -> bool:
    """Whether a person is named, or a generic noun for people: "a spokeswoman" is no "it"."""
    if known.kind(named.actor) == "person":
        return True
    return named.form == "generic" and known.doc[named.end - 1].lemma_.lower() in actor_words("generic", "people")
