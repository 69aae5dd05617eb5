"""Keys that a record does not have: misspelt, of another record, or no keys at all."""

from collections.abc import Collection, Iterator

from argmap.document import Entry, Mapping, Scalar
from argmap.document.quoting import as_scalar, in_quotes
from argmap.document.rewriting import in_place, instead, renamed
from argmap.edits import Edit
from argmap.faults import Fault, FaultLog, quoted
from argmap.grammar import ARGUMENT, CLAIM, MAP, RECORDS, REFERENCE
from argmap.kinds.fraction import Fraction
from argmap.kinds.list_of import ListOf
from argmap.kinds.number import Number
from argmap.kinds.numerals import pointed, with_point
from argmap.kinds.one_or_many import OneOrMany
from argmap.kinds.record import Record
from argmap.kinds.single import Single
from argmap.other_words import OTHER_WORDS
from argmap.reader.bibliography import advice_on, place
from argmap.source import Span
from argmap.suggestions import nearest, only_near

_LONGEST_SHOWN = 300
# What to do with a key that people expect and that a record does without.
_ADVICE = {(MAP.name, "groups"): "write “group:” and the name of the group at each claim"}
_ONLY_OF_ARGUMENTS = tuple(name for name in ARGUMENT.names if name not in CLAIM.names)


def report_unknown(
    mapping: Mapping, record: Record, *, log: FaultLog, called: str | None = None
) -> Iterator[tuple[Entry, str]]:
    """Report the entries of a mapping that the record does not know.

    Yields those whose key is misspelt, with the key that is meant. `called` is the key under which
    the mapping itself stands, where an author has chosen it.
    """
    fragments = dict(_fragments(mapping))
    has_told_step = False
    for index, entry in enumerate(mapping.entries):
        name = entry.key.value
        if index in fragments:
            if index - 1 not in fragments:
                _report_cut(mapping, index, fragments, record, log=log)
        elif record.field(name) is None:
            if record is CLAIM and name in _ONLY_OF_ARGUMENTS:
                if not has_told_step:
                    _report_step(mapping, entry, log=log)
                has_told_step = True
                continue
            meant = _report(mapping, entry, record, log=log, called=called)
            if meant is not None and mapping.get(meant) is None:
                yield entry, meant


def is_fragment(entry: Entry) -> bool:
    """Return whether what stands here has no colon: it is the rest of a text cut at a comma."""
    value = entry.value
    return (
        isinstance(value, Scalar)
        and value.absent
        and entry.key.plain
        and value.span.start == entry.key.span.end
    )


def meant_by(name: str, keys: Collection[str]) -> str | None:
    """Return the key that a name which is none may mean: another word for it, or misspelt."""
    other = next((key for key in OTHER_WORDS.get(name, ()) if key in keys), None)
    return other or nearest(name, keys)


def _fragments(mapping: Mapping) -> Iterator[tuple[int, Entry]]:
    for index, entry in enumerate(mapping.entries):
        if is_fragment(entry):
            yield index, entry


def _report_cut(
    mapping: Mapping, index: int, fragments: dict[int, Entry], record: Record, *, log: FaultLog
) -> None:
    """Report one text that is cut at one or several commas."""
    entry, before = mapping.entries[index], mapping.entries[index - 1] if index else None
    name = quoted(entry.key.value)
    if entry.key.value.startswith(("//", "/*")):
        advice = "a comment begins with “#”; JSON has none"
        log.report(Fault.UNKNOWN_KEY, entry.key.span, f"{name} is no comment", help=advice)
        return
    if before is None or not isinstance(before.value, Scalar) or not before.value.plain:
        advice = "write a key, a colon, a space and a value; a comma begins the next key"
        log.report(Fault.UNKNOWN_KEY, entry.key.span, f"{name} has no colon", help=advice)
        return
    start, whole, end = before.value.span, before.value.value, before.value.span.end
    while index in fragments:
        key = fragments[index].key
        touches = key.span.start.line == end.line and key.span.start.column == end.column + 1
        whole += ("," if touches else ", ") + key.value
        end, index = key.span.end, index + 1
    message = f"the text is cut at its comma, so {name} became a key"
    advice = f"put the whole text in quotes: {before.key.value}: {in_quotes(whole)}"
    if len(whole) > _LONGEST_SHOWN:
        advice = "put the whole text in quotes"
    field = record.field(before.key.value)
    if field and isinstance(field.kind, Fraction | Number):
        advice = with_point(whole) or advice
        whole = pointed(whole)
    fix = () if end.line > start.start.line else in_place(Span(start.file, start.start, end), whole)
    log.report(Fault.UNKNOWN_KEY, entry.key.span, message, help=advice, fix=fix)


