"""The whole way of a text through its layout, and back to see that nothing is lost."""

from argmap.document.handwriting import handwriting_of
from argmap.document.nodes import Mapping, Node, Scalar, Sequence
from argmap.document.parsing import Document, parse
from argmap.editing.formatting.comment_places import text_with_comments
from argmap.editing.formatting.tree_lines import lines_of
from argmap.editing.line_ends import with_line_ends_of
from argmap.errors import ArgmapError, MapError


class UnsafeLayoutError(ArgmapError):
    """In the usual layout a text would not say the same, which is a fault of argmap."""


def formatted(text: str, *, file: str) -> str:
    """Return a text in YAML in the layout of argmap, its comments kept; line ends stay.

    Raises MapError where the text is no sound YAML, and UnsafeLayoutError where what comes
    out would not read back as the same values with the same comments.
    """
    document = parse(text, file=file)
    if document.diagnostics or not isinstance(document.root, Mapping):
        raise MapError(document.diagnostics, texts={file: document.text})
    handwriting = handwriting_of(document.root, document.text)
    lines = lines_of(document.root, document.text, handwriting)
    new = text_with_comments(lines, handwriting.comments, document.text)
    back = parse(new, file=file)
    if back.diagnostics or not _is_same(document, back):
        raise UnsafeLayoutError(
            f"{file} is left as it is: it would not say the same when formatted."
        )
    return with_line_ends_of(text, new)


def _is_same(one: Document, other: Document) -> bool:
    """Return whether two documents say the same, with the same comments in the same order."""
    if _comments(one) != _comments(other):
        return False
    waiting: list[tuple[Node | None, Node | None]] = [(one.root, other.root)]
    while waiting:
        a, b = waiting.pop()
        if isinstance(a, Scalar) and isinstance(b, Scalar):
            if a.value != b.value or a.absent != b.absent:
                return False
        elif isinstance(a, Sequence) and isinstance(b, Sequence):
            if len(a.items) != len(b.items):
                return False
            waiting += zip(a.items, b.items, strict=True)
        elif isinstance(a, Mapping) and isinstance(b, Mapping):
            if [e.key.value for e in a.entries] != [e.key.value for e in b.entries]:
                return False
            waiting += [(e.value, f.value) for e, f in zip(a.entries, b.entries, strict=True)]
        else:
            return False
    return True


def _comments(document: Document) -> list[str]:
    comments = handwriting_of(document.root, document.text).comments
    return [comment.text for comment in comments]
