"""Which strength must change by how much for a verdict to be another."""

import pytest

from argmap.errors import UnfitOptionError
from argmap.evaluation.robustness import Turn, robustness
from argmap.model import Label
from argmap.pipeline import loads

TIE = """\
argmap: 1
thesis:
  id: t
  text: The library opens on Sundays.
  arguments: [{id: families, premises: [Families have time.]}]
  rebuttals: [{id: staff, strength: 0.5, premises: [Nobody wants to work.]}]
"""


def test_at_a_tie_any_change_turns_the_verdict():
    found = robustness(loads(TIE), "t")
    assert found.label is Label.UNDECIDED
    families, staff = found.sways
    assert (families.id, families.strength, families.written) == ("families", 0.5, False)
    assert families.up == (Turn(0.5, True, Label.ACCEPTED),)
    assert families.down == (Turn(0.5, True, Label.REJECTED),)
    assert (staff.id, staff.written, staff.smallest_change) == ("staff", True, 0)


def test_undercuts_and_what_bears_on_other_claims_have_no_part():
    a_map = loads(
        "argmap: 1\nthesis:\n  id: t\n  text: T.\n  arguments:\n"
        "    - {id: a, premises: [P.], rebuttals: [{id: u, premises: [U.]}]}\n"
        "claims: [{id: c, text: C., arguments: [D.], rebuttals: [E.]}]\n"
    )
    assert robustness(a_map, "t").sways == ()
    assert robustness(a_map, "t").tried == 0
    assert robustness(a_map, "c").tried == 2


def test_an_unknown_claim_is_told():
    with pytest.raises(UnfitOptionError, match="no claim “families”"):
        robustness(loads(TIE), "families")
