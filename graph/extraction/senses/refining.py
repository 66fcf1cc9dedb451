"""What a reading becomes once it is known who stands at its ends: people recognise a face, states a government."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from graph.extraction.annotations import Sense
from graph.extraction.naming.candidates import words as actor_words
from graph.extraction.relations import sense
from graph.extraction.syntax.arguments import Argument
from graph.extraction.syntax.reach import Chain
from graph.extraction.syntax.subjects import is_passive, objects_of_preposition
from graph.extraction.text import children
from graph.extraction.wordlists import words

_BODIES = frozenset({"company", "government body", "international organisation", "media", "organisation", "party"})
_SPEAKERS = frozenset({"media", "party", "person"})
_ONLY_IN_WORDS = frozenset({"media", "party"})
_FORCES = frozenset({"armed force", "armed group"})
_DEALERS = _BODIES | {"country"}
_GIVEN_UP = frozenset({"hand over", "turn over", "surrender", "deliver up"})  # to do this to somebody concedes nothing
_COMING = frozenset({"come to", "go to", "travel to"})
_DISARMING = frozenset({"give", "hand", "surrender", "turn", "yield"})
_FREE = frozenset({"free", "go", "off", "out"})
_FILING = frozenset({"bring", "file", "lodge", "make", "submit"})
_NO_KIN = _BODIES | _FORCES | {"country", "people", "region"}
_CHANGES = {
    "worse": Sense("RIVALRY", "hostile", "event", symmetric=True, rule="worsening relations"),
    "better": Sense("SUPPORT", "cooperative", "event", symmetric=True, rule="improving relations"),
}


def refined(head: Token, source: Argument, target: Argument, read: Sense, chain: Chain) -> Sense | None:
    """The sense that a reading has between these two; None where it then says nothing of them.

    Parameters
    ----------
    head : Token
        The predicate's head.
    source, target : Argument
    read : Sense
        What the lexicon makes of the predicate.
    chain : tuple of Token
        The words on the way from the head to the target.
    """
    if _is_face(head, source, target, read) or _is_no_kin(head, target, read) or _only_describes(head, target, read):
        return None
    if (
        _is_led_out(head, read, chain)
        or _is_listed(head, source)
        or _is_called_so(head, read)
        or _is_judged(target, read, head)
    ):
        return None
    if _only_comes_in(head, source, read) or _reaches_a_goal(read, chain) or _sits_elsewhere(read, chain):
        return None
    if (
        _is_left_by_others(head, chain)
        or _is_own_border(head, target, read)
        or _is_of_contest(read, chain)
        or _is_friend_of_others(head, read)
    ):
        return None
    if _only_needs(head, target, read) or _says_of_what_sort(head, target):
        return None
    had = read.relation == "SUPPORT" and head.lemma_ in ("enjoy", "have", "keep", "maintain") and bool(chain)
    if had and (changed := change_of(chain[0])) is not None:
        return changed  # "has strained relations with"
    if _has_in_hand(head, source, target, read):
        return Sense("ROLE", "neutral", "role", rule="control a body")
    if read.relation == "ROLE" and head.lemma_ == "join" and not chain and is_somebody(head, target):
        return Sense("CONSULT", "cooperative", "event", rule="join somebody")
    if _only_deals(head, source, read):
        return Sense("COOPERATE", "cooperative", "structural", rule=read.rule)
    if read.rule == "work in" and kind_of(head, target) in ("country", "region"):
        return None  # where somebody works is no office
    if _takes_office(head, source, target, read):
        return Sense("ROLE", "neutral", "event", rule="take over")
    if read.relation == "ASSAULT" and head.lemma_ == "eliminate" and not chain and kind_of(head, target) in _BODIES:
        return replace(read, relation="COERCE")  # who eliminates an agency closes it
    if read.relation == "ASSAULT" and chain and chain[0].lemma_.lower() in words("reached", "standing"):
        return replace(read, relation="COERCE")  # "damaged the credibility of"
    if read.rule in _GIVEN_UP and not chain and kind_of(head, target) == "person":
        return replace(read, relation="COERCE", polarity="hostile")
    if read.rule == "host" and not chain and kind_of(head, target) in _FORCES:
        return replace(read, relation="COOPERATE")
    if read.rule == "host" and not chain and kind_of(head, target) == "people":
        return Sense("AID", "cooperative", "event", rule="host people")
    if read.relation == "AID" and _is_paid_for(head):
        deal = {kind_of(head, source), kind_of(head, target)} <= _DEALERS
        return Sense("COOPERATE", "cooperative", "event", rule="give in exchange") if deal else None
    if _is_voiced_for(head, target, chain) or _only_joins_things(head, read) or _is_medium(head, target, chain):
        return None
    if read.relation == "ROLE" and target.form == "demonym" and kind_of(head, target) == "people":
        return None  # "oversees Muslim holy sites"
    if read.relation == "AID" and not chain and head.lemma_ in ("dispatch", "send") and is_somebody(head, target):
        return None  # who is sent somewhere is given nothing
    if read.rule in _COMING and not is_somebody(head, target) and kind_of(head, target) != "people":
        return None  # where somebody goes is a place
    if read.relation == "AGREE" and head.lemma_ == "let" and head.doc[head.i + 1].lower_ in _FREE:
        return replace(read, relation="CONCEDE")
    if read.relation == "AID" and head.lemma_ in _DISARMING and _is_own_arms(head):
        return replace(read, relation="RETREAT")
    if read.rule == "leave" and not chain and _leaves_body(head, source, target):
        return Sense("ROLE", "neutral", "event", rule="leave a body")
    if _is_building(head, target, read, chain) or (read.rule == "take in" and target.place):
        return None
    if read.relation == "ACCUSE" and chain and chain[-1].lower_ in ("before", "to", "with") and head.lemma_ in _FILING:
        return Sense("REQUEST", "neutral", "speech", rule="file complaint to")  # a court is asked, not accused
    if read.rule == "cross border into" and not _is_armed(head, source):
        return None
    if read.rule == "target" and kind_of(head, source) in _BODIES | {"person"} and source.form != "generic":
        return replace(read, relation="COERCE")  # "targeted the party's phones"
    if read.relation == "AID" and not chain and head.lemma_ in ("free", "release") and is_somebody(head, target):
        return Sense("CONCEDE", "cooperative", "event", rule="release somebody")  # "released a nurse to the embassy"
    if _is_sought(head, source, target, read, chain):
        return Sense("ACCUSE", "hostile", "event", rule="seek somebody")
    if _is_removed(head, target, read, chain):
        return Sense("COERCE", "hostile", "event", rule="remove somebody") if head.lemma_ == "remove" else None
    if _in_a_game(head, source, target):
        return replace(read, relation="OTHER", polarity="neutral", kind="event")
    if not chain and _is_ahead(head, read, source, target):
        return replace(read, relation="OTHER", polarity="neutral")
    if not chain or chain[-1].pos_ == "ADP":
        return replace(read, relation="ACCUSE", kind="speech") if _in_words(head, source, target, read) else read
    return read


def change_of(noun: Token) -> Sense | None:
    """What is said to have become of relations: "their ties have cooled", "strained relations"."""
    if noun.lemma_ not in words("relations", "nouns"):
        return None
    near = [c for c in children(noun) if c.dep_ in ("amod", "compound")]
    if noun.dep_ in ("nsubj", "nsubjpass", "dobj"):
        near += [noun.head, *(c for c in children(noun.head) if c.dep_ in ("acomp", "attr", "oprd", "xcomp"))]
    if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "in"):
        near.append(noun.head.head)
    if noun.dep_ == "nsubj":  # "relations are in bad shape"
        shapes = [t for t in objects_of_preposition(noun.head, ("in",)) if t.lemma_ in words("relations", "shapes")]
        near += [c for t in shapes for c in children(t) if c.dep_ == "amod"]
    for word in near:
        for change, read in _CHANGES.items():
            if word.lemma_.lower() in words("relations", change) or word.lower_ in words("relations", change):
                return read
    return None


def kind_of(head: Token, argument: Argument) -> str:
    """The kind of the actor that stands at an end of a predicate; "unknown" where nothing tells."""
    entry = (head.doc._.actors or {}).get(argument.actor)
    return entry.kind if entry is not None else "unknown"


def is_somebody(head: Token, argument: Argument) -> bool:
    """Whether a person or people are meant, rather than a body."""
    if argument.form == "generic":
        return _noun(head, argument) in actor_words("generic", "people")
    return kind_of(head, argument) == "person"


def _noun(head: Token, argument: Argument) -> str:
    return head.doc[argument.end - 1].lemma_.lower()


def _only_deals(head: Token, source: Argument, read: Sense) -> bool:
    """Whether a body or country has no office but dealings with another: "Chile's top trade partner"."""
    dealing = read.relation == "ROLE" and head.lemma_.lower() in actor_words("roles", "dealing")
    return dealing and kind_of(head, source) in _DEALERS


def _only_needs(head: Token, target: Argument, read: Sense) -> bool:
    """Whether people are lacking rather than asked: "needs new leaders"; but "needs miners to vote"."""
    lacking = read.rule in ("need", "require", "lack") and target.form == "generic"
    return lacking and not any(c.dep_ in ("xcomp", "ccomp") for c in children(head))


def _says_of_what_sort(head: Token, target: Argument) -> bool:
    """Whether an unnamed body only says which partners are meant: "coalition partners"."""
    beside = head.doc[target.end - 1]
    return target.form == "generic" and beside.dep_ == "compound" and beside.head == head


def _is_face(head: Token, source: Argument, target: Argument, read: Sense) -> bool:
    """Whether a face is recognised, not a claim: "neighbours recognised the man"."""
    if read.rule not in ("recognize", "acknowledge") or not is_somebody(head, source):
        return False
    return "generic" in (source.form, target.form) and is_somebody(head, target)


def _is_no_kin(head: Token, target: Argument, read: Sense) -> bool:
    """Whether a kinship noun is said of no person: "a son of Tambo governor Juan Soto", "took the child to"."""
    if read.relation != "OTHER" or read.kind != "structural":
        return False
    kin = actor_words("roles", "kin")
    if head.lemma_.lower() in kin:
        return kind_of(head, target) in _NO_KIN
    return read.rule.rpartition("(")[2].rstrip(")") in kin


def _only_describes(head: Token, target: Argument, read: Sense) -> bool:
    """Whether an adjective only tells of what sort somebody's rival is: "the mayor's Republican rival"."""
    if read.relation not in ("ALLIANCE", "RIVALRY") or head.pos_ != "NOUN":
        return False
    adjective = head.doc[target.end - 1]
    told = adjective.head == head and adjective.dep_ in ("amod", "compound", "nmod")
    return told and any(c.dep_ == "poss" for c in children(head))


