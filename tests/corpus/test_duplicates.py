"""Near copies of claims are found over maps, and little else."""

import json
import random
import sys
from pathlib import Path
from typing import Any

import pytest

from argmap.corpus.database import opened
from argmap.corpus.duplicates import duplicates
from tests.bench.corpus import Words, _nearly
from tests.command import argmap


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("maps").mkdir()


def write(name: str, *claims: str) -> None:
    thesis, *others = (f"{{id: c{n}, text: {text}}}" for n, text in enumerate(claims))
    text = f"argmap: 1\nthesis: {thesis}\nclaims: [{', '.join(others)}]\n"
    Path("maps", name).write_text(text, encoding="utf-8")


def families(*call: str) -> list[list[dict[str, Any]]]:
    assert argmap("index", "maps", "-o", "corpus.db").code == 0
    result = argmap("duplicates", "corpus.db", "--format", "json", *call)
    assert (result.code, result.err) == (0, "")
    return [family["claims"] for family in json.loads(result.out)["families"]]


def test_copies_over_maps_are_a_family_with_their_verdicts() -> None:
    write("a.yaml", "The council should close the road.", "Something else entirely is said here.")
    write("b.yaml", "Once more another thing.", "The council should close this road.")
    write("c.yaml", "THE COUNCIL should close the road!", "The weather was fine in May.")
    argmap("index", "maps", "-o", "corpus.db")
    result = argmap("duplicates", "corpus.db")
    assert result.out == (
        "3 claims of 3 maps, 92 % alike at least\n"
        f"  • {Path('maps/a.yaml')} [c0] stands\n"
        "    The council should close the road.\n"
        f"  • {Path('maps/b.yaml')} [c1] stands\n"
        "    The council should close this road.\n"
        f"  • {Path('maps/c.yaml')} [c0] stands\n"
        "    THE COUNCIL should close the road!\n"
    )
    assert families("--least", "0.95") == [
        [one for one in families()[0] if one["map"] != str(Path("maps/b.yaml"))]
    ]


def test_copies_within_a_map_are_told_on_demand_only() -> None:
    write("a.yaml", "The council should close the road.", "The council should close this road.")
    assert families() == []
    assert [len(one) for one in families("--within")] == [2]
    assert argmap("duplicates", "corpus.db").err == "no claim is nearly the same in two maps\n"


def test_thousands_of_the_same_are_one_family() -> None:
    for n in range(3):
        said = ("Everybody says this again and again.",) * 700
        write(f"{n}.yaml", *said)
    assert [len(one) for one in families()] == [2100]


def test_planted_copies_are_found_and_few_others() -> None:
    dice = random.Random(7)
    words = Words(dice)
    said = [words.sentence() for _ in range(400)]
    write("a.yaml", *(" ".join(one) for one in said))
    write("b.yaml", *(" ".join(_nearly(one, words)) for one in said[:200]))
    write("c.yaml", *(" ".join(words.sentence()) for _ in range(400)))
    found = families()
    pairs = {frozenset((one["map"], one["id"]) for one in family) for family in found}
    a, b = (str(Path("maps", name)) for name in ("a.yaml", "b.yaml"))
    planted = {frozenset([(a, f"c{n}"), (b, f"c{n}")]) for n in range(200)}
    assert len(pairs & planted) >= 0.95 * len(planted)
    assert len(pairs - planted) <= 2


def test_a_missing_library_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.yaml", "The council should close the road.", "Something else.")
    argmap("index", "maps", "-o", "corpus.db")
    monkeypatch.setitem(sys.modules, "rensa", None)
    result = argmap("duplicates", "corpus.db")
    assert (result.code, result.out) == (2, "")
    assert "argmap[corpus]" in result.err


@pytest.mark.parametrize("sealed", ["false", "true"])
def test_a_claim_of_an_included_map_is_no_copy_of_itself(sealed: str) -> None:
    write("tax.yaml", "A tax on sugar works in the end.", "Few people mind the tax on sugar.")
    for name, said in (("a", "Our town wants it."), ("b", "Children need other drinks.")):
        Path(f"maps/{name}.yaml").write_text(
            f"argmap: 1\ninclude: [{{file: tax.yaml, as: tax, sealed: {sealed}}}]\n"
            f"thesis: {{text: {said}, premises: [{{ref: tax/c0}}]}}\n"
        )
    assert families() == []
    assert families("--within") == []
    write("copy.yaml", "A tax on sugar works in the end!")
    ((one, other),) = families()
    assert {one["map"], other["map"]} == {
        str(Path("maps/copy.yaml")),
        str(Path("maps/tax.yaml")),
    }


def test_a_claim_of_a_file_that_is_no_map_of_the_corpus_is_told_once_with_its_file() -> None:
    Path("common.yaml").write_text(
        "argmap: 1\nthesis: {id: c0, text: A tax on sugar works in the end.}\n"
    )
    for name, said in (("a", "Our town wants it."), ("b", "Children need other drinks.")):
        Path(f"maps/{name}.yaml").write_text(
            "argmap: 1\ninclude: [{file: ../common.yaml, as: tax}]\n"
            f"thesis: {{text: {said}, premises: [{{ref: tax/c0}}]}}\n"
        )
    Path("pyproject.toml").touch()
    assert families() == []
    write("copy.yaml", "A tax on sugar works in the end!")
    assert [[one["file"] for one in family] for family in families()] == [
        ["common.yaml", str(Path("maps/copy.yaml"))]
    ]
    told = argmap("duplicates", "corpus.db").out
    assert f"{Path('maps/a.yaml')} [tax/c0] stands, written in common.yaml\n" in told


def test_a_corpus_can_be_looked_through_more_than_once() -> None:
    write("a.yaml", "The council should close the road.", "Something else entirely is said here.")
    write("b.yaml", "The council should close this road.", "And once more another thing.")
    argmap("index", "maps", "-o", "corpus.db")
    with opened(Path("corpus.db")) as base:
        first, second = (tuple(duplicates(base, Path("corpus.db"))) for _ in range(2))
    assert first == second
    assert len(first) == 1
