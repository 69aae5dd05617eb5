"""`argmap embed`: documents are refreshed in place, and nothing else in them changes."""

import json
import stat

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.cli.embed import command

MAP = """\
argmap: 1
title: Trees
thesis:
  id: plant
  text: We should *plant* a tree & a bush.
  premises:
    - It gives shade.
  rebuttals:
    - id: roots
      text: Its roots lift the 100 % new pavement_stones.
"""


@pytest.fixture(autouse=True)
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps/tree.yaml").write_text(MAP)
    (tmp_path / "pyproject.toml").write_text("")
    return tmp_path


def embed(*arguments):
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


def refreshed(project, name, text):
    file = project / name
    file.write_bytes(text.encode())
    ended = embed(name)
    assert ended.exit_code == 0, ended.output
    return file.read_bytes().decode()


BODIES = {
    "doc.md": """\
- We should \\*plant\\* a tree & a bush. *(is undecided)*
  - **For:** It gives shade. *(stands)*
""",
    "doc.adoc": "* We should &#42;plant&#42; a tree &#38; a bush. _(is undecided)_\n** *For:* It",
    "doc.rst": """\
- We should \\*plant\\* a tree & a bush. *(is undecided)*

  - **For:** It gives shade. *(stands)*
""",
    "doc.tex": """\
\\begin{itemize}
\\item We should *plant* a tree \\& a bush. \\emph{(is undecided)}
  \\begin{itemize}
  \\item \\textbf{For:} It gives shade.""",
    "doc.typ": """\
- We should \\*plant\\* a tree & a bush\\. _(is undecided)_
  - *For:* It gives shade\\.""",
}
MARKERS = {
    "doc.md": ("<!-- argmap: {} -->", "<!-- /argmap -->"),
    "doc.html": ("<!-- argmap: {} -->", "<!-- /argmap -->"),
    "doc.adoc": ("// argmap: {}", "// /argmap"),
    "doc.rst": (".. argmap: {}", ".. /argmap"),
    "doc.tex": ("% argmap: {}", "% /argmap"),
    "doc.typ": ("// argmap: {}", "// /argmap"),
}


def place(name, words, *, end="\n", content=""):
    opening, closing = MARKERS[name]
    return f"{opening.format(words)}{end}{content}{closing}{end}"


@pytest.mark.parametrize("name", BODIES)
def test_an_outline_is_a_list_in_the_markup_of_the_document(project, name):
    shown = refreshed(project, name, place(name, "maps/tree.yaml as=outline"))
    body = shown.split("\n", 1)[1].replace("&#40;", "(").replace("&#58;", ":")
    assert body.lstrip("\n").startswith(BODIES[name])


@pytest.mark.parametrize("name", MARKERS)
def test_a_second_run_changes_nothing_and_check_agrees(project, name):
    words = [
        w for w in ("image", "outline", "claim", "verdict") if w != "image" or name != "doc.tex"
    ]
    text = "".join(place(name, f"maps/tree.yaml as={word}") + "\n" for word in words)
    (project / name).write_text(text)
    stale = embed("--check", name)
    assert stale.exit_code == 1
    assert f"{name}:1:1: error[stale-place]" in stale.output
    assert (project / name).read_text() == text
    first = refreshed(project, name, text)
    assert first != text
    assert embed("--check", name).exit_code == 0
    assert refreshed(project, name, first) == first


def test_a_picture_goes_beside_the_document_and_has_a_text_in_its_stead(project):
    shown = refreshed(project, "doc.md", place("doc.md", "maps/tree.yaml caption=Trees"))
    assert '](tree.svg "Trees")' in shown
    assert "![An argument map for “We should \\*plant\\* a tree & a bush”" in shown
    assert (project / "tree.svg").read_text().startswith("<svg ")
    (project / "maps/tree.yaml").write_text(MAP.replace("shade", "fruit"))
    ended = embed("--check", "doc.md")
    assert "the picture tree.svg does not show the map as it is now" in ended.output


