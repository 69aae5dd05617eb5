"""The elements of a file in Goal Structuring Notation, with the faults of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from argmap.document import Entry, Node, Scalar
from argmap.document import Mapping as MappingNode
from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.carriers.yaml_document import entries_of, scalar_of, scalars_of, text_of
from argmap.formats.losses import Losses
from argmap.source import Span
from argmap.suggestions import did_you_mean
from argmap.values import one_line

RELATIONS = ("supportedBy", "inContextOf", "challenges")
# What says how to draw an element, and not what it says.
LAYOUT = ("horizontalIndex", "rankIncrement")
KNOWN = {"text", "nodeType", "undeveloped", "defeated", "url", "classes", "level", *RELATIONS}


class Kind(StrEnum):
    """The kinds of element; a counter element differs from its like in nothing but its name."""

    GOAL = "Goal"
    STRATEGY = "Strategy"
    SOLUTION = "Solution"
    CONTEXT = "Context"
    ASSUMPTION = "Assumption"
    JUSTIFICATION = "Justification"


# The longer ones first.
_PREFIXES = {
    "CSn": Kind.SOLUTION,
    "CG": Kind.GOAL,
    "Sn": Kind.SOLUTION,
    "G": Kind.GOAL,
    "S": Kind.STRATEGY,
    "C": Kind.CONTEXT,
    "A": Kind.ASSUMPTION,
    "J": Kind.JUSTIFICATION,
}
_COUNTER = "Counter"


@dataclass(frozen=True, slots=True)
class Element:
    """An element with the names in its relations."""

    name: str
    kind: Kind
    body: MappingNode
    span: Span
    text: str
    related: Mapping[str, tuple[str, ...]]


def module_of(node: Node, log: FaultLog, losses: Losses) -> tuple[str | None, str | None]:
    """Return the name of a module and its description in brief."""
    title = description = None
    for entry in entries_of(node, "“module”", log):
        if entry.key.value == "name":
            title = text_of(entry.value, "a name", log)
        elif entry.key.value == "brief":
            description = text_of(entry.value, "a brief", log)
        elif entry.key.value not in LAYOUT:
            message = f"{quoted(entry.key.value)} of a module is left out"
            losses.say(message, entry.key.span)
    return title, description


def element_of(entry: Entry, log: FaultLog) -> Element | None:
    """Return an element, or None where nothing tells what kind it is."""
    name, span = entry.key.value, entry.key.span
    body = MappingNode(entries_of(entry.value, quoted(name), log), entry.value.span)
    kind = _kind(name, scalar_of(body.get("nodeType"), "a type", log), span, log)
    if kind is None:
        return None
    text = text_of(body.get("text"), "what an element says", log)
    related = {
        relation: tuple(s.value for s in scalars_of(body.get(relation), relation, log))
        for relation in RELATIONS
    }
    return Element(name, kind, body, span, one_line(text or name), related)


def _kind(name: str, given: Scalar | None, span: Span, log: FaultLog) -> Kind | None:
    if given is not None:
        plain = given.value.removeprefix(_COUNTER)
        if plain in tuple(Kind):
            return Kind(plain)
        near = did_you_mean(plain, tuple(Kind))
        message = f"there is no type of element {quoted(given.value)}{near}"
        log.report(Fault.BAD_VALUE, given.span, message)
        return None
    for prefix, kind in _PREFIXES.items():
        if name.startswith(prefix):
            return kind
    message = f"{quoted(name)} does not tell what it is: a name begins with {', '.join(_PREFIXES)}"
    log.report(Fault.NOTATION_SYNTAX, span, message)
    return None


def require_elements(elements: Mapping[str, Element], root: MappingNode, log: FaultLog) -> None:
    """Report what relations name and is not there."""
    known = {entry.key.value for entry in root.entries}
    for element in elements.values():
        for relation, names in element.related.items():
            scalars = scalars_of(element.body.get(relation), relation, log)
            for scalar, name in zip(scalars, names, strict=True):
                if name not in known:
                    near = did_you_mean(name, list(elements))
                    message = f"there is no element {quoted(name)}{near}"
                    log.report(Fault.UNKNOWN_REFERENCE, scalar.span, message)
