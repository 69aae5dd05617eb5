"""Where a document has places for maps, and what is wrong with markers."""

import contextlib
import re
from pathlib import Path
from typing import Any

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.embed.documents.marked_places import Filled, links_in, places_in
from argmap.embed.documents.syntaxes import SYNTAXES, Syntax, syntax_of
from argmap.faults import FaultLog, TooManyFaultsError
from tests.examples import examples

BY_NAME = {syntax.name: syntax for syntax in SYNTAXES}


def look(text: str, name: str = "markdown") -> tuple[Any, ...]:
    """Return the names of the maps in a text, and what is wrong with its markers."""
    log = FaultLog()
    code = list(BY_NAME[name].code(text))
    found = places_in(text, BY_NAME[name], code=code, file="doc", log=log)
    told = [f"{d.span.start.line}:{d.span.start.column} {d.code}: {d.message}"
            for d in log.diagnostics]  # fmt: skip
    return [place.request.map_name for place in found], told


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("markdown", "x <!-- argmap: a.yaml -->y<!-- /argmap --> "
                     "<!--argmap: b.yaml--><!--/argmap-->"),
        ("markdown", "- a\n\n    <!-- argmap: a.yaml -->\n    <!-- /argmap -->\n\n"
                     "<!-- argmap:\n b.yaml -->\n<!-- /argmap -->\n"),
        ("markdown", "- a\n\n  - b\n\n    <!-- argmap: a.yaml -->\n    <!-- /argmap -->\n\n"
                     ">  1. c\n>\n>     <!-- argmap: b.yaml -->\n>     <!-- /argmap -->\n"),
        ("markdown", "```{note}\n<!-- argmap: a.yaml -->\n<!-- /argmap -->\n```\n"
                     ":::{tip}\n<!-- argmap: b.yaml -->\n<!-- /argmap -->\n:::\n"),
        ("markdown", "<!--\n```\n-->\n<!-- argmap: a.yaml --><!-- /argmap -->\n"
                     "Some `` and <!-- ` argmap --> <!-- argmap: b.yaml -->`<!-- /argmap -->\n"),
        ("html", "<!-- <pre> --><!-- argmap: a.yaml --><!-- /argmap -->"
                 "<!-- argmap: b.yaml --><!-- /argmap -->"),
        ("html", "<p><!-- argmap: a.yaml --><!-- /argmap --></p>"
                 "<!-- argmap: b.yaml --><!-- /argmap -->"),
        ("asciidoc", "// argmap: a.yaml\n// /argmap\n//argmap: b.yaml\n//    /argmap\n"),
        ("rst", ".. argmap: a.yaml\n.. /argmap\n\n  .. argmap: b.yaml\n\n  .. /argmap\n"),
        ("latex", "% argmap: a.yaml\r\n% /argmap\r\n%argmap: b.yaml\n%/argmap\n"),
        ("latex", "% \\begin{verbatim}\n% argmap: a.yaml\n% /argmap\n"
                  "\\verb|\\begin{verbatim}| 5\\%\n% argmap: b.yaml\n% /argmap\n"),
        ("typst", "// argmap: a.yaml\n// /argmap\n// argmap: b.yaml\n// /argmap\n"),
        ("typst", "// see ``` or /* here\n// argmap: a.yaml\n// /argmap\n`/*`\n"
                  "https://example.org/*\n*/\n// argmap: b.yaml\n// /argmap\n"),
        ("rst", "* Like this::\n\n    code\n\n  .. argmap: a.yaml\n\n  .. /argmap\n\n"
                ".. note:: It says::\n\n   .. argmap: b.yaml\n\n   .. /argmap\n"),
    ],
)  # fmt: skip
def test_places_are_found_in_comments_of_each_kind(name: str, text: str) -> None:
    assert look(text, name) == (["a.yaml", "b.yaml"], [])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("markdown", "```\n<!-- argmap: a.yaml -->\n```\n"),
        ("markdown", "~~~~ md\n~~~\n<!-- argmap: a.yaml -->\n~~~~~\n"),
        ("markdown", "> ```\n> <!-- argmap: a.yaml -->\n> ```\n"),
        ("markdown", "- ```\n  <!-- argmap: a.yaml -->\n  ```\n"),
        ("markdown", "text\n\n    <!-- argmap: a.yaml -->\n"),
        ("markdown", "Write `<!-- argmap: a.yaml -->` or ``<!-- ` argmap: a.yaml -->``.\n"),
        ("markdown", "- a\n\n      <!-- argmap: a.yaml -->\n"),
        ("markdown", "1. a\n   - b\n\n\t\t <!-- argmap: a.yaml -->\n"),
        ("markdown", ">     <!-- argmap: a.yaml -->\n"),
        ("markdown", "> - ~~~\n>   <!-- argmap: a.yaml -->\n"),
        ("markdown", "-     <!-- argmap: a.yaml -->\n"),
        ("markdown", "a `b\n<i> <!-- argmap: a.yaml --> c`\n"),
        ("markdown", "<pre>\n<!-- argmap: a.yaml -->\n\n<!-- argmap: b.yaml -->\n</pre>\n"),
        ("markdown", "```{code-block} md\n<!-- argmap: a.yaml -->\n```\n"),
        ("markdown", "````{note}\n```\n<!-- argmap: a.yaml -->\n```\n````\n"),
        ("html", "<PRE>\n<!-- argmap: a.yaml -->\n</pre>\n"
                 "<script><!-- argmap: a.yaml --></script>"),
        ("asciidoc", "----\n// argmap: a.yaml\n----\n[source]\n....\n// argmap: a.yaml\n....\n"),
        ("asciidoc", "[source,asciidoc]\n// argmap: a.yaml\n\n++++\n// argmap: b.yaml\n++++\n"),
        ("asciidoc", "It is\n // argmap: a.yaml\n/// argmap: b.yaml\n///argmap: c.yaml\n"),
        ("rst", ".. argmap:: a.yaml\n\n   argmap: 1\n\n.. argmap::\n   :as: claim\n"),
        ("rst", "..\n   .. argmap: a.yaml\n\n.. raw:: html\n\n   .. argmap: b.yaml\n"),
        ("rst", "Like this::\n\n  .. argmap: a.yaml\n\n"
                ".. code-block:: rst\n\n   .. argmap: b.yaml\n"),
        ("latex", "\\begin{verbatim}\n% argmap: a.yaml\n\\end{verbatim}\n"),
        ("latex", "\\begin{lstlisting}[language=TeX]\n% argmap: a.yaml\n\\end{lstlisting}\n"),
        ("typst", "```\n// argmap: a.yaml\n```\n`\n// argmap: b.yaml\n`\n"
                  "/*\n// argmap: c.yaml\n*/"),
    ],
)  # fmt: skip
def test_markers_in_code_are_left_alone(name: str, text: str) -> None:
    assert look(text, name) == ([], [])


