"""`argmap explain`: why a claim stands or falls; or the page on a check or a scheme."""

from pathlib import Path

import click

from argmap.checks import CHECKS
from argmap.checks.rule import code_of
from argmap.cli.progress import progress
from argmap.cli.reading import (
    from_option,
    mention_findings,
    reading_of,
    require_map,
    terminal_width,
    what_if_options,
)
from argmap.cli.saying import give, say
from argmap.evaluation.deadline import Deadline
from argmap.evaluation.explanation import explain
from argmap.evaluation.hanging import MOST_LABELLINGS, HangsOn, LeastChange, hangs_on, least_change
from argmap.evaluation.labelling import evaluate
from argmap.faults import Fault
from argmap.model import ArgumentMap, Label
from argmap.report import pages, schemes
from argmap.report.explanation import explanation_json, explanation_text, written
from argmap.report.hanging import hanging_json, hanging_text
from argmap.schemes import named, names
from argmap.suggestions import did_you_mean
from argmap.values import canonical

SCHEME = "scheme:"


@click.command()
@click.argument("question", metavar="MAP ID|CODE|scheme:NAME", nargs=-1, required=True)
@from_option
@what_if_options
@click.option(
    "--budget",
    type=click.IntRange(0),
    default=MOST_LABELLINGS,
    show_default=True,
    help="How many labellings to try for what it hangs on; 0 for none.",
)
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0, min_open=True, max=86400),
    default=10.0,
    show_default=True,
    help="Seconds after which the search for what it hangs on is given up.",
)
@click.option(
    "--format",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="For people, or for programs.",
)
def command(
    question: tuple[str, ...],
    notation: str | None,
    accept: tuple[str, ...],
    reject: tuple[str, ...],
    budget: int,
    time_limit: float,
    format: str,
) -> None:
    """Explain why a claim or an argument of a map stands or falls.

    Then it says what that hangs on: the smallest sets of given claims whose fall would end it, or
    the least change that would make it stand.

    With the code of a check, or “scheme:” and the name of an argumentation scheme, it shows the
    page of the manual on that.

    \b
    Examples:
      argmap explain argument.yaml dogs-allowed
      argmap explain unanswered-rebuttal
      argmap explain scheme:expert-opinion
    """
    if len(question) == 1:
        say(_page(question[0]))
        return
    if len(question) > 2:
        raise click.UsageError("name one map and one claim or argument of it.")
    map_file, name = question[0], canonical(question[1])
    deadline = Deadline(time_limit)
    reading = reading_of(map_file, notation)
    a_map = require_map(reading, name=map_file)
    evaluation = evaluate(a_map, accept=accept, reject=reject)
    explanation = explain(a_map, evaluation, name)
    # A question of its own has no answer to what the map as written hangs on.
    asks_more = budget and not (accept or reject)
    stands = evaluation.verdict(name).label is Label.ACCEPTED
    hanging = _hanging(a_map, name, budget, deadline, stands=stands) if asks_more else None
    if format == "json":
        answer = explanation_json(a_map, explanation)
        if hanging is not None:
            answer["hangs_on"] = hanging_json(hanging)
        give(written(answer))
    else:
        say(explanation_text(a_map, explanation, width=terminal_width()), nl=False)
        if hanging is not None:
            say(f"\n{hanging_text(a_map, hanging, width=terminal_width())}", nl=False)
    mention_findings(reading, name=map_file)


def _hanging(
    a_map: ArgumentMap, name: str, budget: int, deadline: Deadline, *, stands: bool
) -> HangsOn | LeastChange:
    with progress(f"asking what {name} hangs on"):
        ask = hangs_on if stands else least_change
        return ask(a_map, name, most_labellings=budget, seconds=deadline)


def _page(code: str) -> str:
    if code.startswith(SCHEME):
        name = code.removeprefix(SCHEME)
        scheme = named(name)
        if scheme is None:
            hint = did_you_mean(name, names()) or "; all are in the manual."
            raise click.UsageError(f"there is no scheme “{name}”{hint}")
        return schemes.page(scheme, width=terminal_width())
    page = pages.page(code)
    if page is None:
        if Path(code).exists():
            raise click.UsageError(f"name a claim or an argument after the map: {code} ID.")
        codes = [*Fault, *(code_of(check) for check in CHECKS)]
        hint = did_you_mean(code, codes) or "; for a claim, name the map before it."
        raise click.UsageError(f"there is no check “{code}”{hint}")
    return page
