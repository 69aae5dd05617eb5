"""A document of any kind → the same with its maps as they are now."""

import codecs
from pathlib import Path

from argmap.document.reading import read_file
from argmap.embed.documents.drawings import Drawings
from argmap.embed.documents.notebooks import refreshed_notebook
from argmap.embed.documents.page import Page
from argmap.embed.documents.refresh_result import Refreshed
from argmap.embed.documents.refreshing import refreshed
from argmap.embed.documents.syntaxes import NOTEBOOK_SUFFIX, SUFFIXES, syntax_of
from argmap.embed.library import Library
from argmap.errors import FileError
from argmap.faults import Fault, FaultLog
from argmap.output import write_whole
from argmap.source import at_start


def require_known(path: Path) -> None:
    """Raise FileError where the suffix tells of no kind of document that argmap knows."""
    if path.suffix.lower() not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        raise FileError(f"{path} is no document that argmap knows; it knows {known}.")


def refreshed_document(text: str, *, path: Path, library: Library, drawings: Drawings) -> Refreshed:
    """Return what a document of a known kind becomes; `drawings` are those of all documents."""
    syntax, page = syntax_of(path), Page()
    if path.suffix.lower() == NOTEBOOK_SUFFIX or syntax is None:
        return refreshed_notebook(text, path=path, library=library, drawings=drawings)
    return refreshed(text, syntax, path=path, library=library, drawings=drawings, page=page)


def decoded(data: bytes, *, file: str, log: FaultLog) -> tuple[str, bytes] | None:
    """Return the text of a document and the mark that it begins with, if any.

    Line ends stay as they are. Returns None, and reports it, where the document is not UTF-8.
    """
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    try:
        return data.removeprefix(mark).decode("utf-8"), mark
    except UnicodeDecodeError as error:
        message = f"the document is not UTF-8: byte {error.start + len(mark) + 1} is no part of it"
        log.report(Fault.BAD_ENCODING, at_start(file), message, help="save the file as UTF-8")
        return None


def write(path: Path, found: Refreshed, *, mark: bytes, old: str) -> None:
    """Write the pictures that changed and then the document, if it changed.

    Raises FileError where one cannot be written, or the document was saved in the meantime.
    """
    pictures = {target: content() for target, content in found.pictures.items()}
    whole = old.encode()
    if read_file(path, largest=len(mark) + len(whole)) != mark + whole:
        again = "was saved by somebody else while its maps were drawn, and is left as it is"
        raise FileError(f"{path} {again}; run the command again.")
    for target, picture in pictures.items():
        write_whole(target, picture, make_folder=True)
    if found.text is not None and found.text != old:
        write_whole(path, mark + found.text.encode())
