"""Argument maps and mind maps of MindMup, `.mup` → ArgumentMap.

https://github.com/mindmup/mapjs has the model: an idea has a title and further ideas, by their
rank. In an argument map a group, supporting or opposing, holds the ideas that are linked premises
for or against the idea that it stands below; a group within a group bears on its step. Elsewhere
the title of an idea begins and ends with the marks of `outline_marks`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from argmap.faults import Fault, FaultLog
from argmap.formats.carriers.decoding import read_text
from argmap.formats.carriers.json_document import NamedPlaces, parsed
from argmap.formats.carriers.marked_up import seen
from argmap.formats.losses import Losses
from argmap.formats.nested_lists.marks import KEPT, Bearing, Item, item_of
from argmap.formats.nested_lists.reading import NestedOutline, is_title
from argmap.model import ArgumentMap
from argmap.reader import Reading
from argmap.source import Span, at_start
from argmap.values import one_line

KEEPS: frozenset[str] = frozenset()
IMPLICIT = "implicit"
_START = re.compile(r'\A\s*\{(?:.*?)"(?:formatVersion|ideas)"\s*:', re.DOTALL)
_GROUPS = {"supporting": Bearing.SUPPORT, "opposing": Bearing.ATTACK}
_ADDRESS = re.compile(r"\b(?P<address>https?://\S+)")
_LOST = {"attachment": "attachments", "icon": "pictures", "style": "colours and fonts"}


@dataclass(frozen=True, slots=True)
class _Idea:
    """An idea at its depth. A group has a bearing; `is_in_group` says that its parent is one."""

    depth: int
    data: dict[str, Any]
    is_in_group: bool = False

    @property
    def bearing(self) -> Bearing | None:
        """Return what a group does to what it stands below; None for any other idea."""
        group = self.attribute("group")
        return _GROUPS.get(group) if isinstance(group, str) else None

    @property
    def is_aside(self) -> bool:
        """Return whether an idea of an argument map is no part of an argument."""
        return self.depth > 0 and not self.bearing and not self.is_in_group

    def attribute(self, name: str) -> Any:
        """Return what the idea says under a name, or None."""
        attributes = self.data.get("attr")
        return attributes.get(name) if isinstance(attributes, dict) else None


def recognises(text: str) -> bool:
    """Return whether a text seems to be a map of MindMup."""
    return _START.match(text) is not None


def loads(text: str | bytes, *, file: str = "<text>") -> Reading:
    """Return the map that ideas make, or the faults that keep it from being one."""
    return read_text(text, file=file, read=_read)


def _read(text: str, file: str, log: FaultLog, losses: Losses) -> ArgumentMap | None:
    data = parsed(text, file=file, log=log)
    if log.diagnostics:
        return None
    if not isinstance(data, dict) or not isinstance(data.get("ideas", {}), dict | list):
        message = "this is no map of MindMup: it has no object “ideas”"
        log.report(Fault.NOT_A_MAP, at_start(file), message)
        return None
    # Since version 3 the whole has a title of its own, and several ideas may stand in the centre.
    version = data.get("formatVersion")
    has_roots = isinstance(version, int) and version >= 3
    ideas = list(_ideas(data, has_roots=has_roots))
    title = data.get("title") if has_roots else None
    if title in [idea.data.get("title") for idea in ideas if idea.depth == 0]:
        title = None
    if is_title((idea.depth, _item(idea)) for idea in ideas):
        title = ideas[0].data.get("title")
        ideas = ideas[1:]
    outline = NestedOutline(file, log, losses)
    _take_all(outline, ideas, NamedPlaces(text, keys=("id",), file=file), losses)
    if data.get("links"):
        losses.say("lines between ideas are left out", at_start(file))
    return outline.built(title=title if isinstance(title, str) else None)


def _take_all(
    outline: NestedOutline, ideas: list[_Idea], places: NamedPlaces, losses: Losses
) -> None:
    is_argument_map = any(idea.bearing for idea in ideas)
    left_out = None
    for idea in ideas:
        if left_out is not None and idea.depth > left_out:
            continue
        span = places.span(str(idea.data.get("id")))
        left_out = idea.depth if is_argument_map and idea.is_aside else None
        if left_out is not None:
            losses.say("what stands below a claim in no group is left out", span)
        else:
            _take(outline, idea, span, losses)


def _ideas(data: dict[str, Any], *, has_roots: bool) -> Iterator[_Idea]:
    """Yield all ideas, each before what stands below it."""
    waiting = [_Idea(-1 if has_roots else 0, data)]
    while waiting:
        idea = waiting.pop()
        if idea.depth >= 0:
            yield idea
        is_group = idea.bearing is not None
        below = _sorted(idea.data.get("ideas"))
        waiting += [_Idea(idea.depth + 1, inner, is_group) for inner in reversed(below)]


def _sorted(ideas: Any) -> list[dict[str, Any]]:
    """Return ideas by their rank: those above zero, which stand at the right, before the others."""
    if not isinstance(ideas, dict):
        return []
    ranks = []
    for key, idea in ideas.items():
        try:
            rank = float(key)
        except ValueError:
            rank = 0.0
        if isinstance(idea, dict):
            ranks.append((rank < 0, abs(rank), idea))
    return [idea for *_, idea in sorted(ranks, key=lambda one: one[:2])]


def _item(idea: _Idea) -> Item:
    if idea.bearing:
        return Item("", idea.bearing)
    words, _ = _without_address(idea.data.get("title"))
    return Item(one_line(words)) if idea.is_in_group else item_of(words, KEPT)


def _take(outline: NestedOutline, idea: _Idea, span: Span, losses: Losses) -> None:
    for name, what in _LOST.items():
        if idea.attribute(name):
            losses.say(f"{what} are left out", span)
    item, note = _item(idea), _note(idea)
    if idea.bearing:
        connector = idea.attribute("parentConnector")
        label = connector.get("label") if isinstance(connector, dict) else None
        shown = one_line(label) if isinstance(label, str) else None
        outline.take(idea.depth, item, span, label=shown or None, note=note)
        return
    _, link = _without_address(idea.data.get("title"))
    styles = idea.attribute("styleNames")
    is_implicit = isinstance(styles, list) and "attr_implicit_claim" in styles
    tags = (IMPLICIT,) if is_implicit else ()
    outline.take(idea.depth, item, span, note=note, link=link, tags=tags)


def _note(idea: _Idea) -> str | None:
    note = idea.attribute("note")
    text = note.get("text") if isinstance(note, dict) else note
    if not isinstance(text, str):
        return None
    return seen(text)


def _without_address(title: Any) -> tuple[str, str | None]:
    """Return a title as MindMup shows it: without the first address, which is a link."""
    if not isinstance(title, str):
        return "", None
    found = _ADDRESS.search(title)
    rest = f"{title[: found.start()]} {title[found.end() :]}" if found else title
    return (rest, found["address"]) if found and rest.strip() else (title, None)
