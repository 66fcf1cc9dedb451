"""What the tests of the casefile share: the toy extractor in the place of the real one."""

from __future__ import annotations

from pathlib import Path

import pytest
import toy
from toy import Build

from graph import workers
from graph.casefile import open_casefile, versions
from graph.casefile.building import Built, Plan, build
from graph.extraction import pipeline


@pytest.fixture
def build_toy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Build:
    """`build(*sources, **plan)` into tmp_path/news.case with the toy extractor."""
    monkeypatch.setattr(pipeline, "extract", toy.extract)
    monkeypatch.setattr(versions, "_rules", lambda: "toy")
    monkeypatch.setattr(workers, "_load", lambda model, gazetteer: None)

    def run(*sources: Path, case: Path | None = None, problems: list[str] | None = None, **plan: object) -> Built:
        with open_casefile(case or tmp_path / "news.case", create=True) as casefile:
            told = (lambda problem: problems.append(str(problem))) if problems is not None else (lambda problem: None)
            return build(casefile, sources, Plan(**{"model": "toy", **plan}), on_problem=told)

    return run


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of three short articles."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text("Sudan attacks Chad. Egypt helps Sudan.")
    (folder / "b.txt").write_text("Amina Osman meets Kenya. Kenya helps Chad.")
    (folder / "c.txt").write_text("Osman helps Chad.")
    return folder
