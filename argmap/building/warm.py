"""What a worker imports before it is given any work."""

from argmap.building.work import make_all
from argmap.render.html import figure
from argmap.render.svg import svg_text

__all__ = ["figure", "make_all", "svg_text"]
