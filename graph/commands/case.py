"""What every command does with its CASE: a casefile is opened, anything else is read on the spot into one.

A CASE is a casefile made by `build`, a GraphML file of ours, or any SOURCE. However it comes, the
command gets a Casefile, so that there is one way to ask.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import click

from graph.casefile import Casefile, is_casefile, is_sqlite, open_casefile
from graph.documents import STDIN
from graph.documents.endings import NO_NEWS
from graph.documents.files import missing, refusal
from graph.errors import UnreadableDocument, WhowhomError, WrongUse

SOME_UNREADABLE = 3


@contextlib.contextmanager
def open_case(
    case: str, *, date: str | None = None, gazetteer: str | None = None, model: str | None = None
) -> Iterator[Casefile]:
    """Open a CASE; when the command is done with it, it ends with code 3 where some documents could not be read.

    Each of those is named on standard error as it comes.

    Raises
    ------
    WhowhomError
        If nothing could be read at all.
    """
    casefile = _opened(case, date, gazetteer, model)
    casefile.path = Path(case)  # what was read on the spot answers under the name it was given
    with casefile:
        yield casefile
    if casefile.problems:
        raise click.exceptions.Exit(SOME_UNREADABLE)


def _opened(case: str, date: str | None, gazetteer: str | None, model: str | None) -> Casefile:
    if not case:
        raise WrongUse("CASE is empty; . is this folder")
    path = Path(case)
    if is_casefile(path) or is_sqlite(path):
        return open_casefile(path)
    if path.suffix.lower() == ".graphml":
        from graph.casefile.from_network import casefile_of
        from graph.export import read_graphml

        return casefile_of(read_graphml(path))
    why = None if case == STDIN else missing(path)
    if why:
        raise WhowhomError(f"{case}: {why.replace('no such file', 'no such casefile, file')}")
    if path.suffix.lower() in NO_NEWS and path.is_file():
        raise WhowhomError(f"{case}: {refusal(path)}")
    return _read_on_the_spot(case, date, gazetteer, model)


def _read_on_the_spot(case: str, date: str | None, gazetteer: str | None, model: str | None) -> Casefile:
    from graph.casefile.building import Plan, build
    from graph.extraction import DEFAULT_MODEL

    casefile = open_casefile(":memory:")
    plan = Plan(model or DEFAULT_MODEL, date, gazetteer)
    build(
        casefile, [case], plan,
        on_problem=lambda problem: _tell(casefile, problem),
        on_note=lambda note: click.echo(f"whowhom: {note}", err=True),
    )  # fmt: skip
    if next(casefile.documents(), None) is None:
        raise WhowhomError(f"nothing could be read in {case}")
    return casefile


def _tell(casefile: Casefile, problem: UnreadableDocument) -> None:
    """Name a document that could not be read, and remember that there was one."""
    casefile.problems.append(problem)
    click.echo(f"whowhom: {problem}", err=True)
