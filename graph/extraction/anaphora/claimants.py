"""Who is reported to say something of themselves: whom does "it" mean in "the ministry said it would appeal"?"""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Token

from graph.extraction.anaphora.antecedents import FEMALE, NEUTER, PERSONAL, PLURAL, Antecedents
from graph.extraction.anaphora.named import lists
from graph.extraction.anaphora.neuter import NO_THING, is_dummy
from graph.extraction.naming.persons import is_human
from graph.extraction.syntax.arguments import Argument
from graph.extraction.syntax.phrases import objects_of_preposition
from graph.extraction.syntax.subjects import is_introduced, objects, subjects
from graph.extraction.tokens import children, having
from graph.extraction.wordlists import actor_words

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OPEN_QUESTIONS = frozenset({"whether", "if", "how", "why", "what", "when", "where"})


def claimants(word: Token, known: Antecedents) -> tuple[str, ...] | None:
    """Whoever is reported to say, or is asked, something of themselves; None where the words do not tell.

    Parameters
    ----------
    word : Token
        A pronoun of the third person.
    known : Antecedents
    """
    if word.dep_ not in _SUBJECTS or word.i in known.quoted or is_dummy(word):
        return None
    clause = word.head
    while clause.dep_ in ("conj", "xcomp"):
        clause = clause.head
    if clause.dep_ != "ccomp" or clause.head.i > word.i:
        return None
    verb = clause.head
    if verb.lemma_ in lists()["reporting"]["asking"] and {c.lower_ for c in children(clause)} & _OPEN_QUESTIONS:
        heads = objects(verb)  # "asked officials whether they had"
    elif verb.lemma_ in lists()["reporting"]["verbs"]:
        heads = subjects(verb)
    else:
        return None
    return _of_themselves(word, [s for s in heads if not is_introduced(s, heads[0])], known)


def _of_themselves(word: Token, heads: list[Token], known: Antecedents) -> tuple[str, ...] | None:
    """Those who speak, where the pronoun agrees with them; nobody, where it does and they are no actor."""
    speakers = [a for s in heads for a in known.arguments.of(s) if a.start < word.i]
    if not speakers:
        agree = {"NNP": PERSONAL, "NNS": PLURAL, "NNPS": PLURAL}
        return () if len(heads) == 1 and word.lower_ in agree.get(heads[0].tag_, ()) else None
    others = {"it": PLURAL, "they": NEUTER}  # "it said they had fled"
    if any(word.lower_ in others.get(s.lower_, ()) for s in heads):
        return None
    plural = len(speakers) > 1 or any(known.doc[a.end - 1].tag_ in ("NNS", "NNPS") for a in speakers)
    people = all(known.kind(a.actor) in ("person", "generic") for a in speakers)
    human = people and all(_is_human(known, a) for a in speakers)
    if human and not plural and word.lower_ in PERSONAL:
        return _whose_speaker(word, heads, speakers[0].actor, known)
    if human and not plural and word.lower_ in NEUTER:
        return _spoken_for(heads, known) or None
    fits = (plural or not human) if word.lower_ in PLURAL else word.lower_ in NEUTER and not plural and not human
    return tuple(dict.fromkeys(a.actor for a in speakers)) if fits else None


def _whose_speaker(word: Token, heads: list[Token], speaker: str, known: Antecedents) -> tuple[str, ...] | None:
    """Who speaks, or for whom: "Rossi's lawyer said he was free" leaves open which of them is."""
    female = word.lower_ in FEMALE
    other = lists()["gender"]["male" if female else "female"]
    speakers = [speaker] if not any(s.lemma_.lower() in other for s in heads) else []  # "a spokeswoman said he"
    behind = [t for s in heads for t in objects_of_preposition(s, ("for", "of"))]
    owners = {a.actor for s in heads for c in children(s) if c.dep_ == "poss" for a in known.arguments.at(c)}
    owners |= {a.actor for t in behind if is_human(t) for a in known.arguments.at(t)}
    fit = [
        name
        for name in (*speakers, *owners)
        if known.kind(name) in ("person", "generic")
        and known.female.get(name, known.described.get(name, female)) == female
    ]
    if len(fit) > 1:
        return ()
    return tuple(fit) or None


def women_and_men(known: Antecedents) -> dict[str, bool]:
    """Those who speak of themselves as "she" (True) or "he" somewhere, as most of these pronouns have it."""
    votes: Counter[str] = Counter()
    for token in having(known.doc, "TAG", ("PRP",)):
        if token.lower_ in PERSONAL and len(found := claimants(token, known) or ()) == 1:
            votes[found[0]] += 1 if token.lower_ in FEMALE else -1
    return {
        name: count > 0
        for name, count in votes.items()
        if count and known.kind(name) == "person" and name not in known.described
    }


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
