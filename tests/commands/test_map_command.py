"""`whowhom map` as it is typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from samples import extraction, sudan

from cli import group
from graph.casefile import open_casefile


@pytest.fixture
def case(tmp_path: Path) -> str:
    path = tmp_path / "sudan.case"
    with open_casefile(path, create=True) as casefile:
        casefile.add(extraction("wire-1", *sudan()))
    return str(path)


def run(*arguments: str):
    return CliRunner().invoke(group, ["map", *arguments])


def test_it_writes_the_map_and_says_in_one_line_what_it_read(case, tmp_path):
    result = run(case, "-o", str(tmp_path / "map.html"))
    assert result.exit_code == 0
    assert result.output == f"1 document, 7 named actors and 9 links read; the map is in {tmp_path / 'map.html'}\n"
    assert (tmp_path / "map.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_filters_and_focus_by_any_case_of_the_name(case, tmp_path):
    result = run(case, "-o", str(tmp_path / "map.html"), "--focus", "egypt", "--polarity", "cooperative")
    assert result.exit_code == 0
    assert '"focus":"Egypt"' in (tmp_path / "map.html").read_text(encoding="utf-8")


def test_standard_output_gets_the_map_alone(case):
    result = run(case, "-o", "-")
    assert result.stdout.startswith("<!doctype html>")
    assert "links read" not in result.stdout.split("</html>")[1]


def test_an_unknown_focus_is_one_line(case, tmp_path):
    result = run(case, "-o", str(tmp_path / "map.html"), "--focus", "Atlantis")
    assert "Atlantis" in str(result.exception)
    assert not (tmp_path / "map.html").exists()


def test_without_a_browser_it_says_so_in_one_line(case, tmp_path, monkeypatch):
    monkeypatch.setattr("webbrowser.open", lambda address: False)
    result = run(case, "-o", str(tmp_path / "map.html"), "--open")
    assert result.exit_code == 0
    assert result.stderr == f"whowhom: no browser was found here; open {tmp_path / 'map.html'} in one\n"


def test_an_empty_map_says_why(case, tmp_path):
    result = run(case, "-o", str(tmp_path / "map.html"), "--since", "2099")
    assert result.exit_code == 0
    assert result.stderr.startswith("whowhom: no link is left under --since: ")
