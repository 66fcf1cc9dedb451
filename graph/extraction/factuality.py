"""Is it said to have happened, not to have happened, or only possible? Negation, modality, condition.

The predicate's own words are read first (not, will, no), then every word that governs it, from the
inside out: "did not refuse to sign" is asserted, "refused to rule out a strike" possible. Which words
do what is data: `data/cues_factuality.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from spacy.tokens import Token

from graph.extraction.cues import cues
from graph.links import Factuality

Effect = Literal["negate", "undo", "possible", "open"]

# What each effect makes of the state reached so far. "denied" is negated by somebody's word alone, so that
# undoing it proves nothing; "open" stays possible under any negation.
_NEXT: dict[str, dict[str, str]] = {
    "negate": {"asserted": "negated", "negated": "asserted", "possible": "negated", "denied": "open", "open": "open"},
    "undo": {"asserted": "denied", "negated": "open", "possible": "denied", "denied": "open", "open": "open"},
    "possible": {"asserted": "possible", "negated": "negated", "possible": "possible", "denied": "denied", "open": "open"},
    "open": dict.fromkeys(("asserted", "negated", "possible", "denied", "open"), "open"),
}  # fmt: skip
_ANSWER: dict[str, Factuality] = {
    "asserted": "asserted", "negated": "negated", "denied": "negated", "possible": "possible", "open": "possible",
}  # fmt: skip
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_OBJECTS = frozenset({"dobj", "attr", "dative", "oprd"})
_VERBAL = frozenset({"VERB", "AUX"})
_LONGEST_CLIMB = 12


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
        state = _NEXT[effect][state]
    return _ANSWER[state]


def _effects(head: Token, climbed: int = 0) -> Iterator[str]:
    """The effects on a predicate, innermost first."""
    if climbed > _LONGEST_CLIMB:
        return
    if head.pos_ in _VERBAL or head.dep_ in ("ROOT", "ccomp", "xcomp", "advcl", "relcl", "pcomp", "aux", "auxpass"):
        yield from _of_clause(head, climbed)
    else:
        yield from _of_nominal(head, climbed)


# ---- clauses


def _of_clause(verb: Token, climbed: int) -> Iterator[str]:
    if verb.dep_ in ("aux", "auxpass"):
        verb = verb.head
    first = _first_conjunct(verb)
    yield from _own(verb, first)
    yield from _governed(verb, first, climbed)


def _own(verb: Token, first: Token) -> Iterator[str]:
    """Modals, negators and quantifiers of the clause itself, modals innermost."""
    modality: list[str] = []
    negation: list[str] = []
    openness: list[str] = []
    for child in _modifiers(verb, first):
        if child.dep_ in ("aux", "auxpass"):
            kind = cues("factuality")["auxiliary"].get(child.lower_, "") if child.tag_ == "MD" else ""
        else:
            kind = _adverb(child)
        {"possible": modality, "negate": negation, "open": openness}.get(kind, []).append(kind)
    if _no_argument(verb, first):
        negation.append("negate")
    yield from modality
    yield from negation[:1]
    yield from openness


def _modifiers(verb: Token, first: Token) -> Iterator[Token]:
    """The auxiliaries and adverbs of a verb, with those of the first conjunct that it shares."""
    wanted = ("aux", "auxpass", "neg", "advmod", "preconj", "cc")
    own = [c for c in verb.children if c.dep_ in wanted and (c.dep_ != "cc" or c.i < verb.i)]
    yield from own
    if first.i != verb.i and _joint(verb) == "nor":
        yield next(c for c in verb.head.children if c.lower_ == "nor")
    if first.i == verb.i or _has_subject(verb) or any(c.dep_ in ("aux", "auxpass") for c in own):
        return
    bare = verb.tag_ == "VB"
    both = bare or (verb.tag_ == first.tag_ and verb.tag_ in ("VBN", "VBG"))
    if not both:
        return
    joint = _joint(verb)
    for child in first.children:
        if child.dep_ in ("aux", "auxpass") and child.i < first.i:
            yield child
        elif (
            child.dep_ in ("neg", "advmod")
            and child.i < first.i
            and joint != "but"
            and (bare or joint in ("or", "nor"))
        ):
            yield child


def _adverb(token: Token) -> str:
    kind = cues("factuality")["adverb"].get(token.lower_, "")
    if token.lower_ in ("longer", "more") and token.i > 0 and token.nbor(-1).lower_ == "no":
        return "negate"
    if token.dep_ == "cc" and token.lower_ != "nor":
        return ""
    if kind == "negate" and token.i + 1 < len(token.doc) and token.nbor().lower_ in cues("factuality")["harmless"]:
        return ""
    return kind


def _no_argument(verb: Token, first: Token) -> bool:
    """Whether the subject, an object or "in no way" denies the clause: "no country has recognised X"."""
    subjects = first if first.i != verb.i and not _has_subject(verb) and _joint(verb) != "but" else verb
    for child in subjects.children:
        if child.dep_ in _SUBJECTS and _is_none(child):
            return True
    for child in verb.children:
        if child.dep_ in _OBJECTS and _is_none(child):
            return True
        if child.dep_ == "prep" and child.lower_ in ("under", "in", "at", "by", "on"):
            for noun in child.children:
                if noun.lemma_.lower() in (
                    "circumstance",
                    "way",
                    "point",
                    "time",
                    "mean",
                    "means",
                    "account",
                ) and _is_none(noun):
                    return True
    return False


def _is_none(noun: Token) -> bool:
    table = cues("factuality")["none"]
    if noun.lower_ in table:
        return True
    return any(c.lower_ in table and c.dep_ in ("det", "preconj", "neg", "cc", "advmod") and c.i < noun.i
               and c.nbor().lower_ not in cues("factuality")["harmless"] for c in noun.children)  # fmt: skip


def _governed(verb: Token, first: Token, climbed: int) -> Iterator[str]:
    """What the words above a clause make of it."""
    yield from _asked(first)
    mark = _mark(verb) or _mark(first)
    governor, dep = first.head, first.dep_
    purpose = _has_to(first)
    if mark == "negate":
        yield "negate"
    elif mark:
        yield mark
    elif dep == "ROOT" or governor.i == first.i:
        if purpose or _imperative(verb, first):
            yield "open"
    elif dep == "xcomp" or (dep in ("ccomp", "advcl") and purpose and _takes(governor)):
        yield from _complement(first, governor, climbed)
    elif dep == "ccomp":
        yield from _that_clause(first, governor)
    elif dep == "advcl":
        yield from _adverbial(first, governor, climbed)
    elif dep in ("acl", "relcl"):
        yield from _of_noun(first, governor, climbed)
    elif dep in ("pcomp", "prep"):
        yield from _after_preposition(governor, climbed)


def _complement(verb: Token, governor: Token, climbed: int) -> Iterator[str]:
    """Infinitives and gerunds: "refused to sign", "is likely to sign", "wants Peru to sign"."""
    kind = _takes(governor)
    if kind == "possible" and _has_subject(verb):
        kind = "open"
    if kind:
        yield kind
    elif governor.lemma_ == "have" and any(c.lower_ == "yet" for c in governor.children):
        yield "negate"
    elif _has_to(verb) and governor.lemma_ == "have" and governor.tag_ in ("VBZ", "VBP", "VB"):
        yield "possible"
    yield from _effects(governor, climbed + 1)


def _takes(governor: Token) -> str:
    """What a verb or an adjective makes of its complement."""
    table = cues("factuality")
    if governor.lemma_ == "be":
        return "possible"
    if governor.lemma_ == "go":
        return "possible" if governor.lower_ == "going" else ""
    if governor.lemma_ == "able" and governor.head.tag_ == "VBD":
        return ""
    if governor.pos_ == "ADJ" or governor.dep_ == "acomp":
        return table["adjective"].get(governor.lower_, "")
    if governor.tag_ == "VBN" and governor.lemma_ in table["passive"]:
        return table["passive"][governor.lemma_]
    return _verb_kind(governor, table["verb"])


def _verb_kind(verb: Token, table: Mapping[str, str]) -> str:
    """The class of a verb, its particle first: "rule out" before "rule"."""
    for child in verb.children:
        if child.dep_ in ("prt", "advmod") and child.i > verb.i:
            kind = table.get(f"{verb.lemma_} {child.lower_}", "")
            if kind:
                return kind
    return table.get(verb.lemma_, "")


def _that_clause(verb: Token, governor: Token) -> Iterator[str]:
    """Finite complements: a negated "believe" negates, a negated "say" leaves it open."""
    kind = _predicated(governor) if governor.lemma_ == "be" else _takes(governor)
    if kind in ("open", "undo"):
        yield kind
    elif kind == "possible":
        yield "open"
    elif verb.tag_ == "VB" and not any(c.dep_ == "aux" for c in verb.children):
        yield "open"  # the subjunctive of a demand: "insisted that Iran withdraw"
    if "negate" in _own(governor, _first_conjunct(governor)):
        raising = cues("factuality")["raising"].get(governor.lemma_, "")
        if raising != "real":
            yield raising or "open"


def _predicated(copula: Token) -> str:
    """What "it is possible that", "the danger is that" make of their clause."""
    for child in copula.children:
        if child.dep_ == "acomp":
            return _takes(child)
        if child.dep_ in ("nsubj", "attr") and child.pos_ == "NOUN":
            return cues("factuality")["noun"].get(child.lemma_, "")
    return ""


def _adverbial(verb: Token, governor: Token, climbed: int) -> Iterator[str]:
    """Purposes are possible; a participle is no more real than its main clause."""
    if _has_to(verb):
        if cues("factuality")["infinitive"].get(governor.lemma_) == "real":
            yield from _effects(governor, climbed + 1)
        else:
            yield "open"
    elif verb.tag_ in ("VBG", "VBN") and not _has_subject(verb) and factuality(governor) == "possible":
        yield "open"


def _of_noun(verb: Token, noun: Token, climbed: int) -> Iterator[str]:
    """Relative clauses and clauses that fill a noun: "the first to recognise", "plan to attack"."""
    table = cues("factuality")
    if _has_to(verb):
        if any(c.lower_ in table["infinitive"] for c in noun.children) or noun.lemma_ in table["infinitive"]:
            return
        yield table["noun"].get(noun.lemma_, "open")
        yield from _effects(noun, climbed + 1)
    elif _mark(verb) == "" and any(c.dep_ == "mark" for c in verb.children):
        kind = table["noun"].get(noun.lemma_, "")
        if kind and any(c.lower_ == "no" for c in noun.children):
            if noun.lemma_ not in table["harmless"]:
                yield "negate"  # no chance that; but "no doubt that" asserts
        elif kind:
            yield "open" if kind == "possible" else kind
        elif factuality(noun) != "asserted":
            yield "open"
    elif _is_none(noun):
        yield "negate"


def _after_preposition(preposition: Token, climbed: int) -> Iterator[str]:
    """Gerunds after a preposition: "without signing", "refrain from signing", "aimed at signing"."""
    kind = _preposition(preposition)
    if kind:
        yield kind
        return
    governor = preposition.head
    kind = _with_preposition(governor, preposition, "verb", "noun", "adjective")
    if kind:
        yield kind
        yield from _effects(governor, climbed + 1)
    elif factuality(governor) == "possible" and governor.pos_ in _VERBAL:
        yield "open"


# ---- nominals


def _of_nominal(noun: Token, climbed: int) -> Iterator[str]:
    first = _first_conjunct(noun)
    if _is_none(noun) or (first.i != noun.i and _is_none(first)):
        yield "negate"
    for child in noun.children:
        if child.dep_ in ("amod", "advmod", "compound"):
            kind = cues("factuality")["modifier"].get(child.lower_, "") or (
                _adverb(child) if child.dep_ == "advmod" else ""
            )
            if kind:
                yield kind
    governor, dep = first.head, first.dep_
    table = cues("factuality")
    if dep in ("attr", "acomp"):
        yield from _without_none(governor, climbed)
    elif dep in ("dobj", "nsubjpass", "oprd"):
        kind = _verb_kind(governor, table["noun_object"])
        yield from _through(noun, governor, kind, climbed)
    elif dep == "nsubj":
        kind = "occur" if _occurs(first, governor) else ""
        yield from _through(noun, governor, kind, climbed)
    elif dep == "pobj":
        yield from _object_of(first, governor, climbed)
    elif dep == "compound" and table["noun"].get(governor.lemma_):
        yield table["noun"][governor.lemma_]
        yield from _effects(governor, climbed + 1)


def _through(noun: Token, governor: Token, kind: str, climbed: int) -> Iterator[str]:
    """Pass on the fate of the verb that makes, wants or denies an event."""
    if kind == "occur":
        yield from _without_none(governor, climbed)
    elif kind and not (
        kind == "negate" and _given(noun) and governor.lemma_ in ("reject", "resist", "refuse", "oppose")
    ):
        yield kind
        yield from _effects(governor, climbed + 1)


def _without_none(verb: Token, climbed: int) -> Iterator[str]:
    """The effects on a verb, the "no" of its arguments left out: the noun has answered for its own."""
    first = _first_conjunct(verb)
    effects = list(_effects(verb, climbed + 1))
    if _no_argument(verb, first) and "negate" in effects:
        effects.remove("negate")
    yield from effects


def _occurs(noun: Token, verb: Token) -> bool:
    if verb.lemma_ == "be":
        return not _given(noun)
    indefinite = noun.tag_ == "NN" and any(c.dep_ == "det" and c.lower_ in ("a", "an", "any") for c in noun.children)
    return indefinite or verb.lemma_ in cues("factuality")["noun_subject"]


def _given(noun: Token) -> bool:
    """Whether the noun presents its event as known: the, this, Russia's."""
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these", "those"))
               for c in noun.children)  # fmt: skip


