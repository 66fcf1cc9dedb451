"""When? Finds time expressions, resolves them against the document's date, and says which predicate they time.

The component `whowhom_times` sets `doc._.time_expressions`; `time_of` then answers for one predicate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from graph.extraction.annotations import TimeExpression
from graph.extraction.cues import cues
from graph.extraction.dates.intervals import resolve
from graph.extraction.dates.periods import TIME_WORDS
from graph.extraction.senses.governors import effect_on_noun
from graph.extraction.tokens import children, lower_words, sentence_starts

_PREPOSITIONS = frozenset({
    "in", "on", "at", "by", "since", "until", "till", "before", "after", "during", "from", "over", "for", "within",
    "throughout", "around", "through", "following", "between",
})  # fmt: skip
_ANCHORING = frozenset({"after", "before", "since", "until", "till", "during", "following"})
_LEADING = frozenset({
    "shortly", "long", "soon", "just", "right", "immediately", "well", "only", "even", "ever", "again", "early",
    "late",
})  # fmt: skip
_RANGING = frozenset({"to", "and", "until", "till", "through"})
_UNITS = frozenset({"hour", "day", "week", "month", "year", "decade"})
_COUNTING = frozenset(
    {"a", "an", "few", "several", "than", "less", "more", "about", "some", "just", "nearly", "almost", "many"}
)
_EDGES = frozenset({"up", "eve", "height", "wake", "aftermath", "midst"})
_FIRST_TIME = re.compile(r"for the (?:first|second|third|last) time")
_DURATION = re.compile(r"(?:\w+ )*(?:\d+|\w+) (?:hour|day|week|fortnight|month|year|decade)s")
_MONTH = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?")
_AHEAD = frozenset({"will", "'ll", "shall", "to"})
_MODIFIERS = frozenset({"nummod", "compound", "amod", "nmod", "poss"})
_VERBAL = ("VERB", "AUX")
_LONGEST_PHRASE = 16
_LONGEST_CLIMB = 8


@Language.component("whowhom_times", requires=["token.dep", "doc.ents"], assigns=["doc._.time_expressions"])
def find_times(doc: Doc) -> Doc:
    """Set `doc._.time_expressions`."""
    doc._.time_expressions = time_expressions(doc)
    return doc


def time_expressions(doc: Doc) -> list[TimeExpression]:
    """The time expressions of a parsed Doc, in order, resolved against the date of its document.

    Parameters
    ----------
    doc : Doc
        Tagged and parsed, with entities and sentences; `doc._.document` may carry the date.

    Returns
    -------
    list of TimeExpression
        Never overlapping. What cannot be placed in time keeps its words, without an interval.
    """
    base = _base(doc)
    cores = _joined(list(_cores(doc)))
    spans = _widest([*(_widened(core) for core in cores), *_anchored(doc), *_entities(doc)])
    found = []
    for span in spans:
        since, until = resolve(span.text, base, future=_looks_ahead(span))
        found.append(TimeExpression(span.start, span.end, since, until))
    return found


def _base(doc: Doc) -> date | None:
    document = doc._.document
    if document is None or not document.date:
        return None
    try:
        return date.fromisoformat(document.date[:10])
    except ValueError:
        return None


# ---- what is a time expression


def _cores(doc: Doc) -> Iterator[Span]:
    """The spans that look like days, dates and periods."""
    starts = sentence_starts(doc)
    for match in TIME_WORDS.finditer(doc.text.lower()):
        span = doc.char_span(match.start(), match.end(), alignment_mode="contract")
        if span is not None and len(span) and starts[span.start] == starts[span.end - 1] and _is_time(span):
            yield span


def _is_time(span: Span) -> bool:
    """Whether it is one: no number that is no year, no word that is no month, no "three days of talks"."""
    first, text = span[0], span.text.lower()
    before = first.nbor(-1).lower_ if first.i else ""
    if re.fullmatch(r"\d{4}", text):
        return first.ent_type_ in ("DATE", "EVENT") or (before in _PREPOSITIONS and first.dep_ == "pobj")
    if len(span) == 1 and _MONTH.fullmatch(text):
        return first.text[0].isupper() and (first.ent_type_ == "DATE" or (len(text) > 4 and before in _PREPOSITIONS))
    if _DURATION.fullmatch(text) and not text.startswith(("last", "past", "next", "recent", "the ", "coming")):
        return before in _PREPOSITIONS
    if text == "then":  # "then a vassal of Rome", "since then", not "and then"
        beside_noun = first.dep_ == "advmod" and first.head.pos_ in ("NOUN", "PROPN")
        return beside_noun or before in ("since", "until", "by")
    return text != "now" or first.dep_ == "advmod"


def _joined(cores: list[Span]) -> list[Span]:
    """Cores in order, those of one range or one date made one: "from 1996 until 2001", "August last year"."""
    joined: list[Span] = []
    for core in cores:
        last = joined[-1] if joined else None
        if last is not None and (last.end == core.start or _is_range(last, core)):
            joined[-1] = core.doc[last.start : core.end]
        else:
            joined.append(core)
    return joined


def _is_range(first: Span, second: Span) -> bool:
    if second.start != first.end + 1 or not first.start:
        return False
    doc = first.doc
    return doc[first.end].lower_ in _RANGING and doc[first.start - 1].lower_ in ("from", "between")


def _widened(span: Span) -> Span:
    """The span with the preposition before it and what leads up to that: "long before October 7"."""
    doc, sentence, start = span.doc, sentence_starts(span.doc)[span.start], span.start
    if start > sentence and doc[start - 1].lower_ == "the" and not re.fullmatch(r"\d{4}", span.text):
        start -= 1
    if start == sentence or doc[start - 1].lower_ not in _PREPOSITIONS:
        return doc[start : span.end]
    return doc[_led(doc, start - 1, sentence) : span.end]


def _led(doc: Doc, start: int, sentence: int) -> int:
    """Where the words before a preposition of time begin."""
    while start > sentence and doc[start - 1].lower_ in _LEADING:
        start -= 1
    if start > sentence and doc[start - 1].lemma_ in _UNITS:
        start -= 1
        if start > sentence and doc[start - 1].like_num:
            start -= 1
        while start > sentence and doc[start - 1].lower_ in _COUNTING:
            start -= 1
    if start >= sentence + 4 and _FIRST_TIME.fullmatch(doc[start - 4 : start].text.lower()):
        start -= 4
    return start


def _anchored(doc: Doc) -> Iterator[Span]:
    """Phrases dated by an event: "after the war in 1967", "since the coup", "on the eve of the summit"."""
    for token in (doc[i] for i, word in enumerate(lower_words(doc)) if word in _ANCHORING or word in _EDGES):
        if token.lower_ in _ANCHORING:
            preposition = token
        elif token.dep_ == "pobj":  # "up" is all of "run-up" that the tokens leave
            preposition = token.head
        else:
            continue
        noun = _anchor(token)
        if noun is None:
            continue
        start, end = _led(doc, preposition.i, sentence_starts(doc)[token.i]), _phrase_end(noun)
        if end - start <= _LONGEST_PHRASE:
            yield doc[start:end]


def _anchor(token: Token) -> Token | None:
    """The event under a preposition, or under "the eve of"."""
    for child in children(token):
        if child.dep_ == "pobj" and (child.ent_type_ == "EVENT" or child.lemma_.lower() in cues("times")["event"]):
            return child
        if child.dep_ == "prep" and token.lower_ in _EDGES:
            return _anchor(child)
    return None


def _phrase_end(noun: Token) -> int:
    """Where the phrase of a noun ends, its clauses and what follows a comma left out."""
    for token in noun.doc[noun.i + 1 : noun.right_edge.i + 1]:
        if token.text in (",", ";", "(", '"') or token.dep_ in ("relcl", "acl", "nsubj", "mark", "advcl"):
            return token.i
    return noun.right_edge.i + 1


def _entities(doc: Doc) -> Iterator[Span]:
    """Dates that only the model knows; kept where they can be placed."""
    base = _base(doc)
    for entity in doc.ents:
        if entity.label_ == "DATE" and not TIME_WORDS.search(entity.text.lower()):
            span = _widened(entity)
            if resolve(span.text, base) != (None, None):
                yield span


def _widest(spans: list[Span]) -> list[Span]:
    """Spans in order; of two that overlap, the longer one."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start - s.end, s.start)):
        if all(span.end <= other.start or span.start >= other.end for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda s: s.start)


