"""`argmap embed`: documents are refreshed in place, and nothing else in them changes."""

import json
import shlex
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from argmap.cli.commands.embed import command
from argmap.pipeline import read_path
from argmap.reader import Reading
from tests.examples import examples

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
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps/tree.yaml").write_text(MAP)
    (tmp_path / "pyproject.toml").write_text("")
    return tmp_path


def embed(*arguments: str) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


def refreshed(project: Path, name: str, text: str) -> str:
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


def place(name: str, words: str, *, end: str = "\n", content: str = "") -> str:
    opening, closing = MARKERS[name]
    return f"{opening.format(words)}{end}{content}{closing}{end}"


@pytest.mark.parametrize("name", BODIES)
def test_an_outline_is_a_list_in_the_markup_of_the_document(project: Path, name: str) -> None:
    shown = refreshed(project, name, place(name, "maps/tree.yaml as=outline"))
    body = shown.split("\n", 1)[1].replace("&#40;", "(").replace("&#58;", ":")
    assert body.lstrip("\n").startswith(BODIES[name])


@pytest.mark.parametrize("name", MARKERS)
def test_a_second_run_changes_nothing_and_check_agrees(project: Path, name: str) -> None:
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


def test_a_picture_goes_beside_the_document_and_has_a_text_in_its_stead(project: Path) -> None:
    shown = refreshed(project, "doc.md", place("doc.md", "maps/tree.yaml caption=Trees"))
    assert '](tree.svg "Trees")' in shown
    assert "![An argument map for “We should \\*plant\\* a tree & a bush”" in shown
    assert (project / "tree.svg").read_text().startswith("<svg ")
    (project / "maps/tree.yaml").write_text(MAP.replace("shade", "fruit"))
    ended = embed("--check", "doc.md")
    assert "the picture tree.svg does not show the map as it is now" in ended.output


def test_html_gets_a_figure_whose_ids_do_not_clash(project: Path) -> None:
    text = place("doc.html", "maps/tree.yaml") * 2 + place("doc.html", "maps/tree.yaml as=inline")
    shown = refreshed(project, "doc.html", text)
    ids = [part.split('"')[0] for part in shown.split(' id="')[1:]]
    assert len(ids) == len(set(ids)) > 20
    assert shown.count("<figure") == 2
    assert shown.count("<svg xmlns") == 3


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("last", ["", "\n", "x"])
def test_line_ends_mark_and_last_line_stay(project: Path, end: str, mark: bytes, last: str) -> None:
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


def test_words_stand_within_a_sentence(project: Path) -> None:
    text = "So “<!-- argmap: maps/tree.yaml as=claim id=roots -->x<!-- /argmap -->” <!-- argmap: " \
        "maps/tree.yaml as=verdict --><!-- /argmap -->.\n"  # fmt: skip
    shown = refreshed(project, "doc.md", text)
    assert "-->Its roots lift the 100 % new pavement\\_stones.<!--" in shown
    assert "-->is undecided<!-- /argmap -->.\n" in shown


