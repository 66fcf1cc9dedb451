"""Who made what a text names later, and who suffered it: "Chad proposed a truce ... the proposal"."""

from __future__ import annotations

import functools

from spacy.tokens import Token

from graph.extraction.anaphora.antecedents import Antecedents
from graph.extraction.anaphora.named import lists
from graph.extraction.statements.doers import doers_of
from graph.extraction.syntax.phrases import conjuncts, objects_of_preposition
from graph.extraction.syntax.subjects import subjects
from graph.extraction.syntax.voice import is_passive
from graph.extraction.tokens import children
from graph.extraction.wordlists import words


def remember_maker(token: Token, known: Antecedents) -> None:
    """Note who made a thing, so that "the ban" or "these claims" can stand for them later."""
    if token.pos_ == "NOUN" and token.lemma_ in words("stand_ins", "products"):
        if any(a.form == "pronoun" for a in known.arguments.by_head.get(token.i, ())):
            return
        names = list(dict.fromkeys(a.actor for a in known.arguments.owners(token)))
        if len(names) == 1:
            known.makers[token.lemma_] = names[0]
        elif names:
            known.makers.pop(token.lemma_, None)
    elif token.pos_ == "VERB":
        _remember_doer(token, known)


def _remember_doer(verb: Token, known: Antecedents) -> None:
    """Note who says or does what a verb tells, and whom it befalls."""
    done = lists()["done"].get(verb.lemma_, {})
    deeds = {**lists()["nominalised"].get(verb.lemma_, {}), **done}
    said = {**deeds, **dict.fromkeys(() if _answers(verb) else _said_by(verb))}
    if not said or (is_passive(verb) and not deeds):  # "was said to"
        return
    doers = doers_of(verb) if deeds else subjects(verb)
    doer, befallen = _only(doers, known), _only(_undergoing(verb, known), known) if deeds else None
    for noun in said:
        if doer is not None:
            known.makers[noun] = doer
        elif noun in done or len(doers) > 1:  # "the killing" is no longer the one told before
            known.makers.pop(noun, None)
    known.sufferers.update(dict.fromkeys(deeds, befallen) if befallen else {})


def _only(heads: list[Token], known: Antecedents) -> str | None:
    """The one actor that these words name."""
    names = {a.actor for t in heads for a in known.arguments.of(t)}
    return names.pop() if len(names) == 1 else None


def _undergoing(verb: Token, known: Antecedents) -> list[Token]:
    """Whom a verb acts on, or whose the thing is that it acts on: "raided the offices of | the union"."""
    held = [t for c in children(verb) if c.dep_ in ("dobj", "nsubjpass") for t in conjuncts(c)]
    things = [noun for noun in held if not known.arguments.at(noun)]
    owners = [t for noun in things for t in objects_of_preposition(noun, ("of",))]
    owners += [c for noun in things for c in children(noun) if c.dep_ == "poss"]
    return [*(t for t in held if t not in things), *(t for owner in owners for t in conjuncts(owner))]


def _judges(verb: Token) -> bool:
    """Whether who does something is a court or judge, so that it is their ruling."""
    courts = lists()["ruling"]["courts"]
    return any(t.lemma_.lower() in courts for t in subjects(verb))


def _answers(verb: Token) -> bool:
    """Whether what a verb says is said of somebody else's words: "called | the remarks | absurd"."""
    told = [c for c in children(verb) if c.dep_ in ("dobj", "nsubj", "nsubjpass") and c.lemma_ in _words_said()]
    return any(c.lower_ in ("the", "this", "these", "those") for noun in told for c in children(noun))


@functools.cache
def _words_said() -> frozenset[str]:
    """The nouns for what somebody says, claims or rules."""
    return frozenset(noun for kind in ("spoken", "accusing", "ruling") for noun in lists()[kind]["nouns"])


def _said_by(verb: Token) -> list[str]:
    """The nouns for what is said: "the statement" after any verb of saying, "the charge" after "accused"."""
    spoken, accusing = lists()["spoken"], lists()["accusing"]
    says = any(verb.lemma_ in kind["verbs"] for kind in (spoken, accusing, lists()["reporting"]))
    return [
        *(spoken["nouns"] if says else ()),
        *(accusing["nouns"] if verb.lemma_ in accusing["verbs"] else ()),
        *(lists()["suggesting"]["nouns"] if verb.lemma_ in lists()["suggesting"]["verbs"] else ()),
        *(lists()["suing"]["nouns"] if verb.lemma_ in lists()["suing"]["verbs"] else ()),
        *(lists()["ruling"]["nouns"] if verb.lemma_ in lists()["ruling"]["verbs"] and _judges(verb) else ()),
    ]
