import pytest

from argmap.schemes import named, names, nearest_to
from argmap.schemes.names import folded


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("expert-opinion", "expert-opinion"),
        ("expert_opinion", "expert-opinion"),
        ("Expert Opinion", "expert-opinion"),
        ("Argument From Expert Opinion", "expert-opinion"),
        ("ExpertOpinion_Inference", "expert-opinion"),
        ("  argument from authority ", "expert-opinion"),
        ("Argument From An Established Rule", "established-rule"),
        ("Generic Ad Hominem", "ad-hominem"),
        ("Abductive argument", "best-explanation"),
        ("Inference to the best explanation", "best-explanation"),
        ("Default Inference", "statistical-syllogism"),
        ("disjunctive syllogism", "alternatives"),
        ("Slippery slope", "slippery-slope"),
    ],
)
def test_schemes_are_known_by_the_names_that_others_write(written: str, meant: str) -> None:
    scheme = named(written)
    assert scheme is not None
    assert scheme.id == meant


@pytest.mark.parametrize(
    "written", ["", "-", "house-style", "наш-довод", "argument", "x" * 100_000]
)
def test_what_is_no_scheme_is_none(written: str) -> None:
    assert named(written) is None


@pytest.mark.parametrize("name", names())
def test_a_slip_of_the_pen_is_recognized(name: str) -> None:
    slip = name[0] + name[2:]
    assert named(slip) is None
    assert nearest_to(slip) == name


def test_the_nearest_may_be_known_by_another_name() -> None:
    assert nearest_to("sunk-cost") == "waste"
    assert nearest_to("xyzzy") is None


def test_folding_keeps_a_name_that_is_all_opening_words() -> None:
    assert folded("Argument") == "argument"
    assert folded("Argument_from") == "argument-from"
