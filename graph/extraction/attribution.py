"""Who says so? Quotations and their speakers, "according to", reported speech, hearsay.

The component `whowhom_attribution` sets `doc._.quotes`; `attribution` then answers for one predicate:
the innermost speaker who vouches for it, or nobody, which is the writer's own voice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Token

from graph.extraction.annotations import Quote
from graph.extraction.cues import cues
from graph.extraction.quotes import Quoted, paragraph_spans, quoted_stretches

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FIRST_PERSON = frozenset({"i", "we", "me", "us"})
_NAMING = frozenset({"PROPN"})
_LONGEST_CLIMB = 25
_SHORTEST_QUOTE = 4


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who vouches for a statement.

    `speaker` heads the words that name the speaker (it may be a pronoun); None with `unnamed` false is the
    writer's own voice. `unnamed` is true for hearsay and for speakers who are nobody in particular;
    `denied` where the speaker vouches for the contrary.
    """

    speaker: Token | None = None
    unnamed: bool = False
    denied: bool = False


WRITER = Attribution()


# ---- the component


@Language.component("whowhom_attribution", requires=["token.dep", "token.tag"], assigns=["doc._.quotes"])
def find_quotes(doc: Doc) -> Doc:
    """Set `doc._.quotes`: what stands between quotation marks and is somebody's words."""
    doc._.quotes = quotes_of(doc)
    return doc


def quotes_of(doc: Doc) -> list[Quote]:
    """The quotations of a parsed Doc with their speakers, in order; scare quotes and titles are none."""
    stretches = quoted_stretches(doc)
    if not stretches:
        return []
    limits = list(paragraph_spans(doc))
    own = [_tagged_speaker(doc, stretches, i, limits[s.paragraph]) for i, s in enumerate(stretches)]
    quotes: list[Quote] = []
    last: tuple[int, int | None] = (-2, None)  # paragraph and speaker of the quotation before
    for index, stretch in enumerate(stretches):
        if own[index] is None and not _is_speech(doc, stretch):
            continue
        speaker = own[index]
        if speaker is None:
            speaker = _borrowed(doc, stretches, own, index, last, limits)
        quotes.append(Quote(stretch.start, stretch.end, speaker))
        last = (stretch.paragraph, speaker)
    return quotes


def _is_speech(doc: Doc, stretch: Quoted) -> bool:
    """Whether a stretch without a tag reads as speech: a sentence of its own, no label and no title."""
    words = [t for t in doc[stretch.start : stretch.end] if t.is_alpha]
    if len(words) < _SHORTEST_QUOTE or not any(t.pos_ in ("VERB", "AUX") for t in words):
        return False
    before = doc[stretch.start - 2] if stretch.start >= 2 else None
    if before is not None and before.lower_ in cues("attribution")["title"]:
        return False
    last = doc[stretch.end - 1].text
    return last[-1] in ".,?!…" or before is None or before.text in ".:,?!\"'" or "\n" in before.text


def _tagged_speaker(doc: Doc, stretches: list[Quoted], index: int, limits: tuple[int, int]) -> int | None:
    """The speaker in the words around a quotation: `…," said X`, `X said: "…`, `according to X, "…`."""
    stretch = stretches[index]
    previous, following = _neighbours(stretches, index, limits)
    ends_sentence = doc[stretch.end - 1].text in (".", "...", "…")
    after = _until_stop(doc, stretch.end + 1, following)
    if not ends_sentence:
        speaker = _speaker_in(doc, after, near=stretch.end)
        if speaker is not None:
            return speaker
    speaker = _dashed(doc, stretch.end + 1, following)
    if speaker is not None:
        return speaker
    before = _since_stop(doc, previous, stretch.start - 1)
    return _speaker_in(doc, before, near=stretch.start, last=True)


def _neighbours(stretches: list[Quoted], index: int, limits: tuple[int, int]) -> tuple[int, int]:
    """Where the words before a quotation may begin, and those after it end."""
    previous, following = limits
    if index and stretches[index - 1].paragraph == stretches[index].paragraph:
        previous = stretches[index - 1].end + 1
    if index + 1 < len(stretches) and stretches[index + 1].paragraph == stretches[index].paragraph:
        following = stretches[index + 1].start - 1
    return previous, following


def _until_stop(doc: Doc, start: int, end: int) -> list[Token]:
    tokens: list[Token] = []
    for token in doc[start : max(start, end)]:
        tokens.append(token)
        if token.text in (".", "?", "!"):
            break
    return tokens


def _since_stop(doc: Doc, start: int, end: int) -> list[Token]:
    tokens: list[Token] = []
    for i in range(end - 1, start - 1, -1):
        if doc[i].text in (".", "?", "!") or "\n" in doc[i].text:
            break
        tokens.append(doc[i])
    return tokens[::-1]


