"""`argmap render`: the drawing of a map."""

from collections.abc import Sequence
from pathlib import Path

import click

from argmap.cli.drawing import draw_order
from argmap.cli.pictures import Order, orders
from argmap.cli.place_options import known_place
from argmap.cli.progress import progress
from argmap.cli.reading import (
    STANDARD,
    Within,
    file_name,
    from_option,
    mention_findings,
    reading_of,
    tell,
    what_if_options,
)
from argmap.cli.saying import say
from argmap.cli.watching import do_again, require_watchable
from argmap.destinations import LARGEST_LETTERS, SHEET_NAMES, SMALLEST_LETTERS
from argmap.embed.influences import influences
from argmap.errors import ArgmapError
from argmap.layout.engine import Limits
from argmap.planning import RenderOptions
from argmap.project import project_of
from argmap.render import FORMATS, LARGEST_SCALE, SMALLEST_SCALE
from argmap.suggestions import did_you_mean
from argmap.themes import THEME_NAMES, is_theme_name
from argmap.values import DEEPEST_VIEW, DIRECTIONS, NARROWEST, WIDEST, canonical, is_colour, is_id

DEPTH = click.IntRange(0, DEEPEST_VIEW)


def _known_theme(ctx: click.Context, parameter: click.Parameter, name: str | None) -> str | None:
    if name is not None and not is_theme_name(name):
        near = did_you_mean(name, THEME_NAMES)
        known = ", ".join(THEME_NAMES)
        message = f"“{name}” is not one of {known}, nor the name of a YAML file{near}"
        raise click.BadParameter(message, ctx, parameter)
    return name


def _known_sheet(ctx: click.Context, parameter: click.Parameter, name: str | None) -> str | None:
    if name is not None and name not in SHEET_NAMES:
        near = did_you_mean(name, SHEET_NAMES) or ""
        message = f"“{name}” is not one of {', '.join(SHEET_NAMES)}{near}"
        raise click.BadParameter(message, ctx, parameter)
    return name


