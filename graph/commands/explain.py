"""`whowhom explain`: why is this link read, and that one not?"""

from __future__ import annotations

import os
import sys

import click

from graph.commands.options import reading, reporting
from graph.documents import MAX_CHARACTERS
from graph.documents.decoding import decoded
from graph.errors import WrongUse


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

    words = _words(text)
    answer = explaining.explain(words, load_pipeline(model or DEFAULT_MODEL, actors=gazetteer), date=date)
    report(answer, view, output_format=output_format, output=output, everything=everything)


def _words(text: str) -> str:
    """The sentence, in whatever encoding it came; from standard input where it is `-`."""
    data = sys.stdin.buffer.read() if text == "-" else os.fsencode(text)
    words = decoded(data, "standard input" if text == "-" else "TEXT")
    if len(words) > MAX_CHARACTERS:
        raise WrongUse(f"TEXT is too long ({len(words):,} characters; at most {MAX_CHARACTERS:,}): "
                       "whowhom links reads long documents from a file")  # fmt: skip
    return words
