"""The table of rooms on the page on the architecture, from the floors that a test holds."""

import ast
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[1]
sys.path.insert(0, str(PROJECT))


def table() -> str:
    """Return a row for each room, from the ground up: the floor, the name, what it holds."""
    from tests.floors import FLOORS

    lines = ["| Module | Floor | What it holds |", "|---|---|---|"]
    for floor, units in enumerate(FLOORS):
        lines += [f"| `{unit}` | {floor} | {_purpose(unit)} |" for unit in units if unit[0] != "_"]
    return "\n".join([*lines, ""])


def _purpose(unit: str) -> str:
    """Return the first line of what a room says of itself."""
    place = PROJECT / "argmap" / unit
    file = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
    told = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    return told.partition("\n")[0].replace("|", "\\|")
