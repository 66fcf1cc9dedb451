"""What a reading becomes once it is known who stands at its ends: who releases a nurse gives nothing, but frees her."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Token

from graph.extraction.annotations import BODIES, FORCES, Sense
from graph.extraction.senses.changes import change_of
from graph.extraction.senses.gifts import is_paid_for
from graph.extraction.senses.movements import is_removed
from graph.extraction.senses.of_words import OF_WORDS, fights_in_words, is_to
from graph.extraction.senses.said import (
    DEALERS,
    Said,
    acts_on_share,
    halts,
    is_armed,
    is_of_labour,
    leaves_place,
    noun_of,
)
from graph.extraction.senses.unmeant import says_nothing
from graph.extraction.syntax.phrases import conjuncts, objects_of_preposition
from graph.extraction.syntax.voice import is_passive
from graph.extraction.tokens import children
from graph.extraction.wordlists import actor_words, any_of, word_lists, words
from graph.links import RELATIONS

_GIVEN_UP = frozenset({"hand over", "turn over", "surrender", "deliver up"})  # to do this to somebody concedes nothing
_HAVING = frozenset({"enjoy", "have", "keep", "maintain"})
_DISARMING = frozenset({"give", "hand", "surrender", "turn", "yield"})
_WAYS = frozenset({"across", "back", "into", "out", "over", "past"})
_FREE = frozenset({"free", "go", "off", "out"})
_ENDED = frozenset({"CONCEDE", "RETREAT"})  # what it is to end a deed of one's own
_DRIVING_OFF = frozenset({"chase", "dislodge", "drive", "eject", "flush", "oust", "push", "uproot"})


def refined(said: Said) -> Sense | None:
    """The sense that a reading has between these two; None where it then says nothing of them."""
    if says_nothing(said):
        return None
    for rule in _RULES:
        if (found := rule(said)) is not None:
            return found
    return said.read


def _only_deals(said: Said) -> bool:
    """Whether a body or country has no office but dealings with another: "Chile's top trade partner"."""
    dealing = said.read.relation == "ROLE" and said.head.lemma_.lower() in actor_words("roles", "dealing")
    return dealing and said.source_kind in DEALERS


def _has_in_hand(said: Said) -> bool:
    """Whether a firm or a chamber is only in somebody's hands: "the Greens control the council"."""
    if said.read.relation != "COERCE" or said.head.lemma_ not in ("control", "hold"):
        return False
    if said.target_kind == "company":
        return True
    body = said.target_kind in BODIES or (
        said.target.form == "generic" and said.target_noun in words("reached", "chambers")
    )
    return said.head.lemma_ == "control" and body and not is_armed(said.head, said.source)


def _takes_office(said: Said) -> bool:
    """Whether what is taken over is an office or a firm: "she takes over the ministry in May"."""
    if said.read.rule != "take over" or said.read.relation != "COERCE":
        return False
    person = said.source_kind == "person" or (said.source.form == "generic" and fights_in_words(said.head, said.source))
    if said.target.form == "generic":
        return person and said.target_noun in any_of(words("places", "offices"), words("stand_ins", "teams"))
    return said.target_kind in BODIES and (person or said.source_kind == "company")


def _is_own_arms(said: Said) -> bool:
    """Whether somebody gives up arms of his own: "hand over the last of their weapons"."""
    given = [t for c in children(said.head) if c.dep_ == "dobj" for t in c.subtree]
    own = any(t.tag_ == "PRP$" for t in given)
    return own and any(t.lemma_ in ("arm", "arms", "weapon", "weaponry") for t in given)


def _leaves_body(said: Said) -> bool:
    """Whether a person leaves what he was a member of: "left the Greens", "leaves the cabinet"."""
    if said.source_kind != "person":
        return False
    if said.target.form == "generic":
        return said.target_noun in words("stand_ins", "teams")
    return said.target_kind in BODIES - {"media"}