def test_indentation_and_quotation_marks_go_before_every_line(project: Path) -> None:
    text = "> <!-- argmap: maps/tree.yaml as=outline -->\n> <!-- /argmap -->\n"
    shown = refreshed(project, "doc.md", text)
    assert all(line.startswith(("> ", ">\n")) for line in shown.splitlines(keepends=True))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("maps/none.yaml", "doc.md:1:1: error[bad-marker] There is no file maps/none.yaml"),
        ("../outside.yaml", "lies outside"),
        ("maps/tree.yaml as=claim id=rots", "no claim “rots” in this map; did you mean “roots”?"),
        ("maps/tree.yaml focus=rots", "the map has no claim “rots”; did you mean “roots”?"),
        ("maps/tree.yaml only=trees", "doc.md:1:1: error[bad-marker] no claim has the tag"),
        ("maps/tree.yaml accept=rots", "no claim or argument “rots”; did you mean “roots”?"),
        ("maps/tree.yaml accept=roots reject=roots", "“roots” cannot be both accepted and"),
        ("maps/tree.yaml id=roots", "1:29: error[bad-marker] “id” is for as=claim or as=verdict"),
        ("maps/tree.yaml as=outline output=a.svg", "“output” is for as=image"),
        ("maps/tree.yaml as=inline format=png", "“format” is for as=image or as=html"),
        ("maps/tree.yaml page=a4", "“page” is for format=pdf"),
        ("maps/tree.yaml part=1", "there is no part 1 of a whole map"),
        ("maps/tree.yaml audience=nobody", "the map has no audience “nobody”"),
        ("maps/tree.yaml output=a.svg format=png", "“a.svg” is no name for format=png"),
        ("maps/tree.yaml output=maps/tree.yaml", "does not end in .svg, .png or .pdf"),
        ("maps/tree.yaml output=../../x.svg", "lies outside"),
    ],
)
def test_what_cannot_be_done_is_told_and_the_document_stays(
    project: Path, words: str, told: str
) -> None:
    text = place("doc.md", words) + place("doc.md", "maps/tree.yaml as=outline")
    (project / "doc.md").write_text(text)
    ended = embed("doc.md")
    assert ended.exit_code == 1
    assert told in ended.output
    assert (project / "doc.md").read_text() == text
    assert not (project / "x.svg").exists()


def test_what_is_wrong_with_a_map_is_told_at_both_places(project: Path) -> None:
    (project / "maps/tree.yaml").write_text(MAP.replace("premises", "premisses"))
    (project / "doc.md").write_text(place("doc.md", "maps/tree.yaml") * 2)
    ended = embed("doc.md")
    assert ended.exit_code == 1
    assert "maps/tree.yaml:6:3: error[unknown-key]" in ended.output
    assert "doc.md:1:1: asked for here" in ended.output
    assert ended.output.count("unknown-key") == 1


def test_two_pictures_of_one_name_are_refused(project: Path) -> None:
    text = place("doc.md", "maps/tree.yaml") + place("doc.md", "maps/tree.yaml theme=dark")
    (project / "doc.md").write_text(text)
    ended = embed("doc.md")
    assert "doc.md:3:1: error[bad-marker] “tree.svg” is another picture already" in ended.output


def test_the_words_of_a_document_describe_its_picture(project: Path) -> None:
    words = 'maps/tree.yaml caption="Our plan" alt="A tree, and why"'
    shown = refreshed(project, "doc.html", place("doc.html", words))
    assert "<desc" in shown
    assert ">A tree, and why</desc>" in shown
    assert ">Our plan</figcaption>" in shown
    (project / "maps/shade.yaml").write_text("argmap: 1\nlanguage: kk\nthesis: Көлеңке.\n")
    by_author, by_argmap = (
        refreshed(project, "doc.html", place("doc.html", f"maps/shade.yaml {words}"))
        for words in ("as=inline alt=Көлеңке", "as=inline")
    )
    assert '_description">Көлеңке</desc>' in by_author
    assert '_description" lang="en">An argument map' in by_argmap
    idle = place("doc.html", "maps/tree.yaml output=tree.svg")
    (project / "doc.html").write_text(idle)
    assert "“output” is for as=image" in embed("doc.html").output


def test_a_small_map_is_made_for_the_page_of_latex_where_it_can_be_a_tree(project: Path) -> None:
    name = project / "a.tex"
    name.write_text("% argmap: maps/tree.yaml\n% /argmap\n")
    ended = embed("a.tex")
    assert ended.exit_code == 0
    assert "too-small-to-read" not in ended.output
    # No indentation of a paragraph pushes it over the margin.
    assert "\n\\noindent\\includegraphics" in name.read_text()
    assert b"fit=458" in (project / "tree.pdf").read_bytes()
    assert embed("--check", "a.tex").exit_code == 0
    (project / "b.md").write_text("[x](tree.pdf)\n")
    assert embed("--check", "b.md").exit_code == 0


