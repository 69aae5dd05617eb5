"""`argmap playground`: a folder with a page on which maps are written without installing argmap."""

from pathlib import Path

import click

from argmap.cli.printing import say
from argmap.cli.progress import progress
from argmap.cli.reading import file_name
from argmap.errors import FileError
from argmap.output import write_all


@click.command()
@click.option(
    "-o",
    "--output",
    metavar="FOLDER",
    type=file_name,
    required=True,
    help="The folder to write to; it is made where there is none.",
)
@click.option(
    "--pyodide",
    metavar="FOLDER|TGZ",
    type=file_name,
    help="Python for browsers, as npm packs or installs it [default: fetched by npm, and kept].",
)
@click.option("--force", is_flag=True, help="Write into a folder that has other files in it.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(output: str, pyodide: str | None, force: bool, quiet: bool) -> None:
    """Write a page on which maps are written, checked and drawn, without installing argmap.

    The folder has all that the page needs, about 16 MB: put it on any web server. What readers
    write stays in their browsers. It needs the extra “playground”, and npm to fetch Pyodide once.

    \b
    Examples:
      argmap playground -o site/try
      argmap playground -o site/try --pyodide pyodide-314.0.7.tgz
    """
    # Only then: to list the files takes a while to import.
    from argmap.playground.folder import playground
    from argmap.playground.pyodide import pyodide_files

    folder = Path(output)
    _require_own(folder, force=force)
    with progress("fetching Pyodide", quiet=quiet):
        found = pyodide_files(Path(pyodide) if pyodide else None)
    with progress("packing argmap", quiet=quiet):
        files = playground(found)
    write_all({folder / name: content for name, content in files.items()}, make_folder=True)
    if not quiet:
        size = sum(map(len, files.values())) / 1e6
        say(f"{folder} is written: {len(files)} files, {size:.0f} MB", err=True)
        say(f"look at it with: python -m http.server -d {folder}", err=True)


def _require_own(folder: Path, *, force: bool) -> None:
    """Raise FileError where a folder is somebody else's."""
    if folder.exists() and not folder.is_dir():
        raise FileError(f"{folder} is a file; name a folder.")
    is_new = not folder.exists() or not any(folder.iterdir())
    if is_new or force or (folder / "argmap.zip").is_file():
        return
    raise FileError(
        f"{folder} has other files in it, so nothing is written there; "
        "name another folder with -o, or use --force."
    )
