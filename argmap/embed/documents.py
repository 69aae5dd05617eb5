"""A document of any kind → the same with its maps as they are now."""

from pathlib import Path

from argmap.embed import notebooks
from argmap.embed.library import Library
from argmap.embed.refreshing import Refreshed, refreshed
from argmap.embed.syntaxes import NOTEBOOK_SUFFIX, SUFFIXES, syntax_of
from argmap.errors import FileError


def require_known(path: Path) -> None:
    """Raise FileError where the suffix tells of no kind of document that argmap knows."""
    if path.suffix.lower() not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        raise FileError(f"{path} is no document that argmap knows; it knows {known}.")


def refreshed_document(text: str, *, path: Path, library: Library) -> Refreshed:
    """Return what a document of a known kind becomes."""
    syntax = syntax_of(path)
    if path.suffix.lower() == NOTEBOOK_SUFFIX or syntax is None:
        return notebooks.refreshed_notebook(text, path=path, library=library)
    return refreshed(text, syntax, path=path, library=library)
