"""`whowhom build`: read documents into a casefile."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from graph.commands.case import SOME_UNREADABLE
from graph.commands.options import reading
from graph.errors import WhowhomError

if TYPE_CHECKING:
    from graph.casefile import Casefile


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("-c", "--case", required=True, metavar="CASE", help="The casefile; made where there is none.")
@click.option("--jobs", type=click.IntRange(1), default=None, metavar="N", help="Processes; chosen by what is to read.")
@click.option("--prune", is_flag=True, help="Remove documents that are gone from the sources.")
@click.option("--reread", is_flag=True, help="Read again what older rules or another model read.")
@click.option("--keep-duplicates", is_flag=True, help="Count every copy of the same story.")
@click.option("--strict", is_flag=True, help="Stop at the first document that cannot be read.")
@reading
def command(
    sources: tuple[str, ...],
    case: str,
    jobs: int | None,
    prune: bool,
    reread: bool,
    keep_duplicates: bool,
    strict: bool,
    date: str | None,
    gazetteer: str | None,
    model: str | None,
) -> None:
    """Read documents into a casefile.

    Adds what is new, skips what is there, and goes on where it was cut off. Without SOURCE it only
    does that, and brings the casefile up to date.

    \b
    Example:
      whowhom build seeds -c news.case
    """
    from graph.casefile import open_casefile
    from graph.casefile.building import Plan, build, waiting
    from graph.casefile.info import holdings
    from graph.commands.progress import progress
    from graph.documents import count_documents
    from graph.extraction import DEFAULT_MODEL
    from graph.workers import jobs_for

    if not sources and not os.path.exists(case):
        raise click.UsageError(
            f"Missing argument 'SOURCE' (only a casefile that is there goes without; {case} is not)."
        )
    found = count_documents(sources)
    plan = Plan(
        model or DEFAULT_MODEL, date, gazetteer, jobs or jobs_for(found), prune, reread, keep_duplicates, strict
    )
    with _leaving_nothing_empty(case):
        with open_casefile(case, create=True) as casefile:
            total = None if found is None else found + waiting(casefile, plan)
            with _stopping(casefile), progress(total) as shown:
                built = build(
                    casefile, sources, plan, on_progress=shown.tell,
                    on_problem=lambda problem: shown.say(f"whowhom: {problem}"),
                    on_note=lambda note: shown.say(f"whowhom: {note}"),
                )  # fmt: skip
            held = holdings(casefile)
        if built.unreadable and built.done == built.unreadable:
            raise WhowhomError("nothing could be read")
    click.echo(f"{built.summary()}; {case} holds {held}")
    if built.unreadable:
        raise click.exceptions.Exit(SOME_UNREADABLE)


@contextlib.contextmanager
def _leaving_nothing_empty(case: str) -> Iterator[None]:
    """Take a casefile away that was made for a build which fails before anything is read."""
    from graph.casefile import open_casefile

    new = not os.path.exists(case)
    try:
        yield
    except (WhowhomError, KeyboardInterrupt):
        if new and os.path.exists(case):
            with open_casefile(case) as casefile:
                empty = not casefile.read_documents
            if empty:
                os.unlink(case)
        raise


@contextlib.contextmanager
def _stopping(casefile: Casefile) -> Iterator[None]:
    """Say what becomes of a build that is stopped by Ctrl-C."""
    try:
        yield
    except KeyboardInterrupt:
        kept = f"{casefile.path} keeps what was read, and the same command goes on from there"
        raise WhowhomError(f"stopped; {kept if casefile.read_documents else 'nothing was read yet'}") from None
