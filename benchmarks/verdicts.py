"""Turn judged links into the figures that confidence is counted on.

usage: python -m benchmarks.verdicts SOURCE VERDICTS > benchmarks/verdicts.jsonl

SOURCE holds documents that no rule was written on, VERDICTS a line a judged link: its `id`, as `whowhom links SOURCE
--format jsonl` gives it, and "right" or "wrong". Right is a link whose ends, direction and sign the text states, both
ends properly named; what is open to doubt is left out. A row names the rule and the shape of the reading, and numbers
the text; it holds no words of it. Links that are read no more are counted on standard error.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from graph.documents import read_documents
from graph.extraction.confidence import shapes
from graph.extraction.linking import readings
from graph.extraction.pipeline import blank, load_pipeline


def rows(source: str, verdicts: Mapping[str, bool]) -> Iterator[dict[str, Any]]:
    """A row a judged link that is still read, in the order of the documents."""
    nlp = load_pipeline()
    for number, document in enumerate(read_documents([source]), 1):
        pairs = readings(nlp(blank(nlp, document)))
        for (link, statement), shape in zip(pairs, shapes([s for _, s in pairs]), strict=True):
            if link.id in verdicts:
                yield {"text": number, "rule": statement.rule, "shape": shape, "right": verdicts[link.id]}


def main(source: str, path: str) -> None:
    """Print the rows, and say how many links are gone."""
    lines = [line.split() for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]
    verdicts = {identity: verdict == "right" for identity, verdict in lines}
    found = list(rows(source, verdicts))
    print(*(json.dumps(row) for row in found), sep="\n")
    print(f"{len(found)} of {len(verdicts)} judged links are still read", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
