"""Fixes that were made in a map: whether it mends what they are for, and loses nothing."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from argmap.diagnostics import Diagnostic, Severity
from argmap.edits import Edit
from argmap.faults import Fault
from argmap.reader import Reading
from argmap.source import Span

_FAULTS = frozenset(Fault)
_OF_A_NAME = frozenset((Fault.UNKNOWN_REFERENCE, Fault.UNKNOWN_SOURCE))


@dataclass(frozen=True, slots=True)
class Examined:
    """What was read of a text, and all that is to be said of it."""

    reading: Reading
    found: tuple[Diagnostic, ...]


def is_sound(
    chosen: Sequence[Diagnostic], edits: Sequence[Edit], before: Examined, after: Examined
) -> bool:
    """Return whether the edits of what was chosen mend it, and no comment or claim is lost."""
    return (
        _mend(chosen, edits, before, after)
        and _is_kept(_comments(before, edits), _comments(after, ()))
        and _claims(before, edits) <= _claims(after, ())
    )


def key_of(finding: Diagnostic) -> tuple[str, str]:
    """Return what tells a finding from others when lines above it have moved it."""
    return finding.code, finding.message


def _mend(
    chosen: Sequence[Diagnostic], edits: Sequence[Edit], before: Examined, after: Examined
) -> bool:
    """Return whether what was chosen is gone and no new error has come in its place."""
    of_syntax = [one for one in chosen if one.code == Fault.YAML_SYNTAX]
    others = [one for one in chosen if one.code != Fault.YAML_SYNTAX]
    if of_syntax and not _read_on(of_syntax, edits, before, after):
        return False
    was, left = (Counter(map(key_of, one.found)) for one in (before, after))
    codes, codes_left = (Counter(one.code for one in some.found) for some in (before, after))
    wanted = codes - Counter(one.code for one in chosen)
    for key, number in Counter(map(key_of, others)).items():
        # A message may name a derived id, which another claim has now.
        if left[key] > was[key] - number and codes_left[key[0]] > wanted[key[0]]:
            return False
    # What stands in lines that were not read before may have faults of its own, and a map that was
    # not whole is only now looked at as one.
    written, is_whole = _written_lines(edits), before.reading.map is not None
    touched = {edit.span.file for edit in edits}
    more = codes_left - wanted
    new = (one for one in after.found if one.severity is Severity.ERROR and one.code in more)
    for one in (one for one in new if key_of(one) not in was):
        if one.span.file not in touched:
            # What other files lack may stand in this one; other faults are their own.
            if one.code in _OF_A_NAME:
                return False
            continue
        is_known = one.code in _OF_A_NAME and not _names(one, before, after)
        if one.code in _FAULTS and (_line_of(one) in written or not (of_syntax or is_known)):
            return False
        if one.code not in _FAULTS and is_whole:
            return False
    return True


def _names(fault: Diagnostic, before: Examined, after: Examined) -> bool:
    """Return whether what a fault names, and is not there, was there before.

    While something else is wrong, it is not told what is missing: it may stand where that is.
    """
    start, end = fault.span.start, fault.span.end
    line = after.reading.texts[fault.span.file].split("\n")[start.line - 1]
    named = line[start.column - 1 : end.column - 1].strip("\"'")
    return named in {one.id for one in before.reading.written.mentions() if one.is_home} or (
        named in before.reading.written.naming.claim_ids
    )


def _read_on(
    mended: Sequence[Diagnostic], edits: Sequence[Edit], before: Examined, after: Examined
) -> bool:
    """Return whether faults of syntax are gone; below them others may come to light."""
    for file in {one.span.file for one in mended}:
        own = [edit for edit in edits if edit.span.file == file]
        gone = [one.span.start.line for one in mended if one.span.file == file]
        last = max((*gone, *(edit.span.end.line for edit in own)))
        moved = sum(map(_added, own))
        if _syntax(after, file, last + moved) > _syntax(before, file, last) - len(gone):
            return False
    return True


def _syntax(examined: Examined, file: str, last: int) -> int:
    """Return how many faults of syntax there are in a file down to a line."""
    return sum(
        one.code == Fault.YAML_SYNTAX and one.span.file == file and one.span.start.line <= last
        for one in examined.found
    )


def _added(edit: Edit) -> int:
    """Return how many more lines an edit makes."""
    return edit.text.count("\n") - edit.span.end.line + edit.span.start.line


def _line_of(finding: Diagnostic) -> tuple[str, int]:
    return finding.span.file, finding.span.start.line


def _written_lines(edits: Sequence[Edit]) -> set[tuple[str, int]]:
    """Return the lines that edits wrote, once they are made, by their files and numbers."""
    found = set()
    for file in {edit.span.file for edit in edits}:
        own = [edit for edit in edits if edit.span.file == file]
        moved = accumulate(map(_added, own), initial=0)
        for edit, by in zip(own, moved, strict=False):
            first = edit.span.start.line + by
            found |= {(file, first + n) for n in range(edit.text.count("\n") + 1)}
    return found


def _comments(examined: Examined, edits: Iterable[Edit]) -> list[str]:
    """Return the comments that none of the edits writes anew."""
    spans = [edit.span for edit in edits]
    comments = examined.reading.whole_handwriting.comments
    return [one.text for one in comments if not _is_within(one.span, spans)]


def _is_kept(before: Sequence[str], after: Sequence[str]) -> bool:
    """Return whether all that was there is there, in the same order."""
    rest = iter(after)
    return all(any(one == other for other in rest) for one in before)


def _claims(examined: Examined, edits: Iterable[Edit]) -> Counter[str]:
    """Return the texts of claims that none of the edits speaks of."""
    spans = [edit.span for edit in edits]
    written = examined.reading.written
    drafts = (one for file in written.files for one in file.drafts.claims)
    places = ((one.text, (one.fields and one.fields.span_of("text")) or one.span) for one in drafts)
    return Counter(text for text, place in places if text and not _meets(place, spans))


def _meets(span: Span, others: Sequence[Span]) -> bool:
    """Return whether a span has characters of one of the others, or is within one."""
    near = [one for one in others if one.file == span.file]
    is_crossed = (span.start < other.end and other.start < span.end for other in near)
    return any(is_crossed) or _is_within(span, near)


def _is_within(span: Span, others: Iterable[Span]) -> bool:
    """Return whether a span lies inside one of the others, or the other way round."""
    return any(
        other.file == span.file
        and (
            (other.start <= span.start and span.end <= other.end)
            or (span.start <= other.start and other.end <= span.end)
        )
        for other in others
    )
