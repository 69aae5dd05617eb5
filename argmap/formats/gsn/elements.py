"""The elements of a file in Goal Structuring Notation, with the faults of each."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from argmap.document import Entry, Scalar
from argmap.document import Mapping as MappingNode
from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.carriers.yaml_document import entries_of, scalar_of, scalars_of, text_of
from argmap.source import Span
from argmap.suggestions import did_you_mean
from argmap.values import one_line

RELATIONS = ("supportedBy", "inContextOf", "challenges")
# The ends of those relations of an element that no longer hold.
DEFEATED = "defeatedRelation"
# What says how to draw an element, and not what it says.
LAYOUT = ("horizontalIndex", "rankIncrement", "charWrap")
KNOWN = {
    *("text", "nodeType", "undeveloped", "defeated", "url", "classes", "level"),
    *RELATIONS,
    DEFEATED,
}


class Kind(StrEnum):
    """The kinds of element; a counter element differs from its like in nothing but its name."""

    GOAL = "Goal"
    STRATEGY = "Strategy"
    SOLUTION = "Solution"
    CONTEXT = "Context"
    ASSUMPTION = "Assumption"
    JUSTIFICATION = "Justification"


COUNTER = "Counter"
# What the layer is called that holds a note; other layers are noted with their names.
NOTE = "note"
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

# What only several lines show: paragraphs, and the items of a list.
_LAID_OUT = re.compile(r"\n[ ]*\n|^[ ]*(?:[-*+•]|\d+[.)])[ ]", re.MULTILINE)
_ARROW = "->"
_ELSEWHERE = "if it stands in another module, read the file whose module uses both"


@dataclass(frozen=True, slots=True)
class Element:
    """An element with the names in its relations.

    `text` is on one line, `written` has the lines of the author; both are the name where it
    `is_silent`. `module` is the name of the module that it is in, where that is not the one of the
    file, and `way` leads to its folder. What `is_developed` is so by another one. `defeated` are
    the ends of its relations that no longer hold.
    """

    name: str
    kind: Kind
    body: MappingNode
    span: Span
    text: str
    written: str
    related: Mapping[str, tuple[str, ...]]
    places: Mapping[str, tuple[Span, ...]]
    module: str | None = None
    is_developed: bool = False
    defeated: frozenset[str] = frozenset()
    is_silent: bool = False
    way: str = ""

    @property
    def is_laid_out(self) -> bool:
        """Return whether the lines of the text say more than where a line was full."""
        return is_laid_out(self.written)


def element_of(
    entry: Entry, log: FaultLog, *, module: str | None = None, way: str = ""
) -> Element | None:
    """Return an element, or None where nothing tells what kind it is."""
    name, span = entry.key.value, entry.key.span
    body = MappingNode(entries_of(entry.value, quoted(name), log), entry.value.span)
    kind = _kind(name, scalar_of(body.get("nodeType"), "a type", log), span, log)
    if kind is None:
        return None
    given = text_of(body.get("text"), "what an element says", log)
    written = lines_of(given or name)
    named = {key: scalars_of(body.get(key), key, log) for key in (*RELATIONS, DEFEATED)}
    related = {key: tuple(s.value.strip() for s in scalars) for key, scalars in named.items()}
    places = {key: tuple(s.span for s in scalars) for key, scalars in named.items()}
    return Element(
        name,
        kind,
        body,
        span,
        one_line(written),
        written,
        related,
        places,
        module,
        defeated=frozenset(related[DEFEATED]),
        is_silent=not given,
        way=way,
    )


def is_laid_out(written: str) -> bool:
    """Return whether the lines of a text say more than where a line was full."""
    return "\n" in written and _LAID_OUT.search(written) is not None


def type_told_by(name: str) -> str | None:
    """Return the type that a name tells by how it begins, such as “CounterGoal”, or None."""
    for prefix, kind in _PREFIXES.items():
        if name.startswith(prefix):
            return f"{COUNTER if len(prefix) > 1 and prefix[0] == 'C' else ''}{kind}"
    return None


def lines_of(text: str) -> str:
    """Return a text with the lines that its author wrote, without white space at their ends."""
    return "\n".join(line.rstrip() for line in text.strip().split("\n"))


def relation_in(challenged: str) -> tuple[str, str] | None:
    """Return the ends of the relation that is challenged, None where it is an element."""
    one, arrow, other = challenged.partition(_ARROW)
    return (one.strip(), other.strip()) if arrow else None


def ends_in(name: str) -> tuple[str, ...]:
    """Return the elements that a name in a relation speaks of: one, or both ends of a relation."""
    return relation_in(name) or (name,)


def _kind(name: str, given: Scalar | None, span: Span, log: FaultLog) -> Kind | None:
    if given is not None:
        plain = given.value.removeprefix(COUNTER)
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


def require_elements(elements: Mapping[str, Element], known: set[str], log: FaultLog) -> None:
    """Report what relations name and is not there; what is `known` may have a fault itself."""
    for element in elements.values():
        for relation, names in element.related.items():
            for name, span in zip(names, element.places[relation], strict=True):
                for end in ends_in(name) if relation == "challenges" else (name,):
                    if end not in known:
                        near = did_you_mean(end, list(elements))
                        message = f"there is no element {quoted(end)}{near}"
                        help = None if near else _ELSEWHERE
                        log.report(Fault.UNKNOWN_REFERENCE, span, message, help=help)
