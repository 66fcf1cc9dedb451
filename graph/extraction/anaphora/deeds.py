"""Who did what was just told? "Chad closed the border. The move was condemned", "... Niger condemned this"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.anaphora.antecedents import Antecedents
from graph.extraction.anaphora.named import at_most_one, lists
from graph.extraction.anaphora.qualified import MODIFIERS
from graph.extraction.statements.doers import doers_of
from graph.extraction.syntax.subjects import objects, subjects
from graph.extraction.tokens import children
from graph.extraction.wordlists import words

_TOLD_ASIDE = frozenset({"appos", "npadvmod", "dobj", "conj", "dep"})
_UNDERGOING = frozenset({"dobj", "nsubjpass", "xcomp"})


def doer_of_deed(noun: Token, sentence: int, determiner: str | None, known: Antecedents) -> str | None:
    """Who did what a noun takes up: in "Chad closed the border. The move was condemned" it is Chad's move.

    Parameters
    ----------
    noun : Token
    sentence : int
        The position of its sentence.
    determiner : str or None
        The noun's: "the", "this", "a"; "an offer" only takes up what its own sentence tells.
    known : Antecedents
    """
    aside = determiner in ("a", "an") and noun.i > 1 and noun.nbor(-2).text == "," and noun.dep_ in _TOLD_ASIDE
    if noun.lemma_ not in _deeds(determiner):
        return None
    if aside:  # "closed the border, a move condemned by"
        deed = noun.head
        while deed.head != deed and (deed.pos_ != "VERB" or tells_which(deed)):
            deed = deed.head
    elif determiner not in ("the", "this") or _is_told_more_of(noun) or sentence == 0:
        return None
    else:
        deed = _what_was_told(known.sentences[sentence - 1].root)
    if noun.lemma_ in lists()["accusing"]["nouns"]:  # "accused Chad of raids, a charge it rejects"
        if any(c.dep_ == "relcl" and c.lemma_ in words("custody", "clearing") for c in children(noun)):
            return None  # "a charge of which it was cleared"
        deed = deed.head if deed.dep_ == "ccomp" and _says(deed.head) else deed
        return _doer(deed, known) if aside or _says(deed) else None
    return _doer(deed, known) if _does_something(deed) else None


def who_died(word: Token, known: Antecedents) -> str | None:
    """The one person whose death was told before "the deceased": "Omar Sy drowned", "they shot and killed Omar Sy"."""
    dying = lists()["dead"]["dying"]
    killed = {verb for verb, nouns in lists()["done"].items() if "killing" in nouns}
    found: set[str] = set()
    for verb in (t for t in known.doc[: word.i] if t.pos_ == "VERB" and (t.lemma_ in dying or t.lemma_ in killed)):
        heads = subjects(verb) if verb.lemma_ in dying else objects(verb)
        found.update(a.actor for t in heads for a in known.arguments.of(t) if known.kind(a.actor) == "person")
    return found.pop() if len(found) == 1 else None


def doer_of_this(word: Token, sentence: int, known: Antecedents) -> tuple[str, ...]:
    """Who did or said what a "this" takes up: "Ali said the army had fled. The president dismissed this".

    What somebody denies was said; what somebody condemns was done.

    Parameters
    ----------
    word : Token
        "this" or "that", as an object.
    sentence : int
        The position of its sentence.
    known : Antecedents
    """
    if word.dep_ != "dobj" or sentence == 0 or word.head.lemma_ not in lists()["judging"]["verbs"]:
        return ()
    told = known.sentences[sentence - 1].root
    if word.head.lemma_ in words("control", "rejecting"):
        doer = _doer(told, known) if _says(told) else None
    else:
        deed = _what_was_told(told)
        doer = _doer(deed, known) if _does_something(deed) else None
    judges = {a.actor for t in subjects(word.head) for a in known.arguments.of(t)}
    return at_most_one(doer if doer not in judges else None)


def _deeds(determiner: str | None) -> list[str]:
    """The nouns that take up what somebody just did; "an offer" only does so in its own sentence."""
    nouns = lists()["anaphors"]
    said = [*nouns["words_said"], *lists()["accusing"]["nouns"]] if determiner in ("a", "an") else []
    return [*nouns["deeds"], *said]


def _says(verb: Token) -> bool:
    """Whether a verb tells what somebody says or charges others with."""
    return any(verb.lemma_ in lists()[kind]["verbs"] for kind in ("reporting", "accusing", "concluding"))


def _is_told_more_of(noun: Token) -> bool:
    """Whether what hangs on a noun tells which one is meant: "the decision to leave"."""
    return any(c.dep_ in ("prep", "acl", "relcl", *MODIFIERS) for c in children(noun))


def _what_was_told(verb: Token) -> Token:
    """The verb of what is reported, or the verb itself."""
    reports = verb.lemma_ in lists()["reporting"]["verbs"]
    return next((c for c in children(verb) if c.dep_ == "ccomp"), verb) if reports else verb


def _does_something(verb: Token) -> bool:
    """Whether somebody does something to somebody, rather than says it."""
    reports = verb.lemma_ in lists()["reporting"]["verbs"]
    return not reports and any(c.dep_ in _UNDERGOING for c in children(verb))


def _doer(deed: Token, known: Antecedents) -> str | None:
    """The one actor who does or says it, unless nobody does."""
    if deed.pos_ != "VERB" or any(c.dep_ == "neg" for c in children(deed)):
        return None
    names = {a.actor for doer in doers_of(deed) for a in known.arguments.of(doer)}
    return names.pop() if len(names) == 1 else None


def tells_which(clause: Token) -> bool:
    """Whether a relative clause without a comma only tells who is meant: "fined a party that mocked judges, a move"."""
    return clause.dep_ in ("acl", "relcl") and clause.left_edge.i > 0 and clause.left_edge.nbor(-1).text != ","
