"""The lines of a map and its comments → the text, with every comment where it belongs."""

from collections.abc import Sequence as ListOf
from itertools import pairwise

from argmap.document.handwriting import Comment
from argmap.editing.formatting.kept_parts import Kept, with_kept_parts
from argmap.editing.formatting.tree_lines import Line
from argmap.source import Position


def text_with_comments(lines: ListOf[Line], comments: ListOf[Comment], text: str) -> str:
    """Return the text of a map; `lines` and `comments` are in the order of `text`."""
    source = text.removesuffix("\n").split("\n")
    pieces, rest = with_kept_parts(lines, comments, source)
    page = _Page(rest, source)
    end = Kept(Position(len(source) + 1, 1), Position(len(source) + 1, 1), ())
    for piece, following in pairwise((*pieces, end)):
        page.write(piece, following.start)
    page.write_above(end)
    return page.text()


class _Page:
    """The page that is written, from the top."""

    def __init__(self, comments: ListOf[Comment], source: ListOf[str]) -> None:
        self._source = source
        self._comments = list(reversed(comments))
        self._out: list[str] = []
        # Columns and indentations of all that is open, from the outermost on.
        self._levels: list[tuple[int, int]] = []
        self._above: Line | Kept | None = None
        # The line of the source whose writing began last.
        self._number = 0
        self._has_opened = True

    def text(self) -> str:
        """Return what was written."""
        return "\n".join(self._out).rstrip("\n") + "\n"

    def write(self, piece: Line | Kept, following: Position) -> None:
        """Write a piece, the comments above it, and those beside it, which are not `following`."""
        self.write_above(piece)
        number = piece.start.line
        if isinstance(piece, Kept):
            self._put(piece.texts, 0, number)
            for line in piece.lines:
                self._open(line)
        else:
            below = min(following, Position(piece.end.line + 1, 1))
            comments = [comment.text for comment in self._comments_until(below)]
            beside = "" if piece.is_kept or not comments else f"  {comments.pop()}"
            for comment in comments:
                self._put([comment], piece.indent, number)
            first, *rest = piece.texts
            self._put([first + beside, *rest], piece.indent, number)
            self._open(piece)
            self._has_opened = piece.opens
        self._above = piece

    def write_above(self, piece: Line | Kept) -> None:
        """Write the comments that stand between what is written and a piece."""
        for comment in self._comments_until(piece.start):
            indent = self._indent(comment.span.start, piece)
            self._put([comment.text], indent, comment.span.start.line)

    def _comments_until(self, place: Position) -> list[Comment]:
        found = []
        while self._comments and self._comments[-1].span.start < place:
            found.append(self._comments.pop())
        return found

    def _put(self, texts: ListOf[str], indent: int, number: int) -> None:
        """Write lines, the first of which is indented yet; `number` is where they stood."""
        above = self._source[number - 2] if number > 1 else "."
        if not above.strip(" \t") and not self._has_opened and number != self._number:
            self._out.append("")
        first, *others = texts
        self._out += [" " * indent + first, *others]
        self._number, self._has_opened = number, False

    def _open(self, line: Line) -> None:
        while self._levels and self._levels[-1][1] >= line.indent:
            self._levels.pop()
        self._levels.append((line.column, line.indent))
        if line.inner > line.indent:
            self._levels.append((line.inner_column, line.inner))

    def _indent(self, place: Position, below: Line | Kept) -> int:
        """Return how far a comment is indented that has a line to itself."""
        if isinstance(below, Kept):
            column = least = 0
        else:
            column, least = below.column, below.indent
        stood_alone = not self._source[place.line - 1][: place.column - 1].strip(" \t")
        is_first = isinstance(self._above, Line) and self._above.opens
        is_inside = is_first and isinstance(below, Line) and least > self._levels[-1][1]
        if not stood_alone or is_inside or place.column == column:
            return least
        fitting = [out for at, out in self._levels if at <= place.column and out >= least]
        return max(fitting, default=least)
