"""The texts of sources, from the files that a map or its author names: plain text, PDF, EPUB."""

from collections.abc import Mapping
from pathlib import Path

from argmap.checks.rule import SourceText
from argmap.document.reading import LARGEST, read_file
from argmap.errors import ConfigurationError, FileError
from argmap.model import ArgumentMap
from argmap.source_texts.books import LARGEST_BOOK, book_in, kind_of, may_be_book
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
            path = given[source.id]
            texts[source.id] = _text_in(read_file(path, largest=_largest(path.name)), path.name)
        elif source.file is not None:
            texts[source.id] = _own_text(a_map, source.file)
    return texts


def _own_text(a_map: ArgumentMap, name: str) -> SourceText:
    if a_map.folder is None:
        return SourceText(None, f"{name} is not read: the map is in no folder")
    try:
        data = a_map.folder.read(name, called=name, largest=_largest(name))
    except FileError as error:
        return SourceText(None, str(error).rstrip("."))
    return _text_in(data, name)


def _largest(name: str) -> int:
    return LARGEST_BOOK if may_be_book(name) else LARGEST


def _text_in(data: bytes, name: str) -> SourceText:
    largest = _largest(name)
    if len(data) > largest:
        return SourceText(None, f"{name} is larger than {largest // 1024**2} MiB")
    if kind_of(data, name) is not None:
        return book_in(data, name)
    try:
        return SourceText(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return SourceText(None, f"{name} is not text in UTF-8")
