"""Which notation a file is in: by its suffix, and where several share one, by how it begins."""

from argmap.formats import FORMATS, Format, formats_of, notation_of
from argmap.formats.carriers.decoding import beginning


def readable_format(file: str, data: bytes) -> Format | None:
    """Return the notation of a file that is read, or None where nothing tells it.

    Of several notations with the same suffix it is the first that recognises the beginning of the
    text, else the first of all.
    """
    candidates = [format for format in formats_of(file) if format.reads]
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    text = beginning(data)
    for format in candidates:
        if notation_of(format).recognises(text):
            return format
    return candidates[0]


def writable_formats(file: str) -> tuple[Format, ...]:
    """Return the notations that are written to files with this name, the usual one first."""
    name = file.lower()
    return tuple(one for one in formats_of(file) if one.writes and name.endswith(one.suffixes))


READABLE = tuple(format.name for format in FORMATS if format.reads)
WRITABLE = tuple(format.name for format in FORMATS if format.writes)
