"""A document → a theme of an author's own, with every fault that keeps it from being one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from argmap.diagnostics import Diagnostic
from argmap.document import Document, Mapping
from argmap.faults import Fault, FaultLog, TooManyFaultsError, quoted
from argmap.grammar import VERSION
from argmap.reader.fields import Fields, fields_of
from argmap.source import at_start
from argmap.theme_grammar import PALETTE, THEME
from argmap.themes import DARK, READABLE, Palette, Theme, contrast, theme_named


@dataclass(frozen=True, slots=True)
class ThemeReading:
    """What was read. `theme` is None where any of the diagnostics is an error."""

    theme: Theme | None
    diagnostics: tuple[Diagnostic, ...]


def read_theme(document: Document, *, name: str) -> ThemeReading:
    """Return the theme that a document holds, or the faults that keep it from being one."""
    log = FaultLog()
    theme = None
    if isinstance(document.root, Mapping):
        try:
            theme = _theme(document.root, name=name, log=log)
        except TooManyFaultsError:
            theme = None
    found = sorted((*document.diagnostics, *log.diagnostics), key=lambda one: one.sort_key)
    return ThemeReading(None if found else theme, tuple(found))


def _theme(root: Mapping, *, name: str, log: FaultLog) -> Theme:
    if root.get("argmap-theme") is None:
        message = "this is not a theme: it has no key “argmap-theme”"
        advice = f"begin the file with the line “argmap-theme: {VERSION}”"
        log.report(Fault.NOT_A_MAP, at_start(root.span.file), message, help=advice)
    fields = fields_of(root, THEME, log=log)
    base = theme_named(fields.text("base") or "auto")
    palette = _palette(fields, "colours", base.palette, log=log)
    dark = base.dark
    if "dark" in fields.nodes:
        dark = _palette(fields, "dark", base.dark or DARK, log=log)
    numbers = {
        key: float(written)
        for key in ("letter_width", "corner", "line_width", "border_width")
        if (written := fields.text(key)) is not None
    }
    return replace(
        base,
        name=name,
        palette=palette,
        dark=dark,
        fonts=(*fields.texts("fonts"), "sans-serif") if "fonts" in fields.nodes else base.fonts,
        **numbers,
    )


def _palette(fields: Fields, name: str, base: Palette, *, log: FaultLog) -> Palette:
    node = fields.nodes.get(name)
    if not isinstance(node, Mapping):
        return base
    given = fields_of(node, PALETTE, log=log)
    colours = {key: given.text(key) for key in given.nodes}
    palette = replace(base, **{key: colour for key, colour in colours.items() if colour})
    for one, other, wanted in _unreadable(palette, given):
        there = given.span_of(one) or given.span_of(other) or node.span
        ratio = contrast(getattr(palette, one), getattr(palette, other))
        message = (
            f"{quoted(one)} ({getattr(palette, one)}) on {quoted(other)} "
            f"({getattr(palette, other)}) has a contrast of {ratio:.1f}, too little to be read"
        )
        advice = f"make one of them darker or lighter, until it is {wanted:g} (WCAG 2, level AA)"
        log.report(Fault.BAD_VALUE, there, message, help=advice)
    return palette


def _unreadable(palette: Palette, given: Fields) -> Iterator[tuple[str, str, float]]:
    """Yield each colour that is too much like another, at least one of the two being given."""
    worst: dict[str, tuple[float, str, str, float]] = {}
    for one, other, wanted in READABLE:
        ratio = contrast(getattr(palette, one), getattr(palette, other))
        if ratio < wanted and (one in given.nodes or other in given.nodes):
            found = (ratio, one, other, wanted)
            worst[one] = min(worst.get(one, found), found)
    for _, one, other, wanted in worst.values():
        yield one, other, wanted
