"""`whowhom export`: the network for other tools."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.commands.options import reading, selecting
from graph.counting import counted
from graph.selection import Selection

if TYPE_CHECKING:
    import networkx as nx

# Written out so that `--help` need not load networkx; a test compares them with the writers'.
FORMATS = ("graphml", "gexf", "csv", "json", "jsonl", "cypher")
FLAVOURS = ("cytoscape", "gephi", "neo4j", "yed")


@click.command(short_help="Write the network for other tools, by the file's ending.")
@click.argument("case")
@click.option("-o", "--output", required=True, metavar="FILE",
              help=f"File to write, ending in .{', .'.join(FORMATS)}; - is standard output.")  # fmt: skip
@click.option("--format", "file_format", type=click.Choice(FORMATS), help="The format, where no ending says so.")
@click.option("--flavour", type=click.Choice(FLAVOURS), help="The tool that the file is for.")
@click.option("--ties", is_flag=True, help="Bundle the links between two actors.")
@click.option("--bom", is_flag=True, help="Start a CSV with the mark by which Excel knows UTF-8.")
@reading
@selecting
def command(
    case: str,
    output: str,
    file_format: str | None,
    flavour: str | None,
    ties: bool,
    bom: bool,
    date: str | None,
    gazetteer: str | None,
    model: str | None,
    selection: Selection,
) -> None:
    """Write the network of CASE for other tools.

    \b
    Examples:
      whowhom export seeds -o seeds.graphml
      whowhom export case.whowhom -o case.graphml --flavour yed --ties
      whowhom export seeds -o - --format jsonl | head
    """
    from graph.commands.case import open_case
    from graph.export import export, writer_for
    from graph.questions.nothing import why_nothing

    writer_for(output, file_format=file_format, flavour=flavour, bom=bom)  # or a long reading would end in its refusal
    with open_case(case, date=date, gazetteer=gazetteer, model=model) as casefile:
        network = casefile.network(selection)
        with warnings.catch_warnings(record=True) as repairs:
            warnings.simplefilter("always")
            export(network, output, file_format=file_format, flavour=flavour, ties=ties, bom=bom)
        if not network.number_of_edges():
            click.echo(f"whowhom: {why_nothing(casefile, selection)}", err=True)
        for repair in repairs:
            click.echo(f"whowhom: {repair.message}", err=True)
        click.echo(
            f"{_counted(network, ties, selection.unnamed)} written to {_files(output, file_format)}", err=output == "-"
        )


def _counted(network: nx.MultiDiGraph, as_ties: bool, unnamed: bool) -> str:
    """How many actors and links; and ties, where links are bundled into them."""
    from graph.network import ties

    actors = counted(len(network), "actor" if unnamed else "named actor")
    links = f"{actors} and {counted(network.number_of_edges(), 'link')}"
    return f"{links}, as {counted(len(ties(network)), 'tie')}," if as_ties else links


def _files(output: str, file_format: str | None) -> str:
    """The file that was written; a CSV has a second one with the actors."""
    from graph.export.tables import nodes_path

    is_csv = (file_format or Path(output).suffix.lower()) in ("csv", ".csv")
    return f"{output} and {nodes_path(output)}" if is_csv and output != "-" else output