def _is_led_out(head: Token, read: Sense, chain: Chain) -> bool:
    """Whether somebody is only led out of something, where "take out" is to kill: "take us out of the union".

    Who is dragged out of it is wronged, not what he is dragged out of.
    """
    if read.rule == "drag out" and not chain:
        return False
    outs = [c for c in children(head) if c.lower_ == "out"] if read.rule in ("take out", "drag out") else []
    return any(c.lower_ == "of" for out in outs for c in (*children(out), *out.doc[out.i + 1 : out.i + 2]))


def _is_listed(head: Token, source: Argument) -> bool:
    """Whether "they include" only tells who some are: no body is said to have members."""
    return head.lemma_ == "include" and head.doc[source.start].lower_ == "they"


def _is_called_so(head: Token, read: Sense) -> bool:
    """Whether nobody is called in: "called the deal historic in a post", "called for changes in Chadian law"."""
    if read.rule != "call in":
        return False
    behind = [c for c in children(head) if c.lower_ == "in" and c.dep_ == "prep"]
    before = [c for c in children(head) if behind and c.i < behind[0].i]
    return any(c.dep_ in ("dobj", "oprd", "ccomp") or c.lower_ == "for" for c in before)


def _only_comes_in(head: Token, source: Argument, read: Sense) -> bool:
    """Whether somebody enters who has no arms: a firm a market, refugees a country."""
    return read.rule == "enter" and not _is_armed(head, source)


