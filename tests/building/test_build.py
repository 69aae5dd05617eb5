"""A build draws what changed, and nothing else; it can be stopped, and goes on where it was."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from urllib.parse import unquote

import pytest

from argmap.building import work
from argmap.building.journal import NAME
from argmap.cli.reading import COULD_NOT
from argmap.project import Project
from argmap.reader import Reading
from tests.command import argmap, hear_ctrl_c

MAPS = {
    "a.yaml": "argmap: 1\nthesis: {id: t, text: A is so., premises: [P.], rebuttals: [R.]}\n",
    "deep/b.yaml": "argmap: 1\ntitle: Bees & <b>birds</b>\nthesis: {text: B., link: c.pdf}\n",
    "deep/c.yaml": (
        "argmap: 1\nsources: {s: {title: S, file: s.txt}}\n"
        "thesis: {text: C., source: {ref: s, quote: yes}}\n"
    ),
}
BROKEN = "argmap: 1\nthesis: {text: T., premises: [{ref: nobody}]}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in MAPS.items():
        file = Path("maps", name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    Path("maps/deep/s.txt").write_text("Oh yes.\n")
    Path("pyproject.toml").write_text("")
    return tmp_path


def build(*more: str) -> str:
    result = argmap("build", "maps", "-o", "site", *more)
    assert (result.code, result.out) == (0, "")
    return result.err.splitlines()[0].removeprefix(f"{Path('site/index.html')}: ")


def files(folder: str = "site") -> dict[str, bytes]:
    found = (file for file in Path(folder).rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}


def times() -> dict[str, int]:
    return {str(file): file.stat().st_mtime_ns for file in Path("site").rglob("*")}


def test_every_map_is_drawn_where_it_lies_and_is_in_the_index() -> None:
    assert build("-f", "svg,html") == "3 maps, 3 drawn, 0 as before"
    made = files()
    assert made.keys() == {
        *(f"{name}.{one}" for name in ("a", "deep/b", "deep/c") for one in ("svg", "html")),
        *("index.html", NAME),
    }
    page = made["index.html"].decode()
    assert page.count("<article>") == 3
    assert "Bees &amp; &lt;b&gt;birds&lt;/b&gt;" in page
    assert '<img src="deep/b.svg"' in page
    assert str(Path.cwd()) not in page
    assert b'href="../../maps/deep/c.pdf"' in made["deep/b.svg"]


def test_a_second_build_writes_nothing() -> None:
    build()
    before = times()
    assert build() == "3 maps, 0 drawn, 3 as before"
    assert times() == before


@pytest.mark.parametrize(
    ("file", "content", "drawn"),
    [
        ("maps/a.yaml", MAPS["a.yaml"].replace("A is", "All is"), 1),
        ("maps/deep/s.txt", "Oh no.\n", 1),
        ("pyproject.toml", "[tool.argmap]\nlegend = false\n", 3),
        ("maps/deep/pyproject.toml", "[tool.argmap]\nlegend = false\n", 2),
        ("site/deep/b.svg", "short", 1),
    ],
)
def test_what_changed_is_drawn_again_and_nothing_else(file: str, content: str, drawn: int) -> None:
    build()
    before = files()
    Path(file).write_text(content, encoding="utf-8")
    assert build() == f"3 maps, {drawn} drawn, {3 - drawn} as before"
    after = files()
    assert sum(before[name] != after[name] for name in before if name.endswith(".svg")) <= drawn
    assert build() == "3 maps, 0 drawn, 3 as before"


def test_another_format_or_version_draws_all_again(monkeypatch: pytest.MonkeyPatch) -> None:
    build()
    assert build("-f", "svg,md") == "3 maps, 3 drawn, 0 as before"
    monkeypatch.setattr("argmap.building.plan.version", lambda package: "99")
    assert build("-f", "svg,md") == "3 maps, 3 drawn, 0 as before"


def test_pictures_of_maps_and_formats_that_are_gone_are_removed() -> None:
    build("-f", "svg,html")
    Path("maps/deep/b.yaml").unlink()
    Path("maps/deep/c.yaml").unlink()
    assert build() == "1 map, 1 drawn, 0 as before, 2 removed"
    assert files().keys() == {"a.svg", "index.html", NAME}
    assert not Path("site/deep").exists()


def test_a_broken_map_is_reported_each_time_and_keeps_its_last_picture() -> None:
    build()
    picture = Path("site/a.svg").read_bytes()
    Path("maps/a.yaml").write_text(BROKEN)
    for _ in range(2):
        result = argmap("build", "maps", "-o", "site")
        assert result.code == 1
        assert "maps/a.yaml:2:37: error[unknown-reference]" in result.err.replace("\\", "/")
        assert "3 maps, 0 drawn, 2 as before, 1 broken" in result.err
    assert Path("site/a.svg").read_bytes() == picture
    assert "This map cannot be drawn: no claim “nobody”" in Path("site/index.html").read_text(
        "utf-8"
    )
    Path("maps/a.yaml").write_text(MAPS["a.yaml"])
    assert build() == "3 maps, 1 drawn, 2 as before"
    assert Path("site/a.svg").read_bytes() == picture


def test_check_says_what_would_be_drawn_and_writes_nothing() -> None:
    result = argmap("build", "maps", "-o", "site", "--check")
    assert (result.code, len(result.out.splitlines())) == (1, 3)
    assert not Path("site").exists()
    build()
    assert argmap("build", "maps", "-o", "site", "--check").code == 0
    Path("maps/a.yaml").unlink()
    Path("maps/deep/b.yaml").write_text(MAPS["a.yaml"])
    before = times()
    result = argmap("build", "maps", "-o", "site", "--check")
    assert (result.code, result.out.replace("\\", "/").splitlines()) == (
        1,
        [
            "maps/deep/b.yaml is to be drawn",
            "../maps/a.yaml is gone, and its pictures are to be removed",
        ],
    )
    assert times() == before


def test_a_folder_with_other_files_is_left_alone() -> None:
    Path("site").mkdir()
    Path("site/mine.txt").write_text("mine")
    result = argmap("build", "maps", "-o", "site")
    assert (result.code, "that no build has made" in result.err) == (2, True)
    assert files().keys() == {"mine.txt"}


@pytest.mark.parametrize("other", ["maps/a.yml", "maps/A.yaml", "maps/index.yaml"])
def test_two_pictures_for_one_file_are_an_error(other: str) -> None:
    if Path(other).exists():
        pytest.skip("a file system in which case makes no difference")
    Path(other).write_text(MAPS["a.yaml"])
    result = argmap("build", "maps", "-o", "site")
    assert (result.code, "would take the place of" in result.err) == (2, True)
    assert not Path("site").exists()


def test_a_hostile_journal_removes_nothing_outside() -> None:
    build()
    Path("mine.svg").write_text("mine")
    line = json.loads(Path("site", NAME).read_text("utf-8").splitlines()[0])
    line |= {"map": "../maps/gone.yaml", "files": {"../mine.svg": 4, "/etc/hostname": 1}}
    with Path("site", NAME).open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(line) + "\n")
    assert build() == "3 maps, 0 drawn, 3 as before, 1 removed"
    assert Path("mine.svg").read_text() == "mine"


@pytest.mark.parametrize("line", ["{", "[]", "null", '{"version": 1}', '{"version": 99}', "\xff"])
def test_a_journal_that_cannot_be_read_is_made_anew(line: str) -> None:
    build()
    Path("site", NAME).write_text(f"{line}\n", encoding="latin-1")
    assert build() == "3 maps, 3 drawn, 0 as before"
    assert build() == "3 maps, 0 drawn, 3 as before"


def test_an_unknown_format_is_a_sentence() -> None:
    result = argmap("build", "maps", "-o", "site", "-f", "svg,bmp")
    assert (result.code, "there is no format “bmp”" in result.err) == (2, True)


def many(number: int) -> None:
    for n in range(number):
        reasons = ", ".join(f"Reason {k} of {n}." for k in range(12))
        text = f"argmap: 1\nthesis: {{text: Thesis {n}., arguments: [{reasons}]}}\n"
        Path("maps", f"{n}.yaml").write_text(text)


def started(*more: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "argmap", "build", "maps", "-o", "site", *more],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=hear_ctrl_c,
        start_new_session=True,
    )


def wait_for_pictures(number: int, folder: str = "site") -> None:
    until = time.monotonic() + 60
    while len(list(Path(folder).rglob("*.svg"))) < number:
        assert time.monotonic() < until
        time.sleep(0.02)


def group_is_gone(number: int) -> bool:
    """Return whether all processes of a group end within seconds."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            os.killpg(number, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="sends signals of POSIX")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGKILL"])
