"""A drawing becomes a Mermaid flowchart, for places that draw those, such as GitHub.

https://mermaid.js.org/syntax/flowchart.html describes the notation.
"""

import re
from collections.abc import Iterator, Sequence

from argmap.drawing.shapes import Arrow, ArrowKind, Box, Pill, Role
from argmap.layout.placed import Direction
from argmap.render.renderer import Picture
from argmap.themes import Palette
from argmap.values import one_line

# Lines lead from a premise to what it bears on, so that the thesis is where they end.
DIRECTIONS = {
    Direction.DOWN: "BT",
    Direction.UP: "TB",
    Direction.RIGHT: "RL",
    Direction.LEFT: "LR",
}
LINES = {
    ArrowKind.SUPPORT: "-->",
    ArrowKind.ATTACK: "-.-x",
    ArrowKind.JOIN: "---",
    ArrowKind.CONTRADICTION: "x-.-x",
}
# All that can mean something to Mermaid in a text, or to the Markdown and HTML that it knows. A
# colon before a space cannot, nor a full stop but after a number; “ﬂ” is a mark of Mermaid's own.
_SPECIAL = re.compile(r"""["#$%&*;<>@[\\\]^_`{|}~ﬂ]|:(?!\s)|^[-+]|(?<=\d)[.)](?=\s)""")

KEEPS = frozenset(
    {
        *("map.title", "map.theses", "map.sources", "map.style"),
        *("claim.label", "claim.citations", "claim.contradicts", "claim.group", "claim.link"),
        *("claim.standard", "claim.unstated", "claim.home"),
        *("argument.label", "argument.scheme"),
    }
)


def render(picture: Picture) -> bytes:
    """Return a flowchart with a node for each box and pill, in the theme's own colours."""
    return "\n".join([*_statements(picture), ""]).encode()


def _statements(picture: Picture) -> Iterator[str]:
    drawing = picture.drawing
    names = {box.id: f"c{number}" for number, box in enumerate(drawing.boxes, start=1)}
    names |= {pill.id: f"a{number}" for number, pill in enumerate(drawing.pills, start=1)}
    yield f"flowchart {DIRECTIONS[picture.direction]}"
    yield f"  accTitle: {escaped(drawing.title or picture.words.map)}"
    yield f"  accDescr: {escaped(drawing.summary)}"
    for box in drawing.boxes:
        # What is argued elsewhere has the shape of a subroutine.
        before, after = ("[[", "]]") if box.away else ("[", "]")
        yield f'  {names[box.id]}{before}"{_claim(box, picture)}"{after}:::{box.role}'
        if box.unstated:
            yield f"  style {names[box.id]} stroke-dasharray:9 4"
    for pill in drawing.pills:
        yield f'  {names[pill.id]}(["{_step(pill, picture)}"]):::{pill.role}Step'
    for number, group in enumerate(drawing.groups, start=1):
        yield f'  subgraph g{number}["{escaped(group.name)}"]'
        yield from (f"    {names[member]}" for member in group.members)
        yield "  end"
        yield f"  class g{number} group"
    for arrow in drawing.arrows:
        yield f"  {names[arrow.tail]} {LINES[arrow.kind]} {names[arrow.head]}"
    for box in drawing.boxes:
        if box.link:
            yield f'  click {names[box.id]} href "{_address(box.link)}"'
    yield from _classes(drawing.arrows, picture.theme.palette)


def _claim(box: Box, picture: Picture) -> str:
    claim = picture.map.claims_by_id[box.id]
    parts = [f"<b>{escaped(claim.label)}</b>"] if claim.label else []
    parts.append(escaped(claim.text))
    parts += (f"<i>{escaped(line)}</i>" for line in (box.small_line, *box.more) if line)
    return "<br/>".join(parts)


def _step(pill: Pill, picture: Picture) -> str:
    return escaped(picture.step_name(pill)) or f"#{ord(pill.sign)};"


def _classes(arrows: Sequence[Arrow], palette: Palette) -> Iterator[str]:
    """Yield how each role looks: nodes by class, lines by number."""
    edges = {
        Role.SUPPORT: (palette.support_fill, palette.support),
        Role.ATTACK: (palette.attack_fill, palette.attack),
        Role.NEUTRAL: (palette.neutral_fill, palette.neutral),
    }
    thesis = f"fill:{palette.thesis},stroke:{palette.gold},color:{palette.thesis_text}"
    yield f"  classDef thesis {thesis},stroke-width:3px"
    yield f"  classDef group fill:{palette.group},stroke:{palette.border},color:{palette.quiet}"
    for role, (fill, edge) in edges.items():
        yield f"  classDef {role} fill:{fill},stroke:{edge},color:{palette.text}"
    for role in (Role.SUPPORT, Role.ATTACK):
        edge = edges[role][1]
        yield f"  classDef {role}Step fill:{palette.page},stroke:{edge},color:{edge}"
        numbers = [str(number) for number, arrow in enumerate(arrows) if arrow.role is role]
        if numbers:
            yield f"  linkStyle {','.join(numbers)} stroke:{edge},stroke-width:2px"


def escaped(content: str) -> str:
    """Return text in which nothing but the text itself means anything to Mermaid."""
    # Two dollars begin a formula, however they are written.
    apart = one_line(content).replace("$$", "$\u200b$").replace("$$", "$\u200b$")
    return _SPECIAL.sub(lambda found: f"#{ord(found.group())};", apart)


def _address(link: str) -> str:
    """Return an address without what would end it, or be taken for a character by its number."""
    return "".join(f"%{ord(one):02X}" if one in '"`<>\\;' else one for one in link)
