"""References from the caption of a part to the parts beside it, as a document numbers them.

A picture says “→ part 7”; only the document knows which figure that is.
"""

from argmap.embed.documents.plain_words import asciidoc_text, latex_text, rst_text, typst_text
from argmap.embed.figure import Reference
from argmap.render.markup import element
from argmap.render.markup import text as html_text
from argmap.render.renderer import Picture


def neighbours(picture: Picture) -> tuple[tuple[str, int], ...]:
    """Return the parts that a part goes on from and in: what each is called, and its number."""
    part = picture.part
    if part is None:
        return ()
    onward = sorted({one.part for goes_on in part.onward.values() for one in goes_on})
    before = [crumb.part for crumb in part.trail[-1:]]
    words = picture.words
    return tuple(
        (words.part.format(number) if number else words.overview, number)
        for number in dict.fromkeys([*before, *onward])
        if number != part.number
    )


def part_label(name: str, number: int) -> str:
    """Return the label of a part of the map whose overview has a name."""
    return f"{name}-{number}" if number else name


def labelled(picture: Picture, name: str) -> tuple[str, tuple[Reference, ...]]:
    """Return the label of a part, and what its caption refers to."""
    number = picture.part.number if picture.part else 0
    return part_label(name, number), references(picture, name)


def references(picture: Picture, name: str) -> tuple[Reference, ...]:
    """Return what the caption of a part refers to, by the labels of the parts."""
    return tuple((told, part_label(name, number)) for told, number in neighbours(picture))


def in_latex(references: tuple[Reference, ...]) -> str:
    """Return references to figures of LaTeX with what is between them and a caption."""
    return _told([f"{latex_text(name)}: {figure_of_latex(f'fig:{at}')}" for name, at in references])


def figure_of_latex(label: str) -> str:
    """Return the number of a figure of LaTeX with the word for a figure."""
    return rf"\figurename~\ref{{{label}}}"


def in_typst(references: tuple[Reference, ...]) -> str:
    """Return references to figures of Typst."""
    return _told([f"{typst_text(name)}: @{at}" for name, at in references])


def in_asciidoc(references: tuple[Reference, ...]) -> str:
    """Return references to figures of AsciiDoc."""
    told = [f"{asciidoc_text(name)}: xref:{at}[xrefstyle=short]" for name, at in references]
    return _told(told)


def in_rst(references: tuple[Reference, ...]) -> str:
    """Return references to figures of reStructuredText, which have no numbers."""
    return _told([f"`{rst_text(name)} <{at}_>`__" for name, at in references])


def in_html(references: tuple[Reference, ...]) -> str:
    """Return links to figures of HTML, which have no numbers."""
    return _told([element("a", {"href": f"#{at}"}, html_text(name)) for name, at in references])


def _told(references: list[str]) -> str:
    return f" ({'; '.join(references)})" if references else ""
