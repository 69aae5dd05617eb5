import json
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from argmap.cli import semantics as answers
from argmap.errors import EvaluationLimitError
from argmap.evaluation.coherent.acceptance import Semantics
from argmap.evaluation.coherent.answers import Acceptability, Acceptances, Standpoint
from argmap.evaluation.coherent.search import Search
from argmap.evaluation.coherent.standpoints import acceptability, standpoints
from argmap.evaluation.deadline import Deadline
from argmap.model import ArgumentMap
from tests.command import argmap

MAP = """\
argmap: 1
title: A tree
thesis:
  id: plant
  label: Plant a tree
  text: We should plant a tree.
  premises:
    - {id: shade, text: It will give shade.}
  rebuttals:
    - id: roots
      text: Its roots lift the pavement.
      rebuttals:
        - {id: downwards, text: Pear roots grow downwards.}
expect:
  plant: accepted
"""
PAINT = """\
argmap: 1
thesis: {id: red, text: The wall should be red., contradicts: blue}
claims:
  - {id: blue, text: The wall should be blue.}
  - {id: cheap, text: Paint is cheap., contradicts: dear, status: certain}
  - {id: dear, text: Paint is dear.}
  - {id: who, text: Who will paint?, status: open}
"""
QUARREL = """\
argmap: 1
thesis: {id: red, text: The wall should be red., contradicts: blue}
claims:
  - {id: blue, text: The wall should be blue.}
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    (tmp_path / "map.yaml").write_text(MAP, encoding="utf-8")
    (tmp_path / "quarrel.yaml").write_text(QUARREL, encoding="utf-8")


def test_the_outline_has_verdicts_and_counts() -> None:
    ended = argmap("evaluate", "map.yaml")
    assert ended.code == 0
    assert ended.out == (
        "A tree\n\n"
        "✓ Plant a tree — We should plant a tree. [plant]\n"
        "    + ✓ It will give shade. [shade]\n"
        "    − ✗ Its roots lift the pavement. [roots]\n"
        "        − ✓ Pear roots grow downwards. [downwards]\n\n"
        "3 claims stand ✓, 1 falls ✗\n"
    )
    assert ended.out == argmap("show", "map.yaml").out
    assert "✓" not in argmap("show", "map.yaml", "--no-evaluate").out


def test_the_outline_tells_what_decides_beside_the_signs(tmp_path: Path) -> None:
    text = (
        "argmap: 1\nthesis:\n  id: t\n  text: T.\n  given: strong\n  status: assumed\n"
        "  arguments: [{id: x, strength: 0.6, premises: [R., S.]}]\n"
        "  rebuttals:\n    - {id: y, strength: weak, premises: [Q.]}\n"
        "    - {strength: decisive, premises: [ref: t]}\n"
    )
    (tmp_path / "weighed.yaml").write_text(text, encoding="utf-8")
    assert argmap("show", "weighed.yaml", "--no-evaluate").out == (
        "T. (assumed) (given: strong) [t]\n"
        "    + these together (strength: 0.6): [x]\n"
        "        • R. [r]\n"
        "        • S. [s]\n"
        "    − Q. (strength: weak) [q]\n"
        "    − T. (strength: decisive) (see [t])\n"
    )


def test_json_has_the_shape_that_programs_rely_on() -> None:
    answer = json.loads(argmap("evaluate", "map.yaml", "--format", "json").out)
    assert answer["semantics"] == "grounded"
    assert answer["claims"]["roots"] == {
        "label": "rejected",
        "standing": "falls",
        "reason": "defeated",
    }
    stands = {"label": "accepted", "standing": "stands", "reason": "stands"}
    assert answer["arguments"]["plant.1"] == stands
    assert answer.keys() == {"semantics", "claims", "arguments"}


def test_what_if_says_what_changes() -> None:
    ended = argmap("evaluate", "map.yaml", "--reject", "downwards")
    assert ended.code == 0
    assert "“Plant a tree” [plant]: stands → is undecided" in ended.out
    assert "“Its roots lift the pavement” [roots]: falls → stands" in ended.out
    assert argmap("evaluate", "map.yaml", "--accept", "shade").out == "Nothing would change.\n"
    told = argmap("evaluate", "map.yaml", "--accept", "roots", "--reject", "plant.2").out
    assert told.endswith("“Plant a tree” [plant] stands as before.\n")
    answer = json.loads(
        argmap("evaluate", "map.yaml", "--reject", "downwards", "--format", "json").out
    )
    change = {
        "id": "plant",
        "before": "accepted",
        "after": "undecided",
        "standing": "undecided",
        "reason": "contested",
    }
    assert change in answer["changed"]


def test_an_expectation_that_fails_is_told_and_the_exit_code_is_1(tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text(MAP.replace("plant: acc", "roots: acc"), encoding="utf-8")
    ended = argmap("evaluate", "map.yaml")
    assert ended.code == 1
    assert "“Its roots lift the pavement” is rejected, not accepted" in ended.err


def test_standpoints_are_counted_and_listed() -> None:
    asked = ("evaluate", "quarrel.yaml", "--semantics", "preferred")
    ended = argmap(*asked, "--count", "--list", "5")
    assert ended.out.startswith("2 preferred labellings\n\n")
    assert "\n1. [" in ended.out
    assert "\n2. [" in ended.out
    assert ended.out.endswith("\nThere are no others.\n")
    assert "no others" not in argmap(*asked, "--list", "1").out
    answer = json.loads(argmap(*asked, "--count", "--format", "json").out)
    assert (answer["count"], answer["labellings"]) == (2, [])
    assert answer["claims"]["blue"] == {"sceptical": False, "credulous": True}


def test_labellings_are_counted_only_when_that_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(answers, "count_standpoints", lambda *_, **__: 1 / 0)
    asked = ("evaluate", "quarrel.yaml", "--semantics", "stable")
    assert "count" not in json.loads(argmap(*asked, "--format", "json").out)
    assert argmap(*asked).out.startswith("Stable labellings\n")
    with pytest.raises(ZeroDivisionError):
        argmap(*asked, "--count")


def test_what_all_labellings_share_is_said_first(tmp_path: Path) -> None:
    (tmp_path / "paint.yaml").write_text(PAINT, encoding="utf-8")
    asked = ("evaluate", "paint.yaml", "--semantics", "preferred")
    assert argmap(*asked).out == (
        "Preferred labellings\n"
        "\n"
        "1 claim stands in all of them:\n"
        "  • Paint is cheap. [cheap]\n"
        "\n"
        "1 claim falls, or is not shown, in all of them:\n"
        "  • Paint is dear. [dear]\n"
        "\n"
        "1 claim is undecided in all of them:\n"
        "  • Who will paint? [who]\n"
        "\n"
        "2 claims stand in some of them, not in others:\n"
        "  • The wall should be red. [red]\n"
        "  • The wall should be blue. [blue]\n"
    )
    answer = json.loads(argmap(*asked, "--format", "json").out)
    shared = {"accepted": ["cheap"], "rejected": ["dear"], "undecided": ["who"]}
    assert answer["shared"] == shared
    assert answer["exists"] is True
    assert answer["out_of_time"] is False


def test_a_question_about_one_claim_shows_a_labelling_of_each_kind(tmp_path: Path) -> None:
    (tmp_path / "paint.yaml").write_text(PAINT, encoding="utf-8")
    asked = ("evaluate", "paint.yaml", "--semantics", "preferred")
    assert argmap(*asked, "--claim", "red", "--claim", "cheap", "--claim", "dear").out == (
        "The wall should be red. [red]: stands in some of the preferred labellings, not in "
        "others\n"
        "  • in one labelling it stands\n"
        "  • in another it does not; there [blue] stands instead\n"
        "Paint is cheap. [cheap]: stands in all preferred labellings\n"
        "Paint is dear. [dear]: stands in none of the preferred labellings\n"
    )
    found = json.loads(argmap(*asked, "--claim", "red", "--format", "json").out)
    red = found["claims"]["red"]
    assert (red["accepted_in"], red["sceptical"], red["credulous"]) == ("some", False, True)
    assert (red["witness"]["red"], red["counter"]["red"]) == ("accepted", "rejected")
    assert found["out_of_time"] is False


@pytest.mark.parametrize("option", [("--list", "2"), ("--count",)], ids=["list", "count"])
@pytest.mark.parametrize(
    "other", [("--semantics", "stable", "--claim", "red"), ("--robustness",), ()], ids=str
)
def test_counting_and_listing_go_with_labellings_alone(
    option: tuple[str, ...], other: tuple[str, ...]
) -> None:
    ended = argmap("evaluate", "quarrel.yaml", *option, *other)
    assert ended.code == 2
    assert f"{option[0]} goes with --semantics complete, preferred or stable" in ended.err


@pytest.mark.parametrize("format", ["text", "json"])
@pytest.mark.parametrize("about", [(), ("--claim", "red"), ("--count",)], ids=str)
def test_what_was_not_found_in_time_is_said_to_be_unknown(
    format: str, about: tuple[Any, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "paint.yaml").write_text(PAINT, encoding="utf-8")

    def late(*_: Search, **__: Any) -> None:
        raise EvaluationLimitError("too late")

    monkeypatch.setattr("argmap.evaluation.coherent.undecided.Search.find", late)
    monkeypatch.setattr("argmap.evaluation.coherent.undecided.Search.all", late)
    asked = ("evaluate", "paint.yaml", "--semantics", "preferred", "--format", format, *about)
    ended = argmap(*asked)
    assert ended.code == 0
    if format == "json":
        answer = json.loads(ended.out)
        assert answer["out_of_time"] is True
        assert answer["claims"]["red"]["credulous"] is None
        # What the grounded labelling says is known all the same.
        assert about == ("--claim", "red") or answer["claims"]["cheap"]["sceptical"] is True
        assert answer.get("count") is None
    else:
        assert "within 60 seconds (--time-limit)." in ended.out
        assert "not known" in ended.out or "not settled" in ended.out
        if not about:
            assert "1 claim stands in all of them:\n  • Paint is cheap. [cheap]\n" in ended.out
            assert "3 claims are not settled: whether they stand in any of them" in ended.out
        if about == ("--count",):
            assert "\nThe labellings could not be counted within 60 seconds" in ended.out


def test_answers_about_claims_that_were_found_in_time_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "paint.yaml").write_text(PAINT, encoding="utf-8")

    def one(a_map: ArgumentMap, semantics: Semantics, claim: str, **options: Any) -> Acceptability:
        if claim == "blue":
            raise EvaluationLimitError("too late")
        return acceptability(a_map, semantics, claim, **options)

    monkeypatch.setattr(answers, "acceptability", one)
    asked = ("evaluate", "paint.yaml", "--semantics", "stable", "--claim")
    told = argmap(*asked, "cheap", "--claim", "blue").out
    assert "[cheap]: stands in all stable labellings\n" in told
    assert "[blue]: whether it stands in stable labellings is not known\n" in told
    assert argmap(*asked, "blue", "--claim", "cheap").code == 2


def test_a_time_limit_ends_the_working_out_of_one_labelling(tmp_path: Path) -> None:
    rows = "\n".join(f"  - {{id: c{n}, text: Claim {n}.}}" for n in range(300))
    (tmp_path / "many.yaml").write_text(f"argmap: 1\nclaims:\n{rows}\n", encoding="utf-8")
    ended = argmap("evaluate", "many.yaml", "--time-limit", "0.000001")
    assert ended.code == 2
    assert ended.out == ""
    assert "What stands was not worked out within 1e-06 seconds; allow more time" in ended.err


def test_a_listed_standpoint_says_what_sets_it_apart(tmp_path: Path) -> None:
    listed = ("evaluate", "quarrel.yaml", "--semantics", "complete", "--list", "5")
    assert "\n1. [red]\n2. nothing more\n3. [blue]\nThere are no others.\n" in argmap(*listed).out
    # A claim that attacks itself is in no standpoint, and in none decided.
    (tmp_path / "quarrel.yaml").write_text(
        "{argmap: 1, thesis: {id: liar, text: This is false., rebuttals: [ref: liar]}}",
        encoding="utf-8",
    )
    assert argmap(*listed).out == (
        "Complete labellings\n\n1 claim is undecided in all of them:\n  • This is false. [liar]\n\n"
        "There is only one complete labelling.\n"
    )
    stable = ("evaluate", "quarrel.yaml", "--semantics", "stable")
    told = "no stable labellings: each would leave something undecided\n"
    assert argmap(*stable).out == argmap(*stable, "--count").out == told
    assert json.loads(argmap(*stable, "--count", "--format", "json").out)["count"] == 0


def test_how_numbers_were_found_is_told(tmp_path: Path) -> None:
    def last_line(semantics: str, text: str) -> str:
        (tmp_path / "numbers.yaml").write_text(f"{{argmap: 1, {text}}}", encoding="utf-8")
        ended = argmap("evaluate", "numbers.yaml", "--semantics", semantics)
        return ended.out.splitlines()[-1]

    alone = "thesis: {id: a, text: A.}"
    open_claim = "thesis: {id: a, text: A., status: open}"
    circle = (
        "thesis: {id: a, text: A., credence: 0, "
        "premises: [{id: b, text: B., credence: 0, premises: [ref: a]}]}"
    )
    liar = "thesis: {id: a, text: A., rebuttals: [ref: a]}"
    assert last_line("credence", alone) == "Exact: nothing in the map is uncertain."
    assert last_line("credence", open_claim) == (
        "Exact: one claim or step is uncertain, and both ways it can turn out were weighed."
    )
    no_circle = "Nothing in the map leads in a circle, so one pass was enough."
    assert last_line("df-quad", alone) == no_circle
    rest = "The map has 1 circle; its numbers came to rest "
    assert last_line("df-quad", circle) == f"{rest}at once."
    assert last_line("df-quad", liar).startswith(f"{rest}after ")


def test_numbers_say_what_they_are_and_a_bar_is_that_of_its_number(tmp_path: Path) -> None:
    def told(semantics: str, credence: float) -> list[str]:
        claim = f"{{id: a, text: A., credence: {credence}}}"
        (tmp_path / "one.yaml").write_text(f"{{argmap: 1, thesis: {claim}}}", encoding="utf-8")
        return argmap("evaluate", "one.yaml", "--semantics", semantics).out.splitlines()[:2]

    assert told("credence", 0.75) == [
        "How probable it is that each claim stands:",
        "0.75 ████████░░ A. [a]",
    ]
    for same in (0.2500001, 0.25, 0.2499999):
        assert told("df-quad", same) == [
            "How well each claim holds, from 0 to 1, by “df-quad”:",
            "0.25 ███░░░░░░░ A. [a]",
        ]


@pytest.mark.parametrize(
    ("semantics", "told"),
    [
        ("df-quad", None),
        ("euler", "“T” [t] stands, here with 0.39, and “B” [b] falls, here with 0.42."),
    ],
)
def test_numbers_that_part_from_the_verdicts_are_told(
    semantics: str, told: str | None, tmp_path: Path
) -> None:
    against = "".join(
        f"    - id: {name}\n      text: {name.upper()}.\n      rebuttals: [No {name}.]\n"
        for name in "bcd"
    )
    text = f"argmap: 1\nthesis:\n  id: t\n  text: T.\n  arguments: [R.]\n  rebuttals:\n{against}"
    (tmp_path / "beaten.yaml").write_text(text, encoding="utf-8")
    *_, line = argmap("evaluate", "beaten.yaml", "--semantics", semantics).out.splitlines()
    assert line.startswith("Numbers are not verdicts: ") == (told is not None)
    assert told is None or line.endswith(told)
    rejected = argmap("evaluate", "beaten.yaml", "--semantics", semantics, "--reject", "t").out
    assert "“T” [t] stands" not in rejected


def test_numbers_of_what_no_verdict_allows_are_told_alone(tmp_path: Path) -> None:
    (tmp_path / "sides.yaml").write_text(SIDES, encoding="utf-8")
    asked = ("--semantics", "euler", "--accept", "red", "--accept", "blue")
    ended = argmap("evaluate", "sides.yaml", *asked)
    assert (ended.code, "Numbers are not verdicts" in ended.out) == (0, False)


SIDES = """\
argmap: 1
thesis: {id: red, text: Red., contradicts: blue}
claims:
  - {id: blue, text: Blue.}
  - {id: dear, text: Dear., status: certain, contradicts: cheap}
  - {id: cheap, text: Cheap.}
