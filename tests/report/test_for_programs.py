import json
from dataclasses import replace
from pathlib import Path

from argmap.diagnostics import Diagnostic, Related, Severity
from argmap.edits import Edit
from argmap.report import github, json_report, sarif
from argmap.report.reports import REPORTS
from argmap.source import Position, Span


def span(start: tuple[int, int], end: tuple[int, int], *, file: str = "maps/é, a.yaml") -> Span:
    return Span(file, Position(*start), Position(*end))


ON_A_LINE = Diagnostic(
    "question",
    Severity.WARNING,
    span((3, 5), (3, 9)),
    "“100%” is a question\nor not: see",
    (Related(span((1, 1), (2, 4)), "here"),),
    "answer it",
)
OVER_LINES = Diagnostic("alias", Severity.ERROR, span((1, 2), (4, 1)), "no")


def test_json_holds_everything() -> None:
    first, second = json.loads(json_report.render([ON_A_LINE, OVER_LINES], texts={}))
    assert first == {
        "code": "question",
        "severity": "warning",
        "message": "“100%” is a question\nor not: see",
        "file": "maps/é, a.yaml",
        "line": 3,
        "column": 5,
        "end_line": 3,
        "end_column": 9,
        "related": [
            {
                "message": "here",
                "file": "maps/é, a.yaml",
                "line": 1,
                "column": 1,
                "end_line": 2,
                "end_column": 4,
            }
        ],
        "help": "answer it",
        "fix": [],
    }
    assert (second["related"], second["help"]) == ([], None)


FIX = (
    Edit(span((3, 5), (3, 9)), 'the "answer"'),
    Edit(span((1, 1), (1, 1), file="b.yaml"), "id: a\n"),
)


def test_json_holds_the_edits_that_mend_a_finding() -> None:
    (found,) = json.loads(json_report.render([replace(ON_A_LINE, fix=FIX)], texts={}))
    assert [(one["file"], one["line"], one["end_column"], one["text"]) for one in found["fix"]] == [
        ("maps/é, a.yaml", 3, 9, 'the "answer"'),
        ("b.yaml", 1, 1, "id: a\n"),
    ]


def test_sarif_holds_the_edits_that_mend_a_finding() -> None:
    log = json.loads(sarif.render([replace(ON_A_LINE, fix=FIX), OVER_LINES], texts={}))
    first, second = log["runs"][0]["results"]
    (fix,) = first["fixes"]
    changes = [
        (change["artifactLocation"]["uri"], change["replacements"])
        for change in fix["artifactChanges"]
    ]
    assert changes == [
        (
            "maps/%C3%A9%2C%20a.yaml",
            [
                {
                    "deletedRegion": {
                        "startLine": 3,
                        "startColumn": 5,
                        "endLine": 3,
                        "endColumn": 9,
                    },
                    "insertedContent": {"text": 'the "answer"'},
                }
            ],
        ),
        (
            "b.yaml",
            [
                {
                    "deletedRegion": {
                        "startLine": 1,
                        "startColumn": 1,
                        "endLine": 1,
                        "endColumn": 1,
                    },
                    "insertedContent": {"text": "id: a\n"},
                }
            ],
        ),
    ]
    assert "fixes" not in second


def test_json_of_nothing_is_an_empty_array() -> None:
    assert json_report.render([], texts={}) == "[]\n"


def test_github_commands_are_escaped() -> None:
    assert github.render([ON_A_LINE], texts={}) == (
        "::warning file=maps/é%2C a.yaml,line=3,endLine=3,col=5,endColumn=8,title=question"
        "::“100%25” is a question%0Aor not: see%0Aanswer it\n"
    )


def test_github_commands_name_columns_only_on_one_line() -> None:
    assert github.render([OVER_LINES], texts={}) == (
        "::error file=maps/é%2C a.yaml,line=1,endLine=4,title=alias::no\n"
    )


def test_github_calls_a_hint_a_notice() -> None:
    hint = Diagnostic("a", Severity.HINT, span((1, 1), (1, 1)), "b")
    assert github.render([hint], texts={}).startswith("::notice file=")
    assert "col=1,endColumn=1" in github.render([hint], texts={})


def test_the_reports_have_names_of_their_own() -> None:
    assert [report.NAME for report in REPORTS] == ["text", "json", "github", "sarif"]


def test_sarif_holds_everything() -> None:
    log = json.loads(sarif.render([ON_A_LINE, OVER_LINES], texts={}))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["alias", "question"]
    assert all(rule["help"]["text"].startswith(rule["shortDescription"]["text"]) for rule in rules)
    first, second = run["results"]
    assert first == {
        "ruleId": "question",
        "ruleIndex": 1,
        "level": "warning",
        "message": {"text": "“100%” is a question\nor not: see\nanswer it"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "maps/%C3%A9%2C%20a.yaml"},
                    "region": {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 9},
                }
            }
        ],
        "relatedLocations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "maps/%C3%A9%2C%20a.yaml"},
                    "region": {"startLine": 1, "startColumn": 1, "endLine": 2, "endColumn": 4},
                },
                "message": {"text": "here"},
            }
        ],
    }
    assert second["level"] == "error"
    assert "relatedLocations" not in second


def test_sarif_of_nothing_is_a_run_without_results() -> None:
    (run,) = json.loads(sarif.render([], texts={}))["runs"]
    assert run["results"] == []


def test_sarif_names_files_by_addresses(tmp_path: Path) -> None:
    absolute = str(tmp_path / "a b.yaml")
    found = [Diagnostic("alias", Severity.ERROR, span((1, 1), (1, 2), file=absolute), "no")]
    (result,) = json.loads(sarif.render(found, texts={}))["runs"][0]["results"]
    (place,) = result["locations"]
    uri = place["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.startswith("file:///")
    assert uri.endswith("/a%20b.yaml")
