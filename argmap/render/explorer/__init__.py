"""A map becomes a page to explore: zoomed, searched, folded and asked; one file, no network.

Without its script it is the page that `argmap.render.html` writes, and so it is on paper. The
script is bundled from `modules`, as docs/contributing.md says.
"""

from collections.abc import Iterator

from argmap.render.explorer.data import data_script
from argmap.render.explorer.layout import POLICY, SCRIPTS_MAY, layout_scripts
from argmap.render.explorer.policy import policy_of
from argmap.render.html import page_lines
from argmap.render.markup import empty_tag
from argmap.render.own_files import own_file, own_styles
from argmap.render.renderer import Picture

# What is read of a map of more claims is a comment for browsers that run scripts, which the end of
# another one ends: elements of it take seconds, and are made when somebody reads or prints them.
MANY = 300
_KEEP = '<script id="argmap-keep">document.write("\\x3c!--")</script>'
_KEPT = "<!-- the end of what is read -->"
# Before anything is seen: what is explored does not flash up as a text first.
_FIRST = 'document.documentElement.classList.add("explored")'


def render(picture: Picture) -> bytes:
    """Return the page in UTF-8; nothing that the map says can become markup."""
    return "\n".join([*_lines(picture), ""]).encode()


def _lines(picture: Picture) -> Iterator[str]:
    own = f'<script type="module">{own_file(__name__, "explorer.js")}</script>'
    scripts, also = [data_script(picture), own], ""
    scripts_may: tuple[str, ...] = ()
    if picture.with_layout:
        # The program stands before the script that asks for it.
        scripts[1:1] = layout_scripts(own_file(__name__, "layout-worker.js"))
        also, scripts_may = POLICY, SCRIPTS_MAY
    lines = [*page_lines(picture, styles=own_styles(__name__, "explorer.css"), scripts=scripts)]
    if len(picture.map.claims) > MANY:
        begin, end = lines.index("<main>"), lines.index("</main>")
        lines[begin : end + 1] = [_KEEP, *lines[begin : end + 1], _KEPT]
    head = f"<script>{_FIRST}</script>"
    policy = policy_of([head, *lines], also=also, scripts_may=scripts_may)
    for line in lines:
        if line.startswith("<style>\n:root"):
            yield empty_tag("meta", {"http-equiv": "Content-Security-Policy", "content": policy})
        if line.startswith("</head>"):
            yield head
        yield line
