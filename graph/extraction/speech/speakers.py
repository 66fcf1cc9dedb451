"""Who speaks the quotations of a text?

A quotation takes its speaker from the words beside it (`…," said X`; `X said: "…`), else from another quotation
of its paragraph, else from the sentence or the paragraph before. Scare quotes and quoted titles are no
quotations: they have no tag, and are no sentences.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from graph.extraction.annotations import Quote
from graph.extraction.cues import cues
from graph.extraction.speech.quotes import Quoted, paragraph_spans, quoted_stretches
from graph.extraction.syntax.misplaced import misplaced_subject
from graph.extraction.syntax.subjects import resumed_speech, stated
from graph.extraction.tokens import children

NAMES = frozenset({"NORP", "GPE", "ORG", "PERSON"})
_SUBJECTLESS = frozenset({"conj", "advcl", "xcomp", "pcomp", "prep", "aux"})
_STOPS = frozenset({".", "?", "!"})
_ENDS = frozenset({".", "...", "…"})
_NOMINAL = frozenset({"PROPN", "NOUN", "PRON"})
_SPEAKING = frozenset({"GPE", "NORP", "ORG", "PERSON"})
_BESIDE = _NOMINAL | {"AUX", "ADV", "DET", "ADJ"}
_OBJECT_PRONOUNS = frozenset({"him", "them", "me", "us", "it"})
_SHORTEST_QUOTE = 4
_LONGEST_CLIMB = 25


def quotes_of(doc: Doc) -> list[Quote]:
    """The quotations of a parsed Doc with their speakers, in order.

    Parameters
    ----------
    doc : Doc
        Tagged and parsed, with sentences.

    Returns
    -------
    list of Quote
    """
    stretches = quoted_stretches(doc)
    if not stretches:
        return []
    paragraphs = list(paragraph_spans(doc))
    tagged = [_tagged_speaker(doc, stretches, i, paragraphs[s.paragraph]) for i, s in enumerate(stretches)]
    quotes: list[Quote] = []
    last: tuple[Quoted, int | None] = (Quoted(0, 0, -2), None)
    for index, stretch in enumerate(stretches):
        speaker = _of_speech(stretches, tagged, index)
        if speaker is None:
            if not _is_speech(doc, stretch):
                continue
            speaker = _within_paragraph(doc, stretches, tagged, index, last)
        if speaker is None:
            speaker = _from_before(doc, stretch, last, paragraphs)
        quotes.append(Quote(stretch.start, stretch.end, speaker))
        last = stretch, speaker
    return quotes


def _of_speech(stretches: list[Quoted], tagged: list[int | None], index: int) -> int | None:
    """The speaker that stands beside a stretch, or beside a later stretch of the same speech."""
    while tagged[index] is None and stretches[index].runs_on and index + 1 < len(stretches):
        index += 1
    return tagged[index]


def _is_speech(doc: Doc, stretch: Quoted) -> bool:
    """Whether a stretch without a tag reads as speech: a sentence of its own, no label and no title."""
    words = [t for t in doc[stretch.start : stretch.end] if t.is_alpha]
    if not any(t.pos_ in ("VERB", "AUX") for t in words):
        return False
    if _is_named(doc, stretch):
        return False
    before = doc[stretch.start - 2] if stretch.start >= 2 else None
    if doc[stretch.end - 1].text[-1] in ".,?!…":
        return True
    return len(words) >= _SHORTEST_QUOTE and (before is None or before.text in ".:,?!\"'" or "\n" in before.text)


# ---- the words beside a quotation


def _tagged_speaker(doc: Doc, stretches: list[Quoted], index: int, limits: tuple[int, int]) -> int | None:
    stretch = stretches[index]
    start, end = _room(stretches, index, limits)
    last = doc[stretch.end - 1]
    after = _until_stop(doc, stretch.end + 1, end)
    before = _since_stop(doc, start, stretch.start - 1)
    speaker = None
    if last.is_punct and last.text not in _ENDS:
        speaker = _speaker_in(after)
    if speaker is None:
        speaker = _dashed(doc, stretch.end + 1, end)
    if speaker is None and not _is_named(doc, stretch):
        speaker = _speaker_in(before[::-1])
    if speaker is None:
        speaker = _labelled(before)
    if speaker is None and after and after[0].text == ",":
        speaker = _speaker_in(after)
    return speaker


def _is_named(doc: Doc, stretch: Quoted) -> bool:
    """Whether the word before a stretch makes it a title or a label: the word "genocide"."""
    return stretch.start >= 2 and doc[stretch.start - 2].lower_ in cues("attribution")["title"]


def _room(stretches: list[Quoted], index: int, limits: tuple[int, int]) -> tuple[int, int]:
    """Where the words before a quotation may begin, and where those after it end."""
    start, end = limits
    paragraph = stretches[index].paragraph
    if index and stretches[index - 1].paragraph == paragraph:
        start = stretches[index - 1].end + 1
    if index + 1 < len(stretches) and stretches[index + 1].paragraph == paragraph:
        end = stretches[index + 1].start - 1
    return start, end


def _until_stop(doc: Doc, start: int, end: int) -> list[Token]:
    """The tokens up to the end of a sentence."""
    tokens: list[Token] = []
    for token in doc[start : max(start, end)]:
        tokens.append(token)
        if token.text in _STOPS:
            break
    return tokens


def _since_stop(doc: Doc, start: int, end: int) -> list[Token]:
    """The tokens since the beginning of a sentence, the last one before `end`."""
    tokens: list[Token] = []
    for i in range(end - 1, start - 1, -1):
        if doc[i].text in _STOPS:
            break
        tokens.append(doc[i])
    return tokens[::-1]


def _speaker_in(tokens: list[Token]) -> int | None:
    """The speaker that the words beside a quotation name; they come nearest first."""
    reach = {token.i for token in tokens}
    for token in tokens:
        if token.lower_ == "according":
            speaker = according(token)
        elif token.pos_ in ("VERB", "AUX") and speaks(token, beside_quote=True):
            speaker = subject_of(token)
            if speaker is None or speaker.i not in reach:
                speaker = _beside(token, reach)
            speaker = (author_of(speaker) or speaker) if speaker is not None else None
        else:
            continue
        if speaker is not None and speaker.i in reach:
            return speaker.i
    return None


def _beside(verb: Token, reach: set[int]) -> Token | None:
    """The noun or pronoun next to a speech verb that the parser gave no subject in reach."""
    for step in (-1, 1):
        i = verb.i + step
        while i in reach and verb.doc[i].pos_ in _BESIDE:
            found = verb.doc[i]
            if found.pos_ in _NOMINAL:
                while found.dep_ in ("compound", "poss", "nmod") and found.head.i in reach:
                    found = found.head
                if found.i != verb.i and found.lower_ not in _OBJECT_PRONOUNS:
                    return found
                break
            i += step
    return None


def _dashed(doc: Doc, start: int, end: int) -> int | None:
    """The name after a dash or a colon: `"…" - Ada Lovelace`."""
    if start + 1 >= end or doc[start].text not in ("-", "–", "—", "--", ":") or doc[start + 1].pos_ != "PROPN":
        return None
    name = doc[start + 1]
    while name.dep_ == "compound" and start < name.head.i < end:
        name = name.head
    return name.i


def _labelled(before: list[Token]) -> int | None:
    """The name that stands alone before a colon: `Ada Lovelace: "…"`."""
    if len(before) < 2 or before[-1].text != ":" or any(t.pos_ in ("VERB", "AUX") for t in before):
        return None
    name = before[-2]
    return name.i if name.pos_ == "PROPN" and name.ent_type_ in _SPEAKING else None


# ---- quotations without a tag


def _within_paragraph(
    doc: Doc, stretches: list[Quoted], tagged: list[int | None], index: int, last: tuple[Quoted, int | None]
) -> int | None:
    """The speaker of the quotation before or after in the same paragraph."""
    stretch = stretches[index]
    if last[0].paragraph == stretch.paragraph and last[1] is not None:
        return last[1]
    later = zip(stretches[index + 1 :], tagged[index + 1 :], strict=True)
    return next((who for s, who in later if s.paragraph == stretch.paragraph and who is not None), None)


def _from_before(
    doc: Doc, stretch: Quoted, last: tuple[Quoted, int | None], paragraphs: list[tuple[int, int]]
) -> int | None:
    """The speaker left over from the sentence or the paragraph before, or named in the next sentence."""
    start, end = paragraphs[stretch.paragraph]
    announced = _announced(doc, start, stretch.start - 1)
    if announced is not None:
        return announced
    following = _speaker_in(_until_stop(doc, stretch.end + 1, end))
    if following is not None or not stretch.paragraph:
        return following
    if last[0].paragraph == stretch.paragraph - 1 and last[1] is not None:
        return last[1]
    return _announced(doc, *paragraphs[stretch.paragraph - 1])


def _announced(doc: Doc, start: int, end: int) -> int | None:
    """The person whom the last sentence of a stretch is about, or who is said to speak there."""
    i = end - 1
    while i >= start and (doc[i].is_space or doc[i].is_quote):
        i -= 1
    if i < start:
        return None
    root = doc[i].sent.root
    subject = subject_of(root)
    if subject is None:
        return None
    person = subject.ent_type_ == "PERSON" or subject.lower_ in ("he", "she")
    return subject.i if person or speaks(root) or doc[i].text == ":" else None


# ---- what attribution asks too


def speaks(verb: Token, *, beside_quote: bool = False) -> bool:
    """Whether a verb is one of speech or thought; beside a quotation, "went on" and "asked" are."""
    lemma = verb.lemma_.lower()
    return lemma in cues("attribution")["verb"] or (beside_quote and lemma in cues("attribution")["tag"])


def according(token: Token) -> Token | None:
    """Whom "according to" names."""
    for child in children(token):
        if child.dep_ == "pobj":
            return child
        if child.lower_ == "to":
            return next((c for c in children(child) if c.dep_ in ("pobj", "pcomp")), None)
    return None


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb: its own, its first conjunct's, or that of the clause a participle hangs on.

    For "who" and "which" it is the noun they stand for.
    """
    for _ in range(_LONGEST_CLIMB):
        own = next(iter(stated(verb)), None) or misplaced_subject(verb)
        if own is not None:
            return verb.head if verb.dep_ == "relcl" and own.tag_ in ("WP", "WDT") else own
        if verb.dep_ == "acl":
            return verb.head
        if goes_on(verb):
            verb = verb.head.head
            continue
        if verb.dep_ == "pcomp" and verb.head.lower_ == "as":  # "quoted Deby as saying"
            return next((c for c in children(verb.head.head) if c.dep_ in ("dobj", "nsubjpass")), None)
        if verb.dep_ not in _SUBJECTLESS:
            return None
        verb = resumed_speech(verb) or verb.head
    return None


