"""A text with faults → the same with the fixes of its findings, each checked by reading back."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from argmap.diagnostics import Diagnostic, Severity
from argmap.editing.applying import applied, once, overlap
from argmap.edits import Edit
from argmap.faults import Fault
from argmap.reader import Reading
from argmap.source import Span

# A fix may bring something to light that was not read before, and can be fixed itself.
MOST_ROUNDS = 50
# Fixes that do harm are found by halves, which takes a reading each; a hostile map has many.
MOST_READINGS = 120
_FAULTS = frozenset(Fault)
_OF_A_NAME = frozenset((Fault.UNKNOWN_REFERENCE, Fault.UNKNOWN_SOURCE))


@dataclass(frozen=True, slots=True)
class Examined:
    """What was read of a text, and all that is to be said of it."""

    reading: Reading
    found: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Mended:
    """A text after the fixes; `mended` are the findings that are gone, `left` those of the text."""

    text: str
    mended: tuple[Diagnostic, ...]
    left: Examined


def mended(text: str, examine: Callable[[str], Examined]) -> Mended:
    """Return a text with the fixes of its findings, and what is left.

    `examine` reads a text and says what is wrong with it. A fix is made whole or not at all, and
    only where what it mends is then gone, nothing new is wrong, and all comments and claims that
    it does not speak of are as they were.
    """
    mending = _Mending(text, examine)
    for _ in range(MOST_ROUNDS):
        if not mending.go_on():
            break
    return Mended(mending.text, tuple(mending.done), mending.now)


class _Mending:
    """A text on its way, with what is known of it."""

    def __init__(self, text: str, examine: Callable[[str], Examined]) -> None:
        self.text = text
        self.done: list[Diagnostic] = []
        self._examine = examine
        self._readings = 1
        self._refused: set[tuple[str, ...]] = set()
        self.now = examine(text)

    def go_on(self) -> bool:
        """Make all fixes that go together; return whether there may be more."""
        wanted = (one for one in _fixable(self.now) if _fix_key(one) not in self._refused)
        chosen = _together(wanted)
        step = self._made(chosen)
        if step is None:
            chosen = self._harmless(chosen)
            # Each for itself is right, and together they may not be.
            step = self._made(chosen)
            if step is None:
                chosen = chosen[:1]
                step = self._made(chosen)
        if step is None:
            # Others, about the same characters, may do no harm.
            return self._readings < MOST_READINGS and any(
                _fix_key(one) not in self._refused for one in _fixable(self.now)
            )
        self.text, self.now = step
        self.done += chosen
        # What did harm may do none now.
        self._refused.clear()
        return True

    def _harmless(self, fixes: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Return those of several fixes, which do harm together, that do none."""
        found: list[Diagnostic] = []
        waiting = [fixes]
        while waiting:
            some = waiting.pop()
            # All of them were tried already.
            if some is not fixes and self._made(some) is not None:
                found += some
            elif len(some) > 1:
                waiting += [some[len(some) // 2 :], some[: len(some) // 2]]
            else:
                self._refused.update(map(_fix_key, some))
        return found

    def _made(self, chosen: Sequence[Diagnostic]) -> tuple[str, Examined] | None:
        """Return the text with fixes and what is then to be said of it; None where they do harm."""
        if not chosen or self._readings == MOST_READINGS:
            return None
        self._readings += 1
        edits = once(edit for finding in chosen for edit in finding.fix)
        before = self.now
        changed = applied(self.text, edits)
        after = self._examine(changed)
        is_sound = (
            _mend(chosen, edits, before, after)
            and _is_kept(_comments(before, edits), _comments(after, ()))
            and _claims(before, edits) <= _claims(after, ())
        )
        return (changed, after) if is_sound else None


def _key(finding: Diagnostic) -> tuple[str, str]:
    return finding.code, finding.message


def _fix_key(finding: Diagnostic) -> tuple[str, ...]:
    """Return what tells a fix from others when the lines above it have moved it."""
    return (*_key(finding), *(edit.text for edit in finding.fix))


def _fixable(examined: Examined) -> Iterator[Diagnostic]:
    """Yield the findings with a fix that changes only the text itself."""
    own = examined.reading.file
    for finding in examined.found:
        if finding.fix and all(edit.span.file == own for edit in finding.fix):
            yield finding


def _together(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the findings whose fixes can be made at once, the first of those that cannot."""
    chosen: list[Diagnostic] = []
    taken: dict[int, list[Edit]] = {}
    for finding in findings:
        places = [(line, edit) for edit in finding.fix for line in _lines(edit.span)]
        if not any(overlap([edit], taken.get(line, ())) for line, edit in places):
            chosen.append(finding)
            for line, edit in places:
                taken.setdefault(line, []).append(edit)
    return chosen


def _lines(span: Span) -> range:
    return range(span.start.line, span.end.line + 1)


def _mend(
    chosen: Sequence[Diagnostic], edits: Sequence[Edit], before: Examined, after: Examined
) -> bool:
    """Return whether what was chosen is gone and no new error has come in its place."""
    of_syntax = [one for one in chosen if one.code == Fault.YAML_SYNTAX]
    others = [one for one in chosen if one.code != Fault.YAML_SYNTAX]
    if of_syntax and not _read_on(of_syntax, edits, before, after):
        return False
    was, left = (Counter(map(_key, one.found)) for one in (before, after))
    codes, codes_left = (Counter(one.code for one in some.found) for some in (before, after))
    wanted = codes - Counter(one.code for one in chosen)
    for key, number in Counter(map(_key, others)).items():
        # A message may name a derived id, which another claim has now.
        if left[key] > was[key] - number and codes_left[key[0]] > wanted[key[0]]:
            return False
    # What stands in lines that were not read before may have faults of its own, and a map that was
    # not whole is only now looked at as one.
    written, is_whole = _written_lines(edits), before.reading.map is not None
    more = codes_left - wanted
    new = (one for one in after.found if one.severity is Severity.ERROR and one.code in more)
    for one in (one for one in new if _key(one) not in was):
        if one.span.file != after.reading.file:
            # What other files lack may stand in this one; other faults are their own.
            if one.code in _OF_A_NAME:
                return False
            continue
        is_known = one.code in _OF_A_NAME and not _names(one, before, after)
        if one.code in _FAULTS and (one.span.start.line in written or not (of_syntax or is_known)):
            return False
        if one.code not in _FAULTS and is_whole:
            return False
    return True


def _names(fault: Diagnostic, before: Examined, after: Examined) -> bool:
    """Return whether what a fault names, and is not there, was there before.

    While something else is wrong, it is not told what is missing: it may stand where that is.
    """
    start, end = fault.span.start, fault.span.end
    line = after.reading.text.split("\n")[start.line - 1]
    named = line[start.column - 1 : end.column - 1].strip("\"'")
    return named in {one.id for one in before.reading.written.mentions() if one.is_home} or (
        named in before.reading.written.naming.claim_ids
    )


def _read_on(
    mended: Sequence[Diagnostic], edits: Sequence[Edit], before: Examined, after: Examined
) -> bool:
    """Return whether faults of syntax are gone; below them others may come to light."""
    places = (*(edit.span.end for edit in edits), *(one.span.start for one in mended))
    last = max(place.line for place in places)
    moved = sum(map(_added, edits))
    return _syntax(after, last + moved) <= _syntax(before, last) - len(mended)


def _syntax(examined: Examined, last: int) -> int:
    """Return how many faults of syntax there are down to a line."""
    return sum(
        one.code == Fault.YAML_SYNTAX and one.span.start.line <= last for one in examined.found
    )


def _added(edit: Edit) -> int:
    """Return how many more lines an edit makes."""
    return edit.text.count("\n") - edit.span.end.line + edit.span.start.line


def _written_lines(edits: Sequence[Edit]) -> set[int]:
    """Return the numbers of the lines that edits wrote, once they are made."""
    moved = accumulate(map(_added, edits), initial=0)
    return {
        line
        for edit, by in zip(edits, moved, strict=False)
        for line in range(
            edit.span.start.line + by, edit.span.start.line + by + edit.text.count("\n") + 1
        )
    }


def _comments(examined: Examined, edits: Iterable[Edit]) -> list[str]:
    """Return the comments that none of the edits writes anew."""
    spans = [edit.span for edit in edits]
    comments = examined.reading.handwriting.comments
    return [one.text for one in comments if not _is_within(one.span, spans)]


def _is_kept(before: Sequence[str], after: Sequence[str]) -> bool:
    """Return whether all that was there is there, in the same order."""
    rest = iter(after)
    return all(any(one == other for other in rest) for one in before)


def _claims(examined: Examined, edits: Iterable[Edit]) -> Counter[str]:
    """Return the texts of claims that none of the edits speaks of."""
    spans = [edit.span for edit in edits]
    drafts = examined.reading.written.drafts.claims
    places = ((one.text, (one.fields and one.fields.span_of("text")) or one.span) for one in drafts)
    return Counter(text for text, place in places if text and not _meets(place, spans))


def _meets(span: Span, others: Sequence[Span]) -> bool:
    """Return whether a span has characters of one of the others, or is within one."""
    is_crossed = (span.start < other.end and other.start < span.end for other in others)
    return any(is_crossed) or _is_within(span, others)


def _is_within(span: Span, others: Iterable[Span]) -> bool:
    """Return whether a span lies inside one of the others, or the other way round."""
    return any(
        (other.start <= span.start and span.end <= other.end)
        or (span.start <= other.start and other.end <= span.end)
        for other in others
    )
