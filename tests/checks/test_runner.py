import pytest

from argmap.checks import CHECKS, runner
from argmap.checks.rule import Subject, code_of
from argmap.checks.runner import Selection, run, selected
from argmap.diagnostics import Severity
from argmap.document import parse
from argmap.errors import ConfigurationError
from argmap.model import ArgumentMap, Claim
from argmap.reader import read

TWO_FINDINGS = """argmap: 1
thesis:
  - Is it late?
  - It is late because it is dark.
"""


def codes(text: str, selection: Selection) -> list[str]:
    reading = read(parse(text, file="m.yaml"))
    assert reading.map is not None
    found = run(Subject(reading.map), selection=selection, allowances=reading.allowances)
    return [diagnostic.code for diagnostic in found]


def test_by_default_all_run_but_the_optional() -> None:
    running = {code_of(rule) for rule in CHECKS if Selection().includes(rule)}
    assert running == {code_of(rule) for rule in CHECKS if not rule.OPTIONAL}
    assert "unsourced-leaf" not in running


def test_select_runs_exactly_those() -> None:
    assert codes(TWO_FINDINGS, selected(["question"], [])) == ["question"]
    assert codes(TWO_FINDINGS, selected(["unsourced-leaf"], [])) == ["unsourced-leaf"] * 2


def test_all_selects_the_optional_too() -> None:
    assert {"question", "unsourced-leaf"} <= set(codes(TWO_FINDINGS, selected(["all"], [])))


def test_ignore_removes() -> None:
    assert codes(TWO_FINDINGS, selected([], ["question"])) == ["hidden-argument"]
    assert codes(TWO_FINDINGS, selected(["all"], ["all"])) == []


def test_findings_come_in_the_order_of_the_file() -> None:
    assert codes(TWO_FINDINGS, Selection()) == ["question", "hidden-argument"]


def test_a_comment_allows_a_finding_on_its_line_and_no_other() -> None:
    on_the_line = TWO_FINDINGS.replace("late?", "late?  # argmap: allow question")
    assert codes(on_the_line, Selection()) == ["hidden-argument"]
    above = TWO_FINDINGS.replace("  - It", "  # argmap: allow hidden-argument, question\n  - It")
    assert codes(above, Selection()) == ["question"]


def test_an_unknown_code_is_refused_with_the_nearest() -> None:
    with pytest.raises(ConfigurationError, match="did you mean “question”"):
        selected(["qestion"], [])
    with pytest.raises(ConfigurationError, match=r"the checks are .*wrong-locator"):
        selected([], ["xyzzy"])


def test_the_codes_of_faults_are_accepted() -> None:
    assert selected([], ["unknown-key"]).includes(CHECKS[0])


def test_a_map_that_is_written_nowhere_has_findings_at_the_start() -> None:
    a_map = ArgumentMap((Claim("c", "Is it late?"),), theses=("c",))
    allowances = {"m.yaml": {1: frozenset(["question"])}}
    (found,) = run(Subject(a_map), selection=Selection(), allowances=allowances)
    assert (found.code, found.severity) == ("question", Severity.WARNING)
    assert (found.span.file, found.span.start.line) == (runner.NO_FILE, 1)


def test_of_a_selection_only_some_can_be_run() -> None:
    assert codes(TWO_FINDINGS, Selection().among(["question"])) == ["question"]
    assert codes(TWO_FINDINGS, Selection().among(["unsourced-leaf"])) == []
    assert codes(TWO_FINDINGS, Selection().among([])) == []
    assert codes(TWO_FINDINGS, selected([], ["question"]).among(["question"])) == []
    assert (
        codes(TWO_FINDINGS, selected(["all"], []).among(["unsourced-leaf"]))
        == ["unsourced-leaf"] * 2
    )