def _reaches_a_goal(read: Sense, chain: Chain) -> bool:
    """Whether what is hit is only a number: "hit the hiring goal of the president"."""
    return read.rule == "hit" and any(token.lemma_ in words("reached", "nouns") for token in chain)


def _sits_elsewhere(read: Sense, chain: Chain) -> bool:
    """Whether somebody sits on no seat of a body: "sat on the stage of the assembly"; but "on the board of"."""
    seats = actor_words("organisations", "words") | words("reached", "seats")
    return read.rule == "sit on" and any(t.pos_ != "ADP" and t.lemma_.lower() not in seats for t in chain)


def _is_of_contest(read: Sense, chain: Chain) -> bool:
    """Whether only a contest is hosted, and nobody in it: "hosted the European championship"."""
    return read.rule == "host" and bool(chain) and chain[0].lemma_ in words("reached", "contests")


def _is_left_by_others(head: Token, chain: Chain) -> bool:
    """Whether others are put out of a body, which suffers nothing: "expelled Syria from the league"."""
    if head.lemma_ not in words("custody", "putting_out") or [t.lower_ for t in chain] != ["from"] or is_passive(head):
        return False
    put_out = [c for c in children(head) if c.dep_ == "dobj"]
    return any(t.pos_ in ("PROPN", "PRON") or any(c.dep_ == "poss" for c in children(t)) for t in put_out)


