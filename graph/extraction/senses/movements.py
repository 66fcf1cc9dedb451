"""Who or what a predicate only moves, sends or places, and does nothing to."""

from __future__ import annotations

from collections.abc import Callable

from graph.extraction.senses.said import Said, is_armed
from graph.extraction.syntax.voice import is_passive
from graph.extraction.tokens import children
from graph.extraction.wordlists import words

_COMING = frozenset({"come to", "go to", "travel to"})


def _only_comes_in(said: Said) -> bool:
    """Whether somebody enters who has no arms: a firm a market, refugees a country."""
    return said.read.rule in ("enter", "cross into") and not is_armed(said.head, said.source)


def _is_own_border(said: Said) -> bool:
    """Whether only whose border is closed to others is told: "shut Dutch borders to migrants"."""
    head, target, read = said.head, said.target, said.read
    border = head.doc[target.end - 1].head
    owned = read.relation == "SANCTION" and border.lemma_ == "border" and border.head == head
    return owned and any(c.dep_ == "prep" and c.lower_ == "to" for t in (head, border) for c in children(t))


def _is_sent(said: Said) -> bool:
    """Whether somebody is sent somewhere, and given nothing."""
    sent = said.read.relation == "AID" and said.head.lemma_ in ("dispatch", "send")
    return sent and not said.chain and said.to_somebody


def _is_destination(said: Said) -> bool:
    """Whether the target is only where somebody goes."""
    return said.read.rule in _COMING and not said.to_somebody and said.target_kind != "people"


def _is_taken_there(said: Said) -> bool:
    """Whether something is only taken at a place or in an event: "took in the Golan", "took in fighting with"."""
    return said.read.rule == "take in" and (said.target.place or len(said.chain) > 1)


def _takes_nothing(said: Said) -> bool:
    """Whether what is taken is no place that forces take: "took Chad seriously", but "the rebels took Mosul"."""
    if said.read.rule != "take":
        return False
    otherwise = any(c.lower_ in ("aback", "as", "for", "on", "seriously", "to") for c in children(said.head))
    states = said.source_kind == said.target_kind == "country"
    forced = said.target.place and not said.chain and is_armed(said.head, said.source)
    return otherwise or states or not forced


def _crosses_unarmed(said: Said) -> bool:
    """Whether somebody without arms crosses a border."""
    return said.read.rule == "cross border into" and not is_armed(said.head, said.source)


def _is_withdrawn(said: Said) -> bool:
    """Whether people are pulled out who are no troops: "pulled the man from the car"."""
    return is_removed(said) and said.head.lemma_ != "remove"


def is_removed(said: Said) -> bool:
    """Whether people are taken away who are no troops: "removed the man from the plane"."""
    if said.read.relation != "RETREAT" or said.chain or not said.read.rule.startswith("<pull> <troops>"):
        return False
    return said.to_somebody and said.target_noun not in words("forces", "nouns", "fighters")


def _is_somewhere(said: Said) -> bool:
    """Whether a sentence begins with where something is thought or said: "In Mali, elders believe the army"."""
    there = bool(said.chain) and said.chain[0].lower_ == "in" and said.chain[0].i < said.head.i
    return there and said.target.place and said.read.relation in ("CONSULT", "OTHER", "SUPPORT")


def _is_moved_himself(said: Said) -> bool:
    """Whether the source is only who is moved: "their transfer to Chad", "the monk's deportation to Chad"."""
    moved = said.head.pos_ == "NOUN" and said.head.lemma_ in words("circumstances", "moved")
    owner = said.head.doc[said.source.end - 1]
    return moved and owner.dep_ == "poss" and owner.head == said.head and bool(said.chain)


def _is_own_base(said: Said) -> bool:
    """Whether an army that is named by its kind only has a base somewhere, most likely at home."""
    if said.source.form != "generic" or not said.read.rule.endswith("base in"):
        return False
    entry = (said.head.doc._.actors or {}).get(said.source.actor)
    return entry is None or entry.country in (None, said.target.actor)


def _is_venue(said: Said) -> bool:
    """Whether the target is only where a body meets: "the ECOWAS summit in Ghana"."""
    return said.read.rule in ("summit in", "promise(summit in)") and said.target.place


def _is_held_there(said: Said) -> bool:
    """Whether somebody is only held somewhere: "rebels held prisoner in Chad told reporters"."""
    if "<custody>" not in said.read.rule or is_passive(said.head) or not said.target.place:
        return False
    return not any(c.dep_ == "dobj" and c.lemma_ not in words("custody", "held") for c in children(said.head))


def _is_looked_at(said: Said) -> bool:
    """Whether a place is only seen by who inspects it: "inspected the worst hit town"."""
    return said.read.rule == "inspect" and said.target_kind == "region"


def _is_on_patrol(said: Said) -> bool:
    """Whether somebody is only on duty: "took part in patrols"."""
    return said.read.rule == "take part in" and said.target_noun == "patrol"


def _is_called_home(said: Said) -> bool:
    """Whether somebody's own envoy is called back: "summoned the ambassador home"."""
    if said.chain or not any(c.lower_ in ("home", "back") and c.dep_ in ("advmod", "prt") for c in children(said.head)):
        return False
    own = any(c.tag_ == "PRP$" for c in children(said.head.doc[said.target.end - 1]))  # "brought its envoy home"
    return own or said.head.lemma_ in ("call", "recall", "summon")


def _is_on_way(said: Said) -> bool:
    """Whether something is only ahead of somebody: "is heading for a majority in parliament"."""
    return said.read.rule == "head for" and len(said.chain) > 1


def _borders_nothing(said: Said) -> bool:
    """Whether a person is said to border on something, which the parser has of a place: "Arauca, bordering Chad"."""
    return said.head.lemma_ == "border" and said.source_kind == "person"


ONLY_MOVED: tuple[Callable[[Said], bool], ...] = (
    _only_comes_in, _is_own_border, _is_sent, _is_destination, _is_taken_there, _takes_nothing, _crosses_unarmed,
    _is_withdrawn, _is_somewhere, _is_moved_himself, _is_own_base, _is_venue, _is_held_there, _is_looked_at,
    _is_on_patrol, _is_called_home, _is_on_way, _borders_nothing,
)  # fmt: skip
