"""The style sheet of a picture, from a theme.

Every colour is a custom property that a host page may set (`--argmap-support`, …); what the theme
gives is only its fallback. All rules are bound to the picture's own id, so that several pictures
in one page do not meet.

A fixed style sheet has plain colours instead: for programs that turn an SVG into pixels or paper,
which know no custom properties, no wishes of a reader and no pointer.
"""

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import fields

from argmap.drawing import sizes
from argmap.themes import Palette, Theme

_BOLD = {"title", "headline", "group-heading"}
_ITALIC = {"more", "pill"}
_TYPE_SIZES = {
    "title": sizes.TITLE_SIZE,
    "sources": sizes.SMALL_TEXT_SIZE,
    "more": sizes.SMALL_TEXT_SIZE,
    "pill": sizes.PILL_TEXT_SIZE,
    "legend": sizes.PILL_TEXT_SIZE,
}
_QUIET = {"sources", "more", "legend", "group-heading"}
ROLES = ("support", "attack", "neutral")
_ANCHORS = {"pill": "middle", "beside": "end"}
# Some hosts say by an attribute or a class only whether they are dark.
_HOSTS = {
    "dark": (
        '[data-theme="dark"]',
        '[data-jp-theme-light="false"]',
        ".vscode-dark",
        ".quarto-dark",
    ),
    "light": (
        '[data-theme="light"]',
        '[data-jp-theme-light="true"]',
        ".vscode-light",
        ".quarto-light",
    ),
}

Colour = Callable[[str], str]


def style_sheet(
    theme: Theme,
    *,
    root: str,
    tag_colours: Iterable[tuple[str, str]] = (),
    fixed: bool = False,
    in_page: bool = False,
) -> str:
    """Return the CSS of a picture whose outermost element has the id `root`.

    A picture `in_page` follows the colour scheme of the page that it stands in, which may be set
    by a button; a picture that stands alone follows the reader’s wish.

    `fixed` asks for plain colours: those of light pages where the theme follows the reader.
    """
    rules = []
    if not fixed:
        rules.append(f"#{root} {{ {_defaults(theme.palette)} }}")
        if theme.dark and in_page:
            both = f"#{root} {{ {_both(theme.palette, theme.dark)} }}"
            rules.append(f"@supports (color: light-dark(red, red)) {{ {both} }}")
            rules += _schemes(root)
        elif theme.dark:
            dark = f"#{root} {{ {_defaults(theme.dark)} }}"
            rules.append(f"@media (prefers-color-scheme: dark) {{ {dark} }}")
    marks = [(f".mark-{number}", f"fill: {c};") for number, (_, c) in enumerate(tag_colours)]
    for selectors, body in (*_rules(theme, fixed), *marks):
        bound = ", ".join(f"#{root} {selector}" for selector in selectors.split(", "))
        rules.append(f"{bound} {{ {body} }}")
    return "\n".join(rules)


def _schemes(root: str) -> Iterator[str]:
    for scheme, hosts in _HOSTS.items():
        selectors = ", ".join(f"{host} #{root}" for host in hosts)
        yield f"{selectors} {{ color-scheme: {scheme}; }}"


def is_bold(classes: Set[str]) -> bool:
    """Return whether text within elements of those classes is bold."""
    return not _BOLD.isdisjoint(classes)


def is_italic(classes: Set[str]) -> bool:
    """Return whether text within elements of those classes is italic."""
    return not _ITALIC.isdisjoint(classes)


def type_size(classes: Set[str]) -> float:
    """Return the size in pixels of text within elements of those classes."""
    return next((size for name, size in _TYPE_SIZES.items() if name in classes), sizes.TEXT_SIZE)


def anchor(classes: Set[str]) -> str:
    """Return where the x of a line lies in fixed rules: at its left start, middle or right end."""
    return next((place for name, place in _ANCHORS.items() if name in classes), "start")


def text_colour(palette: Palette, classes: Set[str]) -> str:
    """Return the colour of text within elements of those classes under fixed rules."""
    quiet = not _QUIET.isdisjoint(classes) or "rejected" in classes
    if "pill" in classes:
        role = next((role for role in ROLES if role in classes), "text")
        return str(getattr(palette, role))
    if "thesis" in classes:
        return palette.thesis_quiet if quiet else palette.thesis_text
    return palette.quiet if quiet else palette.text


def font_family(names: Iterable[str]) -> str:
    """Return the names of faces as CSS."""
    return ", ".join(f'"{name}"' if " " in name else name for name in names)


def _property(name: str) -> str:
    return name.replace("_", "-")


def _defaults(palette: Palette) -> str:
    names = [field.name for field in fields(palette)]
    return " ".join(f"--default-{_property(name)}: {getattr(palette, name)};" for name in names)


def _both(light: Palette, dark: Palette) -> str:
    parts = []
    for field in fields(light):
        colours = f"{getattr(light, field.name)}, {getattr(dark, field.name)}"
        parts.append(f"--default-{_property(field.name)}: light-dark({colours});")
    return " ".join(parts)


