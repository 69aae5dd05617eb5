"""What is expected of a map, by each semantics and in both vocabularies."""

from dataclasses import replace

import pytest

from argmap.errors import EvaluationLimitError
from argmap.evaluation.coherent.acceptance import Semantics
from argmap.evaluation.coherent.answers import Acceptance, Acceptances
from argmap.evaluation.expectations import misses
from argmap.evaluation.semantics import degrees_of
from argmap.model import ArgumentMap, Expectation
from argmap.weighing import DEGREES, Expected
from tests.evaluation.grounded.test_labelling import written
from tests.evaluation.why.test_camps import EXTREME, NIXON

LIAR = written("liar", "x: liar -| liar")
FLOATING = written("d c a b", "w: c -| d", "x: a -| c", "y: b -| c", "u: a -| b", "v: b -| a")
UNDERCUT = written("red looks lamp", "x: looks -> red", "y: lamp -| x")

RING = written("a b c", "x: b -> a", "y: c -| a @weak", "z: c -> b @strong")


def met(a_map: ArgumentMap, name: str, semantics: str | None = None) -> set[str]:
    """Return the words that are met."""
    found = []
    for word in Expected:
        expected = Expectation(name, word, semantics)
        if not list(misses(replace(a_map, expectations=(expected,)))):
            found.append(word.value)
    return set(found)


@pytest.mark.parametrize(
    ("a_map", "name", "semantics", "words"),
    [
        (NIXON, "quaker", None, {"accepted", "stands"}),
        (NIXON, "pacifist", None, {"undecided"}),
        (UNDERCUT, "red", None, {"rejected", "not-shown"}),
        (UNDERCUT, "x", None, {"rejected", "falls"}),
        (NIXON, "pacifist", "preferred", {"undecided"}),
        (EXTREME, "extreme", "preferred", {"accepted", "stands"}),
        (LIAR, "liar", "preferred", {"undecided"}),
        (LIAR, "x", "preferred", {"undecided"}),
        (LIAR, "liar", "stable", {"undecided"}),
        (LIAR, "x", "stable", {"undecided"}),
        (FLOATING, "c", "preferred", {"rejected", "falls", "not-shown"}),
        (FLOATING, "w", "preferred", {"rejected", "falls", "not-shown"}),
        (FLOATING, "c", "complete", {"undecided"}),
    ],
)
def test_a_word_is_met_by_what_it_says(
    a_map: ArgumentMap, name: str, semantics: None, words: set[str]
) -> None:
    assert met(a_map, name, semantics) == words


@pytest.mark.parametrize(
    ("exists", "sceptical", "credulous"),
    [(None, False, False), (True, None, True), (True, False, None)],
)
def test_nothing_is_said_of_what_is_known_only_in_part(
    exists: bool | None, sceptical: bool | None, credulous: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = {"c": Acceptance(sceptical, credulous)}
    found = Acceptances(Semantics.STABLE, exists, known, {}, is_cut=True)
    monkeypatch.setattr("argmap.evaluation.expectations.acceptance", lambda *_, **__: found)
    with pytest.raises(EvaluationLimitError, match="“c” is as expected was not found out"):
        met(FLOATING, "c", "stable")


@pytest.mark.parametrize("semantics", [None, *DEGREES])
def test_a_degree_is_that_of_its_semantics_and_both_its_bounds_are_within(
    semantics: str | None,
) -> None:
    degree = degrees_of(RING, semantics or "df-quad").claims["a"]
    others = {degrees_of(RING, one).claims["a"] for one in DEGREES} - {degree}
    assert others

    def missed(low: float, high: float) -> list[float]:
        expected = Expectation("a", None, semantics, degree=(low, high))
        return [miss.degree for miss in misses(replace(RING, expectations=(expected,)))]

    assert missed(degree, degree) == []
    assert missed(0.0, degree) == missed(degree, 1.0) == []
    assert missed(0.0, degree - 0.001) == missed(degree + 0.001, 1.0) == [degree]
