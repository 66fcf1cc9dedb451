"""How well do links agree with gold links? Precision, recall and F1, and what was missed or wrong."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph.errors import WhowhomError
from graph.gold import Row, fault, gold_of_document, listed, read_gold
from graph.links import Link

if TYPE_CHECKING:
    from graph.casefile.store import Reviewed

LEVELS = ("pair", "signed", "full")
_SMALL = frozenset(
    ["of", "the", "a", "an", "with", "to", "in", "on", "for", "by", "be", "have", "as", "at", "from", "after"]
)
_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Measure:
    """Hits among what was predicted and what was wanted, as counts."""

    hits: int
    predicted: int
    wanted: int

    @property
    def precision(self) -> float:
        """The share of what was predicted that is right; 0 where nothing was predicted."""
        return self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of what was wanted that was found; 0 where nothing was wanted."""
        return self.hits / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """What `score` found: measures by level, shares of the pairs found, and the links themselves.

    `wrong` pairs a predicted link with the gold link it half agrees with, or None; `excused` are those
    that only doubtful gold explains; `reviewed` is what an analyst's verdicts say, if they were asked.
    """

    measures: Mapping[str, Measure]
    fields: Mapping[str, tuple[int, int]]
    kinds: Mapping[str, tuple[int, int]]
    missed: tuple[Row, ...] = ()
    wrong: tuple[tuple[Row, Row | None], ...] = ()
    excused: tuple[Row, ...] = ()
    reviewed: Review | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """Links of one sort that are read and were reviewed: how many are right, and how sure they were on average."""

    right: int
    reviewed: int
    confidence: float

    @property
    def precision(self) -> float:
        """The share that is right."""
        return self.right / self.reviewed


@dataclass(frozen=True, slots=True)
class Review:
    """What an analyst's verdicts say of the links that are read: precision, and recall of what was confirmed.

    `wrong` are rejected links that are still read, `missed` confirmed ones that are read no more.
    """

    measure: Measure
    relations: Mapping[str, Judged]
    rules: Mapping[str, Judged]
    missed: tuple[Reviewed, ...] = ()
    wrong: tuple[Reviewed, ...] = ()


@dataclass
class _Tally:
    hits: Counter[str] = field(default_factory=Counter)
    predicted: int = 0
    wanted: int = 0
    fields: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    kinds: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    missed: list[Row] = field(default_factory=list)
    wrong: list[tuple[Row, Row | None]] = field(default_factory=list)
    excused: list[Row] = field(default_factory=list)


def score(predicted: Iterable[Link | Row], gold: Iterable[Row]) -> Score:
    """Compare links with gold links.

    Parameters
    ----------
    predicted : iterable of Link or of link records
    gold : iterable of link records
        `source`, `target` and `attributed_to` may be lists of accepted names, `relation` a list of
        accepted types; `accept` lists further values of a field that count as right; a row with
        `doubtful` true counts neither way; `document`, where given, says which document is meant.

    Returns
    -------
    Score
        `pair`: both ends right, direction included; `signed`: polarity too; `full`: factuality and
        attribution too. A predicted link satisfies at most one gold link, best agreement first.

    Raises
    ------
    WhowhomError
        If a gold row is no gold link: it lacks its sentence, source or target, or holds an unknown value.

    Examples
    --------
    >>> row = {"sentence": "Chad attacked Mali.", "source": "Chad", "target": "Mali", "predicate": "attack",
    ...        "polarity": "hostile", "factuality": "asserted", "attributed_to": None, "kind": "event"}
    >>> score([row], [row]).measures["full"].f1
    1.0
    """
    wanted, given = _by_sentence(gold, predicted)
    tally = _Tally()
    for key, rows in wanted.items():
        _count(rows, given.pop(key, []), tally)
    for rows in given.values():
        tally.predicted += len(rows)
        tally.wrong += [(row, None) for row in rows]
    return Score(
        {level: Measure(tally.hits[level], tally.predicted, tally.wanted) for level in LEVELS},
        {name: (hits, total) for name, (hits, total) in tally.fields.items()},
        {name: (hits, total) for name, (hits, total) in sorted(tally.kinds.items())},
        tuple(tally.missed),
        tuple(tally.wrong),
        tuple(tally.excused),
    )


def review(reviewed: Iterable[Reviewed]) -> Review:
    """Take an analyst's verdicts for gold.

    Parameters
    ----------
    reviewed : iterable of Reviewed
        From `Casefile.reviewed`. Links that nobody reviewed count neither way, so that this is the
        precision of what was looked at, not of a sample.

    Returns
    -------
    Review
        In all; and by relation and by rule (the construction it reads), the most reviewed first.
    """
    verdicts = list(reviewed)
    read = [verdict for verdict in verdicts if verdict.read]
    right = sum(verdict.right for verdict in read)
    return Review(
        Measure(right, len(read), sum(verdict.right for verdict in verdicts)),
        _judged(read, lambda link: link.relation),
        _judged(read, lambda link: link.rule.partition(":")[0]),
        tuple(verdict for verdict in verdicts if verdict.right and not verdict.read),
        tuple(verdict for verdict in read if not verdict.right),
    )


def _judged(reviewed: list[Reviewed], sort: Callable[[Link], str]) -> dict[str, Judged]:
    groups: dict[str, list[Reviewed]] = defaultdict(list)
    for verdict in reviewed:
        groups[sort(verdict.link)].append(verdict)
    ranked = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    return {
        name: Judged(
            sum(v.right for v in group), len(group), round(sum(v.link.confidence for v in group) / len(group), 3)
        )
        for name, group in ranked
    }


