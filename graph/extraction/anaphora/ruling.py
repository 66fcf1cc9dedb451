"""Which party is that of who governs? The one that a text calls the ruling party."""

from __future__ import annotations

from graph.extraction.anaphora.antecedents import Antecedents

_RULING = frozenset({"governing", "ruling"})
_GOVERNING = frozenset({"chancellor", "premier", "president", "prime minister"})


def ruling_parties(person: str, known: Antecedents) -> set[str]:
    """The parties called the ruling ones, where a person is given the office of who governs; empty otherwise."""
    doc = known.doc
    mentions = doc._.actor_mentions or ()
    titles = {
        doc[max(m.start - size, 0) : m.start].text.lower() for m in mentions if m.actor == person for size in (1, 2)
    }
    if titles.isdisjoint(_GOVERNING):
        return set()
    parties = (m for m in mentions if m.form == "name" and known.kind(m.actor) == "party" and m.start)
    return {m.actor for m in parties if doc[m.start - 1].lower_ in _RULING}
