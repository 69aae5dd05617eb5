"""What a place of a document holds: an image, HTML, an outline, or words within a line."""

from argmap.embed.documents.marked_places import Filled
from argmap.embed.documents.markups import HTML_SHAPES, Markup
from argmap.embed.documents.page import Page
from argmap.embed.options import OptionError, require_use
from argmap.embed.request import PROSE, Shape


def shape_of(place: Filled, markup: Markup, page: Page) -> tuple[Shape, bool]:
    """Return what a place is to hold, and whether on lines of its own; raise OptionError."""
    shape = place.request.shape
    whole = place.on_its_own
    if shape is None and place.request.is_explored:
        shape = Shape.HTML
    shape = shape or (markup.shape if whole else Shape.IMAGE)
    require_use(place.request, shape, {})
    _require_explorer(place, markup, page)
    if shape in HTML_SHAPES and markup.raw is None:
        raise OptionError(f"“as={shape}” is HTML, which this kind of document cannot hold", 0)
    block = place.block or (whole and shape not in PROSE)
    if not block and shape not in (Shape.IMAGE, *PROSE, *markup.within):
        raise OptionError(f"“as={shape}” needs markers on lines of their own", 0)
    return shape, block


def _require_explorer(place: Filled, markup: Markup, page: Page) -> None:
    """Raise OptionError where a place has an explorer that this document cannot show."""
    request, link = place.request, markup.link
    if request.explorer is not None and link is None:
        raise OptionError("“explorer” is a link to a page, for documents read in a browser", 0)
    if request.is_explored and link is None:
        raise OptionError("figure=explorer is for documents that are read in a browser", 0)
    if request.is_explored and page.cleaned:
        message = "programs that show notebooks take frames out of their Markdown"
        raise OptionError(f"{message}; write explorer=beside, or a cell with %%argmap", 0)
    if request.has_explorer and not place.on_its_own:
        raise OptionError("an explorer needs markers on lines of their own", 0)
