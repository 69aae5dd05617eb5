"""ArgumentMap ↔ other notations, one module each."""

import importlib
from typing import Protocol, cast

from argmap.reader import Reading

# Notations that are read as maps, by the suffix of their files.
READ_BY_SUFFIX = {".af": "iccma_af", ".apx": "aspartix_apx", ".tgf": "trivial_graph_tgf"}


class Format(Protocol):
    """The shape of a notation's module, as far as it reads."""

    def loads(self, text: str | bytes, *, file: str = ...) -> Reading:
        """Return the map that a text holds, or the faults that keep it from being one."""
        ...


def format_of(suffix: str) -> Format | None:
    """Return the notation of files with that suffix, imported now; None for our own."""
    name = READ_BY_SUFFIX.get(suffix.lower())
    if name is None:
        return None
    return cast(Format, importlib.import_module(f"argmap.formats.{name}"))
