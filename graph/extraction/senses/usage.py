"""What links call otherwise than the codebook of PLOVER, which the lexicon follows for given pairs."""

from __future__ import annotations

from graph.extraction.annotations import Sense

# Rule of a lexicon entry -> what it says by common usage: being somewhere is a state, and so is a rift.
_USUAL = {
    "presence in": Sense("OTHER", "neutral", "structural", rule="presence in"),
    "rift with/between": Sense("RIVALRY", "hostile", "structural", symmetric=True, rule="rift with/between"),
}


def commonly(sense: Sense) -> Sense:
    """The sense of a predicate for links.

    >>> commonly(Sense("MOBILIZE", "hostile", "event", rule="presence in")).relation
    'OTHER'
    """
    return _USUAL.get(sense.rule, sense)
