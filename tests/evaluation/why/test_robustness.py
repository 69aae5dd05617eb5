"""Which strength must change by how much for a verdict to be another."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from argmap.errors import UnfitOptionError
from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.why.robustness import Robustness, Turn, robustness
from argmap.model import ArgumentMap, Label, Standard
from argmap.pipeline import loads
from argmap.weighing import Standing
from tests.evaluation.grounded.test_labelling import weighed, written
from tests.evaluation.layered_maps import layered_map
from tests.evaluation.weighed_maps import weighed_map

GRID = sorted({n / 20 for n in range(21)} | {0.29, 0.31, 0.33, 0.49, 0.51, 0.83})


def moved(a_map: ArgumentMap, name: str, strength: float) -> ArgumentMap:
    claims = [replace(c, given=strength) if c.id == name else c for c in a_map.claims]
    arguments = [replace(a, strength=strength) if a.id == name else a for a in a_map.arguments]
    return replace(a_map, claims=tuple(claims), arguments=tuple(arguments))


def foretold(found: Robustness, name: str, strength: float) -> Label:
    """Return the verdict that the answer foretells for one strength."""
    sway = next((one for one in found.sways if one.id == name), None)
    label = found.label
    if sway is None or strength == sway.strength:
        return label
    grows = strength > sway.strength
    for turn in sway.up if grows else sway.down:
        past = strength > turn.at if grows else strength < turn.at
        if past or (strength == turn.at and not turn.beyond):
            label = turn.label
    return label


def names_of(a_map: ArgumentMap) -> list[str]:
    targets = a_map.claims_by_id
    return [*targets, *(one.id for one in a_map.arguments if one.target in targets)]


@pytest.mark.parametrize("made", [layered_map, lambda seed: weighed_map(seed)[0]])
def test_the_verdict_turns_where_it_is_foretold_and_nowhere_else(made: Callable[..., Any]) -> None:
    turned = 0
    for seed in range(60):
        a_map = made(seed)
        asked = max(a_map.claims_by_id, key=lambda name: len(a_map.arguments_on(name)))
        found = robustness(a_map, asked)
        turned += len(found.sways)
        for name in names_of(a_map):
            for strength in GRID[0 if name in a_map.claims_by_id else 1 :]:
                now = evaluate(moved(a_map, name, strength)).verdict(asked).label
                assert now is foretold(found, name, strength), (seed, name, strength)
    assert turned > 10


TIE = """\
argmap: 1
thesis:
  id: t
  text: The library opens on Sundays.
  arguments: [{id: families, premises: [Families have time.]}]
  rebuttals: [{id: staff, strength: 0.5, premises: [Nobody wants to work.]}]
"""


def test_at_a_tie_any_change_turns_the_verdict() -> None:
    found = robustness(loads(TIE), "t")
    assert found.label is Label.UNDECIDED
    families, staff = found.sways
    assert (families.id, families.strength, families.written) == ("families", 0.5, False)
    assert families.up == (Turn(0.5, True, Label.ACCEPTED, Standing.STANDS),)
    assert families.down == (Turn(0.5, True, Label.REJECTED, Standing.FALLS),)
    assert (staff.id, staff.written, staff.smallest_change) == ("staff", True, 0)


def test_a_given_claim_is_swayed_by_how_strongly_it_is_given() -> None:
    found = robustness(
        loads(
            "argmap: 1\nthesis:\n  id: t\n  text: T.\n  given: strong\n"
            "  rebuttals: [{id: remark, strength: weak, premises: [R.]}]\n"
        ),
        "t",
    )
    assert [(one.id, one.strength, one.smallest_change) for one in found.sways] == [
        ("t", 0.75, 0.5),
        ("remark", 0.25, 0.5),
    ]
    assert found.sways[0].down == (
        Turn(0.25, False, Label.UNDECIDED, Standing.UNDECIDED),
        Turn(0.25, True, Label.REJECTED, Standing.FALLS),
    )


def test_undercuts_and_what_bears_on_other_claims_have_no_part() -> None:
    a_map = loads(
        "argmap: 1\nthesis:\n  id: t\n  text: T.\n  arguments:\n"
        "    - {id: a, premises: [P.], rebuttals: [{id: u, premises: [U.]}]}\n"
        "claims: [{id: c, text: C., arguments: [D.], rebuttals: [E.]}]\n"
    )
    assert robustness(a_map, "t").sways == ()
    assert robustness(a_map, "t").tried == 0
    assert robustness(a_map, "c").tried == 2


def test_an_unknown_claim_is_told() -> None:
    with pytest.raises(UnfitOptionError, match="no claim “families”"):
        robustness(loads(TIE), "families")


def test_a_proof_standard_turns_a_verdict_at_its_own_limits() -> None:
    a_map = weighed(
        written("a b c", "x: b -> a @decisive", "y: c -| a @weak"),
        standard="beyond-reasonable-doubt",
    )
    sways = {sway.id: sway for sway in robustness(a_map, "a").sways}
    (weaker,) = sways["x"].down
    (stronger,) = sways["y"].up
    assert (weaker.at, weaker.beyond) == (0.75, False)
    assert (stronger.at, stronger.beyond) == (0.3, False)
    clear = replace(a_map.claims[0], standard=Standard.CLEAR_AND_CONVINCING)
    clear_map = replace(a_map, claims=(clear, *a_map.claims[1:]))
    (stronger,) = {s.id: s for s in robustness(clear_map, "a").sways}["y"].up
    assert (stronger.at, stronger.beyond) == (0.5, False)


def test_a_claim_given_with_no_strength_meets_what_is_left_open() -> None:
    a_map = weighed(written("a>o o:open"), given=0.75)
    (sway,) = robustness(a_map, "a").sways
    assert sway.down == (Turn(0.0, False, Label.UNDECIDED, Standing.UNDECIDED),)
    settled = weighed(written("a>o o:rejected"), given=0.75)
    assert robustness(settled, "a").tried == 0
