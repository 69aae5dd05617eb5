"""Mind maps of Freeplane and FreeMind, `.mm` ↔ ArgumentMap.

https://docs.freeplane.org describes the program. The text of a node begins and ends with the marks
of `nested_lists`; where it has none, the icons of a tick and a cross say what it does. If a node
on the first level says so, the node in the centre is the thesis; else it is the title, and the
first level has the theses. The note and the details of a node are the note of its claim, `TAGS` its
tags. A text that begins with `<html>` is HTML, and no other.
"""

import re
from dataclasses import dataclass, field, replace

from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.carriers.rich_text import Paragraphs, plain_text
from argmap.formats.carriers.xml_document import Beginning, Ending, XmlText, events, read_xml
from argmap.formats.losses import Losses, Writing, kept
from argmap.formats.nested_lists.marks import KEPT, Bearing, Item, item_of
from argmap.formats.nested_lists.reading import NestedOutline, is_title
from argmap.formats.nested_lists.writing import KEEPS as KEPT_BY_ALL
from argmap.formats.nested_lists.writing import Line, outline_of
from argmap.model import ArgumentMap, Claim
from argmap.reader import Reading
from argmap.source import Span
from argmap.values import one_line

KEEPS = KEPT_BY_ALL | {"map.description", "claim.note", "claim.link"}
VERSION = "freeplane 1.9.13"
_HTML = re.compile(r"\s*<html[\s>]", re.IGNORECASE)
_NOTE_OF_FREEMIND = "accessories/plugins/NodeNote.properties"
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
    tags: tuple[str, ...]
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
    lines = outline_of(reduced, losses, marks=KEPT)
    # Freeplane looks for its version at the very beginning.
    document, open_nodes = XmlText(is_declared=False), 0
    document.begin("map", version=VERSION)
    if reduced.title is not None or sum(line.depth == 0 for line in lines) != 1:
        _begin_centre(document, reduced, losses, is_empty=not lines)
        lines = tuple(replace(line, depth=line.depth + 1) for line in lines)
        open_nodes = 1
    elif reduced.description:
        losses.say("a description without a title is left out", reduced.span)
    names = {line.claim.id: f"ID_{n}" for n, line in enumerate(lines, 1) if not line.is_mention}
    for number, line in enumerate(lines, start=1):
        for _ in range(open_nodes - line.depth):
            document.end()
        _write(document, line, f"ID_{number}", names, losses)
        open_nodes = line.depth + 1
    for _ in range(open_nodes + 1):
        document.end()
    return Writing(document.whole(), losses.diagnostics())


def _begin_centre(document: XmlText, a_map: ArgumentMap, losses: Losses, *, is_empty: bool) -> None:
    """Begin the node in the centre, which is the title and has the description for its note."""
    if is_empty and (a_map.title or a_map.description):
        losses.say("a title without claims is left out", a_map.span)
    _begin(document, "" if is_empty else a_map.title or "", ID="ID_0")
    if a_map.description and not is_empty:
        _write_note(document, a_map.description, "description", a_map.span, losses)


def _write(document: XmlText, line: Line, name: str, names: dict[str, str], losses: Losses) -> None:
    claim = line.claim
    sign = f"{line.sign} " if line.sign else ""
    link = f"#{names[claim.id]}" if line.is_mention else claim.link
    tags = None if line.is_mention else _tags(claim, losses)
    _begin(document, f"{sign}{line.text}", ID=name, LINK=link, TAGS=tags)
    if line.sign in _ICON_OF:
        document.element("icon", BUILTIN=_ICON_OF[line.sign])
    if claim.note and not line.is_mention:
        _write_note(document, claim.note, "note", claim.span, losses)


def _write_note(document: XmlText, note: str, kind: str, span: Span | None, losses: Losses) -> None:
    folded = "\n".join(one_line(part) for part in note.split("\n")).strip("\n")
    if folded != note:
        losses.say(f"white space at the ends of lines of a {kind} is left out", span)
    _write_rich(document, "NOTE", folded)


def _begin(document: XmlText, text: str, **attributes: str | None) -> None:
    """Begin a node; a text that Freeplane would take for HTML becomes rich text."""
    if not _HTML.match(text):
        given = {**attributes}
        document.begin("node", ID=given.pop("ID"), TEXT=text, **given)
        return
    document.begin("node", **attributes)
    _write_rich(document, "NODE", text)


def _write_rich(document: XmlText, kind: str, text: str) -> None:
    document.begin("richcontent", TYPE=kind)
    document.begin("html")
    document.begin("body")
    for part in text.split("\n"):
        document.element("p", part)
    for _ in range(3):
        document.end()


def _tags(claim: Claim, losses: Losses) -> str | None:
    tags = [tag for tag in dict.fromkeys(claim.tags) if tag == tag.strip() and "\n" not in tag]
    if len(tags) < len(set(claim.tags)):
        losses.say("tags of several lines, or with spaces at an end, are left out", claim.span)
    return "\n".join(tags) or None


def _read(text: str, file: str, log: FaultLog, losses: Losses) -> ArgumentMap | None:
    nodes = _nodes(text, file, log, losses)
    if log.diagnostics:
        return None
    outline, title = NestedOutline(file, log, losses), None
    items = [_item(node) for node in nodes]
    description = None
    if is_title((node.depth, item) for node, item in zip(nodes, items, strict=True)):
        title, description = nodes[0].text, "\n\n".join(nodes[0].notes) or None
        if nodes[0].link or nodes[0].tags:
            losses.say("the link and the tags of the title are left out", nodes[0].span)
        nodes, items = nodes[1:], items[1:]
    names = {f"#{node.id.strip()}" for node in nodes if node.id}
    for node, item in zip(nodes, items, strict=True):
        link = None if node.link in names else node.link
        if node.link in names and not item.refers:
            losses.say("links to other nodes are left out", node.span)
        note = "\n\n".join(node.notes) or None
        outline.take(
            node.depth, item, node.span, known_as=node.id, note=note, link=link, tags=node.tags
        )
    return outline.built(title=title, description=description)


def _item(node: _Node) -> Item:
    if node.clone_of:
        return Item("", node.bearing, id=node.clone_of, refers=True)
    item = item_of(node.text, KEPT)
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
            elif parent == "node" and (kind := _rich_text(event)):
                rich, above[-1].rich = Paragraphs(), kind
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


def _rich_text(found: Beginning) -> str | None:
    """Return the type of a text that stands within an element, None where there is no such text."""
    if found.name == "richcontent":
        return found.attributes.get("TYPE", "NODE")
    is_note = found.name == "hook" and found.attributes.get("NAME") == _NOTE_OF_FREEMIND
    return "NOTE" if is_note else None


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
        _shown(given.get("TEXT", "")),
        # A blank is no part of an id that an author writes.
        id=f" {given['ID']}" if "ID" in given else None,
        clone_of=f" {clone}" if clone else None,
        link=given.get("LINK"),
        tags=tuple(filter(None, map(str.strip, given.get("TAGS", "").split("\n")))),
        is_branch="TREE_ID" in given,
        is_repeated="TREE_ID" in given and is_in_clone,
    )


def _shown(text: str) -> str:
    """Return what Freeplane shows of the text of a node, on one line."""
    return one_line(plain_text(text) if _HTML.match(text) else text)


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