def _is_sought(said: Said) -> bool:
    """Whether a suspect is looked for: "police are seeking two men over the robbery"."""
    head, source, target, read, chain = said.head, said.source, said.target, said.read, said.chain
    if read.rule != "seek" or chain or source.form != "generic":
        return False
    if not said.to_somebody and said.target_kind != "people":
        return False
    behind = (*children(head), *children(head.doc[target.end - 1]))
    over = any(c.lower_ == "over" or (c.lower_ == "in" and head.doc[c.i + 1].lower_ == "connection") for c in behind)
    return over and said.source_noun in words("sought", "by")


def _in_a_game(said: Said) -> bool:
    """Whether somebody beats somebody in a game or a vote: both are named, and nothing tells of blows."""
    head, source, target = said.head, said.source, said.target
    if head.lemma_ != "beat" and head.lemma_ not in words("victories", "verbs"):
        return False
    ways = [p for p in children(head) if p.dep_ == "prep" and p.lower_ != "during"]
    told = [t for p in ways for t in children(p) if t.dep_ == "pobj"]
    told += [c for c in children(head.head) if head.dep_ == "advcl" and c.dep_ == "dobj"]  # "won the set to defeat"
    played = any(t.lemma_.lower() in words("victories", "games") for t in told)  # "by 900 votes", "in the final"
    unnamed = [noun_of(head, a) for a in (source, target) if a.form == "generic"]
    players = all(noun in words("stand_ins", "teams") for noun in unnamed)
    beaten = said.target_noun in words("stand_ins", "competitors")  # "beat the champion"; what police do is no game
    players |= beaten and said.source_noun not in words("reached", "police")
    if head.lemma_ in words("victories", "verbs"):
        return played and players and not {said.source_kind, said.target_kind} & FORCES
    blows = ("up", "to", "with", "unconscious", "severely", "badly")
    return (played or players) and not any(c.lower_ in blows and c.dep_ != "aux" for c in children(head))


def _is_ahead(said: Said) -> bool:
    """Whether somebody only leads somebody in a race or a poll: who leads a person holds no office there."""
    ahead = said.read.relation == "ROLE" and said.head.lemma_ in ("lead", "head")
    return ahead and said.source_kind == said.target_kind == "person"


def _of_strained_ties(said: Said) -> Sense | None:
    """What relations are that somebody has: "has strained relations with"."""
    had = said.read.relation == "SUPPORT" and said.head.lemma_ in _HAVING and bool(said.chain)
    return change_of(said.chain[0]) if had else None


def _of_hands(said: Said) -> Sense | None:
    return Sense("ROLE", "neutral", "role", rule="control a body") if _has_in_hand(said) else None


def _of_joining(said: Said) -> Sense | None:
    """Who joins somebody meets them."""
    joins = said.read.relation == "ROLE" and said.head.lemma_ == "join" and not said.chain and said.to_somebody
    if joins:
        return Sense("CONSULT", "cooperative", "event", rule="join somebody")
    together = said.read.relation == "ROLE" and said.head.lemma_ == "join" and not said.chain
    to_do = together and any(is_to(c) for c in children(said.head))
    if together and said.source_kind == said.target_kind == "country":
        return Sense("COOPERATE", "cooperative", "event", rule="join country")
    sides = said.source_kind == said.target_kind == "party"
    return Sense("COOPERATE", "cooperative", "event", rule="join to do") if to_do and sides else None


def _of_dealing(said: Said) -> Sense | None:
    return Sense("COOPERATE", "cooperative", "structural", rule=said.read.rule) if _only_deals(said) else None


def _of_office(said: Said) -> Sense | None:
    leaves = said.read.rule == "leave" or said.read.rule.startswith(("leave/quit", "leave union"))
    if leaves and not said.chain and _leaves_body(said):
        return Sense("ROLE", "neutral", "event", rule="leave a body")
    return Sense("ROLE", "neutral", "event", rule="take over") if _takes_office(said) else None