"""


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ("--accept", "red", "--accept", "blue"),
            "“red” and “blue” contradict each other; accept one of them",
        ),
        (
            ("--accept", "cheap"),
            "“cheap” cannot be accepted: it contradicts “dear”, which the author calls certain; "
            "reject “dear” as well",
        ),
        (
            ("--accept", "red", "--reject", "red"),
            "“red” cannot be both accepted and rejected; choose one",
        ),
    ],
    ids=["both sides", "against a certain one", "the same"],
)
@pytest.mark.parametrize("semantics", ["grounded", "complete", "preferred", "stable"])
def test_a_question_that_contradicts_itself_is_refused_with_exit_code_2(
    options: tuple[str, ...], message: str, semantics: str, tmp_path: Path
) -> None:
    (tmp_path / "sides.yaml").write_text(SIDES, encoding="utf-8")
    ended = argmap("evaluate", "sides.yaml", "--semantics", semantics, *options)
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err


def test_a_side_may_be_accepted_where_the_certain_other_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "sides.yaml").write_text(SIDES, encoding="utf-8")
    ended = argmap("evaluate", "sides.yaml", "--accept", "cheap", "--reject", "dear")
    assert ended.code == 0
    assert "[cheap]: is not shown → stands" in ended.out or "[cheap]: falls → stands" in ended.out


@pytest.mark.parametrize(
    ("verdicts", "line"),
    [
        ([""], "1 claim stands ✓"),
        (["status: rejected"], "0 claims stand ✓, 1 falls ✗"),
        (["status: open"], "0 claims stand ✓, 1 is undecided ?"),
        (
            ["", "premises: [{text: R., status: rejected}]"],
            "1 claim stands ✓, 1 falls ✗, 1 is not shown ○",
        ),
        (["", "", "status: open", "status: open"], "2 claims stand ✓, 2 are undecided ?"),
    ],
    ids=["stands", "falls", "undecided", "not shown", "several"],
)
def test_the_summary_says_only_the_verdicts_that_occur(
    verdicts: list[str], line: str, tmp_path: Path
) -> None:
    rows = "".join(f"  - {{text: C{n}., {one}}}\n" for n, one in enumerate(verdicts))
    (tmp_path / "few.yaml").write_text(f"argmap: 1\nclaims:\n{rows}", encoding="utf-8")
    lines = argmap("evaluate", "few.yaml").out.splitlines()
    assert lines[-1] == line


@pytest.mark.parametrize("semantics", ["df-quad", "quadratic-energy", "euler", "credence"])
def test_degrees_are_numbers_and_bars(semantics: str) -> None:
    ended = argmap("evaluate", "map.yaml", "--semantics", semantics)
    number = "0.50 █████░░░░░" if semantics == "euler" else "1.00 ██████████"
    assert f"{number} It will give shade. [shade]" in ended.out
    answer = json.loads(
        argmap("evaluate", "map.yaml", "--semantics", semantics, "--format", "json").out
    )
    assert answer["semantics"] == semantics
    assert 0 <= answer["claims"]["plant"]["degree"] <= 1


def test_frameworks_of_other_programs_are_evaluated_and_drawn(tmp_path: Path) -> None:
    (tmp_path / "two.af").write_text("p af 2\n1 2\n", encoding="utf-8")
    answer = json.loads(argmap("evaluate", "two.af", "--format", "json").out)
    assert answer["claims"]["2"] == {
        "label": "rejected",
        "standing": "falls",
        "reason": "defeated",
    }
    assert argmap("render", "two.af").code == 0
    (tmp_path / "two.apx").write_text("arg(a). arg(b)\natt(a,b).", encoding="utf-8")
    ended = argmap("evaluate", "two.apx")
    assert ended.code == 1
    assert "two.apx:1:" in ended.err


def test_explain_follows_the_reasons() -> None:
    ended = argmap("explain", "map.yaml", "plant")
    assert ended.out.startswith(
        "“Plant a tree” [plant] stands: the argument for it stands, and what speaks against it "
        "falls.\n"
        "   • For it speaks “It will give shade” [shade], which is given.\n"
        "   • Against it speaks “Its roots lift the pavement” [roots], which falls: what speaks "
    )
    assert " ".join(ended.out.split()).endswith(
        "• Against it speaks “Pear roots grow downwards” [downwards], which is given. "
        "Each of these changes would bring it down. It would not be shown, because the only "
        "argument for it does not stand, the one from “It will give shade” [shade]: "
        "• if “It will give shade” [shade] fell "
        "• if the step from “It will give shade” [plant.1] did not hold "
        "It would be undecided, because “Its roots lift the pavement” [roots] is in its way, and "
        "neither side prevails: "
        "• if “Its roots lift the pavement” [roots] stood "
        "• if “Pear roots grow downwards” [downwards] fell "
        "• if the step from “Pear roots grow downwards” [roots.1] did not hold"
    )
    told = argmap("explain", "map.yaml", "roots").out
    assert "• if “Pear roots grow downwards” [downwards] fell" in told
    assert "Each of these changes would make it stand, because it is given" in told
    assert "the step from “Pear roots grow downwards” [roots.1] did not hold" in told
    assert "would" not in argmap("explain", "map.yaml", "roots", "--budget", "0").out
    short = argmap("explain", "map.yaml", "plant", "--budget", "2").out
    assert short.endswith("There may be others; 2 labellings were tried (--budget).\n")


def test_explain_owns_up_to_a_search_that_found_nothing() -> None:
    told = argmap("explain", "map.yaml", "plant", "--budget", "1").out
    assert told.endswith(
        "\nNo single change was found to bring it down; not all others were tried, one labelling "
        "was tried\n(--budget).\n"
    )


def test_explain_has_the_same_tree_for_programs() -> None:
    answer = json.loads(argmap("explain", "map.yaml", "roots", "--format", "json").out)
    assert answer["id"] == "roots"
    sentence = answer["nodes"]["roots"].pop("sentence")
    assert sentence.startswith("“Its roots lift the pavement” [roots] falls: what speaks against")
    assert answer["nodes"]["roots"] == {
        "kind": "claim",
        "label": "rejected",
        "standing": "falls",
        "reason": "defeated",
        "because": ["roots.1"],
        "below": [{"id": "downwards", "bearing": "attack"}],
    }
    assert answer["nodes"].keys() == {"roots", "downwards"}
    found = answer["turned_by"]
    assert (found["turns"], found["is_complete"], found["has_more"]) == ("up", True, False)
    assert [way["changes"] for way in found["ways"]] == [
        [{"id": "downwards", "label": "rejected"}],
        [{"id": "roots.1", "label": "rejected"}],
    ]
    assert found["ways"][0]["after"] == {
        "label": "accepted",
        "standing": "stands",
        "reason": "given",
        "because": [],
    }


def test_explain_tells_arguments_as_well() -> None:
    told = argmap("explain", "map.yaml", "plant.2").out
    assert told.startswith(
        "The argument from one premise [plant.2] against “Plant a tree” [plant] falls: "
    )
    assert "• if “Pear roots grow downwards” [downwards] fell\n" in told


@pytest.mark.parametrize(
    ("status", "end"),
    [
        ("open", "As long as the author leaves it open, no other change can make it stand."),
        ("rejected", "As long as the author rejects it, no other change can make it stand."),
        ("assumed", "Nothing else in the map bears on it, so no other change can bring it down."),
        (
            "certain",
            "As long as the author puts it beyond doubt, no other change can bring it down.",
        ),
    ],
)
def test_what_hangs_on_its_author_alone_says_so(tmp_path: Path, status: str, end: str) -> None:
    text = f"{{argmap: 1, thesis: {{id: t, text: T., status: {status}}}}}"
    (tmp_path / "map.yaml").write_text(text, encoding="utf-8")
    assert argmap("explain", "map.yaml", "t").out.endswith(f"\n{end}\n")


def test_what_is_undecided_says_what_it_hangs_between() -> None:
    assert argmap("explain", "quarrel.yaml", "red").out.startswith(
        "“The wall should be red” [red] is undecided: nothing decides between it and what "
        "contradicts it.\n   • It is contradicted by “The wall should be blue” [blue], which is "
        "undecided"
    )


def test_explain_of_a_tie_names_the_command_that_shows_its_camps(tmp_path: Path) -> None:
    (tmp_path / "nixon.yaml").write_text(NIXON, encoding="utf-8")
    told = argmap("explain", "nixon.yaml", "dove", "--budget", "0").out
    assert "what speaks for it and what contradicts it are equally strong" in told
    *_, command = told.splitlines()
    assert command.split() == "argmap explain nixon.yaml dove --semantics preferred".split()
    camps = argmap(*command.split()[1:]).out
    assert "stands in some preferred labellings, not in all of them" in camps
    answer = json.loads(argmap(*command.split()[1:], "--format", "json").out)
    assert (answer["accepted_in"], answer["ties"]) == ("some", ["dove", "hawk"])


def test_explain_takes_an_audience(tmp_path: Path) -> None:
    (tmp_path / "nixon.yaml").write_text(NIXON, encoding="utf-8")
    told = argmap("explain", "nixon.yaml", "dove", "--audience", "quakers").out
    assert told.startswith("“He is a dove” [dove] stands: ")
    asked = ("explain", "nixon.yaml", "dove", "--audience", "quakers", "--semantics", "stable")
    assert (
        "stands in all stable labellings: all of them share the grounded verdict."
        in argmap(*asked).out
    )
    assert argmap("explain", "nixon.yaml", "dove", "--audience", "quaker").code == 2


def test_explain_asks_of_arguments_only_what_it_can_answer(tmp_path: Path) -> None:
    (tmp_path / "nixon.yaml").write_text(NIXON, encoding="utf-8")
    ended = argmap("explain", "nixon.yaml", "dove.1", "--semantics", "preferred")
    assert (ended.code, "name a claim, such as “dove”" in ended.err) == (2, True)


NIXON = """\
argmap: 1
thesis:
  id: dove
  text: He is a dove.
  contradicts: hawk
  arguments: [He is a Quaker.]
