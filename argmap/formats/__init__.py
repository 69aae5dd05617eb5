"""ArgumentMap ↔ other notations, one module each; FORMATS lists them.

A module has `loads(text, *, file) -> Reading`, `dumps(a_map) -> Writing`, or both, and says with
KEEPS what of a map it can hold.
"""

import importlib
from collections.abc import Callable, Set
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

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
    `loads` also takes the `folder` from which they are read.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    reads: bool = True
    writes: bool = True
    includes: bool = False
    read_from: tuple[str, ...] = ()


class Notation(Protocol):
    """The shape of a notation's module; what it cannot do is missing."""

    KEEPS: Set[str]

    def recognises(self, text: str) -> bool:
        """Return whether a file that begins with `text` looks like this notation."""
        ...

    def loads(self, text: str | bytes, *, file: str = ..., **including: Folder | None) -> Reading:
        """Return the map that a text holds, or the faults that keep it from being one.

        What a map cannot hold is reported as a warning with the code `left-out`.
        """
        ...

    def dumps(self, a_map: ArgumentMap) -> "Writing":
        """Return the text that holds a map, and what it leaves out."""
        ...


FORMATS = (
    Format("yaml", "argmap’s own YAML", (".yaml", ".yml")),
    Format("json", "argmap’s own JSON", (".json",)),
    Format("aif", "AIF", (".json",)),
    Format("argdown", "Argdown", (".argdown", ".ad"), includes=True),
    Format("argdown-json", "Argdown’s JSON export", (".json",), writes=False),
    Format("arguebuf", "Arguebuf", (".json",)),
    Format("sadface", "SADFace", (".json",)),
    Format("carneades", "Carneades", (".yml", ".yaml")),
    Format("gsn", "Goal Structuring Notation", (".yaml", ".yml"), writes=False, includes=True),
    Format("argview", "argview’s YAML", (".yml", ".yaml"), writes=False),
    Format("kialo", "Kialo’s text export", (".txt",), writes=False),
    Format("outline", "Markdown outline", (".md", ".markdown")),
    Format(
        "argdown-markdown",
        "Argdown in Markdown",
        (".md", ".markdown"),
        includes=True,
    ),
    Format("opml", "OPML", (".opml",)),
    Format("freeplane", "Freeplane’s mind maps", (".mm",)),
    Format("mindmup", "MindMup’s maps", (".mup",), writes=False),
    Format("rationale", "outline in Rationale’s words", (".txt",), writes=False),
    Format("arggraph", "Microtext corpora", (".xml",), writes=False),
    Format("brat", "Annotations of brat", (".ann",), writes=False, includes=True),
    Format("graphml", "GraphML", (".graphml",), read_from=(".xml",)),
    Format("csv", "CSV, nodes and edges", (".csv",), includes=True),
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
    """Return the formats whose files may end like this one, in the order of FORMATS."""
    name = PurePath(file).name.lower()
    return tuple(f for f in FORMATS if name.endswith((*f.suffixes, *f.read_from)))


def notation_of(format: Format) -> Notation:
    """Return the module of a format, imported now, because some bring large libraries."""
    module = format.name.replace("-", "_")
    return cast(Notation, importlib.import_module(f"argmap.formats.{module}"))


def carrying(name: str) -> Callable[[str, ArgumentMap], str]:
    """Return what writes a map into its drawing, for a notation in which a map is drawn."""
    return cast(Callable[[str, ArgumentMap], str], notation_of(format_named(name)).carrying)  # type: ignore[attr-defined]
