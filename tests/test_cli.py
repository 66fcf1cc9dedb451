"""The command: every part of it documented, quick to start, and clear about what goes wrong."""

from __future__ import annotations

import importlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from samples import armenia, extraction, sudan

import cli
from graph.casefile import open_casefile
from graph.errors import WrongUse
from graph.report import FORMATS

QUESTIONS = {
    "links": [], "actors": [], "show": ["Egypt"], "paths": ["Egypt", "Sudanese army"],
    "evidence": ["Egypt", "Sudanese army"], "neighbours": ["Egypt"], "timeline": [], "groups": [],
    "balance": [], "disputes": [],
    "compare": ["United Arab Emirates", "Azerbaijan"], "changes": ["--before", "2023-06"], "central": [],
    "search": ["Khartoum"],
}  # fmt: skip


def command_of(name: str) -> click.Command:
    return importlib.import_module(f"graph.commands.{name}").command


@pytest.fixture(scope="module")
def case(tmp_path_factory) -> str:
    """A casefile of two wars, a document a sentence."""
    path = tmp_path_factory.mktemp("case") / "wars.case"
    with open_casefile(path, create=True) as casefile:
        for name, links in (("sudan", sudan()), ("armenia", armenia())):
            for number, row in enumerate(links, 1):
                casefile.add(extraction(f"{name}-{number}", row))
    return str(path)


def run(*arguments: str | bytes):
    """What a user gets who types this: errors are told as `main` tells them."""
    return subprocess.run([sys.executable, "cli.py", *arguments], capture_output=True, text=True, encoding="utf-8",
                          cwd=Path(cli.__file__).parent)  # fmt: skip


def answer(name: str, case: str, *arguments: str) -> str:
    result = CliRunner().invoke(cli.group, [name, case, *QUESTIONS[name], *arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_a_command_is_documented_with_an_example_of_itself(name):
    command = command_of(name)
    told = command.help or ""
    assert cli.COMMANDS[name] == (command.short_help or told.split("\n")[0])
    assert re.search(rf"Examples?:\n\s+.*whowhom {name} ", told)
    for parameter in command.params:
        assert not isinstance(parameter, click.Option) or parameter.help or parameter.name == "output_format"


def test_every_command_there_is_is_listed():
    folder = Path(cli.__file__).parent / "graph" / "commands"
    modules = {path.stem for path in folder.glob("*.py") if "@click.command" in path.read_text(encoding="utf-8")}
    assert modules == set(cli.COMMANDS)


def test_help_lists_every_command_and_imports_none():
    probe = (
        "import sys, cli; cli.group(['--help'], standalone_mode=False); print(*sorted(sys.modules), file=sys.stderr)"
    )
    result = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True,
                            cwd=Path(cli.__file__).parent)  # fmt: skip
    assert all(f"  {name} " in result.stdout for name in cli.COMMANDS)
    assert not {"spacy", "networkx", "rich", "graph.commands.links"} & set(result.stderr.split())


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_to_a_casefile_loads_no_language_model(name, case):
    probe = (f"import sys, cli; cli.group({[name, case, *QUESTIONS[name]]!r}, standalone_mode=False); "
             "assert not {'spacy', 'networkx', 'torch'} & set(sys.modules)")  # fmt: skip
    subprocess.run([sys.executable, "-c", probe], check=True, stdout=subprocess.DEVNULL, cwd=Path(cli.__file__).parent)


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("output_format", FORMATS)
def test_every_question_answers_in_every_format(name, output_format, case, tmp_path):
    told = answer(name, case, "--format", output_format)
    assert told == answer(name, case, "--format", output_format)
    assert "\x1b" not in told
    file = tmp_path / "answer"
    assert answer(name, case, "--format", output_format, "-o", str(file)) == ""
    assert file.read_text(encoding="utf-8") == told
    if output_format == "jsonl":
        assert [json.loads(line) for line in told.splitlines()]


@pytest.mark.parametrize("name", QUESTIONS)
def test_json_is_what_the_schema_says(name, case):
    jsonschema = pytest.importorskip("jsonschema")
    shown = CliRunner().invoke(cli.group, [name, "--schema"])
    assert shown.exit_code == 0
    schema = json.loads(shown.stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(answer(name, case, "--format", "json", "--generic")), schema)


def test_links_in_json_lines_are_the_records_of_the_contract(case):
    told = [json.loads(line) for line in answer("links", case, "--generic", "--format", "jsonl").splitlines()]
    written = {link.sentence: link for link in (*sudan(), *armenia())}
    assert [row["sentence"] for row in told] == list(written)
    for row in told:
        expected = written[row["sentence"]].record()
        assert list(row) == list(expected)
        changed = {key for key in row if row[key] != expected[key]}
        assert changed <= {"id", "document"}


def test_generic_actors_are_hidden_unless_asked_for(case):
    assert "police" not in answer("links", case)
    assert "police" in answer("links", case, "--generic")


@pytest.mark.parametrize(
    ("arguments", "kept"),
    [
        (["--from", "united arab emirates", "--to", "Rapid Support Forces"], {"arm"}),
        (["--between", "Sudanese army", "Rapid Support Forces"], {"attack", "bomb"}),
        (["--to", "Egypt"], {"meet"}),  # a meeting runs both ways
        (["--polarity", "cooperative", "--said-by", "Amnesty International"], {"arm"}),
        (["--relation", "assault", "--since", "2023-05"], {"bomb"}),
        (["--since", "2020", "--until", "2020-10"], {"attack"}),
        (["--publisher", "Nile Post", "--link-kind", "event", "--until", "2023-04-30"], {"attack"}),
        (["--factuality", "possible"], {"negotiate with"}),
        (["--actor-kind", "person", "--actor-kind", "armed group"], {"leader of"}),
        (["--min-confidence", "0.85"], {"blame"}),
        (["--document", "armenia-3", "--document", "armenia-4", "--polarity", "hostile"], {"hostile relations with"}),
        (["--polarity", "neutral", "--relation", "ASSAULT"], set()),
    ],
)
def test_filters_narrow_the_links(arguments, kept, case):
    rows = [json.loads(line) for line in answer("links", case, *arguments, "--format", "jsonl").splitlines()]
    assert {row["predicate"] for row in rows} == kept


def test_a_file_is_written_in_the_format_of_its_ending(case, tmp_path):
    for ending in ("json", "jsonl", "csv", "md"):
        file = tmp_path / f"answer.{ending}"
        answer("links", case, "-o", str(file))
        assert file.read_text(encoding="utf-8") == answer("links", case, "--format", ending)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["links", "--polarity", "neutral", "--relation", "ASSAULT"], "no link is left under --polarity --relation: "),
        (["show", "Egypt", "--since", "2050"], "no link is left under --since: "),
        (["links", "--from", "Egypt", "--to", "Armenia"], "nothing found among "),
        (["search", "zebra"], "nothing found among "),
    ],
)
@pytest.mark.parametrize("output_format", ["table", "jsonl"])
def test_an_empty_answer_says_why(arguments, words, output_format, case):
    name, *rest = arguments
    result = CliRunner().invoke(cli.group, [name, case, *rest, "--format", output_format])
    assert result.exit_code == 0
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"whowhom: {words}")


