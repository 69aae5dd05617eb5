"""ArgumentMap ↔ other notations, one module each; FORMATS lists them.

A module has `loads(text, *, file) -> Reading`, `dumps(a_map) -> Writing`, or both, and says with
KEEPS what of a map it can hold.
"""

import importlib
from collections.abc import Callable, Set
from copy import copy
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from argmap.errors import FileError
from argmap.model import ArgumentMap
from argmap.project import Folder
from argmap.reader import Reading

if TYPE_CHECKING:
    from argmap.formats.losses import Writing


class Format(NamedTuple):
    """What is known of a notation before its module is imported.

    `name` is what an author calls it on the command line, and its module has the same;
    `suffixes` are those of its files, the usual one first; files that are read may also have one
    of `read_from`. Several may share a suffix. Where its texts may include others (`includes`),
    `loads` also takes the `folder` from which they are read; where a text may hold several maps
    (`has_several`), the number of the `block` that holds the one. `further` is what the names of
    files end in that are written beside the one, before their suffix.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    reads: bool = True
    writes: bool = True
    includes: bool = False
    has_several: bool = False
    read_from: tuple[str, ...] = ()
    further: tuple[str, ...] = ()

    @property
    def all_suffixes(self) -> tuple[str, ...]:
        """Return what the names of files may end in that are read."""
        return (*self.suffixes, *self.read_from)


class Notation(Protocol):
    """The shape of a notation's module; what it cannot do is missing."""

    KEEPS: Set[str]

    def recognises(self, text: str) -> bool:
        """Return whether a file that begins with `text` looks like this notation."""
        ...

    def loads(
        self, text: str | bytes, *, file: str = ..., **including: Folder | int | None
    ) -> Reading:
        """Return the map that a text holds, or the faults that keep it from being one.

        What a map cannot hold is reported as a warning with the code `left-out`.
        """
        ...

    def dumps(self, a_map: ArgumentMap) -> "Writing":
        """Return the text that holds a map, and what it leaves out."""
        ...


FORMATS = (
    Format("yaml", "argmap’s own YAML", (".yaml", ".yml"), includes=True),
    Format("json", "argmap’s own JSON", (".json",), includes=True),
    Format("flat", "flat JSON", (".json",)),
    Format("aif", "AIF", (".json",)),
    Format("argdown", "Argdown", (".argdown", ".ad"), includes=True),
    Format("argdown-json", "Argdown’s JSON export", (".json",), writes=False),
    Format("arguebuf", "Arguebuf", (".json",)),
    Format("sadface", "SADFace", (".json",)),
    Format("carneades", "Carneades", (".yml", ".yaml")),
    Format(
        "gsn",
        "Goal Structuring Notation",
        (".gsn.yaml", ".gsn.yml"),
        includes=True,
        read_from=(".yaml", ".yml"),
    ),
    Format("argview", "argview’s YAML", (".yml", ".yaml"), writes=False),
    Format("kialo", "Kialo’s text export", (".txt",), writes=False),
    Format("outline", "Markdown outline", (".md", ".markdown")),
    Format(
        "argdown-markdown",
        "Argdown in Markdown",
        (".md", ".markdown"),
        includes=True,
        has_several=True,
    ),
    Format("opml", "OPML", (".opml",)),
    Format("freeplane", "Freeplane’s mind maps", (".mm",)),
    Format("mindmup", "MindMup’s maps", (".mup",), writes=False),
    Format("rationale", "outline in Rationale’s words", (".txt",), writes=False),
    Format("arggraph", "Microtext corpora", (".xml",), writes=False),
    Format("brat", "Annotations of brat", (".ann",), writes=False, includes=True),
    Format("graphml", "GraphML", (".graphml",), read_from=(".xml",)),
    Format("csv", "CSV, nodes and edges", (".csv",), includes=True, further=("-edges",)),
    Format("canvas", "JSON Canvas", (".canvas",), writes=False),
    Format("dot", "DOT of Graphviz", (".dot", ".gv"), writes=False),
    Format("mermaid", "Mermaid’s flowcharts", (".mmd", ".mermaid"), writes=False),
    Format("af", "ICCMA’s frameworks", (".af",)),
    Format("apx", "ASPARTIX’s facts", (".apx",), read_from=(".txt", ".lp")),
    Format("tgf", "Trivial Graph Format", (".tgf",)),
)


def format_named(name: str) -> Format:
    """Return the format with that name; raise ValueError where there is none."""
    found = next((format for format in FORMATS if format.name == name), None)
    if found is None:
        raise ValueError(f"there is no format “{name}”")
    return found


def formats_of(file: str) -> tuple[Format, ...]:
    """Return the formats whose files may end like this one, in the order of FORMATS.

    A longer end tells more, so that what ends in `.gsn.yaml` is first taken for that.
    """
    name = PurePath(file).name.lower()
    ends = {
        f: max((e for e in f.all_suffixes if name.endswith(e)), key=len, default="")
        for f in FORMATS
    }
    return tuple(sorted((f for f in FORMATS if ends[f]), key=lambda f: -len(ends[f])))


def notation_of(format: Format) -> Notation:
    """Return the module of a format, imported now, because some bring large libraries."""
    module = format.name.replace("-", "_")
    return cast(Notation, importlib.import_module(f"argmap.formats.{module}"))


def carrying(name: str) -> Callable[[str, ArgumentMap], str]:
    """Return what writes a map into its drawing, for a notation in which a map is drawn."""
    return cast(Callable[[str, ArgumentMap], str], notation_of(format_named(name)).carrying)  # type: ignore[attr-defined]


def loaded(
    format: Format, text: str | bytes, *, file: str, folder: Folder | None, block: int | None = None
) -> Reading:
    """Return what a text in a notation holds as a map, which knows its folder, and its faults.

    Raises FileError where a `block` is asked for and a text has no several maps.
    """
    including: dict[str, Folder | int | None] = {"folder": folder} if format.includes else {}
    if format.has_several:
        including["block"] = block
    elif block is not None:
        raise FileError(f"“{file}” has no block {block}: it is not read as Argdown in Markdown.")
    reading = notation_of(format).loads(text, file=file, **including)
    return reading if folder is None else in_folder(reading, folder)


def in_folder(reading: Reading, folder: Folder) -> Reading:
    """Return what was read of a text, with a map that knows its folder."""
    if reading.readable is None:
        return reading
    # A copy, because it is known to fit together.
    a_map = copy(reading.readable)
    object.__setattr__(a_map, "folder", folder)
    whole = a_map if reading.map is not None else None
    return replace(reading, map=whole, readable=a_map)
