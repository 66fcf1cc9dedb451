"""When is nothing given, or to nobody? A price is paid, a voice is given, somebody is what others are supplied with."""

from __future__ import annotations

from collections.abc import Callable

from graph.extraction.senses.said import DEALERS, Said
from graph.extraction.syntax.phrases import objects_of_preposition
from graph.extraction.tokens import children
from graph.extraction.wordlists import words


def _is_supplied(said: Said) -> bool:
    """Whether somebody is only what others are supplied with: "supplies it with its largest contingents"."""
    return said.head.lemma_ in words("transfer", "equipping") and bool(said.chain) and said.chain[0].lower_ == "with"


def _is_no_price(said: Said) -> bool:
    """Whether a price is paid, and nothing given: "offered cash to girls in exchange for sex"."""
    read = said.read
    return read.relation == "AID" and is_paid_for(said) and not {said.source_kind, said.target_kind} <= DEALERS


def is_paid_for(said: Said) -> bool:
    """Whether what is given is a price: "gave Chad rifles in exchange for oil"."""
    return any(t.lemma_ in words("granted", "prices") for t in objects_of_preposition(said.head, ("in",)))


def _only_gets_arms(said: Said) -> bool:
    """Whether arms are got, and nobody is hit: "bought French missiles"."""
    arms = said.read.rule in ("undergo(missile at)", "undergo(rocket at)", "undergo(bomb at)", "undergo(shell at)")
    return arms and said.head.lemma_ in words("transfer", "getting")


def _is_help_in_it(said: Said) -> bool:
    """Whether something is only done with somebody's help: "broke away with Chadian help"."""
    return said.read.rule.startswith("violate(") and bool(said.chain) and said.chain[0].lower_ == "with"


def _is_machine_given(said: Said) -> bool:
    """Whether what is offered or sent is a machine: "offered warships to escort tankers"."""
    given = said.read.relation in ("AGREE", "AID") and not said.chain
    return given and said.target.form == "generic" and said.target_noun in words("transfer", "machines")


def _gives_nothing(said: Said) -> bool:
    """Whether only words, or a way, are given: "gave voice to the anger of players", "treated him as a suspect"."""
    if said.read.rule.startswith("treat "):
        return any(c.lower_ in ("as", "like") for c in children(said.head))
    idle = words("transfer", "idle")
    given = said.read.rule.startswith("give something")
    return given and any(c.dep_ == "dobj" and c.lemma_ in idle for c in children(said.head))


def _is_sent_along(said: Said) -> bool:
    """Whether somebody is only sent somewhere: "sent him to flight schools"."""
    if said.read.rule != "send something to" or said.head.lemma_ != "send":
        return False
    goods = [c for c in children(said.head) if c.dep_ == "dobj"]
    return any(c.tag_ == "PRP" or c.ent_type_ == "PERSON" for c in goods)


NOTHING_GIVEN: tuple[Callable[[Said], bool], ...] = (
    _is_supplied,
    _is_no_price,
    _only_gets_arms,
    _is_help_in_it,
    _is_machine_given,
    _gives_nothing,
    _is_sent_along,
)
