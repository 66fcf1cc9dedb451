"""What does a governing word make of what it governs: refuse to, plan to, call for, the threat of?

Answers come from `data/cues_factuality.toml`; "" where the governor has nothing to say.
"""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from graph.extraction.cues import cues
from graph.extraction.senses.modality import VERBAL, first_conjunct, has_subject
from graph.extraction.tokens import children

_FILLING = frozenset({"of", "for", "to", "about", "on", "against", "in"})
_CONTESTING = frozenset({"appeal", "case", "petition", "plea"})  # with "against", of what has been done
_WHOLE = frozenset({"acomp", "attr", "auxpass", "dobj"})  # what a clause has that lacks nothing
_PREDICATED = frozenset({"acomp", "attr", "oprd", "xcomp", "prep", "amod", "pobj", "ccomp"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def of_complement(governor: Token) -> str:
    """What a verb or an adjective makes of its infinitive, gerund or clause.

    "refuse" negates, "plan" makes possible, "ask" leaves open.
    """
    table = cues("factuality")
    if governor.lemma_ == "be":
        return "possible"
    if governor.lemma_ == "go":
        return "possible" if governor.lower_ == "going" else ""
    if governor.lemma_ == "able" and governor.head.tag_ == "VBD":
        return ""  # was able to, and did
    if governor.pos_ == "ADJ" or governor.dep_ == "acomp":
        return table["adjective"].get(governor.lower_, "")
    if governor.tag_ == "VBN" and governor.lemma_ in table["passive"]:
        return table["passive"][governor.lemma_]
    return _with_particle(governor, table["verb"])


def of_predicated_clause(copula: Token) -> str:
    """What "it is possible that", "the danger is that" make of their clause."""
    for child in children(copula):
        if child.dep_ == "acomp":
            return of_complement(child)
        if child.dep_ in ("nsubj", "attr") and child.pos_ == "NOUN":
            return cues("factuality")["noun"].get(child.lemma_, "")
    return ""


def fills(clause: Token, noun: Token) -> bool:
    """Whether a clause is what a noun says: "the claim that Chad left", "rumours | Chad had left"; no "claims it made".

    Parameters
    ----------
    clause : Token
        The verb of a clause that hangs on the noun.
    noun : Token
    """
    if any(c.dep_ == "mark" for c in children(clause)):
        return True
    held = {c.dep_ for c in children(clause)}
    finite = clause.tag_ in ("VBD", "VBP", "VBZ", "VBG") or not held.isdisjoint(("aux", "auxpass"))
    told = finite and has_subject(clause) and noun.lemma_ in cues("factuality")["claim"]
    lacking = any(c.tag_ in ("WDT", "WP") or c.lower_ == "that" for c in children(clause))
    return told and not lacking and (clause.dep_ == "acl" or not held.isdisjoint(_WHOLE))


def of_refuted_claim(noun: Token) -> str:
    """What is found of the claim that a clause fills: "the claim that ... was found untrue", "false claims that"."""
    words = cues("factuality")["refuted"]
    if noun.lemma_ not in cues("factuality")["claim"]:
        return ""
    if any(words.get(c.lemma_.lower()) == "said" for c in children(noun) if c.dep_ == "amod"):
        return "negate"
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass") and not (noun.dep_ == "dobj" and words.get(verb.lemma_) == "done"):
        return ""
    found, open_yet = [], [verb]
    while open_yet:
        word = open_yet.pop()
        found.append(word)
        open_yet += [c for c in children(word) if c.dep_ in _PREDICATED and c.i > verb.i]
    if any(c.dep_ == "neg" for word in found for c in children(word)):
        return ""
    said = any(words.get(word.lemma_.lower()) == "said" for word in found)
    done = words.get(verb.lemma_) == "done" and noun.dep_ != "nsubj"
    return "negate" if said or done else ""


def of_gerund(preposition: Token) -> str:
    """What the word before a preposition makes of a gerund: refrain from, aim at, the idea of."""
    return _with_preposition(preposition, "verb")


def preposition_effect(preposition: Token) -> str:
    """What without, "instead of", "in case of" make of what follows."""
    table = cues("factuality")
    kind = table["preposition"].get(preposition.lower_, "")
    if kind and _counterfactual(preposition.head):  # "without its help it would have lost": there was help
        return ""
    if not kind and preposition.i > 0:
        kind = table["phrase"].get(f"{preposition.nbor(-1).lower_} {preposition.lower_}", "")
    return kind


def _counterfactual(verb: Token) -> bool:
    auxiliaries = {c.lower_ for c in children(verb) if c.dep_ == "aux"}
    return "have" in auxiliaries and bool(auxiliaries & {"would", "could", "might"})


def effect_on_noun(noun: Token) -> tuple[str, Token | None]:
    """The effect on an event noun, and the word that has it.

    Returns
    -------
    (effect, governor)
        "occur" where the event is as real as its governor: "hold talks", "talks began", "a round of talks".
        ("", None) where the governor only mentions the event: "condemned the invasion".
    """
    table = cues("factuality")
    first = first_conjunct(noun)
    governor, dep = first.head, first.dep_
    kind = ""
    if dep in ("attr", "acomp"):
        kind = "occur"
    elif dep in ("dobj", "nsubjpass", "oprd"):
        kind = _with_particle(governor, table["noun_object"])
        if kind == "negate" and governor.lemma_ in table["known"] and (_is_given(noun) or noun.lemma_ in table["noun"]):
            kind = ""  # "rejected the truce", "rejected calls for talks": there was one, there were some
        if kind == "occur" and governor.lemma_ == "join" and _is_of_others(noun):
            kind = ""  # "refused to join European sanctions": there are some
    elif dep == "nsubj":
        kind = _predicated_adjective(governor) or ("occur" if _occurs(first, governor) else "")
    elif dep == "pobj":
        kind = _with_preposition(governor, "noun_object")
        if kind and table["known"].get(governor.head.lemma_) == "worry" and _is_given(noun):
            kind = ""  # "concern about the fighting"
        if governor.lower_ == "as" and governor.head.pos_ in VERBAL:
            kind = "occur"
        governor = governor.head
    elif dep == "compound":
        kind = table["noun"].get(governor.lemma_, "")
    return (kind, governor) if kind else ("", None)


def _with_particle(verb: Token, table: Mapping[str, str]) -> str:
    """The class of a verb, its particle first: "rule out" before "rule"."""
    for child in children(verb):
        if child.dep_ in ("prt", "advmod") and child.i > verb.i and f"{verb.lemma_} {child.lower_}" in table:
            return table[f"{verb.lemma_} {child.lower_}"]
    return table.get(verb.lemma_, "")


def _with_preposition(preposition: Token, verbs: str) -> str:
    """The class of verb + preposition, of a noun, or of an adjective; `verbs` names the table of the verbs."""
    table = cues("factuality")
    governor = preposition.head
    if governor.pos_ in VERBAL:
        return table[verbs].get(f"{governor.lemma_} {preposition.lower_}", "")
    if governor.pos_ == "ADJ":
        return table["adjective"].get(governor.lower_, "")
    if governor.pos_ in ("NOUN", "PROPN"):
        fills = preposition.lower_ in _FILLING and governor.lemma_ != "time"  # "at a time of tense relations"
        fills &= preposition.lower_ != "against" or governor.lemma_ not in _CONTESTING
        return table["noun"].get(governor.lemma_, "") if fills else ""
    if governor.head.pos_ in VERBAL:  # stop short of
        return table[verbs].get(f"{governor.head.lemma_} {governor.lower_}", "")
    return ""


def _occurs(noun: Token, verb: Token) -> bool:
    """Whether a subject is as real as its clause: "talks will begin", "a war could harm", "there is no war"."""
    if verb.lemma_ == "be":
        return not _is_given(noun)
    indefinite = noun.tag_ == "NN" and any(c.dep_ == "det" and c.lower_ in ("a", "an", "any") for c in children(noun))
    return indefinite or verb.lemma_ in cues("factuality")["noun_subject"]


def _predicated_adjective(copula: Token) -> str:
    """What "a war is likely" makes of its subject."""
    if copula.lemma_ != "be":
        return ""
    adjectives = (c.lower_ for c in children(copula) if c.dep_ == "acomp")
    return next((kind for a in adjectives if (kind := cues("factuality")["modifier"].get(a, ""))), "")


def _is_of_others(noun: Token) -> bool:
    """Whether a noun tells whose deed it is: "EU sanctions", "American strikes"."""
    return any(c.dep_ in ("amod", "compound", "poss") and c.ent_type_ in ("GPE", "NORP", "ORG") for c in children(noun))


def _is_given(noun: Token) -> bool:
    """Whether the noun presents its event as known: the, this, Russia's."""
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in _DEFINITE) for c in children(noun))