def _speaker_in(doc: Doc, tokens: list[Token], *, near: int, last: bool = False) -> int | None:
    """The speaker named by a stretch of words beside a quotation: the speech verb nearest to it decides."""
    for token in reversed(tokens) if last else tokens:
        if token.lower_ == "according" or (token.lower_ == "per" and token.dep_ == "prep"):
            named = _according(token)
            if named is not None:
                return named.i
        elif token.lemma_.lower() in cues("attribution")["verb"] and token.pos_ in ("VERB", "AUX"):
            subject = subject_of(token)
            if subject is not None and not _inside(subject, near, tokens):
                return subject.i
            beside = _beside(token, tokens)
            if beside is not None:
                return beside.i
    return None


def _inside(subject: Token, near: int, tokens: list[Token]) -> bool:
    """Whether a parsed subject lies outside the words beside the quotation (a slip of the parser)."""
    return bool(tokens) and not (tokens[0].i <= subject.i <= tokens[-1].i)


def _beside(verb: Token, tokens: list[Token]) -> Token | None:
    """The noun or pronoun next to a speech verb that the parser gave no subject."""
    for step in (-1, 1):
        i = verb.i + step
        while tokens[0].i <= i <= tokens[-1].i and verb.doc[i].pos_ in (
            "AUX",
            "ADV",
            "DET",
            "ADJ",
            "PROPN",
            "NOUN",
            "PRON",
        ):
            if verb.doc[i].pos_ in ("PROPN", "NOUN", "PRON"):
                found = verb.doc[i]
                while found.dep_ in ("compound", "poss", "nmod") and tokens[0].i <= found.head.i <= tokens[-1].i:
                    found = found.head
                return found if found.i != verb.i else None
            i += step
    return None


def _dashed(doc: Doc, start: int, end: int) -> int | None:
    """The name after a dash: `"…" - Ada Lovelace`."""
    if start + 1 < end and doc[start].text in ("-", "–", "—", "--") and doc[start + 1].pos_ == "PROPN":
        token = doc[start + 1]
        while token.dep_ == "compound" and start < token.head.i < end:
            token = token.head
        return token.i
    return None


def _borrowed(
    doc: Doc,
    stretches: list[Quoted],
    own: list[int | None],
    index: int,
    last: tuple[int, int | None],
    limits: list[tuple[int, int]],
) -> int | None:
    """The speaker of a quotation without a tag: from its paragraph, the next sentence, or the paragraph before."""
    stretch = stretches[index]
    if last[0] == stretch.paragraph and last[1] is not None:
        return last[1]
    for later in range(index + 1, len(stretches)):
        if stretches[later].paragraph != stretch.paragraph:
            break
        if own[later] is not None:
            return own[later]
    start, end = limits[stretch.paragraph]
    after = _until_stop(doc, stretch.end + 1, end)
    speaker = _speaker_in(doc, after, near=stretch.end)
    if speaker is not None:
        return speaker
    before = _sentence_before(doc, stretch.start - 1, start)
    if before is None and stretch.paragraph:
        if last[0] == stretch.paragraph - 1 and last[1] is not None:
            return last[1]
        before = _sentence_before(doc, limits[stretch.paragraph - 1][1], limits[stretch.paragraph - 1][0])
    return _announced(before)


def _sentence_before(doc: Doc, position: int, start: int) -> Token | None:
    """The root of the sentence that ends right before a position of the paragraph."""
    i = position - 1
    while i >= start and (doc[i].is_space or doc[i].is_quote):
        i -= 1
    return doc[i].sent.root if i >= start else None


def _announced(root: Token | None) -> int | None:
    """The person whom the sentence before a quotation is about."""
    if root is None:
        return None
    subject = subject_of(root)
    if subject is None:
        return None
    speaks = root.lemma_.lower() in cues("attribution")["verb"] or root.sent[-1].text == ":"
    person = subject.ent_type_ == "PERSON" or subject.lower_ in ("he", "she")
    return subject.i if person or speaks else None


# ---- the answer for one predicate


def attribution(head: Token) -> Attribution:
    """Who vouches for what a predicate says.

    Parameters
    ----------
    head : Token
        The token that heads the predicate.

    Returns
    -------
    Attribution
        The innermost speaker; `WRITER` where nobody but the writer vouches.

    Notes
    -----
    The clause of a speech verb is the writer's own: in "Ann said that Bo left", "said" is the writer's
    and "left" Ann's. A speaker "I" is the speaker of the quotation that says so.
    """
    quote = quote_around(head)
    node = head
    for _ in range(_LONGEST_CLIMB):
        found = _own_source(node, head) or _governing_source(node)
        if found is not None:
            return _resolved(found, quote)
        governor = node.head
        if governor.i == node.i:
            break
        if quote is not None and not quote.start <= governor.i < quote.end:
            break
        node = governor
    if quote is not None:
        speaker = head.doc[quote.speaker] if quote.speaker is not None else None
        return Attribution(speaker, unnamed=speaker is None or is_unnamed(speaker))
    return WRITER


