"""What links call otherwise than the codebook of PLOVER, which the lexicon follows for given pairs."""

from __future__ import annotations

from dataclasses import replace

from graph.extraction.annotations import Sense

# Rule of a lexicon entry -> what it says by common usage: being somewhere is a state, and so is a rift.
_USUAL = {
    "presence in": Sense("OTHER", "neutral", "structural", rule="presence in"),
    "reach <agreements> with": Sense("AGREE", "cooperative", "event", symmetric=True, rule="reach <agreements> with"),
    "rift with/between": Sense("RIVALRY", "hostile", "structural", symmetric=True, rule="rift with/between"),
}
# To say that somebody may do something is to agree, not to yield.
_PERMITTING = frozenset({"allow", "approve", "authorise", "authorize", "let", "permit"})


def commonly(sense: Sense) -> Sense:
    """The sense of a predicate for links.

    >>> commonly(Sense("MOBILIZE", "hostile", "event", rule="presence in")).relation
    'OTHER'
    >>> commonly(Sense("CONCEDE", "cooperative", "event", rule="allow")).relation
    'AGREE'
    """
    permits = sense.rule.partition("(")[0] in _PERMITTING or sense.rule.startswith("approve <demands>")
    if sense.relation == "CONCEDE" and permits:
        return replace(sense, relation="AGREE")
    if sense.relation == "ASSAULT" and "cyber" in sense.rule:
        return replace(sense, relation="COERCE")  # nobody is hurt by it
    return _USUAL.get(sense.rule, sense)
