"""What is written by its number in Markdown, in each of the places where text stands."""

import pytest

from argmap.render.markdown_text import escaped, escaped_plain, html_in_markdown


@pytest.mark.parametrize(
    ("text", "within", "beside"),
    [
        ("Plain words, and more.", "Plain words, and more.", "Plain words, and more."),
        (" two\n lines ", "two lines", "two lines"),
        ("a *b* _c_ `d`", r"a \*b\* \_c\_ \`d\`", r"a \*b\* \_c\_ \`d\`"),
        ("<b> & &amp;", "&lt;b&gt; & &amp;amp;", "&lt;b&gt; & &amp;amp;"),
        ("$x$", "<span>&#36;</span>x<span>&#36;</span>", "&#36;x&#36;"),
        ("a\\b", "a<span>&#92;</span>b", r"a\\b"),
        ("- a", r"\- a", r"\- a"),
        ("a - b", "a - b", "a - b"),
        ("-a", "&#45;a", "&#45;a"),
        ("1. a", "&#49;. a", "&#49;. a"),
        ("[a](b)", "&#91;a&#93;(b)", "&#91;a&#93;(b)"),
        ("[x] a", "<span>&#91;</span>x&#93; a", "&#91;x&#93; a"),
    ],
)
def test_text_is_only_what_it_says(text: str, within: str, beside: str) -> None:
    assert escaped(text) == within
    assert escaped_plain(text) == beside


@pytest.mark.parametrize(
    ("html", "written"),
    [
        ("<p>Plain.</p>", "<p>Plain.</p>"),
        ("<p>a *b*\n  - c</p>", "<p>a &#42;b&#42;\n  &#45; c</p>"),
        ('<p title="a *b* !c" class="x">d</p>', '<p title="a &#42;b&#42; &#33;c" class="x">d</p>'),
        ("<a_b>c</a_b>", "<a_b>c</a_b>"),
        ("<style>a > *b* { }</style>*c*", "<style>a > *b* { }</style>&#42;c&#42;"),
    ],
)
def test_markup_holds_no_markdown(html: str, written: str) -> None:
    assert html_in_markdown(html) == written