def test_latex_refuses_html(project: Path) -> None:
    (project / "doc.tex").write_text(place("doc.tex", "maps/tree.yaml as=html"))
    assert "which this kind of document cannot hold" in embed("doc.tex").output


def test_folders_are_walked_and_other_files_refused(project: Path) -> None:
    (project / "docs/.hidden").mkdir(parents=True)
    for name in ("docs/a.md", "docs/b.rst", "docs/.hidden/c.md", "docs/d.docx"):
        (project / name).write_text("<!-- /argmap -->\n")
    ended = embed("docs")
    assert ended.exit_code == 1
    assert ended.output.count("unpaired-marker") == 1
    refused = embed("docs/d.docx")
    assert refused.exit_code == 2
    assert "is no document that argmap knows" in refused.output


def test_built_pages_and_the_files_of_others_are_not_walked(project: Path) -> None:
    for name in ("a.md", "site/b.html", "venv/lib/c.rst", "node_modules/d/e.md", "built/f.md"):
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text("<!-- /argmap -->\n.. /argmap\n")
    (project / "venv/pyvenv.cfg").write_text("")
    (project / "built/CACHEDIR.TAG").write_text("")
    assert [line.split(":")[0] for line in embed(".").output.splitlines() if "error[" in line] == [
        "a.md",
        "site/b.html",
    ]
    (project / ".gitignore").write_text("/site\n")
    subprocess.run(["git", "init", "-q", "."], check=True)
    assert "site/b.html" not in embed(".").output
    assert "a.md:1:1" in embed(".").output
    # What is named is meant, even so.
    assert "site/b.html:1:1" in embed("site").output
    (project / "a.md").unlink()
    assert embed(".").output == ""


def test_a_document_that_is_not_utf_8_is_refused(project: Path) -> None:
    (project / "doc.md").write_bytes(b"caf\xe9\n")
    ended = embed("doc.md")
    assert ended.exit_code == 1
    assert "doc.md:1:1: error[bad-encoding]" in ended.output


def test_a_place_that_is_alone_in_its_line_gets_lines_of_its_own(project: Path) -> None:
    text = "a\r\n\r\n<!-- argmap: maps/tree.yaml as=outline --><!-- /argmap -->\r\n"
    shown = refreshed(project, "doc.md", text)
    assert "as=outline -->\r\n\r\n- We" in shown
    assert shown.count("\n") == shown.count("\r\n")
    assert refreshed(project, "doc.md", shown) == shown


@pytest.mark.parametrize("shape", ["outline", "html", "inline"])
def test_lists_and_pictures_do_not_stand_within_a_sentence(project: Path, shape: str) -> None:
    (project / "doc.md").write_text(
        f"So <!-- argmap: maps/tree.yaml as={shape} --><!-- /argmap -->"
    )
    told = embed("doc.md").output
    assert f"doc.md:1:4: error[bad-marker] “as={shape}” needs markers on lines of their own" in told


def test_two_documents_do_not_share_a_file_for_two_maps(project: Path) -> None:
    (project / "other").mkdir()
    (project / "other/tree.yaml").write_text(MAP.replace("shade", "fruit"))
    (project / "a.md").write_text(place("doc.md", "maps/tree.yaml"))
    (project / "b.md").write_text(place("doc.md", "other/tree.yaml"))
    together = embed("a.md", "b.md")
    assert together.exit_code == 1
    assert "b.md:1:1: error[bad-marker] “tree.svg” " in together.output
    assert (project / "b.md").read_text() == place("doc.md", "other/tree.yaml")
    alone = embed("b.md")
    assert "“tree.svg” shows another map, maps/tree.yaml; give this an output" in alone.output
    (project / "b.md").write_text(place("doc.md", "other/tree.yaml output=other.svg"))
    assert embed("a.md", "b.md").exit_code == 0
    assert embed("--check", "a.md", "b.md").exit_code == 0