def quote_around(token: Token) -> Quote | None:
    """The quotation that a token stands in."""
    for quote in token.doc._.quotes or ():
        if quote.start <= token.i < quote.end:
            return quote  # type: ignore[no-any-return]
    return None


def _resolved(found: Attribution, quote: Quote | None) -> Attribution:
    """The speaker of the quotation for "I" and "we"."""
    speaker = found.speaker
    if speaker is None or speaker.lower_ not in _FIRST_PERSON or quote is None or quote.speaker is None:
        return found
    said = speaker.doc[quote.speaker]
    return Attribution(said, is_unnamed(said), found.denied)


def _own_source(node: Token, head: Token) -> Attribution | None:
    """A source named inside the clause: reportedly, according to X, as X put it, X said."""
    for child in node.children:
        if child.dep_ in ("advmod", "amod") and child.lower_ in cues("attribution")["hearsay"]:
            return Attribution(None, unnamed=True)
        if child.lower_ == "according":
            named = _according(child)
            if named is not None:
                return _by(named)
        if child.dep_ in ("advcl", "parataxis", "ccomp") and child.i != head.i:
            named = _parenthetical(child)
            if named is not None:
                return _by(named)
    return None


def _according(token: Token) -> Token | None:
    for child in token.children:
        if child.dep_ == "pobj":
            return child
        if child.lower_ == "to":
            return next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
    return None


def _parenthetical(verb: Token) -> Token | None:
    """The speaker of "as X put it" and of a bare "X said" between commas."""
    if verb.lemma_.lower() not in cues("attribution")["verb"] and verb.lemma_ != "put":
        return None
    if any(c.dep_ in ("ccomp", "xcomp", "acl") for c in verb.children):
        return None
    as_clause = any(c.lower_ == "as" and c.dep_ in ("mark", "advmod", "prep") for c in verb.children)
    bare = verb.dep_ != "advcl" and not any(c.dep_ in ("dobj", "prep", "mark") for c in verb.children)
    return _vouching(verb) if as_clause or bare else None


def _governing_source(node: Token) -> Attribution | None:
    """The source above a clause or a noun: said that, accused of, claims that, denied."""
    governor, dep = node.head, node.dep_
    if governor.i == node.i:
        return None
    table = cues("attribution")
    lemma = governor.lemma_.lower()
    if dep == "ccomp" and governor.pos_ in ("VERB", "AUX") and lemma in table["verb"]:
        return _content_of(governor)
    if dep == "ccomp" and governor.pos_ == "ADJ" and governor.dep_ == "acomp":
        return (
            _by_subject(governor.head)
            if lemma
            in ("concerned", "afraid", "convinced", "sure", "certain", "worried", "confident", "adamant", "hopeful")
            else None
        )
    if dep in ("xcomp", "ccomp") and governor.pos_ == "VERB":
        return _infinitive_claim(governor)
    if dep == "pcomp" and governor.dep_ == "prep":
        return _accused(governor.head) or _claim_noun(governor.head)
    if dep in ("acl", "ccomp", "relcl") and governor.pos_ == "NOUN":
        return _claim_noun(governor) if any(c.dep_ == "mark" for c in node.children) else None
    if dep == "dobj" and lemma in ("deny", "allege", "dispute"):
        return _content_of(governor)
    return None


def _content_of(verb: Token) -> Attribution | None:
    """Who vouches for the content of a speech verb."""
    if verb.lemma_.lower() in cues("attribution")["tag_only"] and quote_around(verb) is not None:
        return None
    denied = cues("attribution")["verb"].get(verb.lemma_.lower()) == "deny"
    speaker = _vouching(verb)
    if speaker is None or speaker.lower_ in ("it", "there") and speaker.dep_ in ("nsubjpass", "expl"):
        return Attribution(None, unnamed=True, denied=denied) if _passive(verb) else None
    return _by(speaker, denied=denied)


def _vouching(verb: Token) -> Token | None:
    """The subject of an active speech verb, the agent of a passive one, the author of a speaking work."""
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    if agent is not None:
        return next((c for c in agent.children if c.dep_ == "pobj"), None)
    subject = subject_of(verb)
    if subject is None:
        return None
    if _passive(verb) and subject.dep_ == "nsubjpass":
        return subject if verb.lemma_ in ("quote", "inform", "tell") and verb.lemma_ == "quote" else None
    return _author(subject) or subject


