"""What a browser loads is no part of an answer's time."""

import importlib
import shutil
import sys
import zipfile
from collections.abc import Iterator
from importlib.machinery import SourceFileLoader
from pathlib import Path
from zipimport import zipimporter

import pytest

from argmap.playground.loading import watch_loading
from tests.devtools import browser_page
from tests.playground.visiting import CATCH, HAS_PICTURE, MAP, Visit, serving, shared

# Longer than an answer may take.
SLOW = ("argmap/lsp/hover.py", "argmap/render/tikz/__init__.py")
LATE = "\nimport time\n\ntime.sleep(7)\n"


def test_what_a_module_loads_in_turn_is_part_of_its_loading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "outer_pear.py").write_text("import inner_pear\n")
    (tmp_path / "inner_pear.py").write_text("")
    (tmp_path / "broken_pear.py").write_text("import inner_pear, no_such_pear\n")
    monkeypatch.syspath_prepend(tmp_path)
    for name in ("outer_pear", "inner_pear"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    for kind in (SourceFileLoader, zipimporter):
        monkeypatch.setattr(kind, "exec_module", kind.exec_module)
    told: list[bool] = []
    watch_loading(told.append)
    importlib.import_module("outer_pear")
    assert told == [True, False]
    importlib.import_module("outer_pear")
    assert told == [True, False]
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("broken_pear")
    assert told == [True, False, True, False]


@pytest.fixture(scope="module")
def late(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """Visit a playground in which some modules take longer to load than an answer may."""
    home = tmp_path_factory.mktemp("late") / "site"
    shutil.copytree(folder, home)
    with (
        zipfile.ZipFile(folder / "argmap.zip") as before,
        zipfile.ZipFile(home / "argmap.zip", "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for one in before.infolist():
            more = LATE if one.filename in SLOW else ""
            after.writestr(one, before.read(one) + more.encode())
    with serving(home) as server, browser_page() as page:
        visit = Visit(page, f"http://127.0.0.1:{server.server_port}/", server)
        page.visit(f"{visit.address}{shared(MAP)}")
        page.evaluate(CATCH)
        yield visit


@pytest.mark.slow
def test_what_loads_is_no_part_of_the_time_that_an_answer_has(late: Visit) -> None:
    late.wait("document.getElementById('coming').offsetHeight > 0")
    late.wait(f"({HAS_PICTURE}) && document.getElementById('coming').offsetHeight === 0")
    late.wait("document.getElementById('findings-heading').textContent !== 'Checking …'")
    assert late.page.evaluate("document.getElementById('notice').hidden")
    assert b"tikzpicture" in late.saved("TikZ")
    assert late.page.evaluate("document.getElementById('notice').hidden")
