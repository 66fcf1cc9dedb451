"""`whowhom export`: the network for other tools."""

from __future__ import annotations

import warnings

import click

from graph.commands.options import reading, selecting
from graph.export import FORMATS, export
from graph.selection import Selection

_FLAVOURS = ("gephi", "neo4j", "yed")


@click.command(short_help="Write the network for other tools, by the file's ending.")
@click.argument("case")
@click.option("-o", "--output", required=True, metavar="FILE", help="File to write; - is standard output.")
@click.option("--format", "file_format", type=click.Choice(tuple(FORMATS)), help="The format, where no ending says so.")
@click.option("--ties", is_flag=True, help="Bundle the links between two actors.")
@click.option("--bom", is_flag=True, help="Start a CSV with the mark by which Excel knows UTF-8.")
@reading
@selecting
def command(
    case: str,
    output: str,
    file_format: str | None,
    ties: bool,
    bom: bool,
    date: str | None,
    gazetteer: str | None,
    model: str | None,
    selection: Selection,
) -> None:
    """Write the network of CASE for other tools, by the file's ending.

    Example: whowhom export seeds -o seeds.graphml
    """
    from graph.commands.case import open_case

    with open_case(case, date=date, gazetteer=gazetteer, model=model) as opened:
        network = opened.network(selection)
    with warnings.catch_warnings(record=True) as repairs:
        warnings.simplefilter("always")
        export(network, output, file_format=file_format, ties=ties, bom=bom)
    for repair in repairs:
        click.echo(f"whowhom: {repair.message}", err=True)
    edges = "ties" if ties else "links"
    click.echo(f"{network.number_of_nodes()} actors and their {edges} written to {output}", err=True)
