import json
from pathlib import Path

import pytest

from tests.command import argmap

MAP = """\
argmap: 1
thesis:
  id: ferry
  text: The town should buy a ferry.
  arguments:
    - {id: quiet, strength: strong, premises: [{id: noise, text: The old one is loud.}]}
  rebuttals:
    - {id: price, premises: [{id: dear, text: The new one is dear., credence: 0.5}]}
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    (tmp_path / "map.yaml").write_text(MAP, encoding="utf-8")


def test_robustness_says_which_strength_turns_the_verdict_and_where() -> None:
    ended = argmap("evaluate", "map.yaml", "--robustness")
    assert ended.code == 0
    assert ended.out == (
        "“The town should buy a ferry” [ferry] stands. One strength alone could change that, the "
        "nearest\nfirst:\n"
        "   • the argument from “The old one is loud” [quiet], now 0.75 (strong): at 0.5 "
        "[ferry] is\n     undecided, below 0.5 it falls.\n"
        "   • the argument from “The new one is dear” [price], now 0.5 (moderate), not written: at "
        "0.75\n     [ferry] is undecided, above 0.75 it falls.\n"
    )


def test_robustness_says_that_no_strength_matters() -> None:
    told = argmap("evaluate", "map.yaml", "--robustness", "--claim", "dear").out
    assert told == (
        "“The new one is dear” [dear] stands. No change of one strength would change that: no "
        "strengths are\ncompared on the way to it.\n"
    )


def test_robustness_for_programs() -> None:
    answer = json.loads(argmap("evaluate", "map.yaml", "--robustness", "--format", "json").out)
    (claim,) = answer["claims"]
    assert (claim["id"], claim["label"], claim["tried"]) == ("ferry", "accepted", 2)
    assert claim["strengths"][0] == {
        "id": "quiet",
        "strength": 0.75,
        "written": True,
        "smallest_change": 0.25,
        "up": [],
        "down": [
            {"at": 0.5, "beyond": False, "label": "undecided", "standing": "undecided"},
            {"at": 0.5, "beyond": True, "label": "rejected", "standing": "falls"},
        ],
    }


def test_a_tornado_lists_what_moves_the_thesis() -> None:
    # By hand: 0.5 + 0.5 · (0.75 − 0.5) = 0.63.
    ended = argmap("evaluate", "map.yaml", "--semantics", "df-quad", "--tornado")
    assert ended.code == 0
    assert ended.out == (
        "“The town should buy a ferry” [ferry] has 0.62 by “df-quad”.\n"
        "It would have, when the claim on the right fails and when it holds:\n\n"
        "fails holds  0                  1\n"
        " 0.88  0.38  ░░░░░░░░██████████░░  “The new one is dear” [dear]\n"
        " 0.25  0.62  ░░░░░███████░░░░░░░░  “The old one is loud” [noise]\n"
    )
    answer = json.loads(
        argmap("evaluate", "map.yaml", "--semantics", "df-quad", "--tornado", "--format=json").out
    )
    assert answer["claims"][0]["effects"][1] == {
        "id": "noise",
        "holds": 0.625,
        "fails": 0.25,
        "spread": 0.375,
    }


def test_a_tornado_is_drawn(tmp_path: Path) -> None:
    asked = ("evaluate", "map.yaml", "--semantics", "credence", "--tornado", "-o")
    ended = argmap(*asked, "moves.svg")
    assert (ended.code, ended.out) == (0, "")
    drawn = (tmp_path / "moves.svg").read_text(encoding="utf-8")
    assert drawn.startswith("<svg ")
    assert argmap(*asked, "-").out == drawn


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--robustness", "--tornado"), "one at a time"),
        (("--robustness", "--semantics", "df-quad"), "leave --semantics out"),
        (("--robustness", "--reject", "noise"), "leave --accept and --reject out"),
        (("--tornado",), "add --semantics with one of credence, df-quad"),
        (("--tornado", "--semantics", "preferred"), "add --semantics with one of credence"),
        (("-o", "x.svg"), "-o is for the picture that --tornado draws"),
        (("--tornado", "--semantics", "euler", "-o", "x.png"), "let x.png end in .svg"),
        (("--robustness", "--claim", "quiet"), "no claim “quiet”"),
        (("--tornado", "--semantics", "euler", "--claim", "nois"), "did you mean “noise”"),
    ],
)
def test_what_does_not_go_together_is_told(
    tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    ended = argmap("evaluate", "map.yaml", *options)
    assert ended.code == 2
    assert said in ended.err
    assert not list(tmp_path.glob("x.*"))


def test_without_a_thesis_a_claim_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "bare.yaml").write_text(
        "argmap: 1\nclaims: [{id: a, text: A.}]\n", encoding="utf-8"
    )
    ended = argmap("evaluate", "bare.yaml", "--robustness")
    assert ended.code == 2
    assert "the map has no thesis; name a claim with --claim." in ended.err


def test_one_picture_is_of_one_claim(tmp_path: Path) -> None:
    (tmp_path / "two.yaml").write_text(
        "argmap: 1\nthesis: [{id: a, text: A.}, {id: b, text: B.}]\n", encoding="utf-8"
    )
    asked = ("evaluate", "two.yaml", "--semantics", "euler", "--tornado", "-o", "x.svg")
    assert "add --claim a, or another" in argmap(*asked).err
    assert argmap(*asked, "--claim", "b").code == 0


def test_the_time_that_it_may_take_is_kept() -> None:
    for wish in (("--robustness",), ("--semantics", "euler", "--tornado")):
        ended = argmap("evaluate", "map.yaml", *wish, "--time-limit", "1e-9")
        assert ended.code == 2
        assert "were tried within 1e-09 seconds" in ended.err
