"""Markup reads back as what was written."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.render.markup import element, number, text

CHARACTERS = st.characters(exclude_categories=["Cs"])


def as_xml_can(content: str) -> str:
    return "".join(one if one in "\t\n\r" or one >= " " else "\ufffd" for one in content).translate(
        {0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD}
    )


@given(st.text(CHARACTERS | st.sampled_from("<>&\"'\t\n")), st.text(CHARACTERS))
def test_an_attribute_and_a_text_read_back(value: str, content: str) -> None:
    read = ElementTree.fromstring(element("g", {"id": value}, text(content)))
    assert read.get("id") == as_xml_can(value)
    # XML itself reads every line end in a text as a line feed.
    assert (read.text or "") == as_xml_can(content).replace("\r\n", "\n").replace("\r", "\n")


def test_half_of_a_surrogate_pair_becomes_a_sign_for_it() -> None:
    assert text("a\ud800b") == "a\ufffdb"


@pytest.mark.parametrize(
    ("value", "shown"),
    [(3.0, "3"), (2.54, "2.5"), (0.05, "0.1"), (-0.04, "0"), (0.0, "0"), (-1.0, "-1")],
)
def test_a_length_is_written_to_a_tenth_and_short(value: float, shown: str) -> None:
    assert number(value) == shown
