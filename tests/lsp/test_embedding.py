"""Documents that show maps: the findings of `argmap embed --check` on their markers."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from lsprotocol import types

from argmap.cli.commands.embed import command
from argmap.embed.library import Library, library_of
from argmap.lsp.documents import OpenText
from argmap.lsp.embedding import embedded_findings
from argmap.lsp.marker_actions import marker_actions
from tests.lsp.opening import after, opened, words_at

MAP = "argmap: 1\nthesis: {id: dogs, text: Собаки., rebuttals: [{id: fear, text: No.}]}\n"
# What each kind of document begins and ends a marker with.
COMMENTS = {
    "a.md": ("<!-- ", " -->"),
    "a.html": ("<!-- ", " -->"),
    "a.adoc": ("// ", ""),
    "a.rst": (".. ", ""),
    "a.tex": ("% ", ""),
    "a.typ": ("// ", ""),
}
FAULTS = {
    "sound but empty": "😀 Я\n\n{argmap: a.yaml as=outline}\n{/argmap}\n",
    "an option that is not there": "😀 Я\n\n{argmap: a.yaml thme=dark}\n{/argmap}\n",
    "a value that is not there": "{argmap: a.yaml as=picture}\n{/argmap}\n",
    "a claim that is not there": "{argmap: a.yaml as=outline focus=cats}\n{/argmap}\n",
    "a map that is not there": "{argmap: b.yaml}\n{/argmap}\n",
    "a map outside": "{argmap: ../b.yaml}\n{/argmap}\n",
    "a map with faults": "{argmap: bad.yaml}\n{/argmap}\n{argmap: bad.yaml}\n{/argmap}\n",
    "no map": "{argmap: as=outline}\n{/argmap}\n",
    "no end": "{argmap: a.yaml as=outline}\n",
    "no beginning": "Text.\n\n{/argmap}\n",
    "one in another": "{argmap: a.yaml}\n{argmap: a.yaml}\n{/argmap}\n",
    "mistyped": "{argamp: a.yaml}\n{/argmap}\n",
    "none": "Nothing of that kind, but the word argmap.\n",
    "a picture that was not drawn": "{argmap: a.yaml as=image}\n{/argmap}\n",
}


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text("", encoding="utf-8")
    (tmp_path / "a.yaml").write_text(MAP, encoding="utf-8")
    (tmp_path / "bad.yaml").write_text("argmap: 1\nthesis: {ref: a}\n", encoding="utf-8")
    return tmp_path


def in_comments(text: str, name: str) -> str:
    before, behind = COMMENTS[name]
    return text.replace("{", before).replace("}", behind)


def notebook(text: str) -> str:
    lines = in_comments(text, "a.md").splitlines(keepends=True)
    cell = {"cell_type": "markdown", "metadata": {}, "source": lines}
    whole = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(whole, indent=1, ensure_ascii=False)


def findings(document: OpenText, library: Library | None = None) -> list[types.Diagnostic]:
    return embedded_findings(document, library or library_of(document.path))


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("name", [*COMMENTS, "a.ipynb"])
def test_findings_are_those_of_embed_check(name: str, fault: str, project: Path) -> None:
    file = project / name
    text = notebook(FAULTS[fault]) if name.endswith(".ipynb") else in_comments(FAULTS[fault], name)
    file.write_text(text, encoding="utf-8")
    # A path as a person does not write it, but as an editor does.
    ended = CliRunner().invoke(command, ["--check", "--format", "json", str(file)])
    expected = json.loads(ended.stdout)
    found = findings(opened(text, file, encoding="utf-32"))
    assert [one.code for one in found] == [one["code"] for one in expected]
    for one, other in zip(found, expected, strict=True):
        # An editor has no options.
        message = other["message"].removesuffix("; name a larger folder with --root")
        assert one.message.partition("\n")[0].endswith(message)
        if other["file"] == str(file):
            start = one.range.start
            assert (start.line + 1, start.character + 1) == (other["line"], other["column"])


def test_nothing_wrong_is_nothing_found(project: Path) -> None:
    assert findings(opened("# Dogs\n\n<!-- argmap -->\n", project / "a.md")) == []
    assert findings(opened("argmap\n", project / "a.txt")) == []
    never_saved = opened(in_comments(FAULTS["no map"], "a.md"))
    assert findings(never_saved, library_of(project / "a.md")) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_a_finding_stands_at_the_word_that_is_wrong(encoding: str, project: Path) -> None:
    text = "😀 <!-- argmap: a.yaml as=claim id=dogs caption=Я focs=dogs --><!-- /argmap -->\n"
    document = opened(text, project / "a.md", encoding=encoding)
    (found,) = findings(document)
    assert words_at(document, found.range) == "focs=dogs"


def test_a_fault_of_a_map_stands_where_the_map_is_asked_for(project: Path) -> None:
    document = opened(in_comments(FAULTS["a map with faults"], "a.md"), project / "a.md")
    (found,) = findings(document)
    assert found.code == "unknown-reference"
    assert words_at(document, found.range) == "<!-- argmap: bad.yaml -->"
    (there,) = found.related_information
    assert there.location.uri == (project / "bad.yaml").as_uri()
    assert there.location.range.start == types.Position(1, 14)


def test_pictures_are_drawn_only_when_they_are_asked_for(project: Path) -> None:
    text = in_comments(FAULTS["a picture that was not drawn"], "a.md")
    document, library = opened(text, project / "a.md"), library_of(project / "a.md")
    assert findings(document, library.without_drawing()) == []
    whole = findings(document, library)
    assert {one.code for one in whole} == {"stale-place"}
    # What is drawn stays so.
    assert findings(document, library.without_drawing()) == whole


@pytest.mark.parametrize("name", COMMENTS)
def test_a_document_cut_at_each_of_its_characters_has_findings_and_no_error(
    name: str, project: Path
) -> None:
    text = in_comments("{argmap: a.yaml as=outline focus=Я😀 x}\n{/argmap}\n{argmap: b}", name)
    library = library_of(project / name).without_drawing()
    for end in range(len(text)):
        assert isinstance(findings(opened(text[:end], project / name), library), list)


def done(document: OpenText, action: types.CodeAction) -> str:
    assert action.edit is not None
    return after(document, action.edit)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("<!-- argmap: a.yaml thme=dark -->", "<!-- argmap: a.yaml theme=dark -->"),
        ("<!-- argmap: a.yaml as=outlin -->", "<!-- argmap: a.yaml as=outline -->"),
        ("<!-- argmap: a.yaml no-legnd -->", "<!-- argmap: a.yaml no-legend -->"),
        ("<!-- argamp: a.yaml -->", "<!-- argmap: a.yaml -->"),
        ("<!-- argmap a.yaml -->", "<!-- argmap: a.yaml -->"),
        ("<!-- argmap : a.yaml -->", "<!-- argmap: a.yaml -->"),
        ("<!-- argmap:: a.yaml -->", "<!-- argmap: a.yaml -->"),
    ],
)
def test_a_marker_that_was_mistyped_is_mended(wrong: str, right: str, project: Path) -> None:
    text = f"\ufeff😀\r\n\r\n{wrong}\r\n<!-- /argmap -->\r\n"
    document = opened(text, project / "a.md")
    found, whole = library_of(project / "a.md").without_drawing(), document.border.whole
    (action,) = marker_actions(document, found, whole, None)
    assert done(document, action) == text.replace(wrong, right)
    assert marker_actions(document, found, types.Range(whole.start, whole.start), None) == []
    assert marker_actions(document, found, whole, ["source.fixAll"]) == []


def test_an_end_that_was_mistyped_is_mended(project: Path) -> None:
    text = "<!-- argmap: a.yaml -->\n<!-- /argmap: -->\n"
    document = opened(text, project / "a.md")
    library = library_of(project / "a.md").without_drawing()
    (action,) = marker_actions(document, library, document.border.whole, None)
    assert done(document, action) == text.replace("/argmap:", "/argmap")


def test_a_word_with_no_near_one_or_in_quotation_marks_is_left_alone(project: Path) -> None:
    for word in ("xyzzy=1", 'thme="dark"'):
        text = f"<!-- argmap: a.yaml {word} -->\n<!-- /argmap -->\n"
        document = opened(text, project / "a.md")
        library = library_of(project / "a.md").without_drawing()
        assert marker_actions(document, library, document.border.whole, None) == []


def test_maps_in_words_are_shown_as_they_are_now(project: Path) -> None:
    text = "Я\n\n<!-- argmap: a.yaml as=outline -->\n<!-- /argmap -->\n"
    document, library = opened(text, project / "a.md"), library_of(project / "a.md")
    (action,) = marker_actions(document, library, document.border.whole, None)
    assert action.title == "Show the maps of this document as they are now"
    assert "- Собаки." in done(document, action)
    assert findings(opened(done(document, action), project / "a.md")) == []


def test_what_needs_files_beside_the_document_is_left_to_the_command(project: Path) -> None:
    document = opened(in_comments(FAULTS["a picture that was not drawn"], "a.md"), project / "a.md")
    library = library_of(project / "a.md")
    assert marker_actions(document, library, document.border.whole, None) == []
