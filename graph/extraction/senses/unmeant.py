"""When does a reading say nothing of its two ends? A face is recognised, a border is one's own, a house is taken."""

from __future__ import annotations

from collections.abc import Callable

from graph.extraction.annotations import ORGANISED, STATES
from graph.extraction.relations import sense
from graph.extraction.senses.gifts import NOTHING_GIVEN
from graph.extraction.senses.movements import ONLY_MOVED
from graph.extraction.senses.said import Said, is_armed, is_of_labour
from graph.extraction.senses.targets import ONLY_MENTIONED
from graph.extraction.syntax.voice import is_passive
from graph.extraction.tokens import children
from graph.extraction.wordlists import actor_words, any_of, words

_NO_KIN = ORGANISED | STATES


def says_nothing(said: Said) -> bool:
    """Whether a reading ties its source to nobody, now that it is known who stands at its ends."""
    for rule in _RULES:  # noqa: SIM110 - a loop costs less than a generator here
        if rule(said):
            return True
    return False


def _is_face(said: Said) -> bool:
    """Whether a face is recognised, not a claim: "neighbours recognised the man"."""
    if said.read.rule not in ("recognize", "acknowledge") or not said.from_somebody:
        return False
    return "generic" in (said.source.form, said.target.form) and said.to_somebody


def _is_no_land(said: Said) -> bool:
    """Whether what is claimed is no land of a country's: "the club claimed a striker", "the flood a life"."""
    if said.read.rule != "claim":
        return False
    return said.source_kind != "country" or said.target_kind not in ("country", "region")


def _is_matter(said: Said) -> bool:
    """Whether a matter is taken up, and no offer: "took up Chad's complaint"; but "took it up"."""
    return said.read.rule == "take up" and said.target.form != "pronoun"


def _is_cut_short(said: Said) -> bool:
    """Whether only a journey is broken off: "cut short a trip to Chad"."""
    short = said.head.lemma_ == "cut" and any(c.lower_ == "short" for c in children(said.head))
    return (
        short
        and said.read.relation == "SANCTION"
        and any(t.lemma_ in words("circumstances", "travels") for t in said.chain)
    )


def _is_no_kin(said: Said) -> bool:
    """Whether a kinship noun is said of no person: "a son of Tambo governor Juan Soto", "took the child to"."""
    if said.read.relation != "OTHER" or said.read.kind != "structural":
        return False
    kin = actor_words("roles", "kin")
    if said.head.lemma_.lower() in kin:
        return said.target_kind in _NO_KIN or said.source_kind in ("country", "region")
    return said.read.rule.rpartition("(")[2].rstrip(")") in kin


def _only_describes(said: Said) -> bool:
    """Whether an adjective only tells of what sort somebody's rival is: "the mayor's Republican rival"."""
    if said.read.relation not in ("ALLIANCE", "RIVALRY") or said.head.pos_ != "NOUN":
        return False
    adjective = said.head.doc[said.target.end - 1]
    told = adjective.head == said.head and adjective.dep_ in ("amod", "compound", "nmod")
    return told and any(c.dep_ == "poss" for c in children(said.head))


def _is_led_out(said: Said) -> bool:
    """Whether somebody is only led out of something, where "take out" is to kill: "take us out of the union".

    Who is dragged out of it is wronged, not what he is dragged out of.
    """
    head, read, chain = said.head, said.read, said.chain
    if read.rule == "drag out" and not chain:
        return False
    outs = [c for c in children(head) if c.lower_ == "out"] if read.rule in ("take out", "drag out") else []
    return any(c.lower_ == "of" for out in outs for c in (*children(out), *out.doc[out.i + 1 : out.i + 2]))


def _is_listed(said: Said) -> bool:
    """Whether "they include" only tells who some are, or of what sort: no body is said to have members."""
    if said.head.lemma_ != "include":
        return False
    sort = said.target.form == "generic" and said.to_somebody
    return sort or said.head.doc[said.source.start].lower_ == "they"


