"""The style sheet of a picture: what browsers make of it beyond its plain attributes.

Every colour is a custom property that a host page may set (`--argmap-support`, …); what the theme
gives is only its fallback. All rules are bound to the picture's own id, so that several pictures
in one page do not meet. From the page around it a picture takes colours and nothing else.

All of it but the faces stands in one `@supports` that programs pass over which know no custom
properties: they draw the attributes.
"""

from collections.abc import Iterator
from dataclasses import fields
from functools import lru_cache

from argmap.render.svg.look import Look
from argmap.render.svg.look_table import Ink, Rule
from argmap.render.svg.sheet import sheet_colour
from argmap.themes import Palette, Theme

# What pages set for their own text, and shapes would inherit.
_RESET = (
    "direction: ltr; unicode-bidi: isolate; writing-mode: horizontal-tb; text-orientation: mixed; "
    "text-anchor: start; dominant-baseline: auto; text-indent: 0; white-space: normal; "
    "paint-order: normal; fill: #000; fill-opacity: 1; stroke: none; stroke-opacity: 1; "
    "stroke-dasharray: none; stroke-linecap: butt; stroke-linejoin: miter"
)
# Some pages space the letters of all that is in them; our boxes are measured without.
_SPACING = ("letter-spacing: normal", "word-spacing: normal", "text-transform: none")
# Some hosts say by an attribute or a class only whether they are dark.
HOSTS = {
    "dark": (
        '[data-theme="dark"]',
        '[data-jp-theme-light="false"]',
        ".dark",
        ".theme-dark",
        ".vscode-dark",
        ".quarto-dark",
    ),
    "light": (
        '[data-theme="light"]',
        '[data-jp-theme-light="true"]',
        ".light",
        ".theme-light",
        ".vscode-light",
        ".quarto-light",
    ),
}


def style_sheet(look: Look, *, root: str) -> str:
    """Return the CSS of the pictures whose outermost element the selector `root` finds.

    A picture in a page follows the colour scheme of the page that it stands in, which may be set
    by a button; a picture that stands alone follows the reader’s wish. On paper both are light.
    """
    return _of_any(look).replace(_ROOT, root)


# A character that no style sheet holds, where the selector of the root belongs.
_ROOT = "\0"


@lru_cache(maxsize=16)
def _of_any(look: Look) -> str:
    """Return the CSS but for the root; all pictures that look alike have the same."""
    theme, root = look.theme, _ROOT
    colours = _colours_in_page(theme, root) if look.in_page else _colours_alone(theme, root)
    rules = [*colours, *_reset(look, root)]
    rules += [_rule(rule, root) for rule in look.rules]
    hover = f"stroke-width: {theme.border_width + 1.5:g}"
    rules.append(f"{root} .claim:hover .frame, {root} .pill:hover .frame {{ {hover} }}")
    if look.in_page:
        rules.append(_sheet(theme, root))
    lines = ["@supports (color: var(--a)) {", *rules, "}"]
    return "\n".join(lines if look.in_page else [_faces(look, root), *lines])


def _faces(look: Look, root: str) -> str:
    """Return the rule by which programs that read any style sheet know all faces of a picture.

    Qt takes a list of faces for the name of one, and so finds none. It does not know this selector,
    and draws the attribute, which is the first face alone.
    """
    return f"{root}[font-family] {{ font-family: {look.for_all['font-family']} }}"


def _colours_alone(theme: Theme, root: str) -> Iterator[str]:
    yield f"{root} {{ {_colours(theme.palette)} }}"
    if theme.dark:
        dark = f"{root} {{ {_colours(theme.dark)} }}"
        yield f"@media screen and (prefers-color-scheme: dark) {{ {dark} }}"


def _colours_in_page(theme: Theme, root: str) -> Iterator[str]:
    yield f"{root} {{ {_colours(theme.palette)} }}"
    if theme.dark is None:
        return
    both = f"{root} {{ {_colours(theme.palette, theme.dark)} }}"
    yield f"@supports (color: light-dark(red, red)) {{ {both} }}"
    for scheme, hosts in HOSTS.items():
        selectors = ", ".join(f"{host} {root}" for host in hosts)
        yield f"{selectors} {{ color-scheme: {scheme} }}"
    yield f"@media print {{ {root} {{ color-scheme: light !important }} }}"


def _colours(palette: Palette, dark: Palette | None = None) -> str:
    """Return the declarations of all colours, as the host wants them or else as the palette has."""
    parts = []
    for field in fields(palette):
        colour = getattr(palette, field.name)
        if dark:
            colour = f"light-dark({colour}, {getattr(dark, field.name)})"
        name = _property(field.name)
        parts.append(f"--ink-{name}: var(--argmap-{name}, {colour});")
        if field.name == "page":
            parts.append(f"--own-{name}: var(--argmap-knocked-out, {colour});")
    return " ".join(parts)


def _reset(look: Look, root: str) -> Iterator[str]:
    font = f"{look.for_all['font-size']}px {look.for_all['font-family']}"
    yield f"{root} {{ max-width: 100%; height: auto; {_RESET}; font: {font} }}"
    inner = ", ".join(f"{root} {name}" for name in ("g", "a", "text", "tspan"))
    yield f"{inner} {{ font: inherit; text-decoration: none }}"
    spacing = " ".join(f"{one} !important;" for one in _SPACING)
    yield f"{root}, {root} * {{ {spacing} }}"


def _rule(rule: Rule, root: str) -> str:
    bound = ", ".join(f"{root} {selector}" for selector in rule.selectors)
    body = " ".join(f"{name}: {_value(name, v)};" for name, v in rule.declarations.items())
    return f"{bound} {{ {body} }}"


def _value(name: str, value: str | float | Ink) -> str:
    if isinstance(value, Ink):
        return f"var(--{'own' if value.own else 'ink'}-{_property(value.name)})"
    if isinstance(value, str):
        return value
    return f"{value:g}{'px' if name == 'font-size' else ''}"


def _sheet(theme: Theme, root: str) -> str:
    """Return the rule for the sheet in a page: there only where it is needed."""
    rule = f"{root} .page {{ fill: var(--argmap-page, {sheet_colour(theme)}) }}"
    return f"@supports (color: {sheet_colour(theme)}) {{ {rule} }}"


def _property(name: str) -> str:
    return name.replace("_", "-")
