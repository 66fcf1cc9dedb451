"""`whowhom review`: one link is right, or wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from graph.commands.deciding import deciding, needed

if TYPE_CHECKING:
    from graph.casefile import Casefile


@click.command()
@deciding("confirm", "reject")
@click.argument("link", required=False)
@click.option("--confirm/--reject", "confirmed", default=None, help="The link is what its words say, or is not.")
def command(casefile: Casefile, note: str | None, link: str | None, confirmed: bool | None) -> Sequence[int]:
    """Confirm or reject LINK, by its id; a rejected one stays on file and leaves every answer.

    \b
    Example:
      whowhom review news.case d8b890acb17be993 --reject --note "misread"
    """
    from graph.casefile import analyst

    if confirmed is None:
        raise click.UsageError("say --confirm or --reject (or --list, --undo N)")
    return analyst.review(casefile, needed(link, "LINK"), reject=not confirmed, note=note)
