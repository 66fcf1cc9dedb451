"""What mends a word that the parser hangs in the wrong place, one function a kind of slip.

Each looks at one word as the parser hangs it and tells whether it hung it elsewhere, as in "set eleven prisoners |
free", where the bar stands before the word that it mends; `MENDING` says which of them looks at which words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from spacy.tokens import Token

from graph.extraction.cues import cues
from graph.extraction.senses.lexicon import lexicon
from graph.extraction.syntax.asides import act_on, begin_clause, take_up, undergo
from graph.extraction.syntax.mended_objects import detach, give, offer
from graph.extraction.syntax.mended_subjects import (
    CLAUSAL,
    act_after_all,
    act_both,
    begin,
    hang,
    has_doer,
    name_leader,
    prefer,
    present,
    say,
    say_aside,
    speak_up,
    stand_apart,
    stay_before,
)
from graph.extraction.syntax.voice import is_passive
from graph.extraction.wordlists import actor_words, any_of, words

_COMPLEMENTS = frozenset({"acomp", "attr", "ccomp", "dobj", "npadvmod", "prep", "xcomp"})
_BELOW = frozenset({"acl", "advcl", "attr", "ccomp", "dobj", "pcomp", "pobj", "prep", "xcomp"})
_AGES = frozenset({"childhood", "spell", "while", "youth"})
_RELATED = frozenset({"family", "friend", "lawyer", "parent", "relative"})
_COURTS = frozenset({"court", "judge", "jury", "justice", "magistrate", "tribunal"})
_OCCASIONS = frozenset({  # where something is said
    "address", "article", "briefing", "broadcast", "call", "column", "conference", "conversation", "email", "essay",
    "hearing", "interview", "letter", "meeting", "memo", "message", "note", "post", "report", "speech", "statement",
    "talk", "testimony", "tweet", "video",
})  # fmt: skip


def _move(apposition: Token) -> bool:
    """Hang an apposition on the name before its comma, where the parser hangs it across a verb; whether it did."""
    doc, comma, noun = apposition.doc, apposition.left_edge.i - 1, apposition.head
    if apposition.pos_ != "NOUN" or noun.pos_ == "VERB":  # a name may be the next of a list
        return False
    if comma < 1 or doc[comma].text != "," or noun.i >= comma:
        return False
    name = next((m for m in doc._.actor_mentions or () if m.end == comma and m.form == "name"), None)
    if name is None or noun.i == name.head or (noun.i < name.start and doc[name.head] in noun.subtree):
        return False
    return hang(apposition, doc[name.head])


def complete(verb: Token) -> bool:
    """Hang what becomes of its object on the verb: "set eleven prisoners | free"; whether it hung elsewhere."""
    results = words("resulting", verb.lemma_) if verb.pos_ == "VERB" else ()
    held = [t for t in verb.subtree if t.i > verb.i and t.lower_ in results and t.dep_ in ("advcl", "amod", "acomp")]
    for word in held[:1]:
        word.head, word.dep_ = verb, "oprd"
    return bool(held)


def _resume(verb: Token) -> bool:
    """Hang a past tense on the verb that asks for something, not on what is asked; whether it hung there.

    "Demanded that the officers return and | threatened them".
    """
    asked = verb.head
    bare = asked.dep_ == "ccomp" and asked.tag_ in ("VB", "VBP") and not any(c.tag_ == "MD" for c in asked.children)
    if verb.tag_ != "VBD" or not bare or asked.head.tag_ != "VBD" or asked.head.i > asked.i:
        return False
    if has_doer(verb):
        return False
    verb.head = asked.head
    return True


def _rejoin(joined: Token) -> bool:
    """Hang what the parser joins to the wrong clause on what it goes on with; whether it did."""
    if joined.pos_ == "ADP":
        return _pair(joined)
    return speak_up(joined) or take_up(joined) or _part(joined) or _resume(joined) or _go_on(joined)


def _speak(verb: Token) -> bool:
    """Hang who speaks "on condition of anonymity" where he is named: "an official in the agency, | speaking on"."""
    told = {t.lower_ for t in verb.subtree}
    comma = verb.left_edge.i - 1
    if verb.lower_ != "speaking" or "anonymity" not in told or comma < 1 or verb.doc[comma].text != ",":
        return False
    before = verb.doc[comma - 1]
    people = [t for t in (before, *before.ancestors) if t.i < comma and t.lemma_ in actor_words("generic", "people")]
    if not people or people[0] == verb.head or not hang(verb, people[0]):
        return False
    verb.dep_ = "acl"
    return True


def _wish(infinitive: Token) -> bool:
    """Make what somebody "would like" another to do the complement that it is."""
    verb = infinitive.head
    wished = verb.lemma_ == "like" and _has_to(infinitive) and any(c.tag_ == "MD" for c in verb.children)
    if wished:
        infinitive.dep_ = "xcomp"
    return wished


def _report(verb: Token) -> bool:
    """Make what somebody says somewhere the complement that it is: "said in a written statement | that Chad fled".

    So it is with "complained to a panel that Chad fled"; but a clause that lacks an object tells of the statement:
    "said in a statement that Chad drafted".
    """
    place, joint = verb.head, verb.head.head
    said = joint.head if place.dep_ == "pobj" and (place.lemma_ in _OCCASIONS or joint.lower_ == "to") else None
    if place.dep_ == "dobj" and joint.lemma_ in words("control", "telling"):
        said = joint
    mark = verb.doc[verb.left_edge.i]
    if said is None or mark.lower_ != "that" or mark.head != verb or said.lemma_ not in cues("attribution")["verb"]:
        return False
    complete = [c for c in verb.children if c.i > verb.i and c.dep_ in _COMPLEMENTS]
    whole = bool(complete) or is_passive(verb)
    told = any(c.dep_ == "ccomp" for c in said.children)
    if told or not whole or mark.i < place.i or not has_doer(verb) or mark.dep_.startswith("nsubj"):
        return False
    verb.head, verb.dep_, mark.dep_ = said, "ccomp", "mark"
    for name in complete[:1]:
        if name.dep_ == "npadvmod" and name.pos_ == "PROPN" and name.i == verb.i + 1 and name.ent_type_ != "DATE":
            name.dep_ = "dobj"
    return True


def _spend(gerund: Token) -> bool:
    """Hang what time is spent with on "spend": "spent his time on the stand | attacking the judge"."""
    place = gerund.head
    verb = place.head.head if gerund.tag_ == "VBG" and place.dep_ == "pobj" else place
    if verb.lemma_ != "spend" or not any(c.dep_ == "dobj" and c.i < place.i for c in verb.children):
        return False
    gerund.head, gerund.dep_ = verb, "xcomp"
    return True


def _go_on(infinitive: Token) -> bool:
    """Hang an infinitive on the last before it, not on what governs that: "told him to stop it and | to leave"."""
    above = infinitive.head
    if not _has_to(infinitive) or above.pos_ != "VERB" or _has_to(above):
        return False
    before = [t for t in above.doc[above.i : infinitive.i] if t.dep_ in ("xcomp", "advcl", "acl") and _has_to(t)]
    return bool(before) and above.is_ancestor(before[-1]) and hang(infinitive, before[-1])


def _has_to(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.children)


def _part(verb: Token) -> bool:
    """Make a verb behind a comma one of a clause that begins with "after" and somebody; whether it was another's.

    "The navy came after dockers, eight days into a strike, | refused an offer": the dockers did.
    """
    above, doc = verb.head, verb.doc
    if verb.tag_ not in ("VBD", "VBP", "VBZ") or verb.i == 0 or doc[verb.i - 1].text != ",":
        return False
    between = [c for c in above.children if above.i < c.i < verb.i]
    if any(c.dep_ == "cc" for c in between) or has_doer(verb):
        return False
    joints = [c for c in between if c.dep_ == "prep" and c.lower_ in CLAUSAL]
    doers = [t for joint in joints[-1:] for t in joint.children if t.dep_ == "pobj" and doc[t.i + 1].text == ","]
    if not doers or all(m.head != doers[0].i for m in doc._.actor_mentions or ()):
        return False
    verb.dep_ = "advcl"
    doers[0].head, doers[0].dep_ = verb, "nsubj"
    joints[-1].head, joints[-1].dep_ = verb, "mark"
    return True


def _pair(preposition: Token) -> bool:
    """Hang a preposition where the same one hangs before: "appealed to the union to mediate, and | to Chad"."""
    verb = preposition.head
    if verb.pos_ != "VERB":
        return False
    clauses = (verb, *verb.ancestors)
    same = (c for t in clauses for c in t.children if c.dep_ == "prep" and c.lower_ == preposition.lower_)
    first = next((c for c in same if c.i < preposition.i), None)
    if first is None or not hang(preposition, first.head):
        return False
    preposition.dep_ = "prep"
    return True


def _relate(mark: Token) -> bool:
    """Make a clause that lacks an object a relative one: "a claim | that a spokesman dismissed"; whether it was."""
    verb = mark.head
    judges = (
        mark.lower_ == "that"
        and verb.dep_ == "acl"
        and verb.lemma_ in words("control", "rejecting")
        and not is_passive(verb)
    )
    if not judges or any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in verb.children):
        return False
    verb.dep_, mark.dep_ = "relcl", "dobj"
    return True


def _raise(preposition: Token) -> bool:
    """Hang whose offer or demand it is on that, not on what is offered: "an offer of buses | from the ministry".

    So it is with those who talk: "talks about oil | between Chad and Mali".
    """
    thing = preposition.head
    if preposition.lower_ == "between" and thing.dep_ == "pobj" and thing.head.lower_ in ("about", "on", "over"):
        talks = thing.head.head
        tie = any("between" in way for e in lexicon().entries("nouns", thing.lemma_) for way in e.prepositions)
        shared = not tie and talks.lemma_ in any_of(words("victories", "meetings"), words("reciprocal", "quarrels"))
        return shared and hang(preposition, talks)
    put = thing.head.head if thing.dep_ == "pobj" and thing.head.lower_ in ("of", "for") else None
    if put is None or put.pos_ != "NOUN" or preposition.lower_ not in ("by", "from"):
        return False
    if put.lemma_ not in any_of(words("duty", "nouns"), words("answered", "offers")):
        return False
    preposition.head = put
    return True


def _do(preposition: Token) -> bool:
    """Hang who did it on the passive, not on where it was: "was turned back at a checkpoint | by fighters"."""
    place = preposition.head
    verb = place.head.head if place.dep_ == "pobj" and place.head.dep_ == "prep" else None
    if preposition.lower_ != "by" or verb is None or verb.pos_ != "VERB" or not is_passive(verb):
        return False
    somewhere = place.ent_type_ in ("FAC", "GPE", "LOC") or place.lemma_ in words("places", "spots")
    if not somewhere or any(c.dep_ == "agent" for c in verb.children):
        return False
    preposition.head, preposition.dep_ = verb, "agent"
    return True


def _close(preposition: Token) -> bool:
    """Hang where all of it was said on the verb of saying: "said Chad remains a partner, | in calls with Mali"."""
    words_said = [c for c in preposition.children if c.dep_ == "pobj" and c.lemma_ in _OCCASIONS]
    comma = preposition.i > 0 and preposition.nbor(-1).text == ","
    if not words_said or not comma or preposition.lower_ not in ("in", "during"):
        return False
    verb = preposition.head
    while verb.dep_ in _BELOW and verb.head.i < verb.i:
        verb = verb.head
    if verb == preposition.head or verb.pos_ != "VERB":
        return False
    preposition.head = verb
    return True


def _condemn(preposition: Token) -> bool:
    """Hang a court on the verb that it punishes with: "was jailed for the murder of Ana Bello | by a judge"."""
    crime = preposition.head
    verb = next((t for t in crime.ancestors if t.pos_ == "VERB"), None)
    if preposition.lower_ != "by" or crime.pos_ != "NOUN" or verb is None or not is_passive(verb):
        return False
    if verb.lemma_ not in words("control", "judging") or any(c.dep_ == "agent" for c in verb.children):
        return False
    if not any(t.lower_ in _COURTS for t in preposition.subtree):
        return False
    preposition.head, preposition.dep_ = verb, "agent"
    return True


def _carry_on(verb: Token) -> bool:
    """Join a verb behind a comma to the one before it: "flew to Lima, | visited a clinic and vowed"."""
    above, comma = verb.head, verb.left_edge.i - 1
    alike = verb.tag_ == above.tag_ == "VBD" and above.i < verb.i and comma > 0 and verb.doc[comma].text == ","
    if not alike or has_doer(verb) or verb.left_edge != verb:
        return False
    verb.dep_ = "conj"
    return True


def _measure(of: Token) -> bool:
    """Hang what a share is of on its number: "bought 26 per cent | of the airline"."""
    per = of.head.head
    if of.lower_ != "of" or of.head.lower_ != "cent" or per.lower_ != "per" or per.head.tag_ != "CD":
        return False
    of.head = per.head
    return True


def _was_lately(noun: Token) -> bool:
    """Make what somebody was "until recently" an apposition: "Ana Lima, until recently | head | of Oxfam, said"."""
    until, doc = noun.head, noun.doc
    start = until.left_edge.i if until.i else 0
    lately = until.lower_ in ("until", "till") and doc[until.i + 1].lower_ in ("recently", "lately")
    if not lately or start < 1 or doc[start - 1].text != ",":
        return False
    name = next((m for m in doc._.actor_mentions or () if m.end == start - 1), None)
    if name is None or not hang(noun, doc[name.head]):
        return False
    noun.dep_ = "appos"
    until.head, until.dep_ = noun, "prep"
    return True


def _act(gerund: Token) -> bool:
    """Make a gerund that somebody is accused of a verb: "accused Chad of | siding with"; whether it was a noun."""
    of = gerund.head
    charge = gerund.tag_ == "VBG" and of.dep_ == "prep" and of.head.lemma_ in words("control", "judging")
    if not charge or any(c.dep_ in ("det", "amod", "poss", "compound") for c in gerund.children):
        return False
    gerund.dep_ = "pcomp"
    return True


def _describe(to: Token) -> bool:
    """Make a participle behind "to" tell of the noun behind it: "gave rebates to | favoured importers"; whether it did.

    No infinitive has the form of the past.
    """
    told = to.head
    past = to.tag_ == "TO" and told.tag_ in ("VBN", "VBD") and told.lower_ != told.lemma_ and told.i == to.i + 1
    nouns = [c for c in told.children if c.dep_ == "dobj" and c.i > told.i and c.tag_ in ("NNS", "NN")] if past else []
    if len(nouns) != 1 or told.dep_ not in ("advcl", "acl", "xcomp") or any(c.dep_ == "det" for c in nouns[0].children):
        return False
    for child in [c for c in told.children if c.i > nouns[0].i]:
        child.head = told.head
    to.head, to.dep_ = told.head, "prep"
    nouns[0].head, nouns[0].dep_ = to, "pobj"
    told.head, told.dep_ = nouns[0], "amod"
    return True


def _be(noun: Token) -> bool:
    """Hang what somebody is on "be", where the parser hangs it on a time: "was for years | the treasurer of"."""
    time = noun.head
    verb = time.head.head if time.dep_ == "pobj" else time
    if verb.lemma_ != "be" or noun.pos_ != "NOUN" or time.i > noun.i or verb.i > time.i:
        return False
    spell = time.lemma_ in any_of(words("partitives", "spells", "moments"), _AGES)
    if not spell or any(c.dep_ in ("attr", "acomp", "expl") for c in verb.children):
        return False
    noun.head, noun.dep_ = verb, "attr"
    return True


def _befall(participle: Token) -> bool:
    """Hang what befell somebody on who stands right before it: "the mother of the boy | shot | by police"."""
    kin, person = participle.head, participle.nbor(-1) if participle.i else participle
    if participle.tag_ != "VBN" or person.dep_ != "pobj" or person.pos_ not in ("NOUN", "PROPN"):
        return False
    related = kin.lemma_ in any_of(actor_words("roles", "kin"), _RELATED)
    if not related or person.head.lower_ != "of" or person.head.head != kin:
        return False
    participle.head = person
    return True


# What mends a word and tells whether it did, by how the parser hangs it.
MENDING: Mapping[str, Callable[[Token], bool]] = {
    "amod": act_on,
    "appos": lambda noun: stand_apart(noun) or say(noun) or _be(noun) or _move(noun),
    "aux": _describe,
    "cc": act_both,
    "conj": _rejoin,
    "dep": _carry_on,
    "dobj": lambda noun: detach(noun) or give(noun),
    "acl": lambda verb: _report(verb) or _spend(verb) or act_after_all(verb) or _befall(verb),
    "advcl": lambda verb: _speak(verb) or _wish(verb) or begin_clause(verb),
    "mark": _relate,
    "nsubj": lambda name: present(name) or name_leader(name) or say_aside(name) or prefer(name) or undergo(name),
    "nmod": stay_before,
    "npadvmod": lambda noun: give(noun) or begin(noun) or say_aside(noun),
    "pobj": lambda noun: _act(noun) or _was_lately(noun),
    "ROOT": take_up,
    "ccomp": lambda clause: take_up(clause) or offer(clause),
    "relcl": _report,
    "prep": lambda joint: _condemn(joint) or _do(joint) or _raise(joint) or _close(joint) or _measure(joint),
}
