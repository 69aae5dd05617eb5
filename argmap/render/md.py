"""A map becomes an outline in Markdown (CommonMark): nested lists, and then what it cites.

It shows the part of the map that the picture would show; what is left out is counted.
"""

import re
from collections.abc import Iterator

from argmap.drawing.citing import citing_line, short_name
from argmap.model import Argument, Claim, Source
from argmap.outline import Entry, Relation, Section, Telling, mention, sections, step_name
from argmap.render.bibliography import cited, described
from argmap.render.renderer import Picture
from argmap.values import one_line

# Beyond this depth a claim that goes on gets a heading of its own: few readers of Markdown show
# deeper lists well.
DEEPEST = 6
WORDS = {
    Relation.SUPPORT: "For",
    Relation.ATTACK: "Against",
    Relation.BACKING: "For the step",
    Relation.UNDERCUT: "Against the step",
}

# What may begin a part of Markdown within a line, and at its start.
_INLINE = re.compile(r"[\\`*_\[\]<>~$|]|&(?=[#\w])|!(?=\[)")
_FIRST = re.compile(r"^(?:[-+=#>:]|\d{1,9}(?=[.)]))")
_HEADING_END = re.compile(r"#(?=#*$)")
_ADDRESS = re.compile(r"[\s<>\\`\"]")

PLACED = False


def render(picture: Picture) -> bytes:
    """Return the outline; a text of the map stands in it as it is, and is never markup."""
    return "\n".join([*_lines(picture), ""]).encode()


def _lines(picture: Picture) -> Iterator[str]:
    a_map = picture.map
    if a_map.title:
        yield f"# {_heading(a_map.title)}"
    for paragraph in re.split(r"\n\s*\n", a_map.description or ""):
        if paragraph.strip():
            yield from ("", escaped(paragraph))
    for section in sections(a_map, deepest=DEEPEST):
        yield from ("", *_section(section, picture))
    works = [source for source in a_map.sources if cited(a_map, source.id)]
    if works:
        yield from ("", "## Sources", "")
        yield from (_work(source) for source in works)


def _section(section: Section, picture: Picture) -> Iterator[str]:
    root = section.root
    yield f"{'###' if section.continued else '##'} {_heading(root.name)}"
    after = " ".join([*([escaped(root.text)] if root.label else []), *_remarks(root, picture)])
    if after:
        yield from ("", after)
    if section.entries[1:]:
        yield ""
    for entry in section.entries[1:]:
        yield f"{'  ' * (entry.depth - 1)}- {_words(entry, picture)}"


def _words(entry: Entry, picture: Picture) -> str:
    """Return what stands in the list for an entry: how it bears on what is above, and its words."""
    node, relation = entry.node, WORDS.get(entry.relation)
    if isinstance(node, Argument):
        together = "these together" if len(node.premises) > 1 else "this"
        name = f" ({escaped(step_name(node))})" if step_name(node) else ""
        parts = [f"**{relation}, {together}{name}:**", *_cited(node, picture)]
        hidden = len(picture.whole.arguments_by_id[node.id].premises) - len(node.premises)
        return " ".join([*parts, f"*(+{hidden} more, not shown)*"] if hidden else parts)
    start = [f"**{relation}:**"] if relation else []
    if entry.telling is not Telling.WHOLE:
        where = "above" if entry.telling is Telling.ABOVE else "below"
        return " ".join([*start, f"{_told(mention(node), start)} *(see {where})*"])
    words = [f"*{escaped(node.label)}*{_stop(node.label)}"] if node.label else []
    words.append(_told(node.text, [*start, *words]))
    return " ".join([*start, *words, *_remarks(node, picture)])


def _told(words: str, before: list[str]) -> str:
    return escaped(words, first=not before)


def _stop(label: str) -> str:
    return "" if label[-1] in ".!?…:" else "."
