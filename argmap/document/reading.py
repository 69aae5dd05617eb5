"""Bytes → text that a YAML parser can take, or the fault that it is not one."""

import codecs
import errno
import os
import re
import stat
from itertools import accumulate, pairwise
from pathlib import Path
from typing import BinaryIO, NamedTuple

from argmap.errors import FileError
from argmap.faults import Fault, FaultLog
from argmap.source import Position, Span, at_start
from argmap.values import unwritable_character

LARGEST = 32 * 1024 * 1024
# Maps of 50,000 claims have half as many. Counting is quick, parsing so many parts takes seconds.
MOST_PARTS = 750_000
_FOREIGN_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
# What is no text is shown, with signs for what cannot be, only where it is not large.
_SHOWN = 1024 * 1024
_DIVIDE = "split the map into several files, or check that this is the right file"
_SAVE_AS_UTF8 = "save the file as UTF-8"
_INDENTING_TAB = re.compile(rb"^ *\t[ \t]*+(?=[^ \t\n#])", re.MULTILINE)
_CONTROL = re.compile(rb"[\x00-\x08\x0b-\x1f\x7f]")
_UNWRITABLE = re.compile(
    rb"[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x84\x86-\x9f]"
    rb"|\xed[\xa0-\xbf]|\xef\xb7[\x90-\xaf]|\xef\xbb\xbf|\xef\xbf[\xbe\xbf]"
)
# Breaks that YAML counts as new lines and editors do not.
_ODD_BREAKS = ("\x85", "\u2028", "\u2029")


class Prepared(NamedTuple):
    """A text for the parser, in UTF-8, with the text that excerpts are taken from.

    Both have the same lines and columns; in `data` tabs and odd line breaks are spaces, and control
    characters, which are reported, signs for what is missing. `data` is None after a fault that
    leaves nothing to parse. `indented` are the numbers of lines whose level a tab leaves open.
    """

    data: bytes | None
    text: str
    indented: tuple[int, ...] = ()


def read_file(
    path: Path, *, name: str | None = None, largest: int = LARGEST, only_regular: bool = False
) -> bytes:
    """Return the bytes of a file, at most one more than `largest`, which a map may have.

    Raises FileError, which speaks of the file as `name`, where it cannot be read; if `only_regular`
    also where it is a pipe, a device or, at its end, a symbolic link.
    """
    shown = name or str(path)
    try:
        # Not `path.open`, which takes no opener.
        with open(path, "rb", opener=_regular if only_regular else None) as stream:
            return read_stream(stream, largest=largest)
    except FileNotFoundError:
        raise FileError(f"There is no file {shown}.") from None
    except IsADirectoryError:
        raise FileError(f"{shown} is a folder, not a file.") from None
    except PermissionError as error:
        if os.path.isdir(path):
            raise FileError(f"{shown} is a folder, not a file.") from error
        raise FileError(f"You may not read the file {shown}.") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise FileError(f"The file {shown} cannot be read: {reason}.") from error


def _regular(path: str, flags: int) -> int:
    """Open a regular file without ever waiting; a device is not even opened."""
    _require_regular(os.lstat(path).st_mode)
    # It may be another one by now.
    handle = os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))
    try:
        _require_regular(os.fstat(handle).st_mode)
    except OSError:
        os.close(handle)
        raise
    return handle


def _require_regular(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "it is a pipe, a device or a link, not a regular file")


def read_stream(stream: BinaryIO, *, largest: int = LARGEST) -> bytes:
    """Return the bytes of a stream, at most one more than `largest`, which a map may have."""
    return stream.read(largest + 1)


