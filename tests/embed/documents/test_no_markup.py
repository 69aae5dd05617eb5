"""Nothing that a map says is markup: every sign in every field, read by the real hosts."""

import io
import json
import re
import subprocess
from collections import Counter
from collections.abc import Callable
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import cmarkgfm
import jinja2
import markdown
import pytest
import typst
from click.testing import CliRunner
from cmarkgfm.cmark import Options
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pypdf import PdfReader

from argmap.cli.commands.embed import command
from argmap.render.markdown_text import escaped, escaped_plain
from tests.embed.sites import require, run
from tests.examples import examples

# Each is markup to one host or another; none is all digits and letters.
SIGNS = (
    "[this](javascript:x)", "![this](http://a.example/x.png)", "[this][other]", "[other]", "[^1]",
    "*so*", "_so_", "**so**", "__so__", "*_so_*", "`so`", "``so``", "<b>so</b>", "<!-- so -->",
    "<script>so</script>", "</span></svg>", "{{ so }}", "{% so %}", "{# so #}", "{{< so >}}",
    ":math:`so`", "{math}`so`", "`so`_", "`so <http://a.example>`_", "so_", "|so|", "[1]_",
    "$so$", "$$so$$", r"\(so\)", r"\[so\]", r"\so{that}", r"\$so\$", "https://a.example/so",
    "www.a.example", "a.example", "so@a.example", "@so", "#so", "#12", "a/b#12", "~~so~~", "~so~",
    "==so==", "++so++", "^so^", "^^so^^", "{.so}", "{#so}", "{: .so }", "[@so]", "[[so]]",
    "[so]{.so}", "so -- so", "so --- so", "so... so", "it's \"so\" 'so'", ":smile:", "(c) (tm) (R)",
    "1/2 1st 2nd 3rd 10th +- +/- --> <-- =/= c/o", "&amp; &#65; &lt;", "&so;", "a | b", "1. so",
    "1) so", "(1) so", "a. so", "iv. so", "#. so", "(@) so", "@so so", "# so", "### so", "> so",
    "+ so", "- so", "* so", "= so", "== so", "=====", "-----", "_ _ _", "***", "~~~", "```", ":::",
    ": so", ":so: so", ":: so", "so::", "so;;", "/ so: so", "// so", "/// so", "!!! so", "??? so",
    "% so", "%% so %%", "; so", ".. so::", "--so so", "[ ] so", "[x] so", "[TOC]", ".Title", ". so",
    "NOTE: so", "image::so[]", "image:so[]", "include::so[]", "ifdef::so[]", "<<so>>", "<1> so",
    "link:so[]", "kbd:[so]", "pass:[so]", "+so+", "`+so+`", "so +", "so \\", "\\", "\\\\", "so  ",
    "{++so++}", "{--so--}", "{==so==}", "--8<--", "++ctrl++", "term:: so", "^[so]", "^[2]^",
    "H~2~O", "x^2^", "$5 and $6", "5$ or 6$", "so,, so", "?`so!`", "''so''", "``so''", "<<so",
    "%so", "100 %", "#let so", "#so()", "<so>", "@so.", "so~so", "/* so */", "*/ so", "-->", "]]>",
    "{=html}", "<http://a.example>", "<so@a.example>", "javascript:so", "((so))", "[so|so]",
    ":octicons-mark-github-16:", "&#x41;", "so&nbsp;so", "*[so]: so", "[so]: http://a.example",
)  # fmt: skip
# What has a field is told apart from others by a number, which comes last so that signs come first.
FIELDS = 8


def map_of(signs: tuple[str, ...], *, plain: bool) -> str:
    """Return a map with the signs in all its fields, or with plain words in place of each."""

    def said(text: str, word: str) -> str:
        return word if plain else text

    sources = {
        f"s{n}": {
            "author": [said(text, f"Author {n}")],
            "title": said(text, f"Work {n}"),
            "publisher": said(text, f"House {n}"),
            "note": said(text, f"Remark {n}"),
        }
        for n, text in enumerate(signs)
    }
    premises = [
        {
            "id": f"c{n}",
            "label": said(text, f"Label {n}"),
            "text": said(text, f"Text {n}"),
            "note": said(text, f"Note {n}"),
            "tags": ["a_b-c.d"],
            "group": said(text, f"Group {n}"),
            "source": {
                "ref": f"s{n}",
                "at": said(text, f"p. {n}"),
                "quote": said(text, f"Quote {n}"),
            },
        }
        for n, text in enumerate(signs)
    ]
    written = {
        "argmap": 1,
        "title": said(signs[0], "Title"),
        "description": said(signs[-1], "Description"),
        "sources": sources,
        "thesis": {
            "id": "so_said-x",
            "text": said(signs[0], "Thesis"),
            "arguments": [{"label": said(signs[0], "Step"), "premises": premises}],
        },
    }
    return json.dumps(written)


