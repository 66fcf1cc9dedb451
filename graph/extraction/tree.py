"""Mends the tree where the parser did not know which words are names.

In "Doctors Without Borders, Oxfam and the Council of Churches" it may join Oxfam to the borders, and in "was held by
the Kivu Front, an alliance" it may tell the alliance of what was held. Once it is known which words are names, the
component `whowhom_tree` joins each of a list to the one before it, and an apposition to the name right before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Token

from graph.extraction.annotations import ActorEntry, ActorMention
from graph.extraction.syntax.asides import join_apart
from graph.extraction.syntax.mended_subjects import hang
from graph.extraction.syntax.mending import MENDING, complete
from graph.extraction.tokens import forget, having, sentence_starts
from graph.extraction.wordlists import word_lists

_JOINED = frozenset({"and", "or", "&"})
# What a name in a list may hang by where the parser loses the list.
_LOST = frozenset({"conj", "appos", "npadvmod", "dep", "nmod"})

Item = tuple[int, int]  # tokens [start, end): a name and what stands before it since the comma


@Language.component("whowhom_tree", requires=["token.dep", "doc._.actor_mentions"], assigns=["token.dep"])
def mend_tree(doc: Doc) -> Doc:
    """Hang every name of a list on the one before it, and what the parser misplaces around names where it belongs.

    Parameters
    ----------
    doc : Doc
        Parsed, with `doc._.actor_mentions` and `doc._.actors`.

    Returns
    -------
    Doc
        The same, its tree mended.
    """
    mended = [_join(doc, row) for row in _rows(doc)]
    mended += [join_apart(doc, name) for name in doc._.actor_mentions or ()]
    for token in having(doc, "DEP", MENDING):
        mend = MENDING.get(token.dep_)  # what mends a word before it may have hung it otherwise
        mended.append(mend is not None and mend(token))
    mended += [_is_near(word) for word in having(doc, "ORTH", ("close",))]
    mended += [complete(verb) for verb in having(doc, "LEMMA", word_lists("resulting"))]
    if any(mended):
        forget(doc)
    return doc


def _is_near(word: Token) -> bool:
    """Make "close" the adjective that it is behind a noun: "a paper | close | to the party"; whether it was another."""
    near = word.dep_ == "amod" and word.tag_ == "RB" and any(c.lower_ == "to" for c in word.children)
    if near:
        word.tag_, word.pos_ = "JJ", "ADJ"
    return near


def _rows(doc: Doc) -> Iterator[list[Item]]:
    """The lists of names: several with nothing but commas and one "and" between them."""
    names = [m for m in doc._.actor_mentions or () if m.form != "demonym"]
    row: list[Item] = []
    for before, name in zip([None, *names], names, strict=False):
        start = _start_behind(doc, before, name) if before is not None and row else None
        if before is None or start is None or not _are_alike(doc, before, name):
            row = [(name.start, name.end)]
            continue
        row.append((start, name.end))
        if doc[start - 1].lower_ in _JOINED:
            yield row
            row = []


def _start_behind(doc: Doc, before: ActorMention, name: ActorMention) -> int | None:
    """Where an item of a list starts that stands behind a name: after a comma, "and" or both."""
    start = before.end
    while start < name.start and (doc[start].text == "," or doc[start].lower_ in _JOINED):
        start += 1
    starts = sentence_starts(doc)
    if start == before.end or starts[start] != starts[before.start]:
        return None
    told = ("DET", "NUM", "ADJ") if name.form == "generic" else ("DET",)  # "two nuns, three | priests and a clerk"
    return start if all(t.pos_ in told for t in doc[start : name.start]) else None


def _are_alike(doc: Doc, first: ActorMention, second: ActorMention) -> bool:
    """Whether two names may stand in one list: both are of persons, or neither is."""
    actors: dict[str, ActorEntry] = doc._.actors
    return (actors[first.actor].kind == "person") == (actors[second.actor].kind == "person")


def _join(doc: Doc, row: Sequence[Item]) -> bool:
    """Hang each item on the one before it, where the parser lost one of them; whether anything changed."""
    heads = [_head(doc, item) for item in row]
    if not any(_is_lost(head, heads, row) for head in heads[1:]) or not all(_is_free(h, heads, row) for h in heads[1:]):
        return False
    if any(head.is_ancestor(before) for i, head in enumerate(heads) for before in heads[:i]):
        return False
    for before, head, (start, _) in zip(heads, heads[1:], row[1:], strict=False):
        head.head, head.dep_ = before, "conj"
        for mark in doc[max(before.i, start - 2) : start]:
            if mark.dep_ in ("punct", "cc"):
                hang(mark, before)
    for told in [t for i in range(row[0][0], heads[-1].i) for t in doc[i].children if t.dep_ == "acl"]:
        if told.left_edge.i >= row[-1][1]:  # "A, B and C called on Chad", where the parser makes B the one who called
            hang(told, heads[0])
    return True


def _head(doc: Doc, item: Item) -> Token:
    """The word of an item that hangs on what stands outside."""
    return doc[item[0] : item[1]].root


def _is_lost(head: Token, heads: Sequence[Token], row: Sequence[Item]) -> bool:
    """Whether an item hangs on a word inside another, on one outside, or by what no list has."""
    inside = any(start <= head.head.i < end for start, end in row)
    if len(row) == 2:
        return inside and head.head != heads[0] and heads[0].tag_ == "NNP"
    return head.head not in heads or head.dep_ == "appos"


def _is_free(head: Token, heads: Sequence[Token], row: Sequence[Item]) -> bool:
    """Whether an item may be hung elsewhere: it says nothing else of the sentence."""
    inside = any(start <= head.head.i < end for start, end in row)
    astray = head.head.pos_ == "VERB"  # no noun goes on with a verb
    return head.dep_ in _LOST and (inside or astray or head.dep_ != "conj") and heads[0].head not in heads[1:]