def _tags_with_colours(
    ctx: click.Context, parameter: click.Parameter, pairs: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    found = []
    for pair in pairs:
        tag, _, colour = pair.rpartition("=")
        if not (is_id(canonical(tag)) and is_colour(colour)):
            message = f"“{pair}” is not a tag and a colour, such as economy=#1b9e77."
            raise click.BadParameter(message, ctx, parameter)
        found.append((tag, colour))
    return tuple(found)


@click.command()
@click.argument("map_names", metavar="MAP...", type=file_name, nargs=-1, required=True)
@from_option
@click.option(
    "-o",
    "--output",
    metavar="OUT",
    type=file_name,
    help="The file or folder to write to; “-” is standard output.",
)
@click.option(
    "-f", "--format", type=click.Choice(FORMATS), help="The format [default: the suffix of OUT]."
)
@click.option(
    "--theme",
    metavar="THEME",
    callback=_known_theme,
    help=f"{', '.join(THEME_NAMES)}, or a YAML file of your own.",
)
@click.option(
    "--direction",
    type=click.Choice(DIRECTIONS),
    help="Where the premises go; “column”: all below each other.",
)
@click.option(
    "--width",
    type=click.IntRange(NARROWEST, WIDEST),
    help="The width of boxes, or of a column, in px.",
)
@click.option(
    "--scale",
    type=Within(SMALLEST_SCALE, LARGEST_SCALE),
    default=RenderOptions.scale,
    show_default=True,
    help="Pixels of a PNG for each pixel of the SVG.",
)
@click.option("--sources/--no-sources", default=None, help="Show what claims cite.")
@click.option("--legend/--no-legend", default=None, help="Show what lines and boxes mean.")
@click.option("--evaluate/--no-evaluate", default=None, help="Show what stands and what falls.")
@what_if_options
@click.option(
    "--audience", metavar="NAME", type=canonical, help="Which audience of the map weighs it?"
)
@click.option(
    "--degrees",
    type=click.Choice(("credence", "df-quad", "quadratic-energy", "euler")),
    help="Show a bar in each box for how far it stands.",
)
@click.option(
    "--focus", metavar="ID", type=canonical, multiple=True, help="Show what lies near this claim."
)
@click.option("--depth", type=DEPTH, help="How near: steps around the focus. [default: 2]")
@click.option("--only", metavar="TAG", multiple=True, help="Only claims so tagged, and their use.")
@click.option("--without", metavar="TAG", multiple=True, help="Leave out claims so tagged.")
@click.option(
    "--collapse", metavar="ID", type=canonical, multiple=True, help="Hide what bears on this claim."
)
@click.option("--below", metavar="ID", multiple=True, help="Only this claim, and what bears on it.")
@click.option(
    "--fit",
    metavar="PLACE",
    callback=known_place,
    help=f"Make it readable there: a width in pixels, or {', '.join(SHEET_NAMES)}.",
)
@click.option(
    "--smallest",
    type=Within(SMALLEST_LETTERS, LARGEST_LETTERS),
    help="The smallest letters there: pixels on screens, points on sheets.",
)
@click.option(
    "--parts/--no-parts", default=None, help="Cut it into pictures that each fit the place."
)
@click.option(
    "--page",
    metavar="SHEET",
    callback=_known_sheet,
    help=f"A PDF with its parts on pages: {', '.join(SHEET_NAMES)}.",
)
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
    type=Within(min=0, min_open=True, max=86400),
    default=Limits().seconds,
    show_default=True,
    help="Seconds that the layout may take.",
)
@click.option("--watch", is_flag=True, help="Draw again whenever a map changes, until Ctrl-C.")
@click.option("--open", "opens", is_flag=True, help="Show the picture when it is drawn.")
@click.option("--force", is_flag=True, help="Write over files that argmap did not draw.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(
    map_names: tuple[str, ...],
    notation: str | None,
    output: str | None,
    format: str | None,
    time_limit: float,
    watch: bool,
    opens: bool,
    force: bool,
    quiet: bool,
    **choices: object,
) -> None:
    """Draw each MAP, a file or “-” for standard input.

    Without -o a picture goes beside its map: argument.yaml becomes argument.svg. A file of that
    name that argmap did not draw stays as it is; to write over it, name it with -o, or use --force.

    \b
    Examples:
      argmap render argument.yaml -o argument.svg
      argmap render maps/*.yaml -o pictures/ --theme print
    """
    wanted = orders(map_names, output=output, format=format, force=force)
    if STANDARD in (*map_names, *(order.target for order in wanted)) and (watch or opens):
        raise click.UsageError("--watch and --open need files, not standard input or output.")
    if watch:
        require_watchable(map_names)
    options = RenderOptions(limits=Limits(seconds=time_limit), **choices)  # type: ignore[arg-type]
    code = _draw_all(wanted, options, notation, opens=opens, quiet=quiet)
    if watch:
        by_map = {order.map_name: order for order in wanted}
        if not quiet:
            say("watching for changes; stop with Ctrl-C", err=True)
        do_again(
            lambda: _files_behind(map_names, options, notation),
            lambda names: _draw_all(
                [by_map[name] for name in names], options, notation, quiet=quiet
            ),
        )
    elif code:
        raise click.exceptions.Exit(code)


def _files_behind(
    map_names: Sequence[str], options: RenderOptions, notation: str | None
) -> dict[str, tuple[Path, ...]]:
    """Return all files that each picture depends on, as far as they can be found out."""
    found: dict[str, tuple[Path, ...]] = {}
    theme = () if options.theme in (None, *THEME_NAMES) else (Path(str(options.theme)),)
    for name in map_names:
        home = Path(name)
        try:
            reading = reading_of(name, notation)
        except ArgmapError:
            reading = None
        found[name] = (*influences(home, reading, project_of(home)), *theme)
    return found


def _draw_all(
    wanted: Sequence[Order],
    options: RenderOptions,
    notation: str | None,
    *,
    quiet: bool,
    opens: bool = False,
) -> int:
    """Draw what can be drawn, tell of what cannot, and return the exit code."""
    code = 0
    for number, order in enumerate(wanted, start=1):
        where = f" ({number} of {len(wanted)})" if len(wanted) > 1 else ""
        try:
            with progress(f"drawing {order.map_name}{where}", quiet=quiet):
                drawn = draw_order(order, options, notation)
        except ArgmapError as error:
            code = max(code, tell(error))
            continue
        if order.target != STANDARD and not quiet:
            for line in drawn.told:
                say(line, err=True)
            mention_findings(drawn.reading, name=order.map_name)
        if opens and click.launch(order.target):
            say(f"nothing is there to show {order.target} with", err=True)
    return code
