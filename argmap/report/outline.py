"""A map as an outline for the terminal: supports marked +, rebuttals −, steps by their premises."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from argmap.drawing.citing import citing_line
from argmap.model import Argument, ArgumentMap, Claim, Polarity

INDENT = 4
DEEPEST_INDENT = 40
NARROWEST = 40
MARKS = {Polarity.SUPPORT: "+", Polarity.ATTACK: "−"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One paragraph of the outline: how deep it stands, the mark before it, and its words."""

    depth: int
    mark: str
    words: str


def outline(a_map: ArgumentMap, *, width: int) -> str:
    """Return the outline as text, wrapped to `width` columns; ids stand in square brackets.

    A claim with several uses is told once and pointed at afterwards.
    """
    lines: list[str] = []
    if a_map.title:
        lines += [a_map.title, ""]
    for entry in _entries(a_map):
        if entry.depth == 0 and lines and lines[-1]:
            lines.append("")
        before = " " * min(INDENT * entry.depth, DEEPEST_INDENT) + entry.mark
        lines += textwrap.wrap(
            entry.words,
            width=max(width, len(before) + NARROWEST),
            initial_indent=before,
            subsequent_indent=" " * len(before),
            break_long_words=False,
            break_on_hyphens=False,
        )
    return "\n".join([*lines, ""])


def _entries(a_map: ArgumentMap) -> Iterator[Entry]:
    told: set[str] = set()
    for root in (*a_map.theses, *(claim.id for claim in a_map.claims)):
        if root not in told:
            yield from _from(a_map, root, told)


def _from(a_map: ArgumentMap, root: str, told: set[str]) -> Iterator[Entry]:
    """Yield what hangs on one claim, depth first; the stack stands in for recursion."""
    stack: list[tuple[int, str, Claim | Argument]] = [(0, "", a_map.claims_by_id[root])]
    while stack:
        depth, mark, node = stack.pop()
        following: list[tuple[int, str, Claim | Argument]] = []
        if isinstance(node, Claim):
            if node.id in told:
                yield Entry(depth, mark, f"{node.name} (see [{node.id}])")
                continue
            told.add(node.id)
            yield Entry(depth, mark, _told(a_map, node))
        else:
            words = _step(node)
            premises = [a_map.claims_by_id[premise] for premise in node.premises]
            bearing = a_map.arguments_on(node.id)
            if len(premises) == 1 and not words and not bearing:
                stack.append((depth, mark, premises[0]))
                continue
            opening = "these together" if len(premises) > 1 else "this"
            yield Entry(depth, mark, f"{opening}{words}: [{node.id}]")
            following = [(depth + 1, "• ", premise) for premise in premises]
        inside = depth + 1
        for argument in a_map.arguments_on(node.id):
            mark = MARKS[argument.polarity] + " "
            if isinstance(node, Argument):
                mark += "the step: "
            following.append((inside, mark, argument))
        stack.extend(reversed(following))


def _step(argument: Argument) -> str:
    names = [argument.label, argument.scheme and f"scheme {argument.scheme}"]
    shown = ", ".join(name for name in names if name)
    return f" ({shown})" if shown else ""


def _told(a_map: ArgumentMap, claim: Claim) -> str:
    words = f"{claim.label} — {claim.text}" if claim.label else claim.text
    citing = citing_line(claim.citations, sources=a_map.sources_by_id, full=len(a_map.sources) > 1)
    after = f" ({citing})" if citing else ""
    disputes = f" (contradicts {', '.join(claim.contradicts)})" if claim.contradicts else ""
    status = f" ({claim.status})" if claim.status else ""
    return f"{words}{after}{disputes}{status} [{claim.id}]"
