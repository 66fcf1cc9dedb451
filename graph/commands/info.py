"""`whowhom info`: what a casefile holds, and what read it."""

from __future__ import annotations

import click

from graph.commands.options import reading, reporting


@click.command()
@click.argument("case")
@click.option("--documents", is_flag=True, help="List the documents, each with where else its story stands.")
@reading
@reporting
def command(
    case: str,
    documents: bool,
    date: str | None,
    gazetteer: str | None,
    model: str | None,
    output_format: str,
    output: str,
    everything: bool,
) -> None:
    """Show what a casefile holds, and which model and rules read it.

    \b
    Example:
      whowhom info news.case --documents
    """
    from graph.casefile.info import info, listed
    from graph.casefile.versions import reading as current
    from graph.commands.case import open_case
    from graph.extraction import DEFAULT_MODEL
    from graph.report import report
    from graph.report.views import info as view

    with open_case(case, date=date, gazetteer=gazetteer, model=model) as casefile:
        answer = listed(casefile) if documents else info(casefile, current(model or DEFAULT_MODEL, gazetteer))
        report(answer, view, output_format=output_format, output=output, everything=everything)
