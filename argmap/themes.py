"""Themes: colours, faces and widths of a picture, as small values.

Each pair of text and ground keeps the contrast that WCAG 2 asks for at level AA, those of
`high-contrast` at level AAA; tests compute it.
"""

from dataclasses import dataclass

from argmap.values import is_text

ARIAL_METRIC_FONTS = ("Arial", "Liberation Sans", "Arimo", "Helvetica", "sans-serif")


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one appearance, as CSS hexadecimal colours."""

    page: str
    text: str
    quiet: str
    border: str
    group: str
    support: str
    support_fill: str
    attack: str
    attack_fill: str
    neutral: str
    neutral_fill: str
    thesis: str
    thesis_border: str
    thesis_text: str
    thesis_quiet: str
    gold: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: its palette, and the palette for dark pages when it follows the reader's wish.

    `fonts` are names of faces, the best first; `letter_width` is how wide their letters are beside
    those of Arial, so that text stays in its box. `corner`, `line_width` and `border_width` are in
    pixels.
    """

    name: str
    palette: Palette
    dark: Palette | None = None
    fonts: tuple[str, ...] = ARIAL_METRIC_FONTS
    letter_width: float = 1.0
    corner: float = 5.0
    line_width: float = 1.8
    border_width: float = 1.0


LIGHT = Palette(
    page="#ffffff",
    text="#14213a",
    quiet="#56627a",
    border="#c9d3df",
    group="#f0f3f8",
    support="#0f766e",
    support_fill="#f6fbfa",
    attack="#bf400c",
    attack_fill="#fff8f1",
    neutral="#64748b",
    neutral_fill="#f8fafc",
    thesis="#1d3557",
    thesis_border="#1d3557",
    thesis_text="#ffffff",
    thesis_quiet="#d3deee",
    gold="#eab308",
)

DARK = Palette(
    page="#0f1520",
    text="#e8edf5",
    quiet="#a3afc2",
    border="#3a4557",
    group="#182132",
    support="#2dd4bf",
    support_fill="#13211f",
    attack="#fb923c",
    attack_fill="#261b16",
    neutral="#94a3b8",
    neutral_fill="#182030",
    thesis="#dbe7f7",
    thesis_border="#dbe7f7",
    thesis_text="#101a2e",
    thesis_quiet="#3e4c64",
    gold="#eab308",
)

INK_ON_PAPER = Palette(
    page="#ffffff",
    text="#000000",
    quiet="#333333",
    border="#000000",
    group="#f2f2f2",
    support="#000000",
    support_fill="#ffffff",
    attack="#000000",
    attack_fill="#ffffff",
    neutral="#000000",
    neutral_fill="#ffffff",
    thesis="#ffffff",
    thesis_border="#000000",
    thesis_text="#000000",
    thesis_quiet="#333333",
    gold="#000000",
)

STRONG_LIGHT = Palette(
    page="#ffffff",
    text="#000000",
    quiet="#2b2b2b",
    border="#000000",
    group="#ededed",
    support="#004d40",
    support_fill="#ffffff",
    attack="#8f1d00",
    attack_fill="#ffffff",
    neutral="#333333",
    neutral_fill="#ffffff",
    thesis="#000000",
    thesis_border="#000000",
    thesis_text="#ffffff",
    thesis_quiet="#f0f0f0",
    gold="#ffd600",
)

STRONG_DARK = Palette(
    page="#000000",
    text="#ffffff",
    quiet="#e0e0e0",
    border="#ffffff",
    group="#1f1f1f",
    support="#4df5dc",
    support_fill="#000000",
    attack="#ffb066",
    attack_fill="#000000",
    neutral="#e0e0e0",
    neutral_fill="#000000",
    thesis="#ffffff",
    thesis_border="#ffffff",
    thesis_text="#000000",
    thesis_quiet="#1f1f1f",
    gold="#b38600",
)

THEMES = (
    Theme("auto", LIGHT, DARK),
    Theme("light", LIGHT),
    Theme("dark", DARK),
    Theme("print", INK_ON_PAPER, line_width=1.5),
    Theme("high-contrast", STRONG_LIGHT, STRONG_DARK, line_width=2.6, border_width=2.0),
)
# What must stand out from what, and by which ratio: text by 4.5, lines and edges by 3.
READABLE = (
    *(
        (text, ground, 4.5)
        for text in ("text", "quiet")
        for ground in ("page", "group", "support_fill", "attack_fill", "neutral_fill")
    ),
    ("support", "page", 4.5),
    ("attack", "page", 4.5),
    ("thesis_text", "thesis", 4.5),
    ("thesis_quiet", "thesis", 4.5),
    ("neutral", "page", 3.0),
    ("support", "group", 3.0),
    ("attack", "group", 3.0),
    ("thesis_border", "page", 3.0),
)
THEME_NAMES = tuple(theme.name for theme in THEMES)


def is_theme_name(name: str) -> bool:
    """Return whether `name` is that of a theme of argmap's, or of a YAML file."""
    return name in THEME_NAMES or (is_text(name) and name.lower().endswith((".yaml", ".yml")))


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two hexadecimal colours, from 1 to 21 (WCAG 2.1, 1.4.3)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def theme_named(name: str) -> Theme:
    """Return the theme of that name; KeyError where there is none."""
    return {theme.name: theme for theme in THEMES}[name]
