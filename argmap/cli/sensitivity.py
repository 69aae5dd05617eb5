"""What `argmap evaluate` says of how firm an answer is: --robustness and --tornado."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from argmap.cli.printing import give, say
from argmap.cli.progress import progress
from argmap.cli.reading import STANDARD, terminal_width
from argmap.evaluation.deadline import Deadline
from argmap.evaluation.graded.tornado import tornado
from argmap.evaluation.grounded.labelling import GROUNDED
from argmap.evaluation.why.robustness import robustness
from argmap.model import ArgumentMap
from argmap.output import write_whole
from argmap.pipeline import draw_tornado
from argmap.report.explanation import written
from argmap.report.robustness import robustness_json, robustness_text
from argmap.report.tornado import tornado_json, tornado_text
from argmap.weighing import DEGREES

SUFFIX = ".svg"


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What is asked: of which claims, by which semantics, for people or programs, drawn where."""

    claims: tuple[str, ...]
    semantics: str
    format: str
    output: str | None
    deadline: Deadline


def require_fit(
    *, robust: bool, whirls: bool, semantics: str, output: str | None, asked: bool
) -> None:
    """Raise UsageError where the options do not go together."""
    if robust and whirls:
        raise click.UsageError("ask for --robustness or for --tornado, one at a time.")
    if asked and (robust or whirls):
        raise click.UsageError(
            "--robustness and --tornado try changes out; leave --accept and --reject out."
        )
    if robust and semantics != GROUNDED:
        raise click.UsageError(
            "--robustness is about the verdict; leave --semantics out, or ask for --tornado."
        )
    if whirls and semantics not in DEGREES:
        choices = ", ".join(DEGREES)
        raise click.UsageError(
            f"--tornado is about numbers; add --semantics with one of {choices}."
        )
    if output is not None and not whirls:
        raise click.UsageError("-o is for the picture that --tornado draws.")
    if output not in (None, STANDARD) and Path(str(output)).suffix.lower() != SUFFIX:
        raise click.UsageError(f"--tornado draws an SVG; let {output} end in {SUFFIX}.")


def tell_robustness(a_map: ArgumentMap, asked: Sensitivity) -> None:
    """Print by how much which strength must change for a verdict to be another."""
    with progress("trying out strengths"):
        found = [
            robustness(a_map, name, seconds=asked.deadline) for name in _claims(a_map, asked.claims)
        ]
    if asked.format == "json":
        give(written(robustness_json(found)))
        return
    width = terminal_width()
    say("\n\n".join(robustness_text(a_map, one, width=width) for one in found))


def tell_tornado(a_map: ArgumentMap, asked: Sensitivity) -> None:
    """Print, or draw, what moves a claim how far."""
    names = _claims(a_map, asked.claims)
    if asked.output is not None and len(names) > 1:
        raise click.UsageError(f"one picture is of one claim; add --claim {names[0]}, or another.")
    with progress("trying out claims"):
        found = [tornado(a_map, name, asked.semantics, seconds=asked.deadline) for name in names]
    if asked.output is not None:
        picture = draw_tornado(a_map, found[0])
        if asked.output == STANDARD:
            give(picture.decode(), nl=False)
        else:
            write_whole(Path(asked.output), picture)
    elif asked.format == "json":
        give(written({"claims": [tornado_json(one) for one in found]}))
    else:
        say("\n\n".join("\n".join(tornado_text(a_map, one)) for one in found))


def _claims(a_map: ArgumentMap, named: Sequence[str]) -> tuple[str, ...]:
    claims = tuple(dict.fromkeys(named)) or a_map.theses
    if not claims:
        raise click.UsageError("the map has no thesis; name a claim with --claim.")
    return claims
