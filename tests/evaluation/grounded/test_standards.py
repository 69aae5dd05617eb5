"""Proof standards at their limits, which are those of the program Carneades 4."""

import pytest

from argmap.evaluation.grounded.standards import is_enough
from argmap.model import Standard

NOTHING = -1.0
CLEAR, DOUBTLESS = Standard.CLEAR_AND_CONVINCING, Standard.BEYOND_REASONABLE_DOUBT


@pytest.mark.parametrize(
    ("standard", "ground", "against", "enough"),
    [
        (Standard.SCINTILLA, 0.1, 1.0, True),
        (Standard.PREPONDERANCE, 0.5, 0.25, True),
        (Standard.PREPONDERANCE, 0.25, 0.5, False),
        (None, 0.25, 0.5, False),
        (CLEAR, 0.0, NOTHING, False),
        (CLEAR, 0.5, NOTHING, False),
        (CLEAR, 0.51, NOTHING, True),
        (CLEAR, 0.75, 0.25, False),
        (CLEAR, 0.76, 0.25, True),
        (CLEAR, 1.0, 0.5, False),
        (CLEAR, 1.0, 0.4, True),
        (DOUBTLESS, 0.51, NOTHING, True),
        (DOUBTLESS, 1.0, 0.25, True),
        (DOUBTLESS, 1.0, 0.3, False),
        (DOUBTLESS, 0.9, 0.25, True),
        (DOUBTLESS, 0.75, 0.25, False),
        (Standard.DIALECTICAL_VALIDITY, 0.1, NOTHING, True),
        (Standard.DIALECTICAL_VALIDITY, 1.0, 0.1, False),
    ],
)
def test_what_is_enough_for_a_standard(
    standard: Standard, ground: float, against: float, enough: bool
) -> None:
    assert is_enough(standard, ground, against) is enough


def test_what_floats_have_a_hair_beside_a_limit_is_at_it() -> None:
    almost = 0.7 - 0.4
    assert almost < 0.3
    assert 0.8 - almost > 0.5
    assert not is_enough(CLEAR, 0.8, almost)
    assert not is_enough(DOUBTLESS, 1.0, almost)
