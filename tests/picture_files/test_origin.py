"""Links to pictures without markers: a picture says where it comes from, and is drawn anew."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from argmap.cli.application import application
from argmap.cli.commands.render import command as render
from argmap.embed.options import OPTIONS, request_of
from argmap.picture_files.origin import Origin, origin_of, with_origin
from argmap.planning import RenderOptions
from argmap.settings.words import asking_for
from argmap.values import DIRECTIONS

MAP = "argmap: 1\nthesis:\n  id: plant\n  text: Plant a tree.\n  premises: [It gives shade.]\n"
IDS = st.lists(st.from_regex(r"[a-z]{1,5}", fullmatch=True), max_size=3, unique=True).map(tuple)
CHOICES = st.builds(
    RenderOptions,
    direction=st.sampled_from([None, *DIRECTIONS]),
    theme=st.sampled_from([None, "dark", "print"]),
    width=st.sampled_from([None, 200]),
    legend=st.sampled_from([None, True, False]),
    focus=IDS,
    depth=st.sampled_from([None, 0, 3]),
    only=IDS,
    accept=IDS,
    tag_colours=IDS.map(lambda tags: tuple((tag, "#1b9e77") for tag in tags)),
    degrees=st.sampled_from([None, "euler"]),
    audience=st.sampled_from([None, "parents"]),
    scale=st.sampled_from([2.0, 0.5]),
)


def call(*arguments: Path | str) -> Result:
    return CliRunner().invoke(application, [str(argument) for argument in arguments])


def words_in(picture: Path) -> tuple[str, ...]:
    return origin_of(picture.read_bytes()).words


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text("")
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps/tree.yaml").write_text(MAP)
    return tmp_path


@given(CHOICES)
def test_the_words_of_a_drawing_are_taken_back(options: RenderOptions) -> None:
    assert request_of(asking_for(options)).options == options


def test_places_take_every_option_of_render() -> None:
    others = {"map_names", "output", "watch", "opens", "force", "quiet"}
    named = {p.name: max(p.opts, key=len).removeprefix("--") for p in render.params}
    assert {option for name, option in named.items() if name not in others} <= set(OPTIONS)


def test_maps_in_other_notations_are_shown_and_linked(project: Path) -> None:
    (project / "talk.txt").write_text("[Plant]: Plant a tree.\n  + It gives shade.\n")
    place = "<!-- argmap: talk.txt from=argdown as=outline -->\n<!-- /argmap -->\n"
    (project / "page.md").write_text(f"{place}![a](talk.svg)\n")
    assert call("render", "talk.txt", "--from", "argdown", "-o", "talk.svg").exit_code == 0
    assert words_in(project / "talk.svg") == ("talk.txt", "from=argdown")
    (project / "talk.txt").write_text("[Plant]: Plant a tree.\n  + It gives pears.\n")
    assert call("embed", "page.md").exit_code == 0
    assert "**For:** It gives pears." in (project / "page.md").read_text()
    assert "pears" in (project / "talk.svg").read_text()


LINKS = {
    "page.md": "Look: ![a tree](pictures/tree.svg) and <img alt=x src='pictures/tree.svg'>\n",
    "page.html": '<p><img alt="a tree" src="pictures/tree.svg"></p>\n',
    "page.adoc": "image::pictures/tree.svg[a tree]\n",
    "page.rst": ".. figure:: pictures/tree.svg\n   :alt: a tree\n",
    "page.tex": "\\includesvg[width=3cm]{pictures/tree.svg}\n",
    "page.typ": '#image("pictures/tree.svg", alt: "a tree")\n',
}


MORE_LINKS = {
    "more.md": "[a]: pictures/tree.svg\n",
    "alt.md": "![a \\] [tree] `b`](<pictures/tree.svg> 'Tree')\n",
    "figure.md": "```{figure} pictures/tree.svg\nA tree\n```\n",
    "image.md": "- a\n\n  :::{image} pictures/tree.svg\n  :::\n",
    "more.html": "<source media='(prefers-color-scheme: dark)' srcset='pictures/tree.svg'>",
    "object.html": '<object type="image/svg+xml" data="pictures/tree.svg"></object>',
    "more.rst": "|tree|\n\n.. |tree| image:: pictures/tree.svg\n",
    "more.tex": "\\includesvg{pictures/tree}\n",
}


@pytest.mark.parametrize("name", MORE_LINKS)
def test_links_are_found_however_they_are_written(project: Path, name: str) -> None:
    (project / "pictures").mkdir()
    assert call("render", "maps/tree.yaml", "-o", "pictures/tree.svg").exit_code == 0
    (project / name).write_text(MORE_LINKS[name])
    (project / "maps/tree.yaml").write_text(MAP.replace("shade", "pears"))
    assert call("embed", "--check", name).exit_code == 1
    assert call("embed", name).exit_code == 0
    assert "pears" in (project / "pictures/tree.svg").read_text()


@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("page.md", "![a](tree.png)\n"),
        ("page.tex", "\\includegraphics{tree.png}\n"),
        ("page.typ", '#image("tree.pdf")\n'),
        ("page.tex", "\\includegraphics[width=\\linewidth]{tree}\n"),
    ],
)
def test_png_and_pdf_are_drawn_anew_as_well(project: Path, name: str, link: str) -> None:
    target = project / ("tree.png" if "png" in link else "tree.pdf")
    options = ("--theme", "print", "--scale", "3")
    assert call("render", "maps/tree.yaml", "-o", target, *options).exit_code == 0
    assert words_in(target) == ("maps/tree.yaml", "theme=print", "scale=3.0")
    (project / name).write_text(link)
    before = target.read_bytes()
    assert call("embed", "--check", name).output == ""
    (project / "maps/tree.yaml").write_text(MAP.replace("shade", "pears"))
    assert call("embed", "--check", name).exit_code == 1
    assert call("embed", name).exit_code == 0
    after = target.read_bytes()
    assert after != before
    assert call("embed", "--check", name).output == ""
    call("render", "maps/tree.yaml", "-o", target, *options)
    assert target.read_bytes() == after
    if target.suffix == ".png":
        with Image.open(target) as picture:
            picture.verify()
    else:
        assert "pears" in PdfReader(target, strict=True).pages[0].extract_text()


def test_another_font_makes_no_picture_stale(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is drawn decides, not the bytes that the fonts of a machine make of it."""
    (project / "page.tex").write_text("% argmap: maps/tree.yaml\n% /argmap\n")
    assert call("embed", "page.tex").exit_code == 0
    monkeypatch.setitem(sys.modules, "typst", None)
    assert call("embed", "--check", "page.tex").exit_code == 0


