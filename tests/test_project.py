"""What a file names is read inside its project only: every door is tried with every way out."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap.embed.documents.fences import words_in
from argmap.embed.hosts.hosting import Fence, hosted
from argmap.embed.library import Place, library_of
from argmap.errors import FileError
from argmap.picture_files.content import Wanted
from argmap.project import Folder, Project, folder_of, project_of
from tests.command import argmap as run

SECRET = "The password of the house is hunter2 and no other.\n"
ASKED = "The password of the house is hunter3 and no other."
MAP = "argmap: 1\nthesis: A.\n"
LIMIT = 20


def check(*arguments: str) -> str:
    ended = run(*arguments)
    return ended.out + ended.err


def by_source(name: str) -> str:
    text = f"argmap: 1\nsources: {{s: {{file: {quoted(name)}}}}}\nthesis:\n  text: A.\n"
    Path("maps/map.yaml").write_text(f"{text}  source: {{ref: s, quote: {ASKED}}}\n")
    return check("check", "maps/map.yaml")


def by_published_source(name: str) -> str:
    text = f"{MAP}sources: {{s: {{file: {quoted(name)}}}}}\nstyle: {{source_texts: all}}\n"
    Path("maps/map.yaml").write_text(text)
    ended = run("render", "maps/map.yaml", "-f", "explorer", "-o", "-")
    return ended.out + ended.err


def by_theme(name: str) -> str:
    Path("maps/map.yaml").write_text(f"{MAP}style: {{theme: {quoted(name)}}}\n")
    return check("render", "maps/map.yaml", "-o", "map.svg")


def by_theme_in_words(name: str) -> str:
    Path("maps/map.yaml").write_text(f"{MAP}style: {{theme: {quoted(name)}}}\n")
    return check("convert", "maps/map.yaml", "map.mmd")


def by_theme_in_python(name: str) -> str:
    Path("maps/map.yaml").write_text(f"{MAP}style: {{theme: {quoted(name)}}}\n")
    try:
        argmap.draw(argmap.load("maps/map.yaml"))
    except argmap.MapError as error:
        return f"{error.texts}"
    except argmap.ArgmapError as error:
        return str(error)
    return ""


def by_include(name: str) -> str:
    Path("maps/map.argdown").write_text(f"[a]: A.\n\n@include({name})\n")
    return check("convert", "maps/map.argdown", "-", "--to", "yaml")


def by_included_map(name: str) -> str:
    Path("maps/map.yaml").write_text(f"{MAP}include: {quoted(name)}\n")
    return check("check", "maps/map.yaml")


def by_included_map_of_another(name: str) -> str:
    Path("maps/map.yaml").write_text(f"{MAP}include: [sub/part.yaml]\n")
    Path("maps/sub").mkdir(exist_ok=True)
    Path("maps/sub/part.yaml").write_text(f"argmap: 1\ninclude: {quoted('../' + name)}\n")
    if Path(name).is_absolute() or ":" in name or "\\" in name:
        Path("maps/sub/part.yaml").write_text(f"argmap: 1\ninclude: {quoted(name)}\n")
    return check("show", "maps/map.yaml")


def by_bibliography(name: str) -> str:
    text = f"{MAP}bibliography: {quoted(name)}\n"
    Path("maps/map.yaml").write_text(text.replace("thesis: A.", "thesis: {text: A., source: The}"))
    return check("check", "maps/map.yaml")


def by_map_in_host_that_includes(name: str) -> str:
    text = f"{MAP}include: {quoted(name)}\n"
    document = Path("maps/page.md")
    found = hosted(Fence((), text, document, Place("page.md", 2)), library=library_of(document))
    return found.html + "".join(found.problems)


def by_module(name: str) -> str:
    text = f"module: {{name: M, uses: [{quoted(name)}]}}\nG1: {{text: A.}}\n"
    Path("maps/case.gsn.yaml").write_text(text)
    return check("convert", "maps/case.gsn.yaml", "-", "--to", "yaml")


def by_marker(name: str) -> str:
    Path("maps/page.md").write_text(f'<!-- argmap: "{name}" as=claim --><!-- /argmap -->\n')
    return check("embed", "maps/page.md")


def by_marker_theme(name: str) -> str:
    Path("maps/map.yaml").write_text(MAP)
    Path("maps/page.md").write_text(f'<!-- argmap: map.yaml "theme={name}" --><!-- /argmap -->\n')
    return check("embed", "maps/page.md")


def by_settings(name: str) -> str:
    Path("maps/map.yaml").write_text(MAP)
    Path("pyproject.toml").write_text(f"[tool.argmap]\ntheme = {quoted('maps/' + name)}\n")
    if Path(name).is_absolute() or "\\" in name:
        Path("pyproject.toml").write_text(f"[tool.argmap]\ntheme = {quoted(name)}\n")
    return check("render", "maps/map.yaml", "-o", "map.svg")


def by_host(name: str) -> str:
    words = words_in(f'argmap "{name}"')
    assert words is not None
    document = Path("maps/page.md")
    found = hosted(Fence(words, "", document, Place("page.md", 2)), library=library_of(document))
    return found.html + "".join(found.problems)


def by_map_in_host(name: str) -> str:
    text = f"{MAP}style: {{theme: {quoted(name)}}}\n"
    document = Path("maps/page.md")
    found = hosted(Fence((), text, document, Place("page.md", 2)), library=library_of(document))
    return found.html + "".join(found.problems)


def quoted(name: str) -> str:
    return f"'{name}'"


def absolute(suffix: str) -> str:
    return str(Path("../outside").resolve() / f"secret{suffix}")


def parents(suffix: str) -> str:
    return f"../../outside/secret{suffix}"


def link(suffix: str) -> str:
    Path(f"maps/link{suffix}").symlink_to(Path(f"../outside/secret{suffix}").resolve())
    return f"link{suffix}"


def linked_folder(suffix: str) -> str:
    Path("maps/linked").symlink_to(Path("../outside").resolve())
    return f"linked/secret{suffix}"


def processes(suffix: str) -> str:
    Path(f"maps/environment{suffix}").symlink_to("/proc/self/environ")
    return f"environment{suffix}"


def device(suffix: str) -> str:
    Path(f"maps/zero{suffix}").symlink_to("/dev/zero")
    return f"zero{suffix}"


def hidden_file(suffix: str) -> str:
    Path(f"maps/.secret{suffix}").write_text(SECRET)
    return f".secret{suffix}"


def hidden_folder(suffix: str) -> str:
    Path(f".git/config{suffix}").write_text(SECRET)
    return f"../.git/config{suffix}"


def link_to_hidden(suffix: str) -> str:
    Path(f".git/config{suffix}").write_text(SECRET)
    Path(f"maps/seen{suffix}").symlink_to(f"../.git/config{suffix}")
    return f"seen{suffix}"


def pipe(suffix: str) -> str:
    os.mkfifo(f"maps/pipe{suffix}")
    return f"pipe{suffix}"


def directory(suffix: str) -> str:
    Path(f"maps/folder{suffix}").mkdir()
    return f"folder{suffix}"


def circle(suffix: str) -> str:
    Path(f"maps/circle{suffix}").symlink_to(f"circle{suffix}")
    return f"circle{suffix}"


def backslashes(suffix: str) -> str:
    return f"..\\..\\outside\\secret{suffix}"


def drive(suffix: str) -> str:
    return f"C:\\outside\\secret{suffix}"


DOORS: dict[Callable[[str], str], str] = {
    by_source: ".txt",
    by_published_source: ".txt",
    by_theme: ".yaml",
    by_theme_in_words: ".yaml",
    by_theme_in_python: ".yaml",
    by_include: ".argdown",
    by_module: ".yaml",
    by_included_map: ".yaml",
    by_included_map_of_another: ".yaml",
    by_bibliography: ".bib",
    by_map_in_host_that_includes: ".yaml",
    by_marker: ".yaml",
    by_marker_theme: ".yaml",
    by_settings: ".yaml",
    by_host: ".yaml",
    by_map_in_host: ".yaml",
}
WAYS = (
    absolute, parents, link, linked_folder, processes, device, hidden_file, hidden_folder,
    link_to_hidden, pipe, directory, circle, backslashes, drive,
)  # fmt: skip


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A project in the working directory, beside what is none of its business."""
    (tmp_path / "project/.git").mkdir(parents=True)
    (tmp_path / "project/maps").mkdir()
    (tmp_path / "outside").mkdir()
    for suffix in set(DOORS.values()):
        (tmp_path / f"outside/secret{suffix}").write_text(SECRET)
    monkeypatch.chdir(tmp_path / "project")
    monkeypatch.setenv("PASSWORD", "hunter2")

    def give_up(*_: object) -> None:
        # No error of a file, which would be told.
        pytest.fail("this waits for what never comes")

    signal.signal(signal.SIGALRM, give_up)
    signal.alarm(LIMIT)
    yield tmp_path / "project"
    signal.alarm(0)


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs pipes, links and alarms")


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
def test_no_way_leads_out_of_a_project(
    project: Path, door: Callable[..., Any], way: Callable[..., Any]
) -> None:
    told = door(way(DOORS[door]))
    assert "hunter2" not in told
    # Refused in words, not passed over.
    assert told.strip()
    assert "is drawn" not in told


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
def test_every_door_is_open_to_what_lies_inside(project: Path, door: Callable[..., Any]) -> None:
    (project / f"maps/plain{DOORS[door]}").write_text(SECRET)
    (project / f"maps/link{DOORS[door]}").symlink_to(f"plain{DOORS[door]}")
    for name in ("plain", "link"):
        told = door(f"{name}{DOORS[door]}")
        # A host tells in which line of a theme something is wrong, and does not show it.
        assert "hunter2" in told or f"{name}.yaml:1:1: error[not-a-map]" in told


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
def test_nobody_learns_whether_there_is_a_file_outside(
    project: Path, door: Callable[..., Any]
) -> None:
    suffix = DOORS[door]
    there, nowhere = f"../../outside/secret{suffix}", f"../../outside/nobody{suffix}"
    assert door(there).replace("secret", "nobody") == door(nowhere)


