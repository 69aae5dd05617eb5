"""Pictures drawn again whenever a map changes."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from argmap.errors import FileError, MissingExtraError

# What a picture may hang on beside the map: a theme, the settings of the project.
INFLUENCES = (".yaml", ".yml", ".toml")


def require_watchable(map_names: Sequence[str]) -> None:
    """Raise FileError where a name is of nothing that can change as a file does.

    A file that is not there yet may come, but not without its folder.
    """
    for name in map_names:
        path = Path(name)
        if path.is_dir():
            raise FileError(f"{name} is a folder, not a file, and cannot be watched.")
        if path.exists() and not path.is_file():
            raise FileError(f"{name} is no regular file, and cannot be watched.")
        if not path.resolve().parent.is_dir():
            folder = path.parent
            raise FileError(f"{name} cannot be watched: there is no folder {folder}.")


def changed_maps(map_names: Sequence[str]) -> Iterator[list[str]]:
    """Yield, until Ctrl-C, the maps to draw again: those that changed, or all if a theme did.

    Raises MissingExtraError where the library that looks for changes is not installed.
    """
    try:
        from watchfiles import watch
    except ImportError as error:
        message = '--watch needs watchfiles, which is not installed: pip install "argmap[watch]"'
        raise MissingExtraError(message) from error
    by_path = {Path(name).resolve(): name for name in map_names}
    folders = sorted({path.parent for path in by_path})
    for changes in watch(*folders, recursive=False, raise_interrupt=False, debounce=200):
        paths = {Path(path) for _, path in changes}
        if found := [name for path, name in by_path.items() if path in paths]:
            yield found
        elif any(path.suffix in INFLUENCES for path in paths):
            yield list(map_names)
