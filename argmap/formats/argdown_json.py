"""What `argdown json` exports → ArgumentMap, as the same text in Argdown would be read."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.argdown import map_of
from argmap.formats.argdown_document import (
    ArgdownDocument,
    Inference,
    Kind,
    Part,
    Reference,
    Relation,
)
from argmap.formats.argdown_inline import content_of
from argmap.formats.foreign import read_text
from argmap.formats.foreign_graph import ForeignGraph
from argmap.formats.json_document import NamedPlaces, parsed
from argmap.formats.losses import Losses
from argmap.model import ArgumentMap
from argmap.reader import Reading
from argmap.source import at_start

KEEPS: frozenset[str] = frozenset()
_UNTITLED = re.compile(r"Untitled \d+")
_KINDS = {kind.value for kind in Kind}
_START = re.compile(r'\s*\{\s*"(?:arguments|statements|relations)"\s*:\s*[{\[]|"equivalence-class"')


def recognises(text: str) -> bool:
    """Return whether a text seems to be an export of Argdown."""
    return _START.search(text) is not None


def loads(text: str | bytes, *, file: str = "<text>") -> Reading:
    """Return the map that an export holds, or the faults that keep it from being one."""
    return read_text(text, file=file, read=_read)


def _read(text: str, file: str, log: FaultLog, losses: Losses) -> ArgumentMap | None:
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
    for relation in data.get("relations") or ():
        _take_relation(relation, document, places, log)
    return map_of(document, ForeignGraph(file, log, losses))


def _objects(value: Any) -> Mapping[str, Mapping[str, Any]]:
    if not isinstance(value, dict):
        return {}
    return {name: one for name, one in value.items() if isinstance(one, dict)}


def _list(value: Any) -> list[Any]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _sections(value: Any) -> Iterator[tuple[str, str]]:
    waiting = _list(value)
    while waiting:
        section = waiting.pop()
        yield str(section.get("id")), str(section.get("title"))
        waiting += _list(section.get("children"))


def _part(
    title: str,
    found: Mapping[str, Any],
    sections: Mapping[str, str],
    places: NamedPlaces,
    losses: Losses,
) -> Part:
    span = places.span(title)
    part = Part(title, span, not _UNTITLED.fullmatch(title))
    part.section = sections.get(str(found.get("section")))
    for member in _list(found.get("members")):
        part.section = part.section or sections.get(str(member.get("section")))
        content = content_of(f"[x]: {member.get('text') or ''}")
        if content.text:
            part.texts.append(content.text)
        part.tags += [tag for tag in content.tags if tag not in part.tags]
    if found.get("data"):
        losses.drop("metadata", "part", span)
    return part


def _take_steps(
    part: Part, found: Mapping[str, Any], document: ArgdownDocument, log: FaultLog
) -> None:
    premises: list[str] = []
    for line in _list(found.get("pcs")):
        title, inference = line.get("title"), line.get("inference")
        if title not in document.statements:
            message = f"there is no statement {quoted(str(title))}"
            log.report(Fault.UNKNOWN_REFERENCE, part.span, message)
            return
        if isinstance(inference, dict):
            rules = inference.get("inferenceRules") or ()
            rule = ", ".join(str(rule) for rule in rules) or None
            part.steps.append(Inference(premises, title, rule, part.span))
            premises = []
        premises = [*premises, title]


def _take_relation(
    found: Any, document: ArgdownDocument, places: NamedPlaces, log: FaultLog
) -> None:
    ends = []
    for key in ("from", "to"):
        title = found.get(key) if isinstance(found, dict) else None
        is_argument = isinstance(found, dict) and found.get(f"{key}Type") != "equivalence-class"
        known = document.arguments if is_argument else document.statements
        if title not in known:
            message = f"a relation names {quoted(str(title))}, which is not there"
            log.report(Fault.UNKNOWN_REFERENCE, places.span(str(title)), message)
            return
        ends.append(Reference(str(title), is_argument))
    kind = found.get("relationType")
    if kind not in _KINDS:
        message = f"{quoted(str(kind))} is no relation of Argdown"
        log.report(Fault.BAD_VALUE, places.span(ends[0].title), message)
        return
    span = places.span(ends[0].title)
    document.relations.setdefault(Relation(Kind(kind), ends[0], ends[1], span))
