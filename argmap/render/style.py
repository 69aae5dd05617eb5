"""The style sheet of a picture, from a theme.

Every colour is a custom property that a host page may set (`--argmap-support`, …); what the theme
gives is only its fallback. All rules are bound to the picture's own id, so that several pictures
in one page do not meet.
"""

from collections.abc import Iterable
from dataclasses import fields

from argmap.drawing import sizes
from argmap.themes import Palette, Theme


def style_sheet(theme: Theme, *, root: str, tag_colours: Iterable[tuple[str, str]] = ()) -> str:
    """Return the CSS of a picture whose outermost element has the id `root`."""
    rules = [f"#{root} {{ {_defaults(theme.palette)} }}"]
    if theme.dark:
        dark = f"#{root} {{ {_defaults(theme.dark)} }}"
        rules.append(f"@media (prefers-color-scheme: dark) {{ {dark} }}")
    marks = [(f".mark-{number}", f"fill: {c};") for number, (_, c) in enumerate(tag_colours)]
    for selectors, body in (*_rules(theme), *marks):
        bound = ", ".join(f"#{root} {selector}" for selector in selectors.split(", "))
        rules.append(f"{bound} {{ {body} }}")
    return "\n".join(rules)


def _property(name: str) -> str:
    return name.replace("_", "-")


def _defaults(palette: Palette) -> str:
    names = [field.name for field in fields(palette)]
    return " ".join(f"--default-{_property(name)}: {getattr(palette, name)};" for name in names)


def _colour(name: str) -> str:
    return f"var(--argmap-{_property(name)}, var(--default-{_property(name)}))"


def _font_family(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' if " " in name else name for name in names)


def _rules(theme: Theme) -> list[tuple[str, str]]:
    fonts, line, border = _font_family(theme.fonts), theme.line_width, theme.border_width
    rules = [
        (".page", f"fill: {_colour('page')};"),
        (
            "text",
            f"font-family: {fonts}; font-size: {sizes.TEXT_SIZE:g}px; fill: {_colour('text')};",
        ),
        (".title", f"font-size: {sizes.TITLE_SIZE:g}px; font-weight: bold;"),
        (".headline", "font-weight: bold;"),
        (".sources, .more", f"font-size: {sizes.SMALL_TEXT_SIZE:g}px; fill: {_colour('quiet')};"),
        (".beside", "text-anchor: end;"),
        (".more", "font-style: italic;"),
        (".group", f"fill: {_colour('group')};"),
        (
            ".group-heading",
            f"font-weight: bold; fill: {_colour('quiet')}; paint-order: stroke; "
            f"stroke: {_colour('group')}; stroke-width: 4;",
        ),
        (".legend text", f"font-size: {sizes.PILL_TEXT_SIZE:g}px; fill: {_colour('quiet')};"),
        (".frame", f"stroke: {_colour('border')}; stroke-width: {border:g};"),
        (".line", f"fill: none; stroke-width: {line:g};"),
        (".line.attack, .line.contradiction", "stroke-dasharray: 6 4;"),
        (".bar", f"fill: none; stroke-width: {line + 1.7:g};"),
        (".pill .frame", f"fill: {_colour('page')}; stroke-width: {line:g};"),
        (
            ".pill text",
            f"font-size: {sizes.PILL_TEXT_SIZE:g}px; font-style: italic; text-anchor: middle;",
        ),
        (".claim:hover .frame, .pill:hover .frame", f"stroke-width: {border + 1.5:g};"),
    ]
    for role in ("support", "attack", "neutral"):
        colour = _colour(role)
        rules += [
            (f".claim.{role} .frame", f"fill: {_colour(role + '_fill')};"),
            (f".claim.{role} .stripe", f"fill: {colour};"),
            (f".{role} .line, .{role} .bar, .pill.{role} .frame", f"stroke: {colour};"),
            (f".{role} .head, .pill.{role} text, .pill.{role} .plus", f"fill: {colour};"),
        ]
    return [
        *rules,
        (
            ".claim.thesis .frame",
            f"fill: {_colour('thesis')}; stroke: {_colour('thesis_border')}; "
            f"stroke-width: {border + 1:g};",
        ),
        (".claim.thesis text", f"fill: {_colour('thesis_text')};"),
        (".claim.thesis .sources, .claim.thesis .more", f"fill: {_colour('thesis_quiet')};"),
        (".claim.thesis .stripe", f"fill: {_colour('gold')};"),
    ]
