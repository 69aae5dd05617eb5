"""Settings as words in one line, such as `fit=760 evaluate no-legend`, and back.

A flag stands alone or with yes or no; `no-legend` is `legend=no`. What may be given several times
on the command line is a list divided by commas here.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from argmap.kinds.truth import Truth
from argmap.settings.setting import Setting, settings_of

# A quotation mark without an end is kept, so that it can be told.
_WORD = re.compile(r"""(?:[^\s"']|"[^"]*"|'[^']*'|["'])+""")
_QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'")


class Word(NamedTuple):
    """A word of a line without its quotation marks, and where it begins, from 0."""

    text: str
    start: int


def words_of(text: str) -> list[Word]:
    """Return the words of a text; what stands in quotation marks may hold blanks."""
    return [
        Word(
            _QUOTED.sub(lambda m: m[1] if m[1] is not None else m[2], found.group()), found.start()
        )
        for found in _WORD.finditer(text)
    ]


def flags_of(owner: Any) -> tuple[str, ...]:
    """Return the settings of a class of values that stand alone: yes, or no behind `no-`."""
    return tuple(one.option for one in settings_of(owner) if isinstance(one.kind, Truth))


def asking_for(value: Any) -> Iterator[str]:
    """Yield the words that ask for what a picture shows, by what a value has set."""
    for one in settings_of(type(value)):
        chosen = getattr(value, one.name)
        if one.shows and chosen != one.default:
            yield f"{one.option}={_written(chosen)}"


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ",".join(one if isinstance(one, str) else "=".join(one) for one in value)
    return str(value)


def taken(one: Setting, value: str) -> Any:
    """Return the value that a word asks for; raise ValueError where it cannot."""
    if value[:1] in ('"', "'") and value.count(value[0]) == 1:
        raise ValueError(f"the quotation mark after “{one.option}=” has no end")
    return one.from_word(value)
