"""`argmap compare`: maps of students beside a model."""

from pathlib import Path

import click

from argmap.checks.runner import selected
from argmap.cli.map_files import maps_in, require_map_file
from argmap.cli.printing import give, say
from argmap.cli.progress import progress
from argmap.cli.reading import (
    answer_format_option,
    file_name,
    reading_of,
    require_map,
    tell,
    terminal_width,
)
from argmap.comparing.exercise import remarks
from argmap.comparing.matching import matched
from argmap.comparing.passages import Passages, passages_of
from argmap.comparing.rubric import load_rubric
from argmap.errors import ArgmapError
from argmap.examination import check
from argmap.model import ArgumentMap
from argmap.reader import Reading
from argmap.report.exercise import Marked, exercise_json, exercise_table, exercise_text
from argmap.report.explanation import written


@click.command()
@click.argument("students", metavar="STUDENT...", type=file_name, nargs=-1, required=True)
@click.option(
    "--model", required=True, metavar="MAP", type=file_name, help="The map to compare with."
)
@click.option("--rubric", metavar="FILE", type=file_name, help="What is worth how many points.")
@click.option(
    "--by",
    type=click.Choice(("words", "passage")),
    default="words",
    show_default=True,
    help="How claims are known: by their words, or first by the passages that they quote.",
)
@answer_format_option
def command(
    students: tuple[str, ...], model: str, rubric: str | None, by: str, format: str
) -> None:
    """Say what of a model is in each STUDENT map, and what is missing, misplaced or extra.

    A folder stands for all maps in it. Several maps make a table; the sentences follow. There are
    points only with a rubric, a file such as “points: {found: 2, wrong-place: 1}”.

    \b
    Examples:
      argmap compare anna.yaml --model model.yaml
      argmap compare class --model model.yaml --rubric rubric.yaml
      argmap compare anna.yaml --model model.yaml --by passage
    """
    reading = reading_of(model)
    best = require_map(reading)
    points = load_rubric(Path(rubric), best) if rubric else None
    known = _passages(reading, best, by)
    found: list[Marked] = []
    code, name = 0, ""
    with progress(lambda: f"comparing {name}"):
        for name in maps_in(students, with_empty=True):
            try:
                require_map_file(name)
                theirs = reading_of(name)
                student = require_map(theirs)
            except ArgmapError as error:
                code = max(code, tell(error))
                continue
            signs = _passages(theirs, student, by)
            told = remarks(best, student, matched(best, student, signs=(known, signs)))
            found.append(Marked(name, best, student, told, points))
    if format == "json":
        give(written({"maps": [exercise_json(one) for one in found]}))
    else:
        if len(found) > 1:
            say(exercise_table(found))
        say("\n".join(exercise_text(one, width=terminal_width()) for one in found), nl=False)
    if code:
        raise click.exceptions.Exit(code)


def _passages(reading: Reading, a_map: ArgumentMap, by: str) -> Passages:
    """Return the passages that claims quote, but those that are not in their source."""
    if by != "passage":
        return {}
    selection = selected(("quote-not-found", "wrong-locator"), ())
    wrong = check(reading, selection=selection, given_texts={})
    return passages_of(a_map, but={one.span for one in wrong})
