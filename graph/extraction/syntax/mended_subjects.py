"""Who acts, or is told of, where the parser took a name for something else: mends of subjects and appositions.

`mending.py` says when each is asked.
"""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.cues import cues
from graph.extraction.tokens import lower_words

CLAUSAL = frozenset({"after", "before", "since", "until"})  # what a clause begins with, or a phrase


def hang(token: Token, head: Token) -> bool:
    """Hang a token on another, unless that one hangs on it; whether it does now."""
    if token == head or token.is_ancestor(head):
        return False
    token.head = head
    return True


def speak_up(verb: Token) -> bool:
    """Make somebody with what he is in commas the one who says it: "left Chad, Omar Bello, a trader, | told us"."""
    doc, comma = verb.doc, verb.i - 1
    if not says(verb) or verb.tag_ not in ("VBD", "VBZ") or doc[comma].text != ",":
        return False
    if has_doer(verb):
        return False
    before = [
        m for m in doc._.actor_mentions or () if m.form == "name" and doc[m.start - 1].text == "," and m.end < comma
    ]
    name = before[-1] if before and before[-1].start > verb.sent.start else None
    if name is None or doc[name.end].text != "," or doc._.actors[name.actor].kind != "person":
        return False
    subject = doc[name.head]
    told = [c for c in subject.children if c.dep_ == "appos" and c.right_edge.i == comma - 1]
    if not told or subject.head == verb or not verb.head.is_ancestor(subject):
        return False
    subject.head, subject.dep_ = verb, "nsubj"
    return True


def say(subject: Token) -> bool:
    """Make who says so no apposition to the name before him: "must free Omar Bello, Chad's president | said"."""
    doc, first, last = subject.doc, subject.left_edge.i, subject.right_edge.i
    verb = doc[last + 1] if last + 1 < len(doc) else subject
    if first < 1 or doc[first - 1].text != "," or verb.tag_ not in ("VBD", "VBZ") or verb.sent != subject.sent:
        return False
    if not says(verb) or (has_doer(verb) and not _give_back(subject, verb)):
        return False
    clause = verb.head
    if not verb.is_ancestor(subject):
        above, dep = clause.head, clause.dep_
        if not clause.is_ancestor(subject) or clause.i > subject.i or clause.pos_ not in ("AUX", "VERB"):
            return False
        verb.head, verb.dep_ = (verb if above == clause else above), dep
        clause.head, clause.dep_ = verb, "ccomp"
    subject.head, subject.dep_ = verb, "nsubj"
    return True


def _give_back(speaker: Token, verb: Token) -> bool:
    """Make the subject of a verb of saying the object of the verb before it: "sued | Telia |, the daily Sol said"."""
    object_, above = speaker.head, verb.head
    taken = object_.head == verb and object_.dep_ == "nsubj" and verb.dep_ == "ccomp" and above.i < object_.i
    if not taken or any(c.dep_ in ("ccomp", "dobj") and c != verb for c in above.children):
        return False
    head, dep = above.head, above.dep_
    verb.head, verb.dep_ = (verb if head == above else head), dep
    above.head, above.dep_ = verb, "ccomp"
    object_.head, object_.dep_ = above, "dobj"
    speaker.head, speaker.dep_ = verb, "nsubj"
    return True


def present(name: Token) -> bool:
    """Make what a name is an apposition to it, where the parser has two subjects: "the movement, | Hamas has fled"."""
    doc, verb = name.doc, name.head
    if not any(c.dep_ == "nsubj" and c.i < name.i for c in verb.children):
        return False
    heads = {name.i: 0, **{c.i: name.left_edge.i for c in name.children if c.dep_ == "appos" and c.i == name.i + 1}}
    named = (m for m in doc._.actor_mentions or () if m.head in heads and m.form == "name")
    start = next((heads[m.head] or m.start for m in named), 0)
    if start < 2 or name.i + 1 == len(doc) or doc[start - 1].text != ",":
        return False
    if len(heads) == 1 and doc[name.i + 1].pos_ not in ("AUX", "VERB"):  # "the maker, | the firm | Vaxilor, said"
        return False
    noun = doc[start - 2]
    subject = noun.dep_ == "nsubj" and noun.head == verb and noun.tag_ == "NN"
    if not subject or not any(c.lower_ in ("the", "a", "an") for c in noun.children):
        return False
    noun.head, noun.dep_ = name, "appos"
    return True


def name_leader(name: Token) -> bool:
    """Make a name an apposition to the office before it, where others act: "miners led by the monk | Ali | sued"."""
    doc, others = name.doc, [c for c in name.head.children if c.dep_ == "nsubj" and c.i < name.i]
    if not others:
        return False
    start = next((m.start for m in doc._.actor_mentions or () if m.head == name.i and m.form == "name"), 0)
    office = doc[start - 1] if start else name
    if office.dep_ != "pobj" or office.head.dep_ != "agent" or not any(c.is_ancestor(office) for c in others):
        return False
    name.head, name.dep_ = office, "appos"
    return True


def stand_apart(noun: Token) -> bool:
    """Make what somebody is an apposition to his name, not to "himself": "Deby, himself a former | rebel, fled"."""
    mark = noun.head
    if mark.dep_ != "appos" or mark.tag_ != "PRP" or not mark.lower_.endswith(("self", "selves")):
        return False
    return hang(noun, mark.head)


