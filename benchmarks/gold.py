"""How good is the reading? Runs every measure of a gold folder and prints it beside what others reach.

usage: python -m benchmarks.gold FOLDER

FOLDER holds gold that others wrote, with its own scorers: `news_dev.jsonl` (`CAMEOST…` rows are wire
sentences with edges, `PLV…` rows marked pairs), `articles/` with `articles_links.jsonl` and
`articles_forbidden.jsonl`, `seed_links.jsonl` and `seed_forbidden.jsonl` for the article that ships
with the project, and `score_links.py`, `score_edges.py`, `score_pairs.py`. Rows of news whose CRC-32 of
the id is divisible by three, and the articles named in SET_ASIDE, were never looked at while rules were
written: they are printed apart.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.edges import edges
from benchmarks.pairs import answers
from graph.documents import read_documents
from graph.extraction.pipeline import extract

SET_ASIDE = ("GUM_news_afghan", "GUM_news_flag", "GUM_news_sensitive", "GUM_news_worship")
ANCHORS = {
    "seed article": "best open extractor: pair and predicate F1 0.37; two careful readers agree at 0.94",
    "articles": "a week-end trial: full F1 0.17, pair precision 0.60",
    "wire sentences": "first two names: directed F1 0.676, signed F1 0.394; textacy directed 0.218",
    "given pairs": "a 355-million-parameter model: root 0.821, quad 0.893, sign 0.964",
}
Rows = Iterable[dict[str, Any]]


def main(folder: str) -> None:
    """Print every measure, tuned on and set aside apart."""
    gold = Path(folder)
    news = _read(gold / "news_dev.jsonl")
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        _title("seed article")
        predicted = _write(work / "seed.jsonl", _links("seeds"))
        _score(gold, "score_links.py", gold / "seed_links.jsonl", predicted, gold / "seed_forbidden.jsonl")
        _title("articles")
        predicted = _write(work / "articles.jsonl", _links(str(gold / "articles")))
        for label, kept in (("tuned on", False), ("set aside", True)):
            print(f"-- {label}")
            paths = (gold / "articles_links.jsonl", predicted, gold / "articles_forbidden.jsonl")
            _score(gold, "score_links.py", *(_documents(path, kept, work / f"{label}-{path.name}") for path in paths))
        for title, reader, scorer, prefix in (
            ("wire sentences", edges, "score_edges.py", "CAMEOST"),
            ("given pairs", answers, "score_pairs.py", "PLV"),
        ):
            _title(title)
            for label, kept in (("tuned on", False), ("set aside", True)):
                print(f"-- {label}")
                rows = [row for row in news if row["id"].startswith(prefix) and _set_aside(row["id"]) == kept]
                part = _write(work / "part.jsonl", rows)
                _score(gold, scorer, part, _write(work / "predicted.jsonl", reader(rows)))


def _links(source: str) -> Iterator[dict[str, Any]]:
    for extraction in extract(read_documents([source])):
        yield from (link.record() for link in extraction.links)


def _set_aside(identity: str) -> bool:
    return zlib.crc32(identity.encode()) % 3 == 0


def _documents(path: Path, kept: bool, out: Path) -> Path:
    """The rows of the documents that were set aside, or of the others."""
    return _write(out, (row for row in _read(path) if any(d in row["document"] for d in SET_ASIDE) == kept))


def _read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _write(path: Path, rows: Rows) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def _title(name: str) -> None:
    print(f"\n## {name}   (others: {ANCHORS[name]})")


def _score(gold: Path, scorer: str, *files: Path) -> None:
    sys.stdout.flush()
    subprocess.run([sys.executable, str(gold / scorer), *map(str, files)], check=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
