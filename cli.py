"""The `whowhom` command: a click group that loads a command only when it is called."""

from __future__ import annotations

import importlib
import os
import sys

import click

# Name -> the one line that `whowhom --help` shows. A test compares it with the command's own help.
COMMANDS = {
    "build": "Read documents into a casefile.",
    "info": "Show what a casefile holds, and which model and rules read it.",
    "links": "List the links: who does what to whom, in which words.",
    "actors": "List the actors: kind, aliases, number of links.",
    "show": "Show one actor's card: ties, speakers, latest links.",
    "paths": "Find the best paths between two actors.",
    "evidence": "Show every sentence that ties two actors.",
    "neighbours": "List the actors around an actor, ring by ring.",
    "timeline": "List links in time order, with bars of conflict and cooperation.",
    "groups": "Find blocs: who stands together, and what crosses the lines.",
    "balance": "Weigh triads of friends and enemies: which hold, which strain.",
    "disputes": "Find statements that contradict each other.",
    "compare": "Put two speakers side by side: agree, differ, silent.",
    "changes": "Show what appeared, vanished or turned between two periods.",
    "central": "Rank the actors: degree, strength, betweenness, PageRank.",
    "search": "Search the evidence for words.",
    "map": "Write the relationship map, one offline HTML file.",
    "export": "Write the network for other tools, by the file's ending.",
    "merge": "Let other actors be one with ACTOR, in this casefile, from now on.",
    "split": "Let some of what ACTOR does be done by NEW, an actor of its own.",
    "rename": "Call ACTOR by another name, in this casefile, from now on.",
    "review": "Confirm or reject LINK, by its id; a rejected one stays on file and leaves every answer.",
    "explain": "Show what is read out of a sentence, and by which rule.",
    "score": "Measure precision, recall and F1 against gold links.",
}


class _Commands(click.Group):
    """Commands by name, each imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command = importlib.import_module(f"graph.commands.{name}").command
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; what click would end with code 1 or without words is ended here."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # The reader of the pipe has gone: not an error of ours, and nothing is left to flush to.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)
        except KeyboardInterrupt:
            click.echo("whowhom: stopped; nothing was written", err=True)
            sys.exit(1)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="whowhom", message="whowhom %(version)s")
def group() -> None:
    """Read news, find who does what to whom, and keep the words behind every link."""


def main() -> None:
    """Run the command; an error a user can mend is one line on standard error."""
    from graph.errors import WhowhomError, WrongUse

    try:
        group.main(prog_name="whowhom", standalone_mode=True)
    except WhowhomError as error:
        click.echo(f"whowhom: {error}", err=True)
        sys.exit(2 if isinstance(error, WrongUse) else 1)
    except UnicodeEncodeError as error:
        # Documents are mended when they are read, so this is a name that was typed in another encoding.
        click.echo(f"whowhom: {error.object!r} is not in UTF-8; type it so, or copy the name from whowhom actors",
                   err=True)  # fmt: skip
        sys.exit(2)


if __name__ == "__main__":
    main()
