"""Which numbers are sound, and what is told of the others."""

import pytest

from argmap.kinds.fraction import Fraction
from argmap.kinds.number import Number
from argmap.kinds.truth import Truth
from argmap.kinds.whole import Whole

FRACTION, WEIGHT = Fraction(words=("high", "low")), Fraction(zero_allowed=False, words=("weak",))
WIDTH, SHARE = Whole(120, 1000, ("auto",)), Number(0.5, 2)
LONG = "0." + "1" * 62


@pytest.mark.parametrize(
    ("kind", "sound", "unsound"),
    [
        (
            FRACTION,
            ("0", "1", "0.5", ".5", "1e-3", "high", LONG),
            ("-0.1", "1.01", "nan", LONG + "1"),
        ),
        (WEIGHT, ("0.001", "1", "weak"), ("0", "0.0", "-0.1", "1.5", "high")),
        (WIDTH, ("120", "1000", "auto"), ("119", "1001", "200.0", "+200", "high", "9" * 5000)),
        (SHARE, ("0.5", "2", "1e0"), ("0.49", "2.01", "inf", "two", "1e9999", "0" * 64 + "1")),
        (Truth(), ("true", "no", "on"), ("True", "1", "y", "")),
    ],
    ids=["fraction", "strength", "whole", "number", "truth"],
)
def test_a_number_is_within_its_limits(
    kind: Fraction | Number | Whole | Truth, sound: tuple[str, ...], unsound: tuple[str, ...]
) -> None:
    assert [value for value in sound if kind.complaint(value, "credence") is not None] == []
    assert [value for value in unsound if kind.complaint(value, "credence") is None] == []


@pytest.mark.parametrize(
    ("value", "kind", "told", "advice"),
    [
        ("80 %", FRACTION, "“80 %” is not a number from 0 to 1, nor one of high, low",
         "write 80 % as 0.8"),
        ("80", FRACTION, "“80” is not a number from 0 to 1, nor one of high, low",
         "write 80 % as 0.8"),
        ("100", Fraction(), "“100” is not a number from 0 to 1", "write 100 % as 1"),
        ("101", Fraction(), "“101” is not a number from 0 to 1",
         "0 is impossible, 0.5 as likely as not, 1 certain"),
        ("0.5%", Fraction(), "“0.5%” is not a number from 0 to 1", "write 0.5 % as 0.005"),
        ("0", WEIGHT, "“0” is not a number above 0 and up to 1, nor one of weak", None),
        ("0%", WEIGHT, "“0%” is not a number above 0 and up to 1, nor one of weak", None),
        ("1.5", Fraction(), "“1.5” is not a number from 0 to 1",
         "0 is impossible, 0.5 as likely as not, 1 certain"),
        ("hihg", FRACTION,
         "“hihg” is not a number from 0 to 1, nor one of high, low; did you mean “high”?", None),
        ("5", WIDTH, "“5” is not a whole number from 120 to 1000, nor one of auto", None),
        ("5", Whole(1, 3), "“5” is not a whole number from 1 to 3", None),
        ("0,8", Fraction(), "“0,8” is not a number from 0 to 1", "write 0,8 as 0.8"),
        ("1,5", SHARE, "“1,5” is not a number from 0.5 to 2", "write 1,5 as 1.5"),
        ("4/5", Fraction(), "“4/5” is not a number from 0 to 1", "write 4/5 as 0.8"),
        ("5/4", Fraction(), "“5/4” is not a number from 0 to 1",
         "0 is impossible, 0.5 as likely as not, 1 certain"),
        ("5", SHARE, "“5” is not a number from 0.5 to 2", None),
        ("maybe", Truth(), "“maybe” is neither true nor false", None),
    ],
)  # fmt: skip
def test_a_number_that_is_none_is_told_with_what_to_write(
    value: str, kind: Fraction | Number | Whole | Truth, told: str, advice: str | None
) -> None:
    assert kind.complaint(value, "credence") == (told, advice)


def test_advice_is_given_on_numbers_that_somebody_may_have_meant() -> None:
    vague = "0 is impossible, 0.5 as likely as not, 1 certain"
    _, longest = Fraction().complaint(LONG[:-1] + "%", "credence") or ("", None)
    _, longer = Fraction().complaint(LONG + "%", "credence") or ("", None)
    assert str(longest).startswith("write 0.11")
    assert longer == vague
