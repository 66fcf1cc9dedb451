"""What do the words of a clause, or around a noun, say about its being real: not, never, will, no, if, "?"?

Effects are named as in `data/cues_factuality.toml`: negate, undo, possible, open. What governs a clause
from outside (refuse to, said that) is the business of `factuality`.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.extraction.cues import cues
from graph.extraction.senses.contrasts import denies_only_next
from graph.extraction.tokens import children, lower_words

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
VERBAL = frozenset({"VERB", "AUX"})
_OBJECTS = frozenset({"dobj", "attr", "dative", "oprd"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_ADVERBS = frozenset({"neg", "advmod", "preconj"})
_QUANTIFIERS = frozenset({"det", "preconj", "neg", "cc", "advmod"})
_EXCLUDING = frozenset({"nor", "than"})
_INVERTED = frozenset({"had", "should", "were"})
_TERMINALS = frozenset({".", "!", "?"})


# ---- the words of a clause


def clause_effects(verb: Token, below: Token | None = None) -> list[str]:
    """The effects of a clause's own words, modals innermost.

    Parameters
    ----------
    verb : Token
        The head of the clause.
    below : Token, optional
        An argument that has answered for its own "no" already.

    Returns
    -------
    list of str
    """
    first = first_conjunct(verb)
    found: dict[str, list[str]] = {"possible": [], "negate": [], "open": []}
    for word in _modifiers(verb, first):
        kind = _modal(word) if word.dep_ in _AUXILIARIES else adverb_effect(word)
        if kind:
            found[kind].append(kind)
    if _no_argument(verb, first, below):
        found["negate"].append("negate")
    return [*found["possible"], *found["negate"][:1], *found["open"]]


def _modal(auxiliary: Token) -> str:
    return cues("factuality")["auxiliary"].get(auxiliary.lower_, "") if auxiliary.tag_ == "MD" else ""


def _modifiers(verb: Token, first: Token) -> Iterator[Token]:
    """The auxiliaries and adverbs of a verb, with those of the first conjunct that it shares.

    "Did not attack or threaten" shares them; "has not blacklisted, and welcomed" does not.
    """
    own = [c for c in children(verb) if c.dep_ in _AUXILIARIES | _ADVERBS or (c.dep_ == "cc" and c.i < verb.i)]
    own = [c for c in own if not denies_only_next(c)]
    yield from own
    if first.i == verb.i:
        return
    joint = joining_word(verb)
    if joint in _EXCLUDING:
        yield next(c for c in children(verb.head) if c.lower_ == joint)
    if has_subject(verb) or any(c.dep_ in _AUXILIARIES for c in own):
        return
    bare = verb.tag_ == "VB"
    if not bare and (verb.tag_ != first.tag_ or verb.tag_ not in ("VBN", "VBG")):
        return
    shares_negation = joint in ("or", "nor") or (bare and joint != "but")
    for child in children(first):
        if child.i < first.i and (child.dep_ in _AUXILIARIES or (shares_negation and child.dep_ in ("neg", "advmod"))):
            yield child


def adverb_effect(token: Token) -> str:
    """The effect of an adverb or a negator; none for "not only", "no doubt"."""
    table = cues("factuality")
    if token.dep_ == "cc" and token.lower_ not in _EXCLUDING:
        return ""
    if token.lower_ in ("longer", "more") and token.i > 0 and token.nbor(-1).lower_ == "no":
        return "negate"
    kind = table["adverb"].get(token.lower_, "")
    harmless = token.i + 1 < len(token.doc) and token.nbor().lower_ in table["harmless"]
    return "" if kind == "negate" and harmless else kind


def _no_argument(verb: Token, first: Token, below: Token | None) -> bool:
    """Whether subject, object or "in no way" denies the clause: "no country has recognised X"."""
    shares_subject = first.i != verb.i and not has_subject(verb) and joining_word(verb) != "but"
    arguments = [c for c in children(first if shares_subject else verb) if c.dep_ in SUBJECTS]
    arguments += [c for c in children(verb) if c.dep_ in _OBJECTS]
    arguments += [noun for c in children(verb) if c.dep_ == "prep" for noun in children(c)
                  if noun.lemma_.lower() in cues("factuality")["manner"]]  # fmt: skip
    return any(is_none(noun) for noun in arguments if below is None or noun.i != below.i)


def is_none(noun: Token) -> bool:
    """Whether a noun phrase says that there is none: no, none of, nobody, neither."""
    table = cues("factuality")
    if noun.lower_ in table["none"]:
        return True
    return any(
        c.i < noun.i
        and c.lower_ in table["none"]
        and c.dep_ in _QUANTIFIERS
        and c.nbor().lower_ not in table["harmless"]
        for c in children(noun)
    )


def noun_effects(noun: Token) -> list[str]:
    """The effects of the words around a noun: no talks, a possible attack."""
    first = first_conjunct(noun)
    found = ["negate"] if is_none(noun) or (first.i != noun.i and is_none(first)) else []
    for child in children(noun):
        kind = (
            cues("factuality")["modifier"].get(child.lower_, "") if child.dep_ in ("amod", "advmod", "compound") else ""
        )
        if not kind and child.dep_ == "advmod":
            kind = adverb_effect(child)
        if kind:
            found.append(kind)
    return found


# ---- how a clause is put


def introduction_of(verb: Token) -> str:
    """What the conjunction or phrase before a clause makes of it: if, whether, instead of, without."""
    table = cues("factuality")
    start = verb.left_edge.i
    told = verb.dep_ == "conj" and joining_word(verb) in _EXCLUDING  # "fled rather than sign" is denied once
    if start > 1 and verb.tag_ in ("VBG", "VB") and not told:  # "instead of signing": whatever the parser made of it
        kind = table["phrase"].get(" ".join(lower_words(verb.doc)[start - 2 : start]), "")
        if kind:
            return kind
    if verb.dep_ == "advcl" and verb.doc[start].dep_ in _AUXILIARIES and verb.doc[start].lower_ in _INVERTED:
        return "open"  # "had Iraq attacked"
    for child in children(verb):
        if child.dep_ not in ("mark", "prep") or child.i > verb.i:
            continue
        if child.dep_ == "prep" and any(c.i > child.i for c in children(child)):
            continue  # "instead of attacking, it | withdrew"
        phrase = f"{child.nbor(-1).lower_} {child.lower_}" if child.i else ""
        kind = table["phrase"].get(phrase, "")
        if kind and not (phrase in table["until"] and _is_over(verb)):
            return kind
        if child.dep_ == "mark" and child.lower_ in table["mark"] and _weighs(verb, child):
            return table["mark"][child.lower_]
    return ""


def _weighs(verb: Token, mark: Token) -> bool:
    """Whether a conjunction has its effect here: not "until it withdrew", only "rather talk than fight"."""
    if mark.lower_ == "than":
        return verb.tag_ == "VB"
    return not (mark.lower_ in cues("factuality")["until"] and _is_over(verb))


def _is_over(verb: Token) -> bool:
    """Whether what came first has come: "waited until it withdrew", but "would wait until it withdrew"."""
    return _past(verb) and not any(c.tag_ == "MD" for c in children(verb.head))


def _past(verb: Token) -> bool:
    return verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in children(verb) if c.dep_ in _AUXILIARIES)


def is_asked(verb: Token) -> bool:
    """Whether a main clause stands before a question mark; "why" and "when" take it for granted."""
    if verb.dep_ not in ("ROOT", "ccomp"):
        return False
    if any(c.dep_ == "advmod" and c.lower_ in ("why", "when", "how") for c in children(verb)):
        return False
    doc, end = verb.doc, verb.right_edge.i
    for token in (doc[i] for i in range(end, min(end + 3, len(doc)))):
        if token.text in _TERMINALS:
            return token.text == "?"
        if token.is_alpha and token.i > end:
            return False
    return False


def is_imperative(verb: Token) -> bool:
    """Whether a main clause is an order: "Withdraw your troops"."""
    first = first_conjunct(verb)
    helped = any(c.dep_ in _AUXILIARIES and c.lemma_ != "do" for c in children(first))
    return verb.tag_ == "VB" and not has_subject(first) and not helped


# ---- conjuncts


def first_conjunct(token: Token) -> Token:
    """The token that stands for a chain of conjuncts in the tree.

    A finite verb never shares the place of an infinitive: "refused to free the monks and jailed a poet".
    """
    while token.dep_ == "conj":
        earlier = token.head
        if earlier.dep_ == "xcomp" and earlier.pos_ in VERBAL and is_finite(token) and not is_finite(earlier):
            earlier = earlier.head
        token = earlier
    return token


def joining_word(verb: Token) -> str:
    """The conjunction between a verb and the conjunct before it."""
    words = (c.lower_ for c in children(verb.head) if c.dep_ == "cc" and verb.head.i < c.i < verb.i)
    return next(words, "")


def is_finite(verb: Token) -> bool:
    """Whether a verb has tense: its own, or that of its auxiliary."""
    tensed = ("VBD", "VBZ", "VBP", "MD")
    return verb.tag_ in tensed or any(c.tag_ in tensed for c in children(verb) if c.dep_ in _AUXILIARIES)


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(c.dep_ in SUBJECTS for c in children(verb))


def has_to(verb: Token) -> bool:
    """Whether a verb is a to-infinitive."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in children(verb))
