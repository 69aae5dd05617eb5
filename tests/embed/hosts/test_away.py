"""In documents and sites a claim that is argued in another map leads to where that map is shown."""

import html
import json
import re
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import markdown
import nbformat
import pytest
from markdown_it import MarkdownIt
from nbclient import NotebookClient

from argmap.embed.hosts.markdown_it import argmap_plugin
from argmap.embed.hosts.pandoc import FILTER
from tests.command import argmap
from tests.embed.sites import require, run

COSTS = "argmap: 1\ntitle: Costs\nthesis: {id: cheap, text: It is cheap., premises: [It is.]}\n"
SCHOOL = (
    "argmap: 1\ntitle: School\ninclude: {file: '%s', as: c, sealed: true}\nthesis:\n"
    "  text: Build it.\n  premises: [ref: c/cheap]\n"
)
LINK = re.compile(r'href="([^"]*)"|"link": ?"([^"]*)"')
# Its builder wants to know what kind of file each of the folder is.
EPUB = "epub.unknown_project_files"
FENCE = "\n```argmap {}\n```\n"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write("pyproject.toml", "")
    return tmp_path


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def maps(folder: str, costs: str = "costs.yaml") -> None:
    write(f"{folder}/school.yaml", SCHOOL % costs)
    write(f"{folder}/{costs}", COSTS)


def away(page: Path) -> set[str]:
    """Return where the picture of the school leads to outside of itself; all of it is there."""
    text = html.unescape(page.read_text(encoding="utf-8"))
    school = re.search(r"<figure.*?>Build it\..*?</figure>", text, re.DOTALL)
    shown = school[0] if school else text
    found = {unquote(a or b) for a, b in LINK.findall(shown)}
    links = {one for one in found if re.search(r"argmap-of-|costs", one)}
    for link in links:
        assert_leads(page, link)
    return links


def assert_leads(page: Path, link: str) -> None:
    """Assert that the file is there to which a page leads, and the place in it."""
    parts = urlsplit(link)
    target = (page.parent / parts.path).resolve() if parts.path else page
    target = target / "index.html" if target.is_dir() else target
    assert target.is_file(), (page, link)
    if parts.fragment:
        text = target.read_text(encoding="utf-8")
        assert text.count(f'id="{parts.fragment}"') == 1, (page, link)
        figure = text.partition(f'id="{parts.fragment}"')[2].partition("</figure>")[0]
        assert "It is cheap." in figure


@pytest.mark.slow
@pytest.mark.parametrize("folders", [True, False])
@pytest.mark.parametrize("costs", ["costs.yaml", "ko s/kostén.yaml"])
def test_a_page_of_mkdocs_leads_to_the_figure_on_another(folders: bool, costs: str) -> None:
    maps("docs", costs)
    write("docs/a/school.md", "# A\n" + FENCE.format("../school.yaml explorer=beside"))
    # It is shown twice, below what leads to it.
    write("docs/z.md", "# Z\n" + 2 * FENCE.format(f'file="{costs}"'))
    write("docs/index.md", "# All\n")
    write(
        "mkdocs.yml",
        f"site_name: A\nuse_directory_urls: {str(folders).lower()}\nplugins: [search, argmap]\n",
    )
    ended = run("mkdocs", "build", "-q", "--strict", folder=".")
    assert (ended.returncode, ended.stdout) == (0, "")
    page = Path("site/a/school/index.html" if folders else "site/a/school.html")
    (link,) = away(page)
    assert "argmap-of-" in link
    (link,) = away(Path("site/assets/argmap/a/school-1.explorer.html"))
    assert "argmap-of-" in link


def test_a_page_of_mkdocs_leads_to_the_figure_beside() -> None:
    maps("docs")
    write("docs/index.md", "# A\n" + FENCE.format("school.yaml") + FENCE.format("costs.yaml"))
    write("mkdocs.yml", "site_name: A\nplugins: [argmap]\n")
    assert run("mkdocs", "build", "-q", "--strict", folder=".").returncode == 0
    assert away(Path("site/index.html")) == {"#argmap-of-docs.costs"}


