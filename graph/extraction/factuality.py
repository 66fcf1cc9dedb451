"""Is it said to have happened, not to have happened, or only possible?

The predicate's own words are read first (`modality`: not, will, no), then each word that governs it
(`governors`: refuse to, call for), from the inside out: "did not refuse to sign" is asserted, "refused to
rule out a strike" possible.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.extraction.cues import cues
from graph.extraction.senses.contrasts import is_denied, is_meant_instead
from graph.extraction.senses.governors import (
    effect_on_noun,
    fills,
    of_complement,
    of_gerund,
    of_predicated_clause,
    of_refuted_claim,
    preposition_effect,
)
from graph.extraction.senses.modality import (
    VERBAL,
    clause_effects,
    first_conjunct,
    has_subject,
    has_to,
    introduction_of,
    is_asked,
    is_imperative,
    is_none,
    noun_effects,
)
from graph.extraction.syntax.entrusted import falling, left_to
from graph.extraction.syntax.gaps import is_sentence_of_its_own, takes_up
from graph.extraction.syntax.gatherings import is_said_by
from graph.extraction.syntax.misplaced import charge_above, joined_higher
from graph.extraction.syntax.subjects import resumed_speech
from graph.extraction.syntax.voice import is_had_done
from graph.extraction.tokens import children
from graph.extraction.wordlists import words
from graph.links import Factuality

# What each effect makes of the state reached so far. "denied" is negated by somebody's word alone, so that
# undoing it proves nothing; "ended" is what was and is no more, so that it still is where its end is not real;
# "open" stays possible under any negation.
_NEXT: dict[str, dict[str, str]] = {
    "negate": {
        "asserted": "negated",
        "negated": "asserted",
        "ended": "asserted",
        "possible": "negated",
        "denied": "open",
    },
    "undo": {"asserted": "denied", "negated": "open", "ended": "asserted", "possible": "denied", "denied": "open"},
    "end": {"asserted": "ended", "negated": "asserted"},
    "possible": {"asserted": "possible", "ended": "asserted"},
    "open": {"asserted": "open", "negated": "open", "ended": "asserted", "possible": "open", "denied": "open"},
    "occur": {},
}
_ANSWERS: dict[str, Factuality] = {"denied": "negated", "ended": "negated", "open": "possible", "asserted": "asserted",
                                   "negated": "negated", "possible": "possible"}  # fmt: skip
_CLAUSES = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "relcl", "pcomp"})
_LONGEST_CLIMB = 12
_ASKING = frozenset({"how", "when", "where", "whether"})

Step = tuple[list[str], Token | None]  # the effects, and the word to go on from
_TOP: Step = ([], None)


def factuality(head: Token) -> Factuality:
    """Whether what a predicate says is asserted, negated or possible.

    Parameters
    ----------
    head : Token
        The token that heads the predicate: a verb, an event noun, a predicative noun or adjective.

    Returns
    -------
    {"asserted", "negated", "possible"}

    Notes
    -----
    Negation and modality belong to their own conjunct. A noun shares the fate of the verb that
    creates, demands or denies its event ("hold talks", "call for talks"), not of one that only
    mentions it: "did not condemn Russia's invasion" leaves the invasion asserted.
    """
    state = "asserted"
    for effect in _effects(head):
        state = _NEXT[effect].get(state, state)
    return _ANSWERS[state]


def in_contrast(said: Factuality, target: Token) -> Factuality:
    """What a predicate says of one target that is set against another: "surrendered to elders, not to Keita".

    Parameters
    ----------
    said : {"asserted", "negated", "possible"}
        What it says for itself.
    target : Token
    """
    if said == "negated":
        return "asserted" if is_meant_instead(target) else said
    return "negated" if is_denied(target) else said


def _effects(head: Token) -> Iterator[str]:
    """The effects on a predicate, innermost first."""
    node: Token | None = head.head if head.dep_ in ("aux", "auxpass") else head
    below: Token | None = None
    for _ in range(_LONGEST_CLIMB):
        if node is None:
            return
        if node.pos_ in VERBAL or node.dep_ in _CLAUSES:
            yield from clause_effects(node, below)
            effects, above = _above_clause(node)
            below = None
        else:
            yield from noun_effects(node)
            effects, above = _above_noun(node)
            below = first_conjunct(node)
        yield from effects
        node = above


def _above_clause(verb: Token) -> Step:
    """What introduces and governs a clause makes of it."""
    if (higher := resumed_speech(verb) or joined_higher(verb)) is not None:
        return _above_clause(higher)
    first = first_conjunct(verb)
    if any(c.lower_ == "whereupon" for c in children(verb)):
        return _TOP  # it is told, whatever the clause before says
    asked = ["open"] if is_asked(first) or _is_manner_sought(first) else []
    introduction = introduction_of(verb) or introduction_of(first)
    if introduction:
        return [*asked, introduction], None
    effects, above = _by_place(verb, first)
    return [*asked, *effects], above


def _is_manner_sought(verb: Token) -> bool:
    """Whether an infinitive only asks how, where or whether to do it: "disagree about how to arm rebels"."""
    return has_to(verb) and any(c.lower_ in _ASKING and c.i < verb.i for c in children(verb))


def _by_place(verb: Token, first: Token) -> Step:
    governor, dep = first.head, first.dep_
    if left_to(first) and (fallen := falling(first)) is not None:
        return (["open"], None) if fallen.lemma_ == "be" else ([], fallen)
    if dep == "compound" and (charge := charge_above(verb)) is not None:
        return _after_preposition(charge)
    if dep == "ROOT":
        return (["open"], None) if has_to(first) or is_imperative(verb) else _TOP
    real = dep == "ccomp" and cues("factuality")["infinitive"].get(governor.lemma_) == "real"  # "will help Chad to"
    to_do = dep in ("ccomp", "advcl") and has_to(first) and (real or of_complement(governor))
    if dep == "xcomp" or to_do or is_had_done(first):
        return _complement(first, governor)
    if dep == "ccomp" and (is_sentence_of_its_own(first, governor) or takes_up(governor)):
        return _TOP
    bare = first.tag_ == "VB" and not has_to(first)
    if dep == "ccomp" and bare and governor.lemma_ in words("control", "witnessing"):
        # "Saw Chad attack Niger", "claims to have seen it"; but "wants to see Chad attack Niger" is a wish
        wished = has_to(governor) and not any(c.lemma_ == "have" and c.dep_ == "aux" for c in children(governor))
        return ["open"] if wished else [], governor
    if dep == "ccomp":
        return _that_clause(first, governor)
    if dep == "advcl":
        return _adverbial(first, governor)
    if dep in ("acl", "relcl"):
        return _in_noun(first, governor)
    if dep in ("pcomp", "prep"):
        return _after_preposition(governor)
    return _TOP


def _complement(verb: Token, governor: Token) -> Step:
    """Infinitives and gerunds: "refused to sign", "is likely to sign", "wants Peru to sign"."""
    kind = of_complement(governor)
    if has_to(verb) and (is_said_by(governor, verb) or _is_voted(governor, verb)):
        return [], governor
    if kind == "negate" and has_to(verb) and governor.lemma_ in words("control", "hindering"):
        return ["possible"], governor
    if kind == "end" and governor.lemma_ == "stop" and has_to(verb):
        return _TOP  # stopped to greet, and did
    if kind == "possible" and has_subject(verb):
        kind = "open"  # not wanting Peru to sign says nothing about Peru
    if not kind and has_to(verb):
        kind = _of_infinitive(governor)
    return ([kind] if kind else []), governor


def _is_voted(governor: Token, verb: Token) -> bool:
    """Whether the vote is the deed: who votes to condemn somebody does, who votes to send troops has sent none."""
    return governor.lemma_ == "vote" and verb.lemma_ in words("control", "voted")


def _of_infinitive(governor: Token) -> str:
    """What "has yet to", "has to" and a mere purpose make of an infinitive."""
    if governor.lemma_ == "have":
        if any(c.lower_ == "yet" for c in children(governor)):
            return "negate"
        told = governor.dep_ == "ccomp" and governor.head.tag_ == "VBD"  # "said Chad had to leave"
        return "possible" if governor.tag_ != "VBD" or told else ""
    real = governor.lemma_ in cues("factuality")["infinitive"]
    return "open" if not real and any(c.dep_ == "dobj" for c in children(governor)) else ""


def _that_clause(verb: Token, governor: Token) -> Step:
    """Finite complements: a negated "believe" negates, a negated "say" leaves open, nobody "doubts" asserts."""
    if _is_taken_for_granted(verb, governor):
        return _TOP
    negated = "negate" in clause_effects(governor)
    if negated and governor.lemma_ in cues("factuality")["harmless"]:
        return _TOP
    kind = of_predicated_clause(governor) if governor.lemma_ == "be" else of_complement(governor)
    subjunctive = verb.tag_ == "VB" and not any(c.dep_ == "aux" for c in children(verb))
    if governor.lemma_ in cues("factuality")["saying"] and not subjunctive:
        kind = ""
    effects = []
    if kind in ("open", "undo") or (kind == "negate" and governor.lemma_ == "be"):
        effects.append(kind)
    elif kind == "possible" or subjunctive:
        effects.append("open")  # hoped that; or the subjunctive of "insisted that Iran withdraw"
    if negated:
        true = any(c.dep_ == "acomp" and c.lower_ == "true" for c in children(governor))
        raising = "negate" if true else cues("factuality")["raising"].get(governor.lemma_, "open")
        if raising != "real":
            effects.append(raising)
    return effects, None


def _is_taken_for_granted(verb: Token, governor: Token) -> bool:
    """Whether a clause is no claim: "asked why Chad had left", "it was not Chad but Mali that left"."""
    if any(c.dep_ == "advmod" and c.lower_ in ("why", "how", "when") for c in children(verb)):
        return True
    attributes = {c.pos_ for c in children(governor) if c.dep_ == "attr"}
    return governor.lemma_ == "be" and "PROPN" in attributes


def _adverbial(verb: Token, governor: Token) -> Step:
    """Purposes are possible; a participle is no more real than its main clause."""
    if has_to(verb) and verb.left_edge.lower_ == "only":
        return _TOP  # "sacked them, only to be told to take them back"
    if has_to(verb):
        real = cues("factuality")["infinitive"].get(governor.lemma_) == "real" or is_said_by(governor, verb)
        return ([], governor) if real else (["open"], None)
    participle = verb.tag_ in ("VBG", "VBN") and not has_subject(verb)
    return (["open"], None) if participle and factuality(governor) == "possible" else _TOP


def _in_noun(verb: Token, noun: Token) -> Step:
    """Relative clauses, and clauses that fill a noun: "the first to recognise", "the plan to attack"."""
    table = cues("factuality")
    if refuted := of_refuted_claim(noun):
        return [refuted], None
    if has_to(verb) and noun.dep_ == "dobj" and is_said_by(noun.head, verb):
        return [], noun.head  # "started a hunger strike to protest"
    if has_to(verb):
        told = {noun.lemma_, *(c.lower_ for c in children(noun) if c.i < noun.i)}
        if not told & table["infinitive"].keys():
            return [table["noun"].get(noun.lemma_, "open")], noun
        if noun.dep_ != "dobj":
            return _TOP
        if noun.lemma_ in words("answered", "offers") and noun.head.lemma_ in words("control", "rejecting"):
            return ["open"], None  # "rejected a bid to join"
        effects, above = _above_noun(noun)
        return effects, above or noun.head  # "did not do enough to prevent", "abandoned attempts to reach"
    if verb.dep_ in ("acl", "relcl") and fills(verb, noun):
        return _claimed(noun), None  # "any suggestion (that) Chad is arming rebels"
    return (["negate"], None) if is_none(noun) else _TOP


def _claimed(noun: Token) -> list[str]:
    """The effect of a noun on its that-clause: "the fear that", "no evidence that"; "no doubt that" has none."""
    kind = cues("factuality")["noun"].get(noun.lemma_, "")
    if any(c.lower_ == "no" for c in children(noun)):
        if noun.lemma_ in cues("factuality")["harmless"]:
            return []
        return ["negate"] if kind else ["open"]
    if kind:
        return ["open" if kind == "possible" else kind]
    return ["open"] if factuality(noun) != "asserted" else []


def _after_preposition(preposition: Token) -> Step:
    """Gerunds: "without signing", "refrain from signing", "aimed at signing"."""
    kind = preposition_effect(preposition)
    if kind:
        return [kind], None
    governor = preposition.head
    kind = of_gerund(preposition)
    if kind:
        return [kind], governor
    return (["open"], None) if governor.pos_ in VERBAL and factuality(governor) == "possible" else _TOP


def _above_noun(noun: Token) -> Step:
    """What governs an event noun makes of it."""
    first = first_conjunct(noun)
    if first.dep_ == "pobj":
        kind = preposition_effect(first.head)
        if kind:
            return [kind], None
        if (shown := _shown(first.head)) is not None:
            return _claimed(shown), None  # "no sign of talks", as "no sign that they talked"
        if _is_feared(first.head):
            return ["open"], None
    kind, governor = effect_on_noun(noun)
    return ([kind], governor) if kind else _TOP


def _is_feared(preposition: Token) -> bool:
    """Whether what follows "of" is only feared or talked of, where the verb stands between: "fears grow of a war"."""
    above = preposition.head
    nouns = [c.lemma_ for c in children(above) if c.dep_ in ("nsubj", "nsubjpass")] if above.pos_ in VERBAL else []
    return preposition.lower_ == "of" and any(cues("factuality")["noun"].get(n) in ("open", "possible") for n in nouns)


def _shown(preposition: Token) -> Token | None:
    """The noun that shows what follows "of": "evidence of links", "no evidence was found of links"."""
    above = preposition.head
    nouns = [c for c in children(above) if c.dep_ == "nsubjpass"] if above.pos_ in VERBAL else [above]
    shows = preposition.lower_ in ("of", "for")
    return next((n for n in nouns if shows and n.lemma_ in cues("factuality")["evidence"]), None)
