"""How far a build is: a bar with documents a second and time left on a terminal, plain lines in a log."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from graph.casefile.building import Built

_LINE_EVERY = 15.0  # seconds between the lines of a log
OnProgress = Callable[["Built"], None]


@contextlib.contextmanager
def progress(total: int | None) -> Iterator[OnProgress]:
    """Show what the yielded function is told; `total` is the number of documents, None where nobody knows.

    On standard error, so that standard output stays what the command answers.
    """
    shown = _bar if sys.stderr.isatty() else _lines
    with shown(total) as tell:
        yield tell


@contextlib.contextmanager
def _bar(total: int | None) -> Iterator[OnProgress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[speed]}"),
        TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("reading", total=total, speed="")
        started = time.monotonic()

        def tell(built: Built) -> None:
            speed = built.read / max(time.monotonic() - started, 1e-9)
            shown.update(task, completed=built.done, speed=f"{speed:.1f} documents/s")

        yield tell


@contextlib.contextmanager
def _lines(total: int | None) -> Iterator[OnProgress]:
    started = last = time.monotonic()

    def tell(built: Built) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _LINE_EVERY:
            last = now
            click.echo(_line(built, total, now - started), err=True)

    yield tell


def _line(built: Built, total: int | None, seconds: float) -> str:
    of = f" of {total:,}" if total else ""
    speed = built.done / max(seconds, 1e-9)
    left = f", {_duration(max(0, total - built.done) / speed)} left" if total and speed > 0 else ""
    return f"{built.done:,}{of} documents, {speed:.1f}/s{left}"


def _duration(seconds: float) -> str:
    """A duration in the two largest units.

    >>> _duration(3725), _duration(42)
    ('1 h 2 min', '42 s')
    """
    whole = round(seconds)
    hours, minutes = whole // 3600, whole % 3600 // 60
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {whole % 60} s" if minutes else f"{whole} s"
