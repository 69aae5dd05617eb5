"""The settings of a project, as an editor needs them: what is wrong with them is no end of it."""

from dataclasses import dataclass
from pathlib import Path

from argmap.checks.runner import Selection, selected
from argmap.configuration import configuration_for
from argmap.errors import ArgmapError
from argmap.style import Style


@dataclass(frozen=True, slots=True)
class Settings:
    """What is checked, how maps are drawn, and what is wrong with the settings, or None."""

    selection: Selection
    style: Style
    fault: str | None = None


def settings_for(path: Path) -> Settings:
    """Return the settings for a map; the usual ones where those of its project cannot be used."""
    try:
        found = configuration_for(path)
        return Settings(selected(found.select, found.ignore), found.style)
    except ArgmapError as error:
        return Settings(selected((), ()), Style(), str(error))
