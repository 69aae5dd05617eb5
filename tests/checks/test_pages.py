"""The examples on the pages of the manual do what the pages say."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from argmap.checks import CHECKS
from argmap.checks.rule import SourceText, Subject, code_of
from argmap.checks.runner import Selection, run
from argmap.diagnostics import Diagnostic
from argmap.document import parse
from argmap.faults import Fault
from argmap.pipeline import read_path
from argmap.reader import Reading, read
from argmap.report.pages import page, summaries

# Codes of other notations and of documents; tests/formats and tests/embed have them.
FOREIGN = (
    Fault.NOTATION_SYNTAX,
    Fault.LEFT_OUT,
    Fault.ONLY_MINUS_SIGNS,
    Fault.BAD_MARKER,
    Fault.UNPAIRED_MARKER,
    Fault.STALE_PLACE,
    Fault.TOO_SMALL_TO_READ,
)
CODES = [*(fault.value for fault in Fault if fault not in FOREIGN), *map(code_of, CHECKS)]
# Their examples would be too long, or are about bytes that no text can show.
NOT_SHOWN = (Fault.TOO_DEEP, Fault.TOO_LARGE, Fault.BAD_ENCODING)
# The text is there, or not: the page of this code shows it for the right map only.
WITHOUT_FILE = "unreadable-source"


def blocks(code: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", page(code) or "", re.DOTALL | re.MULTILINE)


def found_in(example: str, *, text: SourceText | None) -> tuple[Diagnostic, ...]:
    names_files = "include:" in example or "bibliography:" in example
    reading = read_beside_files(example) if names_files else read(parse(example, file="m.yaml"))
    if reading.diagnostics:
        return reading.diagnostics
    assert reading.map is not None
    texts = {source.id: text for source in reading.map.sources if text and source.file}
    everything = Selection(select=frozenset(["all"]))
    subject = Subject(reading.map, texts, reading.handwriting)
    return run(subject, selection=everything, allowances=reading.allowances)


def read_beside_files(example: str) -> Reading:
    """Read an example as `map.yaml` in a folder that has files to include and to cite from."""
    with TemporaryDirectory() as folder:
        Path(folder, "costs.yaml").write_text("argmap: 1\nclaims: [It costs little.]\n")
        (shown,) = blocks(Fault.UNREADABLE_BIBLIOGRAPHY, "bibtex")
        Path(folder, "refs.bib").write_text(shown)
        (shown,) = blocks(Fault.FAULTY_ENTRY, "bibtex")
        Path(folder, "twice.bib").write_text(shown)
        Path(folder, "map.yaml").write_text(example)
        return read_path(Path(folder, "map.yaml"))


def source_text(code: str, which: int) -> SourceText | None:
    texts = [SourceText(text) for text in blocks(code, "text")]
    if code == WITHOUT_FILE and which == 0:
        return SourceText(None, "there is no such file")
    return texts[0] if texts else None


def example_codes(code: str, which: int) -> set[str]:
    found = found_in(blocks(code, "yaml")[which], text=source_text(code, which))
    return {diagnostic.code for diagnostic in found}


@pytest.mark.parametrize("code", CODES)
def test_a_page_has_a_summary_a_reason_and_two_examples(code: str) -> None:
    text = page(code)
    assert text is not None
    summary, blank, *rest = text.split("\n")
    assert summary.endswith(".")
    assert blank == ""
    assert rest[0] != ""
    assert not rest[0].startswith("Wrong")
    assert re.search(r"^Wrong.*:$", text, re.MULTILINE)
    assert re.search(r"^Right.*:$", text, re.MULTILINE)
    assert len(blocks(code, "yaml")) == 2


@pytest.mark.parametrize("code", [code for code in CODES if code not in NOT_SHOWN])
def test_the_wrong_example_is_wrong(code: str) -> None:
    assert code in example_codes(code, 0)


@pytest.mark.parametrize("code", CODES)
def test_the_right_example_is_right(code: str) -> None:
    found = example_codes(code, 1)
    assert code not in found
    assert not found & {fault.value for fault in Fault}


@pytest.mark.parametrize("code", [code_of(rule) for rule in CHECKS])
def test_a_comment_on_the_line_of_a_finding_silences_it(code: str) -> None:
    example, text = blocks(code, "yaml")[0], source_text(code, 0)
    lines = example.split("\n")
    for number in {d.span.start.line for d in found_in(example, text=text) if d.code == code}:
        lines[number - 1] += f"  # argmap: allow {code}"
    assert code not in {diagnostic.code for diagnostic in found_in("\n".join(lines), text=text)}


def test_there_is_no_page_on_what_is_no_code() -> None:
    assert page("no-such-code") is None
    assert page("__init__") is None


def test_the_summaries_are_of_all_codes() -> None:
    listed = [summary.code for summary in summaries()]
    assert [code for code in listed if code not in FOREIGN] == CODES
    assert all(summary.summary for summary in summaries())
    assert {s.code for s in summaries() if s.optional} == {
        "unanswered-question",
        "unanswered-rebuttal",
        "unsourced-leaf",
    }
