"""Who made what a text names later: "Chad proposed a truce ... the proposal"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.anaphora.antecedents import Antecedents
from graph.extraction.anaphora.named import lists
from graph.extraction.syntax.subjects import subjects
from graph.extraction.syntax.voice import is_passive
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
    elif token.pos_ == "VERB" and (said := _said_by(token)) and not is_passive(token):
        names = list(dict.fromkeys(a.actor for s in subjects(token) for a in known.arguments.of(s)))
        if len(names) == 1:
            known.makers.update(dict.fromkeys(said, names[0]))


def _judges(verb: Token) -> bool:
    """Whether who does something is a court or judge, so that it is their ruling."""
    courts = lists()["ruling"]["courts"]
    return any(t.lemma_.lower() in courts for t in subjects(verb))


def _said_by(verb: Token) -> list[str]:
    """The nouns for what a verb tells of: "the pledge" after "pledged", "the statement" after any verb of saying."""
    made, spoken, accusing = lists()["nominalised"], lists()["spoken"], lists()["accusing"]
    says = verb.lemma_ in spoken["verbs"] or verb.lemma_ in lists()["reporting"]["verbs"]
    return [
        *([made[verb.lemma_]] if verb.lemma_ in made else ()),
        *(spoken["nouns"] if says else ()),
        *(accusing["nouns"] if verb.lemma_ in accusing["verbs"] else ()),
        *(lists()["suggesting"]["nouns"] if verb.lemma_ in lists()["suggesting"]["verbs"] else ()),
        *(lists()["suing"]["nouns"] if verb.lemma_ in lists()["suing"]["verbs"] else ()),
        *(lists()["ruling"]["nouns"] if verb.lemma_ in lists()["ruling"]["verbs"] and _judges(verb) else ()),
    ]
