"""`whowhom export`, from a GraphML case to every format."""

from __future__ import annotations

import importlib
import json
import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from samples import net, sudan

from graph.commands import export as module
from graph.documents import read_documents
from graph.errors import UnreadableDocument
from graph.export import FORMATS, export, read_graphml


@pytest.fixture
def case(tmp_path):
    export(net(*sudan()), tmp_path / "case.graphml")
    return str(tmp_path / "case.graphml")


def run(*arguments):
    return CliRunner().invoke(module.command, [str(argument) for argument in arguments])


def test_what_it_offers_is_what_the_writers_know():
    flavours = {name for home in FORMATS.values() for name in importlib.import_module(f"graph.export.{home}").FLAVOURS}
    assert tuple(FORMATS) == module.FORMATS
    assert tuple(sorted(flavours)) == module.FLAVOURS


@pytest.mark.parametrize("ending", module.FORMATS)
def test_the_ending_is_the_format(ending, case, tmp_path):
    done = run(case, "-o", tmp_path / f"out.{ending}")
    assert done.exit_code == 0, done.output
    assert "7 named actors and 9 links written to" in done.output  # the police are generic, and hidden
    assert (tmp_path / f"out.{ending}").stat().st_size > 0


def test_the_filters_hold(case, tmp_path):
    run(case, "-o", tmp_path / "out.graphml", "--polarity", "hostile")
    assert {row for *_, row in read_graphml(tmp_path / "out.graphml").edges(data="polarity")} == {"hostile"}


def test_ties_are_bundled(case, tmp_path):
    done = run(case, "-o", tmp_path / "out.jsonl", "--ties")
    assert "7 named actors and 9 links, as 8 ties, written to" in done.output
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert len(rows) == 8
    assert {row["asserted"] + row["negated"] for row in rows if row["predicate"] == "arm"} == {2}


def test_both_tables_are_named(case, tmp_path):
    done = run(case, "-o", tmp_path / "out.csv")
    assert f"written to {tmp_path}/out.csv and {tmp_path}/out.nodes.csv\n" in done.output
    assert "and" not in run(case, "-o", "-", "--format", "csv").stderr.split("written to")[1]


@pytest.mark.parametrize("ending", ["gexf", "cypher", "json"])
def test_what_cannot_be_read_back_is_refused(ending, case, tmp_path):
    file = tmp_path / f"out.{ending}"
    run(case, "-o", file)
    message = f"{file}: a .{ending} file is no news; use the documents, the casefile, or an export as .graphml"
    assert message in str(run(file, "-o", "-", "--format", "jsonl").exception)
    with pytest.raises(UnreadableDocument, match=re.escape(message)):
        list(read_documents(file))


def test_standard_output_gets_the_file_and_nothing_else(case):
    done = run(case, "-o", "-", "--format", "jsonl")
    assert len([json.loads(line) for line in done.stdout.splitlines()]) == 9
    assert "written to -" in done.stderr


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("-o", "out.docx"), "no format 'docx'"),
        (("-o", "-"), "- has no ending: end the file's name in .graphml, .gexf, .csv"),
        (("-o", "out"), "out has no ending: end the file's name in .graphml, .gexf, .csv"),
        (("-o", "out.gexf", "--flavour", "yed"), "gexf has no flavour 'yed': it knows none"),
    ],
)
def test_what_cannot_be_written_is_named(options, message, case):
    assert message in str(run(case, *options).exception)


def test_a_link_stays_a_link_and_a_pipe_a_pipe(case, tmp_path):
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "out.jsonl")
    (tmp_path / "out.jsonl").touch()
    assert run(case, "-o", tmp_path / "link.jsonl").exit_code == 0
    assert (tmp_path / "link.jsonl").is_symlink()
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 9
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    assert run(case, "-o", tmp_path / "pipe", "--format", "jsonl").exit_code == 0
    assert os.read(reader, 100).startswith(b'{"id": ')
    os.close(reader)


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs a device that is always full")
def test_a_full_disk_is_named(case):
    assert "cannot write /dev/full: No space left" in str(run(case, "-o", "/dev/full", "--format", "json").exception)
    assert Path("/dev/full").is_char_device()
