"""Who is it whom a headline tells of without a name: "Court clears blogger ... Ana Lima ... the blogger"?"""

from __future__ import annotations

from spacy.tokens import Span, Token

from graph.extraction.anaphora.antecedents import Antecedents
from graph.extraction.tokens import children
from graph.extraction.wordlists import actor_words

_LEAD = 3  # sentences below a headline among which the first that tells anything is, behind a date or a byline


def headlined(noun: Token, known: Antecedents) -> str | None:
    """The one person whom the first sentence of a text names and its headline calls by a noun."""
    headline = known.sentences[0]
    called = [t for t in headline if t.lower_ == noun.lower_ and t.tag_ in ("NN", "NNP")]
    if noun.lemma_ not in actor_words("generic", "people") or noun.i < headline.end:
        return None
    if len(called) != 1 or not is_heading(headline) or not _is_bare(called[0], known):
        return None
    lead = next((s for s in known.sentences[1 : 1 + _LEAD] if any(t.pos_ == "VERB" for t in s)), None)
    if lead is None or any(t.lemma_ == noun.lemma_ for t in lead):  # "A blogger was cleared by Judge Ana Lima"
        return None
    named = {a.actor for t in lead for a in known.arguments.by_head.get(t.i, ()) if a.form == "name"}
    people = [actor for actor in named if known.kind(actor) == "person"]
    return people[0] if len(people) == 1 else None


def is_heading(sentence: Span) -> bool:
    """Whether a sentence has no stop, as a headline has none."""
    last = next((t for t in reversed(sentence) if not t.is_space), None)
    return last is not None and not last.is_punct


def _is_bare(noun: Token, known: Antecedents) -> bool:
    """Whether a noun has no article and no name beside it, as those have whom headlines tell of."""
    inside = noun.dep_ in ("compound", "nmod", "poss") or any(
        c.dep_ in ("det", "poss", "appos") for c in children(noun)
    )
    return not inside and known.name_at(noun.i + 1) is None and not known.arguments.named(noun)