def _of_pushing(said: Said) -> Sense | None:
    """Who is pushed somewhere is driven there, and not asked: "pushed migrants across the border"."""
    ways = {c.lower_ for c in children(said.head) if c.dep_ in ("prep", "prt", "advmod")}
    driven = said.read.rule == "push" and not said.chain and bool(ways & _WAYS) and said.target_kind != "country"
    return Sense("COERCE", "hostile", "event", rule="push somewhere") if driven else None


def _of_fighting(said: Said) -> Sense | None:
    """A country that fights for another is nobody's soldier; one person that fights with rebels is one of them."""
    if said.read.rule == "fight for" and said.source_kind == "country":
        return Sense("SUPPORT", "cooperative", "event", rule="fight for country")
    one = said.source_kind == "person" or said.head.doc[said.source.end - 1].tag_ == "NN"
    beside = said.read.rule == "fight with" and said.target_kind == "armed group" and said.from_somebody and one
    return Sense("COOPERATE", "cooperative", "event", rule="fight beside") if beside else None


def _of_victory(said: Said) -> Sense | None:
    """Who is armed and defeats who is armed has fought; a state that catches up with somebody has caught them."""
    if said.read.rule == "defeat" and "country" not in (said.source_kind, said.target_kind):
        forces = is_armed(said.head, said.source) and is_armed(said.head, said.target)
        return Sense("ASSAULT", "hostile", "event", rule="defeat forces") if forces else None
    caught = said.read.rule == "catch up with" and said.to_somebody and not said.from_somebody
    return Sense("COERCE", "hostile", "event", rule="catch somebody") if caught else None


def _of_sending(said: Said) -> Sense | None:
    """Who is sent things gets them: "sent Chad missiles"."""
    if said.read.relation != "MOBILIZE" or said.head.lemma_ != "send" or said.chain:
        return None
    arms = words("transfer", "instruments", "machines")
    got = any(c.dep_ == "dobj" and c.lemma_ in arms for c in children(said.head))
    return Sense("AID", "cooperative", "event", rule="send somebody arms") if got else None


def _of_leaving(said: Said) -> Sense | None:
    """Forces that leave a place retreat from it; a country that leaves a body of states breaks with it."""
    leaves = said.read.rule == "leave" and not said.chain
    leaves |= said.read.rule.startswith("withdrawal from") and said.read.relation == "RETREAT"
    if leaves and said.source_kind == "country" and said.target_kind == "international organisation":
        return Sense("SANCTION", "hostile", "event", rule="leave a body of states")
    return Sense("RETREAT", "cooperative", "event", rule="leave place") if leaves_place(said) else None


def _of_blows(said: Said) -> Sense | None:
    """Blows that hurt nobody: who eliminates an agency closes it; "damaged the image of", "targeted the phones of"."""
    head, source, read, chain = said.head, said.source, said.read, said.chain
    if read.relation != "ASSAULT":
        return None
    closed = head.lemma_ == "eliminate" and not chain and said.target_kind in BODIES
    unhurt = bool(chain) and chain[0].lemma_.lower() in words("reached", "standing")
    watched = read.rule == "target" and source.form != "generic" and said.source_kind in BODIES | {"person"}
    return replace(read, relation="COERCE") if closed or unhurt or watched else None


def _of_means(said: Said) -> Sense | None:
    """What hits somebody says how: "was hit by American sanctions", "tariffs hurt growers", "a walkout crippled it"."""
    if said.read.relation != "ASSAULT" or said.chain:
        return None
    means = objects_of_preposition(said.head, ("by", "with"))
    means += [c for c in children(said.head) if c.dep_ == "nsubj"]
    for token in (each for t in means for each in conjuncts(t)):
        for relation, nouns in word_lists("means").items():
            if token.lemma_.lower() in nouns or (relation == "PROTEST" and is_of_labour(token)):
                return Sense(relation, RELATIONS[relation].polarity, "event", rule="hit with means")
    return None