def _colour(name: str) -> str:
    return f"var(--argmap-{_property(name)}, var(--default-{_property(name)}))"


def _fixed_colour(palette: Palette) -> Colour:
    return lambda name: str(getattr(palette, name))


def _rules(theme: Theme, fixed: bool) -> list[tuple[str, str]]:
    colour = _fixed_colour(theme.palette) if fixed else _colour
    fonts, line, border = font_family(theme.fonts), theme.line_width, theme.border_width
    rules = [
        (".page", f"fill: {colour('page')};"),
        (
            "text",
            f"font-family: {fonts}; font-size: {sizes.TEXT_SIZE:g}px; fill: {colour('text')};",
        ),
        (".title", f"font-size: {sizes.TITLE_SIZE:g}px; font-weight: bold;"),
        (".headline", "font-weight: bold;"),
        (".sources, .more", f"font-size: {sizes.SMALL_TEXT_SIZE:g}px; fill: {colour('quiet')};"),
        (".beside", "text-anchor: end;"),
        (".more", "font-style: italic;"),
        (".group", f"fill: {colour('group')};"),
        (
            ".group-heading",
            f"font-weight: bold; fill: {colour('quiet')}; paint-order: stroke; "
            f"stroke: {colour('group')}; stroke-width: 4;",
        ),
        (".legend text", f"font-size: {sizes.PILL_TEXT_SIZE:g}px; fill: {colour('quiet')};"),
        (".frame", f"stroke: {colour('border')}; stroke-width: {border:g};"),
        (".line", f"fill: none; stroke-width: {line:g};"),
        (".line.attack, .line.contradiction", "stroke-dasharray: 6 4;"),
        (".bar", f"fill: none; stroke-width: {line + 1.7:g};"),
        (".pill .frame", f"fill: {colour('page')}; stroke-width: {line:g};"),
        (
            ".pill text",
            f"font-size: {sizes.PILL_TEXT_SIZE:g}px; font-style: italic; text-anchor: middle;",
        ),
    ]
    if not fixed:
        hover = ".claim:hover .frame, .pill:hover .frame"
        rules.append((hover, f"stroke-width: {border + 1.5:g};"))
    for role in ROLES:
        edge = colour(role)
        rules += [
            (f".claim.{role} .frame", f"fill: {colour(role + '_fill')};"),
            (f".claim.{role} .stripe", f"fill: {edge};"),
            (f".{role} .line, .{role} .bar, .pill.{role} .frame", f"stroke: {edge};"),
            (f".{role} .head, .pill.{role} text, .pill.{role} .inference", f"fill: {edge};"),
        ]
    return [
        *rules,
        (
            ".claim.thesis .frame",
            f"fill: {colour('thesis')}; stroke: {colour('thesis_border')}; "
            f"stroke-width: {border + 1:g};",
        ),
        (".claim.thesis text", f"fill: {colour('thesis_text')};"),
        (".claim.thesis .sources, .claim.thesis .more", f"fill: {colour('thesis_quiet')};"),
        (".claim.thesis .stripe", f"fill: {colour('gold')};"),
        *_verdict_rules(colour, line, border),
    ]


def _verdict_rules(colour: Colour, line: float, border: float) -> list[tuple[str, str]]:
    thin = line / 2
    return [
        (".claim.rejected text, .pill.rejected text", f"fill: {colour('quiet')};"),
        (".claim.thesis.rejected text", f"fill: {colour('thesis_quiet')};"),
        (".claim.rejected .stripe", "opacity: 0.45;"),
        (".pill.rejected .frame, .pill.rejected .inference", "opacity: 0.55;"),
        (".claim.undecided .frame", f"stroke: {colour('quiet')}; stroke-dasharray: 5 3;"),
        (".claim.thesis.undecided .frame", f"stroke: {colour('gold')};"),
        (".pill.undecided .frame", "stroke-dasharray: 5 3;"),
        (".fails .line", f"stroke-width: {thin:g};"),
        (".fails .bar", f"stroke-width: {thin + 0.8:g};"),
        (".badge .disc", f"fill: {colour('page')}; stroke-width: 1.4;"),
        (".badge .sign", "fill: none; stroke-width: 1.6; stroke-linecap: round;"),
        (".badge.accepted .disc", f"fill: {colour('support')}; stroke: {colour('page')};"),
        (".badge.accepted .sign", f"stroke: {colour('page')};"),
        (".badge.rejected .disc, .badge.rejected .sign", f"stroke: {colour('attack')};"),
        (".badge.undecided .disc, .badge.undecided .sign", f"stroke: {colour('text')};"),
        (".scale", f"fill: {colour('border')};"),
        (".degree", f"fill: {colour('quiet')};"),
        (".claim.thesis .degree", f"fill: {colour('gold')};"),
        (".badge .ring", f"fill: none; stroke: {colour('gold')}; stroke-width: {border + 1:g};"),
        (".claim.changed .frame", f"stroke: {colour('gold')}; stroke-width: {border + 1.5:g};"),
    ]