@pytest.mark.slow
def test_a_page_of_mkdocs_leads_to_a_picture_or_a_file_that_is_in_the_site_or_nowhere() -> None:
    maps("docs/m")
    write("docs/index.md", "# A\n" + FENCE.format("m/school.yaml"))
    write("mkdocs.yml", "site_name: A\nplugins: [argmap]\n")
    assert run("mkdocs", "build", "-q", "--strict", folder=".").returncode == 0
    assert away(Path("site/index.html")) == {"m/costs.yaml"}
    assert argmap("render", "docs/m/costs.yaml").code == 0
    assert run("mkdocs", "build", "-q", "--strict", folder=".").returncode == 0
    assert away(Path("site/index.html")) == {"m/costs.svg"}
    write("mkdocs.yml", "site_name: A\nplugins: [argmap]\nexclude_docs: m/\n")
    assert run("mkdocs", "build", "-q", "--strict", folder=".").returncode == 0
    assert away(Path("site/index.html")) == set()
    # A broken map has no figure.
    write("docs/m/costs.yaml", COSTS.replace("title", "titel"))
    write("docs/b.md", FENCE.format("m/costs.yaml"))
    assert run("mkdocs", "build", "-q", folder=".").returncode == 0
    assert away(Path("site/index.html")) == set()


def sphinx(builder: str, *options: str) -> None:
    command = ("sphinx-build", "-q", "-n", "-W", "-b", builder, *options)
    ended = run(*command, "docs", f"out/{builder}", folder=".")
    assert (ended.returncode, ended.stdout) == (0, "")


def directive(name: str, *options: str) -> str:
    return "\n".join([f"\n.. argmap:: {name}", *(f"   :{one}" for one in options), ""])


@pytest.fixture
def pages() -> None:
    maps("docs")
    write("docs/conf.py", 'extensions = ["argmap.embed.hosts.sphinx"]\n')
    tree = "\n.. toctree::\n\n   a/school\n   z\n"
    write("docs/index.rst", f"All\n===\n{tree}")
    school = directive("../school.yaml", "explorer: beside")
    write("docs/a/school.rst", f"A\n=\n{school}")
    write("docs/z.rst", f"Z\n=\n{2 * directive('costs.yaml')}")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("builder", "page", "expected"),
    [
        ("html", "a/school.html", "../z.html#argmap-of-docs.costs"),
        ("dirhtml", "a/school/index.html", "../../z/#argmap-of-docs.costs"),
        ("singlehtml", "index.html", "#argmap-of-docs.costs"),
    ],
)
def test_a_page_of_sphinx_leads_to_the_figure_on_another(
    pages: None, builder: str, page: str, expected: str
) -> None:
    sphinx(builder, "-j", "2")
    assert away(Path("out", builder, page)) == {expected}
    (explorer,) = Path("out", builder, "_argmap").rglob("*.html")
    (link,) = away(explorer)
    assert link.endswith("#argmap-of-docs.costs")


@pytest.mark.slow
def test_what_leads_to_a_figure_of_sphinx_is_written_anew_where_that_moves(pages: None) -> None:
    sphinx("html")
    page = Path("out/html/a/school.html")
    write("docs/z.rst", "Z\n=\n\n.. only:: latex\n\n   .. argmap:: costs.yaml\n")
    sphinx("html")
    # Sources do not go along.
    assert away(page) == set()
    index = Path("docs/index.rst").read_text()
    write("docs/index.rst", index + directive("costs.yaml"))
    sphinx("html")
    assert away(page) == {"../index.html#argmap-of-docs.costs"}
    write("docs/index.rst", index)
    write("docs/conf.py", Path("docs/conf.py").read_text() + 'html_extra_path = ["."]\n')
    sphinx("html", "-E")
    assert away(page) == {"../costs.yaml"}


