"""`argmap serve`: maps and documents as pages that follow their files."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from argmap.cli.map_files import maps_in
from argmap.cli.printing import say
from argmap.cli.reading import STANDARD, file_name, from_option, is_folder
from argmap.cli.setting_options import given_options, setting_options
from argmap.errors import ArgmapError, FileError
from argmap.garbage import collect_seldom
from argmap.planning import RenderOptions
from argmap.project import project_of
from argmap.serving.editors import EDITORS, USUAL_EDITOR, editor_named
from argmap.serving.views import DOCUMENTS, SLIDES, Finding, place_of, within
from argmap.themes import THEME_NAMES

# A page shows its map whole, as large as its window, and is no file of pixels.
_OF_OTHERS = ("fit", "smallest", "parts", "part", "page", "scale")


@click.command()
@click.argument("target", metavar="MAP|FOLDER|DOCUMENT", type=file_name)
@from_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    help="The port to listen at [default: the same each time, if it is free].",
)
@click.option("--open", "opens", is_flag=True, help="Show the page in a browser.")
@click.option(
    "--editor",
    metavar="NAME",
    default=USUAL_EDITOR,
    show_default=True,
    help=f"What opens a line: {', '.join(EDITORS)}, or an address with {{file}} and {{line}}.",
)
@setting_options(RenderOptions, without=_OF_OTHERS)
def command(
    target: str, notation: str | None, port: int | None, opens: bool, editor: str, **choices: Any
) -> None:
    """Show a map, a document with maps, or all maps of a folder as a live page, until Ctrl-C.

    The page follows its files: it shows each save at once, and keeps the last good picture while a
    map is half written. It is seen from this machine only, by whoever knows its address.

    \b
    Examples:
      argmap serve argument.yaml --open
      argmap serve maps
      argmap serve argument.yaml --source-texts all
      argmap serve report.md --editor idea
    """
    chosen = editor_named(editor)
    path = _require_servable(target)
    from argmap.serving.server import live_server
    from argmap.theme_files import load_theme

    given = given_options(RenderOptions, choices)
    _require_fit(path, notation, given)
    options = RenderOptions(**{name: choices[name] for name in given})
    if options.theme not in (None, *THEME_NAMES):
        load_theme(str(options.theme))
    root = path if path.is_dir() else project_of(path).root
    try:
        server = live_server(
            path,
            root,
            maps_in=_maps_in,
            editor=chosen,
            port=port,
            options=options,
            notation=notation,
            tell=_Teller(root.resolve()),
        )
    except OSError as error:
        raise ArgmapError(f"nobody can listen at port {port}: {error.strerror}.") from error
    collect_seldom()
    say(f"{target} is at {server.address}")
    if server.served.is_map(server.served.first):
        say(f"its slides are at {server.address}?{SLIDES}")
    say("following its files; stop with Ctrl-C", err=True)
    if opens and click.launch(server.address):
        say("nothing is there to show the page with", err=True)
    server.run()


class _Teller:
    """Says in the terminal what is wrong with a page, and when it is right again; nothing twice."""

    def __init__(self, root: Path) -> None:
        """Name files from the root of what is served."""
        self._root = root
        self._told: dict[Path, tuple[Finding, ...]] = {}

    def __call__(self, home: Path, findings: tuple[Finding, ...]) -> None:
        """Tell of a page that was made; a map has two, which have the same findings."""
        before = self._told.get(home, ())
        self._told[home] = findings
        if findings == before:
            return
        # Pages go on where nobody listens to the terminal any more.
        with suppress(OSError):
            for one in findings:
                place = place_of(one, self._root)
                message = within(self._root, one.message)
                say(f"{place}: {message}" if place else message, err=True)
            if not findings:
                say(f"{home.name} is shown as it is again", err=True)


def _require_servable(name: str) -> Path:
    """Return the path of what is to be served; raise FileError where there is nothing."""
    if name == STANDARD:
        raise FileError("standard input does not change; name a file or a folder.")
    path = Path(name)
    if is_folder(name) or path.is_file():
        return path
    if path.exists():
        raise FileError(f"{name} is no regular file, and cannot be served.")
    raise FileError(f"There is no file {name}.")


def _require_fit(path: Path, notation: str | None, given: Mapping[str, str]) -> None:
    """Raise UsageError where options are not for what is served, FileError where it has no page.

    `notation` and the `given` options are for maps; with a notation any file is one.
    """
    if path.is_dir():
        if notation is not None:
            raise click.UsageError("--from is for one map; those of a folder tell their notation.")
        return
    suffix = path.suffix.lower()
    if notation is not None:
        return
    if given and suffix in DOCUMENTS:
        raise click.UsageError(
            f"a document says itself how its maps are shown; {next(iter(given.values()))} is for "
            "maps and folders."
        )
    from argmap.embed.documents.syntaxes import SUFFIXES

    if suffix in SUFFIXES and suffix not in DOCUMENTS:
        raise FileError(
            f"{path} has no live page: of documents, those in Markdown have one (*.md). "
            f"Serve its map, and keep the pictures in it fresh with: argmap embed --watch {path}"
        )


def _maps_in(folder: Path) -> Iterable[Path]:
    """Return the files in a folder that look like maps."""
    return [path for path in map(Path, maps_in([str(folder)])) if os.path.isfile(path)]
