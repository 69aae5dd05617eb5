"""Lines of a text that were meant to be keys or items: what is told of them, and what never is."""

import re
import textwrap
from pathlib import Path

import pytest

from argmap.checks import line_in_text
from argmap.checks.rule import Subject
from argmap.checks.runner import Selection, run
from argmap.diagnostics import Finding
from argmap.document import parse
from argmap.document.quoting import as_scalar
from argmap.pipeline import load, loads
from argmap.project import folder_of
from argmap.reader import read

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
MAPS = sorted((ROOT / "maps").rglob("*.yaml"))
# What may follow a text by mistake, as it is written in the column of the text.
KEYS = {
    "arguments": "arguments:\n- A.\n- B.",
    "premises": "premises:\n  - A.",
    "rebuttals": "rebuttals: [A., B.]",
    "because": "because:\n- A.",
    "objections": "objections:\n- A.",
    "id": "id: sundays",
    "status": "status: open",
    "credence": "credence: 0.8",
    "contradicts": "contradicts: [a, b]",
    "source": "source: smith2020",
    "cited": "source: {ref: smith2020, at: p. 3}",
    "note": "note: It is a long story.",
    "label": "label: The best",
    "space": "arguments :\n- A.",
    "alone": "arguments:",
}


def findings(text: str, path: Path | None = None) -> list[Finding]:
    reading = read(parse(text, file="m.yaml"), folder=folder_of(path) if path else None)
    assert reading.map is not None, reading.diagnostics
    return list(line_in_text.find(Subject(reading.map, {}, reading.handwriting)))


def below(sign: str, lines: str, *, opening: str = "thesis:\n  text:") -> str:
    return f"argmap: 1\n{opening} {sign}\n{textwrap.indent(lines, '     ')}\n"


@pytest.mark.parametrize("sign", [">", ">-", "|", "|-", ">+", "|2-", ">1"])
@pytest.mark.parametrize("key", KEYS)
def test_a_key_within_a_block_of_text_is_told(key: str, sign: str) -> None:
    lines = f"We open on Sundays.\n{KEYS[key]}"
    (found,) = findings(below(sign, lines))
    assert found.span is not None
    assert found.span.start.line == 5
    assert found.message.startswith(f"“{KEYS[key].split()[0]}")
    assert found.help is not None
    # The lines that are shown say what was meant.
    advice, _, shown = found.help.partition("\n")
    assert advice == "if it is meant as a key, indent it less:"
    assert re.search(r"^text: .*\n +We open on Sundays\.\n\w+ ?:", shown)


@pytest.mark.parametrize(
    ("opening", "shown"),
    [
        ("thesis:", "thesis:\n  text: >-\n    T.\n  arguments:\n  - A."),
        ("claims:\n  -", "- text: >-\n    T.\n  arguments:\n  - A."),
        ("claims:\n  - text:", "- text: >-\n    T.\n  arguments:\n  - A."),
        ("thesis: T\ntitle:", "title: >-\n  T.\narguments:\n- A."),
    ],
)
def test_the_lines_to_write_fit_their_place(opening: str, shown: str) -> None:
    (found,) = findings(below(">-", "T.\narguments:\n- A.", opening=opening))
    assert found.help == f"if it is meant as a key, indent it less:\n{shown}"


@pytest.mark.parametrize("sign", [">-", "|"])
def test_what_is_shown_reads_as_it_was_meant(sign: str) -> None:
    (found,) = findings(below(sign, "T.\narguments:\n  - A.\n  - B.", opening="thesis:"))
    assert found.help is not None
    a_map = loads("argmap: 1\n" + found.help.partition("\n")[2])
    assert [claim.text.strip() for claim in a_map.claims] == ["T.", "A.", "B."]


@pytest.mark.parametrize(
    ("lines", "told", "shown"),
    [
        ("because:A is so.", "because:A is so.", "premises:\n  - A is so."),
        ("premises：A is so.", "premises：A is so.", "premises:\n  - A is so."),
        ("arguments:[A., B.]", "arguments:[A., B.]", "arguments: [A., B.]"),
        ("id:best", "id:best", "id: best"),
        ("• A.\n• B.", "• A. • B.", "arguments:\n  - A.\n  - B."),
        ("– A\n– B", "– A – B", "arguments:\n  - A\n  - B"),
        ("* A\n  and on\n* B", "* A and on * B", "arguments:\n  - A and on\n  - B"),
        ("1. A\n2. B", "1. A 2. B", "arguments:\n  - A\n  - B"),
        ("— A is so: yes.", "— A is so: yes.", None),
    ],
)
def test_a_key_or_an_item_within_a_plain_text_is_told(
    lines: str, told: str, shown: str | None
) -> None:
    if shown is None:
        # YAML itself refuses a colon here.
        assert read(parse(below("T.", lines), file="m.yaml")).map is None
        return
    (found,) = findings(below("T.", lines))
    assert found.message.startswith(f"“{told}” is part of the text above it")
    assert found.help is not None
    assert found.help.partition("\n")[2] == f"text: T.\n{shown}"


