"""A map as an outline for the terminal: supports marked +, rebuttals −, steps by their premises."""

from collections import Counter
from collections.abc import Mapping

from argmap.drawing.citing import citing_line, short_names
from argmap.drawing.reading_side import LEFT_TO_RIGHT, is_right_to_left, isolated
from argmap.evaluation.verdicts import Evaluation
from argmap.model import Argument, ArgumentMap, Claim, Standard
from argmap.outline import Entry, Relation, Telling, sections
from argmap.report.wrapping import wrapped
from argmap.weighing import Standing, in_words

INDENT = 4
DEEPEST_INDENT = 40
NARROWEST = 40
SIGNS = {
    Standing.STANDS: "✓",
    Standing.FALLS: "✗",
    Standing.NOT_SHOWN: "○",
    Standing.UNDECIDED: "?",
}
MARKS = {
    Relation.ROOT: "",
    Relation.SUPPORT: "+ ",
    Relation.ATTACK: "− ",
    Relation.PREMISE: "• ",
    Relation.BACKING: "+ the step: ",
    Relation.UNDERCUT: "− the step: ",
}


def outline(a_map: ArgumentMap, *, width: int, evaluation: Evaluation | None = None) -> str:
    """Return the outline as text, wrapped to `width` columns; ids stand in square brackets.

    With an `evaluation` every claim and argument has the sign of its verdict: ✓, ✗, ○ or ?.

    A claim with several uses is told once and pointed at afterwards.
    """
    names = short_names(a_map.sources)
    lines: list[str] = []
    if a_map.title:
        lines += [a_map.title, ""]
    for section in sections(a_map):
        if lines and lines[-1]:
            lines.append("")
        for entry in section.entries:
            before = " " * min(INDENT * entry.depth, DEEPEST_INDENT) + MARKS[entry.relation]
            if evaluation is not None:
                before += f"{SIGNS[evaluation.verdict(entry.node.id).standing]} "
            words = _words(names, entry)
            if any(map(is_right_to_left, words.split())):
                before = f"{LEFT_TO_RIGHT}{before}"
            room = max(width, len(before) + NARROWEST)
            lines += wrapped(words, width=room, first=before, others=" " * len(before))
    return "\n".join([*lines, ""])


def _words(names: Mapping[str, str], entry: Entry) -> str:
    node = entry.node
    if isinstance(node, Argument):
        opening = "these together" if len(node.premises) > 1 else "this"
        return f"{opening}{_step(node)}: [{node.id}]"
    # A claim that stands for its whole argument has its strength beside its own marks.
    by = f" ({_strength(entry.argument)})" if entry.argument and entry.argument.strength else ""
    if entry.telling is not Telling.WHOLE:
        return f"{isolated(node.name)}{by} (see [{node.id}])"
    return _told(names, node, by)


def _strength(argument: Argument) -> str:
    return f"strength: {in_words(argument.strength)}" if argument.strength else ""


def _step(argument: Argument) -> str:
    label = argument.label and isolated(argument.label)
    scheme = argument.scheme and f"scheme {argument.scheme}"
    names = [label, scheme, _strength(argument)]
    shown = ", ".join(name for name in names if name)
    return f" ({shown})" if shown else ""


def _told(names: Mapping[str, str], claim: Claim, by: str) -> str:
    """Return a claim with its marks; `by` is that of the argument for which it stands."""
    words = isolated(f"{claim.label} — {claim.text}" if claim.label else claim.text)
    citing = citing_line(claim.citations, names=names, full=len(names) > 1)
    after = f" ({citing})" if citing else ""
    disputes = f" (contradicts {', '.join(claim.contradicts)})" if claim.contradicts else ""
    status = f" ({claim.status})" if claim.status else ""
    if claim.home is not None:
        status = f" (argued in {isolated(claim.home.map)})"
    unstated = " (unstated)" if claim.unstated else ""
    usual = claim.standard in (None, Standard.PREPONDERANCE)
    standard = "" if usual else f" (standard: {claim.standard})"
    given = "" if claim.given is None else f" (given: {in_words(claim.given)})"
    return f"{words}{after}{disputes}{status}{given}{unstated}{standard}{by} [{claim.id}]"


def tally(evaluation: Evaluation) -> str:
    """Return how many claims stand, and how many have each other verdict that occurs.

    It is a line with the signs of the outline.
    """
    counts = Counter(verdict.standing for verdict in evaluation.claims.values())
    stand, fall, bare, open_ = (counts[standing] for standing in Standing)
    told = [f"{stand} {'claim stands' if stand == 1 else 'claims stand'} ✓"]
    if fall:
        told.append(f"{fall} {'falls' if fall == 1 else 'fall'} ✗")
    if bare:
        told.append(f"{bare} {'is' if bare == 1 else 'are'} not shown ○")
    if open_:
        told.append(f"{open_} {'is' if open_ == 1 else 'are'} undecided ?")
    return ", ".join(told)
