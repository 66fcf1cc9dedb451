"""Which words are whose where one noun names several: "the Kenyan and Chadian armies", "Kenya and Chad's dispute"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from graph.extraction.annotations import COUNTRIES_INSIDE, ActorMention
from graph.extraction.syntax.phrases import conjuncts
from graph.extraction.tokens import children
from graph.extraction.wordlists import words


def own_words(doc: Doc, mentions: list[ActorMention]) -> dict[tuple[int, str], tuple[int, int]]:
    """The words of each of several bodies that one noun names: "Kenyan" and "Chadian armies".

    Returns
    -------
    dict
        By the noun's token and the actor: the tokens [start, end).
    """
    together: dict[tuple[int, int], list[ActorMention]] = {}
    for m in mentions:
        if m.form != "demonym" and doc[m.head].tag_ in ("NNS", "NNPS"):
            together.setdefault((m.start, m.end), []).append(m)
    found = {}
    for (start, end), several in together.items():
        countries = {m.actor: doc._.actors[m.actor].country for m in several} if len(several) > 1 else {}
        inside = sorted(
            (s for s in doc.spans.get(COUNTRIES_INSIDE, ()) if start <= s.start < end), key=lambda s: s.start
        )
        where = {s.label_: (s.start, s.end) for s in inside}
        for m in several if len(countries) == len(where) > 1 else ():
            first, last = where.get(countries[m.actor] or "", (start, end))
            if last == inside[-1].end <= m.head:
                last = end
            elif first == inside[0].start > m.head:
                first = start
            found[m.head, m.actor] = (first, last)
    return found


def sharers(doc: Doc, mention: ActorMention) -> list[Token]:
    """Names outside a plural mention that are coordinated with one inside: "UK and EU negotiators" are the UK's too."""
    if mention.end - mention.start < 2:
        return []
    if doc[mention.head].tag_ not in ("NNS", "NNPS"):
        return _bodies_behind(doc, mention)
    inside = [t for t in doc[mention.start : mention.end] if t.i != mention.head]
    before = [t.head for t in inside if t.dep_ == "conj" and t.head.i < mention.start]
    after = [c for t in inside for c in children(t) if c.dep_ == "conj" and c.i >= mention.end]
    return [t for t in before if t.head.i == mention.head] + after


def _bodies_behind(doc: Doc, mention: ActorMention) -> list[Token]:
    """Bodies that the parser joins to the end of a name: "sued the Union of Miners, | Shell and Total"."""
    last = doc[mention.end - 1]
    if mention.form != "name" or last.dep_ != "pobj" or mention.head >= last.i:
        return []
    joined = [c for c in children(last) if c.dep_ == "conj" and c.i >= mention.end and c.ent_type_ == "ORG"]
    return [t for first in joined for t in conjuncts(first)]


def joint_owner(noun: Token) -> list[Token]:
    """The first of two whose one thing it is, for the parser a thing apart: "| Kenya | and Chad's dispute"."""
    first = noun.head
    held = words("reciprocal", "shared", "quarrels")
    if noun.dep_ != "conj" or first.pos_ != "PROPN" or noun.lemma_.lower() not in held:
        return []
    second = next((c for c in children(noun) if c.dep_ == "poss"), None)
    joined = second is not None and second.left_edge.i == first.i + 2 and noun.doc[first.i + 1].lower_ == "and"
    return [first] if joined else []