def _of_giving_up(said: Said) -> Sense | None:
    """Who hands somebody over wrongs him; who hands over arms of his own gives nothing but lays them down."""
    if said.read.rule in _GIVEN_UP and not said.chain and said.target_kind == "person":
        return replace(said.read, relation="COERCE", polarity="hostile")
    disarms = said.read.relation == "AID" and said.head.lemma_ in _DISARMING and _is_own_arms(said)
    return replace(said.read, relation="RETREAT") if disarms else None


def _of_hosting(said: Said) -> Sense | None:
    """Who hosts forces works with them, who hosts a people helps it."""
    if said.read.rule != "host" or said.chain:
        return None
    bases = any(c.dep_ == "dobj" and c.lemma_ in ("base", "missile", "troop", "soldier") for c in children(said.head))
    if said.target_kind in FORCES or bases:
        return replace(said.read, relation="COOPERATE")
    return Sense("AID", "cooperative", "event", rule="host people") if said.target_kind == "people" else None


def _of_price(said: Said) -> Sense | None:
    paid = said.read.relation == "AID" and is_paid_for(said)
    return Sense("COOPERATE", "cooperative", "event", rule="give in exchange") if paid else None


def _lets_go(verb: Token) -> bool:
    """Whether to let is to let go or free: "let free the monk", "let the hostages go"."""
    goes = any(c.lower_ == "go" and c.dep_ in ("ccomp", "xcomp") for c in children(verb))
    return goes or verb.doc[verb.i + 1 : verb.i + 2].text.lower() in _FREE


def _of_freeing(said: Said) -> Sense | None:
    """Who is let free or released is given nothing: "let free the monk", "released a nurse to the embassy"."""
    head, read, chain = said.head, said.read, said.chain
    if read.relation == "AGREE" and head.lemma_ == "let" and _lets_go(head):
        if said.target_noun in words("control", "employed"):
            return Sense("SANCTION", "hostile", "event", rule="let employee go")
        return replace(read, relation="CONCEDE")
    freed = read.relation == "AID" and not chain and head.lemma_ in ("free", "release")
    return Sense("CONCEDE", "cooperative", "event", rule="release somebody") if freed and said.to_somebody else None


def _of_offer(said: Said) -> Sense | None:
    """What is only offered is not given yet: "offered Chad rifles"."""
    offers = said.read.relation == "AID" and said.head.lemma_ in ("offer", "pledge", "promise")
    return replace(said.read, relation="AGREE") if offers else None


def _of_time(said: Said) -> Sense | None:
    """Time that is given for nothing is a sentence: "gave the thief ten years"; to do something, an ultimatum."""
    if said.read.relation != "THREATEN" or said.head.lemma_ != "give":
        return None
    things = [c for c in children(said.head) if c.dep_ == "dobj" and c.lemma_ in words("partitives", "spells")]
    to_do = any(c.tag_ == "VB" for t in (said.head, *things) for c in children(t))
    until = any(c.lower_ in ("until", "till") for c in children(said.head))
    return Sense("ACCUSE", "hostile", "event", rule="give sentence") if things and not (to_do or until) else None


def _of_search(said: Said) -> Sense | None:
    return Sense("ACCUSE", "hostile", "event", rule="seek somebody") if _is_sought(said) else None


def _of_wanted(said: Said) -> Sense | None:
    """Who is wanted by prosecutors is looked for: "is wanted by police over the raid"."""
    wanted = said.read.rule == "want" and not said.chain and is_passive(said.head)
    return Sense("ACCUSE", "hostile", "event", rule="want suspect") if wanted and said.to_somebody else None


def _of_removal(said: Said) -> Sense | None:
    return Sense("COERCE", "hostile", "event", rule="remove somebody") if is_removed(said) else None


def _of_game(said: Said) -> Sense | None:
    if _in_a_game(said):
        return replace(said.read, relation="OTHER", polarity="neutral", kind="event")
    ahead = not said.chain and _is_ahead(said)
    return replace(said.read, relation="OTHER", polarity="neutral") if ahead else None


