"""The fields of an entry in BibTeX, and what a value means: texts, numbers and names, joined."""

import re
from collections.abc import Iterator, Mapping

MONTHS = {
    name[:3].lower(): name
    for name in (
        *("January", "February", "March", "April", "May", "June", "July", "August"),
        *("September", "October", "November", "December"),
    )
}
_NAME = re.compile(r"[^\s\"#%'(),={}]+")


class Fields(dict[str, str]):
    """The texts of an entry by the names of its fields, in small letters."""

    __slots__ = ()

    def first(self, *names: str) -> str | None:
        """Return the first of several fields that says something."""
        return next((self[name] for name in names if self.get(name)), None)


def resolved(value: str, strings: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """Return what a value says, and the names in it that stand for nothing.

    Pieces are joined by `#`: texts in braces or quotation marks, numbers, and names of `strings`
    or months.
    """
    unknown: list[str] = []
    found = []
    for piece in _pieces(value):
        if piece[:1] in ("{", '"'):
            found.append(piece[1:-1] if len(piece) > 1 else "")
        elif piece.isdigit() or not _NAME.fullmatch(piece):
            found.append(piece)
        else:
            name = piece.lower()
            known = strings.get(name, MONTHS.get(name))
            if known is None:
                unknown.append(piece)
            found.append(piece if known is None else known)
    return "".join(found).strip(), tuple(unknown)


def _pieces(value: str) -> Iterator[str]:
    """Yield what stands between the `#` that are in no braces and no quotation marks."""
    start = depth = 0
    in_quotes = False
    for place, sign in enumerate(value):
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
        elif sign == '"' and depth == 0:
            in_quotes = not in_quotes
        elif sign == "#" and depth == 0 and not in_quotes:
            yield value[start:place].strip()
            start = place + 1
    yield value[start:].strip()
