"""The texts of a box, wrapped: its headline, what is claimed, and what that cites."""

import unicodedata
from typing import NamedTuple

from argmap.drawing import sizes
from argmap.drawing.measure import text_width
from argmap.drawing.reading_side import is_right_to_left
from argmap.drawing.wrap import wrap, wrap_run_in
from argmap.model import Claim
from argmap.outline import mention

# What is cited stands at the end of the last line where it takes up to this part of it.
MOST_BESIDE = 0.5


class Paragraphs(NamedTuple):
    """The lines of a box.

    `sources_beside` says that those of the sources end the last of the body, `runs_in` that the
    body begins at the end of the last line of the headline.

    `height` is that of all lines together.
    """

    headline: tuple[str, ...]
    body: tuple[str, ...]
    sources: tuple[str, ...]
    sources_beside: bool
    runs_in: bool = False

    @property
    def height(self) -> float:
        """Return how much room the lines take, one below the other."""
        lines = len(self.headline) + len(self.body) - self.runs_in
        height = lines * sizes.LINE_HEIGHT
        if self.sources and not self.sources_beside:
            height += sizes.SOURCES_GAP + len(self.sources) * sizes.SMALL_LINE_HEIGHT
        return height


def paragraphs(claim: Claim, *, citing: str, width: float, badge: float) -> Paragraphs:
    """Return the texts of a claim in lines of at most `width` pixels.

    The first line leaves `badge` pixels free. A short line of sources ends the last line of the
    body, which is wrapped so that there is room: that takes no more height than a line below it.
    """
    headline: tuple[str, ...] = ()
    if claim.label:
        headline = wrap(claim.label, width=width, size=sizes.TEXT_SIZE, bold=True, spared=badge)
    spared = 0.0 if headline else badge
    sources = wrap(citing, width=width, size=sizes.SMALL_TEXT_SIZE) if citing else ()
    kept = 0.0
    if len(sources) == 1:
        kept = text_width(sources[0], size=sizes.SMALL_TEXT_SIZE) + sizes.BESIDE_GAP
    body = wrap(
        claim.text,
        width=width,
        size=sizes.TEXT_SIZE,
        spared=spared,
        spared_last=kept if kept <= width * MOST_BESIDE else 0.0,
    )
    beside = False
    if kept:
        room = width - kept - (spared if len(body) == 1 else 0.0)
        beside = text_width(body[-1], size=sizes.TEXT_SIZE) <= room
    return Paragraphs(headline, body, sources, beside)


def name_of(claim: Claim, *, width: float, badge: float) -> Paragraphs:
    """Return a few words that remind of a claim, in lines of at most `width` pixels."""
    size, is_bold = sizes.TEXT_SIZE, claim.label is not None
    lines = wrap(mention(claim), width=width, size=size, bold=is_bold, spared=badge)
    return Paragraphs(lines if is_bold else (), () if is_bold else lines, (), False)


def run_in(claim: Claim, *, citing: str, width: float, badge: float) -> Paragraphs:
    """Return the texts of a claim as `paragraphs`, the body in one paragraph with the headline.

    Where either is read leftwards, the headline has lines of its own. A single line of sources
    ends the last line where it takes no more height than a line below.
    """
    size = sizes.TEXT_SIZE
    sources = wrap(citing, width=width, size=sizes.SMALL_TEXT_SIZE) if citing else ()
    kept = 0.0
    if len(sources) == 1:
        kept = text_width(sources[0], size=sizes.SMALL_TEXT_SIZE) + sizes.CLOSE_BESIDE_GAP
    asked = kept if kept <= width * MOST_BESIDE else 0.0
    label = claim.label or ""
    if is_right_to_left([label]) or is_right_to_left([claim.text]):
        return paragraphs(claim, citing=citing, width=width, badge=badge)
    heading = stopped(label) if label else ""
    wrapped = wrap_run_in(
        heading, claim.text, width=width, size=size, spared=badge, spared_last=asked
    )
    beside = False
    if asked:
        before = text_width(wrapped.heading[-1], size=size, bold=True) if wrapped.meets else 0.0
        alone = len(wrapped.text) == 1
        gap = text_width(" ", size=size) if alone and wrapped.meets else 0.0
        used = text_width(wrapped.text[-1], size=size) + (before + gap if alone else 0.0)
        first = alone and len(wrapped.heading) - wrapped.meets == 0
        beside = used <= width - asked - (badge if first else 0.0)
    return Paragraphs(wrapped.heading, wrapped.text, sources, beside, wrapped.meets)


def stopped(label: str) -> str:
    """Return a headline that a text follows: with a full stop, unless it ends in a mark."""
    if not label[-1].isalnum():
        return label
    return label + ("。" if unicodedata.east_asian_width(label[-1]) == "W" else ".")
