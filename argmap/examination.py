"""Everything there is to say about a map: what its checks find, and whether its picture is read."""

from collections.abc import Iterator, Mapping
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
    if reading.map is None:
        return reading.diagnostics
    texts = source_texts(reading.map, given=given_texts)
    subject = Subject(reading.map, texts, reading.handwriting)
    found = run(subject, selection=selection, allowances=reading.allowances)
    seen = _unreadable(reading.map, selection, defaults or Style(), stands)
    return tuple(sorted((*reading.diagnostics, *found, *seen), key=lambda one: one.sort_key))


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