def test_code_ends_where_its_fence_ends() -> None:
    places = [f"<!-- argmap: {name}.yaml --><!-- /argmap -->" for name in "ab"]
    text = "```\n```\n" + "\n``\n".join(places)
    assert look(text)[0] == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a\n<!-- argmap: a.yaml -->\n", ["2:1 unpaired-marker"]),
        ("<!-- /argmap -->", ["1:1 unpaired-marker"]),
        (
            "<!-- argmap: a.yaml -->\n<!-- argmap: b.yaml -->\n<!-- /argmap -->",
            ["2:1 unpaired-marker"],
        ),
        ("<!-- argmap a.yaml -->\n", ["1:1 bad-marker: there is no colon after “argmap”"]),
        ("a\n\n  <!-- argmap: a.yaml\n\ntext", ["3:3 bad-marker: this comment has no end"]),
        ("<!-- argmap:: a.yaml -->\n", ["1:1 bad-marker: there is one colon too many after"]),
        ("<!-- agmap: a.yaml -->\n", ["1:1 bad-marker: “agmap” is not “argmap”"]),
        ("<!-- argmap : a.yaml -->\n", ["1:1 bad-marker: there is a blank after “argmap”"]),
        ("<!-- arg-map: a.yaml -->\n", ["1:1 bad-marker: “arg-map” is not “argmap”"]),
        ("<!-- /argmap: -->\n", ["1:1 bad-marker: there is a colon after “/argmap”"]),
        ("<!-- Argmap: a.yaml -->\n", ["1:1 bad-marker: “Argmap” is not “argmap”"]),
        ("<!-- argmap: a.yaml -->\n<!-- /argmpa -->", ["2:1 bad-marker", "1:1 unpaired-marker"]),
        (
            "<!-- argmap: a.yaml  thme=dark -->\n<!-- /argmap -->",
            ["1:22 bad-marker: there is no option “thme”; did you mean “theme”?"],
        ),
        (
            "<!-- argmap: a.yaml width=many -->\n<!-- /argmap -->",
            ["1:21 bad-marker: “width”: “many” is not a whole number from 120 to 1000"],
        ),
        (
            "<!-- argmap: a.yaml as = outline -->\n<!-- /argmap -->",
            ["1:21 bad-marker: “as” has no value; write as=… without blanks"],
        ),
        (
            "<!-- argmap: our plan.yaml -->\n<!-- /argmap -->",
            ["1:18 bad-marker: there is no option “plan.yaml”; a name with blanks stands in"],
        ),
        (
            "<!-- argmap: a.yaml caption=\"Our plan -->\n<!-- /argmap -->",
            ["1:21 bad-marker: the quotation mark after “caption=” has no end"],
        ),
        ("<!-- argmap: as=claim --><!-- /argmap -->", ["1:14 bad-marker: this marker names no"]),
        ("<!-- argmap: -->\n<!-- /argmap -->", ["1:1 bad-marker: this marker names no map"]),
    ],
)  # fmt: skip
def test_a_marker_that_cannot_be_understood_is_told_with_its_place(
    text: str, told: list[str]
) -> None:
    _, faults = look(text)
    assert len(faults) == len(told)
    assert all(fault.startswith(start) for fault, start in zip(faults, told, strict=True)), faults


