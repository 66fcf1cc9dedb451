"""How far a build is: a bar with documents a second and time left on a terminal, plain lines in a log."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

import click

if TYPE_CHECKING:
    from graph.casefile.building import Built

_LINE_EVERY = 15.0  # seconds between the lines of a log


class Progress(Protocol):
    """What shows how far a build is."""

    def tell(self, built: Built) -> None:
        """Show what is done so far."""

    def say(self, line: str) -> None:
        """Print a line that stays."""


@contextlib.contextmanager
def progress(total: int | None) -> Iterator[Progress]:
    """Show what is told; `total` is the number of documents, None where nobody knows.

    On standard error, so that standard output stays what the command answers.
    """
    if not sys.stderr.isatty():
        yield _Lines(total)
        return
    bar = _Bar(total)
    with bar.shown:
        yield bar


class _Pace:
    """Documents a second since the first ones were read: loading the model is not reading."""

    def __init__(self) -> None:
        self._start: tuple[float, int] | None = None

    def __call__(self, built: Built) -> float | None:
        """The pace, None where it cannot be told yet."""
        now = time.monotonic()
        if self._start is None and built.read:
            self._start = now, built.done
        if self._start is None or self._start[1] == built.done:
            return None
        return (built.done - self._start[1]) / max(now - self._start[0], 1e-9)


class _Bar:
    def __init__(self, total: int | None) -> None:
        from rich import progress as rich
        from rich.console import Console

        columns = (
            rich.TextColumn("reading"), rich.BarColumn(), rich.MofNCompleteColumn(),
            rich.TextColumn("{task.fields[speed]}"), rich.TimeRemainingColumn(),
        )  # fmt: skip
        self.shown = rich.Progress(*columns, console=Console(stderr=True), transient=True)
        self._task = self.shown.add_task("reading", total=total, speed="")
        self._pace = _Pace()

    def tell(self, built: Built) -> None:
        pace = self._pace(built)
        self.shown.update(self._task, completed=built.done, speed=f"{pace:.1f} documents/s" if pace else "")

    def say(self, line: str) -> None:
        self.shown.console.print(line, markup=False, highlight=False, soft_wrap=True)


class _Lines:
    def __init__(self, total: int | None) -> None:
        self._total = total
        self._pace = _Pace()
        self._last = time.monotonic()

    def tell(self, built: Built) -> None:
        pace, now = self._pace(built), time.monotonic()
        if now - self._last >= _LINE_EVERY:
            self._last = now
            self.say(_line(built, self._total, pace))

    def say(self, line: str) -> None:
        click.echo(line, err=True)


def _line(built: Built, total: int | None, pace: float | None) -> str:
    done = f"{built.done:,} of {total:,} documents" if total else f"{built.done:,} documents"
    if not pace:
        return done
    left = f", {_duration(max(0, total - built.done) / pace)} left" if total else ""
    return f"{done}, {pace:.1f}/s{left}"


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
