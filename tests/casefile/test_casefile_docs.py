"""docs/casefile.md says what is so."""

from __future__ import annotations

import re
import shlex
import sqlite3
from pathlib import Path

import pytest

from cli import COMMANDS, group
from graph.casefile import open_casefile
from graph.extraction.naming.gazetteer import load_gazetteer

TEXT = (Path(__file__).parents[2] / "docs" / "casefile.md").read_text(encoding="utf-8")
SHELL = [line.partition("#")[0] for block in re.findall(r"```sh\n(.*?)```", TEXT, re.S) for line in block.splitlines()]


@pytest.mark.parametrize("line", SHELL)
def test_its_commands_have_these_options(line: str) -> None:
    program, name, *arguments = shlex.split(line)
    command = group.get_command(None, name)  # type: ignore[arg-type]
    assert program == "whowhom"
    assert name in COMMANDS
    assert command is not None
    known = {option for parameter in command.params for option in parameter.opts}
    assert {argument for argument in arguments if argument.startswith("-")} <= known


def test_its_actors_file_is_read(tmp_path: Path) -> None:
    (toml,) = re.findall(r"```toml\n(.*?)```", TEXT, re.S)
    (tmp_path / "mine.toml").write_text(toml, encoding="utf-8")
    gazetteer = load_gazetteer(tmp_path / "mine.toml")
    assert gazetteer.readings["the Front"].actor == "Mandera Front"
    assert gazetteer.readings["Turtle Bay"].actor == "United Nations"


def test_its_views_are_all_there_are(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    open_casefile(path, create=True).close()
    views = {name for (name,) in sqlite3.connect(path).execute("SELECT name FROM sqlite_schema WHERE type = 'view'")}
    (sentence,) = re.findall(r"Its views are\n(.*?);", TEXT, re.S)
    assert set(re.findall(r"`(\w+)`", sentence)) == views