def test_no_path_says_what_would_open_one(case):
    told = CliRunner().invoke(cli.group, ["paths", case, "Sudanese army", "Egypt", "--polarity", "neutral"]).stdout
    assert "No path leads from Sudanese army to Egypt" in told
    assert "--any-direction" not in told  # not enough on its own
    opened = CliRunner().invoke(cli.group, ["paths", case, "Sudanese army", "Egypt"]).stdout
    assert "with --any-direction" in opened


def test_the_reason_of_an_alias_is_told(case):
    told = CliRunner().invoke(cli.group, ["actors", case, "--why", "egypt"]).stdout
    assert "by name" in told


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["show", "{case}", "Egipt"], 1, "the nearest are Egypt, "),
        (["paths", "{case}", "Egypt", "egypt"], 2, "FROM and TO are one actor: Egypt"),
        (["links", "no-such-file"], 1, "no-such-file"),
        (["links", "{case}", "--since", "last week"], 2, "2024-08-13"),
        (["links", "{case}", "--polarity", "friendly"], 2, "cooperative"),
        (["links", "{case}", "--said-by", "Nobody Knows"], 1, "Nobody Knows"),
        (["links", "{case}", "-o", "/no/such/folder/x"], 1, "/no/such/folder"),
        (["links", "a" * 300], 1, "File name too long"),
        (["links", ""], 2, "CASE is empty"),
        (["links", "{case}", "--date", "foo"], 2, "'foo' is not a date"),
        (["links", "{case}", "-o", "a.json", "--format", "csv"], 2, "would hold csv"),
        (["export", "{case}", "-o", "a.foo"], 2, "no format 'foo'"),
        (["export", "{case}", "-o", "a.csv", "--format", "json"], 2, "would hold json"),
        (["export", "{case}", "-o", "a.gexf", "--flavour", "yed"], 2, "no flavour 'yed'"),
        (["links", "{case}", "--min-confidence", "nan"], 2, "no number between 0 and 1"),
        (["search", "{case}", "!"], 2, "no word to search for"),
        (["split", "{case}", "Egypt", "Nubia"], 2, "--document ID"),
        (["map", "{case}", "-o", "m.txt"], 2, "end its name in .html"),
        (["merge", "graph", "Egypt", "Chad"], 1, "is a folder, not a casefile"),
        (["show", "{case}", b"caf\xe9"], 2, "not in UTF-8"),
        (["nonsense"], 2, "nonsense"),
    ],
)
def test_what_goes_wrong_is_told_in_one_line(arguments, code, words, case):
    result = run(*(a if isinstance(a, bytes) else a.format(case=case) for a in arguments))
    assert result.returncode == code
    assert words in result.stderr.splitlines()[-1]
    assert "Traceback" not in result.stderr


def test_a_reader_that_goes_away_is_no_error(case):
    command = f"{sys.executable} cli.py links {case} --format jsonl | head -n 1"
    result = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True,
                            cwd=Path(cli.__file__).parent)  # fmt: skip
    assert json.loads(result.stdout)
    assert result.stderr == ""
    gone, ours = os.pipe()
    os.close(gone)
    result = subprocess.run([sys.executable, "cli.py", "links", case], stdout=ours, stderr=subprocess.PIPE, check=True,
                            cwd=Path(cli.__file__).parent)  # fmt: skip
    os.close(ours)
    assert result.stderr == b""


def test_control_c_is_told_in_one_line(case, monkeypatch):
    def stopped(*_arguments: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("graph.commands.case.open_case", stopped)
    result = CliRunner().invoke(cli.group, ["links", case])
    assert (result.exit_code, result.stderr) == (1, "whowhom: stopped; nothing was written\n")


def test_explain_reads_any_encoding_and_refuses_a_book():
    read = CliRunner().invoke(cli.group, ["explain", "-", "--format", "json"], input="José met Chad.".encode("cp1252"))
    assert json.loads(read.stdout)["text"] == "José met Chad."
    assert "José met Chad." in run("explain", "José met Chad.".encode("cp1252"), "--format", "json").stdout
    book = CliRunner().invoke(cli.group, ["explain", "-"], input="a" * 1_000_001)
    assert isinstance(book.exception, WrongUse)
