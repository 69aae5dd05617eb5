from hypothesis import given
from hypothesis import strategies as st

from argmap.drawing import sizes
from argmap.drawing.measure import text_width
from argmap.drawing.paragraphs import paragraphs
from argmap.model import Claim

WORDS = st.lists(st.text("abcde", min_size=1, max_size=8), min_size=1, max_size=20)


@given(WORDS, st.booleans(), st.sampled_from(("¶4", "pp. 10–12, 14", "¶1, ¶3, ¶5, ¶7")))
def test_short_sources_stand_beside_the_last_line_and_take_no_more_height(
    words: list[str], labelled: bool, citing: str
) -> None:
    claim = Claim("c", f"{' '.join(words)}.", label="Label" if labelled else None)
    told = paragraphs(claim, citing=citing, width=245, badge=20)
    plain = paragraphs(claim, citing="", width=245, badge=20)
    assert told.sources_beside
    assert told.height <= plain.height + sizes.SOURCES_GAP + sizes.SMALL_LINE_HEIGHT
    used = text_width(told.body[-1], size=13) + text_width(citing, size=11)
    badge = 20 if not labelled and len(told.body) == 1 else 0
    assert used + sizes.BESIDE_GAP + badge <= 245


def test_long_sources_stand_below_a_full_line() -> None:
    claim = Claim("c", "A claim that takes the whole width of a line")
    told = paragraphs(claim, citing="Ministry of Education 2021, p. 14", width=270, badge=0)
    assert not told.sources_beside
    assert len(told.body) == 1
    assert told.height == sizes.LINE_HEIGHT + sizes.SOURCES_GAP + sizes.SMALL_LINE_HEIGHT