def test_what_argmap_lacks_is_no_fault_of_the_document(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    (project / "doc.tex").write_text(place("doc.tex", "maps/tree.yaml"))
    (project / "doc.md").write_text(place("doc.md", "maps/tree.yaml as=claim"))
    ended = embed("doc.tex", "doc.md")
    assert ended.exit_code == 2
    assert "argmap: doc.tex:1: PDF needs" in ended.output
    assert (project / "doc.tex").read_text() == place("doc.tex", "maps/tree.yaml")
    assert "We should" in (project / "doc.md").read_text()


def test_what_is_wrong_with_a_theme_is_told_at_both_places(project: Path) -> None:
    (project / "maps/own.yaml").write_text("argmap-theme: 1\ncolors: {}\n")
    (project / "doc.md").write_text(place("doc.md", "maps/tree.yaml theme=own.yaml"))
    ended = embed("doc.md")
    assert ended.exit_code == 1
    assert "own.yaml:2:1: error[unknown-key]" in ended.output
    assert "doc.md:1:1: asked for here" in ended.output


def test_nothing_outside_the_root_is_read(project: Path) -> None:
    (project / "docs/maps").mkdir(parents=True)
    (project / "docs/maps/tree.yaml").write_text(MAP)
    (project / "docs/link.yaml").symlink_to("../maps/tree.yaml")
    settings = "[tool.argmap]\ntheme = '../theme.yaml'\n"
    (project / "pyproject.toml").write_text(settings)
    (project / "docs/doc.md").write_text(place("doc.md", "maps/tree.yaml"))
    outside = embed("docs/doc.md")
    assert outside.exit_code == 2
    assert "the theme in [tool.argmap]: “../theme.yaml” lies outside" in outside.output
    # Below a root of its own the settings above it do not count.
    (project / "pyproject.toml").write_text("no TOML at all")
    assert embed("--root", "docs", "docs/doc.md").exit_code == 0
    for name in ("link.yaml", "../maps/tree.yaml"):
        (project / "docs/doc.md").write_text(place("doc.md", name))
        refused = embed("--root", "docs", "docs/doc.md")
        assert f"“{name}” lies outside" in refused.output
    (project / "pyproject.toml").write_text("")
    (project / "docs/tree.svg").unlink()
    assert embed("docs/doc.md").exit_code == 0


def test_a_map_is_read_once_for_all_documents(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []

    def reading(path: Path, notation: None, **options: Any) -> Reading:
        read.append(path)
        return read_path(path, notation, **options)

    monkeypatch.setattr("argmap.embed.library.read_path", reading)
    for name in ("a.md", "b.md"):
        (project / name).write_text(place("doc.md", "maps/tree.yaml as=outline") * 20)
    (project / "c.md").write_text(place("doc.md", "maps/../maps/tree.yaml as=claim"))
    assert embed("a.md", "b.md", "c.md").exit_code == 0
    assert len(read) == 1


def test_what_is_stale_is_refreshed_by_the_command_that_is_told(project: Path) -> None:
    (project / "our plan.md").write_text(place("doc.md", "maps/tree.yaml as=claim"))
    told = embed("--check", "our plan.md").output
    command = told.partition("refresh it with: ")[2].splitlines()[0]
    assert embed(*shlex.split(command)[2:]).exit_code == 0
    assert embed("--check", "our plan.md").exit_code == 0


def test_a_document_behind_a_link_is_refreshed_and_the_link_stays(project: Path) -> None:
    (project / "docs").mkdir()
    (project / "docs/doc.md").write_text(place("doc.md", "../maps/tree.yaml as=claim"))
    (project / "doc.md").symlink_to("docs/doc.md")
    ended = embed(".")
    assert (ended.exit_code, ended.output) == (0, "docs/doc.md is refreshed: 1 of 1 places\n")
    assert (project / "doc.md").is_symlink()
    assert "We should" in (project / "docs/doc.md").read_text()


NOTEBOOK: dict[str, Any] = {
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
def test_notebooks_change_in_their_markdown_cells_alone(
    project: Path, indent: int, ascii_only: bool
) -> None:
    text = json.dumps(NOTEBOOK, indent=indent, ensure_ascii=ascii_only) + "\n"
    shown = refreshed(project, "doc.ipynb", text)
    found = json.loads(shown)
    assert "".join(found["cells"][1]["source"]).startswith(
        "# Ä\n<!-- argmap: maps/tree.yaml as=outline -->\n\n- We should"
    )
    assert "-->\nWe should" in found["cells"][2]["source"]
    found["cells"][1:3] = NOTEBOOK["cells"][1:3]
    assert found == NOTEBOOK
    again = json.dumps(json.loads(shown), indent=indent, ensure_ascii=ascii_only) + "\n"
    assert shown == again
    assert refreshed(project, "doc.ipynb", shown) == shown


def test_the_cells_of_a_notebook_are_one_page(project: Path) -> None:
    sources = ["", " as=html", " output=tree.svg theme=dark"]
    sources = [f"<!-- argmap: maps/tree.yaml{s} -->\n<!-- /argmap -->" for s in sources]
    book = {**NOTEBOOK, "cells": [{"cell_type": "markdown", "source": s} for s in sources]}
    (project / "doc.ipynb").write_text(json.dumps(book, indent=1))
    assert "“tree.svg” is another picture already" in embed("doc.ipynb").output
    book["cells"][2] = book["cells"][1]
    shown = json.loads(refreshed(project, "doc.ipynb", json.dumps(book)))
    html = "".join(cell["source"] for cell in shown["cells"])
    ids = [part.split('"')[0] for part in html.split(' id="')[1:]]
    assert len(ids) == len(set(ids)) > 10


def test_faults_in_notebooks_have_their_line_in_the_file(project: Path) -> None:
    text = json.dumps(NOTEBOOK, indent=1).replace("/argmap", "/other", 1)
    (project / "doc.ipynb").write_text(text)
    line = text[: text.index("as=outline")].count("\n") + 1
    assert f"doc.ipynb:{line}:" in embed("doc.ipynb").output


@pytest.mark.parametrize("text", ["", "[]", "{", '{"cells": 1}', "[" * 100_000])
def test_what_is_no_notebook_is_refused(project: Path, text: str) -> None:
    (project / "doc.ipynb").write_text(text)
    ended = embed("doc.ipynb")
    assert ended.exit_code == 1
    assert "this is not a Jupyter notebook" in ended.output


PIECES = st.one_of(
    st.sampled_from(
        ["\n", "\n", "\r\n", "\r", "- ", "+\n", "> ", "    ", "```\n", "~~~\n", "`", "<pre>",
         "</pre>", "<!-- ", " -->", "word", "é", "\t", "\u2028", "\x0c", "::\n", "..", "// ",
         "----\n", "%", "/*", "*/", "\\begin{verbatim}", "\\end{verbatim}", "\\",
         "![a](b.svg)", "\x00", "  \n", "<!-- x -->"]
    ),
    st.text(max_size=5),
)  # fmt: skip


def outside(text: str, places: list[str], closing: str) -> list[str]:
    """Return what stands outside the places of a text, each of which begins as one of `places`."""
    parts, at = [], 0
    for opening in places:
        begin = text.index(opening, at) + len(opening)
        end = text.index(closing, begin)
        parts.append(text[at:begin])
        at = end
    return [*parts, text[at:]]


@examples(300)
@given(
    st.lists(st.lists(PIECES, max_size=8).map("".join), min_size=2, max_size=4),
    st.sampled_from(sorted(MARKERS)),
    st.sampled_from(["", "\ufeff"]),
    st.sampled_from(["claim", "verdict", "outline"]),
)
def test_bytes_outside_the_markers_never_change(
    project: Path, pieces: list[str], name: str, mark: str, shape: str
) -> None:
    opening, closing = MARKERS[name]
    needs_lines = "{} -->" not in opening
    places = [opening.format(f"maps/tree.yaml as={shape} depth={n}") for n in range(len(pieces))]
    end = "\n" if needs_lines else ""
    text = mark + "".join(
        f"{piece}{end}{place}{end}{closing}{end}"
        for piece, place in zip(pieces, places, strict=True)
    )
    file = project / name
    file.write_bytes(text.encode("utf-8", "replace"))
    before = file.read_bytes().decode()
    ended = embed(name)
    after = file.read_bytes().decode()
    assert ended.exit_code in (0, 1)
    assert outside(after, places, closing) == outside(before, places, closing)
    if ended.exit_code:
        assert after == before
    else:
        assert embed("--check", name).exit_code == 0


CLAIM, OUTLINE, END = (
    "<!-- argmap: a.yaml as=claim -->",
    "<!-- argmap: a.yaml as=outline -->",
    ("<!-- /argmap -->"),
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # The list would be code, behind the empty line that it needs.
        (f"word\n    {OUTLINE}\n{END}\n", "2:5: error[bad-marker] what belongs here would be read"),
        (
            f"- word\n      {OUTLINE}{END}\n",
            "2:7: error[bad-marker] what belongs here would be read",
        ),
        # The claim is a paragraph, which what is code now would go on with.
        (
            f"{CLAIM}{END}---\n    {CLAIM}{END}\n",
            "1:1: error[bad-marker] what belongs here would make",
        ),
        (f"{CLAIM}{END}---\n\n    {CLAIM}{END}\n", None),
        (f"{CLAIM}{END}\n    {CLAIM}{END}\n", None),
        (f"- {CLAIM}{END}\n\n  > {CLAIM}{END}\n  >     {CLAIM}{END}\n", None),
    ],
)
def test_what_is_code_or_a_place_stays_so(project: Path, text: str, told: str) -> None:
    (project / "a.yaml").write_text(MAP)
    (project / "doc.md").write_text(text)
    ended = embed("doc.md")
    if told:
        assert f"doc.md:{told}" in ended.output
        assert (project / "doc.md").read_text() == text
        return
    assert ended.exit_code == 0
    again = (project / "doc.md").read_text()
    assert again.endswith(f"    {CLAIM}{END}\n")
    assert embed("--check", "doc.md").exit_code == 0


def test_code_below_a_claim_stays_code(project: Path) -> None:
    shown = refreshed(
        project, "doc.md", f"{CLAIM.replace('a.yaml', 'maps/tree.yaml')}{END}\n    code\n"
    )
    assert "<pre><code>code" in MarkdownIt().render(shown)


def test_what_is_saved_while_maps_are_drawn_is_kept(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = project / "doc.md"
    document.write_text(place("doc.md", "maps/tree.yaml"))

    def reading(path: Path, notation: None, **options: Any) -> Reading:
        document.write_text("New words.\n")
        return read_path(path, notation, **options)

    monkeypatch.setattr("argmap.embed.library.read_path", reading)
    ended = embed("doc.md")
    assert ended.exit_code == 2
    assert "doc.md was saved by somebody else while its maps were drawn" in ended.output
    assert document.read_text() == "New words.\n"
    assert not (project / "tree.svg").exists()


def test_a_picture_with_the_line_ends_of_windows_is_not_stale(project: Path) -> None:
    (project / "doc.md").write_text(place("doc.md", "maps/tree.yaml"))
    assert embed("doc.md").exit_code == 0
    picture = project / "tree.svg"
    picture.write_bytes(picture.read_bytes().replace(b"\n", b"\r\n"))
    assert embed("--check", "doc.md").exit_code == 0


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("doc.typ", "Words // argmap: maps/tree.yaml"),
        ("doc.tex", "Words % argmap: maps/tree.yaml"),
        ("doc.tex", "Words % /argmap"),
        ("doc.adoc", "Words // argmap: maps/tree.yaml"),
        ("doc.rst", "Words .. argmap: maps/tree.yaml"),
    ],
)
def test_a_marker_behind_other_words_is_a_finding(project: Path, name: str, line: str) -> None:
    (project / name).write_text(f"{line}\n")
    ended = embed(name)
    assert ended.exit_code == 1
    assert f"{name}:1:7: error[bad-marker] this marker has other words before it" in ended.output


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("doc.typ", "See https://argmap.example and `// argmap: x.yaml`"),
        ("doc.tex", "100\\% argmap: x and \\verb|so % argmap: x|"),
        ("doc.tex", "% no more: % argmap: x.yaml"),
        ("doc.adoc", "Write `// argmap: x.yaml`, says http://argmap/argmap"),
        ("doc.rst", "Write ``.. argmap: x.yaml``::\n\n   a .. argmap: x.yaml\n"),
    ],
)
def test_words_that_only_speak_of_markers_are_none(project: Path, name: str, line: str) -> None:
    (project / name).write_text(f"{line}\n")
    assert embed(name).exit_code == 0


