"""Examples from the literature, with the results that are known for them.

Each is a row of the page of the manual on them, which says where it is published. The papers
themselves were not at hand to compare; what has a page or a figure was looked up in the tests and
examples of others, such as those of T. Gordon in Carneades (test_evaluation.clj).
"""

from pathlib import Path

import pytest

from argmap.evaluation.coherent.acceptance import Semantics
from argmap.evaluation.coherent.standpoints import acceptance, standpoints
from argmap.evaluation.coherent.undecided import Method
from argmap.evaluation.grounded.labelling import evaluate
from argmap.model import Argument, ArgumentMap, Claim, Label, Polarity
from argmap.pipeline import load
from tests.evaluation.coherent.test_standpoints import METHODS, require_solver

ACCEPTED = Label.ACCEPTED
FOLDER = Path(__file__).parent / "published"
CASES = {path.stem: path for path in sorted(FOLDER.glob("*.yaml"))}
PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "published.md"


@pytest.mark.parametrize("name", CASES)
def test_cases_have_the_verdicts_that_are_known(name: str) -> None:
    a_map = load(CASES[name])
    found = evaluate(a_map)
    expected = {one.id: one.verdict for one in a_map.expectations}
    assert expected.keys() == a_map.claims_by_id.keys()
    assert {id: found.verdict(id).standing.value for id in expected} == {
        id: verdict.value for id, verdict in expected.items()
    }


def test_a_case_that_nobody_looked_up_says_so() -> None:
    rows = [line.split(" | ") for line in PAGE.read_text(encoding="utf-8").splitlines()]
    cases = {cells[0].removeprefix("| "): cells[2] for cells in rows if len(cells) == 4}
    for path in CASES.values():
        a_map = load(path)
        place = cases[a_map.title]
        assert place == "no" or all(one in a_map.description for one in place.split(", ")), path
        assert place == "no" or "page " in place or "section" in place or "Figure" in place
    assert "no" in cases.values()


@pytest.mark.parametrize("name", CASES)
def test_every_case_is_told_in_the_manual_with_where_it_is_published(name: str) -> None:
    a_map = load(CASES[name])
    assert f"| {a_map.title} | {a_map.description} | " in PAGE.read_text(encoding="utf-8")


def camps_of(name: str) -> list[set[str]]:
    """Return the ids of the claims that each preferred labelling accepts."""
    found = standpoints(load(CASES[name]), Semantics.PREFERRED)
    return [{c for c, label in one.claims.items() if label is ACCEPTED} for one in found]


def test_nixons_diamond_has_two_camps() -> None:
    facts = {"quaker", "republican"}
    assert sorted(map(sorted, camps_of("nixon"))) == sorted(
        map(sorted, (facts | {"dove"}, facts | {"hawk"}))
    )


def test_the_floating_conclusion_is_accepted_in_all_camps() -> None:
    found = acceptance(load(CASES["floating-conclusion"]), Semantics.PREFERRED)
    assert found.claims["extreme"].sceptical
    assert not found.claims["dove"].sceptical
    assert len(camps_of("floating-conclusion")) == 2


def test_two_of_three_friends_ride_the_tandem() -> None:
    camps = [camp & {"john", "mary", "suzy"} for camp in camps_of("tandem")]
    assert sorted(map(sorted, camps)) == [["john", "mary"], ["john", "suzy"], ["mary", "suzy"]]


def test_whether_hal_was_wrong_depends_on_the_audience() -> None:
    a_map = load(CASES["hal-and-carla"])
    labels = {
        name: evaluate(a_map, audience=name).verdict("wrong").label
        for name in ("of-property", "of-life")
    }
    assert labels == {"of-property": Label.ACCEPTED, "of-life": Label.REJECTED}


def framework(attacks: str) -> ArgumentMap:
    """Return claims that attack each other; `ab ba` are two attacks, a letter alone a claim."""
    pairs = [one for one in attacks.split() if len(one) == 2]
    return ArgumentMap(
        tuple(Claim(name, name) for name in sorted(set(attacks) - {" "})),
        tuple(Argument(pair, (pair[0],), pair[1], Polarity.ATTACK) for pair in pairs),
    )


def frameworks() -> list[list[str]]:
    """Return the rows of the manual: a figure, its attacks and three kinds of extensions."""
    text = PAGE.read_text(encoding="utf-8").partition("## Frameworks")[2].partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    return rows[1:]


def extensions(a_map: ArgumentMap, semantics: Semantics, method: Method) -> list[str]:
    found = standpoints(a_map, semantics, method=method)
    return sorted(
        "".join(name for name, label in one.claims.items() if label is ACCEPTED) for one in found
    )


def sets_of(cell: str) -> list[str]:
    return [] if cell == "none" else ["" if one == "∅" else one for one in cell.split()]


# The extensions are checked by hand against Dung's definitions: of the last graph, B. van Gijzel,
# who gives the two of Caminada in the examples of his package Dung, lists {b} as complete, which
# does not contain d that it defends.
@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("row", frameworks(), ids=lambda row: row[0])
def test_frameworks_have_the_extensions_that_are_known(row: list[str], method: Method) -> None:
    if method == "sat":
        require_solver()
    _, attacks, *cells = row
    complete, preferred, stable = map(sets_of, cells)
    a_map = framework(attacks)
    assert extensions(a_map, Semantics.COMPLETE, method) == complete
    assert extensions(a_map, Semantics.PREFERRED, method) == preferred
    assert extensions(a_map, Semantics.STABLE, method) == stable
    grounded = [name for name, one in evaluate(a_map).claims.items() if one.label is ACCEPTED]
    assert "".join(grounded) == complete[0]


def test_all_frameworks_are_read_from_the_manual() -> None:
    assert len(frameworks()) == 11
