"""A placed drawing → files that people look at: a module a format; PICTURE_FORMATS lists them."""

from pathlib import PurePath
from typing import NamedTuple


class PictureFormat(NamedTuple):
    """What is known of a format of pictures before its module is imported.

    `name` is what it is called on the command line, and its module has the same; `suffixes` are
    those of its files, the usual one first. What `is_placed` shows the places of a layout, what
    `is_image` can stand in a page as an image. Of what `has_parts` each part of a map is a file,
    and what `has_pages` can hold all of them.
    What `is_page` is read on telephones as well. What `is_notation` is a text in which other
    programs draw the map. What `has_steps` shows one argument after another.
    """

    name: str
    suffixes: tuple[str, ...]
    is_placed: bool = True
    is_image: bool = False
    has_parts: bool = False
    has_pages: bool = False
    is_page: bool = False
    has_steps: bool = False
    is_notation: bool = False


PICTURE_FORMATS = (
    PictureFormat("svg", (".svg",), is_image=True, has_parts=True),
    PictureFormat("png", (".png",), is_image=True, has_parts=True),
    PictureFormat("pdf", (".pdf",), is_image=True, has_parts=True, has_pages=True),
    PictureFormat("html", (".html", ".htm"), is_page=True),
    PictureFormat("explorer", (".explorer.html",), is_page=True),
    PictureFormat("slides", (".slides.html",), is_placed=False, has_steps=True),
    PictureFormat("md", (".md", ".markdown"), is_placed=False),
    PictureFormat("obsidian", (".md",), is_placed=False),
    PictureFormat("mermaid", (".mmd", ".mermaid"), is_placed=False, is_notation=True),
    PictureFormat("json", (".json",)),
    PictureFormat("canvas", (".canvas",), is_notation=True),
    PictureFormat("drawio", (".drawio",), has_parts=True, is_notation=True),
    PictureFormat("excalidraw", (".excalidraw",), has_parts=True, is_notation=True),
    PictureFormat("tikz", (".tex", ".tikz"), has_parts=True, is_notation=True),
    PictureFormat("dot", (".dot", ".gv"), is_placed=False, is_notation=True),
)
PICTURE_NAMES = tuple(one.name for one in PICTURE_FORMATS)
FORMATS_OF_PARTS = tuple(one.name for one in PICTURE_FORMATS if one.has_parts)
# What stands in a page as an image.
IMAGE_FORMATS = tuple(one.name for one in PICTURE_FORMATS if one.is_image)
# Where somebody reads on who comes from a drawing for another program, the best first.
READ_IN_BROWSERS = ("html", "explorer", "svg", "pdf")
# Pixels of a bitmap for each pixel of the drawing.
SMALLEST_SCALE, LARGEST_SCALE = 0.1, 10.0


def picture_format(name: str) -> PictureFormat:
    """Return the format of pictures with that name; raise ValueError where there is none."""
    found = next((one for one in PICTURE_FORMATS if one.name == name), None)
    if found is None:
        names = ", ".join(PICTURE_NAMES)
        raise ValueError(f"there is no format “{name}”; choose one of {names}")
    return found


def picture_format_of(file: str) -> PictureFormat | None:
    """Return the format whose files end like this one, None where none does."""
    name = PurePath(file).name.lower()
    ending = (
        (len(suffix), one)
        for one in PICTURE_FORMATS
        for suffix in one.suffixes
        if name.endswith(suffix) and name != suffix
    )
    # What ends in .explorer.html ends in .html as well; of two with one suffix the first is meant.
    return max(ending, key=lambda found: found[0], default=(0, None))[1]