def prepare(
    data: bytes | str,
    *,
    file: str,
    log: FaultLog,
    largest: int = LARGEST,
    most_parts: int | None = None,
) -> Prepared:
    """Return the text ready for the parser, and report what keeps it from being parsed."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if len(raw) > largest:
        log.report(
            Fault.TOO_LARGE,
            at_start(file),
            f"the file is larger than {largest // 1024**2} MiB, which no map needs to be",
            help=_DIVIDE,
        )
        return Prepared(None, "")
    text = _decoded(raw, file=file, log=log)
    if text is None:
        return Prepared(None, raw.decode("utf-8-sig", "replace") if len(raw) < _SHOWN else "")
    raw = raw.removeprefix(codecs.BOM_UTF8)
    if b"\r" in raw:
        raw = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if most_parts is not None and raw.count(b"\n") + raw.count(b",") > most_parts:
        message = f"the file has more than {most_parts:,} lines and commas, which no map needs"
        log.report(Fault.TOO_LARGE, at_start(file), message, help=_DIVIDE)
        return Prepared(None, text)
    raw = _writable(raw, file=file, log=log)
    indented = _indented_by_tabs(raw, file=file, log=log)
    if not raw.endswith(b"\n"):
        # Without a last line end the parsers disagree on where the file ends.
        raw, text = raw + b"\n", text + "\n"
    for character in ("\t", *_ODD_BREAKS):
        raw = raw.replace(character.encode(), b" ")
    return Prepared(raw, text, indented)


def _decoded(raw: bytes, *, file: str, log: FaultLog) -> str | None:
    for mark, encoding in _FOREIGN_MARKS.items():
        if raw.startswith(mark):
            message = f"the file is written in {encoding}; a map is UTF-8"
            log.report(Fault.BAD_ENCODING, at_start(file), message, help=_SAVE_AS_UTF8)
            return None
    if b"\0" in raw:
        span = _span_at(raw, raw.index(b"\0"), 1, file=file)
        message = "this is not a text file: it holds zero bytes"
        log.report(Fault.BAD_ENCODING, span, message, help=_SAVE_AS_UTF8)
        return None
    try:
        return raw.decode("utf-8-sig", "strict")
    except UnicodeDecodeError as error:
        # The mark that the decoder took off counts for its offsets.
        start = error.start + 3 * raw.startswith(codecs.BOM_UTF8)
        if raw[start : start + 1] == b"\xed" and raw[start + 1 : start + 2] >= b"\xa0":
            message = "here is half of a surrogate pair, which is not a character"
            span = _span_at(raw, start, 3, file=file)
            log.report(Fault.BAD_VALUE, span, message, help="delete it and type it again")
            return None
        message = f"the file is not UTF-8: the byte 0x{raw[start]:02X} here is no part of a text"
        span = _span_at(raw, start, 1, file=file)
        log.report(Fault.BAD_ENCODING, span, message, help=_SAVE_AS_UTF8)
        return None


def _writable(raw: bytes, *, file: str, log: FaultLog) -> bytes:
    """Return the text with other signs for control characters, and report the first of them."""
    found = (_CONTROL if raw.isascii() else _UNWRITABLE).search(raw)
    if found is None:
        return raw
    character = found.group().decode()
    span = _span_at(raw, found.start(), len(found.group()), file=file)
    message = f"an invisible control character ({code_point(character)}) stands here"
    log.report(Fault.BAD_VALUE, span, message, help="delete it; your editor may not show it")
    return _UNWRITABLE.sub("�".encode(), raw)


def _indented_by_tabs(raw: bytes, *, file: str, log: FaultLog) -> tuple[int, ...]:
    """Return the numbers of the lines that are indented with tabs, and report the first."""
    found = tuple(_INDENTING_TAB.finditer(raw)) if b"\t" in raw else ()
    if not found:
        return ()
    span = _span_at(raw, found[0].start(), len(found[0].group()), file=file)
    message = "this line is indented with a tab; YAML wants spaces"
    advice = "use two spaces for each level, here and wherever else a line begins with a tab"
    log.report(Fault.YAML_SYNTAX, span, message, help=advice)
    starts = [one.start() for one in found]
    between = (raw.count(b"\n", one, other) for one, other in pairwise(starts))
    return tuple(accumulate(between, initial=span.start.line))


def code_point(character: str) -> str:
    """Return the name that Unicode gives the place of a character, such as `U+0007`."""
    return f"U+{ord(character):04X}"


def unwritable(text: str) -> str | None:
    """Return the code point of the first character of `text` that no map may hold, or None."""
    character = unwritable_character(text)
    return code_point(character) if character else None


def _span_at(raw: bytes, offset: int, length: int, *, file: str) -> Span:
    line_start = raw.rfind(b"\n", 0, offset) + 1
    line = raw.count(b"\n", 0, offset) + 1
    before = raw[line_start:offset].removeprefix(codecs.BOM_UTF8)
    column = len(before.decode("utf-8", "replace")) + 1
    width = len(raw[offset : offset + length].decode("utf-8", "replace"))
    return Span(file, Position(line, column), Position(line, column + width))
