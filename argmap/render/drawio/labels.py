"""The words of a shape of draw.io, as HTML in which nothing that a map says is markup."""

from argmap.render.markup import element, number, text
from argmap.render.scene.breaking import broken
from argmap.render.scene.things import Panel, Paragraph, Run


def label(panel: Panel) -> str:
    """Return the words of a panel as HTML; where it has a badge, its first line ends before it."""
    return "".join(
        _paragraph(one, first=panel.has_badge and place == 0)
        for place, one in enumerate(panel.paragraphs)
    )


def _paragraph(paragraph: Paragraph, *, first: bool) -> str:
    way = {"dir": "rtl" if paragraph.leftwards else None}
    lines = broken(paragraph, first=first)
    return element("div", way, "<br/>".join("".join(map(_run, line)) for line in lines))


def _run(given: Run) -> str:
    words = text(given.words)
    if given.italic:
        words = element("i", {}, words)
    if given.bold:
        words = element("b", {}, words)
    look = f"font-size: {number(given.size)}px; color: {given.colour};"
    gap = "&nbsp; &nbsp;" if given.beside else ""
    return gap + element("span", {"style": look}, words)