claims:
  - id: hawk
    text: He is a hawk.
    arguments: [He is a Republican.]
audiences:
  quakers: {strengths: {dove.1: strong}}
"""


def test_explain_shows_pages() -> None:
    assert argmap("explain", "one-sided").out.startswith("Nothing in the map speaks against")
    assert "Critical questions" in argmap("explain", "scheme:expert-opinion").out


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("explain", "map.yaml", "plnt"), "did you mean “plant”?"),
        (("explain", "one-sidde"), "did you mean “one-sided”?"),
        (("explain", "scheme:exprt-opinion"), "did you mean “expert-opinion”?"),
        (("explain", "map.yaml", "plant", "shade"), "name one map"),
        (("explain", "map.yaml"), "name a claim or an argument after the map: map.yaml ID."),
        (("evaluate", "map.yaml", "--reject", "shad"), "did you mean “shade”?"),
        (("evaluate", "map.yaml", "--reject", "shade", "--accept", "shade"), "cannot be both"),
        (("render", "map.yaml", "--accept", "shad"), "did you mean “shade”?"),
    ],
)
def test_what_nobody_knows_is_told_kindly(arguments: tuple[str, ...], hint: str) -> None:
    ended = argmap(*arguments)
    assert (ended.code, hint in ended.err) == (2, True), ended


DOUBTS = """\
argmap: 1
thesis:
  id: t
  text: The lake is polluted.
  credence: 0.9
  premises: [{id: p, text: The fish are dying., credence: 0.8}]