def _object_of(noun: Token, preposition: Token, climbed: int) -> Iterator[str]:
    kind = _preposition(preposition)
    if kind:
        yield kind
        return
    governor = preposition.head
    kind = _with_preposition(governor, preposition, "noun_object", "noun", "adjective")
    if kind == "occur" and governor.pos_ == "NOUN":
        yield from _of_nominal(governor, climbed + 1)
    else:
        yield from _through(noun, governor, kind, climbed)


# ---- small questions


def _preposition(preposition: Token) -> str:
    """What "without", "instead of", "in case of" make of what follows."""
    table = cues("factuality")
    kind = table["preposition"].get(preposition.lower_, "")
    if not kind and preposition.i > 0:
        kind = table["phrase"].get(f"{preposition.nbor(-1).lower_} {preposition.lower_}", "")
    return kind


def _with_preposition(governor: Token, preposition: Token, verb: str, noun: str, adjective: str) -> str:
    table = cues("factuality")
    if governor.pos_ in _VERBAL:
        return table[verb].get(f"{governor.lemma_} {preposition.lower_}", "")
    if governor.pos_ == "ADJ":
        return table[adjective].get(governor.lower_, "")
    if governor.pos_ in ("NOUN", "PROPN") and preposition.lower_ in ("of", "for", "to", "about", "on", "against", "in"):
        return table[noun].get(governor.lemma_, "")
    if governor.dep_ in ("advmod", "prep") and governor.head.pos_ in _VERBAL:  # stop short of
        return table[verb].get(f"{governor.head.lemma_} {governor.lower_}", "")
    return ""


