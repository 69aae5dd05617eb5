"""Several tags, or names, in one cell."""

import re

_TAG = re.compile(r"(?:\\.|[^;\\]|\\$)+", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\;\s])")


def tags_in(cell: str) -> list[str]:
    """Return the tags of a cell, which are joined by semicolons."""
    inside = (_without_blanks(found[0]) for found in _TAG.finditer(cell))
    return [_ESCAPED.sub(r"\1", tag) for tag in inside if tag]


def _without_blanks(tag: str) -> str:
    """Return a tag without the blanks around it, but with one that a backslash keeps."""
    bare = tag.rstrip()
    is_kept = (len(bare) - len(bare.rstrip("\\"))) % 2 == 1
    return tag[: len(bare) + is_kept].lstrip()
