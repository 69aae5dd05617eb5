"""Which picture goes where: each map of a call to `argmap render` with its target and format."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from argmap.cli.reading import STANDARD
from argmap.render import PICTURE_NAMES, picture_format, picture_format_of


class Order(NamedTuple):
    """One picture to draw: the names of the map and of the file, and one of PICTURE_NAMES.

    `makes_folder` says that the folder of the file may be made first, `is_named` that the name of
    the file is the person’s, who then wants it whatever was there before; `forces`, that they want
    any other file of the picture so. `has_index` asks for a page with all parts, if it has parts.
    """

    map_name: str
    target: str
    format: str
    makes_folder: bool = False
    is_named: bool = False
    forces: bool = False
    has_index: bool = False


def orders(
    map_names: Sequence[str], *, output: str | None, format: str | None, force: bool = False
) -> list[Order]:
    """Return the pictures that a call asks for, each map once; `force` takes all names as given.

    Raises UsageError where two would go to the same file, or one would take the place of a map.
    """
    names = list(dict.fromkeys(map_names))
    for name in names:
        # Such as “.”, beside which no picture could be named.
        if not Path(name).name:
            raise click.UsageError(f"“{name}” is a folder; name the maps in it.")
    folder = output if output is not None and _is_folder(output) else None
    if output is not None and folder is None and len(names) > 1:
        raise click.UsageError(f"{len(names)} maps need a folder to go to, such as -o pictures/.")
    found = list(_orders(names, folder, output, format))
    if force:
        found = [order._replace(is_named=True, forces=True) for order in found]
    taken: dict[str, Order] = {}
    # A `Path` would not follow links in a circle, nor names that are too long.
    maps = {os.path.realpath(name) for name in names if name != STANDARD}
    for order in found:
        if order.target == STANDARD:
            continue
        target = os.path.realpath(order.target)
        if target in maps:
            message = f"“{order.target}” is the map itself; choose another file with -o."
            raise click.UsageError(message)
        other = taken.setdefault(target, order)
        if other is not order:
            raise click.UsageError(
                f"the pictures of {other.map_name} and {order.map_name} would both go to "
                f"{order.target}; draw them one by one with -o."
            )
    return found


def _orders(
    names: Sequence[str], folder: str | None, output: str | None, format: str | None
) -> Iterator[Order]:
    alone = len(names) == 1
    for name in names:
        chosen = format or PICTURE_NAMES[0]
        usual = picture_format(chosen).suffixes[0]
        if folder is not None:
            stem = "map" if name == STANDARD else _made_of(name).stem
            yield Order(
                name,
                str(Path(folder) / f"{stem}{usual}"),
                chosen,
                True,
                has_index=alone,
            )
        elif output is not None:
            yield Order(name, output, format or _format_of(output), is_named=True)
        elif name == STANDARD:
            yield Order(name, STANDARD, chosen)
        else:
            yield Order(name, str(_made_of(name).with_suffix(usual)), chosen)


def _made_of(name: str) -> Path:
    """Return a path beside a map for what is made of it: that of the map, but for its suffix."""
    if "#" not in name:
        return Path(name)
    # Only then: most maps are files of their own.
    from argmap.formats.carriers.blocks import beside

    return beside(Path(name))


def _is_folder(output: str) -> bool:
    return output.endswith(("/", "\\")) or (output != STANDARD and Path(output).is_dir())


def _format_of(target: str) -> str:
    if target == STANDARD:
        return PICTURE_NAMES[0]
    format = picture_format_of(target)
    if format is None:
        raise click.UsageError(
            f"“{target}” does not end in the name of a format; "
            f"choose one with -f: {', '.join(PICTURE_NAMES)}."
        )
    return format.name