@pytest.mark.parametrize("suffix", [".svg", ".png", ".pdf"])
@pytest.mark.parametrize("way", [parents, link, hidden_file, hidden_folder, pipe, directory])
def test_no_picture_is_written_out_of_a_project(
    project: Path, way: Callable[..., Any], suffix: str
) -> None:
    (project / "maps/map.yaml").write_text(MAP)
    name = way(suffix)
    place = f"<!-- argmap: map.yaml output={name} --><!-- /argmap -->\n"
    (project / "maps/page.md").write_text(place + f"![]({name})\n")
    ended = run("embed", "maps/page.md")
    assert ended.code == 1
    assert "error[bad-marker]" in ended.err
    assert not (project.parent / f"outside/secret{suffix}").exists()


def test_a_large_file_is_not_read_whole(project: Path) -> None:
    with (project / "maps/large.txt").open("wb") as stream:
        stream.truncate(40 * 1024**3)
    assert "large.txt is larger than 32 MiB" in by_source("large.txt")
    assert len(folder_of(Path("maps/map.yaml")).read("large.txt", largest=10)) == 11


def test_a_large_file_is_not_included_whole(project: Path) -> None:
    with (project / "maps/large.argdown").open("wb") as stream:
        stream.truncate(40 * 1024**3)
    assert "with this file the map is larger than any map needs to be" in by_include(
        "large.argdown"
    )


