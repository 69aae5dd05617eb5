"""A placed drawing → files that people look at: one format a module, named by its suffix."""

FORMATS = ("svg", "png", "pdf", "html", "md", "mermaid", "json", "canvas", "dot")
# What stands in a page as an image.
IMAGE_FORMATS = ("svg", "png", "pdf")
# Pixels of a bitmap for each pixel of the drawing.
SMALLEST_SCALE, LARGEST_SCALE = 0.1, 10.0
# Other suffixes, with the formats they stand for.
SUFFIXES = {"gv": "dot", "htm": "html", "markdown": "md", "mmd": "mermaid"}


def suffix_of(format: str) -> str:
    """Return the suffix, without a dot, that files of one of FORMATS have."""
    return "mmd" if format == "mermaid" else format
