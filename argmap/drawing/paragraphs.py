"""The texts of a box, wrapped: its headline, what is claimed, and what that cites."""

from dataclasses import dataclass

from argmap.drawing import sizes
from argmap.drawing.measure import text_width
from argmap.drawing.wrap import wrap
from argmap.model import Claim

# What is cited stands at the end of the last line where it takes up to this part of it.
MOST_BESIDE = 0.5


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The lines of a box; `sources_beside` says that those of the sources end the last of the body.

    `height` is that of all lines together.
    """

    headline: tuple[str, ...]
    body: tuple[str, ...]
    sources: tuple[str, ...]
    sources_beside: bool

    @property
    def height(self) -> float:
        """Return how much room the lines take, one below the other."""
        height = (len(self.headline) + len(self.body)) * sizes.LINE_HEIGHT
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
