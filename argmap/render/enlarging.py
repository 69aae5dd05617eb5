"""A picture that a button shows at full size, in a frame that scrolls; without script.

The frame with the picture is a popover that stands in the page while it is closed. So there is one
drawing only, with its links and its colours; browsers that know no popovers show it as it stands.
"""

import re
from collections.abc import Iterator

from argmap.render.html_outline import Teller
from argmap.render.markup import open_tag

ENLARGING_RULES = """
.argmap-frame > svg { display: block; margin: 0 auto; max-width: 100%; height: auto }
.argmap-frame > svg a { text-decoration: none }
.argmap-larger, .argmap-close { display: none }
.argmap-larger button, .argmap-close { font: inherit; font-size: .875rem; cursor: pointer }
@supports selector(:popover-open) {
  .argmap-frame:not(:popover-open) { display: block; position: static; width: auto; height: auto;
    margin: 0; padding: 0; border: 0; overflow: visible; background: none; color: inherit }
  .argmap-frame:popover-open { position: fixed; inset: 0; width: auto; height: auto;
    max-width: none; max-height: none; margin: 1rem; padding: .5rem; overflow: auto;
    background: Canvas; color: CanvasText; border: 1px solid }
  .argmap-frame:popover-open > svg { max-width: none !important }
  .argmap-frame:popover-open > .argmap-close { display: block; position: sticky; top: 0; left: 0 }
  .argmap-larger { display: block; text-align: end; container-type: inline-size }
}
@media print { .argmap-larger, .argmap-close { display: none !important } }
"""
_ROOT = re.compile(r'<svg [^>]*?\bid="(?P<id>[^"]+)"[^>]*? width="(?P<width>[\d.]+)"')


def enlarging(svg: str, teller: Teller) -> Iterator[str]:
    """Yield a picture within its frame, and the button that opens it where it is shown smaller."""
    root = _ROOT.match(svg)
    if root is None:
        raise ValueError("this is no picture of argmap's")
    frame = f"{root['id']}_frame"
    yield open_tag("div", {"class": "argmap-frame", "id": frame, "popover": "auto"})
    close = {"type": "button", "class": "argmap-close", "popovertarget": frame}
    close |= {"popovertargetaction": "hide", "autofocus": "autofocus"}
    yield teller.own("button", teller.words.close, close)
    yield svg
    yield "</div>"
    larger = f"{root['id']}_larger"
    yield open_tag("div", {"class": "argmap-larger", "id": larger})
    wide = f"(min-width: {root['width']}px)"
    yield f"<style>@container {wide} {{ #{larger} button {{ display: none }} }}</style>"
    yield teller.own("button", teller.words.enlarge, {"type": "button", "popovertarget": frame})
    yield "</div>"
