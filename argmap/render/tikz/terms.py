"""What a picture of TikZ calls things: lengths, colours and nodes."""

import re
from dataclasses import dataclass, field, fields

from argmap.render.scene.things import Panel, Scene
from argmap.themes import Palette

# A pixel in big points.
PIXEL = 0.75
_PLAIN_NAME = re.compile(r"[A-Za-z0-9-]+")


@dataclass(slots=True)
class Terms:
    """The names of the colours and nodes of one picture; colours are noted as they are used."""

    scene: Scene
    palette: Palette
    colours: dict[str, str] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)
    _panels: dict[str, Panel] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Name all nodes: by their ids where TikZ can call a node so, else by numbers."""
        for number, panel in enumerate(self.scene.panels, start=1):
            is_plain = _PLAIN_NAME.fullmatch(panel.name)
            self._panels[panel.name] = panel
            # A blank is no part of an id, so that no claim has this name.
            self._names[panel.name] = panel.name if is_plain else f"node {number}"

    def colour(self, value: str) -> str:
        """Return the name of a colour: that of the theme, or a number."""
        known = {colour: name for name, colour in self.colours.items()}
        if value not in known:
            of_theme = (
                f"argmap-{one.name.replace('_', '-')}"
                for one in fields(self.palette)
                if getattr(self.palette, one.name) == value
            )
            known[value] = next(of_theme, f"argmap-{len(self.colours) + 1}")
            self.colours[known[value]] = value
        return known[value]

    def node(self, name: str) -> str:
        """Return what the node of a panel is called."""
        return self._names[name]

    def panel(self, name: str | None) -> Panel | None:
        """Return the panel with a name, if there is one."""
        return self._panels.get(name or "")


def bp(pixels: float) -> str:
    """Return a length in big points."""
    return f"{number(pixels * PIXEL)}bp"


def number(value: float) -> str:
    """Return a number rounded to a hundredth, in the shortest form."""
    shown = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if shown == "-0" else shown


def place(x: float, y: float) -> str:
    """Return a place in the units of the picture."""
    return f"({number(x)},{number(y)})"
