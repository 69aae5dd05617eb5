"""A map cites works of bibliographies that it names: what is drawn, told, watched and refused."""

import builtins
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap.bibliographies.bibtex import bib_library
from argmap.bibliographies.opening import LARGEST
from argmap.diagnostics import Severity
from argmap.picture_files.dependencies import dependencies
from argmap.pipeline import read_path, read_text
from argmap.project import project_of
from argmap.reader import Reading
from tests.command import argmap as run

BIB = """\
% A library
@article{smith2020,
  author = {Smith, Jane and {World Bank}},
  title = {On trout},
  year = 2020,
}
@book{berg1999, author = {Berg, Anna}, title = {Lakes}, year = 1999}
"""
CSL = '[{"id": "csl2001", "title": "A study", "issued": {"date-parts": [[2001]]}}]'
MAP = "argmap: 1\nbibliography: refs.bib\nthesis: {id: t, text: Trout swim., source: smith2020}\n"
Files = Callable[[Mapping[str, str]], None]


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Files:
    """Write files below a project, in which one then works."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text("")

    def write(texts: Mapping[str, str]) -> None:
        for name, text in {"refs.bib": BIB, "refs.json": CSL, "map.yaml": MAP, **texts}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    return write


def reading() -> Reading:
    return read_path(Path("map.yaml"))


def told() -> list[str]:
    return [
        f"{one.span.file}:{one.span.start.line}:{one.span.start.column} {one.code}: {one.message}"
        for one in reading().diagnostics
    ]


def test_only_what_is_cited_is_a_source(files: Files) -> None:
    files({})
    (source,) = argmap.load("map.yaml").sources
    assert (source.id, source.title, source.year) == ("smith2020", "On trout", "2020")
    assert source.authors == ("Smith, Jane", "{World Bank}")
    assert "Smith and World Bank 2020" in run("show", "map.yaml").out
    drawn = argmap.draw(argmap.load("map.yaml"), format="md").decode()
    assert "Jane Smith and World Bank" in drawn
    assert "Lakes" not in drawn


def test_several_bibliographies_are_asked_in_their_order(files: Files) -> None:
    text = MAP.replace("refs.bib", "[more/refs.bib, refs.json, refs.bib]")
    text = text.replace("source: smith2020", "source: [smith2020, csl2001, berg1999]")
    files({"map.yaml": text, "more/refs.bib": "@book{berg1999, title={Another}}\n"})
    titles = {one.id: one.title for one in argmap.load("map.yaml").sources}
    assert titles == {"smith2020": "On trout", "csl2001": "A study", "berg1999": "Another"}


def test_keys_of_the_map_win(files: Files) -> None:
    files({"map.yaml": MAP + "sources: {smith2020: {title: Mine}}\n"})
    (source,) = argmap.load("map.yaml").sources
    assert (source.title, source.authors) == ("Mine", ())


def test_a_source_that_describes_no_work_adds_to_that_of_the_bibliography(files: Files) -> None:
    files({"map.yaml": MAP + "sources: {smith2020: {file: a.txt, year: 2021}}\n", "a.txt": "A."})
    (source,) = argmap.load("map.yaml").sources
    assert (source.title, source.year, source.file) == ("On trout", "2021", "a.txt")


def test_an_unknown_key_is_told_with_the_nearest_one(files: Files) -> None:
    files({"map.yaml": MAP.replace("source: smith2020", "source: smith2002")})
    (finding,) = reading().diagnostics
    assert finding.message == "no source “smith2002”; did you mean “smith2020”?"
    assert finding.span.start == (3, 44)
    assert run("check", "--fix", "map.yaml").code == 0
    assert Path("map.yaml").read_text() == MAP


def test_a_faulty_entry_is_a_warning_at_its_line(files: Files) -> None:
    files({"refs.bib": BIB + "@book{berg1999, title={Twice}}\n"})
    (finding,) = reading().diagnostics
    assert finding.severity is Severity.WARNING
    assert told() == [
        "refs.bib:8:7 faulty-entry: the key “berg1999” is there twice; the first entry counts"
    ]
    assert finding.related[0].span.start.line == 7
    shown = run("check", "map.yaml")
    assert (shown.code, "@book{berg1999, title={Twice}}" in shown.err + shown.out) == (0, True)


def test_an_entry_that_cannot_be_read_cannot_be_cited(files: Files) -> None:
    files({"refs.bib": "@book{smith2020, title={A}\n@book{b, title={B}}\n"})
    assert [one.split(" ")[1] for one in told()] == ["unknown-source:", "faulty-entry:"]


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("gone.bib", "map.yaml:2:15 unreadable-bibliography: There is no file gone.bib"),
        ("../out.bib", "map.yaml:2:15 unreadable-bibliography: “../out.bib” lies outside"),
        ("map.yaml", "map.yaml:2:15 unreadable-bibliography: “map.yaml” is no bibliography"),
        ("latin.bib", "map.yaml:2:15 unreadable-bibliography: “latin.bib” is not text in UTF-8"),
        ("empty.bib", "map.yaml:3:44 unknown-source: no source “smith2020”"),
        ("words.bib", "words.bib:1:1 unreadable-bibliography: there is no entry in this file"),
        ("broken.json", "broken.json:2:1 unreadable-bibliography: this is not JSON"),
        ("big.bib", "map.yaml:2:15 unreadable-bibliography: “big.bib” is larger than 16 MiB"),
    ],
)
def test_what_cannot_be_read_is_one_finding(files: Files, named: str, said: str) -> None:
    broken = {"empty.bib": "", "words.bib": "words\n", "broken.json": "[\n"}
    files({"map.yaml": MAP.replace("refs.bib", named), **broken})
    Path("latin.bib").write_bytes("@book{k, title={Bär}}".encode("latin-1"))
    if named == "big.bib":
        Path("big.bib").write_bytes(b" " * (LARGEST + 1))
    (line,) = told()
    assert line.startswith(said)


def test_without_the_library_its_installation_is_told(
    files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    files({})
    usual = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "argmap.bibliographies.bibtex":
            raise ImportError(name)
        return usual(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    (finding,) = reading().diagnostics
    assert "“refs.bib” is not read: BibTeX is read by bibtexparser" in finding.message
    assert 'pip install "argmap[bib]"' in (finding.help or "")
    Path("map.yaml").write_text(
        MAP.replace("refs.bib", "refs.json").replace("smith2020", "csl2001")
    )
    assert told() == []


def test_a_text_in_no_folder_reads_no_bibliography() -> None:
    (finding,) = read_text(MAP, file="-").diagnostics
    assert finding.message == "“refs.bib” cannot be read: this text is in no folder"


def test_a_bundle_has_the_sources_that_are_cited(files: Files) -> None:
    files({})
    bundled = run("bundle", "map.yaml").out
    assert "bibliography" not in bundled
    assert argmap.loads(bundled) == argmap.load("map.yaml")


def test_an_included_file_has_its_own_bibliography(files: Files) -> None:
    part = "argmap: 1\nbibliography: own.bib\nclaims: [{id: c, text: C., source: lake}]\n"
    text = MAP.replace("bibliography", "include: {file: sub/part.yaml, as: sub}\nbibliography")
    text += "claims: [{id: d, text: D., premises: [{ref: sub/c}]}]\nstyle: {focus: d}\n"
    files(
        {
            "map.yaml": text,
            "sub/part.yaml": part,
            "sub/own.bib": "@book{lake, title={The lake}}\n",
        }
    )
    assert told() == []
    assert {one.id for one in argmap.load("map.yaml").sources} == {"smith2020", "sub/lake"}


def test_files_that_name_the_same_bibliography_cite_the_same_works(files: Files) -> None:
    part = "argmap: 1\nbibliography: ../refs.bib\nclaims: [{id: c, text: C., source: smith2020}]\n"
    text = MAP.replace("bibliography", "include: {file: sub/part.yaml, as: sub}\nbibliography")
    text = text.replace("smith2020}", "smith2020, premises: [{ref: sub/c}]}")
    files({"map.yaml": text, "sub/part.yaml": part})
    a_map = argmap.load("map.yaml")
    assert [one.id for one in a_map.sources] == ["smith2020"]
    assert {one.source for claim in a_map.claims for one in claim.citations} == {"smith2020"}


def test_a_picture_depends_on_the_bibliographies_that_its_map_names(files: Files) -> None:
    files({"map.yaml": MAP.replace("refs.bib", "[refs.bib, later.bib]")})
    home = Path("map.yaml")
    found = dependencies(home, reading(), project_of(home))
    assert {one.name for one in found} >= {"refs.bib", "later.bib"}


def test_the_same_text_is_parsed_once(files: Files) -> None:
    files({})
    bib_library.cache_clear()
    for title in "abc":
        Path("map.yaml").write_text(f"{MAP}title: {title}\n")
        assert told() == []
    assert bib_library.cache_info().misses == 1
