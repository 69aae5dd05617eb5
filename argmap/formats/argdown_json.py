"""What `argdown json` exports → ArgumentMap, as the same text in Argdown would be read."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.argdown import map_of
from argmap.formats.argdown.elements import (
    CIRCLE,
    NEGATION,
    ArgdownDocument,
    Inference,
    Kind,
    Part,
    Reference,
    Relation,
)
from argmap.formats.argdown.inline import joined
from argmap.formats.argdown.structures import tell_unused
from argmap.formats.carriers.decoding import read_text
from argmap.formats.carriers.json_document import NamedPlaces, parsed
from argmap.formats.graphs.reading import ForeignGraph
from argmap.formats.losses import Losses
from argmap.model import ArgumentMap
from argmap.reader import Reading
from argmap.source import at_start

KEEPS: frozenset[str] = frozenset()
_UNTITLED = re.compile(r"Untitled \d+")
_KINDS = {kind.value for kind in Kind}
# Metadata that are read.
_HEEDED = {"isInGroup", "isCanonical", NEGATION}
_START = re.compile(
    r'\A\s*\{\s*"(?:arguments|statements|relations)"\s*:\s*[{\[]|"equivalence-class"'
)


def recognises(text: str) -> bool:
    """Return whether a text seems to be an export of Argdown."""
    return _START.search(text) is not None


def loads(text: str | bytes, *, file: str = "<text>") -> Reading:
    """Return the map that an export holds, or the faults that keep it from being one."""
    return read_text(text, file=file, read=_read)


def _read(text: str, file: str, log: FaultLog, losses: Losses) -> ArgumentMap | None:
    document = document_in(text, file=file, log=log, losses=losses)
    return None if document is None else map_of(document, ForeignGraph(file, log, losses))


def document_in(text: str, *, file: str, log: FaultLog, losses: Losses) -> ArgdownDocument | None:
    """Return what the text says that was exported, or None where this is no export."""
    data = parsed(text, file=file, log=log)
    if log.diagnostics:
        return None
    if not isinstance(data, dict) or not isinstance(data.get("statements"), dict):
        message = "this is no export of Argdown: it has no object “statements”"
        log.report(Fault.NOT_A_MAP, at_start(file), message)
        return None
    places = NamedPlaces(text, keys=("title",), file=file)
    document = ArgdownDocument()
    sections = dict(_sections(data.get("sections")))
    for key, parts in (("statements", document.statements), ("arguments", document.arguments)):
        for title, one in _objects(data.get(key)).items():
            parts[title] = _part(title, one, sections, places, losses)
    for part in document.arguments.values():
        _take_steps(part, data["arguments"][part.title], document, log)
        if part.steps:
            lines = _list(data["arguments"][part.title].get("pcs"))
            titles = dict.fromkeys(_text(line.get("title")) for line in lines)
            tell_unused(((title, places.span(title)) for title in titles), part.steps, losses)
    for relation in _list(data.get("relations")):
        _take_relation(relation, document, data, places, log)
    for relation in document.resolve():
        losses.say(CIRCLE, relation.span)
    return document


def _objects(value: Any) -> Mapping[str, Mapping[str, Any]]:
    if not isinstance(value, dict):
        return {}
    return {name: one for name, one in value.items() if isinstance(one, dict)}


def _list(value: Any) -> list[Any]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _text(value: Any) -> str:
    """Return a text, an empty one where something else stands."""
    return value if isinstance(value, str) else ""


def _sections(value: Any) -> Iterator[tuple[str, str | None]]:
    """Yield the ids of sections, with the titles of the groups that they are in."""
    waiting: list[tuple[Any, str | None]] = [(section, None) for section in _list(value)]
    while waiting:
        section, outer = waiting.pop()
        title = outer if section.get("isGroup") is False else _words(section, "title")[0] or outer
        yield str(section.get("id")), title
        waiting += [(inner, title) for inner in _list(section.get("children"))]


def _words(found: Mapping[str, Any], key: str) -> tuple[str, list[str], list[str]]:
    """Return a text, the tags in it and the addresses of its links, by the ranges it comes with."""
    # Ranges count in units of UTF-16.
    written = _text(found.get(key)).encode("utf-16-le", "surrogatepass")
    parts: list[str] = []
    are_tags: set[int] = set()
    tags: list[str] = []
    links: list[str] = []
    at = 0
    for one in sorted(_list(found.get("ranges")), key=lambda one: _whole(one.get("start"))):
        start, stop = 2 * _whole(one.get("start")), 2 * (_whole(one.get("stop")) + 1)
        if one.get("type") == "link" and isinstance(one.get("url"), str):
            links.append(one["url"])
        shown = {"tag": "tag", "statement-mention": "title", "argument-mention": "title"}
        name = one.get(shown.get(str(one.get("type")), ""))
        if not isinstance(name, str) or not at <= start < stop <= len(written):
            continue
        parts.append(_decoded(written[at:start]))
        image = _decoded(written[start:stop])
        if one["type"] == "tag":
            are_tags.add(len(parts))
            tags.append(" ".join(name.split()))
        parts.append(image if one["type"] == "tag" else name + image[len(image.rstrip()) :])
        at = stop
    return joined([*parts, _decoded(written[at:])], are_tags), tags, links


def _decoded(written: bytes) -> str:
    return written.decode("utf-16-le", "surrogatepass")


def _whole(value: Any) -> int:
    return value if isinstance(value, int) and 0 <= value < 10**9 else 0


def _part(
    title: str,
    found: Mapping[str, Any],
    sections: Mapping[str, str | None],
    places: NamedPlaces,
    losses: Losses,
) -> Part:
    span = places.span(title)
    part = Part(title, span, not _UNTITLED.fullmatch(title))
    members = _list(found.get("members"))
    # What is nowhere defined belongs where it is mentioned first.
    own = next((one["section"] for one in (found, *members[:1]) if one.get("section")), None)
    part.section = sections.get(str(own))
    tags = [*_tags(found.get("tags"))]
    for member in members:
        text, further, links = _words(member, "text")
        if text:
            told = member.get("data")
            is_canonical = isinstance(told, dict) and told.get("isCanonical") is True
            part.take_text(text, span, is_canonical=is_canonical)
            part.is_negation = isinstance(told, dict) and told.get(NEGATION) is True
        tags += further
        part.link = part.link or (links[0] if links else None)
        if len(links) > 1:
            losses.say("a claim has one link: further ones are left out", span)
    part.tags = list(dict.fromkeys(tags))
    if isinstance(found.get("data"), dict) and set(found["data"]) - _HEEDED:
        losses.drop("metadata", "part", span)
    return part


def _tags(value: Any) -> Iterator[str]:
    for tag in value if isinstance(value, list) else ():
        if isinstance(tag, str) and tag.strip():
            yield " ".join(tag.split())


def _take_steps(
    part: Part, found: Mapping[str, Any], document: ArgdownDocument, log: FaultLog
) -> None:
    lines: list[str] = []
    gathered: list[str] = []
    for line in _list(found.get("pcs")):
        title, inference = _text(line.get("title")), line.get("inference")
        if title not in document.statements:
            message = f"there is no statement {quoted(title)}"
            log.report(Fault.UNKNOWN_REFERENCE, part.span, message)
            return
        if isinstance(inference, dict):
            rules = inference.get("inferenceRules")
            told = map(_text, rules if isinstance(rules, list) else [rules])
            rule = ", ".join(filter(None, told)) or None
            premises = _used(inference.get("data"), lines) or gathered
            if not premises:
                message = f"{quoted(part.title)} has an inference without premises"
                log.report(Fault.BAD_VALUE, part.span, message)
                return
            part.steps.append(Inference(premises, title, rule, part.span))
            gathered = []
        lines.append(title)
        gathered = [*gathered, title]


def _used(data: Any, lines: Sequence[str]) -> list[str]:
    """Return the lines that an inference says it uses; they count from 1."""
    used = data.get("uses") if isinstance(data, dict) else None
    numbers = [one for one in used if isinstance(one, int)] if isinstance(used, list) else []
    return [lines[number - 1] for number in numbers if 1 <= number <= len(lines)]


def _take_relation(
    found: Mapping[str, Any],
    document: ArgdownDocument,
    data: Mapping[str, Any],
    places: NamedPlaces,
    log: FaultLog,
) -> None:
    ends = []
    for key in ("from", "to"):
        title, kind = _text(found.get(key)), found.get(f"{key}Type")
        known = document.statements if kind == "equivalence-class" else document.arguments
        if title not in known:
            message = f"a relation names {quoted(title)}, which is not there"
            log.report(Fault.UNKNOWN_REFERENCE, places.span(title), message)
            return
        step = None
        if kind == "inference":
            above = _list(data["arguments"][title].get("pcs"))[
                : _whole(found.get("conclusionIndex"))
            ]
            step = sum(isinstance(line.get("inference"), dict) for line in above)
        ends.append(Reference(title, kind != "equivalence-class", step))
    kind, span = _text(found.get("relationType")), places.span(ends[0].title)
    if kind not in _KINDS:
        message = f"{quoted(kind)} is no relation of Argdown"
        log.report(Fault.BAD_VALUE, span, message)
        return
    document.relations.append(Relation(Kind(kind), ends[0], ends[1], span))
