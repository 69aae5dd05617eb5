from pathlib import Path

import pytest

from tests.bundles import BUNDLES, SCRIPTS, Bundle, bundled, faults_of_style, type_errors
from tests.npm import scripting_tools

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return scripting_tools(tmp_path_factory)


@pytest.mark.parametrize("one", BUNDLES, ids=lambda one: one.script.stem)
def test_a_bundle_is_what_its_scripts_make(one: Bundle, tools: Path) -> None:
    for path, content in bundled(one, tools).items():
        current = path.is_file() and path.read_bytes() == content
        assert current, f"{path.name} is not current; run: python -m tests.bundles"


@pytest.mark.parametrize("folder", SCRIPTS, ids=lambda folder: folder.parent.name)
def test_the_types_of_scripts_are_right(folder: Path, tools: Path) -> None:
    assert type_errors(folder, tools) == ""


@pytest.mark.parametrize("folder", SCRIPTS, ids=lambda folder: folder.parent.name)
def test_the_style_of_scripts_is_right(folder: Path, tools: Path) -> None:
    assert faults_of_style(folder, tools) == ""


def test_a_fault_of_style_is_found(tools: Path, tmp_path: Path) -> None:
    (tmp_path / "wrong.js").write_text("document.body.innerHTML = 'a map';\n")
    assert "never become markup" in faults_of_style(tmp_path, tools)


def test_a_wrong_type_is_found(tools: Path, tmp_path: Path) -> None:
    (tmp_path / "wrong.js").write_text("/** @type {number} */\nexport const one = 'two';\n")
    assert "TS2322" in type_errors(tmp_path, tools)
