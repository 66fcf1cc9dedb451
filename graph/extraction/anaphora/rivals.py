"""Which firm is "its bigger rival"? The only other one that a text has named."""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.anaphora.antecedents import Antecedents
from graph.extraction.anaphora.named import lists
from graph.extraction.tokens import children

_RIVALS = frozenset({"competitor", "rival"})


def rival(noun: Token, known: Antecedents) -> str | None:
    """The only firm named before a noun beside the one whose competitor it is.

    Parameters
    ----------
    noun : Token
    known : Antecedents
    """
    if noun.lemma_ not in _RIVALS or noun.tag_ != "NN" or noun.dep_ in ("appos", "attr", "oprd"):
        return None
    owners = known.owners_of(noun)
    if len(owners) != 1 or any(c.dep_ == "appos" for c in children(noun)) or known.name_at(noun.i + 1) is not None:
        return None
    firms = known.descriptions.called(lists()["anaphors"]["company"]) | _of_kind("company", known)
    maybe = _of_kind("organisation", known) - known.descriptions.called(lists()["exact"]["no_firm"])
    others = {name for name in firms - owners if known.is_named_before(name, noun)}
    others = others or {name for name in maybe - owners if known.is_named_before(name, noun)}
    return others.pop() if owners <= firms and len(others) == 1 else None


def _of_kind(kind: str, known: Antecedents) -> set[str]:
    return {name for name in known.actors if known.kind(name) == kind}