def _mark(verb: Token) -> str:
    """What the conjunction before a clause makes of it."""
    table = cues("factuality")
    for child in verb.children:
        if child.dep_ in ("mark", "prep") and child.i < verb.i:
            if child.i > 0 and f"{child.nbor(-1).lower_} {child.lower_}" in table["phrase"]:
                return table["phrase"][f"{child.nbor(-1).lower_} {child.lower_}"]
            if child.dep_ == "mark" and child.lower_ in table["mark"]:
                return _of_mark(verb, child)
    return ""


def _of_mark(verb: Token, mark: Token) -> str:
    past = verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in verb.children if c.dep_ in ("aux", "auxpass"))
    if mark.lower_ in ("once", "until", "till", "whenever") and past:
        return ""
    if mark.lower_ == "if" and mark.i > 0 and mark.nbor(-1).lower_ == "as":
        return "open"
    return cues("factuality")["mark"][mark.lower_]


def _asked(verb: Token) -> Iterator[str]:
    """A main clause before a question mark is asked, unless why or when takes it for granted."""
    if verb.dep_ not in ("ROOT", "ccomp"):
        return
    if any(c.dep_ == "advmod" and c.lower_ in ("why", "when", "how") for c in verb.children):
        return
    end = verb.right_edge.i
    for token in verb.doc[end : min(end + 3, len(verb.doc))]:
        if token.text == "?":
            yield "open"
            return
        if token.text in (".", "!") or token.text.isalpha() and token.i > end:
            return


