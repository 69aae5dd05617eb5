"""Where a picture is read: how much room there is, and how small letters may be."""

from typing import NamedTuple

PIXELS_PER_POINT = 96 / 72
MILLIMETRE = 96 / 25.4
INCH = 96.0
NARROWEST_FIT, WIDEST_FIT = 200, 4000
SMALLEST_LETTERS, LARGEST_LETTERS = 4.0, 60.0
COLUMN_GAP = 24.0
# How high a picture may be that is seen at once: on a telephone, and on a desk.
LOWEST_SCREEN, HIGHEST_SCREEN = 640.0, 900.0


class Destination(NamedTuple):
    """A place for a picture, in pixels of 1/96 inch, without the margins around it.

    `name` is what `fit` calls it. `height` is None where a page goes on as long as it must.
    `smallest` is the size of the smallest letters; `unit` is what it is told in: `px` on screens,
    else `pt`. `where` says in a sentence what a program makes of it, such as “on a page of LaTeX”.
    A sheet is divided into `columns`, where it is too wide for one. `part` is the room for a part
    of a map, where it is another one, and `first` how high the first of them may be, where a
    heading stands above it. Where it is not `titled`, titles stand beside pictures.
    """

    name: str
    width: float
    height: float | None
    smallest: float
    unit: str
    margin: float = 0.0
    columns: int = 1
    where: str | None = None
    part: tuple[float, float] | None = None
    first: float | None = None
    titled: bool = True

    def told(self, letters: float) -> str:
        """Return a size of letters as a reader counts it, such as “7.5 pt”."""
        size = letters if self.unit == "px" else letters / PIXELS_PER_POINT
        return f"{size:.1f} {self.unit}".replace(".0 ", " ")

    @property
    def for_parts(self) -> "Destination":
        """Return the place for a part of a map: about a screen high where a page goes on."""
        if self.part is not None:
            return self._replace(width=self.part[0], height=self.part[1], first=self.height)
        if self.height is not None:
            return self
        return self._replace(height=min(max(self.width * 1.2, LOWEST_SCREEN), HIGHEST_SCREEN))

    @property
    def for_overview(self) -> "Destination":
        """Return the place for the first of several parts."""
        return self if self.first is None else self._replace(height=self.first)

    @property
    def column(self) -> "Destination":
        """Return the place that one column of the sheet is."""
        width = (self.width - (self.columns - 1) * COLUMN_GAP) / self.columns
        return self._replace(width=width, columns=1)

    @property
    def said(self) -> str:
        """Return its name in a sentence, after what stands there."""
        if self.where is not None:
            return self.where
        return f"in {self.name} px" if self.unit == "px" else f"on {self.name}"

    def with_letters(self, smallest: float | None) -> "Destination":
        """Return the place with another size of the smallest letters, in its own unit, if any."""
        if smallest is None:
            return self
        pixels = smallest if self.unit == "px" else smallest * PIXELS_PER_POINT
        return self._replace(smallest=pixels)


def _paper(
    name: str, width: float, height: float, margin: float, smallest: float, columns: int = 1
) -> Destination:
    room = width - 2 * margin, height - 2 * margin
    return Destination(name, *room, smallest * PIXELS_PER_POINT, "pt", margin, columns)


_MARGIN = 20 * MILLIMETRE
SHEETS = (
    _paper("a4", 210 * MILLIMETRE, 297 * MILLIMETRE, _MARGIN, 7.5),
    _paper("a4-landscape", 297 * MILLIMETRE, 210 * MILLIMETRE, _MARGIN, 7.5, 2),
    _paper("a3", 297 * MILLIMETRE, 420 * MILLIMETRE, _MARGIN, 7.5, 2),
    _paper("letter", 8.5 * INCH, 11 * INCH, _MARGIN, 7.5),
    _paper("slide", 13.33 * INCH, 7.5 * INCH, 0.5 * INCH, 14.0),
)
# What most telephones leave of their width, held upright.
TELEPHONE = Destination("358", 358.0, None, 11.0, "px")
# What large screens, small laptops and tablets held upright leave within the margins of a page.
DESK = Destination("2500", 2500.0, None, 11.0, "px")
LAPTOP = Destination("1230", 1230.0, None, 11.0, "px")
TABLET = Destination("700", 700.0, None, 11.0, "px")
SHEET_NAMES = tuple(sheet.name for sheet in SHEETS)
SMALLEST_ON_SCREEN = 11.0


def is_destination(name: str) -> bool:
    """Return whether `name` is that of a sheet, or a width in pixels."""
    if name in SHEET_NAMES:
        return True
    return name.isascii() and name.isdigit() and NARROWEST_FIT <= int(name[:6]) <= WIDEST_FIT


def destination(name: str, smallest: float | None = None) -> Destination:
    """Return the place of that name; `smallest` is in pixels on screens and in points on paper."""
    sheet = next((sheet for sheet in SHEETS if sheet.name == name), None)
    found = sheet or Destination(name, float(name), None, SMALLEST_ON_SCREEN, "px")
    return found.with_letters(smallest)
