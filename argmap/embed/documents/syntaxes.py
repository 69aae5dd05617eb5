"""Kinds of documents: how a comment is written in each, and what in them is code."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from argmap.embed.documents.markdown_code import code_in_markdown

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Syntax:
    """One kind of document. `comment` matches a comment whose group `words` may be a marker.

    `code` yields the stretches of a text in which nothing is a marker, in their order, as offsets.
    `line_mark` begins a comment that goes on to the end of its line, where there is such.
    """

    name: str
    suffixes: tuple[str, ...]
    comment: re.Pattern[str]
    code: Callable[[str], Iterator[Stretch]]
    example: str
    line_mark: str | None = None

    @property
    def misplaced(self) -> re.Pattern[str] | None:
        """Return what matches a marker behind other words, None where it may be there."""
        if self.line_mark is None:
            return None
        mark = re.escape(self.line_mark)
        return re.compile(
            rf"^(?![ \t]*{mark})(?:[^\r\n]*?[ \t])?(?P<marker>{mark}[ \t]*"
            r"(?:argmap:(?!:)|/argmap\b)[^\r\n]*)",
            re.MULTILINE,
        )

    @property
    def image(self) -> re.Pattern[str]:
        """Return what matches a link to a picture, with its address as the group `target`."""
        return re.compile(_IMAGES[self.name], re.MULTILINE)


# One without an end goes on to that of the text, so that nothing is looked through twice.
_ANGLED = re.compile(r"<!--(?P<words>.*?)(?P<end>-->|\Z)", re.DOTALL)
_SLASHED = re.compile(r"^(?P<before>[ \t]*)//(?P<words>[^\r\n]*)", re.MULTILINE)
# An indented line is no comment in AsciiDoc, nor is one with a third stroke.
_SLASHED_AT_ONCE = re.compile(r"^//(?!/)(?P<words>[^\r\n]*)", re.MULTILINE)
# With two colons it is the directive of Sphinx.
_DOTTED = re.compile(
    r"^(?P<before>[ \t]*)\.\.(?P<words>[ \t](?![ \t]*argmap::)[^\r\n]*)", re.MULTILINE
)
_PERCENT = re.compile(r"^(?P<before>[ \t]*)%(?P<words>[^\r\n]*)", re.MULTILINE)

# What is not in the group `code` only hides what would else begin code.
_HTML_CODE = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|(?P<code><(?P<name>pre|script|style|textarea)\b.*?(?:</(?P=name)\s*>|\Z))",
    re.DOTALL | re.IGNORECASE,
)
_ASCIIDOC_CODE = re.compile(
    r"^(?P<code>(?P<fence>-{4,}|\.{4,}|/{4,}|\+{4,}|`{3,})[^\S\n]*(?:\w[^\n]*)?\n"
    r".*?(?:^(?P=fence)[^\S\n]*$|\Z)"
    r"|\[(?:source|listing|literal|pass|verse|stem)\b[^\]\n]*\][^\S\n]*\n"
    r"(?!(?:-{2,}|\.{4,}|\+{4,}|_{4,})[^\S\n]*$)(?:[^\n]*\S[^\n]*(?:\n|\Z))+)",
    re.MULTILINE | re.DOTALL,
)
_LATEX_CODE = re.compile(
    r"(?P<code>\\begin\{(?P<name>verbatim\*?|Verbatim\*?|lstlisting|minted|comment|filecontents\*?)\}"
    r".*?(?:\\end\{(?P=name)\}|\Z)|\\verb\*?(?P<mark>[^\w\s*])[^\r\n]*?(?P=mark))"
    r"|\\.|%[^\r\n]*",
    re.DOTALL,
)
_TYPST_CODE = re.compile(
    r"(?P<code>(?P<fence>`{3,}).*?(?:(?P=fence)|\Z)|`[^`]*(?:`|\Z)|/\*.*?(?:\*/|\Z))"
    r"|\\.|(?<!:)//[^\r\n]*",
    re.DOTALL,
)
_LITERAL_START = re.compile(
    r"^(?P<indent>[ \t]*(?:(?:[-*+•]|\w{1,4}[.)]|#\.)[ \t]+)*)"
    r"(?:\.\.(?:[ \t]+(?:code|code-block|sourcecode|parsed-literal|raw|math|doctest|testcode"
    r"|testsetup|testcleanup|testoutput|graphviz|mermaid|productionlist)::.*)?"
    r"|(?!\.\.[ \t]).*::)[ \t]*\r?$"
)

_PICTURE = r"(?P<target>[^\s<>()\[\]\"'{}|]{1,500}\.(?:svg|png|pdf))"
_TAG = (
    rf"<(?:img|source|object|embed|iframe)\b[^<>]{{0,2000}}?\b(?:src|srcset|data)=[\"']{_PICTURE}"
)
# Names may be without what they end in.
_IN_LATEX = r"(?P<target>[^\s<>()\[\]\"'{}|%#]{1,500})"
_IMAGES = {
    "markdown": r"(?:!\[(?:[^\[\]\\]|\\.|\[[^\[\]]{0,500}\]){0,2000}+\]\([ \t]*<?"
    r"|^ {0,3}\[[^\]\r\n]{1,500}\]:[ \t]*<?"
    r"|^[ \t>]*(?:`{3,}|:{3,})\{(?:figure|image)\}[ \t]+"
    rf"|{_TAG.removesuffix(_PICTURE)}){_PICTURE}",
    "html": _TAG,
    "asciidoc": rf"\bimage::?{_PICTURE}\[",
    "rst": rf"\.\.[ \t]+(?:\|[^|\n]+\|[ \t]+)?(?:image|figure)::[ \t]+{_PICTURE}",
    "latex": rf"\\include(?:graphics|svg|pdf)\*?(?:\[[^\]]{{0,2000}}\])?\{{"
    rf"(?:\\detokenize\{{)?{_IN_LATEX}\}}",
    "typst": rf"\bimage\([ \t]*\"{_PICTURE}\"",
}


def _matches(pattern: re.Pattern[str]) -> Callable[[str], Iterator[Stretch]]:
    return lambda text: (found.span() for found in pattern.finditer(text) if found["code"])


def _literal_blocks(text: str) -> Iterator[Stretch]:
    """Yield the literal blocks of reStructuredText: what is indented below a line with `::`."""
    start, least, offset = None, 0, 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            indent = len(line) - len(line.lstrip(" \t"))
            if start is not None and indent <= least:
                yield start, offset
                start = None
            if start is None and (found := _LITERAL_START.match(line.rstrip("\r\n"))):
                start, least = offset + len(line), len(found["indent"])
        offset += len(line)
    if start is not None:
        yield start, offset


SYNTAXES = (
    Syntax(
        "markdown",
        (".md", ".markdown", ".qmd", ".rmd", ".myst"),
        _ANGLED,
        code_in_markdown,
        "<!-- argmap: map.yaml --> … <!-- /argmap -->",
    ),
    Syntax(
        "html",
        (".html", ".htm", ".xhtml"),
        _ANGLED,
        _matches(_HTML_CODE),
        "<!-- argmap: map.yaml --> … <!-- /argmap -->",
    ),
    Syntax(
        "asciidoc",
        (".adoc", ".asciidoc", ".asc"),
        _SLASHED_AT_ONCE,
        _matches(_ASCIIDOC_CODE),
        "// argmap: map.yaml … // /argmap",
        "//",
    ),
    Syntax(
        "rst",
        (".rst", ".rest"),
        _DOTTED,
        _literal_blocks,
        ".. argmap: map.yaml … .. /argmap",
        "..",
    ),
    Syntax(
        "latex",
        (".tex", ".ltx"),
        _PERCENT,
        _matches(_LATEX_CODE),
        "% argmap: map.yaml … % /argmap",
        "%",
    ),
    Syntax(
        "typst",
        (".typ",),
        _SLASHED,
        _matches(_TYPST_CODE),
        "// argmap: map.yaml … // /argmap",
        "//",
    ),
)
NOTEBOOK_SUFFIX = ".ipynb"
SUFFIXES = (*(suffix for syntax in SYNTAXES for suffix in syntax.suffixes), NOTEBOOK_SUFFIX)
MARKDOWN = SYNTAXES[0]


def syntax_of(path: Path) -> Syntax | None:
    """Return the kind of a document by its suffix, or None where it is none that is known."""
    suffix = path.suffix.lower()
    return next((syntax for syntax in SYNTAXES if suffix in syntax.suffixes), None)