def act_both(both: Token) -> bool:
    """Make two a subject that the parser hangs on "since": "fell since Peru and Mali | both | trade with Chad"."""
    first, mark = both.head, both.head.head
    if both.lower_ != "both" or first.dep_ != "pobj" or mark.lower_ not in CLAUSAL:
        return False
    verb = both.doc[both.i + 1 : both.i + 2]
    if not verb or verb[0].tag_ not in ("VBP", "VBD") or has_doer(verb[0]):
        return False
    clause, above = verb[0], mark.head
    if clause == above or clause.is_ancestor(mark):
        return False
    clause.head, clause.dep_ = above, "advcl"
    first.head, first.dep_ = clause, "nsubj"
    mark.head, mark.dep_ = clause, "mark"
    return True


def say_aside(name: Token) -> bool:
    """Make who acts no subject of the verb of saying behind it: "| Chad, said officials, attacked Niger".

    So it is with "Chad, officials said, attacked Niger".
    """
    saying, doc = name.head, name.doc
    if not says(saying) or name.left_edge.i != saying.sent.start:
        return False
    if "," not in (doc[name.right_edge.i + 1 : name.right_edge.i + 2].text, doc[name.i + 1].text):
        return False
    acting = [c for c in saying.children if c.dep_ == "ccomp" and c.i > saying.i]
    acting = [saying.head] if saying.dep_ == "parataxis" else acting
    speakers = [c for c in saying.children if c.dep_ == "nsubj" and c != name]
    beside = [c for c in name.children if c.dep_ == "appos" and c.right_edge.i == saying.i - 1]
    if not speakers and beside and len(acting) == 1 and not has_doer(acting[0]):  # "Chad, | Oxfam | said, attacked"
        speakers = beside[:1]
        speakers[0].head, speakers[0].dep_ = saying, "nsubj"
    if len(acting) != 1 or not speakers or acting[0].i < saying.i or has_doer(acting[0]):
        return False
    name.head, name.dep_ = acting[0], "nsubj"
    return True


def prefer(other: Token) -> bool:
    """Make who stands before "rather than" the one who acts: "Chad rather than | Mali attacked Niger"."""
    verb, start = other.head, other.left_edge.i
    if start < 3 or lower_words(other.doc)[start - 2 : start] != ["rather", "than"]:
        return False
    first = next((c for c in verb.children if c.i == start - 3 and c.pos_ == "PROPN"), None)
    if first is None:
        return False
    first.dep_ = other.dep_
    other.head, other.dep_ = first, "dep"  # not one of two that did it
    return True


def stay_before(name: Token) -> bool:
    """Part a name from the one behind its comma: "after arming | Niger, Chad left", "instead of arming Niger, Chad"."""
    doc, second, gerund = name.doc, name.head, name.doc[max(name.left_edge.i - 1, 0)]
    apart = name.pos_ == second.pos_ == "PROPN" and name.i < second.i and doc[name.i + 1].text == ","
    if not apart or gerund.tag_ != "VBG" or gerund.pos_ != "VERB" or gerund.dep_ not in ("advcl", "pcomp"):
        return False
    verb = doc[second.i + 1 : second.i + 2]
    if second.head == gerund and verb and verb[0].tag_ in ("VBD", "VBZ", "VBP") and not has_doer(verb[0]):
        if not verb[0].is_ancestor(gerund):
            return False
        second.head, second.dep_ = verb[0], "nsubj"
    name.head, name.dep_ = gerund, "dobj"
    return True


def begin(name: Token) -> bool:
    """Make the name before a verb without a subject its subject: "| Chad let Mali use", "| Ali along with Omar was"."""
    verb = name.head
    named = any(m.head == name.i and m.form == "name" for m in name.doc._.actor_mentions or ())
    alone = named and verb.pos_ == "VERB" and name.i < verb.i and not has_doer(verb)
    if not alone or name.left_edge.i != verb.sent.start or verb.dep_ != "ROOT":
        return False
    name.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"
    return True


def act_after_all(participle: Token) -> bool:
    """Make a participle without another verb what somebody does: "the court | named | Ana Lima as its treasurer"."""
    noun, doc = participle.head, participle.doc
    whole = noun.dep_ == "ROOT" and noun.left_edge.i == noun.sent.start and participle.tag_ == "VBN"
    if not whole or participle.left_edge != participle or doc[participle.i - 1].is_punct:
        return False
    taken = any(c.dep_ in ("dobj", "oprd") and c.pos_ == "PROPN" and c.i == c.right_edge.i for c in participle.children)
    finite = any(t.tag_ in ("VBD", "VBP", "VBZ", "MD") for t in noun.sent)
    named = any(m.head == noun.i and m.form == "name" for m in doc._.actor_mentions or ())
    if not taken or finite or not named or any(c.dep_ == "agent" for c in participle.children):
        return False
    participle.head, participle.dep_, participle.tag_ = participle, "ROOT", "VBD"
    noun.head, noun.dep_ = participle, "nsubj"
    for child in participle.children:
        if child.dep_ == "oprd" and child.pos_ == "PROPN":
            child.dep_ = "dobj"
    return True


def says(verb: Token) -> bool:
    return cues("attribution")["verb"].get(verb.lemma_) == "say"


def has_doer(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
