"""`argmap evaluate`: what stands in a map."""

from collections.abc import Iterator

import click

from argmap.cli.printing import give, say
from argmap.cli.progress import progress
from argmap.cli.reading import (
    FOUND_SOMETHING,
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
from argmap.cli.semantics import Question, answer_to
from argmap.cli.sensitivity import Sensitivity, require_fit, tell_robustness, tell_tornado
from argmap.evaluation.comparison import Change, changes
from argmap.evaluation.deadline import Deadline
from argmap.evaluation.expectations import misses
from argmap.evaluation.grounded.labelling import GROUNDED, evaluate
from argmap.evaluation.verdicts import Evaluation
from argmap.evaluation.why.deciding_value import deciding_values
from argmap.evaluation.why.stated import ranking
from argmap.evaluation.wording import VERBS, cited, miss_in_words, reason_in_words, subject
from argmap.model import ArgumentMap
from argmap.report.explanation import evaluation_json, written
from argmap.report.outline_text import outline, tally
from argmap.report.standings import unused_credences_text
from argmap.weighing import DEGREES, SEMANTICS, STANDPOINTS


@click.command()
@click.argument("map_file", metavar="MAP", type=file_name)
@from_option
@click.option(
    "--semantics",
    type=click.Choice(SEMANTICS),
    default=GROUNDED,
    show_default=True,
    help="The sceptical verdict; labellings that take sides; or degrees from 0 to 1.",
)
@click.option(
    "--list", "most", type=click.IntRange(0), default=0, help="List up to so many labellings."
)
@click.option("--count", "counted", is_flag=True, help="Say how many labellings there are.")
@click.option(
    "--time-limit",
    type=Within(min=0, min_open=True, max=86400),
    default=60.0,
    show_default=True,
    help="Seconds for the whole command; what is found by then is shown.",
)
@what_if_options
@click.option("--audience", metavar="NAME", help="Which audience of the map weighs it?")
@click.option("--against", metavar="NAME", help="What does this other audience see differently?")
@click.option(
    "--claim", "claims", metavar="ID", multiple=True, help="The claim that is asked about."
)
@click.option(
    "--robustness", "robust", is_flag=True, help="Which strength would turn the verdict, and where?"
)
@click.option(
    "--tornado", "whirls", is_flag=True, help="Which claims move the number of the thesis how far?"
)
@click.option(
    "-o",
    "--output",
    metavar="OUT",
    type=file_name,
    help="Where --tornado draws a picture, an SVG.",
)
@answer_format_option
def command(
    map_file: str,
    notation: str | None,
    semantics: str,
    most: int,
    counted: bool,
    time_limit: float,
    accept: tuple[str, ...],
    reject: tuple[str, ...],
    audience: str | None,
    against: str | None,
    claims: tuple[str, ...],
    robust: bool,
    whirls: bool,
    output: str | None,
    format: str,
) -> None:
    """Say what stands in MAP, a file or “-” for standard input, and what falls.

    With --accept or --reject it says what would change. The exit code is 1 where a verdict is not
    the one that the map expects.

    \b
    Examples:
      argmap evaluate argument.yaml
      argmap evaluate argument.yaml --reject stay-longer
      argmap evaluate argument.yaml --semantics preferred
      argmap evaluate argument.yaml --semantics preferred --claim stay-longer
      argmap evaluate argument.yaml --robustness
      argmap evaluate argument.yaml --semantics df-quad --tornado -o moves.svg
    """
    deadline = Deadline(time_limit)
    asked = bool(accept or reject)
    require_fit(robust=robust, whirls=whirls, semantics=semantics, output=output, asked=asked)
    if claims and not (robust or whirls or semantics in STANDPOINTS):
        raise click.UsageError(
            "--claim goes with --semantics complete, preferred or stable, or with --robustness "
            "or --tornado."
        )
    if (most or counted) and (claims or robust or whirls or semantics not in STANDPOINTS):
        option = "--list" if most else "--count"
        raise click.UsageError(
            f"{option} goes with --semantics complete, preferred or stable, and not with --claim, "
            "--robustness or --tornado."
        )
    if (audience or against) and (robust or whirls or semantics in DEGREES):
        raise click.UsageError("--audience and --against ask of verdicts, not of numbers.")
    if against and (semantics != GROUNDED or asked):
        raise click.UsageError("--against goes with --audience alone.")
    reading = reading_of(map_file, notation)
    a_map = require_map(reading)
    if robust or whirls:
        wanted = Sensitivity(claims, semantics, format, output, deadline)
        (tell_robustness if robust else tell_tornado)(a_map, wanted)
        mention_findings(reading, name=map_file)
        return
    if semantics != GROUNDED:
        question = Question(semantics, accept, reject, most, deadline, audience, claims, counted)
        with progress(f"evaluating {map_file}"):
            answer = answer_to(a_map, question)
        if format == "json":
            give(written(answer.json))
        else:
            say(answer.text)
        _mention_unused_credences(a_map, semantics)
        mention_findings(reading, name=map_file)
        return
    found = evaluate(a_map, accept=accept, reject=reject, audience=audience, deadline=deadline)
    if against:
        found, asked = evaluate(a_map, audience=against, deadline=deadline), True
    before = evaluate(a_map, audience=audience, deadline=deadline) if asked else found
    changed = changes(before, found)
    if format == "json":
        verdicts = evaluation_json(found)
        if asked:
            verdicts["changed"] = [
                {
                    "id": one.id,
                    "before": one.before.label,
                    "after": one.after.label,
                    "standing": one.after.standing,
                    "reason": one.after.reason.kind,
                }
                for one in changed
            ]
        give(written(verdicts))
    elif asked:
        say("\n".join(_told_changes(a_map, found, changed)))
    else:
        say(outline(a_map, width=terminal_width(), evaluation=found))
        say(tally(found))
    failed = [] if asked or audience else [miss_in_words(a_map, miss) for miss in misses(a_map)]
    for line in failed:
        say(line, err=True)
    _mention_unused_credences(a_map, semantics)
    mention_findings(reading, name=map_file)
    if failed:
        raise click.exceptions.Exit(FOUND_SOMETHING)


def _mention_unused_credences(a_map: ArgumentMap, semantics: str) -> None:
    hint = unused_credences_text(a_map, semantics)
    if hint:
        say(hint, err=True)


def _told_changes(
    a_map: ArgumentMap, found: Evaluation, changed: tuple[Change, ...]
) -> Iterator[str]:
    if not changed:
        yield "Nothing would change."
        return
    for change in changed:
        argument = a_map.arguments_by_id.get(change.id)
        if argument and len(argument.premises) == 1 and not argument.label:
            # Its premise has changed, or what it bears on; either is told.
            continue
        name = subject(a_map, change.id)
        reason = reason_in_words(a_map, change.id, change.after, cite=True)
        reason += ranking(deciding_values(a_map, found, change.id))
        words = f"{VERBS[change.before.standing]} → {VERBS[change.after.standing]}"
        yield f"{name[0].upper()}{name[1:]} [{change.id}]: {words} ({reason})"
    for thesis in a_map.theses:
        if all(change.id != thesis for change in changed):
            yield f"{cited(a_map, thesis)} {VERBS[found.verdict(thesis).standing]} as before."