def test_html_gets_a_figure_whose_ids_do_not_clash(project):
    text = place("doc.html", "maps/tree.yaml") * 2 + place("doc.html", "maps/tree.yaml as=inline")
    shown = refreshed(project, "doc.html", text)
    ids = [part.split('"')[0] for part in shown.split(' id="')[1:]]
    assert len(ids) == len(set(ids)) > 20
    assert shown.count("<figure") == 2
    assert shown.count("<svg") == 3


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("last", ["", "\n", "x"])
def test_line_ends_mark_and_last_line_stay(project, end, mark, last):
    file = project / "doc.md"
    text = f"a {end}{place('doc.md', 'maps/tree.yaml as=outline', end=end)}b\t{end}{last}"
    file.write_bytes(mark + text.encode())
    file.chmod(0o640)
    assert embed("doc.md").exit_code == 0
    shown = file.read_bytes()
    assert shown.startswith(mark + f"a {end}<!--".encode())
    assert shown.endswith(f"{end}<!-- /argmap -->{end}b\t{end}{last}".encode())
    inside = shown[len(mark) : shown.index(b"<!-- /argmap")].replace(end.encode(), b"")
    assert b"\n" not in inside
    assert b"\r" not in inside
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_words_stand_within_a_sentence(project):
    text = "So “<!-- argmap: maps/tree.yaml as=claim id=roots -->x<!-- /argmap -->” <!-- argmap: " \
        "maps/tree.yaml as=verdict --><!-- /argmap -->.\n"  # fmt: skip
    shown = refreshed(project, "doc.md", text)
    assert "-->Its roots lift the 100 % new pavement\\_stones.<!--" in shown
    assert "-->is undecided<!-- /argmap -->.\n" in shown


def test_indentation_and_quotation_marks_go_before_every_line(project):
    text = "> <!-- argmap: maps/tree.yaml as=outline -->\n> <!-- /argmap -->\n"
    shown = refreshed(project, "doc.md", text)
    assert all(line.startswith("> ") for line in shown.splitlines())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("maps/none.yaml", "doc.md:1:1: error[bad-marker] There is no file maps/none.yaml"),
        ("../outside.yaml", "lies outside"),
        ("maps/tree.yaml as=claim id=rots", "there is no claim “rots” in this map"),
        ("maps/tree.yaml output=maps/tree.yaml", "does not end in .svg, .png or .pdf"),
        ("maps/tree.yaml output=../../x.svg", "lies outside"),
    ],
)
def test_what_cannot_be_done_is_told_and_the_document_stays(project, words, told):
    text = place("doc.md", words) + place("doc.md", "maps/tree.yaml as=outline")
    (project / "doc.md").write_text(text)
    ended = embed("doc.md")
    assert ended.exit_code == 1
    assert told in ended.output
    assert (project / "doc.md").read_text() == text
    assert not (project / "x.svg").exists()


def test_what_is_wrong_with_a_map_is_told_at_both_places(project):
    (project / "maps/tree.yaml").write_text(MAP.replace("premises", "premisses"))
    (project / "doc.md").write_text(place("doc.md", "maps/tree.yaml") * 2)
    ended = embed("doc.md")
    assert ended.exit_code == 1
    assert "maps/tree.yaml:6:3: error[unknown-key]" in ended.output
    assert "doc.md:1:1: asked for here" in ended.output
    assert ended.output.count("unknown-key") == 1


def test_two_pictures_of_one_name_are_refused(project):
    text = place("doc.md", "maps/tree.yaml") + place("doc.md", "maps/tree.yaml theme=dark")
    (project / "doc.md").write_text(text)
    ended = embed("doc.md")
    assert "doc.md:3:1: error[bad-marker] “tree.svg” is another picture already" in ended.output


def test_latex_refuses_html(project):
    (project / "doc.tex").write_text(place("doc.tex", "maps/tree.yaml as=html"))
    assert "which this kind of document cannot hold" in embed("doc.tex").output


def test_folders_are_walked_and_other_files_refused(project):
    (project / "docs/.hidden").mkdir(parents=True)
    for name in ("docs/a.md", "docs/b.rst", "docs/.hidden/c.md", "docs/d.docx"):
        (project / name).write_text("<!-- /argmap -->\n")
    ended = embed("docs")
    assert ended.exit_code == 1
    assert ended.output.count("unpaired-marker") == 1
    refused = embed("docs/d.docx")
    assert refused.exit_code == 2
    assert "is no document that argmap knows" in refused.output


