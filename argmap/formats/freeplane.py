"""Mind maps of Freeplane and FreeMind, `.mm` ↔ ArgumentMap.

https://docs.freeplane.org describes the program. The text of a node begins and ends with the marks
of `outline_marks`; where it has none, the icons of a tick and a cross say what it does. If a node
on the first level says so, the node in the centre is the thesis; else it is the title, and the
first level has the theses. The note and the details of a node are the note of its claim.
"""

import re
from dataclasses import dataclass, field, replace

from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.carriers.rich_text import Paragraphs
from argmap.formats.carriers.xml_document import Beginning, Ending, XmlText, events, read_xml
from argmap.formats.losses import Losses, Writing, kept
from argmap.formats.nested_lists.marks import Bearing, Item, item_of
from argmap.formats.nested_lists.reading import NestedOutline, is_title
from argmap.formats.nested_lists.writing import KEEPS as KEPT_BY_ALL
from argmap.formats.nested_lists.writing import Line, outline_of
from argmap.model import ArgumentMap
from argmap.reader import Reading
from argmap.source import Span
from argmap.values import one_line

KEEPS = KEPT_BY_ALL | {"claim.note", "claim.link"}
VERSION = "freeplane 1.9.13"
_START = re.compile(r"(?:<\?xml[^>]*>|<!--.*?-->|\s+)*+<map\b", re.DOTALL)
_ICONS = {
    **dict.fromkeys(("button_ok", "emoji-2795", "emoji-1F44D", "emoji-2705"), Bearing.SUPPORT),
    **dict.fromkeys(("button_cancel", "emoji-2796", "emoji-1F44E", "emoji-274C"), Bearing.ATTACK),
}
_ICON_OF = {Bearing.SUPPORT: "button_ok", Bearing.ATTACK: "button_cancel"}
_LOOKS = {"COLOR", "BACKGROUND_COLOR", "STYLE", "STYLE_REF"}
_LOST = {
    "arrowlink": "arrows between nodes",
    "attribute": "attributes",
    "cloud": "colours and fonts",
    "edge": "colours and fonts",
    "font": "colours and fonts",
}


@dataclass(slots=True)
class _Node:
    """A node while what is inside of it is read."""

    depth: int
    span: Span
    text: str
    id: str | None
    clone_of: str | None
    link: str | None
    is_branch: bool = False
    is_repeated: bool = False
    bearing: Bearing | None = None
    # The type of the rich text that is being read.
    rich: str = "NODE"
    notes: list[str] = field(default_factory=list)


def recognises(text: str) -> bool:
    """Return whether a text seems to be a mind map of Freeplane or FreeMind."""
    return _START.match(text) is not None


def loads(text: str | bytes, *, file: str = "<text>") -> Reading:
    """Return the map that a mind map makes, or the faults that keep it from being one."""
    return read_xml(text, file=file, read=_read)


def dumps(a_map: ArgumentMap) -> Writing:
    """Return the map as a mind map, with its title, or else its one thesis, in the centre."""
    losses = Losses("A mind map")
    reduced = kept(a_map, keeps=KEEPS, losses=losses)
    lines = outline_of(reduced, losses)
    # Freeplane looks for its version at the very beginning.
    document, open_nodes = XmlText(is_declared=False), 0
    document.begin("map", version=VERSION)
    if reduced.title is not None or sum(line.depth == 0 for line in lines) != 1:
        if not lines and reduced.title:
            losses.say("a title without claims is left out", reduced.span)
        document.begin("node", ID="ID_0", TEXT=(reduced.title or "") if lines else "")
        lines = tuple(replace(line, depth=line.depth + 1) for line in lines)
        open_nodes = 1
    names = {line.claim.id: f"ID_{n}" for n, line in enumerate(lines, 1) if not line.is_mention}
    for number, line in enumerate(lines, start=1):
        for _ in range(open_nodes - line.depth):
            document.end()
        _write(document, line, f"ID_{number}", names, losses)
        open_nodes = line.depth + 1
    for _ in range(open_nodes + 1):
        document.end()
    return Writing(document.whole(), losses.diagnostics())


def _write(document: XmlText, line: Line, name: str, names: dict[str, str], losses: Losses) -> None:
    claim = line.claim
    sign = f"{line.sign} " if line.sign else ""
    link = f"#{names[claim.id]}" if line.is_mention else claim.link
    document.begin("node", ID=name, TEXT=f"{sign}{line.text}", LINK=link)
    if line.sign in _ICON_OF:
        document.element("icon", BUILTIN=_ICON_OF[line.sign])
    if claim.note and not line.is_mention:
        folded = "\n".join(one_line(part) for part in claim.note.split("\n")).strip("\n")
        if folded != claim.note:
            losses.say("white space at the ends of lines of a note is left out", claim.span)
        document.begin("richcontent", TYPE="NOTE")
        document.begin("html")
        document.begin("body")
        for part in folded.split("\n"):
            document.element("p", part)
        for _ in range(3):
            document.end()