def _is_called_so(said: Said) -> bool:
    """Whether nobody is called in: "called the deal historic in a post", "called for changes in Chadian law"."""
    head, read = said.head, said.read
    if read.rule != "call in":
        return False
    behind = [c for c in children(head) if c.lower_ == "in" and c.dep_ == "prep"]
    before = [c for c in children(head) if behind and c.i < behind[0].i]
    return any(c.dep_ in ("dobj", "oprd", "ccomp") or c.lower_ == "for" for c in before)


def _is_judged(said: Said) -> bool:
    """Whether what is called or seen as something is mostly no actor: "called it a day", "saw it as a gift"."""
    head, target, read = said.head, said.target, said.read
    judged = read.rule in ("call something", "see something as", "view something as", "regard something as")
    bare = target.form == "pronoun" and head.doc[target.start].lower_ in ("it", "this", "that", "these")
    return judged and bare


def _reaches_a_goal(said: Said) -> bool:
    """Whether what is hit is only a number: "hit the hiring goal of the president"."""
    return said.read.rule == "hit" and any(token.lemma_ in words("reached", "nouns") for token in said.chain)


def _sits_elsewhere(said: Said) -> bool:
    """Whether somebody sits on no seat of a body: "sat on the stage of the assembly"; but "on the board of"."""
    read, chain = said.read, said.chain
    seats = any_of(actor_words("organisations", "words"), words("reached", "seats"))
    return read.rule == "sit on" and any(t.pos_ != "ADP" and t.lemma_.lower() not in seats for t in chain)


def _sits_in_town(said: Said) -> bool:
    """Whether somebody only meets in a place: "the committee, sitting in Bucharest"; but "sits in the Senate"."""
    return said.read.rule == "sit in" and said.target.place


def _is_left_by_others(said: Said) -> bool:
    """Whether others are put out of a body, which suffers nothing: "expelled Syria from the league"."""
    from_it = [t.lower_ for t in said.chain] == ["from"] and not is_passive(said.head)
    if not from_it or said.head.lemma_ not in words("custody", "putting_out"):
        return False
    put_out = [c for c in children(said.head) if c.dep_ == "dobj"]
    return any(t.pos_ in ("PROPN", "PRON") or any(c.dep_ == "poss" for c in children(t)) for t in put_out)


def _is_of_contest(said: Said) -> bool:
    """Whether only a contest is hosted, and nobody in it: "hosted the European championship"."""
    read, chain = said.read, said.chain
    return read.rule == "host" and bool(chain) and chain[0].lemma_ in words("reached", "contests")


def _is_called_a_name(said: Said) -> bool:
    """Whether somebody is called something rather than telephoned: "called Omar Sy "a man without shame"."""
    if said.read.relation != "CONSULT" or said.head.lemma_ != "call":
        return False
    return sum(c.dep_ in ("dobj", "oprd") for c in children(said.head)) > 1


def _is_friend_of_others(said: Said) -> bool:
    """Whether somebody is only called a friend of others: "described him as a friend of the junta"."""
    if said.read.relation != "SUPPORT" or said.head.lemma_ not in ("brand", "call", "describe", "label"):
        return False
    called = [t for c in children(said.head) if c.lower_ == "as" for t in children(c)]
    called += [c for c in children(said.head) if c.dep_ in ("oprd", "attr")]
    named = [t for t in called if t.lemma_ == "supporter" or t.lemma_ in words("reciprocal", "others")]
    return any(c.lower_ == "of" for t in named for c in children(t))


def _only_needs(said: Said) -> bool:
    """Whether people are lacking rather than asked: "needs new leaders"; but "needs miners to vote"."""
    lacking = said.read.rule in ("need", "require", "lack") and said.target.form == "generic"
    return lacking and not any(c.dep_ in ("xcomp", "ccomp") for c in children(said.head))