def goes_on(verb: Token) -> bool:
    """Whether a verb of saying is the reporter's, not of whom is told: "the school said pupils were safe and added"."""
    told = verb.head
    return verb.dep_ == "conj" and speaks(verb) and told.dep_ == "ccomp" and told.i > told.head.i and speaks(told.head)


def author_of(work: Token) -> Token | None:
    """Who speaks through a work: "his thesis argues", "wrote a thesis arguing"."""
    if work.lemma_.lower() not in cues("attribution")["work"]:
        return None
    whose = owner_of(work)
    if whose is None and work.dep_ == "dobj" and work.head.lemma_ in cues("attribution")["publishing"]:
        whose = subject_of(work.head)
    return whose


def owner_of(noun: Token) -> Token | None:
    """Whose a claim or a work is: "Peru's claim", "Peruvian claims", "claims by Peru"."""
    for child in children(noun):
        if child.dep_ == "poss" or (child.dep_ in ("amod", "compound") and child.ent_type_ in NAMES):
            return child
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            return object_of(child)
        if child.dep_ == "acl" and child.lemma_ in cues("attribution")["publishing"]:  # "a report released by Peru"
            return next((object_of(c) for c in children(child) if c.dep_ == "agent"), None)
    return None


def object_of(preposition: Token) -> Token | None:
    """The noun after a preposition."""
    return next((c for c in children(preposition) if c.dep_ == "pobj"), None)
