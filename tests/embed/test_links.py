"""Relative links of a map lead where they say, wherever the picture lies."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from argmap.cli.application import application
from argmap.embed.hosts.site_links import in_page, usual_url
from argmap.links import moved
from tests.embed.sites import run

MAP = """\
argmap: 1
thesis:
  text: We should plant a tree.
  link: notes/why.md#reasons
  premises:
    - {text: It gives shade., link: "https://example.org/a"}
    - {text: It is cheap., link: ../prices.pdf?page=2}
    - {text: It is here., link: "#here"}
"""


def links_of(text: str) -> list[str]:
    found = re.findall(r'<a href="([^"]*)"', text)
    return list(dict.fromkeys(link for link in found if not link.startswith("#argmap")))


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs/maps").mkdir(parents=True)
    (tmp_path / "docs/maps/tree.yaml").write_text(MAP)
    (tmp_path / "pyproject.toml").write_text("")
    return tmp_path


def call(*arguments: str) -> None:
    done = CliRunner().invoke(application, [str(one) for one in arguments])
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize(
    ("target", "first", "third"),
    [
        ("docs/maps/tree.svg", "notes/why.md#reasons", "../prices.pdf?page=2"),
        ("docs/tree.svg", "maps/notes/why.md#reasons", "prices.pdf?page=2"),
        (
            "out/deep/tree.svg",
            "../../docs/maps/notes/why.md#reasons",
            "../../docs/prices.pdf?page=2",
        ),
    ],
)
def test_a_picture_in_another_folder_leads_to_the_same_files(
    target: str, first: str, third: str
) -> None:
    Path(target).parent.mkdir(parents=True, exist_ok=True)
    call("render", "docs/maps/tree.yaml", "-o", target)
    links = links_of(Path(target).read_text())
    assert links == [first, "https://example.org/a", third, "#here"]


@pytest.mark.parametrize("shape", ["image", "inline", "html"])
def test_so_do_pictures_in_documents(shape: str) -> None:
    place = f"<!-- argmap: docs/maps/tree.yaml as={shape} output=pictures/tree.svg -->"
    place = place if shape == "image" else place.replace(" output=pictures/tree.svg", "")
    Path("page.md").write_text(f"{place}\n<!-- /argmap -->\n")
    call("embed", "page.md")
    shown = Path("pictures/tree.svg" if shape == "image" else "page.md").read_text()
    folder = "../docs" if shape == "image" else "docs"
    assert f"{folder}/maps/notes/why.md#reasons" in links_of(shown)
    assert f"{folder}/prices.pdf?page=2" in links_of(shown)
    call("embed", "--check", "page.md")


def test_a_picture_that_is_only_linked_keeps_its_links() -> None:
    Path("pictures").mkdir()
    call("render", "docs/maps/tree.yaml", "-o", "pictures/tree.svg")
    before = Path("pictures/tree.svg").read_text()
    Path("page.md").write_text("![A tree](pictures/tree.svg)\n")
    call("embed", "page.md")
    assert Path("pictures/tree.svg").read_text() == before


PAGE = "# Page\n\n```argmap file={}maps/tree.yaml\n```\n"


@pytest.mark.slow
@pytest.mark.parametrize("folders", [True, False])
def test_pages_of_mkdocs_lead_to_pages_and_files(project: Path, folders: bool) -> None:
    docs = project / "docs"
    (docs / "maps/notes").mkdir()
    (docs / "maps/notes/why.md").write_text("# Why\n\n## Reasons\n")
    (docs / "prices.pdf").write_text("prices")
    (docs / "index.md").write_text(PAGE.format(""))
    (docs / "sub").mkdir()
    (docs / "sub/page.md").write_text(PAGE.format("../"))
    settings = f"site_name: A\nuse_directory_urls: {str(folders).lower()}\nplugins: [argmap]\n"
    (project / "mkdocs.yml").write_text(settings)
    ended = run("mkdocs", "build", "-q", "--strict", folder=project)
    assert ended.returncode == 0, ended.stdout
    pages = sorted((project / "site").rglob("*.html"))
    shown = [page for page in pages if "We should plant" in page.read_text()]
    assert len(shown) == 2
    for page in shown:
        found = links_of(page.read_text())
        links = [one for one in found if "#reasons" in one or "prices" in one]
        assert len(links) == 2
        for link in links:
            target = page.parent / re.sub("[?#].*", "", link)
            target = target / "index.html" if link.split("#")[0].endswith("/") else target
            assert target.resolve().is_file(), (page, link)


PARTS = st.lists(st.sampled_from(["a", "b", "c d", "é"]), max_size=3)


@given(PARTS, PARTS, st.sampled_from(["x.html", "d/x.md", "../x.html", "./x", "d/"]))
def test_a_moved_link_names_the_same_file(home: list[str], beside: list[str], link: str) -> None:
    root = Path("/project")
    start, end = root.joinpath("docs", *home), root.joinpath("docs", *beside)
    found = moved(link, home=start / "map.yaml", beside=end / "picture.svg")

    def led(folder: Path, address: str) -> tuple[Path, bool]:
        address = address.replace("%20", " ").replace("%C3%A9", "é")
        return (folder / address).resolve(), address.endswith("/")

    assert led(end, found) == led(start, link)


@pytest.mark.parametrize("link", ["https://a.org/x", "mailto:a@b.c", "#x", "/x", "?q", "//a.org"])
def test_what_does_not_start_from_the_folder_of_the_map_stays(link: str) -> None:
    assert moved(link, home=Path("a/m.yaml"), beside=Path("b/p.svg")) == link


@pytest.mark.parametrize(
    ("source", "link", "folders", "expected"),
    [
        ("index.md", "a.md", True, "a/"),
        ("index.md", "a.md", False, "a.html"),
        ("index.md", "index.md#x", True, "./#x"),
        ("sub/page.md", "../index.md", True, "../../"),
        ("sub/page.md", "other.md?q#x", True, "../other/?q#x"),
        ("sub/page.md", "file.pdf", True, "../file.pdf"),
        ("sub/page.md", "file.pdf", False, "file.pdf"),
        ("sub/index.md", "page.md", True, "page/"),
        ("a.md", "../outside.pdf", True, "../../outside.pdf"),
    ],
)
def test_links_follow_where_a_site_puts_its_pages(
    source: str, link: str, folders: bool, expected: str
) -> None:
    def url_of(file: str) -> str:
        return usual_url(file, directory_urls=folders)

    assert in_page(link, source=source, url=url_of(source), url_of=url_of) == expected
