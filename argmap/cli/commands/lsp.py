"""`argmap lsp`: a language server for editors, on standard input and output."""

import click

from argmap.errors import MissingExtraError
from argmap.garbage import collect_seldom


@click.command()
@click.option(
    "--stdio",
    is_flag=True,
    help="Speak over standard input and output, as always; editors may ask for it.",
)
def command(stdio: bool) -> None:
    """Serve an editor that speaks the Language Server Protocol, on standard input and output.

    Editors start this themselves; the manual has their settings. It answers for texts in YAML with
    the key “argmap” at the top, and says nothing of others. It needs the extra “lsp”.

    \b
    Example:
      argmap lsp
    """
    try:
        from argmap.lsp.serving import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol", "cattrs", "attrs"):
            raise
        raise MissingExtraError(
            'the language server needs pygls, which is not installed: pip install "argmap[lsp]"'
        ) from error
    collect_seldom()
    code = serve()
    if code:
        raise click.exceptions.Exit(code)