def _looks_ahead(span: Span) -> bool:
    """Whether the verb that the span times is in the future: will, is to, plans to; but tried to is past."""
    verb = _timed(span)[-1]
    while verb.dep_ == "xcomp" and _is_as_real(verb.head) and _marks(verb) <= {"to"}:
        verb = verb.head
        if verb.tag_ in ("VBD", "VBN", "VBP", "VBZ"):
            return verb.tag_ in ("VBP", "VBZ")
    return not _marks(verb).isdisjoint(_AHEAD)


def _marks(verb: Token) -> set[str]:
    return {c.lower_ for c in children(verb) if c.dep_ == "aux"}


def _is_as_real(verb: Token) -> bool:
    """Whether what a verb governs has happened, or has not, when the verb has: try to, manage to, fail to."""
    planned = cues("factuality")["verb"].get(verb.lemma_) in ("possible", "open")
    set_to = verb.tag_ == "VBN" and verb.lemma_ in cues("factuality")["passive"]
    return verb.pos_ == "VERB" and not planned and not set_to


# ---- which predicate an expression times


def time_of(head: Token) -> TimeExpression | None:
    """The time expression that belongs to a predicate.

    Parameters
    ----------
    head : Token
        The token that heads the predicate.

    Returns
    -------
    TimeExpression or None
        Its own; else that of the verb that governs it ("plans to meet on Monday"), or the one in front of the
        clause it is joined to ("In May, Peru asked and Chile agreed").
    """
    doc, starts = head.doc, sentence_starts(head.doc)
    expressions: list[TimeExpression] = doc._.time_expressions or []
    inside = [e for e in expressions if starts[e.start] == starts[head.i] and not _is_up_to_now(e, head)]
    if not inside:
        return None
    timed = [(e, [t.i for t in _timed(doc[e.start : e.end])]) for e in inside]
    node, in_front = head, False
    for _ in range(_LONGEST_CLIMB):
        own = [e for e, tokens in timed if node.i in tokens and (not in_front or e.start < min(node.i, head.i))]
        own = own or [e for e, tokens in timed if not in_front and _shared_later(node) in tokens]
        if own:
            return next((e for e in own if e.since or e.until), own[0])
        above = _governing(node)
        if above is None:
            return None
        in_front = in_front or node.dep_ in ("conj", "ccomp")
        node = above
    return None


