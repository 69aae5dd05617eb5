"""Comments that allow a finding: `# argmap: allow CODE`."""

import re
from collections.abc import Mapping

_CODE = r"[a-z][a-z0-9-]*"
_ALLOW = re.compile(
    rf"#(?<!\S#)[ \t]*argmap:[ \t]*allow[ \t]+(?P<codes>{_CODE}(?:[ \t,]+{_CODE})*)"
)
_KEY_ALONE = re.compile(r"[^\n#]*:[ \t]*(?:#[^\n]*)?\n")
_LINE_WITH_CONTENT = re.compile(r"^[ \t]*[^\s#]", re.MULTILINE)


def allowances_in(text: str) -> Mapping[int, frozenset[str]]:
    """Return the codes that comments in `text` allow, by line number.

    A comment at the end of a line counts for that line; one that has a line to itself counts for
    the next line that is neither blank nor a comment. Where that line is a key alone, such as
    `thesis:`, it counts for the line after it too, on which the value begins. Codes are divided
    by commas or spaces.
    """
    if "argmap:" not in text or "allow" not in text:
        return {}
    allowed: dict[int, frozenset[str]] = {}
    place, line, done = 0, 1, -1
    for found in _ALLOW.finditer(text):
        target = text.rfind("\n", 0, found.start()) + 1
        if target == done:
            # The first of a line counts.
            continue
        done = target
        if not text[target : found.start()].strip(" \t#"):
            # Several comments above one line share the place that the first of them found.
            if place < target:
                content = _LINE_WITH_CONTENT.search(text, found.end())
                if content is None:
                    break
                target = content.start()
            else:
                target = place
        line += text.count("\n", place, target)
        place = target
        codes = frozenset(re.split(r"[ \t,]+", found["codes"]))
        for meant in (line, line + _lines_to_value(text, place)):
            allowed[meant] = allowed.get(meant, frozenset()) | codes
    return allowed


def _lines_to_value(text: str, place: int) -> int:
    """Return how many lines below `place` the value of its key begins; 0 if it has no key alone."""
    key = _KEY_ALONE.match(text, text.rfind("\n", 0, place) + 1)
    value = _LINE_WITH_CONTENT.search(text, key.end()) if key else None
    return text.count("\n", place, value.start()) if value else 0
