"""When? Finds time expressions, resolves them against the document's date, and says which predicate they time."""

from __future__ import annotations

import re
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from graph.extraction.annotations import TimeExpression
from graph.extraction.cues import cues
from graph.extraction.intervals import CORE, resolve

_PREPOSITIONS = frozenset({"in", "on", "at", "by", "since", "until", "till", "before", "after", "during", "from", "over", "for",
                           "within", "throughout", "around", "through", "following", "between", "of"})  # fmt: skip
_ANCHORING = frozenset({"after", "before", "since", "until", "till", "during", "following"})
_LEADING = frozenset({"shortly", "long", "soon", "just", "right", "immediately", "well", "only", "even", "days", "weeks",
                      "months", "years", "hours", "ever", "again", "early", "late"})  # fmt: skip
_CAPITALISED = re.compile(r"(?:jan|feb|mar|apr|may|june|july|aug|sep|oct|nov|dec)")
_LONGEST = 16
_CLAUSAL = frozenset({"relcl", "acl", "advcl", "ccomp", "csubj", "pcomp", "parataxis", "xcomp"})


@Language.component("whowhom_times", requires=["token.dep", "doc.ents"], assigns=["doc._.time_expressions"])
def find_times(doc: Doc) -> Doc:
    """Set `doc._.time_expressions`."""
    doc._.time_expressions = time_expressions(doc)
    return doc


def time_expressions(doc: Doc) -> list[TimeExpression]:
    """The time expressions of a parsed Doc, in order, resolved against the date of its document."""
    base = _base(doc)
    spans = _widest([_widened(core) for core in _cores(doc)] + _anchored(doc))
    found = []
    for span in spans:
        since, until = resolve(span.text, base, future=_is_future(span))
        found.append(TimeExpression(span.start, span.end, since, until))
    return found


def _base(doc: Doc) -> date | None:
    document = doc._.document
    try:
        return date.fromisoformat(document.date[:10]) if document is not None and document.date else None
    except ValueError:
        return None


def _cores(doc: Doc) -> list[Span]:
    """The spans that look like dates, days and periods."""
    spans = []
    for match in CORE.finditer(doc.text.lower()):
        span = doc.char_span(match.start(), match.end(), alignment_mode="contract")
        if span is not None and len(span) and _is_time(span):
            spans.append(span)
    return spans


def _is_time(span: Span) -> bool:
    """Weeds out numbers that are no years, and words that are no months."""
    first, text = span[0], span.text
    if re.fullmatch(r"\d{4}", text):
        if first.ent_type_ in ("DATE", "EVENT"):
            return True
        return first.i > 0 and first.nbor(-1).lower_ in _PREPOSITIONS and first.dep_ == "pobj"
    if len(span) == 1 and _CAPITALISED.match(first.lower_):
        return first.text[0].isupper() and first.pos_ in ("PROPN", "NOUN") and first.ent_type_ in ("DATE", "EVENT", "")
    if text.lower() in ("now", "then"):
        return first.dep_ == "advmod"
    return True


def _widened(span: Span) -> Span:
    """The span with the preposition and the adverbs before it."""
    doc, start = span.doc, span.start
    while start > span.sent.start and doc[start - 1].lower_ in ("the", "early", "late", "mid"):
        start -= 1
    if start > span.sent.start and doc[start - 1].lower_ in _PREPOSITIONS - {"of"}:
        start -= 1
        while start > span.sent.start and doc[start - 1].lower_ in _LEADING:
            start -= 1
        if doc[start].lower_ == "since" and doc[max(start - 4, 0) : start].text.lower() == "for the first time":
            start -= 4
    return doc[start : span.end]


def _anchored(doc: Doc) -> list[Span]:
    """Phrases dated by an event: "after the war in 1967", "since the coup"."""
    spans = []
    for token in doc:
        if token.lower_ in _ANCHORING and token.dep_ in ("prep", "mark", "advmod"):
            noun = next((c for c in token.children if c.dep_ == "pobj"), None)
            if noun is None or not _dates(noun):
                continue
            start = token.i
            while start > token.sent.start and doc[start - 1].lower_ in _LEADING:
                start -= 1
            end = _phrase_end(noun)
            if end - start <= _LONGEST:
                spans.append(doc[start:end])
    return spans


def _dates(noun: Token) -> bool:
    """Whether the phrase of a noun names an event."""
    if noun.ent_type_ == "EVENT":
        return True
    return noun.pos_ in ("NOUN", "PROPN") and noun.lemma_.lower() in cues("times")["event"]


def _phrase_end(noun: Token) -> int:
    """Where the phrase of a noun ends, its clauses and what follows a comma left out."""
    end = noun.i + 1
    for token in noun.doc[noun.i + 1 : noun.right_edge.i + 1]:
        if token.text == "," or token.dep_ in _CLAUSAL:
            break
        end = token.i + 1
    return end


def _widest(spans: list[Span]) -> list[Span]:
    """Spans in order; of two that overlap, the longer one."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start - s.end, s.start)):
        if all(span.end <= other.start or span.start >= other.end for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda s: s.start)


def _is_future(span: Span) -> bool:
    """Whether the verb that the span times looks ahead: will, is to, plans to."""
    token: Token = span.root
    while token.head.i != token.i and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return any(c.dep_ == "aux" and (c.lower_ in ("will", "'ll", "shall") or c.tag_ == "TO") for c in token.children)


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
        Its own; else the one in front of the clause it is joined to ("In May, A asked and B agreed"), or
        that of the verb that governs it ("plans to meet on Monday").
    """
    doc = head.doc
    expressions: list[TimeExpression] = doc._.time_expressions or []
    inside = [e for e in expressions if head.sent.start <= e.start < head.sent.end]
    if not inside:
        return None
    owners = {e.start: _owner(doc[e.start : e.end]) for e in inside}
    return _best(head, inside, owners)


def _best(head: Token, inside: list[TimeExpression], owners: dict[int, Token]) -> TimeExpression | None:
    node, fronted_only = head, False
    for _ in range(8):
        own = [e for e in inside if owners[e.start].i == node.i and (not fronted_only or e.start < node.i)]
        if own:
            return own[0]
        if node.dep_ == "conj":
            fronted_only = True
        elif node.dep_ == "advcl" and node.tag_ in ("VBG", "VBN"):
            pass
        elif node.dep_ not in ("xcomp", "dobj", "attr", "acomp", "nsubjpass", "nsubj", "oprd", "prep", "pobj"):
            return None
        elif node.dep_ == "pobj" and node.head.i == node.i:
            return None
        if node.head.i == node.i:
            return None
        node = node.head
    return None


def _owner(span: Span) -> Token:
    """The predicate that an expression hangs on: the verb or the event noun above it."""
    token: Token = span.root
    while span.start <= token.i < span.end and token.head.i != token.i:
        token = token.head
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i and token.dep_ not in ("ROOT", "appos"):
        token = token.head
    return token.head if token.dep_ in ("aux", "auxpass") else token
