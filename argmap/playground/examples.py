"""The maps that one can begin with: the examples of the project, and its templates."""

from pathlib import Path
from typing import NamedTuple

from argmap.templates import TEMPLATES, template

# The page opens with the first.
EXAMPLES = (
    ("teaching-phones-at-school.yaml", "Should phones be banned at school?"),
    ("hello.yaml", "A pear tree"),
    ("western-friendly-autocracy.yaml", "The Western-friendly autocracy"),
    ("ru-udalyonka.yaml", "Три дня из дома"),
)
TITLES = {
    "starter": "What a map can hold",
    "policy": "A measure for and against",
    "essay": "An essay",
    "debate": "A debate",
    "safety": "A safety case",
    "review": "A review of sources",
    "blank": "An empty map",
}


class Example(NamedTuple):
    """A map to begin with."""

    group: str
    file: str
    title: str
    text: str


def examples() -> tuple[Example, ...]:
    """Return the maps that one can begin with, in the order of the menu."""
    shown = [Example("Examples", file, title, _example(file)) for file, title in EXAMPLES]
    begun = [
        Example("Templates", f"{name}.yaml", TITLES[name], template(name)) for name in TEMPLATES
    ]
    return (*shown, *begun)


def _example(file: str) -> str:
    """Return an example: installed, it is beside this module, else in the folder of the project."""
    own = Path(__file__).with_name("maps")
    home = own if own.is_dir() else Path(__file__).parents[2] / "maps"
    return (home / file).read_text(encoding="utf-8")
