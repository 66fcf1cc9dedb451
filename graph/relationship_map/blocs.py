"""Which actors stand together? The blocs of `whowhom groups`, as colours for the map."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from graph.links import SIGNS, Tie
from graph.questions.partition import partition


def blocs(names: Sequence[str], ties: Iterable[Tie]) -> list[int]:
    """The bloc of each actor: 0 for the largest, and so on; -1 for an actor that stands alone.

    An actor of neutral ties only (the leader of a party, say) goes with the one it is most tied to.

    Examples
    --------
    >>> def tie(a, b, polarity):
    ...     return Tie(a, b, polarity, False, 1, 0, 0, 1.0, "", "", (), None, None, "", ())
    >>> blocs("ABCDE", [tie("A", "B", "cooperative"), tie("C", "D", "cooperative"), tie("B", "C", "hostile"),
    ...                 tie("E", "C", "neutral")])
    [1, 1, 0, 0, 0]
    """
    neutral: defaultdict[str, dict[str, float]] = defaultdict(dict)

    def signed() -> Iterator[tuple[str, str, float]]:
        for tie in ties:
            a, b = sorted((tie.source, tie.target))
            if a == b or tie.weight == 0:
                continue
            if sign := SIGNS[tie.polarity]:
                yield a, b, sign * tie.weight
            else:
                neutral[a][b] = neutral[b][a] = neutral[a].get(b, 0.0) + tie.weight

    home = partition(signed())
    for name in names:
        hosts = {host: weight for host, weight in neutral[name].items() if host in home}
        if name not in home and hosts:
            home[name] = home[max(hosts, key=lambda host: (hosts[host], host))]
    return _numbered([home.get(name) for name in names])


def _numbered(home: Sequence[int | None]) -> list[int]:
    """Blocs numbered by size, those of equal size as they come; a bloc of one is none."""
    size: defaultdict[int, int] = defaultdict(int)
    for bloc in home:
        if bloc is not None:
            size[bloc] += 1
    order = sorted((bloc for bloc in size if size[bloc] > 1), key=lambda bloc: -size[bloc])
    number = {bloc: index for index, bloc in enumerate(order)}
    return [-1 if bloc is None else number.get(bloc, -1) for bloc in home]
