"""The words of a shape of draw.io, as HTML in which nothing that a map says is markup."""

from argmap.render.markup import element, number, text
from argmap.render.scene.things import Panel, Paragraph, Run


def label(panel: Panel) -> str:
    """Return the words of a panel as HTML; where it has a badge, its first line ends before it."""
    first, *others = panel.paragraphs or (None,)
    if first is None:
        return ""
    breaks = panel.has_badge and len(first.lines) > 1
    told = _paragraph(first, len(first.lines[0]) if breaks else None)
    return told + "".join(map(_paragraph, others))


def _paragraph(paragraph: Paragraph, breaks_at: int | None = None) -> str:
    """Return a paragraph as HTML, in which the words of a map are no markup."""
    way = {"dir": "rtl" if paragraph.leftwards else None}
    runs = []
    for run in paragraph.runs:
        words = run.words
        if breaks_at is not None and 0 <= breaks_at < len(words):
            before, after = words[:breaks_at], words[breaks_at:].lstrip(" ")
            runs += [_run(run._replace(words=before)) if before else "", "<br/>"]
            words = after
            breaks_at = None
        elif breaks_at is not None:
            breaks_at -= len(words)
        runs.append(_run(run._replace(words=words)))
    return element("div", way, "".join(runs))


def _run(given: Run) -> str:
    words = text(given.words)
    if given.italic:
        words = element("i", {}, words)
    if given.bold:
        words = element("b", {}, words)
    look = f"font-size: {number(given.size)}px; color: {given.colour};"
    gap = "&nbsp; &nbsp;" if given.beside else ""
    return gap + element("span", {"style": look}, words)
