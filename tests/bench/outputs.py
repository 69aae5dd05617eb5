"""Digests of all that argmap prints and draws, so that two states of it can be compared.

    python -m tests.bench.outputs > before.txt
    python -m tests.bench.outputs > after.txt
    diff before.txt after.txt

prints a line for each command on each example map: a hash of its output, errors and exit code. The
same map is drawn in every format, direction and theme, evaluated in every way, explained claim by
claim, converted into every notation and put into documents of every kind.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from argmap.formats import FORMATS as NOTATIONS
from argmap.pipeline import load
from argmap.render import PICTURE_NAMES as PICTURES
from argmap.themes import THEME_NAMES
from argmap.values import DIRECTIONS
from tests.command import argmap

ROOT = Path(__file__).parents[2]
SEMANTICS = ("complete", "preferred", "stable", "credence", "df-quad", "quadratic-energy", "euler")
MARKED = {
    "md": "<!-- argmap {0} -->\n<!-- /argmap -->\n",
    "html": "<!-- argmap {0} -->\n<!-- /argmap -->\n",
    "rst": ".. argmap {0}\n.. /argmap\n",
    "adoc": "// argmap {0}\n// /argmap\n",
    "tex": "% argmap {0}\n% /argmap\n",
    "typ": "// argmap {0}\n// /argmap\n",
}
SHAPES = ("image", "inline", "outline", "html")


def commands(name: str, ids: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield all commands that are tried on a map; `ids` are those of its claims."""
    yield from (
        ("check", name),
        ("show", name),
        ("evaluate", name),
        ("check", name, "--format", "json"),
    )
    for semantics in SEMANTICS:
        yield "evaluate", name, "--semantics", semantics
        yield "evaluate", name, "--semantics", semantics, "--format", "json"
    yield from (("explain", name, one) for one in ids)
    for format in PICTURES:
        if format not in ("png", "pdf"):
            yield "render", name, "-o", "-", "-f", format
            yield "render", name, "-o", "-", "-f", format, "--evaluate"
    for direction in DIRECTIONS:
        yield "render", name, "-o", "-", "-f", "svg", "--direction", direction
    for theme in THEME_NAMES:
        yield "render", name, "-o", "-", "-f", "svg", "--theme", theme
        yield "render", name, "-o", "-", "-f", "html", "--theme", theme
    for notation in NOTATIONS:
        if notation.writes and notation.name != "csv":
            yield "convert", name, "-", "--to", notation.name


def main() -> None:
    """Print a digest of each output, and of the files of parts and documents."""
    usual: tuple[tuple[str, ...], ...] = (("--help",), ("schema",), ("explain", "--list"))
    for command in usual:
        _print(command)
    for map_file in sorted((ROOT / "maps").glob("*.yaml")):
        ids = tuple(claim.id for claim in load(map_file).claims)
        for command in commands(f"maps/{map_file.name}", ids):
            _print(command)
        _print_files(map_file)


def _print(command: tuple[str, ...]) -> None:
    result = argmap(*command)
    whole = f"{result.code}\n{result.out}\n{result.err}".encode("utf-8", "surrogateescape")
    print(hashlib.sha256(whole).hexdigest()[:16], *command, flush=True)


def _print_files(map_file: Path) -> None:
    """Print digests of pictures in parts, and of documents of each kind with their pictures."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / map_file.name).write_bytes(map_file.read_bytes())
        before = Path.cwd()
        os.chdir(folder)
        try:
            argmap("render", map_file.name, "-o", "parts.svg", "--parts")
            argmap("convert", map_file.name, "tables.csv")
            for suffix, marked in MARKED.items():
                places = [f"{map_file.name} as={shape}" for shape in SHAPES if _may(suffix, shape)]
                text = "\n".join(marked.format(words) for words in places)
                (folder / f"page.{suffix}").write_text(text, encoding="utf-8")
                argmap("embed", f"page.{suffix}")
        finally:
            os.chdir(before)
        for file in sorted(folder.iterdir()):
            digest = hashlib.sha256(file.read_bytes()).hexdigest()[:16]
            print(digest, map_file.name, file.name, flush=True)


def _may(suffix: str, shape: str) -> bool:
    return shape in ("image", "outline") or suffix in ("md", "html")


if __name__ == "__main__":
    os.chdir(ROOT)
    main()
