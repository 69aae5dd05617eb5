"""`argmap diff`: what differs between two maps, and which verdicts flip."""

from pathlib import Path

import click

from argmap.change_picture import both_as_mermaid, draw_both
from argmap.cli.printing import give, say
from argmap.cli.progress import progress
from argmap.cli.reading import (
    FOUND_SOMETHING,
    file_name,
    require_map,
    terminal_width,
)
from argmap.cli.revisions import is_at_revision, reading_at
from argmap.comparing.differences import Comparison, compared
from argmap.comparing.matching import matched
from argmap.output import write_whole
from argmap.render import PICTURE_FORMATS, picture_format_of
from argmap.report.comparison import comparison_json, comparison_markdown, comparison_text
from argmap.report.explanation import written


@click.command()
@click.argument("old", type=file_name)
@click.argument("new", type=file_name, required=False)
@click.option(
    "--format",
    type=click.Choice(("text", "json", "markdown")),
    default="text",
    show_default=True,
    help="For people, for programs, or for the summary of a pull request.",
)
@click.option(
    "-o", "--output", metavar="OUT", type=file_name, help="Draw both maps as one picture there."
)
@click.option(
    "--diagram",
    is_flag=True,
    help="Draw it in the Markdown as well, as a diagram in Mermaid, which GitHub and GitLab show.",
)
@click.option("--exit-code", is_flag=True, help="Exit with 1 if anything differs.")
def command(
    old: str, new: str | None, format: str, output: str | None, diagram: bool, exit_code: bool
) -> None:
    """Say what differs between two maps as arguments, and which verdicts flip.

    Claims are known again by the ids that their author gave, by their texts and by what stands
    around them, so that what was moved or reworded is not told as lost and new. Either may be a
    file as it was at a revision of Git, such as HEAD~1:maps/a.yaml. One file alone is compared
    with what it was at HEAD, one at a revision alone with what it is now.

    \b
    Examples:
      argmap diff old.yaml new.yaml
      argmap diff HEAD~3:argument.yaml argument.yaml
      argmap diff argument.yaml
      argmap diff old.yaml new.yaml -o changes.svg
    """
    if diagram and format != "markdown":
        raise click.UsageError("“--diagram” belongs to “--format markdown”.")
    if new is None:
        is_before = is_at_revision(old)
        old, new = (old, old.partition(":")[2]) if is_before else (f"HEAD:{old}", old)
    first, second = (require_map(reading_at(name)) for name in (old, new))
    with progress("comparing"):
        found = compared(first, second, matched(first, second))
    if output is not None:
        _draw(found, output)
    if format == "json":
        give(written(comparison_json(found)))
    elif format == "markdown":
        give(comparison_markdown(found, title=new), nl=False)
        if diagram and found:
            give(f"\n{both_as_mermaid(found)}", nl=False)
    else:
        say(comparison_text(found, width=terminal_width()), nl=False)
    if exit_code and found:
        raise click.exceptions.Exit(FOUND_SOMETHING)


def _draw(found: Comparison, output: str) -> None:
    """Draw what differs, in a format that the name of the file tells."""
    known = picture_format_of(output)
    if known is None:
        formats = ", ".join(dict.fromkeys(one.suffixes[0] for one in PICTURE_FORMATS))
        raise click.UsageError(f"“{output}” ends in no format of pictures; they are {formats}.")
    picture = draw_both(found, format=known.name)
    write_whole(Path(output), picture)
    say(f"{output} is drawn", err=True)
