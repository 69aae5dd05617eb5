"""`textDocument/formatting` and `rangeFormatting`: the one layout of all maps, as `argmap fmt`."""

from lsprotocol import types

from argmap.editing.formatting.whole import formatted
from argmap.errors import ArgmapError
from argmap.lsp.changes import between, made
from argmap.lsp.documents import OpenText


def formatting(document: OpenText) -> list[types.TextEdit]:
    """Return the edits that give a text its layout; none where it has faults of syntax."""
    new = _formatted(document, document.text)
    return [] if new is None else between(document.text, new, document.border)


def range_formatting(document: OpenText, within: types.Range) -> list[types.TextEdit]:
    """Return those of the edits that change lines of a range, if they can be made by themselves."""
    edits = [one for one in formatting(document) if _meets(one.range, within)]
    changed = made(document.text, edits, document.border)
    # Half of a list that is moved may be no list.
    whole = _formatted(document, changed)
    return edits if whole is not None and whole == _formatted(document, document.text) else []


def _formatted(document: OpenText, text: str) -> str | None:
    try:
        return formatted(text, file=document.name)
    except ArgmapError:
        return None


def _meets(edit: types.Range, within: types.Range) -> bool:
    last = within.end.line - (within.end.character == 0 and within.end.line > within.start.line)
    # An edit of whole lines ends at the beginning of the next.
    end = max(edit.start.line, edit.end.line - (edit.end.character == 0))
    return edit.start.line <= last and within.start.line <= end
