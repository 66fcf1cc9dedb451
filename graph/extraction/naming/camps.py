"""Who is named by a stance: "the Remain camp", "anti-monarchists"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from graph.extraction.naming.candidates import Candidate, Known, text_of
from graph.extraction.naming.gazetteer import Gazetteer
from graph.extraction.wordlists import actor_words


def camp_or_adherents(doc: Doc, token: Token, gazetteer: Gazetteer, known: Known) -> Candidate | None:
    """The side that a noun names by its stance, if it does."""
    if token.lemma_.lower() == "camp":
        return _camp(doc, token, gazetteer, known)
    return _adherents(doc, token) if token.lower_.rstrip("s") in actor_words("camps", "adherents") else None


def _camp(doc: Doc, token: Token, gazetteer: Gazetteer, known: Known) -> Candidate | None:
    """A political camp: "the pro-independence camp", "the Remain camp"; no refugee camp, and no camp of fighters."""
    start = token.i
    while start > 0 and doc[start - 1].pos_ not in ("DET", "CCONJ", "VERB", "PRON") and not doc[start - 1].is_quote:
        before = doc[start - 1]
        if before.text != "-" and before.whitespace_ and before.dep_ not in ("compound", "amod", "nmod"):
            break
        if before.text in ("(", "'s", "'", ","):
            break
        start -= 1
    inside = doc[start : token.i]
    modifiers = {t.lower_ for t in inside}
    sides = [known[t.i][1].actor for t in inside if t.i in known]
    leader = any(gazetteer.kinds[actor] != "armed group" for actor in sides)
    leader = leader or (not sides and any(t.ent_type_ == "PERSON" for t in inside))
    if (
        token.tag_ == "NNS"
        or modifiers & actor_words("camps", "places")
        or not (modifiers & actor_words("camps", "sides") or leader)
    ):
        return None
    return Candidate(start, token.i + 1, "party", text_of(doc, start, token.i + 1), why="camp", rank=2, head=token.i)


def _adherents(doc: Doc, token: Token) -> Candidate | None:
    """Adherents named by a stance: "anti-monarchists", "pro-independence localists"."""
    if token.i < 2 or doc[token.i - 1].text != "-" or token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return None
    plural = token.lower_ if token.lower_.endswith("s") else f"{token.lower_}s"
    name = f"{doc[token.i - 2].lower_}-{plural}"
    return Candidate(token.i - 2, token.i + 1, "party", name, why="adherents", rank=2, head=token.i)
