"""What a key or a dash means that stands where the line above still goes on, and what to write."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from argmap.document.quoting import as_scalar

# Further up, a text is too long for an example anyway.
_FARTHEST = 20
_LONGEST_SHOWN = 300
# A larger map is made by a program; then a hundred slips would take a while to look at.
_LARGEST = 1024 * 1024
_KEY = re.compile(r"(?P<indent>[ \t]*)(?P<dashes>(?:- +)*)(?P<key>[a-z_]+):(?:\s+(?P<rest>.*))?$")
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<dashes>(?:- +)+)(?P<rest>\S.*)$")
_WITHOUT_COLON = re.compile(
    r"(?P<before>[ \t]*(?:- +)*)(?P<key>text|label|title|id|ref|note|source|thesis|description) "
)
_WITHOUT_SPACE = re.compile(r"(?P<before>[ \t]*(?:- +)*)(?P<key>[a-z]+):(?P<rest>[^\s/].*)$")
_HOLDERS = frozenset(("thesis", "claims", "premises", "arguments", "rebuttals", "backing"))

_SAY_MORE = "to say more about this claim, give its text the key “text”:"


class Slip(NamedTuple):
    """A slip at a line, from 1, and columns, with what to say of it.

    `above` is the line of the text that goes on, or None. `write` is what mends it: on which line,
    from and to which column, what is to stand there; None where an author has to choose.
    """

    line: int
    start: int
    end: int
    message: str
    advice: str
    above: int | None = None
    write: tuple[int, int, int, str] | None = None


class _Above(NamedTuple):
    """What a text above is: where it begins, and the whole text as one writes it.

    `column`, from 0, is that of its key, or of its last dash; without both it `is_plain`.
    """

    column: int
    dashes: str
    key: str
    text: str

    @property
    def is_plain(self) -> bool:
        return not (self.dashes or self.key)


def slip_at(text: str, line: int) -> Slip | None:
    """Return what went wrong where a key or a dash stands in `line`, inside of a text above it.

    None where nothing that is known fits.
    """
    if len(text) > _LARGEST:
        return None
    lines = text.split("\n")
    first = _first_line(lines, line)
    if first is None:
        return None
    return _bad_key(lines[first - 1], first) or _below_a_text(lines, first, line)


def _first_line(lines: list[str], line: int) -> int | None:
    """Return the number of the line on which the text begins that `line` continues."""
    for number in range(line - 1, max(0, line - 1 - _FARTHEST), -1):
        written = lines[number - 1]
        key = _KEY.match(written)
        if key is not None and not (key["rest"] or "").split(" #")[0].strip(" >|-+"):
            return number + 1 if number + 1 < line else None
        if key is not None or _ITEM.match(written):
            return number
    return None


def _bad_key(written: str, number: int) -> Slip | None:
    found = _WITHOUT_COLON.match(written)
    if found is not None:
        start, end = found.start("key") + 1, found.end("key") + 1
        message = f"a colon is missing after “{found['key']}”"
        advice = f"write: {found['key']}: {written[found.end() :].strip()}"
        write = number, end, end, ":"
        advice = _cut(advice, f"write “{found['key']}: ” here")
        return Slip(number, start, end, message, advice, write=write)
    found = _WITHOUT_SPACE.match(written)
    if found is not None:
        start, end = found.start("key") + 1, found.end("key") + 2
        message = f"a space is missing after “{found['key']}:”"
        advice = f"write: {found['key']}: {found['rest']}"
        advice = _cut(advice, f"write “{found['key']}: ” here")
        return Slip(number, start, end, message, advice, write=(number, end, end, " "))
    return None


def _below_a_text(lines: list[str], first: int, line: int) -> Slip | None:
    here = lines[line - 1]
    above = _above(lines, first, line)
    key, dash = _KEY.match(here), _ITEM.match(here)
    write = None
    if key is not None and not key["dashes"]:
        if not above.key and above.dashes and len(key["indent"]) <= above.column:
            return None
        message = f"“{key['key']}” cannot stand below a text that has no key"
        advice = _SAY_MORE
        if above.key and above.key not in _HOLDERS:
            message = f"“{key['key']}” does not begin in the column of the key above it"
            advice = "write one below the other:"
        else:
            write = _text_key(lines[first - 1], first, len(key["indent"]))
        written = list(_with_key(above, key))
        start, end = key.start("key") + 1, key.end("key") + 1
    elif dash is not None and (above.is_plain or len(dash["indent"]) > above.column):
        message = "this dash begins no item: its line continues the text above"
        advice = "if it is a reason for the text above, write this; if not, align the dashes:"
        if above.key and above.key != "thesis":
            advice = "write it as an item of a list:"
        written = list(_with_item(above, dash["rest"]))
        start = dash.start("dashes") + 1
        end = start + 1
    else:
        return None
    if any(len(one) > _LONGEST_SHOWN for one in written):
        written, advice = [], advice.replace(":", "")
    return Slip(line, start, end, message, "\n".join([advice, *written]), first, write)


def _text_key(opening: str, number: int, column: int) -> tuple[int, int, int, str] | None:
    """Return what gives a text the key “text”, in the column, from 0, of the key below it."""
    key, item = _KEY.match(opening), _ITEM.match(opening)
    if key is not None and key["rest"]:
        start, end = key.end("key") + 1, key.start("rest")
        return number, start + 1, end + 1, f"\n{' ' * column}text: "
    if item is not None and item.start("rest") == column:
        return number, column + 1, column + 1, "text: "
    return None


def _above(lines: list[str], first: int, line: int) -> _Above:
    opening = lines[first - 1]
    key, item = _KEY.match(opening), _ITEM.match(opening)
    found = key or item
    rest = (found["rest"] or "") if found else opening
    column = len(found["indent"] + found["dashes"]) if found else 0
    if key is None and found:
        column = len((found["indent"] + found["dashes"]).rstrip()) - 1
    goes_on = [lines[number - 1] for number in range(first + 1, line)]
    whole = " ".join(part.strip() for part in (rest, *goes_on) if part.strip())
    return _Above(
        column=column,
        dashes=found["dashes"] if found else "",
        key=key["key"] if key else "",
        text=whole if whole[:1] in ("'", '"') else as_scalar(whole),
    )


def _with_key(above: _Above, below: re.Match[str]) -> Iterator[str]:
    key = f"{below['key']}:{' ' + below['rest'] if below['rest'] else ''}"
    inner = " " * len(above.dashes)
    if above.key in _HOLDERS:
        yield f"{above.dashes}{above.key}:"
        yield f"{inner}  text: {above.text}"
        yield f"{inner}  {key}"
    else:
        yield f"{above.dashes}{above.key or 'text'}: {above.text}"
        yield f"{inner}{key}"


def _with_item(above: _Above, item: str) -> Iterator[str]:
    inner = " " * len(above.dashes)
    if above.key in _HOLDERS - {"thesis"}:
        yield f"{above.dashes}{above.key}:"
        yield f"{inner}  - {above.text}"
        yield f"{inner}  - {item}"
        return
    if above.key == "thesis":
        yield f"{above.dashes}{above.key}:"
        inner += "  "
        yield f"{inner}text: {above.text}"
    else:
        yield f"{above.dashes}{above.key or 'text'}: {above.text}"
    yield f"{inner}arguments:"
    yield f"{inner}  - {item}"


def _cut(advice: str, otherwise: str) -> str:
    return advice if len(advice) <= _LONGEST_SHOWN else otherwise
