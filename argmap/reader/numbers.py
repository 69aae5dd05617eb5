"""What is wrong with a number, a truth value or a strength, and what to write instead."""

import re

from argmap.faults import quoted
from argmap.kinds import Fraction, Number, Truth, Whole
from argmap.suggestions import did_you_mean

TRUE, FALSE = ("true", "yes", "on"), ("false", "no", "off")
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)
_WITH_COMMA = re.compile(r"(\d{1,6}),(\d{1,15})", re.ASCII)
_RATIO = re.compile(r"(\d{1,6}) ?/ ?(\d{1,6})", re.ASCII)
_WHOLE_NUMBER = re.compile(r"\d{1,6}", re.ASCII)


def number_complaint(
    value: str, kind: Fraction | Number | Whole | Truth
) -> tuple[str, str | None] | None:
    """Return what is wrong with a number or a truth value and what to do, or None."""
    shown = quoted(value)
    if isinstance(kind, Truth):
        sound = value in (*TRUE, *FALSE)
        return None if sound else (f"{shown} is neither true nor false", None)
    if isinstance(kind, Whole) and value in kind.words:
        return None
    if isinstance(kind, Whole):
        sound = bool(_WHOLE_NUMBER.fullmatch(value)) and kind.least <= int(value) <= kind.most
        wanted = f"a whole number from {kind.least} to {kind.most}"
        words = f", nor one of {', '.join(kind.words)}" if kind.words else ""
        return None if sound else (f"{shown} is not {wanted}{words}", None)
    if isinstance(kind, Number):
        wanted = f"a number from {kind.least:g} to {kind.most:g}"
        known = len(value) <= 64 and bool(_NUMBER.fullmatch(value))
        sound = known and kind.least <= float(value) <= kind.most
        return None if sound else (f"{shown} is not {wanted}", with_point(value))
    if value in kind.words:
        return None
    if len(value) <= 64 and _NUMBER.fullmatch(value):
        number = float(value)
        if 0 <= number <= 1 and (kind.zero_allowed or number > 0):
            return None
    wanted = "a number from 0 to 1" if kind.zero_allowed else "a number above 0 and up to 1"
    words = f", nor one of {', '.join(kind.words)}" if kind.words else ""
    hint = did_you_mean(value, kind.words)
    advice = with_point(value) or _as_fraction(value)
    if advice is None and not hint and kind.zero_allowed:
        advice = "0 is impossible, 0.5 as likely as not, 1 certain"
    return f"{shown} is not {wanted}{words}{hint}", advice


def with_point(value: str) -> str | None:
    """Return how to write a number that has a comma for its point, or None where it has none."""
    found = _WITH_COMMA.fullmatch(value)
    return f"write {value} as {found[1]}.{found[2]}" if found else None


def _as_fraction(value: str) -> str | None:
    """Return how to write a percentage or a ratio, or None where the value is neither.

    A whole number above 1 is a percentage, too, whose sign was left out.
    """
    ratio = _RATIO.fullmatch(value)
    if ratio and 0 < int(ratio[1]) <= int(ratio[2]):
        return f"write {value} as {int(ratio[1]) / int(ratio[2]):.4g}"
    number = value.removesuffix("%").rstrip()
    is_bare = number == value
    if len(value) > 64 or not (_WHOLE_NUMBER if is_bare else _NUMBER).fullmatch(number):
        return None
    share = float(number) / 100
    least = 0.01 if is_bare else 0
    return f"write {number} % as {share:g}" if least < share <= 1 else None