def test_a_build_that_was_stopped_leaves_no_process_and_goes_on(name: str) -> None:
    many(150)
    with started("-j", "2") as running:
        wait_for_pictures(20)
        begun = time.monotonic()
        running.send_signal(getattr(signal, name))
        _, err = running.communicate(timeout=30)
    assert time.monotonic() - begun < 15
    if name != "SIGKILL":
        assert err.decode().strip() == ("argmap: interrupted" if name == "SIGINT" else "")
    assert group_is_gone(running.pid)
    done = len(list(Path("site").rglob("*.svg")))
    assert done < 153
    if name != "SIGKILL":
        assert list(Path("site").rglob("*.part")) == []
    told = build("-j", "1")
    assert told.startswith("153 maps, ")
    assert 153 - done <= int(told.split()[2]) < 153 - done + 2
    left = files()
    assert not any(file.endswith(".part") for file in left)
    argmap("build", "maps", "-o", "whole", "-j", "1")
    assert {name: data for name, data in left.items() if name.endswith(".svg")} == {
        name: data for name, data in files("whole").items() if name.endswith(".svg")
    }


def test_a_map_that_is_saved_while_it_is_drawn_is_drawn_again_the_next_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    saved = MAPS["a.yaml"].replace("A is", "All is")
    read = work.read_job

    def read_and_save(job: work.Job, home: Path, project: Project) -> Reading:
        reading = read(job, home, project)
        if home.name == "a.yaml":
            home.write_text(saved)
        return reading

    with monkeypatch.context() as patched:
        patched.setattr(work, "read_job", read_and_save)
        build()
    assert b"All is" not in Path("site/a.svg").read_bytes()
    assert build() == "3 maps, 1 drawn, 2 as before"
    assert b"All is" in Path("site/a.svg").read_bytes()


