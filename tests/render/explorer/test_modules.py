"""The modules of the explorer, tried by Node."""

import re
import shutil
import subprocess
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.bundles import EXPLORER, SCRIPTS
from tests.npm import leave_out

HERE = Path(__file__).parent
MODULES = EXPLORER / "modules"


def test_the_pure_parts_do_what_they_say() -> None:
    node = shutil.which("node")
    if node is None:
        leave_out("Node is not installed.")
    command = [str(node), "--test", str(HERE / "pure.test.mjs")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout


def test_modules_are_short() -> None:
    for file in MODULES.rglob("*.js"):
        assert len(file.read_text("utf-8").splitlines()) <= 300, file.name


@pytest.mark.parametrize("folder", SCRIPTS, ids=lambda folder: folder.parent.name)
def test_no_module_imports_what_imports_it(folder: Path) -> None:
    assert ring(folder) == []


def test_a_ring_of_modules_is_found(tmp_path: Path) -> None:
    for name, other in [("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")]:
        (tmp_path / f"{name}.js").write_text(f'import {{\n  one,\n}} from "./{other}.js";\n')
    assert sorted(ring(tmp_path)) == ["a.js", "b.js", "c.js"]


def ring(folder: Path) -> list[str]:
    """Return the names of modules of a folder that import one another in a ring; none without."""
    imports = re.compile(r"""^(?:import|export)\b[^;]*?["'](\.[^"']+)["']""", re.MULTILINE)
    needs = {
        file.resolve(): [
            (file.parent / one).resolve() for one in imports.findall(file.read_text("utf-8"))
        ]
        for file in folder.rglob("*.js")
    }
    assert any(needs.values())
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        return sorted({file.name for file in error.args[1]})
    return []