@pytest.mark.slow
@pytest.mark.parametrize("builder", ["latex", "text", "linkcheck", "epub"])
def test_other_builders_of_sphinx_have_no_broken_link(pages: None, builder: str) -> None:
    settings = ("epub_copyright=A", "version=1", f"suppress_warnings={EPUB}")
    sphinx(builder, *(word for one in settings for word in ("-D", one)))
    for file in Path("out", builder).rglob("*.*html"):
        if "Build it." in file.read_text(encoding="utf-8"):
            (link,) = away(file)
            assert link.endswith("z.xhtml#argmap-of-docs.costs")
    for file in Path("out", builder).glob("*.pdf"):
        assert b"argmap-of" not in file.read_bytes()


def pandoc(target: str, *options: str) -> None:
    require("pandoc")
    ended = run(
        "pandoc", "page.md", "--lua-filter", str(FILTER), "-o", target, *options, folder="."
    )
    assert (ended.returncode, ended.stdout) == (0, "")


@pytest.mark.slow
def test_a_document_of_pandoc_leads_to_its_own_figure() -> None:
    maps(".")
    both = FENCE.format("{{.argmap file={}}}").replace("argmap {", "{")
    write("page.md", both.format("school.yaml") + both.format("costs.yaml"))
    pandoc("page.html", "-s", "--metadata", "title=A")
    assert away(Path("page.html")) == {"#argmap-of-costs"}
    # Books have other pages, and no files beside.
    pandoc("page.epub", "--metadata", "title=A")
    with zipfile.ZipFile("page.epub") as book:
        pages = [book.read(one).decode() for one in book.namelist() if one.endswith(".xhtml")]
    assert any("Build it." in page for page in pages)
    assert not any("argmap-of" in page or 'href="costs' in page for page in pages)
    write("page.md", both.format("school.yaml"))
    pandoc("page.html", "-s", "--metadata", "title=A")
    assert away(Path("page.html")) == {"costs.yaml"}
    argmap("render", "costs.yaml")
    pandoc("page.html", "-s", "--metadata", "title=A")
    assert away(Path("page.html")) == {"costs.svg"}


@pytest.mark.parametrize("library", ["markdown", "markdown-it"])
def test_a_text_in_markdown_leads_to_its_own_figure(library: str) -> None:
    maps(".")

    def made(text: str) -> set[str]:
        if library == "markdown":
            page = markdown.markdown(text, extensions=["argmap"])
        else:
            page = MarkdownIt().use(argmap_plugin).render(text)
        write("page.html", page)
        return away(Path("page.html"))

    school, costs = FENCE.format("school.yaml"), FENCE.format("costs.yaml")
    assert made(school + costs + costs) == {"#argmap-of-costs"}
    assert made(school) == {"costs.yaml"}
    assert made(school + FENCE.format("costs.yaml as=outline")) == {"costs.yaml"}
    # A frame has no part in the page.
    (link,) = away_in_frame(made, school.replace("yaml", "yaml figure=explorer") + costs)
    assert link == "costs.yaml"


def away_in_frame(made, text: str) -> set[str]:  # type: ignore[no-untyped-def]
    made(text)
    (frame,) = re.findall(r'srcdoc="([^"]*)"', Path("page.html").read_text("utf-8"))
    write("frame.html", html.unescape(frame))
    (data,) = re.findall(
        r'<script type="application/json"[^>]*>(.*?)</script>', html.unescape(frame), re.DOTALL
    )
    return {one["link"] for one in json.loads(data)["claims"] if one.get("link")}


@pytest.mark.slow
def test_a_notebook_leads_to_the_picture_or_the_file() -> None:
    maps("m")
    cells = [
        "%load_ext argmap.embed.hosts.jupyter",
        "%argmap m/school.yaml",
        "import argmap; argmap.load('m/school.yaml')",
    ]

    def shown() -> list[set[str]]:
        book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(one) for one in cells])
        NotebookClient(book, resources={"metadata": {"path": "."}}).execute()
        found = []
        for cell in book.cells[1:]:
            write("cell.html", cell.outputs[0].data["text/html"])
            found.append(away(Path("cell.html")))
        return found

    assert shown() == [{"m/costs.yaml"}] * 2
    argmap("render", "m/costs.yaml")
    assert shown() == [{"m/costs.svg"}] * 2
