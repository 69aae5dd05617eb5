"""Maps in numbers: as sentences on one, as a table of many, as JSON and as CSV."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import asdict, fields
from typing import NamedTuple

from argmap.evaluation.why.cruxes import Crux
from argmap.evaluation.wording import VERBS, cited
from argmap.model import ArgumentMap
from argmap.report.wrapping import wrapped_list
from argmap.survey.stats import Counts, Stats

TOTAL = "total"
_COUNTS = tuple(one.name for one in fields(Counts))
_HEADS = (
    *("map", "claims", "arguments", "depth", "pro", "con", "sourced", "verified", "answered"),
    *("cruxes", "thesis"),
)


class Counted(NamedTuple):
    """A map with its name and its numbers."""

    name: str
    map: ArgumentMap
    stats: Stats


def stats_text(found: Counted, *, width: int) -> str:
    """Return one map in numbers, in sentences of at most `width` columns."""
    return wrapped_list(_told(found), width=width)


def _told(found: Counted) -> Iterator[str]:
    a_map, n = found.map, found.stats.counts
    yield found.name
    for thesis, standing in found.stats.theses:
        yield f"   • {cited(a_map, thesis)} {VERBS[standing]}."
    yield from (f"   • {what}: {told}" for what, told in _numbers(n).items())
    yield from _cruxes(a_map, found.stats.cruxes)


def _numbers(n: Counts) -> dict[str, str]:
    unknown = n.quotations - n.verified - n.refuted
    sourced = _of(n.sourced, n.claims, "claims")
    bare = f"{'stated claims' if n.unstated else 'claims'} without an argument for them"
    grounds = _of(n.grounds_sourced, n.grounds, bare)
    numbers = {
        "size": [_some(n.claims, "claim"), _some(n.arguments, "argument"), f"{n.depth} deep"],
        "arguments": [
            _some(n.supports, "support"),
            _some(n.attacks, "attack"),
            f"{n.undercuts} of which undercut a step",
            f"{n.linked} with linked premises",
            f"{n.schemes} with a scheme",
        ],
        "claims": [
            f"{n.pro} for the thesis",
            f"{n.con} against it",
            *[f"{n.on_both} on both sides"] * bool(n.on_both),
            *[f"{n.apart} that bear on no thesis"] * bool(n.apart),
            *[f"{n.unstated} unstated"] * bool(n.unstated),
            *[f"{n.away} argued in another map"] * bool(n.away),
        ],
        "verdicts": [
            *(f"{n.stands} stand", f"{n.falls} fall"),
            *(f"{n.not_shown} not shown", f"{n.undecided} undecided"),
        ],
        "with a source": [sourced, grounds],
        "quotations": [
            str(n.quotations),
            *[f"{n.verified} found in their source"] * bool(n.quotations),
            *[f"{n.refuted} not found there"] * bool(n.refuted),
            *[f"{unknown} without a text to look into"] * bool(unknown),
        ],
        "objections": [str(n.objections), *[f"{n.answered} answered"] * bool(n.objections)],
    }
    return {what: ", ".join(told) for what, told in numbers.items()}


def _cruxes(a_map: ArgumentMap, found: Sequence[Crux]) -> Iterator[str]:
    if not found:
        yield "   • cruxes: none; no claim turns a thesis by its fall alone"
        return
    for thesis in dict.fromkeys(one.thesis for one in found):
        of_it = [one for one in found if one.thesis == thesis]
        for then in dict.fromkeys(one.then for one in of_it):
            names = "; ".join(cited(a_map, one.id) for one in of_it if one.then is then)
            yield f"   • cruxes, with whose fall [{thesis}] {VERBS[then]}: {names}"


def _some(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"


def _of(part: int, whole: int, what: str) -> str:
    return f"{part} of {whole} {what}" + (f" ({100 * part / whole:.0f} %)" if whole else "")


def total(found: Sequence[Counted]) -> Counts:
    """Return the numbers of all maps together."""
    return sum((one.stats.counts for one in found), Counts())


def stats_table(found: Sequence[Counted]) -> str:
    """Return a line for each map and one for all, the numbers below each other."""
    rows = [_HEADS, *(_row(one.name, one.stats.counts, _theses(one.stats)) for one in found)]
    rows.append(_row(TOTAL, total(found), ""))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = [
            cell.ljust(width) if place in (0, len(widths) - 1) else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join([*lines, ""])


def _row(name: str, n: Counts, theses: str) -> tuple[str, ...]:
    sizes = (str(one) for one in (n.claims, n.arguments, n.depth, n.pro, n.con))
    shares = (
        _share(n.sourced, n.claims),
        _share(n.verified, n.quotations),
        _share(n.answered, n.objections),
    )
    return (name, *sizes, *shares, str(n.cruxes), theses)


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole}" if whole else "–"


def _theses(found: Stats) -> str:
    return ", ".join(VERBS[standing] for _, standing in found.theses)


def stats_json(found: Sequence[Counted]) -> dict[str, object]:
    """Return all numbers as a JSON object, those of each map and their total."""
    maps = [
        {
            "map": one.name,
            "theses": dict(one.stats.theses),
            **asdict(one.stats.counts),
            "cruxes": [asdict(crux) for crux in one.stats.cruxes],
        }
        for one in found
    ]
    return {"maps": maps, TOTAL: {"maps": len(found), **asdict(total(found))}}


def stats_csv(found: Sequence[Counted]) -> str:
    """Return a row for each map and, of several, one for all, as RFC 4180 has it."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(("map", *_COUNTS, "theses"))
    for one in found:
        theses = " ".join(standing for _, standing in one.stats.theses)
        table.writerow((one.name, *asdict(one.stats.counts).values(), theses))
    if len(found) > 1:
        table.writerow((TOTAL, *asdict(total(found)).values(), ""))
    return out.getvalue()
