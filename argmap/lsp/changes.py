"""Changes of texts as an editor takes them: small, so that nothing else on the screen moves."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from lsprotocol import types

from argmap.editing.applying import once
from argmap.editing.line_ends import LINE_END, line_end_of
from argmap.edits import Edit
from argmap.lsp.documents import OpenText
from argmap.lsp.positions import Border

# Above so many lines that differ one change has all of them: to compare each with each takes long.
MOST_COMPARED = 2000


def as_edits(document: OpenText, edits: Iterable[Edit]) -> list[types.TextEdit]:
    """Return our edits of a text as those of an editor, with the line ends of the text."""
    end = line_end_of(document.text)
    return [
        types.TextEdit(document.border.range_of(edit.span), edit.text.replace("\n", end))
        for edit in once(edits)
    ]


def between(old: str, new: str, border: Border) -> list[types.TextEdit]:
    """Return the edits that make a new text of an old one, line by line."""
    before, after = _lines(old), _lines(new)
    first = _common(before, after)
    last = _common(before[first:][::-1], after[first:][::-1])
    middle = before[first : len(before) - last], after[first : len(after) - last]
    if not (middle[0] or middle[1]):
        return []
    return [
        types.TextEdit(
            types.Range(_start(first + a, before, border), _start(first + b, before, border)),
            "".join(middle[1][c:d]),
        )
        for a, b, c, d in _steps(*middle)
    ]


def _steps(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield which lines take the place of which; as many as there were go one by one."""
    if max(len(before), len(after)) > MOST_COMPARED:
        yield 0, len(before), 0, len(after)
        return
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "replace" and b - a == d - c:
            yield from ((a + n, a + n + 1, c + n, c + n + 1) for n in range(b - a))
        elif tag != "equal":
            yield a, b, c, d


def made(text: str, edits: Sequence[types.TextEdit], border: Border) -> str:
    """Return a text with edits of an editor made, all of which speak of it as it is."""
    for edit in sorted(edits, key=lambda one: border.offset(one.range.start), reverse=True):
        start, end = border.offset(edit.range.start), border.offset(edit.range.end)
        text = f"{text[:start]}{edit.new_text}{text[end:]}"
    return text


def edit_of(document: OpenText, edits: Sequence[types.TextEdit]) -> types.WorkspaceEdit:
    """Return a change of one text, which holds for no other version of it."""
    return edit_of_all([change_of(document.uri, document.version, edits)])


def edit_of_all(changes: Sequence[types.TextDocumentEdit]) -> types.WorkspaceEdit:
    """Return a change of several files."""
    return types.WorkspaceEdit(document_changes=list(changes))


def change_of(
    uri: str, version: int | None, edits: Sequence[types.TextEdit]
) -> types.TextDocumentEdit:
    """Return the part of a change that is about one file."""
    return types.TextDocumentEdit(
        types.OptionalVersionedTextDocumentIdentifier(uri, version), list(edits)
    )


def without_versions(edit: types.WorkspaceEdit) -> types.WorkspaceEdit:
    """Return a change for an editor that knows of no versions."""
    changes = {
        one.text_document.uri: [each for each in one.edits if isinstance(each, types.TextEdit)]
        for one in edit.document_changes or ()
        if isinstance(one, types.TextDocumentEdit)
    }
    return types.WorkspaceEdit(changes=changes)


def _lines(text: str) -> list[str]:
    """Return the lines with what ends them."""
    ends = [0, *(found.end() for found in LINE_END.finditer(text)), len(text)]
    return [text[a:b] for a, b in pairwise(ends) if a < b]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many lines both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _start(line: int, lines: Sequence[str], border: Border) -> types.Position:
    """Return where a line begins; behind the last one, where the text ends."""
    return types.Position(line, 0) if line < len(lines) else border.whole.end
