"""`whowhom map`: the network as one offline HTML file that leads from every tie to its words."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from graph.commands.options import reading, selecting
from graph.counting import counted
from graph.selection import Selection

# Written out so that `--help` need not load pyvis; a test compares it with the library's.
_DEFAULT_LIMIT = 300
_ENDINGS = (".html", ".htm", ".xhtml")


@click.command(short_help="Write the relationship map, one offline HTML file.")
@click.argument("case")
@click.option("-o", "--output", required=True, metavar="FILE.html", help="File to write; - is standard output.")
@click.option("--open", "opening", is_flag=True, help="Open the map in the browser.")
@click.option("--focus", metavar="ACTOR", help="Start at this actor and those nearest to it.")
@click.option("--limit", type=click.IntRange(1), default=_DEFAULT_LIMIT, show_default=True,
              help="How many actors to show at first.")  # fmt: skip
@click.option("--title", help="The heading of the map.")
@reading
@selecting
def command(
    case: str,
    output: str,
    opening: bool,
    focus: str | None,
    limit: int,
    title: str | None,
    date: str | None,
    gazetteer: str | None,
    model: str | None,
    selection: Selection,
) -> None:
    """Write the relationship map of CASE, one HTML file that works offline.

    \b
    Example:
      whowhom map seeds -o map.html --open
    """
    ending = Path(output).suffix.lower()
    if ending not in (*_ENDINGS, "") and output != "-":
        raise click.UsageError(f"{output}: a map is a web page: end its name in .html.")
    from graph.commands.case import open_case
    from graph.questions.nothing import why_nothing
    from graph.relationship_map import DEFAULT_TITLE, relationship_map

    with open_case(case, date=date, gazetteer=gazetteer, model=model) as casefile:
        texts = {document.id: document.text for document in casefile.documents()}
        drawn = relationship_map(
            casefile.network(selection),
            texts=texts,
            title=title or DEFAULT_TITLE,
            focus=casefile.find_actor(focus).name if focus else None,
            limit=limit,
            generic=selection.unnamed,
        )
        if not drawn.links:
            click.echo(f"whowhom: {why_nothing(casefile, selection)}", err=True)
    drawn.save(output)
    actors = counted(drawn.actors, "actor" if selection.unnamed else "named actor")
    click.echo(
        f"{counted(len(texts), 'document')}, {actors} and {counted(drawn.links, 'link')} read; the map is in {output}",
        err=output == "-",
    )
    if opening and output != "-" and not webbrowser.open(Path(output).resolve().as_uri()):
        click.echo(f"whowhom: no browser was found here; open {output} in one", err=True)
