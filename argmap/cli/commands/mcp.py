"""`argmap mcp`: tools for assistants, over standard input and output."""

from pathlib import Path

import click

from argmap.cli.reading import file_name
from argmap.garbage import collect_seldom


@click.command()
@click.option(
    "--root",
    metavar="FOLDER",
    type=file_name,
    default=".",
    show_default=True,
    help="The folder whose files the assistant may name; nothing outside it is read.",
)
@click.option("--write", is_flag=True, help="Let the assistant change maps, in small steps.")
def command(root: str, write: bool) -> None:
    """Serve tools for an assistant by the Model Context Protocol, on standard input and output.

    They say how a good map is made, check maps, explain verdicts, draw, convert, find quotations,
    and suggest what is missing. With --write they also add claims, arguments and rebuttals, edit
    and save; what would break a map is refused. An assistant starts this command itself: name it in
    the settings of yours.

    \b
    Examples:
      argmap mcp --root maps
      argmap mcp --root maps --write
    """
    from argmap.mcp.server import server_for

    collect_seldom()

    server_for(Path(root), writes=write).run()