def _by_sentence(
    gold: Iterable[Row], predicted: Iterable[Link | Row]
) -> tuple[dict[Any, list[Row]], dict[Any, list[Row]]]:
    wanted: dict[Any, list[Row]] = defaultdict(list)
    for number, row in enumerate(gold, 1):
        if row.get("empty"):
            wanted.setdefault((row.get("document"), row["sentence"]), [])
            continue
        if why := fault(row):
            raise WhowhomError(f"gold row {number}: {why}")
        wanted[row.get("document"), row["sentence"]].append(row)
    places = {d: _placer([s for e, s in wanted if e == d]) for d, _ in wanted}
    given: dict[Any, list[Row]] = defaultdict(list)
    for link in predicted:
        row = link.record() if isinstance(link, Link) else link
        document = _document_of(str(row.get("document")), places)
        sentence = places[document](row.get("sentence", "")) if document in places else None
        given[document, sentence].append(row)
    return wanted, given


def _document_of(name: str, places: Mapping[Any, Any]) -> str | None:
    """The gold's document that a predicted link belongs to: by name, else by a name that contains it."""
    if name in places:
        return name
    return next((d for d in sorted(filter(None, places)) if d in name), None)


def _placer(sentences: list[str]) -> Any:
    """A function from a predicted sentence to the gold sentence that it stands on, or None."""
    keys = {_letters(s): s for s in sentences}
    bags = {s: _words(s) for s in sentences}

    def place(text: str) -> str | None:
        key, bag = _letters(text), _words(text)
        if key in keys:
            return keys[key]
        inside = next((s for k, s in keys.items() if key and (key in k or k in key)), None)
        if inside is not None:
            return inside
        shares = [(len(bag & b) / max(1, min(len(bag), len(b))), s) for s, b in bags.items()]
        share, best = max(shares, key=lambda pair: pair[0], default=(0.0, None))
        return best if share >= _SHARE else None

    return place


def _count(gold: list[Row], given: list[Row], tally: _Tally) -> None:
    firm = [row for row in gold if not row.get("doubtful")]
    doubtful = [row for row in gold if row.get("doubtful")]
    pairs = dict(_matches(firm, given))
    taken = set(pairs.values())
    spare = [j for j in range(len(given)) if j not in taken]
    excused = {spare[j] for _, j in _matches(doubtful, [given[j] for j in spare])}
    tally.wanted += len(firm)
    tally.predicted += len(given) - len(excused)
    tally.excused += [given[j] for j in sorted(excused)]
    for i, row in enumerate(firm):
        kind = tally.kinds[str(row.get("kind"))]
        kind[1] += 1
        if i not in pairs:
            tally.missed.append(row)
            continue
        kind[0] += 1
        _compare(row, given[pairs[i]], tally)
    tally.wrong += [(row, None) for j, row in enumerate(given) if j not in taken and j not in excused]


def _compare(row: Row, found: Row, tally: _Tally) -> None:
    agree = {
        "polarity": _right(row, found, "polarity"),
        "factuality": _right(row, found, "factuality"),
        "attribution": _same_speaker(row, found),
        "relation": not row.get("relation") or found.get("relation") in listed(row["relation"]),
        "predicate": bool(_content(row.get("predicate")) & _content(found.get("predicate"))),
    }
    for name, good in agree.items():
        tally.fields[name][0] += good
        tally.fields[name][1] += 1
    full = agree["polarity"] and agree["factuality"] and agree["attribution"]
    tally.hits.update(pair=1, signed=int(agree["polarity"]), full=int(full))
    if not full:
        tally.wrong.append((found, row))


def _matches(gold: list[Row], given: list[Row]) -> list[tuple[int, int]]:
    """Pairs of indices, best agreement first, each used once."""
    candidates = sorted(
        (-_agreement(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(given) if _same_ends(g, p)
    )
    pairs: dict[int, int] = {}
    for _, i, j in candidates:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return sorted(pairs.items())


def _agreement(row: Row, found: Row) -> int:
    return (
        _right(row, found, "polarity")
        + _right(row, found, "factuality")
        + _same_speaker(row, found)
        + bool(_content(row.get("predicate")) & _content(found.get("predicate")))
    )


def _same_ends(row: Row, found: Row) -> bool:
    source, target = _name(found["source"]), _name(found["target"])
    if source in _names(row["source"]) and target in _names(row["target"]):
        return True
    return bool(row.get("symmetric")) and target in _names(row["source"]) and source in _names(row["target"])


def _same_speaker(row: Row, found: Row) -> bool:
    said = _name(found["attributed_to"]) if found.get("attributed_to") else None
    wanted = _names(row.get("attributed_to")) or {None}
    return said in wanted or said in {_name(a) if a else None for a in row.get("accept", {}).get("attributed_to", [])}


def _right(row: Row, found: Row, name: str) -> bool:
    return name not in row or found.get(name) in [row[name], *row.get("accept", {}).get(name, [])]


def _names(value: Any) -> set[str | None]:
    return {_name(v) for v in listed(value) if v is not None}


def _name(text: str) -> str:
    plain = re.sub(r"[’‘`]", "'", text.strip().lower())
    return re.sub(r"\s+", " ", re.sub(r"^(the|a|an) ", "", plain))


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def _words(text: str | None) -> set[str]:
    return set(re.findall(r"\w+", (text or "").lower()))


def _content(text: str | None) -> set[str]:
    return _words(text) - _SMALL


__all__ = ["LEVELS", "Judged", "Measure", "Review", "Row", "Score", "gold_of_document", "read_gold", "review", "score"]
