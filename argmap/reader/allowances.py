"""Comments that allow a finding: `# argmap: allow CODE`."""

import re
from collections.abc import Mapping

_CODE = r"[a-z][a-z0-9-]*"
_ALLOW = re.compile(
    rf"^(?P<before>.*?(?<!\S))#[ \t]*argmap:[ \t]*allow[ \t]+(?P<codes>{_CODE}(?:[ \t,]+{_CODE})*)",
    re.MULTILINE,
)
_LINE_WITH_CONTENT = re.compile(r"^[ \t]*[^\s#]", re.MULTILINE)


def allowances_in(text: str) -> Mapping[int, frozenset[str]]:
    """Return the codes that comments in `text` allow, by line number.

    A comment at the end of a line counts for that line; one that has a line to itself counts for
    the next line that is neither blank nor a comment. Codes are divided by commas or spaces.
    """
    if "argmap:" not in text or "allow" not in text:
        return {}
    allowed: dict[int, frozenset[str]] = {}
    place, line = 0, 1
    for found in _ALLOW.finditer(text):
        target = found.start()
        if not found["before"].strip(" \t#"):
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
        allowed[line] = allowed.get(line, frozenset()) | codes
    return allowed
