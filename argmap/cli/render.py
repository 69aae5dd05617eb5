"""`argmap render`: the drawing of a map."""

import sys
from pathlib import Path

import click

from argmap.cli.reading import STANDARD, mention_findings, reading_of, require_map
from argmap.configuration import configuration_for
from argmap.layout.engine import Limits
from argmap.output import write_whole
from argmap.pipeline import RenderOptions, draw
from argmap.render import FORMATS
from argmap.suggestions import did_you_mean
from argmap.themes import THEME_NAMES, is_theme_name
from argmap.values import (
    DEEPEST_VIEW,
    DIRECTIONS,
    NARROWEST,
    WIDEST,
    is_colour,
    is_id,
)

DEPTH = click.IntRange(0, DEEPEST_VIEW)


def _known_theme(ctx: click.Context, parameter: click.Parameter, name: str | None) -> str | None:
    if name is not None and not is_theme_name(name):
        near = did_you_mean(name, THEME_NAMES)
        known = ", ".join(THEME_NAMES)
        message = f"“{name}” is not one of {known}, nor the name of a YAML file{near}"
        raise click.BadParameter(message, ctx, parameter)
    return name


def _tags_with_colours(
    ctx: click.Context, parameter: click.Parameter, pairs: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    found = []
    for pair in pairs:
        tag, _, colour = pair.rpartition("=")
        if not (is_id(tag) and is_colour(colour)):
            message = f"“{pair}” is not a tag and a colour, such as economy=#1b9e77."
            raise click.BadParameter(message, ctx, parameter)
        found.append((tag, colour))
    return tuple(found)


@click.command()
@click.argument("map_file", metavar="MAP")
@click.option("-o", "--output", metavar="OUT", help="The file to write; “-” is standard output.")
@click.option(
    "-f", "--format", type=click.Choice(FORMATS), help="The format [default: the suffix of OUT]."
)
@click.option(
    "--theme",
    metavar="THEME",
    callback=_known_theme,
    help=f"{', '.join(THEME_NAMES)}, or a YAML file of your own.",
)
@click.option("--direction", type=click.Choice(DIRECTIONS), help="Where the premises go.")
@click.option(
    "--width", type=click.IntRange(NARROWEST, WIDEST), help="The width of the boxes in pixels."
)
@click.option("--sources/--no-sources", default=None, help="Show what claims cite.")
@click.option("--legend/--no-legend", default=None, help="Show what lines and boxes mean.")
@click.option("--focus", metavar="ID", multiple=True, help="Show what lies near this claim.")
@click.option("--depth", type=DEPTH, help="How near: steps around the focus. [default: 2]")
@click.option("--only", metavar="TAG", multiple=True, help="Only claims so tagged, and their use.")
@click.option("--without", metavar="TAG", multiple=True, help="Leave out claims so tagged.")
@click.option("--collapse", metavar="ID", multiple=True, help="Hide what bears on this claim.")
@click.option("--max-depth", type=DEPTH, help="How many steps from a thesis to show.")
@click.option(
    "--tag-colour",
    "tag_colours",
    metavar="TAG=COLOUR",
    multiple=True,
    callback=_tags_with_colours,
    help="Mark claims so tagged with a colour such as #1b9e77.",
)
@click.option(
    "--engine",
    type=click.Choice(("embedded", "system", "auto")),
    default="auto",
    help="Graphviz inside argmap, or the dot installed on this machine.",
)
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0, min_open=True, max=86400),
    default=Limits().seconds,
    show_default=True,
    help="Seconds that the layout may take.",
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(
    map_file: str,
    output: str | None,
    format: str | None,
    time_limit: float,
    quiet: bool,
    **choices: object,
) -> None:
    """Draw MAP, a file or “-” for standard input.

    Without -o the picture goes beside the map: argument.yaml becomes argument.svg.

    \b
    Example:
      argmap render argument.yaml -o argument.svg
    """
    reading = reading_of(map_file)
    target = _target(map_file, output, format)
    chosen = _format(target, format)
    if target != STANDARD and Path(target).resolve() == Path(map_file).resolve():
        raise click.UsageError(f"“{target}” is the map itself; choose another file with -o.")
    a_map = require_map(reading, name=map_file)
    asked = RenderOptions(limits=Limits(seconds=time_limit), **choices)  # type: ignore[arg-type]
    path = Path() if map_file == STANDARD else Path(map_file)
    picture = draw(
        a_map,
        format=chosen,
        options=asked,
        folder=path.parent,
        defaults=configuration_for(path).style,
    )
    if target == STANDARD:
        sys.stdout.buffer.write(picture)
        return
    write_whole(Path(target), picture)
    if not quiet:
        click.echo(f"{target} is drawn", err=True)
        mention_findings(reading, name=map_file)


def _target(map_file: str, output: str | None, format: str | None) -> str:
    if output is not None:
        return output
    if map_file == STANDARD:
        return STANDARD
    return str(Path(map_file).with_suffix(f".{format or FORMATS[0]}"))


def _format(target: str, format: str | None) -> str:
    if format is not None:
        return format
    if target == STANDARD:
        return FORMATS[0]
    suffix = Path(target).suffix.lower().removeprefix(".")
    if suffix not in FORMATS:
        raise click.UsageError(
            f"“{target}” does not end in the name of a format; "
            f"choose one with -f: {', '.join(FORMATS)}."
        )
    return suffix