claims:
  - {id: c, text: The warden counts well., status: certain, credence: 0.5}
"""


@pytest.mark.parametrize(
    ("semantics", "hint"),
    [
        (
            "grounded",
            "hint: “grounded” does not use the credence of [t] and [p]; “--semantics df-quad” "
            "does, and “--semantics credence” uses that of [p].",
        ),
        ("grounded", "hint: the credence of [c] is not used: what is certain or rejected "),
        ("preferred", "hint: “preferred” does not use the credence of [t] and [p]; "),
        ("credence", "hint: the credence of [t] is not used: with “credence” a claim that has "),
        ("credence", "hint: the credence of [c] is not used: what is certain or rejected "),
        ("df-quad", "hint: the credence of [c] is not used: what is certain or rejected "),
    ],
)
def test_a_credence_that_has_no_part_in_the_answer_is_told(
    tmp_path: Path, semantics: str, hint: str
) -> None:
    (tmp_path / "doubts.yaml").write_text(DOUBTS, encoding="utf-8")
    ended = argmap("evaluate", "doubts.yaml", "--semantics", semantics)
    assert ended.code == 0
    assert hint in ended.err
    assert "hint" not in ended.out
    assert "hint" not in argmap("evaluate", "map.yaml", "--semantics", semantics).err


def test_a_credence_that_is_used_is_not_told(tmp_path: Path) -> None:
    (tmp_path / "doubts.yaml").write_text(DOUBTS, encoding="utf-8")
    for semantics, used in (("credence", "[p]"), ("df-quad", "[t]")):
        assert used not in argmap("evaluate", "doubts.yaml", "--semantics", semantics).err


def test_one_time_limit_holds_for_all_of_explain(tmp_path: Path) -> None:
    file = tmp_path / "tree.yaml"
    file.write_text(MAP)
    result = argmap("explain", file, "plant", "--time-limit", "1e-9")
    assert result.code == 0
    assert "“Plant a tree” [plant] stands" in result.out
    assert "(--time-limit)" in result.out
    answer = json.loads(
        argmap("explain", file, "plant", "--time-limit", "1e-9", "--format", "json").out
    )
    assert answer["turned_by"]["out_of_time"] is True
    answer = json.loads(argmap("explain", file, "plant", "--format", "json").out)
    assert answer["turned_by"]["out_of_time"] is False


def test_labellings_that_were_listed_in_time_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "quarrel.yaml"
    file.write_text(QUARREL)

    def some(*arguments: Any, **options: Any) -> Iterator[Standpoint]:
        yield from islice(standpoints(*arguments, **options), 1)
        raise EvaluationLimitError("too late")

    monkeypatch.setattr(answers, "standpoints", some)
    told = argmap("evaluate", file, "--semantics", "preferred", "--list", "9").out
    assert "1. [" in told
    assert told.endswith("No more labellings could be listed within 60 seconds (--time-limit).\n")
    asked = ("evaluate", file, "--semantics", "preferred", "--list", "9", "--format", "json")
    answer = json.loads(argmap(*asked).out)
    assert (len(answer["labellings"]), answer["out_of_time"]) == (1, True)


def test_the_time_limit_of_evaluate_is_one_for_all_its_searches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "quarrel.yaml"
    file.write_text(QUARREL)
    given = []
    for name in ("acceptance", "standpoints", "count_standpoints"):
        search = getattr(answers, name)

        def noted(
            *arguments: Semantics | ArgumentMap,
            seconds: Deadline,
            search: Callable[..., Any] = search,
            **options: Any,
        ) -> Acceptances | Iterator[Any] | int:
            given.append(seconds)
            return search(*arguments, seconds=seconds, **options)

        monkeypatch.setattr(answers, name, noted)
    asked = ("evaluate", file, "--semantics", "preferred", "--list", "9", "--count")
    assert argmap(*asked).code == 0
    assert len(given) == 3
    assert len(set(map(id, given))) == 1


@pytest.mark.parametrize(
    ("count", "text", "number"),
    [
        (999_999_999_999_999, "999999999999999", 999_999_999_999_999),
        (10**15, "about 1.0 × 10^15", "about 1.0 × 10^15"),
        (2**20_000, "about 3.9 × 10^6020", "about 3.9 × 10^6020"),
    ],
    ids=["exact", "rounded", "huge"],
)
def test_more_labellings_than_can_be_written_out_are_told(
    count: int, text: str, number: int | str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("argmap.cli.semantics.count_standpoints", lambda *_, **__: count)
    file = tmp_path / "a.yaml"
    file.write_text("argmap: 1\nthesis: {text: T., premises: [P.]}\n", encoding="utf-8")
    told = argmap("evaluate", file, "--semantics", "stable", "--count").out
    assert told.startswith(f"{text} stable labellings\n")
    told = argmap("evaluate", file, "--semantics", "stable", "--count", "--format", "json").out
    assert json.loads(told)["count"] == number


def test_what_all_labellings_leave_undecided_is_expected_as_undecided(tmp_path: Path) -> None:
    wish = "expect: {who: {verdict: undecided, semantics: preferred}}\n"
    (tmp_path / "paint.yaml").write_text(PAINT + wish, encoding="utf-8")
    assert argmap("evaluate", "paint.yaml").code == 0


def test_an_expectation_that_was_not_examined_in_time_is_no_miss(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wish = "expect: {red: {verdict: falls, semantics: preferred}}\n"
    (tmp_path / "paint.yaml").write_text(PAINT + wish, encoding="utf-8")

    def late(*_: Search, **__: Any) -> None:
        raise EvaluationLimitError("too late")

    monkeypatch.setattr("argmap.evaluation.coherent.undecided.Search.find", late)
    ended = argmap("evaluate", "paint.yaml")
    assert ended.code == 2
    assert "Whether “red” is as expected was not found out within 60 seconds" in ended.err
