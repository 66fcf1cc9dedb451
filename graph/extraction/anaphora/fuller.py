"""Whom does a bare noun take up that was told with more words before: "Kenyan miners ... the miners"?"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.extraction.anaphora.antecedents import Antecedents
from graph.extraction.anaphora.descriptions import UNDER
from graph.extraction.anaphora.headlines import is_heading
from graph.extraction.anaphora.same_kind import is_named_so

_TOLD = frozenset({"nsubj", "nsubjpass", "dobj", "conj", "ROOT"})


def fuller(noun: Token, known: Antecedents) -> Iterator[tuple[str, bool]]:
    """The fuller names of a generic actor that stands bare ("Kenyan miners ... the miners"), the last first.

    Each with whether it is a single one named in passing ("the biggest sale of a tech company") or in a heading, which
    comes after everybody with a name. Behind one that is not, no other is looked for.
    """
    if [a.end - a.start for a in known.arguments.by_head.get(noun.i, ())] != [1]:
        return
    for i in range(noun.i - 1, -1, -1):
        for argument in known.arguments.by_head.get(i, ()):
            longer = argument.form == "generic" and argument.end - argument.start > 1
            same = known.doc[i].lemma_ == noun.lemma_ and known.doc[i].tag_ == noun.tag_
            # "the vice president ... the president", "the central bank ... the bank"
            under = known.doc[i - 1].lower_ in UNDER or not is_named_so(noun, argument.actor)
            names = known.doc[i].dep_ == "appos" or known.name_at(i + 1) is not None  # "the drug company | Helvion"
            if longer and same and not under and not names:
                aside = known.doc[i].dep_ not in _TOLD or is_heading(known.doc[i].sent)
                in_passing = noun.tag_ == "NN" and aside
                own = [a.actor for a in known.arguments.directly(known.doc[i]) if a.form == "name"]
                yield (own[0] if len(own) == 1 else argument.actor), in_passing
                if not in_passing:
                    return