@pytest.mark.parametrize("name", LINKS)
def test_a_picture_that_is_linked_is_drawn_anew_when_its_map_changes(
    project: Path, name: str
) -> None:
    drawn = project / "pictures/tree.svg"
    drawn.parent.mkdir()
    assert call("render", "maps/tree.yaml", "-o", drawn, "--theme", "dark").exit_code == 0
    assert words_in(drawn) == ("../maps/tree.yaml", "theme=dark")
    (project / name).write_text(LINKS[name])
    assert call("embed", "--check", name).output == ""
    (project / "maps/tree.yaml").write_text(MAP.replace("shade", "pears"))
    stale = call("embed", "--check", name)
    assert stale.exit_code == 1
    assert f"{name}:1:" in stale.output
    assert "the picture pictures/tree.svg does not show the map as it is now" in stale.output
    refreshed = call("embed", name)
    assert refreshed.exit_code == 0, refreshed.output
    assert "pears" in drawn.read_text()
    assert "theme=dark" in drawn.read_text()
    assert (project / name).read_text() == LINKS[name]
    again = drawn.read_bytes()
    call("render", "maps/tree.yaml", "-o", drawn, "--theme", "dark")
    assert drawn.read_bytes() == again


def test_a_linked_picture_with_the_line_ends_of_windows_is_drawn_anew(project: Path) -> None:
    call("render", "maps/tree.yaml", "-o", "tree.svg")
    drawn, page = project / "tree.svg", project / "page.md"
    drawn.write_bytes(drawn.read_bytes().replace(b"\n", b"\r\n"))
    assert words_in(drawn) == ("maps/tree.yaml",)
    page.write_text("![a](tree.svg)\n")
    assert call("embed", "--check", "page.md").output == ""
    (project / "maps/tree.yaml").write_text(MAP.replace("shade", "pears"))
    assert call("embed", "--check", "page.md").exit_code == 1
    assert call("embed", "page.md").exit_code == 0
    assert "pears" in drawn.read_text()


