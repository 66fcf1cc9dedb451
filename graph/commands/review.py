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
@click.option("--confirm", is_flag=True, help="The link is what its words say.")
@click.option("--reject", is_flag=True, help="It is not.")
def command(casefile: Casefile, note: str | None, link: str | None, confirm: bool, reject: bool) -> Sequence[int]:
    """Confirm or reject LINK, by its id; a rejected one stays on file and leaves every answer.

    \b
    Example:
      whowhom review news.case d8b890acb17be993 --reject --note "misread"
    """
    from graph.casefile import analyst

    if confirm == reject:
        raise click.UsageError("say --confirm or --reject, one of them (or --list, --undo N)")
    return analyst.review(casefile, needed(link, "LINK"), reject=reject, note=note)