def _imperative(verb: Token, first: Token) -> bool:
    return verb.tag_ == "VB" and not _has_subject(first) and not any(
        c.dep_ in ("aux", "auxpass") and c.lemma_ != "do" for c in first.children)  # fmt: skip


def _first_conjunct(token: Token) -> Token:
    """The token that stands for a chain of conjuncts in the tree; a finite verb never shares an infinitive's place."""
    while token.dep_ == "conj":
        earlier = token.head
        if _finite(token) and not _finite(earlier) and earlier.pos_ in _VERBAL and earlier.dep_ == "xcomp":
            earlier = earlier.head
        token = earlier
    return token


def _finite(verb: Token) -> bool:
    return verb.tag_ in ("VBD", "VBZ", "VBP") or any(c.tag_ in ("MD", "VBD", "VBZ", "VBP") for c in verb.children
                                                      if c.dep_ in ("aux", "auxpass"))  # fmt: skip


def _joint(verb: Token) -> str:
    """The conjunction that ties a verb to the conjunct before it; "but" also for a comma and "and"."""
    for child in verb.head.children:
        if child.dep_ == "cc" and verb.head.i < child.i < verb.i:
            return child.lower_
    return ""


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in _SUBJECTS for c in verb.children)


def _has_to(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)


def maker(noun: Token) -> Token | None:
    """The verb that makes or wants the event of a noun, and so shares its time: "hold talks", "talks began"."""
    first = _first_conjunct(noun)
    table = cues("factuality")
    governor, dep = first.head, first.dep_
    if dep in ("dobj", "nsubjpass"):
        return governor if _verb_kind(governor, table["noun_object"]) else None
    if dep == "nsubj":
        return governor if _occurs(first, governor) else None
    if dep == "pobj" and governor.head.pos_ in _VERBAL:
        kind = _with_preposition(governor.head, governor, "noun_object", "noun", "adjective")
        return governor.head if kind else None
    return None