def _of_band(said: Said) -> Sense | None:
    """Who dismantles a band acts against it; who dismantles his weapons gives them up."""
    if said.read.rule != "dismantle" or said.chain:
        return None
    band = said.target_kind in FORCES or said.target_noun in words("stand_ins", "bands")
    return Sense("COERCE", "hostile", "event", rule="dismantle band") if band else None


def _of_joint_strikes(said: Said) -> Sense | None:
    """Who joins another's strikes from the air fights beside him: "joined American strikes on Syria"."""
    if said.head.lemma_ != "join" or said.read.relation != "PROTEST" or said.target_kind != "country":
        return None
    beside = any(c.dep_ == "dobj" and c.lemma_ == "strike" and not is_of_labour(c) for c in children(said.head))
    return Sense("COOPERATE", "cooperative", "event", rule="join strikes") if beside else None


def _of_arms(said: Said) -> Sense | None:
    """A strike of a country or an army is one with arms: "Israel's retaliatory strike against Syria"."""
    if said.read.relation != "PROTEST" or said.head.lemma_ != "strike" or said.head.pos_ != "NOUN":
        return None
    armed = said.source_kind == "country" or is_armed(said.head, said.source)
    armed |= any(c.lower_ in words("forces", "of_strikes") for c in children(said.head))
    hunger = any(c.lower_ in ("general", "hunger") for c in children(said.head))
    return Sense("ASSAULT", "hostile", "event", rule="armed strike on") if armed and not hunger else None


def _of_driving(said: Said) -> Sense | None:
    """Forces that are driven off by forces are fought: "dislodged the rebels"."""
    driven = said.read.relation in ("COERCE", "SANCTION") and said.head.lemma_ in _DRIVING_OFF
    fighting = words("forces", "nouns", "fighters")
    against = said.target_kind in FORCES or said.target_noun in fighting
    forced = driven and against and not said.chain and is_armed(said.head, said.source)
    return replace(said.read, relation="ASSAULT") if forced and said.source_kind != "government body" else None


def _of_halting(said: Said) -> Sense | None:
    """Who stops what another does to somebody acts against the doer: "halted the rebels' attack on Goma"."""
    if said.read.relation not in _ENDED or not said.chain or not halts(said):
        return None
    doers = [c for c in children(said.chain[0]) if c.dep_ == "poss" and c.pos_ in ("NOUN", "PROPN")]
    theirs = any(said.target.start <= t.i < said.target.end for t in doers)
    return Sense("REJECT", "hostile", "event", rule="halt deed of") if theirs and said.source_kind != "person" else None


def _of_share(said: Said) -> Sense | None:
    """Who holds or buys a part of a firm owns it: "holds 61 percent of the bank", "bought 26 percent of"."""
    if said.read.rule not in ("acquire", "buy", "hold", "purchase") or not acts_on_share(said.head):
        return None
    owns = said.read.rule == "hold"
    return Sense("ROLE", "neutral", "role" if owns else "event", rule=f"{said.read.rule} share of")


def _of_letting(said: Said) -> Sense | None:
    """Who lets something end does not want it: "let the treaty with Niger lapse"."""
    if said.head.lemma_ != "let":
        return None
    ending = any(c.dep_ == "ccomp" and c.lemma_ in words("control", "lapsing") for c in children(said.head))
    return Sense("REJECT", "hostile", "event", rule="let lapse") if ending and said.chain else None


# In this order: the first that has something to say is heard.
_RULES: tuple[Callable[[Said], Sense | None], ...] = (
    _of_strained_ties, _of_hands, _of_joining, _of_dealing, _of_office, _of_pushing, _of_fighting, _of_victory,
    _of_sending, _of_leaving, _of_blows, _of_means,
    _of_giving_up, _of_hosting, _of_price, _of_freeing, _of_offer, _of_time, _of_search, _of_wanted, _of_removal,
    _of_game, *OF_WORDS, _of_band, _of_joint_strikes, _of_arms, _of_driving, _of_halting, _of_share,
    _of_letting,
)  # fmt: skip
