"""All files that a picture depends on: one list for every host that makes pages anew."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from argmap.configuration import Configuration, configuration_for, settings_file_for
from argmap.errors import ArgmapError
from argmap.project import Project, folder_of
from argmap.reader import Reading
from argmap.themes import THEME_NAMES


def dependencies(
    home: Path,
    reading: Reading | None,
    project: Project,
    *,
    theme: str | None = None,
    settings: Configuration | None = None,
) -> tuple[Path, ...]:
    """Return the files that the picture of a map depends on, the one that holds it first.

    These are the files that it includes, the settings of its project, its themes and the texts of
    its sources. `reading` is None where the map could not be read, `theme` the one that is asked
    for, by its path from the map, `settings` those of the project where they are known already.
    Some may not be there.
    """
    usual = settings.style.theme if settings else _usual_theme(home, project)
    return tuple(dict.fromkeys(_files(home, reading, project, (theme, usual))))


def _files(
    home: Path, reading: Reading | None, project: Project, themes: Iterable[str | None]
) -> Iterator[Path]:
    yield home
    settings = settings_file_for(home, within=project.root)
    if settings is not None:
        yield settings
    named = [*themes]
    if reading is not None:
        yield from map(Path, reading.included)
    if reading is not None and reading.map is not None:
        named += [reading.map.style.theme, *(one.file for one in reading.map.sources)]
    folder = folder_of(home, project)
    for name in named:
        if name not in (None, *THEME_NAMES) and folder.holds(str(name)):
            yield home.parent / str(name)


def _usual_theme(home: Path, project: Project) -> str | None:
    """Return the theme that the settings of the project name, if they can be read."""
    try:
        return configuration_for(home, within=project.root).style.theme
    except ArgmapError:
        return None
