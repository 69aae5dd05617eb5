"""How numbers are written, and what to write in place of what only looks like one."""

import re

LONGEST = 64
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)
WHOLE_NUMBER = re.compile(r"\d{1,6}", re.ASCII)
_WITH_COMMA = re.compile(r"(\d{1,6}),(\d{1,15})", re.ASCII)
_RATIO = re.compile(r"(\d{1,6}) ?/ ?(\d{1,6})", re.ASCII)


def number_in(value: str) -> float | None:
    """Return the number that is written, None where it is none."""
    return float(value) if len(value) <= LONGEST and NUMBER.fullmatch(value) else None


def with_point(value: str) -> str | None:
    """Return how to write a number that has a comma for its point, or None where it has none."""
    found = _WITH_COMMA.fullmatch(value)
    return f"write {value} as {found[1]}.{found[2]}" if found else None


def pointed(value: str) -> str:
    """Return a number that has a comma for its point with a point; anything else as it is."""
    return value.replace(",", ".") if _WITH_COMMA.fullmatch(value) else value


def exact_share(value: str) -> str | None:
    """Return the fraction that a percentage with its sign, or a number with a comma, stands for."""
    if _WITH_COMMA.fullmatch(value):
        return pointed(value)
    number = value.removesuffix("%").rstrip()
    is_share = value.endswith("%") and len(value) <= LONGEST and WHOLE_NUMBER.fullmatch(number)
    return f"{int(number) / 100:g}" if is_share and int(number) <= 100 else None


def as_fraction(value: str) -> str | None:
    """Return how to write a percentage or a ratio, or None where the value is neither.

    A whole number above 1 is a percentage, too, whose sign was left out.
    """
    ratio = _RATIO.fullmatch(value)
    if ratio and 0 < int(ratio[1]) <= int(ratio[2]):
        return f"write {value} as {int(ratio[1]) / int(ratio[2]):.4g}"
    number = value.removesuffix("%").rstrip()
    is_bare = number == value
    if len(value) > LONGEST or not (WHOLE_NUMBER if is_bare else NUMBER).fullmatch(number):
        return None
    share = float(number) / 100
    least = 0.01 if is_bare else 0
    return f"write {number} % as {share:g}" if least < share <= 1 else None
