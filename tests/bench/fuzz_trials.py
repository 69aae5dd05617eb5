"""What is done with a hostile document, and what counts as a failure of argmap.

`read` only reads it. `travel` takes a document that was read through every command, as a user
would, and through every notation and back. Both raise what a user would see as a crash; a
`PromiseError` says that an answer broke a promise.
"""

import random
import zlib
from pathlib import PurePath

from argmap.checks.runner import Selection
from argmap.errors import ArgmapError
from argmap.examination import check
from argmap.formats import format_named
from argmap.formats.recognition import WRITABLE, readable_format
from argmap.pipeline import read_text
from argmap.reader import Reading
from argmap.render import PICTURE_NAMES as PICTURES
from argmap.values import unwritable_character
from argmap.weighing import SEMANTICS, STANDPOINTS
from tests.command import argmap

# Those that need no places of a layout, and so no Graphviz.
QUICK_PICTURES = ("md", "obsidian", "mermaid")
DRAWN_PICTURES = ("svg", "html", "json", "canvas", "drawio", "excalidraw", "tikz", "dot")
assert {*QUICK_PICTURES, *DRAWN_PICTURES} <= set(PICTURES)
REPORTS = ("text", "json", "github", "sarif")
LARGEST_TO_EXPLAIN = 60


class PromiseError(Exception):
    """An answer that breaks a promise of argmap."""


def read(data: bytes, notation: str) -> Reading | None:
    """Return what a document is read as; None where an ArgmapError says why it is not."""
    suffix = format_named(notation).suffixes[0]
    readable_format(f"x{suffix}", data)
    try:
        reading = read_text(data, file=f"x{suffix}", notation=notation)
    except ArgmapError as error:
        _require(bool(str(error)), "an error says nothing")
        return None
    is_refused = any(one.severity == "error" for one in reading.diagnostics)
    _require((reading.map is None) == is_refused, "there is a map where there is an error")
    for one in reading.diagnostics:
        told, advice = one.message, one.help or ""
        _require(told.isprintable(), f"a message has odd characters: {told!r}")
        # A help may show lines to write, with soft hyphens as they stand.
        is_plain = unwritable_character(advice) is None
        _require(is_plain, f"a help has odd characters: {advice!r}")
        _require(one.span.start.line >= 1 and one.span.start.column >= 1, "a place before the text")
    if is_refused:
        # What can be read of it is checked, and each id that it names stands where it is said to.
        check(reading, selection=Selection(select=frozenset(["all"])), given_texts={})
        reading.written.mentions()
    return reading


def travel(data: bytes, notation: str, reading: Reading, *, drawn: bool) -> None:
    """Take a document with a map through the commands; `drawn` says whether to lay it out."""
    assert reading.map is not None, "what is refused travels nowhere"
    # The same document takes the same way.
    dice = random.Random(zlib.crc32(data))
    start = ("-", "--from", notation)
    _run("check", *start, "--select", "all", "--format", dice.choice(REPORTS), stdin=data)
    _run("show", *start, stdin=data)
    for semantics in SEMANTICS:
        options = ["--semantics", semantics, "--time-limit", "2"]
        if semantics in STANDPOINTS:
            options += ["--list", "2", *dice.choice(([], ["--count"]))]
        style = dice.choice(("text", "json"))
        _run("evaluate", *start, *options, "--format", style, stdin=data)
    ids = [*reading.map.claims_by_id, *reading.map.arguments_by_id]
    if len(ids) <= LARGEST_TO_EXPLAIN:
        name = dice.choice(ids)
        _run("evaluate", *start, f"--reject={name}", stdin=data)
        if name in reading.map.claims_by_id:
            question = ("evaluate", *start, f"--claim={name}", "--time-limit", "2")
            _run(*question, "--semantics", dice.choice(STANDPOINTS), stdin=data)
            _run(*question, "--robustness", stdin=data)
        if not name.startswith("-"):
            _run("explain", *start[1:], "--budget", "40", "-", name, stdin=data)
    pictures = (*QUICK_PICTURES, dice.choice(DRAWN_PICTURES)) if drawn else QUICK_PICTURES
    for picture in pictures:
        _run("render", *start, "-f", picture, "-q", stdin=data)
    for target in WRITABLE:
        _convert(start, target, data)


def _convert(start: tuple[str, ...], target: str, data: bytes) -> None:
    written = _run("convert", *start[1:], "--to", target, "-q", "-", "-", stdin=data)
    format = format_named(target)
    if not format.reads or written is None:
        return
    again = read(written, target)
    told = [str(one.message) for one in again.diagnostics] if again else []
    _require(again is not None and again.map is not None, f"{target} cannot be read back: {told}")


def _run(*arguments: str, stdin: bytes) -> bytes | None:
    """Return what a command writes, None where it refuses."""
    result = argmap(*arguments, stdin=stdin)
    _require(result.code in (0, 1, 2), f"the exit code is {result.code}")
    _require("Traceback" not in result.err, "there is a traceback")
    if result.code == 2:
        # The words of click, for a call that cannot be: the call here is sound.
        _require("Usage:" not in result.err, f"the call is refused: {result.err}")
        return None
    return result.out.encode() if result.code == 0 else None


def _require(condition: bool, what: str) -> None:
    if not condition:
        raise PromiseError(what)


def suffix_of(notation: str) -> str:
    """Return what the name of a file in a notation ends in."""
    return PurePath(f"x{format_named(notation).suffixes[0]}").suffix
