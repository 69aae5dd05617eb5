"""The files of a map in parts: `a.svg` is the overview, `a-1.svg` the first part, and so on."""

import os
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from argmap.planning import RenderOptions
from argmap.render.renderer import Picture


def part_file(overview: Path, number: int) -> Path:
    """Return the file of a part, beside that of the overview, which is part 0."""
    return overview.with_name(f"{overview.stem}-{number}{overview.suffix}") if number else overview


def telephone_file(file: Path) -> Path:
    """Return the file of the drawing for telephones, beside that of the wide one."""
    return file.with_name(f"{file.stem}-telephone{file.suffix}")


def overview_of(file: Path, number: int) -> Path:
    """Return the file of the overview, given that of the part with that number."""
    end = f"-{number}"
    if number and file.stem.endswith(end) and file.stem != end:
        return file.with_name(file.stem.removesuffix(end) + file.suffix)
    return file


def in_file(picture: Picture, file: Path) -> Picture:
    """Return the picture of a part that leads to the files of the others; any other as it is."""
    if picture.part is None:
        return picture
    overview = overview_of(file, picture.part.number)
    return replace(
        picture, leads_to=lambda number: quote(os.fsencode(part_file(overview, number).name))
    )


def options_for(picture: Picture, options: RenderOptions) -> RenderOptions:
    """Return the options that ask for the picture alone, where it is a part."""
    number = picture.part.number if picture.part else 0
    return replace(options, part=number) if number else options
