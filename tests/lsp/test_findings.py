from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from argmap.checks.runner import selected
from argmap.configuration import configuration_for
from argmap.diagnostics import Severity
from argmap.examination import check
from argmap.lsp.documents import OpenText
from argmap.lsp.findings import SEVERITIES, findings_in
from argmap.pipeline import read_path
from tests.lsp.texts import WHOLE

PROJECT = Path(__file__).parents[2]
FIXTURES = sorted((*(PROJECT / "tests/cases").rglob("*.yaml"), *(PROJECT / "maps").rglob("*.yaml")))


def opened(file: Path, **known: Any) -> OpenText:
    text = file.read_bytes().decode(errors="replace")
    return OpenText(file.as_uri(), 1, text, **known)


@pytest.mark.parametrize("file", FIXTURES, ids=lambda file: str(file.relative_to(PROJECT)))
def test_findings_are_those_of_check(file: Path) -> None:
    document = opened(file, encoding="utf-32")
    told = findings_in(document)
    if not document.is_map:
        assert told == []
        return
    settings = configuration_for(file)
    selection = selected(settings.select, settings.ignore)
    reading = read_path(file)
    expected = check(reading, selection=selection, given_texts={}, defaults=settings.style)
    assert [(one.code, place(one.range), one.severity) for one in told] == [
        (
            one.code,
            (one.span.start.line, one.span.start.column, one.span.end.line, one.span.end.column),
            SEVERITIES[one.severity],
        )
        for one in expected
    ]
    for one, other in zip(told, expected, strict=True):
        assert one.message.startswith(other.message)
        assert (other.help or "")[1:] in one.message


def place(found: types.Range) -> tuple[int, int, int, int]:
    start, end = found.start, found.end
    return (start.line + 1, start.character + 1, end.line + 1, end.character + 1)


def test_most_fixtures_are_maps_and_have_findings() -> None:
    documents = [opened(file) for file in FIXTURES]
    assert sum(one.is_map for one in documents) > 150
    assert sum(bool(findings_in(one)) for one in documents) > 100


def test_every_severity_has_its_own() -> None:
    assert set(SEVERITIES) == set(Severity)
    assert len(set(SEVERITIES.values())) == len(Severity)


def test_settings_that_cannot_be_used_are_told_and_keep_nothing_from_being_found(
    tmp_path: Path,
) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.argmap]\nselect = 3\n", encoding="utf-8")
    file = tmp_path / "a.yaml"
    file.write_text("argmap: 1\nthesis: {ref: a}\n", encoding="utf-8")
    world, own = findings_in(opened(file))
    assert "“select”" in world.message
    assert own.code == "unknown-reference"


def test_a_finding_in_a_theme_stands_where_the_map_names_it_and_leads_there(
    tmp_path: Path,
) -> None:
    (tmp_path / "t.yaml").write_text("theme: 1\nnonsense: 1\n", encoding="utf-8")
    file = tmp_path / "a.yaml"
    text = "argmap: 1\nthesis: {text: A., premises: [B.]}\nstyle: {theme: t.yaml}\n"
    file.write_text(text, encoding="utf-8")
    found = [one for one in findings_in(opened(file)) if "t.yaml:" in one.message]
    assert found
    assert found[0].range == types.Range(types.Position(2, 15), types.Position(2, 21))
    assert found[0].related_information[-1].location.uri == (tmp_path / "t.yaml").as_uri()


def test_a_map_cut_at_each_of_its_characters_has_findings_and_no_error() -> None:
    for end in range(len(WHOLE)):
        document = OpenText("untitled:1", 1, WHOLE[:end])
        assert isinstance(findings_in(document), list)