def _says_of_what_sort(said: Said) -> bool:
    """Whether an unnamed body only says which partners are meant: "coalition partners"."""
    beside = said.head.doc[said.target.end - 1]
    return said.target.form == "generic" and beside.dep_ == "compound" and beside.head == said.head


def _is_voiced_for(said: Said) -> bool:
    """Whether somebody only speaks for whose support it is: "the envoy promised Norway's support"."""
    ways = [t.lower_ for t in said.chain if t.pos_ == "ADP"]
    if said.head.lemma_ not in words("granted", "voicing") or not said.chain:
        return False
    if ways == ["of"]:  # "reiterated the commitment | of the agency"
        given = [c for c in children(said.head) if c.dep_ == "dobj"]
        return any(t.lemma_ in words("granted", "promises") for t in (*given, said.chain[0]))
    if len(said.chain) != 1 or said.chain[0].dep_ != "dobj":
        return False
    owner = said.head.doc[said.target.start : said.target.end].root
    deed = sense(said.chain[0], ()) if owner.dep_ == "poss" and owner.head == said.chain[0] else None
    return deed is not None and deed.polarity == "cooperative"


def _only_joins_things(said: Said) -> bool:
    """Whether somebody links one thing with another: "linked their return to the sacking of guards"."""
    joins = said.read.rule.startswith(("link with", "tie with"))
    moved = "agent" if is_passive(said.head) else "dobj"  # "was linked to the rebels | by Chad"
    return joins and any(c.dep_ == moved for c in children(said.head))


def _is_medium(said: Said) -> bool:
    """Whether the target only carries what is published: "posted the pictures to Twitter"."""
    carried = (
        said.head.lemma_ in words("circumstances", "posting")
        and bool(said.chain)
        and said.chain[-1].lower_ in ("on", "to")
    )
    return carried and said.target_kind in ("company", "media", "organisation")


def _is_building(said: Said) -> bool:
    """Whether a house is taken, and nobody in it: "captured the mosque"."""
    if said.read.relation not in ("ASSAULT", "COERCE") or said.chain or said.target.form != "generic":
        return False
    return said.head.lemma_ in words("places", "taking") and said.target_noun in words("places", "houses")


def _is_workplace(said: Said) -> bool:
    """Whether a country or a town is only where somebody works."""
    return said.read.rule == "work in" and said.target_kind in ("country", "region")


def _is_of_a_faith(said: Said) -> bool:
    """Whether an adjective only tells what something is like: "oversees Muslim holy sites"."""
    return said.read.relation == "ROLE" and said.target.form == "demonym" and said.target_kind == "people"


def _is_chosen(said: Said) -> bool:
    """Whether only an office is filled: "met to choose a prime minister"."""
    chosen = said.read.rule in words("control", "choosing") and said.target.form == "generic" and not said.chain
    return chosen and any(c.lower_ in ("a", "an") for c in children(said.head.doc[said.target.end - 1]))


def _is_of_strikers(said: Said) -> bool:
    """Whether "of" names who strikes or marches, not against whom: "organised a strike of miners"."""
    protest = said.read.relation == "PROTEST" and len(said.chain) > 1 and said.chain[-1].lower_ in ("by", "of")
    return protest and said.to_somebody and said.read.rule.startswith("<stage>")


def _is_shown(said: Said) -> bool:
    """Whether something is only shown: "his decline was demonstrated by the vote"."""
    return said.read.rule == "demonstrate" and (is_passive(said.head) or not said.chain)


def _is_asked_by_press(said: Said) -> bool:
    """Whether somebody only speaks to the press somewhere: "told a Tokyo news conference"."""
    told = said.read.rule.startswith("tell meeting") and bool(said.chain) and said.chain[0].lemma_ == "conference"
    return told and any(c.lower_ in ("news", "press") for c in children(said.chain[0]))