@pytest.mark.parametrize(
    "words",
    [
        "remap: x",
        "roadmap: soon",
        "argmap is a tool",
        "the argmap: x",
        "argmap's",
        "TODO",
        "map: a.yaml",
    ],
)
def test_other_comments_are_none_of_its_business(words: str) -> None:
    assert look(f"<!-- {words} -->") == ([], [])


def test_kinds_are_told_by_suffixes() -> None:
    assert syntax_of(Path("a/README.MD")).name == "markdown"
    assert syntax_of(Path("a.docx")) is None


PIECES = st.sampled_from(
    ["<!-- argmap: a.yaml -->", "<!-- /argmap -->", "`", "```", "~~~", "\n", "\r\n", "    ", "> ",
     "- ", "text", "<pre>", "</pre>", "//", ".. ", "%", "argmap:", "::", "\t", "<!--", "-->"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from(SYNTAXES))
def test_any_text_has_places_or_faults_and_they_do_not_overlap(text: str, syntax: Syntax) -> None:
    log = FaultLog()
    end = 0
    code = list(syntax.code(text))
    for place in places_in(text, syntax, code=code, file="doc", log=log):
        assert end <= place.start <= place.end <= len(text)
        end = place.end
    for start, stop in code:
        assert 0 <= start <= stop <= len(text)
    assert code == sorted(code)


BLOCKS = st.lists(
    st.sampled_from(
        ["MARKER", "MARKER", "`", "``", "```", "~~~", "````", "    ", "  ", " ", "\t", "> ", "- ",
         "1. ", "2) ", "* ", "text", "\n", "\n", "\n\n", "\r\n", "<div>", "<a>", "</a>", "<!--",
         "-->", "# ", "---", "===", "\\"]
    ),
    max_size=25,
)  # fmt: skip


@examples(500)
@example(["> ", "`", "MARKER", "\n", "<a>", "\n", "`"])
@given(BLOCKS)
def test_code_in_markdown_is_what_is_code_to_github(pieces: list[str]) -> None:
    text = ""
    for number, piece in enumerate(pieces):
        text += f"<!-- argmap: {number}.yaml -->" if piece == "MARKER" else piece
    html = cmarkgfm.markdown_to_html(text, options=Options.CMARK_OPT_UNSAFE)
    in_code = {
        number
        for code in re.findall("<code.*?</code>", html, re.DOTALL)
        for number in re.findall(r"&lt;!-- argmap: (\d+)", code)
    }
    outside = set(re.findall(r"<!-- argmap: (\d+)", html))
    code = list(BY_NAME["markdown"].code(text))
    found = {
        marker[1]
        for marker in re.finditer(r"<!-- argmap: (\d+)", text)
        if any(start <= marker.start() < end for start, end in code)
    }
    assert in_code <= found
    assert not found & outside


@pytest.mark.parametrize("syntax", SYNTAXES, ids=BY_NAME)
@pytest.mark.parametrize(
    "piece",
    ["![", "![a](", "<img ", "`", "<!-- ", "`<!-- ", "[a]:", "> ", "- ", "``` ", "<a ", "<pre>",
     "::\n", "  .. x\n", "/*", "//", "----\n", "[source]\n", "\\begin{verbatim}", "\\verb|", "%",
     "image::", "<!-- argmap: a.yaml -->", "```{note}\n", " 1. a\n"],
)  # fmt: skip
def test_however_a_text_is_made_it_is_looked_through_once(syntax: Syntax, piece: str) -> None:
    text = piece * 20_000
    code = list(syntax.code(text))
    with contextlib.suppress(TooManyFaultsError):
        places = places_in(text, syntax, code=code, file="doc", log=FaultLog())
        assert places == []
    assert list(links_in(text, syntax, [], code=code, file="doc")) == []


def places(text: str, name: str = "markdown") -> list[Filled]:
    syntax = BY_NAME[name]
    log = FaultLog()
    return places_in(text, syntax, code=list(syntax.code(text)), file="doc", log=log)


def test_a_link_to_a_picture_is_found_at_its_line() -> None:
    text = "One.\n\n![a](a.svg) and `![b](b.svg)` and\n![c](c.svg)\n"
    found = links_in(text, BY_NAME["markdown"], [], code=[(20, 33)], file="doc")
    ends = [(link.target, link.span.start.line, link.span.start.column) for link in found]
    assert ends == [("a.svg", 3, 6), ("c.svg", 4, 6)]


@pytest.mark.parametrize(
    ("name", "text", "column"),
    [
        ("markdown", "  <!-- argmap: a.yaml -->\n", 3),
        ("html", "<p><!-- argmap: a.yaml -->\n", 4),
        ("asciidoc", "// argmap: a.yaml\n", 1),
        ("rst", "   .. argmap: a.yaml\n", 4),
        ("latex", "  % argmap: a.yaml\n", 3),
        ("typst", "    // argmap: a.yaml\n", 5),
    ],
)
def test_a_marker_begins_at_its_own_sign(name: str, text: str, column: int) -> None:
    _, (told,) = look(text, name)
    assert told.startswith(f"1:{column} unpaired-marker")


@pytest.mark.parametrize(
    ("text", "block", "alone"),
    [
        ("<!-- argmap: a.yaml -->\nx\n<!-- /argmap -->\n", True, False),
        ("So <!-- argmap: a.yaml -->\nx\n<!-- /argmap -->\n", False, False),
        ("<!-- argmap: a.yaml -->x<!-- /argmap -->\n", False, True),
        ("<!-- argmap: a.yaml -->x<!-- /argmap --> so\n", False, False),
        ("So <!-- argmap: a.yaml -->x<!-- /argmap -->\n", False, False),
    ],
)
def test_a_place_is_a_block_or_alone_or_in_a_sentence(text: str, block: bool, alone: bool) -> None:
    (place,) = places(text)
    assert (place.block, place.alone) == (block, alone)
