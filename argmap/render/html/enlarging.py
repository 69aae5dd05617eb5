"""A picture that a button shows at full size, in a frame that scrolls; without script.

The frame with the picture is a popover that stands in the page while it is closed. So there is one
drawing only, with its links and its colours; browsers that know no popovers show it as it stands.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from argmap.render.html.outline_lists import Teller
from argmap.render.markup import element, empty_tag, number, open_tag

ENLARGING_RULES = """
.argmap-frame > svg { display: block; margin: 0 auto; max-width: 100%; height: auto }
.argmap-frame > svg a { text-decoration: none }
.argmap-larger, .argmap-close, .argmap-printed { display: none }
.argmap-printed { max-width: 100%; height: auto }
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
@media print {
  .argmap-larger, .argmap-close { display: none !important }
  @supports selector(:popover-open) {
    .argmap-frame:popover-open { display: none !important }
    .argmap-frame:popover-open + .argmap-printed { display: block }
  }
}
"""
# A frame of fewer pixels shows the picture for telephones.
NARROW = 560
_ROOT = re.compile(
    r'<svg [^>]*?\bid="(?P<id>[^"]+)"[^>]*? viewBox="(?P<box>[^"]+)" width="(?P<width>[\d.]+)"'
)


def enlarging(
    svg: str,
    teller: Teller,
    *,
    narrower: Sequence[tuple[float, str]] = (),
    hidden: bool = False,
    focuses: bool = True,
) -> Iterator[str]:
    """Yield a picture within its frame.

    The `narrower` ones take its place where the frame has fewer pixels than stand before them, the
    last of them on the screen of a telephone. What is `hidden` is shown by a style sheet alone. It
    `focuses` the button that closes it, which browsers complain of where the page stands in a frame
    of another.
    """
    root, width, box = _named(svg)
    frame = f"{root}_frame"
    attributes = {"class": "argmap-frame", "id": frame, "popover": "auto"}
    yield open_tag("div", {**attributes, "hidden": "hidden" if hidden else None})
    close = {"type": "button", "class": "argmap-close", "popovertarget": frame}
    close |= {"popovertargetaction": "hide"} | ({"autofocus": "autofocus"} if focuses else {})
    yield teller.own("button", teller.words.close, close)
    yield svg
    if narrower:
        widths = {_named(other)[0]: below for below, other in narrower}
        yield f"<style>{_switch(frame, root, widths)}</style>"
    for _, other in narrower:
        # Where the style sheet is lost, there is one picture only.
        yield other.replace("<svg ", '<svg display="none" ', 1)
    yield "</div>"
    # What is open lies above all pages of a print, so that its place in the text holds a copy.
    copied = empty_tag("use", {"href": f"#{root}"})
    size = {"viewBox": box, "width": width, "aria-hidden": "true"}
    yield element("svg", {"class": "argmap-printed", **size}, copied)


def enlarging_button(svg: str, teller: Teller, *, hidden: bool = False) -> Iterator[str]:
    """Yield the button that opens a picture at full size, where it is shown smaller."""
    root, width, _ = _named(svg)
    larger = f"{root}_larger"
    attributes = {"class": "argmap-larger", "id": larger, "hidden": "hidden" if hidden else None}
    yield open_tag("div", attributes)
    wide = f"(min-width: {width}px)"
    yield f"<style>@container {wide} {{ #{larger} button {{ display: none }} }}</style>"
    opens = {"type": "button", "popovertarget": f"{root}_frame"}
    yield teller.own("button", teller.words.enlarge, opens)
    yield "</div>"


def _named(svg: str) -> tuple[str, str, str]:
    """Return the id, the width and the box of a picture."""
    root = _ROOT.match(svg)
    if root is None:
        raise ValueError("this is no picture of argmap's")
    return root["id"], root["width"], root["box"]


def _switch(frame: str, wide: str, narrower: Mapping[str, float]) -> str:
    """Return the rules by which a frame with little room shows one of the other pictures.

    A frame that asks how wide it is has no width of its own where it shrinks to what it holds.
    """
    rules = [
        f"#{frame} {{ container-type: inline-size; contain-intrinsic-inline-size: 760px }}",
        f"{', '.join(f'#{one}' for one in narrower)} {{ display: none }}",
    ]
    closed = f"#{frame}:not(:popover-open) >"
    before, last = wide, [*narrower][-1]
    for shown, below in narrower.items():
        size = "width: 100%; max-width: 440px !important" if shown == last else "min-width: 0"
        rule = (
            f"@container (max-width: {number(below - 1)}px) {{ "
            f"{closed} #{before} {{ display: none }} "
            f"{closed} #{shown} {{ display: block; {size} }} }}"
        )
        # Paper is wide enough for what is no telephone's.
        rules.append(rule if below <= NARROW else f"@media screen {{ {rule} }}")
        before = shown
    return " ".join(rules)