@pytest.mark.parametrize("way", [pipe, directory, device])
def test_no_picture_is_looked_for_in_what_is_no_file(
    project: Path, way: Callable[..., Any]
) -> None:
    target = project / "maps" / way(".svg")
    assert not Wanted(target, None, lambda: b"").is_there()


def test_a_map_from_a_text_names_no_file(project: Path) -> None:
    (project / "own.yaml").write_text("argmap-theme: 1\n")
    text = f"{MAP}style: {{theme: own.yaml}}\n"
    with pytest.raises(FileError, match=r"“own\.yaml” is not read"):
        argmap.draw(argmap.loads(text))
    (project / "map.yaml").write_text(text)
    assert argmap.draw(argmap.load("map.yaml"))
    options = argmap.RenderOptions(theme="own.yaml")
    assert argmap.draw(argmap.loads(MAP), options=options)


def test_what_a_person_names_may_lie_anywhere(project: Path) -> None:
    (project.parent / "outside/own.yaml").write_text("argmap-theme: 1\n")
    (project.parent / "outside/map.yaml").write_text(MAP)
    ended = run("render", "../outside/map.yaml", "-o", "m.svg", "--theme", "../outside/own.yaml")
    assert ended.code == 0
    cited = "argmap: 1\nsources: {s: {title: S}}\n"
    text = f"{cited}thesis: {{text: A., source: {{ref: s, quote: none}}}}\n"
    (project / "map.yaml").write_text(text)
    told = check("check", "map.yaml", "--source-text", "s=../outside/secret.txt")
    assert "quote-not-found" in told