def _is_beside(said: Said) -> bool:
    """Whether somebody only does the same: "backs the tax, along with Chad", "as well as Chad"."""
    ways = [t.lower_ for t in said.chain[-2:]]
    return ways in (["along", "with"], ["together", "with"]) and said.chain[-1].i == said.chain[-2].i + 1


def _closes_what_is_there(said: Said) -> bool:
    """Whether only something in a country is closed: "will close plants in Germany"."""
    there = bool(said.chain) and said.target_kind in ("country", "region") and said.head.lemma_ in ("close", "shut")
    return there and said.chain[-1].pos_ == "NOUN" and said.target.start > said.chain[-1].i


def _is_likened(said: Said) -> bool:
    """Whether the target only belongs to what something is called: "hailed it as Iran's failure", "as an OPEC"."""
    if said.chain and said.read.rule.startswith("compare to"):
        return True  # "compared Lima to Hitler"
    if not said.chain or said.chain[0].lower_ != "as" or said.head.lemma_ not in words("control", "likening"):
        return False
    named = said.head.doc[said.target.start : said.target.end].root
    return len(said.chain) > 1 or any(c.lower_ in ("a", "an", "another") for c in children(named))


def _is_hit_by_events(said: Said) -> bool:
    """Whether an event hits something, not who takes part in it: "the miners' strike has hit the port"."""
    if said.head.lemma_ != "hit":
        return False
    events = [c for c in children(said.head) if c.dep_ == "nsubj" and c.lemma_ in words("reached", "hitting")]
    return any(event.lemma_ != "strike" or is_of_labour(event) for event in events)


def _is_asked_for(said: Said) -> bool:
    """Whether the target is only for whom something is asked: "the request for the agency was cut"."""
    direct = len(said.chain) == 1 and said.chain[0].lower_ == "for" and said.head.lemma_ in ("bid", "request")
    return direct and said.read.relation == "REQUEST" and not said.to_somebody


def _is_discussed(said: Said) -> bool:
    """Whether the target only owns what is spoken about: "discussed Chadian sanctions"."""
    if said.read.relation != "OTHER" or said.head.lemma_ not in ("debate", "discuss") or not said.chain:
        return False
    said_so = any(t.lemma_ in words("stand_ins", "products") and t.lemma_ != "sanction" for t in said.chain)
    return said.chain[-1].pos_ == "NOUN" and not said_so and not said.to_somebody


def _joins_a_crowd(said: Said) -> bool:
    """Whether somebody is only one of a people: "joined the millions of Americans on the roads"."""
    if said.read.rule != "join" or said.target_kind != "people":
        return False
    crowd = said.head.doc[said.target.end - 1]
    return bool(said.chain) or any(c.dep_ == "nummod" for c in children(crowd))


def _pins_nobody(said: Said) -> bool:
    """Whether somebody without arms only presses another for an answer: "tried to pin down the mayor"."""
    return said.read.rule == "pin down" and not is_armed(said.head, said.source)


def _is_policed(said: Said) -> bool:
    """Whether somebody's words are policed, and no place: "policing the senator's statements"."""
    return said.read.rule == "police" and bool(said.chain) and not said.target.place


def _is_at_heart(said: Said) -> bool:
    """Whether something only touches a matter: "hit at the heart of the case against the president"."""
    matters = any(t.lemma_ in ("case", "heart", "root", "core") for t in said.chain)
    return said.read.relation == "ASSAULT" and said.head.lemma_ in ("hit", "strike") and matters


def _is_title(said: Said) -> bool:
    """Whether "head" only is what somebody is, taken for a verb: "said NASA head Ana Lima"."""
    return said.read.rule == "head" and not said.chain and said.target_kind == "person"


def _is_source(said: Said) -> bool:
    """Whether an unnamed source only knows of somebody: "one source close to the investigation"."""
    return said.head.lemma_ == "close" and said.source_noun == "source"


