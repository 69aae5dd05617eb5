"""What moves a claim how far, by numbers that can be checked by hand."""

import pytest

from argmap.errors import UnfitOptionError
from argmap.evaluation.graded.tornado import Effect, tornado
from argmap.evaluation.semantics import degrees_of
from argmap.pipeline import loads
from argmap.weighing import DEGREES

MAP = """\
argmap: 1
thesis:
  id: t
  text: T.
  premises:
    - {id: p, text: P., credence: 0.8}
    - {id: q, text: Q.}
  rebuttals:
    - {id: r, text: R., credence: 0.1, rebuttals: [{id: s, text: S., credence: 0.5}]}
claims:
  - {id: elsewhere, text: E.}
"""


def test_the_longest_bars_come_first_and_what_does_not_bear_is_left_out() -> None:
    found = tornado(loads(MAP), "t", "credence")
    # By hand: t stands with p, unless r is there, which stands with 0.1 where s (0.5) fails.
    assert found.now == pytest.approx(0.8 * 0.95)
    assert [effect.id for effect in found.effects] == ["p", "r", "q", "s"]
    p, r, q, s = found.effects
    assert (p.holds, p.fails) == pytest.approx((0.95, 0.0))
    assert (q.holds, q.fails) == pytest.approx((0.76, 0.0))
    assert (r.holds, r.fails) == pytest.approx((0.0, 0.8))
    assert (s.holds, s.fails) == pytest.approx((0.8, 0.72))
    assert found.tried == 4


@pytest.mark.parametrize("semantics", DEGREES)
def test_each_end_of_a_bar_is_what_the_question_gives(semantics: str) -> None:
    a_map = loads(MAP)
    for one in tornado(a_map, "t", semantics).effects:
        assert one.holds == degrees_of(a_map, semantics, accept=[one.id]).claims["t"]
        assert one.fails == degrees_of(a_map, semantics, reject=[one.id]).claims["t"]
        assert one.spread > 0


def test_what_does_not_move_the_claim_is_counted_and_not_listed() -> None:
    a_map = loads("argmap: 1\nthesis: {id: t, text: T., status: certain, premises: [P.]}\n")
    found = tornado(a_map, "t", "df-quad")
    assert (found.now, found.effects, found.tried) == (1.0, (), 1)


def test_a_spread_has_no_sign() -> None:
    assert Effect("a", 0.2, 0.7).spread == Effect("a", 0.7, 0.2).spread == pytest.approx(0.5)


def test_an_unknown_claim_is_told() -> None:
    with pytest.raises(UnfitOptionError, match="no claim “q2”"):
        tornado(loads(MAP), "q2", "euler")
