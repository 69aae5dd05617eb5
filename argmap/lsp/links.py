"""`textDocument/documentLink`: addresses, and the files that a text names inside its project."""

from collections.abc import Iterator

from lsprotocol import types

from argmap.document.nodes import Mapping, Node, Scalar, Sequence
from argmap.embed.documents.marked_places import words_of_markers
from argmap.embed.documents.syntaxes import syntax_of
from argmap.embed.options import OptionError, request_of
from argmap.errors import FileError
from argmap.kinds.link import Link
from argmap.kinds.relative_path import RelativePath
from argmap.kinds.theme_name import ThemeName
from argmap.lsp.documents import OpenText
from argmap.lsp.keys import keys_in, lone_of
from argmap.lsp.map_names import names_a_map
from argmap.project import project_of
from argmap.settings.words import Word, words_of
from argmap.themes import THEME_NAMES
from argmap.values import is_link

LONGEST = 2000


def links(document: OpenText) -> list[types.DocumentLink]:
    """Return what leads somewhere: links of claims, files of maps and sources, themes."""
    root = document.tree.root
    if not isinstance(root, Mapping):
        return []
    told = []
    for entry, field in keys_in(root):
        kind = lone_of(field.kind)
        if isinstance(kind, Link | RelativePath | ThemeName) or names_a_map(field):
            for one in _scalars(entry.value):
                is_file = not _is_web_only(kind) and one.value not in THEME_NAMES
                target = _target(document, one.value, may_be_file=is_file)
                told += _link(document.border.range_of(one.span), target)
    return sorted(told, key=lambda one: one.range.start)


def marker_links(document: OpenText) -> list[types.DocumentLink]:
    """Return the maps and other files that the markers of a document name."""
    syntax = syntax_of(document.path) if document.path else None
    if syntax is None:
        return []
    told = []
    for start, end in words_of_markers(document.text, syntax, file=document.name):
        for word in words_of(document.text[start:end]):
            name, offset = _named_file(word)
            first = start + word.start + offset
            # What stands in quotation marks is not where its letters are counted to be.
            if name and document.text[first : first + len(name)] == name:
                within = document.border.between(first, first + len(name))
                told += _link(within, _target(document, name, may_be_file=True))
    return told


def _named_file(word: Word) -> tuple[str, int]:
    """Return the file that a word of a marker names, and where in the word; nothing for others."""
    key, equals, value = word.text.partition("=")
    if equals:
        is_file = key in ("theme", "output", "file") and value not in THEME_NAMES
        return (value, len(key) + 1) if is_file else ("", 0)
    try:
        return (word.text, 0) if request_of([word.text]).map_name else ("", 0)
    except OptionError:
        return "", 0


def _is_web_only(kind: object) -> bool:
    return isinstance(kind, Link) and not kind.relative


def _scalars(node: Node) -> Iterator[Scalar]:
    for one in node.items if isinstance(node, Sequence) else (node,):
        if isinstance(one, Scalar):
            yield one


def _link(within: types.Range, target: str | None) -> list[types.DocumentLink]:
    # Editors underline what is on one line.
    if target is None or within.start.line != within.end.line:
        return []
    return [types.DocumentLink(within, target=target)]


def _target(document: OpenText, name: str, *, may_be_file: bool) -> str | None:
    """Return the address that a name leads to; None where it leads nowhere, or outside."""
    if is_link(name, relative=False):
        return name if len(name) <= LONGEST else None
    if not may_be_file or document.path is None:
        return None
    path = document.path.parent / name.partition("#")[0]
    try:
        found = project_of(document.path).require(path, name=name)
        return found.as_uri() if found.is_file() else None
    except (FileError, OSError, ValueError):
        return None
