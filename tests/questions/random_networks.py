"""Random signed multigraphs for hypothesis: few actors, many links, some symmetric, denied or undated."""

from __future__ import annotations

import networkx as nx
from hypothesis import strategies as st
from samples import link, net

from graph.links import FACTUALITIES
from graph.selection import Selection

NAMES = ("Armenia", "Azerbaijan", "France", "Georgia", "Russia", "Turkey")
SPEAKERS = (None, "Armenia", "Russia")
RELATIONS = ("SUPPORT", "ASSAULT", "CONSULT", "ROLE", "RIVALRY")


@st.composite
def networks(draw: st.DrawFn) -> nx.MultiDiGraph:
    """Up to fifteen links between up to six actors."""
    rows = draw(st.lists(st.tuples(
        st.sampled_from(NAMES), st.sampled_from(RELATIONS), st.sampled_from(NAMES), st.sampled_from(FACTUALITIES),
        st.sampled_from(SPEAKERS), st.sampled_from([None, "1994-05-12", "2020-09-27", "2023-09-19"]),
        st.booleans(), st.sampled_from([0.25, 0.5, 1.0]),
    ), max_size=15))  # fmt: skip
    return net(*(
        link(source, relation, target, factuality=factuality, attributed_to=speaker, date=date, symmetric=symmetric,
             confidence=confidence, id=f"link-{place}")
        for place, (source, relation, target, factuality, speaker, date, symmetric, confidence) in enumerate(rows)
        if source != target
    ))  # fmt: skip


def selections() -> st.SearchStrategy[Selection]:
    """Selections that leave out something, or nothing."""

    def some(values):
        return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)

    return st.builds(
        Selection,
        polarity=some(["cooperative", "hostile", "neutral"]),
        relation=some(RELATIONS),
        factuality=some(FACTUALITIES),
        said_by=some(["Armenia", "Russia"]),
        since=st.sampled_from([None, "1994", "2020-09-28"]),
        until=st.sampled_from([None, "2021"]),
        min_confidence=st.sampled_from([0.0, 0.5]),
        source=some(NAMES),
        target=some(NAMES),
        about=some(NAMES),
        generic=st.booleans(),
    )
