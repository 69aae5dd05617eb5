"""The extension for Visual Studio Code is built from its sources, and starts `argmap lsp`."""

import json
import re
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.lsp.extension import PACKAGE, SOURCES, built

PROJECT = Path(__file__).parents[2]
WAIT = 300
# A program that loads the extension as the editor does, with the few things that it asks of it.
HOST = """
const Module = require("module");
const said = [];
const nothing = () => ({ dispose() {} });
const any = new Proxy(function () {}, {
  get: (_, name) => (name === Symbol.toPrimitive ? () => "" : any),
  apply: () => any,
  construct: () => any,
});
const vscode = new Proxy({
  workspace: new Proxy({
    getConfiguration: () => ({ get: () => "argmap-of-the-test" }),
    onDidChangeConfiguration: nothing,
  }, { get: (own, name) => own[name] ?? any }),
  commands: { registerCommand: (name) => (said.push(name), nothing()) },
  window: new Proxy({
    showErrorMessage: (words) => said.push(words),
  }, { get: (own, name) => own[name] ?? any }),
}, { get: (own, name) => own[name] ?? any });
const load = Module._load;
Module._load = (name, ...rest) => (name === "vscode" ? vscode : load(name, ...rest));
const extension = require(process.argv[2]);
console.log(JSON.stringify([typeof extension.activate, typeof extension.deactivate]));
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory)


@pytest.mark.slow
def test_it_is_built_and_small(package: Path) -> None:
    archive = package / "argmap.vsix"
    with zipfile.ZipFile(archive) as whole:
        names = set(whole.namelist())
    assert {"extension/package.json", "extension/dist/extension.js"} <= names
    assert not any("node_modules" in name for name in names)
    assert archive.stat().st_size < 150_000


@pytest.mark.slow
def test_it_loads_with_nothing_but_the_editor(package: Path, tmp_path: Path) -> None:
    host = tmp_path / "host.js"
    host.write_text(HOST)
    bundle = package / "dist" / "extension.js"
    done = subprocess.run(
        ["node", host, bundle], capture_output=True, text=True, timeout=WAIT, check=True
    )
    assert json.loads(done.stdout) == ["function", "function"]


def test_it_speaks_of_the_command_that_there_is() -> None:
    source = (SOURCES / "src" / "extension.js").read_text(encoding="utf-8")
    assert 'args: ["lsp"]' in source
    # With a transport its library adds a word to the command.
    assert "transport" not in source.replace("Without a transport", "")
    assert 'pip install "argmap[lsp]"' in source
    settings = PACKAGE["contributes"]["configuration"]["properties"]
    assert settings["argmap.command"]["default"] == "argmap"
    (listed,) = re.findall(r"SHOWING = (\[.*?\]);", source)
    languages = ["yaml", *json.loads(listed)]
    assert PACKAGE["activationEvents"] == [f"onLanguage:{one}" for one in languages]


def test_a_folder_that_is_not_trusted_does_not_say_what_is_started() -> None:
    trust = PACKAGE["capabilities"]["untrustedWorkspaces"]
    assert trust["restrictedConfigurations"] == ["argmap.command"]


def test_its_licence_is_that_of_argmap() -> None:
    own, project = (folder / "LICENSE" for folder in (SOURCES, PROJECT))
    assert own.read_bytes() == project.read_bytes()
