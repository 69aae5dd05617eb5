"""Themes: the colours of a picture. Each pair of text and ground keeps WCAG AA contrast."""

from dataclasses import dataclass


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
    thesis_text: str
    thesis_quiet: str
    gold: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: its palette, and the palette for dark pages when it follows the reader's wish."""

    name: str
    palette: Palette
    dark: Palette | None = None


LIGHT = Palette(
    page="#ffffff",
    text="#14213a",
    quiet="#56627a",
    border="#c9d3df",
    group="#f0f3f8",
    support="#0f766e",
    support_fill="#f6fbfa",
    attack="#c2410c",
    attack_fill="#fff8f1",
    neutral="#64748b",
    neutral_fill="#f8fafc",
    thesis="#1d3557",
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
    thesis_text="#101a2e",
    thesis_quiet="#3e4c64",
    gold="#eab308",
)

THEMES = (
    Theme("auto", LIGHT, DARK),
    Theme("light", LIGHT),
    Theme("dark", DARK),
)


def theme_named(name: str) -> Theme:
    """Return the theme of that name; KeyError where there is none."""
    return {theme.name: theme for theme in THEMES}[name]
