"""A text with faults → the same with the fixes of its findings, each checked by reading back."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from argmap.diagnostics import Diagnostic, Severity
from argmap.editing.applying import applied, overlap
from argmap.edits import Edit
from argmap.faults import Fault
from argmap.reader import Reading
from argmap.source import Span

# A fix may bring something to light that was not read before, and can be fixed itself.
MOST_ROUNDS = 50


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
    now, done = examine(text), list[Diagnostic]()
    refused: set[tuple[str, str]] = set()
    for _ in range(MOST_ROUNDS):
        chosen = _together(one for one in _fixable(now) if _key(one) not in refused)
        if not chosen:
            break
        step = _made(text, chosen, now, examine)
        if step is None and len(chosen) > 1:
            chosen = chosen[:1]
            step = _made(text, chosen, now, examine)
        if step is None:
            refused.update(map(_key, chosen))
            continue
        text, now = step
        done += chosen
    return Mended(text, tuple(done), now)


def _key(finding: Diagnostic) -> tuple[str, str]:
    return finding.code, finding.message


def _fixable(examined: Examined) -> Iterator[Diagnostic]:
    """Yield the findings with a fix that changes only the text itself."""
    own = examined.reading.file
    for finding in examined.found:
        if finding.fix and all(edit.span.file == own for edit in finding.fix):
            yield finding


def _together(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the findings whose fixes can be made at once, the first of those that cannot."""
    chosen: list[Diagnostic] = []
    for finding in findings:
        if not any(overlap(finding.fix, other.fix) for other in chosen):
            chosen.append(finding)
    return chosen


def _made(
    text: str,
    chosen: Sequence[Diagnostic],
    before: Examined,
    examine: Callable[[str], Examined],
) -> tuple[str, Examined] | None:
    """Return the text with fixes and what is then to be said of it; None where they do harm."""
    edits = [edit for finding in chosen for edit in finding.fix]
    changed = applied(text, edits)
    after = examine(changed)
    is_sound = (
        _mend(chosen, before, after)
        and _is_kept(_comments(before, edits), _comments(after, ()))
        and _claims(before, edits) <= _claims(after, ())
    )
    return (changed, after) if is_sound else None


def _mend(chosen: Sequence[Diagnostic], before: Examined, after: Examined) -> bool:
    """Return whether what was chosen is gone and no new error has come in its place."""
    left, was = (Counter(map(_key, one.found)) for one in (after, before))
    gone = Counter(map(_key, chosen))
    if any(left[key] > was[key] - number for key, number in gone.items()):
        return False
    if any(one.code == Fault.YAML_SYNTAX for one in chosen):
        # What stands in lines that were not read before may have errors of its own.
        return _syntax(after) < _syntax(before)
    return _errors(after) <= _errors(before)


def _syntax(examined: Examined) -> int:
    return sum(one.code == Fault.YAML_SYNTAX for one in examined.found)


def _errors(examined: Examined) -> Counter[tuple[str, str]]:
    return Counter(_key(one) for one in examined.found if one.severity is Severity.ERROR)


def _comments(examined: Examined, edits: Iterable[Edit]) -> list[str]:
    """Return the comments that none of the edits speaks of."""
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
    return Counter(text for text, place in places if text and not _is_within(place, spans))


def _is_within(span: Span, others: Iterable[Span]) -> bool:
    """Return whether a span lies inside one of the others, or the other way round."""
    return any(
        (other.start <= span.start and span.end <= other.end)
        or (span.start <= other.start and other.end <= span.end)
        for other in others
    )