def _is_own_border(head: Token, target: Argument, read: Sense) -> bool:
    """Whether only whose border is closed to others is told: "shut Dutch borders to migrants"."""
    border = head.doc[target.end - 1].head
    owned = read.relation == "SANCTION" and border.lemma_ == "border" and border.head == head
    return owned and any(c.dep_ == "prep" and c.lower_ == "to" for t in (head, border) for c in children(t))


def _is_friend_of_others(head: Token, read: Sense) -> bool:
    """Whether somebody is only called a friend of others: "described him as a friend of the junta"."""
    if read.relation != "SUPPORT" or head.lemma_ not in ("brand", "call", "describe", "label"):
        return False
    called = [t for c in children(head) if c.lower_ == "as" for t in children(c)]
    called += [c for c in children(head) if c.dep_ in ("oprd", "attr")]
    named = words("reciprocal", "others") | {"supporter"}
    return any(t.lemma_ in named and any(c.lower_ == "of" for c in children(t)) for t in called)


def _has_in_hand(head: Token, source: Argument, target: Argument, read: Sense) -> bool:
    """Whether a firm or a chamber is only in somebody's hands: "the Greens control the council"."""
    if read.relation != "COERCE" or head.lemma_ not in ("control", "hold"):
        return False
    if kind_of(head, target) == "company":
        return True
    body = kind_of(head, target) in _BODIES or (
        target.form == "generic" and _noun(head, target) in words("reached", "chambers")
    )
    return head.lemma_ == "control" and body and not _is_armed(head, source)


def _is_armed(head: Token, argument: Argument) -> bool:
    """Whether an end is a state or has arms: an army, rebels, police."""
    if argument.form == "generic":
        armed = words("forces", "nouns", "fighters") | words("reached", "police")
        return _noun(head, argument) in armed
    return kind_of(head, argument) in _FORCES | {"country", "government body"}


