"""OPML 2.0, which most outliners read and write ↔ ArgumentMap.

http://opml.org/spec2.opml describes it. The outlines of the first level are theses; the text of an
outline begins and ends with the marks of `nested_lists`, and may hold HTML. `_note` is the note of
a claim, `url` its link, `category` holds tags. Nothing that is included is fetched.
"""

import re
from collections.abc import Mapping

from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.carriers.marked_up import seen, shown_as
from argmap.formats.carriers.xml_document import (
    Beginning,
    Characters,
    Ending,
    XmlText,
    events,
    read_xml,
)
from argmap.formats.losses import Losses, Writing, kept
from argmap.formats.nested_lists.marks import KEPT, item_of
from argmap.formats.nested_lists.reading import NestedOutline
from argmap.formats.nested_lists.writing import KEEPS as KEPT_BY_ALL
from argmap.formats.nested_lists.writing import outline_of
from argmap.model import ArgumentMap, Claim
from argmap.reader import Reading
from argmap.values import one_line

KEEPS = KEPT_BY_ALL | {"claim.note", "claim.link"}
_START = re.compile(r"(?:<\?xml[^>]*>|<!--.*?-->|\s+)*+<opml\b", re.DOTALL)
_KNOWN = {
    *("text", "title", "_note", "url", "htmlUrl", "category", "type", "isComment"),
    # How an outliner shows an outline, and when it was made: no part of what is said.
    *("created", "expanded", "collapsed", "_status", "isBreakpoint"),
}


def recognises(text: str) -> bool:
    """Return whether a text seems to be OPML."""
    return _START.match(text) is not None


def loads(text: str | bytes, *, file: str = "<text>") -> Reading:
    """Return the map of an outline, or the faults that keep it from being one."""
    return read_xml(text, file=file, read=_read)


def dumps(a_map: ArgumentMap) -> Writing:
    """Return the map as OPML."""
    losses = Losses("OPML")
    reduced = kept(a_map, keeps=KEEPS, losses=losses)
    document, depth = XmlText(), 0
    document.begin("opml", version="2.0")
    document.begin("head")
    document.element("title", shown_as(reduced.title or ""))
    document.end()
    document.begin("body")
    for line in outline_of(reduced, losses, marks=KEPT):
        for _ in range(depth - line.depth):
            document.end()
        sign = f"{line.sign} " if line.sign else ""
        told = None if line.is_mention else line.claim
        document.begin(
            "outline",
            text=shown_as(f"{sign}{line.text}"),
            type="link" if told and told.link else None,
            url=told.link if told else None,
            category=_category(told, losses) if told else None,
            _note=shown_as(told.note) if told and told.note else None,
        )
        depth = line.depth + 1
    for _ in range(depth + 2):
        document.end()
    return Writing(document.whole(), losses.diagnostics())


def _category(claim: Claim, losses: Losses) -> str | None:
    """Return the tags of a claim as they stand in an outline, where a comma ends one."""
    tags = [tag for tag in dict.fromkeys(claim.tags) if tag == one_line(tag) and "," not in tag]
    if len(tags) < len(set(claim.tags)):
        losses.say("tags with commas or several spaces are left out", claim.span)
    return ",".join(tags) or None


def _read(text: str, file: str, log: FaultLog, losses: Losses) -> ArgumentMap | None:
    outline = NestedOutline(file, log, losses)
    title: list[str] = []
    path: list[str] = []
    depth, left_out = 0, 0
    for event in events(text, file=file, log=log):
        if isinstance(event, Beginning):
            path.append(event.name)
            if len(path) == 1 and event.name != "opml":
                message = f"this is no OPML: it begins with {quoted(f'<{event.name}>')}"
                log.report(Fault.NOT_A_MAP, event.span, message)
                return None
            if event.name == "outline":
                depth += 1
                if left_out or _is_left_out(event, losses):
                    left_out += 1
                else:
                    _take(outline, depth, event, losses)
        elif isinstance(event, Ending):
            path.pop()
            if event.name == "outline":
                depth -= 1
                left_out = max(left_out - 1, 0)
        elif isinstance(event, Characters) and path == ["opml", "head", "title"]:
            title.append(event.text)
    if log.diagnostics:
        return None
    return outline.built(title=seen("".join(title)))


def _is_left_out(outline: Beginning, losses: Losses) -> bool:
    """Return whether an outline and all within it is no part of what is said."""
    if outline.attributes.get("isComment", "").lower() == "true":
        losses.say("what is commented out is left out", outline.span)
        return True
    if outline.attributes.get("type", "").lower() == "include":
        losses.say("files that are included are left out: nothing is fetched", outline.span)
        return True
    return False


def _take(outline: NestedOutline, depth: int, found: Beginning, losses: Losses) -> None:
    given = found.attributes
    if not given.keys() <= _KNOWN:
        losses.drop("further attributes", "outline", found.span)
    text = given.get("text") or given.get("title") or ""
    outline.take(
        depth,
        item_of(seen(text), KEPT),
        found.span,
        note=seen(given.get("_note", "")),
        link=given.get("url") or given.get("htmlUrl"),
        tags=_categories(given),
    )


def _categories(given: Mapping[str, str]) -> tuple[str, ...]:
    names = [one_line(name) for name in given.get("category", "").split(",")]
    return tuple(name for name in names if name)
