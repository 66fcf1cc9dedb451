"""Reports: tables that fit, Markdown that pastes, CSV that opens, JSON that tells all."""

from __future__ import annotations

import csv
import io
import json
from types import SimpleNamespace

import pytest
from rich.cells import cell_len
from samples import armenia, link, net, sudan

from graph.errors import WhowhomError
from graph.questions.balance import balance
from graph.questions.evidence import evidence
from graph.questions.groups import groups
from graph.questions.paths import Connection, paths
from graph.report import coloured, render, report
from graph.report.blocks import Grid, Heading, Prose, Quotations
from graph.report.views import evidence as evidence_view
from graph.report.views import groups as groups_view
from graph.report.views import links as links_view
from graph.report.views import neighbours as neighbours_view
from graph.report.views import paths as paths_view
from graph.report.views import search as search_view

ARABIC = link(
    "السودان", "ASSAULT", "中华人民共和国", predicate="attack", sentence="السودان attack 中华人民共和国 today."
)
HOSTILE = link("Egypt", "AID", "Sudan", predicate="arm", sentence="Egypt \x1b[31marm\x07 Sudan | <b>now</b> [bold]_x_.")
WARS = (*sudan(), *armenia(), ARABIC, HOSTILE)


def shown(blocks, output_format="table", **more) -> str:
    view = SimpleNamespace(blocks=lambda _: blocks, rows=lambda rows: rows)
    return "".join(render(None, view, output_format, **more))


def told(view, answer, output_format="table", **more) -> str:
    return "".join(render(answer, view, output_format, **more))


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
def test_a_table_fits_the_terminal(width, monkeypatch):
    monkeypatch.setenv("COLUMNS", str(width))
    for line in told(links_view, WARS).splitlines():
        assert cell_len(line) <= width


