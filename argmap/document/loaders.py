"""The two parsers of YAML, in C and in pure Python, made to give the same events."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import yaml

from argmap.document.recovery import COLON

PURE: Any = yaml.BaseLoader
# In C where PyYAML came with libyaml.
FASTEST: Any = getattr(yaml, "CBaseLoader", PURE)

# Inside brackets the parser in pure Python ends an unquoted text at a question mark, so it is
# given a character that Unicode keeps out of texts instead.
_STAND_IN = "\ufdd0"
# Such a character that an author wrote, which only an escape can bring here.
_ESCAPED = re.compile(r"(?<!\\)(?:\\\\)*\\(?:u|U0000)fdd", re.IGNORECASE)
_QUESTION_MARKS = re.compile(r"(?:(?<=[^\s\[\]{},:?!&*-])|(?<=\w[!-])) *\?+")


@contextmanager
def events_of(data: bytes, *, loader: Any) -> Iterator[Iterator[Any]]:
    """Hold the parser while the events of a text in UTF-8 are read.

    Raises yaml.YAMLError, and what PyYAML lets through.
    """
    events = loader(_with_stand_in(data.decode()) if loader is PURE else data)
    try:
        # There is None behind the last.
        yield iter(events.get_event, None)
    finally:
        events.dispose()


def value_of(event: Any, text: str) -> str:
    """Return the text of a scalar, as it was written in `text`."""
    value: str = event.value
    if _STAND_IN not in value and COLON not in value:
        return value
    written = text[event.start_mark.index : event.end_mark.index]
    if event.style == '"' and _ESCAPED.search(written):
        return value
    return value.replace(_STAND_IN, "?").replace(COLON, ":")


def _with_stand_in(text: str) -> str:
    return _QUESTION_MARKS.sub(lambda found: found.group().replace("?", _STAND_IN), text)
