"""`argmap rename` gives a thing another id in its map and in the documents that show it."""

from pathlib import Path

import pytest

from tests.command import argmap

MAP = (
    "argmap: 1\n# Why\nthesis: {id: a, text: A, premises: [{ref: b}]}\nclaims: [{id: b, text: B}]\n"
)
NOTES = """\
<!-- argmap: maps/a.yaml focus=b,a below="b" alt="b" -->
<!-- /argmap -->

A line of text, <!-- argmap: maps/a.yaml as=claim id=b -->B<!-- /argmap -->, and b.

<!-- argmap: maps/other.yaml focus=b -->
<!-- /argmap -->

```argmap maps/a.yaml collapse=b
```

:::{argmap} maps/a.yaml
:focus: b, a
:alt: b
:::

`<!-- argmap: maps/a.yaml focus=b -->`
"""
RENAMED = """\
<!-- argmap: maps/a.yaml focus=c,a below="c" alt="b" -->
<!-- /argmap -->

A line of text, <!-- argmap: maps/a.yaml as=claim id=c -->B<!-- /argmap -->, and b.

<!-- argmap: maps/other.yaml focus=b -->
<!-- /argmap -->

```argmap maps/a.yaml collapse=c
```

:::{argmap} maps/a.yaml
:focus: c, a
:alt: b
:::

`<!-- argmap: maps/a.yaml focus=b -->`
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").touch()
    path = tmp_path / "maps" / "a.yaml"
    path.parent.mkdir()
    path.write_text(MAP)
    path.with_name("other.yaml").write_text(MAP)
    (tmp_path / "notes.md").write_text(NOTES)
    (tmp_path / "other.md").write_text("Nothing of it.\n")
    return path


def test_map_and_documents_have_the_new_id(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = argmap("rename", "maps/a.yaml", "b", "c")
    assert (result.code, result.out) == (0, "")
    assert result.err == "“b” is “c” now: 2 places in maps/a.yaml, 4 in notes.md\n"
    assert file.read_text() == MAP.replace("ref: b", "ref: c").replace("id: b", "id: c")
    assert (tmp_path / "notes.md").read_text() == RENAMED
    assert file.with_name("other.yaml").read_text() == MAP
    assert argmap("embed", "notes.md").code == 0


def test_rst_and_asciidoc_have_it_too(file: Path, tmp_path: Path) -> None:
    rst = tmp_path / "a.rst"
    rst.write_text(
        ".. argmap:: maps/a.yaml\n   :focus: b\n\n.. argmap: maps/a.yaml below=b\n.. /argmap\n"
    )
    argmap("rename", file, "b", "c", "-q")
    assert rst.read_text() == (
        ".. argmap:: maps/a.yaml\n   :focus: c\n\n.. argmap: maps/a.yaml below=c\n.. /argmap\n"
    )


def test_a_notebook_has_it_too(file: Path, tmp_path: Path) -> None:
    notebook = tmp_path / "a.ipynb"
    notebook.write_text('{"cells": [{"source": ["<!-- argmap: maps/a.yaml focus=b -->\\n"]}]}')
    argmap("rename", file, "b", "c", "-q")
    assert "focus=c -->" in notebook.read_text()


def test_diff_shows_all_and_writes_nothing(file: Path, tmp_path: Path) -> None:
    result = argmap("rename", file, "b", "c", "--diff")
    assert (result.code, result.err) == (0, "")
    assert "\n-claims: [{id: b, text: B}]\n" in result.out
    assert "\n+claims: [{id: c, text: B}]\n" in result.out
    assert "+:focus: c, a\n" in result.out
    assert file.read_text() == MAP
    assert (tmp_path / "notes.md").read_text() == NOTES


@pytest.mark.parametrize(
    ("arguments", "words", "code"),
    [
        (["x", "y"], "there is no claim, argument, source or audience “x”", 2),
        (["a", "b"], "“b” is taken", 2),
        (["a", "y z"], "“y z” is not an id", 2),
    ],
)
def test_what_cannot_be_renamed_changes_nothing(
    file: Path, tmp_path: Path, arguments: list[str], words: str, code: int
) -> None:
    result = argmap("rename", file, *arguments)
    assert (result.code, words in result.err) == (code, True)
    assert file.read_text() == MAP
    assert (tmp_path / "notes.md").read_text() == NOTES


def test_a_faulty_map_is_told_and_left(file: Path) -> None:
    file.write_text(MAP.replace("ref: b", "ref: x"))
    result = argmap("rename", file, "b", "c")
    assert (result.code, "no claim “x”" in result.err) == (1, True)
    assert "id: b" in file.read_text()


def test_only_maps_in_yaml_are_renamed_in(tmp_path: Path) -> None:
    (tmp_path / "a.argdown").write_text("[A]: B\n")
    result = argmap("rename", tmp_path / "a.argdown", "A", "c")
    assert (result.code, "argmap changes maps in YAML" in result.err) == (2, True)


def test_line_ends_stay(file: Path) -> None:
    file.write_bytes(MAP.replace("\n", "\r\n").encode())
    argmap("rename", file, "b", "c", "-q")
    assert file.read_bytes().count(b"\r\n") == MAP.count("\n")


def test_maps_that_include_the_map_and_documents_that_show_them_follow(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.yaml").write_text(MAP)
    thesis = "thesis: {id: m, text: M, premises: [{ref: b}]}  # why\n"
    (tmp_path / "plain.yaml").write_text(f"argmap: 1\ninclude: [a.yaml]\n{thesis}")
    scoped = f"argmap: 1\ninclude: [{{file: ../a.yaml, as: s}}]\n{thesis}"
    (tmp_path / "sub" / "scoped.yaml").write_text(scoped.replace("ref: b", "ref: s/b"))
    other = (
        "argmap: 1\nthesis: {id: m, text: M, premises: [{ref: b}]}\nclaims: [{id: b, text: B}]\n"
    )
    (tmp_path / "other.yaml").write_text(other)
    (tmp_path / "notes.md").write_text(
        "<!-- argmap: a.yaml focus=b -->\n<!-- /argmap -->\n\n"
        "<!-- argmap: sub/scoped.yaml focus=s/b -->\n<!-- /argmap -->\n"
    )
    result = argmap("rename", tmp_path / "a.yaml", "b", "c")
    assert result.code == 0, result.err
    assert "{ref: c}" in (tmp_path / "plain.yaml").read_text()
    assert "{ref: s/c}" in (tmp_path / "sub" / "scoped.yaml").read_text()
    assert (tmp_path / "other.yaml").read_text() == other
    notes = (tmp_path / "notes.md").read_text()
    assert ("a.yaml focus=c -->" in notes, "focus=s/c -->" in notes) == (True, True)
    assert argmap("check", tmp_path, "--ignore", "one-sided,unused-claim").code == 0


def test_an_id_that_a_map_around_has_already_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "a.yaml").write_text(MAP)
    around = "argmap: 1\ninclude: [a.yaml]\nthesis: {id: m, text: M, premises: [{ref: b}]}\n"
    (tmp_path / "around.yaml").write_text(around)
    result = argmap("rename", tmp_path / "a.yaml", "b", "m")
    assert result.code == 2
    assert "“m” is taken in " in result.err
    assert "around.yaml, which is made of it as well: a claim or argument on line 3" in result.err
    assert (tmp_path / "a.yaml").read_text() == MAP
    assert (tmp_path / "around.yaml").read_text() == around
