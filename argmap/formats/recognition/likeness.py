"""What a file looks like that holds no map: another notation, named so that an author can go on."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from argmap.diagnostics import Diagnostic
from argmap.faults import Fault
from argmap.formats import FORMATS, format_named, notation_of
from argmap.formats.carriers.decoding import beginning
from argmap.reader import Reading

_CONVERT = "argmap does not read it; the manual lists what it reads, under “Convert from and to”"
_WRITTEN_ONLY = "argmap writes this and does not read it; read the map that it was made from"
_EMPTY = "it has no claims; export it again when there are some"

# How texts begin that no notation of FORMATS recognises, the first that fits.
_LOOKS = (
    (r"\s*\{\s*\}", "empty JSON", _EMPTY),
    (r"(?s)\s*\{.*\"nodes\"\s*:\s*(?:\[\s*\]|\{\s*\})", "an empty graph", _EMPTY),
    (r"(?s)\s*\{.*\"(?:statements|atoms)\"\s*:\s*(?:\[\s*\]|\{\s*\})", "an empty graph", _EMPTY),
    (r"(?s)\s*<(?:\?xml.{0,500}?<)?svg", "a picture in SVG", _WRITTEN_ONLY),
    (
        r"(?s)\s*<(?:\?xml.{0,500}?<)?(?:mxfile|mxGraphModel)\b",
        "a drawing of draw.io",
        _WRITTEN_ONLY,
    ),
    (r"\s*\{\s*\"type\"\s*:\s*\"excalidraw\"", "a drawing of Excalidraw", _WRITTEN_ONLY),
    (r"\s*(?:%[^\n]*\n\s*)*\\(?:documentclass|usepackage|begin)\b", "LaTeX", _WRITTEN_ONLY),
    (r"(?s)\s*<(?:!doctype )?html", "a web page", _CONVERT),
    (r"(?s)\s*<(?!.{0,500}?graphml)(?:\?xml|[A-Za-z])", "XML", _CONVERT),
    (
        r"(?s)\s*\{.*\"nodes\".*\"edges\"",
        "a graph in JSON of another kind",
        _CONVERT,
    ),
    (r"PK\x03\x04", "a document of an office, or an archive", _CONVERT),
    (r"%PDF-", "a PDF", _CONVERT),
    (r"\{\\rtf", "a text in RTF", _CONVERT),
)
_Look: TypeAlias = tuple[re.Pattern[str], str, str]
_PATTERNS: tuple[_Look, ...] = tuple(
    (re.compile(pattern), what, advice) for pattern, what, advice in _LOOKS
)
# A place for a map, or a map in a block of code.
_SHOWS_MAPS = re.compile(
    r"^(?:>?[ \t]*)(?:<!--|//|%|\.\.)[ \t]*argmap:|^[ \t]*(?:```|~~~)[ {.]*argmap\b", re.MULTILINE
)
# A heading of Markdown is a comment in YAML, but its prose is not.
_BEGINS_AS_YAML = re.compile(r"(?:[ \t]*(?:#.*|---[ \t]*)?\n)*[\"'{ ]*argmap\b")
# Those that no notation has a part in.
_NAMED = tuple(one for one in _PATTERNS if one[2] != _CONVERT)
# Much that is no map of theirs looks like these.
_ANY_TEXT = ("argdown", "argdown-markdown", "outline", "rationale", "kialo")
_IN_XML = ("arggraph", "freeplane", "graphml", "opml")
_HAS_NO_MAP = frozenset((Fault.NOT_A_MAP, Fault.NOTATION_SYNTAX, Fault.BAD_ENCODING))


def with_likeness(reading: Reading, data: bytes, *, tried: str | None) -> Reading:
    """Return what was read; where that is no map at all, with what the text looks like instead.

    `tried` is the name of the notation in which it was read, None where an author asked for it.
    """
    first = next((d for d in reading.diagnostics if _says_no_map(d)), None)
    if tried is None or reading.map is not None or first is None:
        return reading
    if tried in _IN_XML and first.code == Fault.NOTATION_SYNTAX:
        # Whoever reads XML says best what is wrong with it as XML, and where.
        return reading
    text = beginning(data)
    if notation_of(format_named(tried)).recognises(text):
        return reading
    told = (
        _shows_maps(first, reading.text)
        or _looks(first, text, _NAMED)
        or _recognised(first, text, tried)
        or _looks(first, text, _PATTERNS)
        or (_is_prose(first) if tried == "outline" else None)
    )
    return reading if told is None else replace(reading, diagnostics=(told,))


def _says_no_map(fault: Diagnostic) -> bool:
    is_at_start = fault.code == Fault.YAML_SYNTAX and fault.span.start.line == 1
    return is_at_start or fault.code in _HAS_NO_MAP


def _shows_maps(fault: Diagnostic, text: str) -> Diagnostic | None:
    """Return that a document shows maps, where it does; what it shows is checked by another way."""
    if _SHOWS_MAPS.search(text) is None:
        return None
    message = "this document shows maps, and is no map itself"
    advice = "check what it shows with: argmap embed --check"
    return replace(fault, message=message, help=advice, related=())


def _is_prose(fault: Diagnostic) -> Diagnostic | None:
    if fault.code != Fault.NOT_A_MAP:
        return None
    message = "there is no map in this document: no list of claims, and no place that shows a map"
    advice = "write claims as items, “- A claim.”, each with its reasons as items indented below it"
    return replace(fault, message=message, help=advice, related=())


def _recognised(fault: Diagnostic, text: str, tried: str) -> Diagnostic | None:
    for format in FORMATS:
        if (
            format.reads
            and format.name not in (tried, *_ANY_TEXT)
            and notation_of(format).recognises(text)
            and (tried != "outline" or format.name != "yaml" or _BEGINS_AS_YAML.match(text))
        ):
            advice = f"if it is, name it: --from {format.name}"
            suffixes = " or ".join(format.suffixes)
            message = f"this looks like {format.title}, whose files end in {suffixes}"
            return replace(fault, message=message, help=advice, related=())
    return None


def _looks(fault: Diagnostic, text: str, patterns: Sequence[_Look]) -> Diagnostic | None:
    for pattern, what, advice in patterns:
        if pattern.match(text):
            message = f"this is no argument map: it looks like {what}"
            return replace(fault, message=message, help=advice, related=())
    return None
