"""Numbers of large circles are given up once the time is over."""

from pathlib import Path
from typing import Any

import pytest

from argmap.errors import EvaluationLimitError
from argmap.evaluation.deadline import Deadline
from argmap.evaluation.semantics import degrees_of
from argmap.pipeline import loads
from argmap.weighing import DEGREES
from tests.command import argmap

CIRCLE = """\
argmap: 1
thesis: {id: a, text: A., rebuttals: [{ref: b}], arguments: [{ref: c}]}
claims:
- {id: b, text: B., credence: 0.5, rebuttals: [{ref: c}]}
- {id: c, text: C., credence: 0.5, rebuttals: [{ref: a}]}
"""


@pytest.mark.parametrize("semantics", DEGREES)
def test_numbers_of_a_circle_are_given_up_when_the_time_is_over(semantics: str) -> None:
    with pytest.raises(EvaluationLimitError, match="were not all found within 0 seconds"):
        degrees_of(loads(CIRCLE), semantics, deadline=Deadline(0))
    assert degrees_of(loads(CIRCLE), semantics, deadline=Deadline(600)).claims


@pytest.mark.parametrize("semantics", DEGREES)
@pytest.mark.parametrize("asked", [(), ("--tornado",)])
def test_the_limit_of_a_command_reaches_into_one_circle(
    tmp_path: Path, semantics: str, asked: tuple[Any, ...]
) -> None:
    (tmp_path / "m.yaml").write_text(CIRCLE)
    options = ("--semantics", semantics, *asked, "--time-limit", "1e-9")
    ended = argmap("evaluate", str(tmp_path / "m.yaml"), *options)
    assert (ended.code, ended.out) == (2, "")
    assert "allow more time" in ended.err
