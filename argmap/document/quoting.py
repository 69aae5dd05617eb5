"""A text as it is written in YAML, to show authors what to write."""

import re

# Whatever may need quotes, roughly: it is only shown.
_UNPLAIN = re.compile(r"[\"'\[\]{}>|*&!%#`@,\s]|[-?:](?:\s|$)|.* #|.*:(?:\s|$)|.*\n|$")


def in_quotes(text: str) -> str:
    """Return `text` in the quotes of YAML, double where that needs no backslash."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def as_scalar(text: str) -> str:
    """Return `text` as it can stand behind a key: in quotes where it needs them."""
    return in_quotes(text) if _UNPLAIN.match(text) else text
