"""Who acts, and with whom, where an aside parts the words: "the union, | once feared, | sued", "Chad (| 1960 |) and".

The parser often hangs what stands in front of an aside on something else. `mending.py` says when each is asked.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from graph.extraction.annotations import ActorMention
from graph.extraction.senses.lexicon import lexicon
from graph.extraction.syntax.mended_subjects import CLAUSAL, hang, has_doer, says
from graph.extraction.tokens import POSSESSIVE, lower_words, sentence_starts

_PAST = frozenset({"JJ", "VBD", "VBN"})
_SHORT = 8  # tokens of an aside that holds no clause of its own
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_OPENING = frozenset({",", "(", "-", "–", "—"})
_CLOSING = frozenset({",", ")", "-", "–", "—"})
# With what a phrase before the subject begins.
_FRONTING = frozenset({"ADP", "ADV", "CCONJ", "NUM", "SCONJ", "VERB"})


def take_up(verb: Token) -> bool:
    """Make who stands between a phrase and an aside the one who acts: "in May, | the union |, once feared, sued"."""
    if has_doer(verb) or not _is_finite(verb):
        return False
    subject = _acting(verb)
    if subject is None or not hang(subject, verb):
        return False
    _set_past(verb)
    return _subject(subject, verb)


def act_on(participle: Token) -> bool:
    """Make a participle before a name what somebody does to its bearer: "in May, Chad, once feared, | armed | Togo"."""
    if participle.tag_ not in _PAST or not participle.lower_.endswith("ed"):
        return False
    name, above = participle.head, participle.sent.root
    if not any(m.head == name.i and m.start == participle.i + 1 for m in participle.doc._.actor_mentions or ()):
        return False
    marked = above.i < participle.i and any(c.dep_ == "mark" for c in above.children)  # "while prices rose"
    root = name if name == above else above if marked else None
    subject = _acting(participle) if root is not None else None
    if root is None or subject is None or subject == name:
        return False
    _set_past(participle)
    participle.head, participle.dep_ = participle, "ROOT"
    for child in [c for c in name.children if c.i < participle.i or c.dep_ in ("prep", "npadvmod")]:
        child.head = participle
    if root != name:
        root.head, root.dep_ = participle, "advcl"
    name.head, name.dep_ = participle, "dobj"
    subject.head = participle
    return _subject(subject, participle)


def undergo(name: Token) -> bool:
    """Make a name behind a verb its object, where the parser has two subjects: "Norway pardoned | Ana Lima |"."""
    verb = name.head
    if name.i < verb.i or verb.tag_ != "VBD" or name.left_edge.i != verb.i + 1 or says(verb):
        return False
    before = any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)
    if not before or any(c.dep_ in ("ccomp", "dobj") for c in verb.children):
        return False
    name.dep_ = "dobj"
    return True


def _acting(verb: Token) -> Token | None:
    """Who is named behind a phrase that begins the clause, right before the verb or an aside."""
    doc, last, first = verb.doc, _last_before(verb), _clause_start(verb)
    if first is None or (doc[first].pos_ not in _FRONTING and doc[first].ent_type_ not in ("DATE", "TIME")):
        return None  # who acts stands first
    apart = doc[last].text in _CLOSING
    named = [
        m
        for m in doc._.actor_mentions or ()
        if first < m.start
        and (m.end <= last and doc[m.end].text in _OPENING if apart else m.end == last + 1)
        and first + 1 < _behind_comma(doc, m.start)
    ]
    # In "in Lima, Peru, the union" Peru is where Lima is.
    acting = [m for m in named if not _is_place_in(doc, m.start, m.end)] or named
    return doc[acting[0].head] if acting else None


def _set_past(verb: Token) -> None:
    """Make what is taken for an adjective or participle a past tense: "armed"."""
    if verb.tag_ == "JJ":
        stems = (verb.lower_[:-2], verb.lower_[:-1], verb.lower_[:-3])  # armed, praised, banned
        verb.lemma_ = next((stem for stem in stems if lexicon().entries("verbs", stem)), verb.lower_[:-2])
        verb.pos_ = "VERB"
    if verb.tag_ in ("JJ", "VBN") and not any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        verb.tag_ = "VBD"


def _last_before(verb: Token) -> int:
    """The last token before a verb and its auxiliaries."""
    last = verb.i - 1
    while last > 0 and verb.doc[last].head == verb and verb.doc[last].dep_ in ("advmod", "aux", "auxpass", "neg"):
        last -= 1
    return max(last, 0)


def _clause_start(verb: Token) -> int | None:
    """Where the clause of a verb begins: with the sentence, behind ", and", or behind the verb of saying."""
    if verb.dep_ == "conj":
        joint = next((c for c in verb.head.children if c.dep_ == "cc" and verb.head.i < c.i < verb.i), None)
        return joint.i + 1 if joint is not None and joint.nbor(-1).text == "," else None
    first = verb.sent.start if verb.head.i >= verb.i else verb.head.i + 1
    return first + (verb.doc[first].lower_ == "that")


def _is_finite(verb: Token) -> bool:
    """Whether a verb needs a subject: not a gerund, an infinitive, or a participle without its auxiliary."""
    if verb.tag_ in ("VBD", "VBZ") or any(c.dep_ == "aux" and c.tag_ in _FINITE for c in verb.children):
        return True
    if any(c.dep_ == "auxpass" and c.tag_ in _FINITE for c in verb.children):
        return True
    past = verb.tag_ in ("JJ", "VBN") and verb.lower_.endswith("ed")  # "fined", so taken
    past &= any(c.dep_ == "dobj" and c.i > verb.i for c in verb.children)
    return past and not any(c.dep_ in ("agent", "aux", "auxpass") for c in verb.children)


def _phrase_start(doc: Doc, start: int) -> int:
    """Where the phrase of a name begins, with its article and adjectives."""
    while start > 0 and (doc[start - 1].pos_ in ("ADJ", "DET", "NUM") or doc[start - 1].dep_ in ("amod", "compound")):
        start -= 1
    return start


def _behind_comma(doc: Doc, start: int) -> int:
    """Where the phrase of a name begins, if behind a comma; else 0."""
    first = _phrase_start(doc, start)
    return first if first > 0 and doc[first - 1].text == "," else 0


def _is_place_in(doc: Doc, start: int, end: int) -> bool:
    """Whether a place stands behind a comma and another place."""
    return doc[start - 2].ent_type_ == "GPE" and doc[end - 1].ent_type_ == "GPE"


def begin_clause(verb: Token) -> bool:
    """Make somebody behind "after" the one who acts behind an aside: "after | the union |, once feared, sued Telia"."""
    if has_doer(verb) or not _is_finite(verb):
        return False
    before = verb.doc[_last_before(verb)]
    joint = verb.doc[verb.left_edge.i] if before.dep_ != "pobj" else before.head
    doers = [before] if before.dep_ == "pobj" else [t for t in joint.children if t.dep_ == "pobj"]
    if before.dep_ != "pobj" and (joint.head != verb or before.text not in _CLOSING):
        return False
    doer = next((t for t in doers if t == before or t.nbor().text in _OPENING), None)  # "left after | Chad | had fled"
    if doer is None or joint.lower_ not in CLAUSAL or all(m.head != doer.i for m in verb.doc._.actor_mentions or ()):
        return False
    if joint.is_ancestor(verb) or doer.is_ancestor(verb):
        return False
    doer.head, doer.dep_ = verb, "nsubj"
    joint.head, joint.dep_ = verb, "mark"
    return True


def join_apart(doc: Doc, name: ActorMention) -> bool:
    """Join what goes on behind the aside of a name to what it goes on from.

    "Talks between Chad (once feared) | and | Mali", "a suit by Chad, now lost, | against | Mali"; in "Chad, Niger, and
    Mali" Niger is no aside, but the next of a list.
    """
    behind = _behind_aside(doc, name.end)
    if behind is None:
        return False
    if (next_one := _listed(doc, name.end + 1)) is not None:
        three = next_one.end == behind - 1 and name.form == next_one.form == "name" and doc[behind].lower_ == "and"
        return three and _join(doc, name, behind) and _conjoin(doc[next_one.head], doc[name.head])
    first = doc[name.head]
    if doc[behind].lower_ == "and":
        return _join(doc, name, behind)
    joint = doc[behind]
    if joint.dep_ != "prep":
        return False
    if first.dep_ in ("dobj", "dative"):  # "praised Chad – once feared – | for |"
        return name.end < joint.head.i < behind <= name.end + _SHORT and hang(joint, first.head)
    made = first.head.head if first.dep_ == "pobj" and first.head.lower_ in ("by", "from", "of") else first
    if made.pos_ != "NOUN" or joint.head == made:
        return False
    if not any(joint.lower_ in way for e in lexicon().entries("nouns", made.lemma_) for way in e.prepositions):
        return False
    return hang(joint, made)


def _join(doc: Doc, name: ActorMention, joint: int) -> bool:
    """Join the name behind "and" to the one before the aside, where the two act, or something is between them."""
    first = doc[name.head]
    later = (m for m in doc._.actor_mentions or () if m.start > joint and doc[m.end : m.end + 1].text not in POSSESSIVE)
    second = next((m for m in later if _phrase_start(doc, m.start) == joint + 1), None)
    if second is None or first in doc[second.head].conjuncts:
        return False
    other = doc[second.head]
    if first.dep_ == "pobj" and first.head.lower_ == "between":
        return _conjoin(other, first)
    verb = _verb_behind(doc, second)
    starts = _phrase_start(doc, name.start) == first.sent.start or _behind_comma(doc, name.start) > 0
    if verb is None or not starts or (verb.tag_ == "VBZ"):
        return False
    if first.is_ancestor(verb):  # the parser makes the first of several the root
        verb.head, verb.dep_ = (verb if first.head == first else first.head), first.dep_
    return hang(first, verb) and _subject(first, verb) and _conjoin(other, first)


def _listed(doc: Doc, start: int) -> ActorMention | None:
    """The name that begins behind a comma, with or without an article: the next of a list."""
    starts = (start, start + 1) if doc[start].lower_ == "the" else (start,)
    return next((m for m in doc._.actor_mentions if m.start in starts), None)


def _conjoin(other: Token, first: Token) -> bool:
    """Join a name to the first of those who act together; whether it could be."""
    if not hang(other, first):
        return False
    other.dep_ = "conj"
    return True


def _subject(token: Token, verb: Token) -> bool:
    """Make what hangs on a verb its subject."""
    token.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"
    return True


def _verb_behind(doc: Doc, name: ActorMention) -> Token | None:
    """The finite verb right behind a name, or behind its aside."""
    i = _behind_aside(doc, name.end) or name.end
    while i < len(doc) and doc[i].dep_ in ("advmod", "aux", "auxpass", "neg"):
        i += 1
    return doc[i] if i < len(doc) and doc[i].pos_ in ("AUX", "VERB") and _is_finite(doc[i]) else None


def _behind_aside(doc: Doc, start: int) -> int | None:
    """The token behind the mark that closes an aside which begins at this one, in the same sentence."""
    said = lower_words(doc)
    if start >= len(doc) or said[start] not in _OPENING:
        return None
    mark = ")" if said[start] == "(" else said[start]
    starts = sentence_starts(doc)
    for i in range(start + 1, len(doc) - 1):
        if starts[i + 1] != starts[start]:
            return None
        if said[i] == mark:
            return i + 1
    return None