def _report_step(mapping: Mapping, entry: Entry, *, log: FaultLog) -> None:
    """Report keys of an argument beside the text of a claim, with the way to write both."""
    name = entry.key.value
    message = f"{quoted(name)} is a key of an argument, and this is a claim"
    log.report(Fault.UNKNOWN_KEY, entry.key.span, message, help=_as_argument(mapping))


def _as_argument(mapping: Mapping) -> str:
    above: list[str] = []
    claim: list[str] = []
    for entry in mapping.entries:
        if not isinstance(entry.value, Scalar):
            return "make the claim a premise of an argument: write it below “premises:”"
        line = f"{entry.key.value}: {as_scalar(entry.value.value)}"
        (above if entry.key.value in _ONLY_OF_ARGUMENTS else claim).append(line)
    if len(claim) == 1:
        claim = [claim[0].removeprefix("text: ")]
    lines = [*above, "premises:", *(f"  {'  ' if n else '- '}{c}" for n, c in enumerate(claim))]
    if any(len(line) > _LONGEST_SHOWN for line in lines):
        return "make the claim a premise of an argument"
    shown = (f"{'  ' if number else '- '}{line}" for number, line in enumerate(lines))
    return "\n".join(["make the claim a premise of an argument:", *shown])


def _report(
    mapping: Mapping, entry: Entry, record: Record, *, log: FaultLog, called: str | None
) -> str | None:
    """Report one key; return the key of the record that is meant, or None."""
    name = entry.key.value
    if record is REFERENCE:
        message = f"{quoted(name)} cannot stand beside “ref”"
        others = f"only {', '.join(record.names[1:])} can; a new claim has no “ref”"
        log.report(Fault.UNKNOWN_KEY, entry.key.span, message, help=others)
        return None
    message = f"{quoted(name)} is not a key of {record.noun}"
    near = meant_by(name, record.names)
    advice = _ADVICE.get((record.name, name)) or advice_on(mapping, name, record, called=called)
    if advice is not None:
        near = None
    elif name in OTHER_WORDS and near in OTHER_WORDS[name] and record is not MAP:
        advice = _line(near, entry, record)
    elif near is None or (name in CLAIM.names and near != name):
        other = _of_another(mapping, entry, record)
        near, advice = (None, other) if other else (near, None)
    if near:
        message += f"; did you mean “{near}”?"
    elif advice is None:
        advice = f"the keys of {record.noun} are {', '.join(record.names)}"
    fix = _with_key(near, mapping, entry, record) if near else ()
    log.report(Fault.UNKNOWN_KEY, entry.key.span, message, help=advice, fix=fix)
    return near


def _with_key(near: str, mapping: Mapping, entry: Entry, record: Record) -> tuple[Edit, ...]:
    """Return the edits that give an entry the key that is meant, where that is clear."""
    name, field, value = entry.key.value, record.field(near), entry.value
    is_clear = near in OTHER_WORDS.get(name, ()) or only_near(name, record.names) == near
    if field is None or not is_clear or mapping.get(near) is not None:
        return ()
    if near == "at" and isinstance(value, Scalar):
        at = place(name, value.value)
        return (*renamed(entry, near), *(instead(value, at) if at != value.value else ()))
    is_flow = mapping.span.start != mapping.entries[0].key.span.start
    is_text = isinstance(value, Scalar) and not value.absent
    as_list = isinstance(field.kind, ListOf) and is_text and not is_flow
    return renamed(entry, near, as_list=as_list)


def _line(near: str, entry: Entry, record: Record) -> str | None:
    """Return the line to write for an entry with another word for its key; None for lists."""
    field, value = record.field(near), entry.value
    if field is None or not isinstance(value, Scalar) or value.absent:
        return None
    if not isinstance(field.kind, Single | OneOrMany) or len(value.value) > _LONGEST_SHOWN:
        return None
    if near == "at":
        return f"write: at: {place(entry.key.value, value.value)}"
    return f"write: {near}: {as_scalar(' '.join(value.value.split()))}"


def _of_another(mapping: Mapping, entry: Entry, record: Record) -> str | None:
    """Return what to do with a key of another record, or None where no record has it."""
    name = entry.key.value
    owner = next((r for r in RECORDS.values() if r.field(name)), None)
    if owner is None:
        known = {key: r for r in RECORDS.values() for key in r.names}
        near = nearest(name, known)
        is_near = near is not None and abs(len(near) - len(name)) < 3
        return f"“{near}” is a key of {known[near].noun}" if near and is_near else None
    if record is not MAP or owner is not CLAIM:
        return f"“{name}” is a key of {owner.noun}"
    thesis = mapping.get("thesis")
    if isinstance(thesis, Scalar) and not thesis.absent and len(thesis.value) < _LONGEST_SHOWN:
        lines = ("thesis:", f"  text: {as_scalar(thesis.value)}", f"  {name}:")
        return "\n".join([f"“{name}” is a key of {owner.noun}:", *lines])
    return f"“{name}” is a key of {owner.noun}: indent it, so that it stands below the claim’s text"
