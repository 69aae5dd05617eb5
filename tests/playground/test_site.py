"""The manual's site, with and without the playground."""

import importlib.util
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
import yaml

from argmap.playground import pyodide

PROJECT = Path(__file__).parents[2]
HOOK = PROJECT / "docs" / "try_it.py"


@pytest.fixture
def hook() -> ModuleType:
    spec = importlib.util.spec_from_file_location("try_it", HOOK)
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_the_manual_has_the_hook() -> None:
    text = (PROJECT / ".mkdocs.yml").read_text(encoding="utf-8")
    assert yaml.safe_load(text)["hooks"] == ["docs/try_it.py"]


def test_a_build_that_asks_for_nothing_is_as_it_was(
    hook: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(hook.VARIABLE, raising=False)
    config = SimpleNamespace(nav=[{"Start": "index.md"}])
    assert hook.on_config(config).nav == [{"Start": "index.md"}]
    assert hook.on_files([], config=config) == []


def test_a_build_that_asks_for_it_has_the_playground_in_its_navigation(
    hook: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pytest.importorskip("mkdocs", minversion="1.6")
    for name in pyodide.FILES:
        (tmp_path / name).write_bytes(b"x")
    monkeypatch.setattr(pyodide, "FILES", dict.fromkeys(pyodide.FILES, _HASH_OF_X))
    monkeypatch.setenv(hook.VARIABLE, str(tmp_path))
    config = SimpleNamespace(
        nav=[{"Start": "index.md"}],
        site_dir=str(tmp_path),
        use_directory_urls=True,
        plugins=_Plugins(),
    )
    assert hook.on_config(config).nav[1] == {"Try it": "try/index.html"}
    names = {file.src_uri for file in hook.on_files([], config=config)}
    assert {"try/index.html", "try/worker.js", "try/pyodide/pyodide.mjs"} <= names


class _Plugins:
    _current_plugin = "try_it"


_HASH_OF_X = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
