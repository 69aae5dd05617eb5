"""`argmap explain`: why a claim stands or falls; or the page on a check or a scheme."""

from pathlib import Path

import click

from argmap.checks import CHECKS
from argmap.checks.rule import code_of
from argmap.cli.camps import Asked, tell_camps
from argmap.cli.printing import give, say
from argmap.cli.progress import progress
from argmap.cli.reading import (
    Within,
    answer_format_option,
    file_name,
    from_option,
    mention_findings,
    reading_of,
    require_map,
    terminal_width,
    what_if_options,
)
from argmap.evaluation.deadline import Deadline
from argmap.evaluation.grounded.labelling import GROUNDED, evaluate
from argmap.evaluation.why.explanation import explain
from argmap.evaluation.why.ways import MOST_LABELLINGS, ways_to_turn
from argmap.faults import Fault
from argmap.report import pages, schemes
from argmap.report.camps import tie_text
from argmap.report.explanation import explanation_json, explanation_text, written
from argmap.report.ways import ways_json, ways_text
from argmap.schemes import named, names
from argmap.suggestions import did_you_mean
from argmap.values import canonical
from argmap.weighing import STANDPOINTS

SCHEME = "scheme:"


@click.command()
@click.argument("question", metavar="MAP ID|CODE|scheme:NAME", nargs=-1, required=True)
@from_option
@what_if_options
@click.option(
    "--audience", metavar="NAME", type=canonical, help="Which audience of the map weighs it?"
)
@click.option(
    "--semantics",
    type=click.Choice((GROUNDED, *STANDPOINTS)),
    default=GROUNDED,
    show_default=True,
    help="The sceptical verdict, or the labellings that side with one camp or another.",
)
@click.option(
    "--budget",
    type=click.IntRange(0),
    default=MOST_LABELLINGS,
    show_default=True,
    help="How many labellings to try for what would turn it; 0 for none.",
)
@click.option(
    "--time-limit",
    type=Within(min=0, min_open=True, max=86400),
    default=10.0,
    show_default=True,
    help="Seconds after which a search, for what would turn it or for labellings, is given up.",
)
@answer_format_option
def command(
    question: tuple[str, ...],
    notation: str | None,
    accept: tuple[str, ...],
    reject: tuple[str, ...],
    audience: str | None,
    semantics: str,
    budget: int,
    time_limit: float,
    format: str,
) -> None:
    """Explain why a claim or an argument of a map stands or falls.

    Then it says what would turn the verdict: the smallest changes of claims and steps that would
    bring down what stands, or make anything else stand. With --semantics it says in which
    labellings a claim stands, in all, some or none, and what divides them.

    With the code of a check, or “scheme:” and the name of an argumentation scheme, it shows the
    page of the manual on that.

    \b
    Examples:
      argmap explain argument.yaml dogs-allowed
      argmap explain argument.yaml dogs-allowed --semantics preferred
      argmap explain unanswered-rebuttal
      argmap explain scheme:expert-opinion
    """
    if len(question) == 1:
        say(_page(question[0]))
        return
    if len(question) > 2:
        raise click.UsageError("name one map and one claim or argument of it.")
    map_file, name = file_name(question[0]), canonical(question[1])
    deadline = Deadline(time_limit)
    reading = reading_of(map_file, notation)
    a_map = require_map(reading)
    asked = Asked(name, semantics, accept, reject, audience)
    if semantics != GROUNDED:
        tell_camps(a_map, asked, format=format, deadline=deadline)
        mention_findings(reading, name=map_file)
        return
    evaluation = evaluate(a_map, accept=accept, reject=reject, audience=audience)
    explanation = explain(a_map, evaluation, name)
    # A question of its own has no answer to what the map as written hangs on.
    asks_more = budget and not (accept or reject)
    found = None
    if asks_more:
        with progress(f"asking what would turn {name}"):
            found = ways_to_turn(
                a_map, name, audience=audience, most_labellings=budget, seconds=deadline
            )
    if format == "json":
        answer = explanation_json(a_map, explanation)
        if found is not None:
            answer["turned_by"] = ways_json(found)
        give(written(answer))
    else:
        say(explanation_text(a_map, explanation, width=terminal_width()), nl=False)
        hint = tie_text(a_map, explanation, call=[*asked.words(map_file, notation)])
        if hint is not None:
            say(f"\n{hint}", nl=False)
        if found is not None:
            say(f"\n{ways_text(a_map, found, width=terminal_width())}", nl=False)
    mention_findings(reading, name=map_file)


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