def test_a_loop_of_links_in_a_folder_is_stepped_over(project: Path) -> None:
    (project / "loop.md").symlink_to("loop.md")
    (project / "maps/around").symlink_to("..")
    (project / "doc.md").write_text(place("doc.md", "maps/tree.yaml as=claim"))
    assert embed(".").exit_code == 0
    assert "We should" in (project / "doc.md").read_text()
    assert embed("--check", ".").exit_code == 0


@pytest.mark.parametrize(("suffix", "library"), [("pdf", "typst"), ("png", "resvg_py")])
def test_a_stale_picture_is_found_where_nothing_could_draw_it(
    project: Path, suffix: str, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "doc.md").write_text(place("doc.md", f"maps/tree.yaml format={suffix}"))
    assert embed("doc.md").exit_code == 0
    (project / "maps/tree.yaml").write_text(MAP.replace("We should", "They should"))
    monkeypatch.setitem(sys.modules, library, None)
    checked = embed("--check", "doc.md")
    assert checked.exit_code == 1
    assert f"the picture tree.{suffix} does not show the map as it is now" in checked.output
    before = (project / f"tree.{suffix}").read_bytes()
    assert embed("doc.md").exit_code == 2
    assert (project / f"tree.{suffix}").read_bytes() == before


def test_a_place_within_a_sentence_of_html_is_a_picture_of_its_own(project: Path) -> None:
    inside = refreshed(
        project, "doc.html", "<p>So <!-- argmap: maps/tree.yaml --><!-- /argmap --> it is.</p>\n"
    )
    assert "<img" in inside
    assert "<figure" not in inside


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("doc.md", "](tree.svg)](tree.svg)"),
        ("doc.html", '<a href="tree.svg"><picture>'),
        ("doc.adoc", ",link=tree.svg]"),
        ("doc.rst", "   :target: tree.svg"),
    ],
)
def test_a_picture_leads_to_its_file_where_it_can_be_read_larger(
    project: Path, name: str, expected: str
) -> None:
    opening, closing = MARKERS[name]
    text = f"{opening.format('maps/tree.yaml as=image')}\n{closing}\n"
    assert expected in refreshed(project, name, text)


def test_a_picture_within_a_line_or_a_figure_of_pandoc_leads_nowhere(project: Path) -> None:
    inner = "<!-- argmap: maps/tree.yaml as=image --><!-- /argmap -->"
    text = refreshed(project, "doc.md", f"[{inner}](https://example.org)\n")
    assert "](tree.svg)<!--" in text
    assert "](tree.svg)](" not in text
    assert "](tree.svg)](" not in refreshed(project, "doc.qmd", f"{inner}\n")