@pytest.mark.parametrize("mark", ["pyproject.toml", ".git"])
def test_the_nearest_mark_is_the_root(project: Path, mark: str) -> None:
    (project / "maps/inner/deep").mkdir(parents=True)
    assert project_of(Path("maps/inner/deep/m.yaml")).root == project
    (project / "maps/inner" / mark).write_text("")
    assert project_of(Path("maps/inner/deep/m.yaml")).root == project / "maps/inner"


def test_without_a_mark_the_own_folder_is_the_project(tmp_path: Path) -> None:
    own = tmp_path / "a/b"
    own.mkdir(parents=True)
    assert not any((above / ".git").exists() for above in own.parents)
    assert project_of(own / "m.yaml").root == own.resolve()


def test_a_hidden_folder_above_the_root_does_not_count(tmp_path: Path) -> None:
    own = tmp_path / ".hidden"
    own.mkdir()
    (own / "a.txt").write_text("A")
    assert Folder(own, Project(own)).read("a.txt") == b"A"


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        (None, "“../outside/secret.txt” lies outside the project (project)."),
        (
            "--root",
            "“../outside/secret.txt” lies outside the project (project); name a larger folder with"
            " --root.",
        ),
    ],
)
def test_a_refusal_names_the_project_and_what_makes_it_larger(
    project: Path, setting: str | None, told: str
) -> None:
    folder = folder_of(Path("map.yaml"), project_of(Path("map.yaml"), setting=setting))
    with pytest.raises(FileError) as refused:
        folder.read("../outside/secret.txt")
    assert str(refused.value) == told


def test_a_folder_holds_what_may_be_read_there(project: Path) -> None:
    folder = folder_of(Path("maps/map.yaml"))
    assert folder.holds("map.yaml")
    assert folder.holds("../map.yaml")
    assert not folder.holds("../../outside/secret.txt")
    assert not folder.holds("../.git/config")


def test_what_cannot_be_read_is_called_as_asked_or_by_its_path(project: Path) -> None:
    folder = folder_of(Path("maps/map.yaml"))
    with pytest.raises(FileError, match=r"^There is no file maps/gone\.txt\.$"):
        folder.read("gone.txt")
    with pytest.raises(FileError, match=r"^There is no file the text of s\.$"):
        folder.read("gone.txt", called="the text of s")


def test_settings_behind_a_link_are_held_inside_as_well(project: Path) -> None:
    (project.parent / "outside/settings.toml").write_text("[tool.argmap]\nhunter2 = 1\n")
    (project / "pyproject.toml").symlink_to("../outside/settings.toml")
    (project / "maps/map.yaml").write_text(MAP)
    told = check("check", "maps/map.yaml")
    assert "lies outside the project" in told
    assert "hunter2" not in told


def test_a_finding_in_an_included_file_is_shown_with_its_line(project: Path) -> None:
    (project / "maps/map.argdown").write_text("[a]: A.\n\n@include(other.argdown)\n")
    (project / "maps/other.argdown").write_text("[b]: B.\n\n[c] no colon here\n")
    told = check("check", "maps/map.argdown")
    assert "maps/other.argdown:3:" in told
    assert "[c] no colon here" in told
