"""What a drawing shows and how wide it is, as a value."""

from dataclasses import dataclass

from argmap.drawing import sizes


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawingOptions:
    """What to show and how wide; `width` is that of every box in pixels.

    A `column` has its boxes one below the other, and `width` is that of the whole picture.
    `letter_width` is how wide letters are beside those of Arial.
    """

    width: float = sizes.BOX_WIDTH
    letter_width: float = 1.0
    sources: bool = True
    legend: bool = True
    tag_colours: tuple[tuple[str, str], ...] = ()
    column: bool = False