def test_links_in_code_and_other_pictures_are_left_alone(project: Path) -> None:
    call("render", "maps/tree.yaml", "-o", "tree.svg")
    (project / "other.svg").write_text("<svg/>\n")
    (project / "maps/tree.yaml").write_text(MAP.replace("shade", "pears"))
    text = "`![a](tree.svg)` ![b](other.svg) ![c](none.svg) ![d](../out.svg)\n"
    (project / "page.md").write_text(text)
    assert call("embed", "--check", "page.md").exit_code == 0


def test_a_place_and_a_link_make_the_same_picture(project: Path) -> None:
    place = "<!-- argmap: maps/tree.yaml -->\n<!-- /argmap -->\n\n![again](tree.svg)\n"
    (project / "page.md").write_text(place)
    assert call("embed", "page.md").exit_code == 0
    made = (project / "tree.svg").read_bytes()
    assert words_in(project / "tree.svg") == ("maps/tree.yaml",)
    assert call("embed", "--check", "page.md").exit_code == 0
    call("render", "maps/tree.yaml", "-o", "tree.svg")
    assert (project / "tree.svg").read_bytes() == made


def test_a_picture_whose_map_is_broken_or_gone(project: Path) -> None:
    call("render", "maps/tree.yaml", "-o", "tree.svg")
    (project / "page.md").write_text("![a](tree.svg)\n")
    (project / "maps/tree.yaml").write_text(MAP.replace("premises", "premisses"))
    broken = call("embed", "page.md")
    assert broken.exit_code == 1
    assert "maps/tree.yaml:5:3: error[unknown-key]" in broken.output
    assert "page.md:1:6: asked for here" in broken.output
    (project / "maps/tree.yaml").unlink()
    assert call("embed", "--check", "page.md").exit_code == 0


def test_no_path_outside_the_project_is_told(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    target = elsewhere / "tree.svg"
    assert call("render", "maps/tree.yaml", "-o", target).exit_code == 0
    assert origin_of(target.read_bytes()) is None
    assert str(project).encode() not in target.read_bytes()


def test_a_file_of_a_theme_is_found_again(project: Path) -> None:
    (project / "own.yaml").write_text("argmap-theme: 1\ncolours:\n  page: '#fffff0'\n")
    ended = call("render", "maps/tree.yaml", "-o", "tree.svg", "--theme", "own.yaml")
    assert ended.exit_code == 0, ended.output
    assert words_in(project / "tree.svg") == ("maps/tree.yaml", "theme=../own.yaml")
    (project / "page.md").write_text("![a](tree.svg)\n")
    assert call("embed", "--check", "page.md").output == ""


@pytest.mark.parametrize(
    "word", ["a tree.yaml", "it's.yaml", 'the "tree".yaml', "дерево.yaml", "caption=two words"]
)
@pytest.mark.parametrize("drawing", [None, "0123456789abcdef"])
@pytest.mark.parametrize(
    "picture",
    [
        b"<svg></svg>\n",
        b"\x89PNG\r\n\x1a\nso\0\0\0\0IEND\xaeB`\x82",
        b"%PDF-1.7\nso\nstartxref\n9\n%%EOF\n",
    ],
    ids=["svg", "png", "pdf"],
)
def test_words_of_every_kind_are_told_and_taken_back(
    picture: bytes, drawing: None, word: str
) -> None:
    told = Origin((word, "theme=dark"), drawing)
    assert origin_of(with_origin(picture, told)) == told


@pytest.mark.parametrize(
    "picture",
    [
        b"",
        b"<svg>",
        b"\x89PNG\r\n\x1a\ncut off",
        b"so\0\0\0\0IEND\xaeB`\x82",
        b"%PDF-1.7\nstartxref\n",
    ],
)
def test_what_is_no_whole_picture_gets_no_words(picture: bytes) -> None:
    assert with_origin(picture, Origin(("tree.yaml",))) == picture
    assert origin_of(picture) is None


@pytest.mark.parametrize("word", ["a--b.yaml", "a\nb.yaml", "a\rb.yaml", "a\udcffb.yaml"])
def test_what_no_comment_could_hold_is_not_told(word: str) -> None:
    assert Origin((word,)).told() is None
    assert with_origin(b"<svg></svg>\n", Origin((word,))) == b"<svg></svg>\n"
