"""The style sheet of a page around a picture, in the colours of the picture's theme."""

from dataclasses import fields

from argmap.render.html.enlarging import ENLARGING_RULES
from argmap.render.svg.look_table import font_family
from argmap.render.svg.sheet import is_light
from argmap.themes import Palette, Theme

_RULES = """
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem }
body { margin: 0; background: var(--page); color: var(--text); line-height: 1.5 }
body { font-size: 1.0625rem; overflow-wrap: anywhere }
header, .prose { max-width: 44rem; margin: 0 auto; padding: 0 1.25rem }
header { padding-top: 2.5rem; text-align: center }
h1 { font-size: clamp(1.6rem, 1.2rem + 2vw, 2.2rem); line-height: 1.15; margin: 0 0 .6rem }
h1, h2, h3 { text-wrap: balance }
header p { color: var(--quiet); margin: .4rem 0 }
h2 { font-size: 1.5rem; line-height: 1.2; margin: 3rem 0 1rem }
h3 { font-size: 1.25rem; line-height: 1.25; margin: 0 0 .4rem }
h4 { font-size: 1rem; margin: 1.6rem 0 .5rem }
p { margin: .3rem 0 }
a { color: inherit; text-underline-offset: .15em; text-decoration-thickness: 1px }
a:hover { text-decoration-thickness: 2px }
a:focus-visible, summary:focus-visible, .frame:focus-visible
  { outline: 3px solid var(--text); outline-offset: 2px; border-radius: 2px }
section:focus { outline: none }
.skip { position: absolute; left: 1rem; top: -6rem; padding: .5rem 1rem; z-index: 1 }
.skip:focus { top: 1rem; background: var(--page) }
figure { margin: 1.5rem auto 0; padding: 0 1rem }
.frame { overflow: auto; border-radius: 8px }
.argmap-frame > svg { display: block; margin: 0 auto; min-width: var(--smallest) }
figcaption { color: var(--quiet); text-align: center; margin-top: .5rem }
ul { list-style: none; margin: 0; padding: 0 }
li { margin: .55rem 0 }
li li { margin: .4rem 0 }
li ul { padding-inline-start: 1.1rem }
.thesis, .branch, .aside { margin: 0 0 2.5rem; padding-inline-start: 1rem }
.thesis { border-inline-start: 5px solid var(--gold) }
.branch, .aside { border-inline-start: 5px solid var(--border) }
.support, .backing, .attack, .undercut { padding-inline-start: .75rem }
h4.support, h4.attack { padding: 0 }
li.support, li.backing { border-inline-start: 2px solid var(--support) }
li.attack, li.undercut { border-inline-start: 2px dashed var(--attack) }
li.premise { padding-inline-start: .75rem; border-inline-start: 2px dotted var(--border) }
h4.support, .support > p > .how, .backing > p > .how { color: var(--support) }
h4.attack, .attack > p > .how, .undercut > p > .how { color: var(--attack) }
.name { font-style: italic }
.name::before { content: "(" } .name::after { content: ")" }
small, .note { font-size: .875rem; color: var(--quiet) }
.note { display: block; margin-top: .15rem }
summary { cursor: pointer; font-size: .875rem; color: var(--quiet); width: fit-content }
:target > p, :target > h3 { background: var(--group); box-shadow: 0 0 0 .35rem var(--group) }
.uses { columns: 16rem; column-gap: 2rem; font-size: .9375rem; padding-top: .25rem }
.uses li { margin: .1rem 0; break-inside: avoid }
#sources { padding-bottom: 4rem }
@media (min-width: 100rem) { figure { padding: 0 } }
@media (max-width: 40rem) {
  body { font-size: 1rem }
  header { padding-top: 1.5rem; text-align: start }
  figure { padding: 0 }
  .frame { border-radius: 0 }
  .argmap-frame > svg { min-width: 0 }
  header, .prose, .argmap-larger { padding-inline: .9rem }
  .thesis, .branch, .aside { padding-inline-start: .6rem }
  li.support, li.backing, li.attack, li.undercut, li.premise { padding-inline-start: .5rem }
  li ul { padding-inline-start: .3rem }
}
@media print {
  body { font-size: 10.5pt }
  .skip, summary { display: none }
  .frame { overflow: visible }
  .argmap-frame > svg { min-width: 0; max-height: 95vh; width: auto }
  .prose { max-width: none }
  h2, h3, h4 { break-after: avoid }
  p { orphans: 3; widows: 3 }
  a { text-decoration: none }
}
"""

_ENLARGED = """
.frame .argmap-frame:popover-open { background: var(--page); color: var(--text) }
.argmap-larger { margin-top: .75rem }
.argmap-larger button, .argmap-close { min-height: 2.25rem; padding: .35rem .9rem;
  background: var(--page); color: var(--text); border: 1px solid var(--border); border-radius: 8px }
.argmap-larger button:hover, .argmap-close:hover { background: var(--group) }
.argmap-larger button:focus-visible, .argmap-close:focus-visible
  { outline: 3px solid var(--text); outline-offset: 2px }"""


def page_style(theme: Theme) -> str:
    """Return the CSS of a page whose picture has that theme."""
    return colour_style(theme) + _RULES.rstrip() + ENLARGING_RULES.rstrip() + _ENLARGED


def colour_style(theme: Theme) -> str:
    """Return the CSS by which a page knows the colours and the faces of a theme."""
    rules = [
        f":root {{ color-scheme: {_schemes(theme)}; {_colours(theme.palette)} }}",
        f"body {{ font-family: {font_family(theme.fonts)} }}",
    ]
    if theme.dark:
        dark = f":root {{ {_colours(theme.dark)} }}"
        rules.insert(1, f"@media screen and (prefers-color-scheme: dark) {{ {dark} }}")
    return "\n".join(rules)


def _colours(palette: Palette) -> str:
    names = (field.name for field in fields(palette))
    return " ".join(f"--{name.replace('_', '-')}: {getattr(palette, name)};" for name in names)


def _schemes(theme: Theme) -> str:
    if theme.dark:
        return "light dark"
    return "light" if is_light(theme.palette) else "dark"
