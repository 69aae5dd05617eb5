"""`argmap mcp`: tools for assistants, over standard input and output."""

from pathlib import Path

import click

from argmap.cli.reading import file_name


@click.command()
@click.option(
    "--root",
    metavar="FOLDER",
    type=file_name,
    default=".",
    show_default=True,
    help="The folder whose files the assistant may name; nothing outside it is read.",
)
def command(root: str) -> None:
    """Serve tools for an assistant by the Model Context Protocol, on standard input and output.

    They say how a good map is made, check maps, explain verdicts, draw, convert, find quotations,
    and suggest what is missing. An assistant starts this command itself; name it in its settings.

    \b
    Example:
      argmap mcp --root maps
    """
    from argmap.mcp.server import server_for

    server_for(Path(root)).run()