def _is_judged(target: Argument, read: Sense, head: Token) -> bool:
    """Whether what is called or seen as something is mostly no actor: "called it a day", "saw it as a gift"."""
    judged = read.rule in ("call something", "see something as", "view something as", "regard something as")
    return judged and target.form == "pronoun" and head.doc[target.start].lower_ in ("it", "this", "that", "these")


def _takes_office(head: Token, source: Argument, target: Argument, read: Sense) -> bool:
    """Whether what is taken over is an office or a firm: "she takes over the ministry in May"."""
    if read.rule != "take over" or read.relation != "COERCE":
        return False
    person = kind_of(head, source) == "person" or (source.form == "generic" and _speaks(head, source))
    if target.form == "generic":
        return person and _noun(head, target) in words("places", "offices") | words("stand_ins", "teams")
    return kind_of(head, target) in _BODIES and (person or kind_of(head, source) == "company")


def _is_paid_for(head: Token) -> bool:
    """Whether what is given is a price: "gave Chad rifles in exchange for oil"."""
    return any(t.lemma_ in words("granted", "prices") for t in objects_of_preposition(head, ("in",)))


def _is_voiced_for(head: Token, target: Argument, chain: Chain) -> bool:
    """Whether somebody only speaks for whose support it is: "the envoy promised Norway's support"."""
    ways = [t.lower_ for t in chain if t.pos_ == "ADP"]
    if head.lemma_ not in words("granted", "voicing") or not chain:
        return False
    if ways == ["of"]:  # "reiterated the commitment | of the agency"
        given = [c for c in children(head) if c.dep_ == "dobj"]
        return any(t.lemma_ in words("granted", "promises") for t in (*given, chain[0]))
    if len(chain) != 1 or chain[0].dep_ != "dobj":
        return False
    owner = head.doc[target.start : target.end].root
    deed = sense(chain[0], ()) if owner.dep_ == "poss" and owner.head == chain[0] else None
    return deed is not None and deed.polarity == "cooperative"


def _is_own_arms(head: Token) -> bool:
    """Whether somebody gives up arms of his own: "hand over the last of their weapons"."""
    given = [t for c in children(head) if c.dep_ == "dobj" for t in c.subtree]
    own = any(t.tag_ == "PRP$" for t in given)
    return own and any(t.lemma_ in ("arm", "arms", "weapon", "weaponry") for t in given)


def _leaves_body(head: Token, source: Argument, target: Argument) -> bool:
    """Whether a person leaves what he was a member of: "left the Greens", "leaves the cabinet"."""
    if kind_of(head, source) != "person":
        return False
    if target.form == "generic":
        return _noun(head, target) in words("stand_ins", "teams")
    return kind_of(head, target) in _BODIES - {"media"}


def _is_building(head: Token, target: Argument, read: Sense, chain: Chain) -> bool:
    """Whether a house is taken, and nobody in it: "captured the mosque"."""
    if read.relation not in ("ASSAULT", "COERCE") or chain or target.form != "generic":
        return False
    return head.lemma_ in words("places", "taking") and _noun(head, target) in words("places", "houses")


def _only_joins_things(head: Token, read: Sense) -> bool:
    """Whether somebody links one thing with another: "linked their return to the sacking of guards"."""
    return read.rule.startswith("link ") and not is_passive(head) and any(c.dep_ == "dobj" for c in children(head))


def _is_medium(head: Token, target: Argument, chain: Chain) -> bool:
    """Whether the target only carries what is published: "posted the pictures to Twitter"."""
    carried = head.lemma_ in words("circumstances", "posting") and bool(chain) and chain[-1].lower_ in ("on", "to")
    return carried and kind_of(head, target) in ("company", "media", "organisation")