def _is_up_to_now(expression: TimeExpression, head: Token) -> bool:
    """Whether it tells how long something lasts that a plain past tense does not: "in power since 2021, Goita met"."""
    return head.tag_ == "VBD" and head.doc[expression.start].lower_ == "since"


def _timed(span: Span) -> list[Token]:
    """What an expression times: the nouns above it, and at last the verb; a mere modifier times its noun alone."""
    token: Token = span.root
    while span.start <= token.head.i < span.end and token.head.i != token.i:
        token = token.head
    if (token.dep_ in _MODIFIERS or token.lower_ == "then") and token.head.pos_ == "NOUN":
        return [token.head]
    path = []
    while token.head.i != token.i and token.dep_ not in ("relcl", "acl"):
        token = token.head
        path.append(token)
        if token.pos_ in _VERBAL:
            break
    return path or [token]


def _governing(node: Token) -> Token | None:
    """Where a predicate without a time of its own looks for one."""
    above = node.head
    if node.pos_ not in _VERBAL:
        return above if node.dep_ in ("conj", "nsubj", "nsubjpass") else effect_on_noun(node)[1]
    if node.dep_ in ("xcomp", "aux", "auxpass", "conj") or (node.dep_ == "advcl" and node.tag_ == "VBG"):
        return above
    if node.dep_ in ("relcl", "acl") and _is_infinitive(node):  # was the first to recognise
        return above
    # "On Monday Peru sued Chile, the envoy said": what stands in front belongs to the words reported first.
    return above if node.dep_ == "ccomp" and (node.i < above.i or _is_infinitive(node)) else None


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and not any(c.tag_ == "MD" for c in children(verb))


def _shared_later(node: Token) -> int:
    """The last of joined verbs, whose time holds for all: "arrested and questioned him on Monday"."""
    if any(c.dep_ == "dobj" for c in children(node)):
        return -1
    return next((c.i for c in children(node) if c.dep_ == "conj" and c.pos_ in _VERBAL
                 and not any(g.dep_ == "nsubj" for g in children(c))), -1)  # fmt: skip
