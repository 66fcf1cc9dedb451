"""Whose is it? What grammar alone says about a possessive, and what an object cannot mean."""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.anaphora.antecedents import PLURAL, Antecedents
from graph.extraction.anaphora.named import Candidate, lists
from graph.extraction.syntax.phrases import objects_of_preposition
from graph.extraction.syntax.subjects import subjects
from graph.extraction.tokens import children
from graph.extraction.wordlists import words

_SPURRED = frozenset({"after", "as", "because", "once", "since", "when"})


def owner_in_clause(word: Token, known: Antecedents) -> str | None:
    """Who "its" or "their" belongs to inside its own clause, where grammar alone says so."""
    noun = word.head
    if noun.dep_ == "conj":  # "Chad's involvement in Darfur and its alliance with Niger"
        owners = [a.actor for c in children(noun.head) if c.dep_ == "poss" for a in known.arguments.at(c)]
        owners = owners or [a.actor for a in known.arguments.at(noun.head) if word.lower_ == "its"]
        if owners:
            return owners[0]  # "the government and its contractor"
    judged = judged_before(noun, word, known) or _sided_with(noun, word, known) or _doer_of_deed(noun, word, known)
    if judged is not None:
        return judged
    if in_adjunct(word):
        return None
    holders = [a for s in subjects(clause_of(noun)) if s.i < word.i for a in known.arguments.of(s, products=False)]
    names = list(dict.fromkeys(a.actor for a in holders))
    if word.lower_ == "its":
        several = any(known.doc[a.end - 1].tag_ == "NNS" for a in holders)
        names = [n for n in names if known.kind(n) != "person" and not several]
    elif len(names) == 1 and known.kind(names[0]) in ("person", "country"):
        return None
    elif len(names) == 1 and known.kind(names[0]) == "generic":
        doer = known.doc[holders[0].end - 1]
        if doer.tag_ == "NN" and doer.lemma_.lower() not in lists()["many"]["nouns"]:
            return None
    return names[0] if len(names) == 1 else None


def clause_of(token: Token) -> Token:
    """The verb of the clause that a word stands in."""
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token


def _sided_with(noun: Token, word: Token, known: Antecedents) -> str | None:
    """The one who is helped or found right in a quarrel: "ruled in favour of Niger in its dispute with Chad"."""
    verb = clause_of(noun)
    inside = noun.dep_ == "pobj" and noun.head.lower_ in ("in", "over")
    quarrel = inside and noun.lemma_ in words("reciprocal", "quarrels")
    if not quarrel or verb.lemma_ not in lists()["judging"]["siding"]:
        return None
    between = (t for t in verb.subtree if verb.i < t.i < word.i and t.dep_ in ("dobj", "pobj"))
    others = list(dict.fromkeys(a.actor for t in between for a in known.arguments.at(t)))
    return others[0] if len(others) == 1 and known.kind(others[0]) != "person" else None


def _doer_of_deed(noun: Token, word: Token, known: Antecedents) -> str | None:
    """The one who does what is told by a noun: "an appeal by the club against its ban"."""
    deed = noun.head.head
    if word.lower_ != "its" or noun.dep_ != "pobj" or noun.head.lower_ != "against":
        return None
    deed = deed.head.head if deed.dep_ == "pobj" and deed.head.lower_ == "by" else deed  # hung on the doer
    if deed.pos_ != "NOUN":
        return None
    doers = [*(c for c in children(deed) if c.dep_ == "poss"), *objects_of_preposition(deed, ("by",))]
    names = list(dict.fromkeys(a.actor for t in doers if t.i < word.i for a in known.arguments.at(t)))
    return names[0] if len(names) == 1 and known.kind(names[0]) != "person" else None


def judged_before(noun: Token, word: Token, known: Antecedents) -> str | None:
    """The one judged: "criticised Chad for its raids", "sanctions on Chad for its raids"."""
    preposition, governor = noun.head, noun.head.head
    if noun.dep_ != "pobj" or preposition.lower_ not in ("for", "over") or governor.pos_ not in ("NOUN", "VERB"):
        return None
    named = [
        a.actor
        for child in children(governor)
        if child.i < word.i and child.dep_ in ("dobj", "prep", "dative")
        for t in child.subtree
        if governor.i < t.i < word.i
        for a in known.arguments.at(t)
        if a.form != "demonym"
    ]
    return named[-1] if named else None


