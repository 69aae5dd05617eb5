"""Words of any script are found without case and accents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.corpus.words import folded, words_in
from tests.examples import examples


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Süd-Straße, don’t!", "sud strasse don t"),
        ("ёлка й", "елка и"),
        ("Łódź, Ørsted, Đặng, Œuvres, Þór", "lodz orsted dang oeuvres thor"),
        ("E\u0301te\u0301 été", "ete ete"),
        ("制裁は効果がある。", "制 裁 は 効 果 が あ る"),
        ("x制裁y", "x 制 裁 y"),
        ("한국어 제재", "한국어 제재"),
        ("हिन्दी में", "हिन्दी में"),
        ("עִבְרִית", "עברית"),
        ("المُقَاطَعَة", "المقاطعة"),
        ("ﬁnal Ⅳ", "final iv"),
        ("snake_case", "snake case"),
        ("— … \u0301 _", ""),
    ],
)
def test_words_are_what_is_looked_for(text: str, found: str) -> None:
    assert folded(text) == found


@examples(300)
@given(st.text())
def test_words_stand_where_they_are_said_to_and_fold_to_themselves(text: str) -> None:
    end = 0
    for word in words_in(text):
        assert end <= word.start < word.end <= len(text)
        end = word.end
        assert folded(text[word.start : word.end]) == word.folded
        assert not set(word.folded) & set(" \"'*()-:^+\\")
    assert folded(text.upper().lower()).isascii() or folded(text) == folded(folded(text))
