"""What the manual says of rules that changed: each verdict “now” is the one that comes out."""

import re
from pathlib import Path

import pytest

from argmap.checks import certain_contradiction
from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.semantics import degrees_of
from argmap.pipeline import loads
from argmap.weighing import DEGREES, Standing

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "rules-changed.md"
_MAP = re.compile(r"<!-- file: (\w+)\.yaml[^>]*-->\n```yaml\n(.*?)```", re.DOTALL)
MAPS = dict(_MAP.findall(PAGE.read_text(encoding="utf-8")))

NOW = {
    "contradiction": {"guilty": Standing.UNDECIDED, "innocent": Standing.UNDECIDED},
    "exception": {"harry-is-british": Standing.NOT_SHOWN},
    "repealed": {"harry-is-british": Standing.NOT_SHOWN},
    "red": {"the-object-is-red": Standing.NOT_SHOWN},
    "strongly": {"the-vaccine-is-safe": Standing.STANDS},
    "nixon": {"dove": Standing.UNDECIDED, "hawk": Standing.UNDECIDED},
    "lead": {"he-did-it": Standing.FALLS},
    "lake": {"lake": Standing.STANDS},
    "rain": {"wet": Standing.STANDS, "dry": Standing.STANDS},
}


@pytest.mark.parametrize("name", MAPS)
def test_the_verdict_of_today_is_the_one_that_the_page_names(name: str) -> None:
    found = evaluate(loads(MAPS[name]))
    assert {id: found.claims[id].standing for id in NOW[name]} == NOW[name]
    assert len(MAPS[name].splitlines()) <= 4


def test_stronger_arguments_do_what_the_page_says() -> None:
    one_side = MAPS["contradiction"].replace("strong", "decisive", 1)
    found = evaluate(loads(one_side)).claims
    assert [found[id].standing for id in ("guilty", "innocent")] == ["stands", "falls"]
    decisive = MAPS["lead"].replace("strong,", "decisive,", 1)
    assert evaluate(loads(decisive)).claims["he-did-it"].standing is Standing.STANDS


def test_degrees_of_today_are_those_that_the_page_names() -> None:
    a_map = loads(MAPS["lake"])
    numbers = [f"{degrees_of(a_map, one).claims['lake']:.2f}" for one in DEGREES]
    assert dict(zip(DEGREES, numbers, strict=True)) == {
        "credence": "1.00",
        "df-quad": "1.00",
        "quadratic-energy": "0.75",
        "euler": "0.59",
    }


def test_two_certain_sides_are_an_error() -> None:
    assert certain_contradiction.SEVERITY == "error"
