from pathlib import Path

import pytest

from argmap.checks import CHECKS, OF_WRITING
from argmap.checks.rule import SourceText, Subject, code_of
from argmap.checks.runner import Selection, run
from argmap.diagnostics import Diagnostic
from argmap.document import parse
from argmap.project import folder_of
from argmap.reader import read
from argmap.report import text

ROOT = Path(__file__).parents[2]
MAPS = sorted((ROOT / "maps").rglob("*.yaml"))
CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
# The word lists have tests of their own; long claims would make a case that nobody reads.
WITHOUT_CASE = {"hidden-argument", "several-sentences", "question", "long-claim"}


def found_in(path: Path, selection: Selection) -> tuple[Diagnostic, ...]:
    reading = read(parse(path.read_bytes(), file=path.name), folder=folder_of(path))
    assert reading.diagnostics == ()
    assert reading.map is not None
    source = path.with_suffix(".source")
    texts = {"report": SourceText(None, "there is no file “report.txt”")}
    if source.exists():
        texts = {"report": SourceText(source.read_text(encoding="utf-8"))}
    subject = Subject(reading.map, texts, reading.handwriting)
    return run(subject, selection=selection, allowances=reading.allowances)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_check_finds_what_it_should(path: Path) -> None:
    found = found_in(path, Selection(select=frozenset([path.stem])))
    texts = {path.name: path.read_text(encoding="utf-8")}
    golden = path.with_suffix(".txt")
    assert text.render(found, texts=texts) == golden.read_text(encoding="utf-8")
    assert found


def test_every_check_has_a_case() -> None:
    cases = {path.stem for path in CASES}
    assert cases == {code_of(rule) for rule in CHECKS} - WITHOUT_CASE


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_the_example_maps_are_clean(path: Path) -> None:
    assert found_in(path, Selection()) == ()


def test_there_are_example_maps() -> None:
    assert len(MAPS) >= 4


def test_rules_find_the_same_however_a_map_is_written_but_for_those_that_look_at_it() -> None:
    telling = set()
    for rule in CHECKS:
        for path in CASES:
            reading = read(parse(path.read_bytes(), file=path.name))
            assert reading.map is not None
            with_and_without = (
                Subject(reading.map, {}, reading.handwriting),
                Subject(reading.map, {}),
            )
            told = [[(one.span, one.message) for one in rule.find(two)] for two in with_and_without]
            if told[0] != told[1]:
                telling.add(code_of(rule))
    assert telling == {code_of(rule) for rule in OF_WRITING}