def _read(text: str, file: str, log: FaultLog, losses: Losses) -> ArgumentMap | None:
    nodes = _nodes(text, file, log, losses)
    if log.diagnostics:
        return None
    outline, title = NestedOutline(file, log, losses), None
    items = [_item(node) for node in nodes]
    if is_title((node.depth, item) for node, item in zip(nodes, items, strict=True)):
        title = nodes[0].text
        nodes, items = nodes[1:], items[1:]
    names = {f"#{node.id.strip()}" for node in nodes if node.id}
    for node, item in zip(nodes, items, strict=True):
        link = None if node.link in names else node.link
        if node.link in names and not item.refers:
            losses.say("links to other nodes are left out", node.span)
        note = "\n\n".join(node.notes) or None
        outline.take(node.depth, item, node.span, known_as=node.id, note=note, link=link)
    return outline.built(title=title)


def _item(node: _Node) -> Item:
    if node.clone_of:
        return Item("", node.bearing, id=node.clone_of, refers=True)
    item = item_of(node.text)
    if item.bearing or not node.bearing:
        return item
    return replace(item, bearing=node.bearing, by_word=True)


def _nodes(text: str, file: str, log: FaultLog, losses: Losses) -> list[_Node]:
    """Return the nodes of a file in its order, each with what else is said of it."""
    nodes: list[_Node] = []
    above: list[_Node] = []
    path: list[str] = []
    rich: Paragraphs | None = None
    # How many elements are open when the rich text ends.
    outside = 0
    for event in events(text, file=file, log=log):
        if isinstance(event, Beginning):
            parent = path[-1] if path else None
            path.append(event.name)
            if parent is None and event.name != "map":
                message = f"this is no mind map: it begins with {quoted(f'<{event.name}>')}"
                log.report(Fault.NOT_A_MAP, event.span, message)
                return []
            if rich is not None:
                rich.begin(event.name)
            elif event.name == "richcontent" and parent == "node":
                rich, above[-1].rich = Paragraphs(), event.attributes.get("TYPE", "NODE")
                outside = len(path) - 1
            elif event.name == "node":
                above.append(_node(above, event, losses))
                nodes.append(above[-1])
            elif parent == "node":
                _take_part(above[-1], event, losses)
        elif isinstance(event, Ending):
            path.pop()
            if rich is not None and len(path) == outside:
                _end_rich_text(above[-1], rich)
                rich = None
            elif rich is not None:
                rich.end(event.name)
            elif event.name == "node":
                above.pop()
        elif rich is not None:
            rich.take(event.text)
    return [node for node in nodes if not node.is_repeated]


def _node(above: list[_Node], found: Beginning, losses: Losses) -> _Node:
    given = found.attributes
    if "ENCRYPTED_CONTENT" in given:
        losses.say("what is encrypted is left out", found.span)
    if not _LOOKS.isdisjoint(given):
        losses.say("colours and fonts are left out", found.span)
    clone = given.get("CONTENT_ID") or given.get("TREE_ID")
    # What stands below a clone of a whole branch is that branch again.
    is_in_clone = bool(above) and (above[-1].is_branch or above[-1].is_repeated)
    return _Node(
        len(above),
        found.span,
        one_line(given.get("TEXT", "")),
        # A blank is no part of an id that an author writes.
        id=f" {given['ID']}" if "ID" in given else None,
        clone_of=f" {clone}" if clone else None,
        link=given.get("LINK"),
        is_branch="TREE_ID" in given,
        is_repeated="TREE_ID" in given and is_in_clone,
    )


def _end_rich_text(node: _Node, rich: Paragraphs) -> None:
    if node.rich == "NODE":
        node.text = one_line(rich.whole())
    elif told := rich.whole():
        node.notes.append(told)


def _take_part(node: _Node, found: Beginning, losses: Losses) -> None:
    if found.name == "icon":
        bearing = _ICONS.get(found.attributes.get("BUILTIN", ""))
        if bearing is None:
            losses.say("icons but those for and against are left out", found.span)
        node.bearing = node.bearing or bearing
    elif found.name in _LOST:
        losses.say(f"{_LOST[found.name]} are left out", found.span)