def _author(work: Token) -> Token | None:
    """Who speaks through a work: "his thesis argues", "wrote a thesis arguing"."""
    if work.lemma_.lower() not in cues("attribution")["work"]:
        return None
    for child in work.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ == "by":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    if work.dep_ == "dobj" and work.head.lemma_ in (
        "write",
        "publish",
        "issue",
        "release",
        "post",
        "send",
        "make",
        "file",
        "sign",
        "launch",
    ):
        return subject_of(work.head)
    return None


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb: its own, its first conjunct's, or that of the clause a participle hangs on."""
    for _ in range(_LONGEST_CLIMB):
        own = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
        if own is not None:
            return own
        if verb.dep_ == "acl":
            return verb.head
        if (
            verb.dep_ == "relcl"
            or verb.head.i == verb.i
            or verb.dep_ not in ("conj", "advcl", "xcomp", "pcomp", "prep", "aux")
        ):
            return None
        verb = verb.head
    return None


def _passive(verb: Token) -> bool:
    return verb.tag_ == "VBN" and not any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children) or any(
        c.dep_ == "auxpass" for c in verb.children)  # fmt: skip


def _infinitive_claim(verb: Token) -> Attribution | None:
    """ "claims to have seen", "denied seeing", "is said to have seen"."""
    kind = cues("attribution")["infinitive"].get(verb.lemma_.lower())
    lemma = verb.lemma_.lower()
    if _passive(verb):
        if lemma in _PASSIVE:
            agent = _vouching(verb)
            return _by(agent) if agent is not None else Attribution(None, unnamed=True)
        return None
    if kind == "active" or lemma in _ACTIVE:
        subject = subject_of(verb)
        return _by(subject, denied=lemma == "deny") if subject is not None else None
    return None


_ACTIVE = frozenset({"claim", "profess", "admit", "confess", "deny", "report", "purport"})
_PASSIVE = frozenset(
    {"say", "believe", "think", "report", "allege", "claim", "rumour", "rumor", "consider", "understand"}
)


def _accused(verb: Token) -> Attribution | None:
    """The accuser of "accused Peru of arming rebels"; nobody in particular for "was accused of"."""
    if cues("attribution")["verb"].get(verb.lemma_.lower()) == "accuse" or verb.lemma_ in (
        "accuse",
        "blame",
        "suspect",
        "charge",
    ):
        speaker = _vouching(verb)
        if speaker is not None:
            return _by(speaker)
        return Attribution(None, unnamed=True) if _passive(verb) else None
    if verb.lemma_ == "quote":  # quoted as saying
        return None
    return None


def _claim_noun(noun: Token) -> Attribution | None:
    """Who makes "Peru's claim that", "claims by Peru that", "repeated the claim that"."""
    table = cues("attribution")["noun"]
    if noun.lemma_.lower() not in table:
        return None
    denied = table[noun.lemma_.lower()] == "deny"
    for child in noun.children:
        if child.dep_ == "poss" or (
            child.dep_ in ("amod", "compound") and child.ent_type_ in ("NORP", "GPE", "ORG", "PERSON")
        ):
            return _by(child, denied=denied)
        if child.dep_ == "prep" and child.lower_ in ("by", "from"):
            named = next((c for c in child.children if c.dep_ == "pobj"), None)
            if named is not None:
                return _by(named, denied=denied)
    verb = noun.head
    if noun.dep_ == "dobj":
        subject = subject_of(verb)
        if subject is not None:
            against = cues("attribution")["verb"].get(verb.lemma_.lower()) == "deny"
            return _by(subject, denied=denied != against)
    return Attribution(None, unnamed=True, denied=denied)


def _by_subject(verb: Token) -> Attribution | None:
    subject = subject_of(verb)
    return _by(subject) if subject is not None else None


def _by(speaker: Token, *, denied: bool = False) -> Attribution:
    return Attribution(speaker, is_unnamed(speaker), denied)


def is_unnamed(speaker: Token) -> bool:
    """Whether the words that name a speaker name nobody in particular: "officials", but not "Kenyan officials"."""
    if speaker.lemma_.lower() not in cues("attribution")["generic"] or speaker.pos_ == "PROPN":
        return False
    return not any(t.pos_ == "PROPN" or t.ent_type_ in ("NORP", "GPE", "ORG", "PERSON") for t in _naming(speaker))


def _naming(speaker: Token) -> Iterator[Token]:
    """The words that say whose the speaker is: adjectives, compounds, possessors, "of X"."""
    for child in speaker.children:
        if child.dep_ in ("amod", "compound", "poss", "nmod", "appos"):
            yield child
            yield from child.children
        elif child.dep_ == "prep" and child.lower_ in ("of", "from", "at", "for", "in"):
            yield from child.children