def test_a_map_that_is_gone_is_told_once_and_the_index_names_no_folder_of_the_machine() -> None:
    gone = Path("maps/gone.yaml").absolute()
    result = argmap("build", str(gone), "maps", "-o", "site")
    assert result.code == COULD_NOT
    assert result.err.count("gone.yaml") == 1
    page = Path("site/index.html").read_text("utf-8")
    assert "This map cannot be drawn: " in page
    assert str(Path.cwd()) not in page


@pytest.mark.skipif(os.name == "nt", reason="makes names of POSIX")
@pytest.mark.parametrize("name", ["\udcff", "new\nline", 'a"<b>', "#2", "-", "ü" * 122, "x" * 245])
def test_a_map_with_any_name_is_drawn_and_the_index_leads_to_it(name: str) -> None:
    try:
        Path("maps", f"{name}.yaml").write_text(MAPS["a.yaml"], encoding="utf-8")
    except OSError:
        pytest.skip("no name on this disk")
    assert build("-f", "svg,html") == "4 maps, 4 drawn, 0 as before"
    links = re.findall(r'(?:href|src)="([^"]*)"', Path("site/index.html").read_text("utf-8"))
    places = {unquote(link, errors="surrogateescape") for link in links}
    assert places == files().keys() - {"index.html", NAME}
    assert build("-f", "svg,html") == "4 maps, 0 drawn, 4 as before"


@pytest.mark.parametrize("other", ["a.svg", "deep"])
def test_what_is_in_the_way_of_one_picture_stops_no_other(other: str) -> None:
    build()
    shutil.rmtree("site/deep")
    Path("site/a.svg").unlink()
    if other == "deep":
        Path("site/deep").write_text("mine")
    else:
        Path("site/a.svg").mkdir()
    result = argmap("build", "maps", "-o", "site")
    broken = 1 if other == "a.svg" else 2
    assert f"3 maps, {3 - broken} drawn, 0 as before, {broken} broken" in result.err
    assert result.code == COULD_NOT
    assert "cannot be drawn: " in Path("site/index.html").read_text("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="limits the size of files as POSIX does")
@pytest.mark.parametrize("room", [0, 700, 4000])
def test_a_disk_that_is_full_ends_the_build_with_a_sentence_and_it_goes_on_later(room: int) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "argmap", "build", "maps", "-o", "site"],
        capture_output=True,
        text=True,
        preexec_fn=partial(limit_files, room),
        check=False,
    )
    assert (result.returncode, result.stdout) == (COULD_NOT, "")
    (told,) = result.stderr.splitlines()
    assert "cannot be written: File too large" in told
    assert not list(Path("site").rglob("*.part"))
    assert build() == "3 maps, 3 drawn, 0 as before"


def limit_files(size: int) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
