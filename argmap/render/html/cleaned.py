"""A picture in a page that may be cleaned: without its drawing and its style it is an image.

A notebook that is not trusted loses elements of SVG and style sheets, and keeps the words that were
in the drawing. So that is hidden until a style sheet shows it, and hides the image instead.
"""

from base64 import b64encode

from argmap.render.markup import empty_tag

# Some pages insist that what is hidden is not shown.
SHOWING_RULES = """
.argmap-frame[hidden] { display: block !important }
@supports selector(:popover-open) {
  .argmap-larger[hidden] { display: block !important }
}
@media print { .argmap-larger[hidden] { display: none !important } }
.argmap-still { display: none }
"""


def still_image(svg: str, summary: str) -> str:
    """Return a picture as an image that needs nothing from outside."""
    data = f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
    # Where it is not shown, no browser reads it.
    return empty_tag(
        "img", {"class": "argmap-still", "alt": summary, "loading": "lazy", "src": data}
    )