def _is_sought(head: Token, source: Argument, target: Argument, read: Sense, chain: Chain) -> bool:
    """Whether a suspect is looked for: "police are seeking two men over the robbery"."""
    if read.rule != "seek" or chain or source.form != "generic":
        return False
    if not is_somebody(head, target) and kind_of(head, target) != "people":
        return False
    behind = (*children(head), *children(head.doc[target.end - 1]))
    over = any(c.lower_ == "over" or (c.lower_ == "in" and head.doc[c.i + 1].lower_ == "connection") for c in behind)
    return over and _noun(head, source) in words("sought", "by")


def _is_removed(head: Token, target: Argument, read: Sense, chain: Chain) -> bool:
    """Whether people are taken away who are no troops: "removed the man from the plane"."""
    if read.relation != "RETREAT" or chain or not read.rule.startswith("<pull> <troops>"):
        return False
    troops = words("forces", "nouns", "fighters")
    return is_somebody(head, target) and _noun(head, target) not in troops


def _in_a_game(head: Token, source: Argument, target: Argument) -> bool:
    """Whether somebody beats somebody in a game or a vote: both are named, and nothing tells of blows."""
    told = (t for p in children(head) if p.dep_ == "prep" for t in children(p) if t.dep_ == "pobj")
    played = any(t.lemma_.lower() in words("victories", "games") for t in told)  # "by 900 votes", "in the final"
    teams = words("stand_ins", "teams")
    unnamed = [a for a in (source, target) if a.form == "generic"]
    players = all(_noun(head, a) in teams for a in unnamed)
    if head.lemma_ in words("victories", "verbs"):
        return played and players and not {kind_of(head, source), kind_of(head, target)} & _FORCES
    if head.lemma_ != "beat":
        return False
    blows = ("up", "to", "with", "unconscious", "severely", "badly")
    return (played or players) and not any(c.lower_ in blows and c.dep_ != "aux" for c in children(head))


def _is_ahead(head: Token, read: Sense, source: Argument, target: Argument) -> bool:
    """Whether somebody only leads somebody in a race or a poll: who leads a person holds no office there."""
    ahead = read.relation == "ROLE" and head.lemma_ in ("lead", "head")
    return ahead and kind_of(head, source) == kind_of(head, target) == "person"


def _in_words(head: Token, source: Argument, target: Argument, read: Sense) -> bool:
    """Whether an attack is one of words: a politician's at the courts, or one that tells where or why it was said."""
    if read.relation != "ASSAULT" or head.lemma_ not in words("in_words", "verbs"):
        return False
    if not (_speaks(head, source) and (_speaks(head, target) or kind_of(head, target) in _BODIES)):
        return False
    if any(c.lower_ in ("with", "using") and read.rule != "clash with" for c in children(head)):  # "with a knife"
        return False
    noun = _noun(head, target) if target.form == "generic" else ""
    spared = kind_of(head, target) in _ONLY_IN_WORDS or noun in words("in_words", "bodies")
    return spared or any(_tells(p) for p in children(head) if p.dep_ in ("prep", "advcl"))


def _speaks(head: Token, argument: Argument) -> bool:
    """Whether somebody may attack and be attacked in words: a named person, a party, a minister, a court."""
    if argument.form == "generic":
        return _noun(head, argument) in words("in_words", "speakers", "bodies")
    return kind_of(head, argument) in _SPEAKERS


def _tells(preposition: Token) -> bool:
    """Whether a preposition says for what, or in what words, somebody was attacked: "over the deal", "on Twitter"."""
    behind: Iterator[Token] = preposition.subtree
    if preposition.lower_ in ("over", "for"):
        return any(c.dep_ in ("pobj", "pcomp") for c in children(preposition))
    return preposition.lower_ in ("in", "on", "during", "at", "via") and any(
        t.lemma_.lower() in words("in_words", "places") for t in behind
    )
