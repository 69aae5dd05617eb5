"""A project's settings: the table `[tool.argmap]` of the nearest pyproject.toml."""

import os
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from argmap.document.reading import LARGEST
from argmap.errors import ConfigurationError, FileError
from argmap.project import Folder, Project
from argmap.settings.setting import settings_of, written
from argmap.style import Style
from argmap.suggestions import nearest
from argmap.themes import THEME_NAMES, is_theme_name

STYLE_KEYS = tuple(field.name for field in fields(Style))
KEYS = ("select", "ignore", "strict", *STYLE_KEYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """The settings of a project: codes to select and ignore, whether warnings fail, and a style."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    strict: bool = False
    style: Style = Style()


def configuration_for(path: Path, *, within: Path | None = None) -> Configuration:
    """Return the settings for the maps at `path`: those of the nearest pyproject.toml above it.

    None above the folder `within` is looked for. Raises ConfigurationError where the file or a
    setting cannot be used.
    """
    file = settings_file_for(path, within=within)
    return Configuration() if file is None else _read(file)


def settings_file_for(path: Path, *, within: Path | None = None) -> Path | None:
    """Return the nearest pyproject.toml above a path, None without one or above `within`."""
    # A `Path` would not follow links in a circle.
    start = Path(os.path.realpath(path))
    for folder in (start, *start.parents):
        if within is not None and not folder.is_relative_to(within):
            break
        file = folder / "pyproject.toml"
        if _is_there(file):
            return file
    return None


def _is_there(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:
        # A folder that may not be entered.
        return False


def _read(file: Path) -> Configuration:
    # Only then: most maps have no such file above them.
    import tomllib

    own = Folder(file.parent, Project(file.parent))
    try:
        written = own.read(file.name)
        if len(written) > LARGEST:
            raise ConfigurationError(f"{file} is larger than {LARGEST // 1024**2} MiB.")
        whole = tomllib.loads(written.decode("utf-8"))
    except FileError as error:
        raise ConfigurationError(f"{file}: {error}") from error
    except (UnicodeDecodeError, RecursionError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(f"{file} cannot be read: {error}.") from error
    tool = whole.get("tool", {})
    table = tool.get("argmap", {}) if isinstance(tool, dict) else {}
    if not isinstance(table, dict):
        raise ConfigurationError(f"{file}: [tool.argmap] is not a table.")
    for key in table:
        if key not in KEYS:
            near = nearest(key, KEYS)
            hint = f"; did you mean “{near}”?" if near else f"; it may hold {', '.join(KEYS)}."
            raise ConfigurationError(f"{file}: [tool.argmap] has no setting “{key}”{hint}")
    strict = table.get("strict", False)
    if not isinstance(strict, bool):
        raise ConfigurationError(f"{file}: “strict” in [tool.argmap] is either true or false.")
    return Configuration(
        select=_codes(file, table, "select"),
        ignore=_codes(file, table, "ignore"),
        strict=strict,
        style=_style(file, own, {key: table[key] for key in STYLE_KEYS if key in table}),
    )


def _style(file: Path, own: Folder, wishes: dict[str, Any]) -> Style:
    chosen = dict(wishes)
    if isinstance(chosen.get("theme"), str) and _is_theme_file(chosen["theme"]):
        try:
            chosen["theme"] = str(own.file(chosen["theme"]))
        except FileError as error:
            raise ConfigurationError(f"{file}: the theme in [tool.argmap]: {error}") from error
    try:
        known = {one.name: one for one in settings_of(Style) if one.name in chosen}
        values = {
            name: one.value(written(chosen[name]), called=name) for name, one in known.items()
        }
        return Style(**values)
    except ValueError as error:
        end = "" if str(error).endswith("?") else "."
        raise ConfigurationError(f"{file}: the style in [tool.argmap]: {error}{end}") from error


def _is_theme_file(name: str) -> bool:
    return is_theme_name(name) and name not in THEME_NAMES


def _codes(file: Path, table: dict[str, Any], key: str) -> tuple[str, ...]:
    codes = table.get(key, [])
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
        raise ConfigurationError(
            f'{file}: “{key}” in [tool.argmap] is a list of codes, such as ["one-sided"].'
        )
    return tuple(codes)
