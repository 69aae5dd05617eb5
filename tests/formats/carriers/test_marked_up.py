"""HTML within plain texts: what is a tag, what a reader sees, and that no text takes long."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats.carriers.marked_up import is_html, seen, shown_as
from argmap.formats.carriers.rich_text import Tag, plain_text, tokens
from tests.examples import examples

PIECES = st.sampled_from(
    [
        *("<", ">", "<!--", "-->", "<![CDATA[", "]]>", "<?", "</", "/>", "<b>", "</b>", "<br>"),
        *("<p class='a>b'>", "</p>", "<script>", "</script>", "<a href=", '"', "'", "=", "&", ";"),
        *("&amp;", "&#", "&#999999999999;", "&#x1F600;", "&nbsp", "&copy", "a", " ", "\n", "\x00"),
    ]
)
TEXTS = st.one_of(st.text(max_size=20), st.lists(PIECES, max_size=14).map("".join))


@examples(500)
@given(TEXTS)
def test_tags_and_texts_together_are_the_whole_text(text: str) -> None:
    parts = [token.written if isinstance(token, Tag) else token for token in tokens(text)]
    assert "".join(parts) == text


@examples(500)
@given(TEXTS)
def test_what_is_written_for_readers_is_what_they_see(text: str) -> None:
    assert seen(shown_as(text)) == text
    assert isinstance(plain_text(text), str)


@examples(500)
@given(TEXTS)
def test_escaped_text_is_seen_as_it_was_whatever_a_text_looks_like(text: str) -> None:
    escaped = html.escape(text)
    assert seen(escaped) == (text if is_html(escaped) else escaped)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<p>One <!-- and a half --> two.</p><p>Three.</p>", "One two.\nThree."),
        ('<a title="a > b" href="x">link</a>', "link"),
        ("<B>Loud</b>", "Loud"),
        ("<b>a</b> <!DOCTYPE x> b", "a  b"),
        ("5 <b 6> 7", "5 <b 6> 7"),
        ("<ul><li>One</li><li>Two</li></ul>", "One\nTwo"),
    ],
)
def test_a_reader_sees_the_text_of_html(text: str, shown: str) -> None:
    assert seen(text) == shown


@pytest.mark.parametrize(
    "piece",
    [
        "<!--",
        "<![",
        "<a ",
        "</",
        "<?",
        "&#",
        "<script>",
        "<a b='",
        "<!DOCTYPE ",
        "&amp",
        "<b>",
        "<",
    ],
)
def test_no_text_takes_long(piece: str) -> None:
    # What grew with the square of this would take minutes.
    text = f"<br>{piece * 100_000}"
    seen(text)
    plain_text(text)