def test_a_document_that_is_not_utf_8_is_refused(project):
    (project / "doc.md").write_bytes(b"caf\xe9\n")
    ended = embed("doc.md")
    assert ended.exit_code == 1
    assert "doc.md:1:1: error[bad-encoding]" in ended.output


NOTEBOOK = {
    "nbformat": 4,
    "nbformat_minor": 5,
    "metadata": {"source": ["not a cell"]},
    "cells": [
        {"cell_type": "code", "source": ["# <!-- argmap: none.yaml -->\n"], "outputs": []},
        {
            "cell_type": "markdown",
            "id": "a",
            "metadata": {"source": "x"},
            "source": [
                "# Ä\n",
                "<!-- argmap: maps/tree.yaml as=outline -->\n",
                "<!-- /argmap -->",
            ],
        },
        {
            "cell_type": "markdown",
            "source": "<!-- argmap: maps/tree.yaml as=claim --><!-- /argmap -->",
        },
        {"cell_type": "markdown", "source": []},
    ],
}  # fmt: skip


@pytest.mark.parametrize("indent", [1, 2, None])
@pytest.mark.parametrize("ascii_only", [True, False])
def test_notebooks_change_in_their_markdown_cells_alone(project, indent, ascii_only):
    text = json.dumps(NOTEBOOK, indent=indent, ensure_ascii=ascii_only) + "\n"
    shown = refreshed(project, "doc.ipynb", text)
    found = json.loads(shown)
    assert "".join(found["cells"][1]["source"]).startswith(
        "# Ä\n<!-- argmap: maps/tree.yaml as=outline -->\n- We should"
    )
    assert "-->We should" in found["cells"][2]["source"]
    found["cells"][1:3] = NOTEBOOK["cells"][1:3]
    assert found == NOTEBOOK
    again = json.dumps(json.loads(shown), indent=indent, ensure_ascii=ascii_only) + "\n"
    assert shown == again
    assert refreshed(project, "doc.ipynb", shown) == shown


def test_faults_in_notebooks_have_their_line_in_the_file(project):
    text = json.dumps(NOTEBOOK, indent=1).replace("/argmap", "/other", 1)
    (project / "doc.ipynb").write_text(text)
    line = text[: text.index("as=outline")].count("\n") + 1
    assert f"doc.ipynb:{line}:" in embed("doc.ipynb").output


@pytest.mark.parametrize("text", ["", "[]", "{", '{"cells": 1}', "[" * 100_000])
def test_what_is_no_notebook_is_refused(project, text):
    (project / "doc.ipynb").write_text(text)
    ended = embed("doc.ipynb")
    assert ended.exit_code == 1
    assert "this is not a Jupyter notebook" in ended.output


PIECES = st.one_of(
    st.sampled_from(["\n", "\r\n", "- ", "> ", "    ", "```\n", "`", "<pre>", "word", "é", "\t"]),
    st.text(max_size=5).filter(lambda t: not {"\r", "<"} & set(t)),
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(st.lists(PIECES, max_size=8).map("".join), min_size=1, max_size=4),
    st.sampled_from(["doc.md", "doc.html"]),
)
def test_bytes_outside_the_markers_never_change(project, pieces, name):
    marker = "<!-- argmap: maps/tree.yaml as=outline -->", "<!-- /argmap -->"
    text = f"{marker[0]}{marker[1]}".join(["", *pieces]) if name else ""
    text = text.replace("-->`", "-->")
    file = project / name
    file.write_bytes(text.encode("utf-8", "replace"))
    before = file.read_bytes().decode()
    ended = embed(name)
    after = file.read_bytes().decode()
    if ended.exit_code:
        assert after == before
    else:
        outside = "<!-- argmap: maps/tree.yaml as=outline -->"
        kept = [part.split(marker[1], 1) for part in after.split(outside)]
        assert [part[-1] for part in kept] == [
            p.split(marker[1], 1)[-1] for p in before.split(outside)
        ]