def in_adjunct(word: Token) -> bool:
    """Whether a possessive stands in an adverbial of the clause: "after its invasion", "despite its promises"."""
    preposition = word.head.head
    return (
        word.dep_ == "poss"
        and word.head.dep_ == "pobj"
        and preposition.lower_ in words("adjuncts", "prepositions")
        and preposition.i > preposition.head.i
    )


def is_harmed(word: Token) -> bool:
    """Whether a possessive is on what the clause's subject attacks, and so not its own: "shelled its border post"."""
    noun = word.head
    if word.dep_ != "poss" or noun.dep_ not in ("dobj", "pobj"):
        return False
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("at", "on") else noun.head
    if verb.lower_ == "fire" and verb.dep_ == "dobj":
        verb = verb.head  # "opened fire on its positions"
    fired = verb.lemma_ == "open" and any(c.lower_ == "fire" for c in children(verb))
    harmed = lists()["harmed"]
    if verb.lemma_ in harmed["entering"] and noun.lemma_ in harmed["entered"]:
        return True
    if not (fired or verb.lemma_ in harmed["verbs"]) or any(c.lower_ == "own" for c in children(noun)):
        return False
    held = (words("places", "parts"), words("transfer", "instruments"), harmed["nouns"])
    return any(noun.lemma_ in nouns for nouns in held)


def whose_is_harmed(word: Token, known: Antecedents) -> tuple[str, ...]:
    """Whose it is that others attack: the one who says so, where the clause is reported."""
    clause = word.head
    while clause.pos_ != "VERB" and clause.head != clause:
        clause = clause.head
    above = clause.head.head if clause.dep_ == "pcomp" else clause.head  # "accused Togo of shelling its embassy"
    because = clause.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in _SPURRED for c in children(clause))
    spurred = because and above.pos_ == "VERB"  # "scrambled jets after bombers had entered its airspace"
    told = clause.dep_ in ("ccomp", "pcomp") and above.lemma_ in (*lists()["reporting"]["verbs"], "accuse")
    if not (spurred or told):
        return ()
    names = {a.actor for s in subjects(above) for a in known.arguments.of(s)}
    return tuple(names) if len(names) == 1 else ()


def not_behind_things(word: Token, here: list[Candidate], known: Antecedents) -> list[Candidate]:
    """The candidates that an object can mean: none that only classifies, nor, where it is judged, one before a thing.

    In "Rossi denies the claims and refutes them" the claims are refuted.
    """
    if word.dep_ not in ("dobj", "pobj"):
        return here
    here = [c for c in here if c.token.dep_ not in ("compound", "amod", "nmod")]
    if word.dep_ == "pobj" or word.head.lemma_ not in lists()["judging"]["verbs"]:
        return here
    return [c for c in here if not _thing_between(c.token, word, known)]


def _thing_between(name: Token, word: Token, known: Antecedents) -> bool:
    """Whether somebody else's thing that the pronoun can mean is subject or object between a name and it."""
    tag = "NNS" if word.lower_ in PLURAL else "NN"
    return any(
        t.tag_ == tag
        and t.dep_ in ("nsubj", "nsubjpass", "dobj")
        and t.head != name.head
        and not known.arguments.by_head.get(t.i)
        for t in (*name.ancestors, *known.doc[name.i + 1 : word.i])
        if t.i < word.i
    )


def fronted_subject(word: Token) -> Token | None:
    """The subject of the main clause behind a pronoun: "in its report, the panel", "after he left, Rossi"."""
    root = word.sent.root
    front = next((c for c in children(root) if c.dep_ in ("prep", "advcl") and c.is_ancestor(word)), None)
    own = [c for c in children(root) if c.dep_ in ("nsubj", "nsubjpass")]
    if front is None or len(own) != 1 or front.right_edge.i > own[0].i:
        return None
    return own[0] if own[0].tag_ in ("NN", "NNS", "NNP", "NNPS") else None
