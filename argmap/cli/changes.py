"""What commands share that change maps: where they may, and how a change is shown."""

from difflib import unified_diff
from pathlib import Path

from argmap.project import project_of


def may_be_written(path: Path) -> bool:
    """Return whether a file lies in its project, wherever a symbolic link leads."""
    return path.resolve().is_relative_to(project_of(path).root)


def unified(before: str, after: str, name: str) -> str:
    """Return what changes as a unified diff; lines keep their ends, of whatever kind."""
    old, new = (text.removeprefix("\ufeff").splitlines(keepends=True) for text in (before, after))
    shown = unified_diff(old, new, fromfile=name, tofile=name)
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in shown
    )
