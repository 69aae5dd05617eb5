"""OPML 2.0, which most outliners read and write ↔ ArgumentMap.

http://opml.org/spec2.opml describes it. The outlines of the first level are theses; the text of an
outline begins and ends with the marks of `outline_marks`. `_note` is the note of a claim, `url` its
link, `category` holds tags. Nothing that is included is fetched.
"""

import re
from collections.abc import Mapping

from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.carriers.xml_document import (
    Beginning,
    Characters,
    Ending,
    XmlText,
    events,
    read_xml,
)
from argmap.formats.losses import Losses, Writing, kept
from argmap.formats.nested_lists.marks import item_of
from argmap.formats.nested_lists.reading import NestedOutline
from argmap.formats.nested_lists.writing import KEEPS as KEPT_BY_ALL
from argmap.formats.nested_lists.writing import outline_of
from argmap.model import ArgumentMap
from argmap.reader import Reading
from argmap.source import Span
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
    document.element("title", reduced.title or "")
    document.end()
    document.begin("body")
    for line in outline_of(reduced, losses):
        for _ in range(depth - line.depth):
            document.end()
        sign = f"{line.sign} " if line.sign else ""
        told = None if line.is_mention else line.claim
        document.begin(
            "outline",
            text=f"{sign}{line.text}",
            type="link" if told and told.link else None,
            url=told.link if told else None,
            _note=told.note if told else None,
        )
        depth = line.depth + 1
    for _ in range(depth + 2):
        document.end()
    return Writing(document.whole(), losses.diagnostics())


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
    return outline.built(title="".join(title))


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
        item_of(text),
        found.span,
        note=given.get("_note"),
        link=given.get("url") or given.get("htmlUrl"),
        tags=_categories(given, found.span, losses),
    )


def _categories(given: Mapping[str, str], span: Span, losses: Losses) -> tuple[str, ...]:
    names = [one_line(name) for name in given.get("category", "").split(",")]
    if any("/" in name for name in names):
        losses.say("categories with slashes are tags now, as they are written", span)
    return tuple(name for name in names if name)
