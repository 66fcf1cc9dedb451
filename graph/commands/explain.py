"""`whowhom explain`: why is this link read, and that one not?"""

from __future__ import annotations

import sys

import click

from graph.commands.options import reading, reporting


@click.command()
@click.argument("text")
@reading
@reporting
def command(
    text: str, date: str | None, gazetteer: str | None, model: str | None,
    output_format: str, output: str, everything: bool,
) -> None:  # fmt: skip
    """Show what is read out of a sentence, and by which rule.

    TEXT is the sentence, or - for standard input. A star marks the sentence's main statement.

    \b
    Example:
      whowhom explain "Kenya accused Somalia of shelling Mandera."
    """
    from graph.extraction import DEFAULT_MODEL, explaining
    from graph.extraction.pipeline import load_pipeline
    from graph.report import report
    from graph.report.views import explain as view

    words = sys.stdin.read() if text == "-" else text
    answer = explaining.explain(words, load_pipeline(model or DEFAULT_MODEL, actors=gazetteer), date=date)
    report(answer, view, output_format=output_format, output=output, everything=everything)
