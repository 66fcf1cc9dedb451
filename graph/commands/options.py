"""The options that commands share: CASE, the filters, the output. One decorator each."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Collection
from datetime import date
from pathlib import PurePath
from typing import Any, TypeVar

import click

from graph.links import ACTOR_KINDS, FACTUALITIES, LINK_KINDS, POLARITIES, RELATIONS
from graph.report import FORMATS
from graph.selection import FILTERS, SURE, Selection

F = TypeVar("F", bound=Callable[..., Any])


def iso_date(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """The callback of an option that takes a date in ISO 8601; day, or month and day, may be left out."""
    if value is None:
        return None
    try:
        date.fromisoformat(value + "-01-01"[len(value) - 4 :] if len(value) in (4, 7) else value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date: write 2024, 2024-08 or 2024-08-13") from None
    return value


def _document_date(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """The callback of --date, which takes what a document may say of its day."""
    from graph.documents import dates

    try:
        return value and dates.iso_date(value)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def _a_number(_context: click.Context, _parameter: click.Parameter, value: float) -> float:
    """The callback of an option that `nan` would pass, since it is neither below nor above anything."""
    if math.isnan(value):
        raise click.BadParameter("nan is no number between 0 and 1")
    return value


def selecting(command: F) -> F:
    """Add the filters; the command gets them as one `selection` argument."""

    @functools.wraps(command)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        chosen = {name: kwargs.pop(name) for name in FILTERS}
        return command(*args, selection=Selection(**chosen), **kwargs)

    for option in reversed(_FILTERS):
        wrapper = option(wrapper)
    return wrapper  # type: ignore[return-value]


def reporting(command: F) -> F:
    """Add `--format`, `-o` and `--all`; the command gets `output_format`, `output` and `everything`."""

    @functools.wraps(command)
    def wrapper(*args: Any, output_format: str | None, output: str, **kwargs: Any) -> Any:
        return command(*args, output_format=format_for(output, output_format), output=output, **kwargs)

    for option in (
        click.option("--all", "everything", is_flag=True, help="Show long tables to their end."),
        click.option("-o", "--output", default="-", show_default="standard output",
                     help="File to write, in the format of its ending; - is standard output."),
        click.option("--format", "output_format", type=click.Choice(FORMATS), show_default="table, or FILE's ending"),
    ):  # fmt: skip
        wrapper = option(wrapper)
    return wrapper  # type: ignore[return-value]


def format_for(output: str, wanted: str | None, formats: Collection[str] = FORMATS) -> str:
    """The format to write a file in: what is asked for, else what its ending says, else the first one.

    >>> format_for("ties.csv", None), format_for("-", "json"), format_for("answer", None)
    ('csv', 'json', 'table')
    """
    ending = PurePath(output).suffix.lower().removeprefix(".")
    if wanted and ending in formats and ending != wanted:
        raise click.UsageError(f"{output} would hold {wanted}: end its name in .{wanted}, or leave out --format.")
    return wanted or (ending if ending in formats else next(iter(formats)))


def reading(command: F) -> F:
    """Add the options of a CASE that is read on the spot: `--date`, `--actors`, `--model`."""
    for option in (
        click.option("--model", default=None, metavar="NAME", help="Another installed spaCy pipeline."),
        click.option("--actors", "gazetteer", default=None, metavar="FILE.toml",
                     help="Your own actors over the built-in gazetteer."),
        click.option("--date", default=None, metavar="DATE", callback=_document_date,
                     help="Date of documents that carry none."),
    ):  # fmt: skip
        command = option(command)
    return command


def _many(name: str, values: tuple[str, ...] | None, text: str) -> Callable[[F], F]:
    if values is None:
        return click.option(name, multiple=True, metavar="NAME", help=text)
    kind = click.Choice(values, case_sensitive=False)
    return click.option(name, multiple=True, type=kind, metavar="TYPE", help=f"{text} {', '.join(values)}.")


_FILTERS: tuple[Callable[[Any], Any], ...] = (
    _many("--polarity", POLARITIES, "Only links of this polarity:"),
    _many("--relation", tuple(RELATIONS), "Only links of this relation type:"),
    _many("--factuality", FACTUALITIES, "Only links that are"),
    _many("--link-kind", LINK_KINDS, "Only links of this kind:"),
    _many("--actor-kind", ACTOR_KINDS, "Only links between actors of these kinds:"),
    _many("--said-by", None, "Only what this speaker says."),
    _many("--publisher", None, "Only what this outlet printed."),
    _many("--document", None, "Only from this document."),
    click.option("--since", metavar="DATE", callback=iso_date, help="Only links at or after this date."),
    click.option("--until", metavar="DATE", callback=iso_date, help="Only links before this date."),
    click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        callback=_a_number,
        default=SURE,
        show_default=True,
        help="Only links this sure; 0 lets hints in.",
    ),
    click.option("--generic", is_flag=True, help="Let unnamed actors in (police, rebels)."),
)
