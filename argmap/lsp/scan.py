"""Where a cursor is, by indentation alone: it is right where a text is still broken, too."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argmap.lsp.wanted import DASH, WHOLE, Wanted

_DASH = re.compile(r"-(?: +|$)")
_KEY = re.compile(r"(?P<quote>[\"']?)(?P<key>[\w.-]+)(?P=quote)[ \t]*:(?:[ \t]+|$)")
_BLOCK = re.compile(r"(?:^|[:\- ])[ \t]*[|>][-+0-9]*[ \t]*(?:#.*)?$")
_COMMENT = re.compile(r"(?:^|\s)#")


class Step(NamedTuple):
    """A key or a dash, and the column in which it begins, counted from 0."""

    name: str
    column: int


class Place(NamedTuple):
    """What is wanted at a cursor, and what is typed of it so far.

    `is_key` says that a key may begin there, beside the keys that are `present`; `in_item` that a
    value may stand there as well. `in_comment` has the comment up to the cursor.
    """

    wanted: Wanted
    typed: str
    is_key: bool = False
    is_value: bool = False
    present: frozenset[str] = frozenset()
    in_flow: bool = False
    comment: str | None = None


def place_at(lines: Sequence[str], line: int, column: int) -> Place | None:
    """Return where a cursor is, by line and column from 0; None inside of a long text."""
    before = lines[line][:column]
    comment = _COMMENT.search(before)
    if comment is not None:
        return Place(Wanted(()), "", comment=before[comment.start() :].lstrip())
    path, block = _path(lines[:line])
    steps, rest = _steps(before)
    start = steps[0].column if steps else len(before) - len(rest)
    if block is not None and start > block:
        return None
    _push(path, Step(DASH if steps and steps[0].name == DASH else "", start))
    # What is pushed for the place alone is no step on the way.
    path.pop()
    path += steps
    wanted = WHOLE
    for step in path:
        wanted = wanted.under(step.name)
    if rest[:1] in ("[", "{"):
        return _in_flow(rest, wanted)
    is_behind_key = bool(steps) and steps[-1].name != DASH
    if is_behind_key:
        return Place(wanted, rest, is_value=True)
    present = frozenset(_beside(lines, line, len(before) - len(rest)))
    in_item = bool(steps)
    return Place(wanted, rest, is_key=True, is_value=in_item, present=present)


def _path(lines: Sequence[str]) -> tuple[list[Step], int | None]:
    """Return the keys and dashes that are open below lines, and where a block of text hangs."""
    path: list[Step] = []
    block: int | None = None
    for line in lines:
        indent = len(line) - len(line.lstrip(" "))
        if not line.strip() or (block is not None and indent > block):
            continue
        if line.lstrip().startswith("#"):
            continue
        block = None
        steps, rest = _steps(line)
        for step in steps:
            _push(path, step)
        if steps and _BLOCK.search(rest):
            block = steps[0].column if steps[-1].name == DASH else steps[-1].column
    return path, block


def _push(path: list[Step], step: Step) -> None:
    """Add a step, after those that it ends are taken away."""
    while path and path[-1].column >= step.column:
        # An item may stand as far left as the key of its list.
        last = path[-1]
        if last.column == step.column and step.name == DASH and last.name != DASH:
            break
        path.pop()
    path.append(step)


def _steps(line: str) -> tuple[list[Step], str]:
    """Return the dashes and the key that a line begins with, and the rest of it."""
    steps: list[Step] = []
    place = len(line) - len(line.lstrip(" "))
    while dash := _DASH.match(line, place):
        steps.append(Step(DASH, place))
        place = dash.end()
    key = _KEY.match(line, place)
    if key is not None:
        steps.append(Step(key["key"], place))
        place = key.end()
    return steps, line[place:]


def _beside(lines: Sequence[str], line: int, column: int) -> Iterator[str]:
    """Yield the keys of the mapping whose keys begin in a column, around a line."""
    if not any(step.name == DASH for step in _steps(lines[line])[0]):
        yield from _keys(reversed(lines[:line]), column, upwards=True)
    yield from _keys(iter(lines[line + 1 :]), column, upwards=False)


def keys_around(lines: Sequence[str], line: int, key: str) -> frozenset[str]:
    """Return the keys that stand beside the nearest `key` below which a line is."""
    indent = len(lines[line]) - len(lines[line].lstrip(" "))
    path, _ = _path(lines[:line])
    columns = [one.column for one in path if one.name == key and one.column <= indent]
    for number in range(line - 1, -1, -1) if columns else ():
        if Step(key, columns[-1]) in _steps(lines[number])[0]:
            return frozenset(_beside(lines, number, columns[-1]))
    return frozenset()


def _keys(lines: Iterator[str], column: int, *, upwards: bool) -> Iterator[str]:
    for line in lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        steps, _ = _steps(line)
        first = len(line) - len(line.lstrip(" "))
        is_outside = first < column
        if not is_outside or upwards:
            yield from (one.name for one in steps if one.column == column and one.name != DASH)
        if is_outside:
            return


def _in_flow(rest: str, wanted: Wanted) -> Place:
    """Return the place at the end of a value in brackets or braces."""
    # What is wanted in each list or mapping that is open, and the keys that it has.
    opened: list[tuple[str, Wanted, Wanted, set[str]]] = []
    here, word, is_key = wanted, "", False
    for character in rest:
        if character in "[{":
            inner = here.under(DASH) if character == "[" else here
            opened.append((character, here, inner, set()))
            here, word, is_key = inner, "", character == "{"
        elif character in "]}" and opened:
            here, word, is_key = opened.pop()[1], "", False
        elif character == "," and opened:
            here, word, is_key = opened[-1][2], "", opened[-1][0] == "{"
        elif character == ":" and is_key:
            name = word.strip().strip("\"'")
            opened[-1][3].add(name)
            here, word, is_key = here.under(name), "", False
        elif character == ":" and opened and here.under(word.strip()).field is not None:
            # A pair that is an item needs no braces: “[ref: rate]”.
            here, word = here.under(word.strip()), ""
        else:
            word += character
    if not opened:
        return Place(Wanted(()), "")
    present = frozenset(opened[-1][3])
    return Place(here, word.lstrip(), is_key, not is_key, present, in_flow=True)
