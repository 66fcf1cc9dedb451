"""What links call otherwise than the codebook of PLOVER, which the lexicon follows for given pairs."""

from __future__ import annotations

from dataclasses import replace

from graph.extraction.annotations import Sense

# Rule of a lexicon entry -> what it says by common usage: being somewhere is a state, and so is a rift.
_USUAL = {
    "presence in": Sense("OTHER", "neutral", "structural", rule="presence in"),
    "rift with/between": Sense("RIVALRY", "hostile", "structural", symmetric=True, rule="rift with/between"),
}
# To say that somebody may do something is to agree, not to yield.
_PERMITTING = frozenset({"allow", "approve", "authorise", "authorize", "let", "permit"})
_PERMISSIONS = ("approve <demands>", "give permission", "grant permission")
# To settle with somebody is to agree; to sign what was settled supports it.
_SETTLING = frozenset({"cut", "make", "reach", "strike"})
# Whom others are asked to free is spoken for.
_FREEING = ("call for release of", "demand release of", "negotiate release of", "secure release of", "win release of")


def commonly(sense: Sense) -> Sense:
    """The sense of a predicate for links.

    >>> commonly(Sense("MOBILIZE", "hostile", "event", rule="presence in")).relation
    'OTHER'
    >>> commonly(Sense("CONCEDE", "cooperative", "event", rule="allow")).relation
    'AGREE'
    """
    first = sense.rule.partition(" ")[0]
    permits = sense.rule.partition("(")[0] in _PERMITTING or sense.rule.startswith(_PERMISSIONS)
    if sense.relation == "CONCEDE" and permits:
        return replace(sense, relation="AGREE")
    if sense.relation == "SUPPORT" and first in _SETTLING and "with" in sense.rule:
        return replace(sense, relation="AGREE", kind="event", symmetric=True)
    if sense.relation == "SUPPORT" and first == "approval":
        return replace(sense, relation="AGREE")
    if sense.relation == "ASSAULT" and "cyber" in sense.rule:
        return replace(sense, relation="COERCE")  # nobody is hurt by it
    if sense.rule in _FREEING:
        return Sense("SUPPORT", "cooperative", "speech", rule=sense.rule)
    return _USUAL.get(sense.rule, sense)
