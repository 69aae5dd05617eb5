"""What moves a claim how far, as a picture: a bar for each claim, the longest on top.

Every shape has its colours as attributes; a style sheet adds those of dark pages, and lets a host
page set its own, as in pictures of maps.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.drawing import sizes
from argmap.drawing.measure import text_width
from argmap.drawing.wrap import wrap
from argmap.evaluation.graded.tornado import Effect, Tornado
from argmap.languages import words_in
from argmap.languages.words import Words
from argmap.model import ArgumentMap
from argmap.outline import mention
from argmap.render.language import language_tag
from argmap.render.markup import element, empty_tag, number, open_tag, text
from argmap.render.svg import fingerprint
from argmap.render.svg.look_table import font_family
from argmap.themes import Palette, Theme
from argmap.values import within_sentence

MOST_ROWS = 20
MARGIN = 24.0
WIDTH = 760.0
LABEL_WIDTH = 250.0
LABEL_GAP = 12.0
NUMBER_WIDTH = 40.0
BAR_HEIGHT = 14.0
ROW_GAP = 12.0
SWATCH = 12.0
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
_INKS = ("page", "text", "quiet", "border", "support", "attack", "attack_fill", "thesis_border")


def tornado_svg(a_map: ArgumentMap, found: Tornado, *, theme: Theme) -> str:
    """Return the picture as SVG: the same answer and theme give the same text."""
    return "\n".join([*_Sheet(a_map, found, theme).lines(), ""])


@dataclass(frozen=True)
class _Row:
    """A bar with the lines of its label, and where its middle is."""

    effect: Effect
    label: tuple[str, ...]
    middle: float


class _Sheet:
    """The picture while it is written."""

    def __init__(self, a_map: ArgumentMap, found: Tornado, theme: Theme) -> None:
        self._map = a_map
        self._found = found
        self._theme = theme
        self._words: Words = words_in(a_map.language)
        self._root = f"argmap-{fingerprint(found, a_map.language, theme)}"
        self._title = self._words.moves.format(self._words.quoted(self._name(found.id)))
        measure = (WIDTH - 2 * MARGIN) / theme.letter_width
        self._heading = wrap(self._title, width=measure, size=sizes.TITLE_SIZE, bold=True)
        self._below = MARGIN + len(self._heading) * sizes.TITLE_LINE_HEIGHT
        self._axis = self._below + 68.0
        self._rows = tuple(self._placed(self._axis + 12.0))
        lines = [line for row in self._rows for line in row.label]
        widths = [text_width(line, size=sizes.TEXT_SIZE) * theme.letter_width for line in lines]
        self._plot_left = MARGIN + max(widths, default=0.0) + LABEL_GAP + NUMBER_WIDTH
        self._plot_width = WIDTH - MARGIN - NUMBER_WIDTH - self._plot_left
        last = self._rows[-1] if self._rows else None
        self._end = (last.middle + self._half(last.label) if last else self._axis) + 8.0

    def lines(self) -> Iterator[str]:
        """Yield the markup, line by line."""
        left = len(self._found.effects) - len(self._rows)
        height = self._end + (20.0 if left else 0.0) + MARGIN - 8.0
        yield open_tag("svg", self._frame(height))
        yield element("title", {"id": f"{self._root}_title"}, text(self._title))
        yield element("desc", {"id": f"{self._root}_description"}, text(self._told()))
        yield f"<style>\n{self._css()}\n</style>"
        yield empty_tag("rect", {**self._ink(fill="page"), "width": WIDTH, "height": height})
        yield from self._head()
        yield from self._scale()
        for row in self._rows:
            yield from self._bar(row)
        yield from self._now()
        if left:
            more = self._words.more.format(left)
            yield self._text(more, MARGIN, self._end + 12.0, ink="quiet", size=sizes.TEXT_SIZE)
        yield "</svg>"

    def _name(self, id: str) -> str:
        return within_sentence(mention(self._map.claims_by_id[id]))

    def _half(self, label: tuple[str, ...]) -> float:
        return max(len(label) * sizes.LINE_HEIGHT, BAR_HEIGHT) / 2

    def _placed(self, top: float) -> Iterator[_Row]:
        measure = LABEL_WIDTH / self._theme.letter_width
        for effect in self._found.effects[:MOST_ROWS]:
            label = wrap(self._name(effect.id), width=measure, size=sizes.TEXT_SIZE)
            half = self._half(label)
            yield _Row(effect, label, top + half)
            top += 2 * half + ROW_GAP

    def _frame(self, height: float) -> dict[str, str | float | None]:
        return {
            "xmlns": "http://www.w3.org/2000/svg",
            "id": self._root,
            "class": "argmap",
            "viewBox": f"0 0 {number(WIDTH)} {number(height)}",
            "width": WIDTH,
            "height": height,
            "font-family": font_family(self._theme.fonts),
            "lang": language_tag(self._map.language),
            "role": "img",
            "aria-labelledby": f"{self._root}_title",
            "aria-describedby": f"{self._root}_description",
        }

    def _now_in_words(self) -> str:
        return self._words.moves_now.format(f"{self._found.now:.2f}", self._found.semantics)

    def _told(self) -> str:
        holds, fails = self._words.moves_when_it_holds, self._words.moves_when_it_fails
        rows = (
            f"{self._name(row.effect.id)}: {row.effect.holds:.2f} {holds}, "
            f"{row.effect.fails:.2f} {fails}."
            for row in self._rows
        )
        return " ".join([f"{self._now_in_words()}.", *rows])

    def _ink(self, **roles: str) -> dict[str, str | float | None]:
        """Return the attributes of a shape, whose `fill` or `stroke` is a colour of the theme."""
        palette = self._theme.palette
        classes = " ".join(f"{kind}-{role.replace('_', '-')}" for kind, role in roles.items())
        colours = {kind: str(getattr(palette, role)) for kind, role in roles.items()}
        return {"class": classes, **colours}

    def _css(self) -> str:
        """Return the rules by which a dark page, or a host, has other colours."""
        size = "max-width: 100%; height: auto;"
        rules = [f"#{self._root} {{ {size} {_defaults(self._theme.palette)} }}"]
        if self._theme.dark:
            dark = f"#{self._root} {{ {_defaults(self._theme.dark)} }}"
            rules.append(f"@media screen and (prefers-color-scheme: dark) {{ {dark} }}")
        for role in _INKS:
            name = role.replace("_", "-")
            colour = f"var(--argmap-{name}, var(--default-{name}))"
            rules += [
                f"#{self._root} .{kind}-{name} {{ {kind}: {colour}; }}"
                for kind in ("fill", "stroke")
            ]
        return "\n".join(["@supports (color: var(--a)) {", *rules, "}"])

    def _text(
        self, words: str, x: float, y: float, *, ink: str = "text", size: float, **more: str
    ) -> str:
        attributes = {**self._ink(fill=ink), "font-size": f"{size:g}", "x": x, "y": y, **more}
        return element("text", attributes, text(words))

    def _head(self) -> Iterator[str]:
        for place, line in enumerate(self._heading):
            y = MARGIN + sizes.TITLE_SIZE * 0.8 + place * sizes.TITLE_LINE_HEIGHT
            bold = {"font-weight": "bold"}
            yield self._text(line, MARGIN, y, size=sizes.TITLE_SIZE, **bold)
        y = self._below + 10.0
        yield self._text(self._now_in_words(), MARGIN, y, ink="quiet", size=sizes.TEXT_SIZE)
        x, y = MARGIN, y + 24.0
        for holds in (True, False):
            words = self._words.moves_when_it_holds if holds else self._words.moves_when_it_fails
            yield self._swatch(x, y - 10.0, SWATCH, SWATCH, holds=holds)
            x += SWATCH + 8.0
            yield self._text(words, x, y, ink="quiet", size=sizes.PILL_TEXT_SIZE)
            width = text_width(words, size=sizes.PILL_TEXT_SIZE)
            x += width * self._theme.letter_width + 26.0

    def _swatch(self, x: float, y: float, width: float, height: float, *, holds: bool) -> str:
        """Return a bar: filled for a claim that holds, light with a frame for one that fails."""
        inks = (
            self._ink(fill="support", stroke="support")
            if holds
            else self._ink(fill="attack_fill", stroke="attack")
        )
        place = {"x": x, "y": y, "width": max(width, 0.5), "height": height}
        return empty_tag("rect", {**inks, "stroke-width": "1.4", **place})

    def _at(self, value: float) -> float:
        return self._plot_left + value * self._plot_width

    def _scale(self) -> Iterator[str]:
        size = sizes.SMALL_TEXT_SIZE
        for tick in _TICKS:
            x = self._at(tick)
            place = {"x1": x, "x2": x, "y1": self._axis, "y2": self._end}
            thin = {"stroke-width": "0.7"}
            yield empty_tag("line", {**self._ink(stroke="border"), **thin, **place})
            middle = {"text-anchor": "middle"}
            y = self._axis - 5.0
            yield self._text(f"{tick:g}", x, y, ink="quiet", size=size, **middle)

    def _bar(self, row: _Row) -> Iterator[str]:
        first = row.middle - (len(row.label) - 1) * sizes.LINE_HEIGHT / 2 + 4.5
        for place, line in enumerate(row.label):
            y = first + place * sizes.LINE_HEIGHT
            yield self._text(line, MARGIN, y, size=sizes.TEXT_SIZE)
        effect, top = row.effect, row.middle - BAR_HEIGHT / 2
        now = self._at(self._found.now)
        ends = {True: self._at(effect.holds), False: self._at(effect.fails)}
        # The longer half first, where both lie on one side.
        for holds in sorted(ends, key=lambda one: -abs(ends[one] - now)):
            start, end = sorted((now, ends[holds]))
            if end - start >= 0.5:
                yield self._swatch(start, top, end - start, BAR_HEIGHT, holds=holds)
        low, high = sorted((effect.holds, effect.fails))
        start, *_, end = sorted((now, *ends.values()))
        yield self._number(f"{low:.2f}", start - 6.0, row.middle, is_left=True)
        yield self._number(f"{high:.2f}", end + 6.0, row.middle, is_left=False)

    def _number(self, words: str, x: float, middle: float, *, is_left: bool) -> str:
        """Return a number beside a bar, on a ground of its own so that no line runs through it."""
        size = sizes.SMALL_TEXT_SIZE
        width = text_width(words, size=size) * self._theme.letter_width
        left = x - width if is_left else x
        place = {"x": left - 2.0, "y": middle - size / 2, "width": width + 4.0, "height": size}
        ground = empty_tag("rect", {**self._ink(fill="page"), **place})
        return ground + self._text(words, left, middle + 4.0, size=size)

    def _now(self) -> Iterator[str]:
        x = self._at(self._found.now)
        place = {"x1": x, "x2": x, "y1": self._axis, "y2": self._end}
        ink = self._ink(stroke="thesis_border")
        yield empty_tag("line", {**ink, "stroke-width": "2", **place})


def _defaults(palette: Palette) -> str:
    return " ".join(
        f"--default-{role.replace('_', '-')}: {getattr(palette, role)};" for role in _INKS
    )