def _is_kept_from(said: Said) -> bool:
    """Whether others are kept out of a body, which suffers nothing: "kept the Greens out of government"."""
    way = [t.lower_ for t in said.chain]
    out = said.head.lemma_ == "keep" and bool(way) and (way == ["out", "of"] or said.read.rule == "keep out of")
    barred = way == ["from"] and said.read.rule == "ban from" and said.target.form == "generic"
    return (out or barred) and any(c.dep_ == "dobj" for c in children(said.head))


def _is_wanted(said: Said) -> bool:
    """Whether somebody unnamed is only what another is asked for: "asked Boeing for an engineer"."""
    asked = said.read.relation == "REQUEST" and [t.lower_ for t in said.chain] == ["for"]
    return asked and said.target.form == "generic" and any(c.dep_ == "dobj" for c in children(said.head))


def _is_own_deed(said: Said) -> bool:
    """Whether somebody only says he has not done something: "denied the killing of Ana Lima"."""
    sided = said.read.relation in ("CONCEDE", "SUPPORT") and said.read.rule.startswith("refuse(")
    return sided and said.head.lemma_ == "deny"


def _is_of_deed(said: Said) -> bool:
    """Whether somebody only suffered what is blamed on others: "the attack on Chad was blamed on Mali"."""
    blames = said.head.lemma_ in words("blaming", "on") and len(said.chain) > 1 and said.chain[-1].lower_ == "on"
    return blames and any(c.dep_ == "prep" and c.lower_ == "on" for c in children(said.head))


def _is_no_game(said: Said) -> bool:
    """Whether it is not two teams that play: "Chad will play Mali in the final"."""
    teams = {"company", "country", "organisation", "region"}
    return said.read.rule in ("play", "play against") and not {said.source_kind, said.target_kind} <= teams


def _is_venue(said: Said) -> bool:
    """Whether a court is only where somebody is taken to: "took the union to the High Court", "sued in a court of"."""
    where = [t.lower_ for t in said.chain[-1:]] in (["in"], ["to"], ["before"], ["into"])
    if not where or said.head.lemma_ not in words("courts", "taking"):
        return False
    return any(t.lower_ in words("courts", "venues") for t in said.head.doc[said.target.start : said.target.end])


def _only_may_speak(said: Said) -> bool:
    """Whether somebody only may speak to the press: "was not authorised to talk to reporters"."""
    above = said.head.head
    allowed = said.head.dep_ in ("xcomp", "ccomp") and above.lemma_ in ("authorise", "authorize", "permit")
    return allowed and is_passive(above) and said.read.kind == "speech"


def _is_formed(said: Said) -> bool:
    """Whether no body is set up that somebody could belong to: "formed a queue of miners", "set up the mayor"."""
    made = said.read.rule in ("form", "set up")
    return made and (
        bool(said.chain)
        or not said.from_somebody
        or said.target_kind not in ORGANISED | {"armed group", "media", "party"}
    )


_RULES: tuple[Callable[[Said], bool], ...] = (
    *ONLY_MENTIONED, *NOTHING_GIVEN, _is_face, _is_no_land, _is_no_kin, _is_matter,
    _is_cut_short,
    _only_describes, _is_led_out, _is_listed, _is_called_so,
    _is_judged, _reaches_a_goal, _sits_elsewhere, _sits_in_town, _is_left_by_others, _is_of_contest,
    _is_called_a_name, _is_friend_of_others, _only_needs, _says_of_what_sort, _is_workplace,
    _is_voiced_for, _only_joins_things, _is_medium, _is_of_a_faith, _is_building, _is_chosen, _is_of_strikers,
    _is_shown, _is_asked_by_press, _is_beside, _is_likened, _is_hit_by_events, _is_asked_for,
    _is_discussed, _joins_a_crowd, _pins_nobody, _is_policed, _is_at_heart, _is_title,
    _closes_what_is_there, _is_source, _is_kept_from, _is_wanted, _is_venue, _is_own_deed,
    _is_of_deed, _is_no_game, _only_may_speak, _is_formed, *ONLY_MOVED,
)  # fmt: skip
