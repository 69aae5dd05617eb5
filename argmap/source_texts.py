"""The texts of sources, from the files that a map or its author names."""

from collections.abc import Mapping
from pathlib import Path

from argmap.checks.rule import SourceText
from argmap.document.reading import LARGEST, read_file
from argmap.errors import ConfigurationError, FileError
from argmap.model import ArgumentMap
from argmap.suggestions import did_you_mean


def source_texts(a_map: ArgumentMap, *, given: Mapping[str, Path]) -> Mapping[str, SourceText]:
    """Return the text of every source that has one, by key, or why it cannot be read.

    `given` are files by source key that the caller vouches for. Raises ConfigurationError for a
    key that the map does not have, FileError where a given file cannot be read.
    """
    for key in given:
        if key not in a_map.sources_by_id:
            hint = did_you_mean(key, a_map.sources_by_id)
            raise ConfigurationError(f"The map has no source “{key}”{hint or '.'}")
    texts = {}
    for source in a_map.sources:
        if source.id in given:
            texts[source.id] = SourceText(_decoded(read_file(given[source.id])), None)
        elif source.file is not None:
            texts[source.id] = _own_text(a_map, source.file)
    return texts


def _own_text(a_map: ArgumentMap, name: str) -> SourceText:
    if a_map.folder is None:
        return SourceText(None, f"{name} is not read: the map is in no folder")
    try:
        data = a_map.folder.read(name, called=name)
    except FileError as error:
        return SourceText(None, str(error).rstrip("."))
    if len(data) > LARGEST:
        return SourceText(None, f"{name} is larger than {LARGEST // 1024**2} MiB")
    text = _decoded(data)
    return SourceText(text, None if text is not None else f"{name} is not text in UTF-8")


def _decoded(data: bytes) -> str | None:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
