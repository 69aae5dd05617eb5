"""`argmap render`: the drawing of a map."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from argmap.cli.drawing import draw_order
from argmap.cli.pictures import Order, orders
from argmap.cli.printing import say
from argmap.cli.progress import progress
from argmap.cli.reading import (
    STANDARD,
    file_name,
    from_option,
    mention_findings,
    reading_of,
    tell,
)
from argmap.cli.setting_options import setting_options
from argmap.errors import ArgmapError
from argmap.planning import RenderOptions
from argmap.project import project_of
from argmap.render import PICTURE_NAMES
from argmap.themes import THEME_NAMES


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
    "-f",
    "--format",
    type=click.Choice(PICTURE_NAMES),
    help="The format [default: the suffix of OUT].",
)
@setting_options(RenderOptions)
@click.option("--watch", is_flag=True, help="Draw again whenever a map changes, until Ctrl-C.")
@click.option("--open", "opens", is_flag=True, help="Show the picture when it is drawn.")
@click.option("--force", is_flag=True, help="Write over files that argmap did not draw.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(
    map_names: tuple[str, ...],
    notation: str | None,
    output: str | None,
    format: str | None,
    watch: bool,
    opens: bool,
    force: bool,
    quiet: bool,
    **choices: Any,
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
        # Only then, as below: what watches takes a while to import.
        from argmap.cli.watching import do_again, require_watchable

        require_watchable(map_names)
    given = {name: value for name, value in choices.items() if value is not None}
    options = RenderOptions(**given)
    since = time.time_ns()
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
            since=since,
        )
    elif code:
        raise click.exceptions.Exit(code)


def _files_behind(
    map_names: Sequence[str], options: RenderOptions, notation: str | None
) -> dict[str, tuple[Path, ...]]:
    """Return all files that each picture depends on, as far as they can be found out."""
    from argmap.picture_files.dependencies import dependencies

    found: dict[str, tuple[Path, ...]] = {}
    theme = () if options.theme in (None, *THEME_NAMES) else (Path(str(options.theme)),)
    for name in map_names:
        home = Path(name)
        try:
            reading = reading_of(name, notation)
        except ArgmapError:
            reading = None
        found[name] = (*dependencies(home, reading, project_of(home)), *theme)
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
                drawn = draw_order(order, options, notation, wanted)
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
