"""How messages speak of claims and arguments."""

from collections.abc import Iterable, Iterator

from argmap.diagnostics import Related
from argmap.faults import quoted
from argmap.model import Argument, ArgumentMap, Claim, Polarity
from argmap.source import Span


def name_of(node: Claim | Argument) -> str:
    """Return the label in quotation marks, or the id where there is none."""
    return quoted(node.label or node.id)


def node_of(a_map: ArgumentMap, name: str) -> Claim | Argument:
    """Return the claim or argument with that id."""
    return a_map.claims_by_id.get(name) or a_map.arguments_by_id[name]


def telling(a_map: ArgumentMap, argument: Argument) -> str:
    """Return what tells an argument from others, such as `the argument for “Plant a tree”`."""
    if argument.label:
        return f"the argument {quoted(argument.label)}"
    target = node_of(a_map, argument.target)
    side = "for" if argument.polarity is Polarity.SUPPORT else "against"
    if isinstance(target, Claim):
        return f"the argument {side} {name_of(target)}"
    return f"the argument {side} the step of {name_of(target)}"


def related(span: Span | None, message: str) -> Iterator[Related]:
    """Yield the related place, or nothing where it is written nowhere."""
    if span is not None:
        yield Related(span, message)


def places(pairs: Iterable[tuple[Span | None, str]]) -> tuple[Related, ...]:
    """Return the related places among `pairs` that are written somewhere."""
    return tuple(Related(span, message) for span, message in pairs if span is not None)


def joined(names: Iterable[str]) -> str:
    """Return the names as a list in a sentence: `a, b and c`."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