class Elements(HTMLParser):
    """The elements of a page, and the texts that are no style."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: Counter[tuple[str, ...]] = Counter()
        self.texts: list[str] = []
        self.inside: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = sorted(name for name, _ in attrs)
        if tag != "span" or names:
            self.elements[tag, *names] += 1
        self.inside = [tag]

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag: str) -> None:
        self.inside = []

    def handle_data(self, data: str) -> None:
        if self.inside[-1:] != ["style"]:
            self.texts.append(data)

    @property
    def words(self) -> str:
        return "".join("".join(self.texts).split())


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text("")
    return tmp_path


def refreshed(name: str, text: str) -> str:
    Path(name).write_text(text)
    ended = CliRunner().invoke(command, [name])
    assert ended.exit_code == 0, ended.output
    assert CliRunner().invoke(command, ["--check", name]).exit_code == 0
    return Path(name).read_text()


def github(text: str) -> str:
    options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_SMART | Options.CMARK_OPT_FOOTNOTES
    return cmarkgfm.github_flavored_markdown_to_html(text, options=options)


def markdown_it(text: str) -> str:
    md = MarkdownIt("commonmark", {"html": True, "linkify": True, "typographer": True})
    md.enable(["table", "strikethrough", "linkify", "replacements", "smartquotes"])
    return md.render(text)


def myst(text: Any) -> Any:
    from docutils.core import publish_parts
    from myst_parser.docutils_ import Parser

    settings = {
        "myst_enable_extensions": [
            "amsmath", "attrs_block", "attrs_inline", "colon_fence", "deflist", "dollarmath",
            "fieldlist", "html_admonition", "html_image", "linkify", "replacements", "smartquotes",
            "strikethrough", "substitution", "tasklist",
        ],
        "embed_stylesheet": False, "report_level": 2, "halt_level": 5, "smart_quotes": False,
    }  # fmt: skip
    return publish_parts(text, parser=Parser(), writer="html5", settings_overrides=settings)["body"]


def python_markdown(text: str) -> str:
    extensions = [
        "extra", "admonition", "codehilite", "nl2br", "sane_lists", "smarty", "toc", "wikilinks",
        *(f"pymdownx.{name}" for name in (
            "arithmatex", "betterem", "caret", "critic", "details", "emoji", "inlinehilite", "keys",
            "magiclink", "mark", "progressbar", "smartsymbols", "snippets", "superfences",
            "tasklist", "tilde",
        )),
    ]  # fmt: skip
    settings = {"pymdownx.magiclink": {
        "repo_url_shortener": True, "social_url_shortener": True, "repo_url_shorthand": True,
        "social_url_shorthand": True, "user": "a", "repo": "b",
    }}  # fmt: skip
    return markdown.markdown(text, extensions=extensions, extension_configs=settings)


def by_pandoc(kind: str) -> Callable[..., Any]:
    def html_of(text: Any) -> Any:
        require("pandoc")
        ended = subprocess.run(
            ["pandoc", "--from", kind, "--to", "html", "--mathjax", "--wrap", "none"],
            input=text, capture_output=True, encoding="utf-8", timeout=300, check=True,
        )  # fmt: skip
        return ended.stdout

    return html_of


def notebook(text: Any) -> Any:
    from nbconvert.filters.markdown_mistune import markdown2html_mistune

    return markdown2html_mistune(text)


PANDOC = (
    "markdown+smart+emoji+autolink_bare_uris+tex_math_single_backslash+lists_without_preceding"
    "_blankline"
)
MARKDOWNS = {
    "github": github,
    "markdown-it": markdown_it,
    "myst": myst,
    "python-markdown": python_markdown,
    "pandoc": by_pandoc(PANDOC),
    "pandoc-gfm": by_pandoc("gfm+smart"),
    "pandoc-commonmark": by_pandoc("commonmark_x"),
    "notebook": notebook,
}
SOONER = ("github", "markdown-it", "python-markdown", "notebook")
READERS = [
    pytest.param(name, marks=() if name in SOONER else pytest.mark.slow) for name in MARKDOWNS
]
# In the second drawing longer words break a column elsewhere, so that it has other reminders.
SHAPES = ("html telephone=no", "inline", "outline", "image", "image caption=Words")


def document(begin: str, end: str, shapes: tuple[str, ...] = SHAPES) -> str:
    """Return a document with a place of every shape."""
    return "".join(f"{begin} map.yaml as={one}{end}\n{end_of(begin, end)}\n\n" for one in shapes)


def claims(begin: str, end: str) -> str:
    """Return a document with each claim on lines of its own and, where it can be, within a line."""
    parts = []
    for n in range(len(SIGNS)):
        place = f"{begin} map.yaml as=claim id=c{n}{end}"
        parts.append(f"{place}\n{end_of(begin, end)}")
        if end:
            place += end_of(begin, end)
            parts += [f"Within {place} a line", f"{place} begins", f"- {place} listed", "So"]
    return "\n\n".join(parts) + "\n"


def told(text: str, *, inline: bool) -> str:
    """Return what a page says of a claim in such a document, without blanks."""
    shown = "".join(text.split())
    return f"{shown}Within{shown}aline{shown}begins{shown}listedSo" if inline else shown


def end_of(begin: str, end: str) -> str:
    return begin.replace("argmap:", "/argmap") + end


@cache
def refreshed_once(name: str, text: str, *, plain: bool) -> str:
    """Return a document with signs or with plain words; no reader of Markdown asks for more."""
    Path("map.yaml").write_text(map_of(SIGNS, plain=plain))
    written = refreshed(name, text)
    # Generators of sites fill in templates before they look for Markdown.
    environment = jinja2.Environment(keep_trailing_newline=True)
    assert environment.from_string(written).render() == written
    return written


def read_both(name: str, text: str, html_of: Callable[..., Any] | type[str]) -> list[Elements]:
    """Return what a host makes of a document with signs, and with plain words."""
    found = []
    for plain in (False, True):
        if name.endswith((".md", ".html")):
            written = refreshed_once(name, text, plain=plain)
        else:
            Path("map.yaml").write_text(map_of(SIGNS, plain=plain))
            written = refreshed(name, text)
        found.append(Elements(html_of(written)))
    return found


def require_same(signs: Elements, plain: Elements) -> None:
    """Fail where there is an element that the plain words did not have."""
    in_svg = {"tspan", "text", "rect", "path", "g"}
    differs = {
        element: (count, plain.elements[element])
        for element, count in signs.elements.items()
        if element[0] not in in_svg and count != plain.elements[element]
    }
    assert differs == {}


def require_told(found: Elements, *, inline: bool) -> None:
    """Fail where the claims of a document are not told as they are."""
    at = 0
    for text in SIGNS:
        expected = told(text, inline=inline)
        assert found.words[at : at + len(expected)] == expected, text
        at += len(expected)
    assert found.words[at:] == ""


@pytest.mark.parametrize("name", READERS)
def test_markdown(project: Path, name: str) -> None:
    signs, plain = read_both("page.md", document("<!-- argmap:", " -->"), MARKDOWNS[name])
    require_same(signs, plain)
    for text in SIGNS:
        assert "".join(text.split()) in signs.words, text


@pytest.mark.parametrize("name", READERS)
def test_claims_in_markdown(project: Path, name: str) -> None:
    signs, plain = read_both("page.md", claims("<!-- argmap:", " -->"), MARKDOWNS[name])
    require_told(signs, inline=True)
    require_same(signs, plain)


def by_docutils(text: str) -> str:
    from docutils.core import publish_parts

    settings = {"halt_level": 2, "report_level": 2, "embed_stylesheet": False}
    body = publish_parts(text, writer="html5", settings_overrides=settings)["body"]
    # Long words make a picture wide, and wide ones fill the page.
    return body.replace(' style="width: 100%;"', "")


def by_asciidoctor(text: str) -> str:
    require("asciidoctor")
    ended = run("asciidoctor", "-e", "-o", "-", "--failure-level", "INFO", "page.adoc", folder=".")
    assert ended.returncode == 0, ended.stdout
    return ended.stdout


OTHERS = {"page.adoc": ("// argmap:", by_asciidoctor), "page.rst": (".. argmap:", by_docutils)}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", [pytest.param("page.adoc", marks=pytest.mark.slow), "page.rst"])
def test_other_pages(project: Path, name: str) -> None:
    begin, html_of = OTHERS[name]
    require_same(*read_both(name, document(begin, ""), html_of))
    signs, plain = read_both(name, claims(begin, ""), html_of)
    require_told(signs, inline=False)
    require_same(signs, plain)


def test_html(project: Path) -> None:
    begin, end = "<!-- argmap:", " -->"
    require_same(*read_both("page.html", document(begin, end), str))
    signs, plain = read_both("page.html", claims(begin, end), str)
    require_same(signs, plain)
    shown = "{0}Within{0}aline{0}begins-{0}listedSo"
    assert signs.words == "".join(shown.replace("{0}", "".join(t.split())) for t in SIGNS)


def require_in_pdf(data: bytes, texts: tuple[str, ...]) -> None:
    """Fail where the pages of a document do not tell the texts in their order."""
    pages = PdfReader(io.BytesIO(data)).pages
    words = "".join("".join(page.extract_text() for page in pages).split())
    # Quotation marks are the font’s own.
    words = words.replace("’", "'").replace("”", '"')
    at = 0
    for text in texts:
        expected = "".join(text.split())
        found = words.find(expected, at)
        assert 0 <= found - at <= LONGEST_PAGE_NUMBER, (text, words[at : at + 80])
        at = found + len(expected)


LONGEST_PAGE_NUMBER = 2


@pytest.mark.slow
def test_typst(project: Path) -> None:
    Path("map.yaml").write_text(map_of(SIGNS, plain=False))
    head = '#set text(font: "DejaVu Sans Mono")\n'
    refreshed("page.typ", head + claims("// argmap:", ""))
    require_in_pdf(typst.compile("page.typ"), SIGNS)
    refreshed("page.typ", document("// argmap:", "", ("outline", "image", "image caption=Words")))
    typst.compile("page.typ")


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["OT1", "T1"])
def test_latex(project: Path, encoding: str) -> None:
    require("pdflatex")
    Path("map.yaml").write_text(map_of(SIGNS, plain=False))
    head = f"\\documentclass{{article}}\n\\usepackage[{encoding}]{{fontenc}}\n"
    head += "\\usepackage{graphicx}\\input{glyphtounicode}\\pdfgentounicode=1\n"
    for body in (document("% argmap:", "", ("outline", "image")), claims("% argmap:", "")):
        shown = refreshed("body.tex", body)
        Path("page.tex").write_text(f"{head}\\begin{{document}}\n{shown}\\end{{document}}\n")
        ended = run(
            "pdflatex", "-interaction=nonstopmode", "-halt-on-error", "page.tex", folder="."
        )
        assert ended.returncode == 0, ended.stdout
    # The older encoding has no signs such as an underscore, and draws lines in their stead.
    if encoding == "T1":
        require_in_pdf(Path("page.pdf").read_bytes(), SIGNS)


SIGN = st.sampled_from(
    [*".:/\\`*_{}[]()<>#+-!|~^$=@&;'\"%,?", "a", "b", "c", "1", "x", " ", "www."]
)


@pytest.mark.parametrize("name", ["github", "markdown-it", "python-markdown"])
@examples(200)
@given(st.lists(SIGN, min_size=1, max_size=12).map("".join).filter(str.strip))
def test_no_text_is_markup_in_markdown(name: str, text: str) -> None:
    found = Elements(MARKDOWNS[name](f"{escaped(text)}\n\nSo {escaped(text)} it **is**\n"))
    shown = "".join(text.split())
    assert found.words == f"{shown}So{shown}itis"
    assert found.elements == {("p",): 2, ("strong",): 1}


@examples(200)
@given(st.lists(SIGN, min_size=1, max_size=12).map("".join).filter(str.strip))
def test_no_text_beside_a_picture_is_markup(text: str) -> None:
    shown = f'![{escaped_plain(text)}](a.svg "{escaped_plain(text)}")\n'
    for name in ("github", "python-markdown"):
        html = MARKDOWNS[name](shown)
        assert Elements(html).elements == {("p",): 1, ("img", "alt", "src", "title"): 1}
        told = re.findall(r'(?:alt|title)="([^"]*)"', html)
        assert ["".join(unescape(one).split()) for one in told] == ["".join(text.split())] * 2