@pytest.mark.parametrize(
    "rows",
    [
        [("Mahmoud Abbas", "leader of", "Palestinians", None, 1)],
        [("Rapid Support Forces", "fight", "Sudan", "Egypt", 2)],
    ],
)
def test_a_narrow_terminal_breaks_no_words(rows, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    lines = shown([Grid(("Who", "Does what", "To whom", "Said by", "Links"), rows)]).split()
    assert {word for cell in rows[0] if isinstance(cell, str) for word in cell.split()} <= set(lines)


def test_large_and_small_numbers_are_written_out():
    for output_format in ("table", "md"):
        told = shown([Grid(("Name", "Weight"), [("Egypt", 3451.2), ("Chad", 0.0000931)])], output_format)
        assert "3,451" in told
        assert "0.0000931" in told


def test_nothing_is_lost_to_the_fit(monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    seen = "".join(told(links_view, [sudan()[0]]).split())
    assert "ositions" in seen
    assert "hartoum." in seen


def test_wide_characters_align(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    lines = shown([Grid(("Name", "Links"), [("中华人民共和国", 7), ("Egypt", 12)])]).splitlines()
    assert cell_len(next(line for line in lines if "7" in line)) == cell_len(
        next(line for line in lines if "12" in line)
    )


def test_a_document_does_not_steer_the_terminal():
    text = shown([Quotations((HOSTILE,)), Grid(("Sentence",), [(HOSTILE.sentence,)])])
    assert not {"\x1b", "\x07"} & set(text)
    assert "[bold]" in text


def test_colour_is_for_people(monkeypatch):
    assert "\x1b[" in told(links_view, sudan(), colour=True)
    assert "\x1b" not in told(links_view, sudan())
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert coloured()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not coloured()


def test_long_tables_are_cut_and_say_so():
    from graph.questions.neighbours import neighbours

    graph = net(*(link("Egypt", "CONSULT", f"Ally {number}") for number in range(60)))
    found = neighbours(graph, "Egypt")
    text = told(neighbours_view, found)
    assert "… and 10 more: --all shows all, and so do --format csv and json." in text
    assert "Ally 59" not in text
    assert "Ally 59" in told(neighbours_view, found, everything=True)
    assert len(told(neighbours_view, found, "csv").splitlines()) == 61


def test_long_quotations_are_cut_and_say_so():
    text = told(search_view, [link("Egypt", "CONSULT", f"Ally {number}") for number in range(60)])
    assert "Links read from such sentences: 60." in text
    assert ("Ally 49" in text, "Ally 50" in text, "… and 10 more" in text) == (True, False, True)


def test_markdown_has_quotations_with_references():
    text = told(evidence_view, evidence(net(*WARS), "Egypt", "Sudanese army"), "md")
    assert "## In the writers’ own voice: 1 asserted" in text
    assert "> Egypt backs the Sudanese army." in text
    assert "> — wire-1, Nile Post, 2023-06-01, characters 0–30. Read as: Egypt → back → Sudanese army." in text


def test_markdown_keeps_markup_of_a_document_harmless():
    text = shown([Heading("a|b"), Prose("*x*"), Grid(("A", "Sentence"), [("1", HOSTILE.sentence)])], "md")
    row = text.splitlines()[-1]
    assert row.replace("\\|", "").count("|") == 3
    assert "\\<b\\>" in row
    assert "\\_x\\_" in row


def test_csv_is_read_back():
    rows = list(csv.DictReader(io.StringIO(told(links_view, WARS, "csv"))))
    assert [row["sentence"] for row in rows] == [link.sentence for link in WARS]
    assert json.loads(rows[0]["source_span"]) == list(WARS[0].source_span)
    assert rows[0]["attributed_to"] == ""


def test_csv_runs_no_formula():
    rows = list(csv.DictReader(io.StringIO(shown_rows([{"sentence": "=HYPERLINK(1)", "weight": -3}]))))
    assert rows == [{"sentence": "'=HYPERLINK(1)", "weight": "-3"}]


def shown_rows(rows) -> str:
    return "".join(render(rows, SimpleNamespace(blocks=lambda _: (), rows=lambda given: given), "csv"))


def test_jsonl_and_json_keep_unicode():
    assert json.loads(told(links_view, [ARABIC], "jsonl"))["source"] == "السودان"
    assert json.loads(told(links_view, [ARABIC], "json")) == [ARABIC.record()]


def test_a_path_tells_its_direction_sign_and_sentence():
    graph = net(*WARS)
    found = Connection("Egypt", "Rapid Support Forces", tuple(paths(graph, "Egypt", "Rapid Support Forces",
                                                                     any_direction=True, k=1)), ())  # fmt: skip
    text = told(paths_view, found)
    assert "1. Egypt → back → Sudanese army ← attack ← Rapid Support Forces" in text
    assert "One cooperative and one hostile step: enemy of a friend. Cost 1.91." in text
    rows = list(csv.DictReader(io.StringIO(told(paths_view, found, "csv"))))
    assert [(row["step"], row["direction"]) for row in rows] == [("1", "forward"), ("2", "backward")]


def test_without_a_path_the_answer_says_what_would_open_one():
    text = told(paths_view, Connection("A", "B", (), ("without --polarity", "with --any-direction")))
    assert "One would open without --polarity, or with --any-direction." in " ".join(text.split())
    assert "No single option would open one." in told(paths_view, Connection("A", "B", (), ()))


def test_blocs_name_their_method_and_every_actor():
    found = groups(net(*WARS))
    assert "Doreian and Mrvar" in told(groups_view, found)
    homes = [json.loads(line) for line in told(groups_view, found, "jsonl").splitlines()]
    assert len(homes) == len(net(*WARS))


def test_an_empty_answer_is_said_in_words_or_left_empty():
    assert "No sentence ties the two" in told(evidence_view, [])
    assert told(links_view, [], "csv") == told(links_view, [], "jsonl") == ""
    assert json.loads(told(links_view, [], "json")) == []
    assert balance(net()).degree is None


def test_a_file_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(WhowhomError, match="cannot write"):
        report([], links_view, output=str(tmp_path / "missing" / "file"))
