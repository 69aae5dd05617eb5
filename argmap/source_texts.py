"""The texts of sources, from the files that a map or its author names."""

from collections.abc import Mapping
from pathlib import Path

from argmap.checks.rule import SourceText
from argmap.document.reading import LARGEST, read_file
from argmap.errors import ConfigurationError, FileError
from argmap.model import ArgumentMap, Source
from argmap.suggestions import did_you_mean

ROOT_MARKS = ("pyproject.toml", ".git")


def source_texts(
    a_map: ArgumentMap, *, map_file: Path | None, given: Mapping[str, Path]
) -> Mapping[str, SourceText]:
    """Return the text of every source that has one, by key, or why it cannot be read.

    A path in a map is relative to the map and stays inside its project, so that a map from a
    stranger reads nothing else; without `map_file` it is relative to the working directory.
    `given` are files by source key that the caller vouches for. Raises ConfigurationError for a
    key that the map does not have, FileError where a given file cannot be read.
    """
    for key in given:
        if key not in a_map.sources_by_id:
            hint = did_you_mean(key, a_map.sources_by_id)
            raise ConfigurationError(f"The map has no source “{key}”{hint or '.'}")
    folder = (map_file.parent if map_file else Path()).resolve()
    texts = {}
    for source in a_map.sources:
        if source.id in given:
            texts[source.id] = SourceText(_decoded(read_file(given[source.id])), None)
        elif source.file is not None:
            texts[source.id] = _own_text(source, source.file, folder)
    return texts


def _own_text(source: Source, name: str, folder: Path) -> SourceText:
    file = (folder / name).resolve()
    root = _project_of(folder)
    if not file.is_relative_to(root):
        return SourceText(None, f"{name} lies outside the project ({root.name})")
    try:
        data = read_file(file, name=name)
    except FileError as error:
        return SourceText(None, str(error).rstrip("."))
    if len(data) > LARGEST:
        return SourceText(None, f"{name} is larger than {LARGEST // 1024**2} MiB")
    text = _decoded(data)
    return SourceText(text, None if text is not None else f"{name} is not text in UTF-8")


def _project_of(folder: Path) -> Path:
    for place in (folder, *folder.parents):
        if any((place / mark).exists() for mark in ROOT_MARKS):
            return place
    return folder


def _decoded(data: bytes) -> str | None:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
