"""Everything there is to say about a map: what its checks find, and whether its picture is read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from argmap.checks.rule import Subject
from argmap.checks.runner import Selection, run
from argmap.destinations import Destination
from argmap.diagnostics import Diagnostic, Severity
from argmap.faults import Fault
from argmap.model import ArgumentMap
from argmap.pipeline import picture
from argmap.reader import Reading
from argmap.source import Span
from argmap.source_texts import source_texts
from argmap.style import Style, with_defaults


def check(
    reading: Reading,
    *,
    selection: Selection,
    given_texts: Mapping[str, Path],
    defaults: Style | None = None,
    stands: Destination | None = None,
) -> tuple[Diagnostic, ...]:
    """Return everything there is to say about a map, in the order of the file.

    `given_texts` are files with the texts of sources, by source key, beside those the map names.
    Where `stands`, the style of the map or its `defaults` name a place for its picture, it is made,
    and measured there.
    """
    if reading.readable is None:
        return reading.diagnostics
    texts = source_texts(reading.readable, given=given_texts)
    subject = Subject(
        reading.readable,
        texts,
        reading.whole_handwriting,
        is_whole=reading.map is not None,
        others=reading.handwritings,
    )
    found = run(subject, selection=selection, allowances=reading.allowances)
    if reading.map is None:
        told = (*reading.diagnostics, *_of_sound_lines(found, reading))
    else:
        seen = _unreadable(reading.map, selection, defaults or Style(), stands)
        told = (*reading.diagnostics, *found, *seen)
    return tuple(sorted(told, key=lambda one: one.sort_key))


def _of_sound_lines(found: Iterable[Diagnostic], reading: Reading) -> tuple[Diagnostic, ...]:
    """Return the findings on whose lines there is no fault from which they may follow."""
    faults = [one.span for one in reading.diagnostics]
    texts = [one.scalar.span for one in reading.whole_handwriting.paragraphs]
    # A text goes on below a line that was meant to be no part of it.
    faulty = [text for text in texts if any(_share_lines(text, fault) for fault in faults)]
    unsound = (*faults, *faulty)
    return tuple(one for one in found if not any(_share_lines(one.span, two) for two in unsound))


def _share_lines(one: Span, other: Span) -> bool:
    """Return whether `other` begins on a line of `one`, or the other way round."""
    return one.file == other.file and (
        one.start.line <= other.start.line <= one.end.line
        or other.start.line <= one.start.line <= other.end.line
    )


def _unreadable(
    a_map: ArgumentMap, selection: Selection, defaults: Style, stands: Destination | None
) -> Iterator[Diagnostic]:
    """Yield a finding where the picture of a map cannot be read at the place that is named."""
    style = with_defaults(a_map.style, defaults)
    if a_map.span and (style.fit or stands) and selection.has(Fault.TOO_SMALL_TO_READ):
        # A theme that cannot be read is no matter of size.
        shown = picture(replace(a_map, style=replace(style, theme=None)), stands=stands)
        if shown.shortfall:
            yield too_small(shown.shortfall, a_map.span)


def too_small(shortfall: str, span: Span) -> Diagnostic:
    """Return the finding that a picture cannot be read where it stands."""
    return Diagnostic(Fault.TOO_SMALL_TO_READ, Severity.WARNING, span, shortfall)