def test_a_key_with_a_list_is_told_after_a_text_without_a_full_stop() -> None:
    assert len(findings(below(">-", "We open on Sundays\narguments:\n- A."))) == 1
    assert len(findings(below(">-", "We open on Sundays.\narguments:\nthe good ones."))) == 1


def test_signs_within_quotes_are_words() -> None:
    assert findings(below('"T.', '• A.\n• B."')) == []


def test_a_key_within_quotes_is_told() -> None:
    (found,) = findings(below('"T.', 'arguments:\n- A."'))
    assert found.help == "if it is meant as a key, close the quotes of the text before it"


@pytest.mark.parametrize(
    ("sign", "lines"),
    [
        ("|", "First line.\n- an item\n- another"),
        ("|", "He said:\n– Come.\n– No."),
        ("|", "1. One\n2. Two"),
        (">-", "There are two kinds of\narguments: good ones and bad ones."),
        (">-", "There are two kinds of\narguments:\nthe good ones are rare."),
        (">-", "We know it from\nnote: the book is long."),
        (">-", "It is so: https://example.org\nand https://example.com"),
        (">-", "pro: it is cheap.\ncon: it is slow."),
        (">-", "The ratio is\n1:2 at most."),
        ("A", "– who is old – and\nB."),
        ("A.", "– so they say"),
        ("In", "12. May of that year\nit rained"),
        ("A", "* 3 and\n+ 4"),
        ("A", "https://example.org\nis the place"),
        ("A", "at 12:30 or\nso"),
    ],
)
def test_ordinary_prose_is_not_told(sign: str, lines: str) -> None:
    assert findings(below(sign, lines)) == []


def test_a_list_within_a_remark_is_not_told() -> None:
    for key in ("note", "description"):
        opening = f"thesis:\n  text: T\n  {key}:" if key == "note" else f"thesis: T\n{key}:"
        assert findings(below("|", "pros:\n- A\ncons:\n- B", opening=opening)) == []
        assert findings(below("T.", "• A.\n• B.", opening=opening)) == []


def test_prose_is_not_told_however_it_is_wrapped() -> None:
    """The prose of the manual and of the example maps, on lines of every width."""
    texts = [claim.text for path in MAPS for claim in load(path).claims]
    for page in PAGES:
        parts = re.split(r"\n\s*\n|```.*?```", page.read_text("utf-8"), flags=re.DOTALL)
        texts += [part for part in parts if re.fullmatch(r"[A-Z][^|<{]*\.", part)]
    assert len(texts) > 300
    told: set[str] = set()
    for text in texts:
        plain = as_scalar(" ".join(text.split()))
        for width in range(24, 80, 5):
            lines = textwrap.wrap(" ".join(text.split()), width, break_long_words=False)
            if lines[1:] and lines[0][:1] not in "-":
                told.update(one.message for one in findings(below(">-", "\n".join(lines))))
            if len(lines) > 1 and plain[0] not in "\"'":
                rest = "\n".join(lines[1:])
                told.update(one.message for one in findings(below(lines[0], rest)))
    assert told == set()


@pytest.mark.parametrize("where", ["above", "behind", "at the key"])
def test_a_line_that_belongs_to_its_text_can_be_allowed(where: str) -> None:
    comment = "# argmap: allow line-in-text"
    above = f"  {comment}\n" if where == "above" else ""
    at_key = f" {comment}" if where == "at the key" else ""
    behind = f" {comment}" if where == "behind" else ""
    text = (
        f"argmap: 1\nthesis:{at_key}\n{above}  text: >-{behind}\n    T.\n    arguments:\n    - A.\n"
    )
    reading = read(parse(text, file="m.yaml"))
    assert reading.map is not None
    subject = Subject(reading.map, {}, reading.handwriting)
    chosen = Selection(select=frozenset(["line-in-text"]))
    assert run(subject, selection=chosen, allowances=reading.allowances) == ()
    assert run(subject, selection=chosen, allowances={}) != ()


def test_no_example_is_told() -> None:
    for path in MAPS:
        assert findings(path.read_text("utf-8"), path) == []
    seen = 0
    for page in PAGES:
        if page.name != "line-in-text.md":
            for block in re.findall(r"^```yaml\n(.*?)^```", page.read_text("utf-8"), re.S | re.M):
                reading = read(parse(block, file=page.name))
                if reading.map is not None:
                    seen += 1
                    subject = Subject(reading.map, {}, reading.handwriting)
                    assert list(line_in_text.find(subject)) == [], page
    assert seen > 50
