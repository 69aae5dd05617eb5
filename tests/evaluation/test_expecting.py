"""What is expected of a map, by each semantics and in both vocabularies."""

from dataclasses import replace

import pytest

from argmap.evaluation.expecting import misses
from argmap.model import Expectation
from argmap.weighing import Expected
from tests.evaluation.test_camps import EXTREME, NIXON
from tests.evaluation.test_labelling import written

LIAR = written("liar", "x: liar -| liar")
FLOATING = written("d c a b", "w: c -| d", "x: a -| c", "y: b -| c", "u: a -| b", "v: b -| a")
UNDERCUT = written("red looks lamp", "x: looks -> red", "y: lamp -| x")


def met(a_map, name, semantics=None):
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
        (FLOATING, "c", "preferred", {"rejected", "falls", "not-shown"}),
        (FLOATING, "w", "preferred", {"rejected", "falls", "not-shown"}),
        (FLOATING, "c", "complete", {"undecided"}),
    ],
)
def test_a_word_is_met_by_what_it_says(a_map, name, semantics, words):
    assert met(a_map, name, semantics) == words
