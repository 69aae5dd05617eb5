"""A figure in a page and its explorer: a link to it, or the explorer itself in a frame.

The frame is a document of its own, so that neither the rules of the page nor its styles touch it.
It runs its scripts apart from the page: without its cookies, its storage or its name. On paper, and
where a program takes frames away, the picture stands in its place.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from argmap.render.html.outline_lists import Teller
from argmap.render.markup import element
from argmap.render.svg.style_sheet import HOSTS


def _scheme_of(hosts: Iterable[str], scheme: str) -> str:
    selectors = ", ".join(f"{host} .argmap-live.argmap-live" for host in hosts)
    return f"{selectors} {{ color-scheme: {scheme} }}"


# A frame is dark where the page around it is, which the rules of the explorer ask for as the wish
# of its reader. A page that says nothing is light, and browsers give the frame that wish itself.
_SCHEMES = f"""
@property --argmap-around {{ syntax: "<color>"; inherits: true; initial-value: white }}
.argmap-explored {{ --argmap-around: light-dark(white, black) }}
@container style(--argmap-around: white) {{ .argmap-live {{ color-scheme: light }} }}
{_scheme_of(HOSTS["dark"], "dark")}
{_scheme_of(HOSTS["light"], "light")}
"""
EXPLORING_RULES = """
.argmap-figure.argmap-explored { width: 100% }
.argmap-live { display: block; box-sizing: border-box; width: 100%; border: 1px solid #8884;
  border-radius: 8px; height: clamp(22rem, 72vh, 44rem) }
.argmap-on-paper { display: none }
.argmap-on-paper > * { display: block; margin: 0 auto; max-width: 100%; height: auto }
@media print {
  .argmap-figure.argmap-explored { width: 100% }
.argmap-live { display: none }
  .argmap-on-paper { display: block }
}
"""
EXPLORING_RULES += _SCHEMES
OPENING_RULES = """
.argmap-opens.argmap-opens { text-align: end; font-size: .875em; margin: .35em 0 }
"""
# Sources and notes open outside of the frame, as most pages refuse to stand in one.
_ALLOWED = "allow-scripts allow-popups allow-popups-to-escape-sandbox"


@dataclass(frozen=True, slots=True)
class Explorer:
    """The explorer of a figure: at an `address`, or a whole `page` that the figure has to hold.

    `state` is the fragment of an address at which it begins. It is a link unless it is `shown` in
    the place of the picture, so many pixels high where a `height` is asked for.
    """

    address: str | None = None
    page: str | None = None
    state: str = ""
    shown: bool = False
    height: int | None = None

    @property
    def link(self) -> str | None:
        """Return its address and its state, None where it has no address."""
        return None if self.address is None else self.address + self.state


def live_frame(explorer: Explorer, teller: Teller) -> str:
    """Return the frame with the explorer."""
    words, title = teller.words, teller.map.title
    height = f"height: {explorer.height}px" if explorer.height is not None else None
    # A page that stands in the frame has no address; its state is the name of its window.
    source = (
        {"src": explorer.link}
        if explorer.page is None
        else {"name": explorer.state or None, "srcdoc": explorer.page}
    )
    attributes = {
        "class": "argmap-live",
        "title": f"{words.map}: {title}" if title else words.map,
        "loading": "lazy",
        "sandbox": _ALLOWED,
        "style": height,
    }
    return element("iframe", attributes | source, "")


def opening(explorer: Explorer, teller: Teller) -> Iterator[str]:
    """Yield a line with the link to the explorer, where that has an address."""
    if explorer.link is not None:
        yield f"<style>{OPENING_RULES}</style>"
        words = teller.own("a", teller.words.open_explorer, {"href": explorer.link})
        yield element("p", {"class": "argmap-opens"}, words)
