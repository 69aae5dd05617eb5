"""The tools that write, each one small step: made whole, or refused with the reason."""

from collections.abc import Callable

from argmap.diagnostics import Diagnostic, Severity
from argmap.editing.adding import Said, with_argument, with_claim
from argmap.editing.formatting import formatted
from argmap.editing.line_ends import BYTE_ORDER_MARK, LINE_END, with_line_ends_of
from argmap.editing.sound_fixes import Examined
from argmap.errors import ArgmapError, FileError
from argmap.faults import quoted
from argmap.mcp.answers import LONGEST, answered, as_data
from argmap.mcp.looking import count, findings
from argmap.mcp.shelf import Shelf, whole
from argmap.model import Polarity
from argmap.reader import Reading
from argmap.values import canonical


class RefusedError(ArgmapError):
    """A step would break the map, so nothing is written."""


def claim_added(shelf: Shelf, file: str, text: str, **keys: str) -> str:
    """Add a claim outside the tree, to be referred to by its id."""
    before, written = _before(shelf, file)
    said = Said((*_told({"id": keys.get("id", "")}), ("text", text), *_told(keys, "id")))
    changed = with_claim(before.reading, written, said, read=_reads(shelf, file))
    return _step(shelf, file, before, written, changed)


def argument_added(
    shelf: Shelf, file: str, target: str, premises: list[str], polarity: Polarity, **keys: str
) -> str:
    """Add an argument for or against a claim, or a step; premises are texts, or ids of claims."""
    if not premises or not all(one.strip() for one in premises):
        raise RefusedError("An argument needs at least one premise, and no empty one.")
    before, written = _before(shelf, file)
    known = whole(before.reading).claims_by_id
    items = [
        Said((("ref", canonical(one)),)) if canonical(one) in known else Said((("text", one),))
        for one in premises
    ]
    further = _told(keys)
    is_short = len(items) == 1 and not further
    said = items[0] if is_short else Said((*further, ("premises", list(items))))
    read = _reads(shelf, file)
    changed = with_argument(before.reading, written, target, polarity, said, read=read)
    return _step(shelf, file, before, written, changed)


def edited(shelf: Shelf, file: str, old: str, new: str) -> str:
    """Write other words in the place of some that stand in a map once."""
    written, old, new = _lined(shelf.text(file)), _lined(old), _lined(new)
    number = written.count(old) if old else 0
    if number != 1:
        times = "not there" if not number else f"there {number} times"
        raise RefusedError(f"The words to replace are {times}; give some that stand there once.")
    before = shelf.examined(shelf.read(file, written.encode()))
    return _step(shelf, file, before, written, written.replace(old, new))


def saved(shelf: Shelf, file: str, text: str) -> str:
    """Write a whole map to a file, in place of the one that is there."""
    shelf.require_map_name(file)
    if shelf.holds(file):
        there = shelf.read(file, shelf.data(file))
        if there.readable is None:
            raise RefusedError(f"{quoted(file)} is there and is no map; choose another name.")
    after = shelf.examined(shelf.read(file, text.encode(), "yaml"))
    broken = _errors(after)
    if broken:
        _refuse(after, broken)
    shelf.write(file, _as_there(shelf, file, _lined(text)) if shelf.holds(file) else text)
    return _answer(file, after)


def _before(shelf: Shelf, file: str) -> tuple[Examined, str]:
    shelf.require_map_name(file)
    written = _lined(shelf.text(file))
    examined = shelf.examined(shelf.read(file, written.encode(), "yaml"))
    whole(examined.reading)
    return examined, written


def _lined(text: str) -> str:
    """Return a text whose lines end as those do that an assistant writes."""
    return LINE_END.sub("\n", text)


def _as_there(shelf: Shelf, file: str, new: str) -> str:
    """Return a new text of a file with the line ends and the mark at the beginning of the old."""
    return with_line_ends_of(shelf.data(file).decode(), new.removeprefix(BYTE_ORDER_MARK))


def _reads(shelf: Shelf, file: str) -> Callable[[str], Reading]:
    return lambda text: shelf.read(file, text.encode(), "yaml")


def _step(shelf: Shelf, file: str, before: Examined, old: str, new: str) -> str:
    """Write a changed map, and say what there is to say of it; refuse what has a new error."""
    after = shelf.examined(shelf.read(file, new.encode(), "yaml"))
    known = {(one.code, one.message) for one in _errors(before)}
    broken = [one for one in _errors(after) if (one.code, one.message) not in known]
    if broken:
        _refuse(after, broken)
    is_whole = before.reading.map is not None and after.reading.map is not None
    if is_whole and formatted(old, file=file) == old:
        new = formatted(new, file=file)
        after = shelf.examined(shelf.read(file, new.encode(), "yaml"))
    shelf.write(file, _as_there(shelf, file, new))
    return _answer(file, after)


def _refuse(after: Examined, broken: list[Diagnostic]) -> None:
    shown = findings(Examined(after.reading, tuple(broken)))
    reason = "Nothing is written: the map would have these errors."
    raise RefusedError(answered(reason, as_data(shown, of="findings", longest=LONGEST // 2)))


def _answer(file: str, after: Examined) -> str:
    if not after.found:
        return f"{file} is written; nothing found."
    shown = as_data(findings(after), of=f"findings on {file}", longest=LONGEST // 2)
    return answered(f"{file} is written; {count(after.found)}", shown)


def _errors(examined: Examined) -> list[Diagnostic]:
    return [one for one in examined.found if one.severity is Severity.ERROR]


def _told(keys: dict[str, str], *without: str) -> tuple[tuple[str, object], ...]:
    for key, value in keys.items():
        if "\n" in value:
            raise FileError(f"{quoted(key)} is a text on one line.")
    return tuple((key, value) for key, value in keys.items() if value and key not in without)
