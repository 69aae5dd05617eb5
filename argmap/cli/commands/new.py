"""`argmap new`: a map to start from, of a genre or from an outline."""

import os
from pathlib import Path

import click

from argmap.cli.printing import give, say
from argmap.cli.reading import STANDARD, file_name, is_folder
from argmap.errors import FileError
from argmap.output import write_all
from argmap.project import project_of
from argmap.templates import TEMPLATES, template


@click.command()
@click.argument("file", type=file_name)
@click.option(
    "--template",
    "genre",
    type=click.Choice(TEMPLATES),
    help="What the map is for [default: starter, which shows the format].",
)
@click.option(
    "--from",
    "outline",
    metavar="OUTLINE",
    type=file_name,
    help="Begin with what this file says, in any notation that is read.",
)
@click.option("--force", is_flag=True, help="Write over a file that exists.")
def command(file: str, genre: str | None, outline: str | None, force: bool) -> None:
    """Write a commented map to FILE, to start from (“-” is standard output).

    Its first line names the schema of the format, so that editors complete and explain keys. The
    schema is the nearest argmap.schema.json of the project; where there is none, it is written
    beside the map.

    \b
    Examples:
      argmap new my-map.yaml
      argmap new bus-lane.yaml --template policy
      argmap new phones.yaml --from outline.md
    """
    if genre and outline:
        raise click.UsageError("A map begins with --template or with --from, not with both.")
    if is_folder(file):
        raise FileError(f"“{file}” is a folder; name a file in it.")
    if file != STANDARD and Path(file).exists() and not force:
        raise FileError(f"{file} exists already; choose another name, or --force to replace it.")
    text = _begun(outline, file) if outline else template(genre or TEMPLATES[0])
    _write(file, text)


def _begun(outline: str, file: str) -> str:
    """Return the map that an outline begins, and say what it could not keep."""
    from argmap.cli.conversion import begun_from, tell_losses

    if is_folder(outline):
        raise FileError(f"“{outline}” is a folder; name a file in it.")
    if STANDARD not in (outline, file) and Path(outline).resolve() == Path(file).resolve():
        raise click.UsageError(f"“{file}” is what is read; choose another file to write to.")
    text, converted = begun_from(outline, file)
    tell_losses(converted)
    return text


def _write(file: str, text: str) -> None:
    from argmap.schema import SCHEMA_FILE, json_schema, schema_comment, schema_text

    if file == STANDARD:
        give(schema_comment(SCHEMA_FILE) + text, nl=False)
        return
    path = Path(file)
    schema = _schema_for(path, SCHEMA_FILE)
    way = os.path.relpath(os.path.realpath(schema.parent), os.path.realpath(path.parent))
    address = Path(way, SCHEMA_FILE).as_posix()
    contents = {path: (schema_comment(address) + text).encode()}
    current = schema_text(json_schema()).encode()
    is_new = not os.path.lexists(schema)
    if is_new:
        contents[schema] = current
    write_all(contents)
    beside = f", and {SCHEMA_FILE} for your editor" if is_new else ""
    say(f"{file} is written{beside}; draw it with: argmap render {file}", err=True)
    if not is_new and not _holds(schema, current):
        say(f"{schema} is another argmap’s; renew it with: argmap schema > {schema}", err=True)


def _schema_for(path: Path, name: str) -> Path:
    """Return the nearest schema of the project of a map; beside the map where there is none."""
    root = project_of(path).root
    for folder in (path.parent, *path.resolve().parents):
        if os.path.lexists(folder / name):
            return folder / name
        if folder.resolve() == root:
            break
    return path.parent / name


def _holds(file: Path, content: bytes) -> bool:
    try:
        return file.is_file() and file.read_bytes() == content
    except OSError:
        return False
