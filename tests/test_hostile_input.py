"""Input that is meant to hang a reader or to fill its memory is answered soon and cheaply."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.document import LARGEST, parse
from argmap.faults import MOST_FAULTS
from argmap.grammar import MAP, RECORDS
from argmap.reader import Reading, read
from tests.examples import examples

MIB = 1024 * 1024

# The reader runs in a process of its own, so that its memory can be bounded and measured.
PROGRAM = """
import resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
from argmap.document import parse, read_file
from argmap.reader import read
path = Path(sys.argv[1])
reading = read(parse(read_file(path), file="m.yaml"))
# Linux's ru_maxrss would count what the test's own process held when it started this one.
status = Path("/proc/self/status")
if status.exists():
    (peak,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    print(int(peak.split()[1]) // 1024)
else:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
print(len(reading.diagnostics), reading.diagnostics[0].code)
"""


def read_text(text: str | bytes) -> Reading:
    return read(parse(text, file="m.yaml"))


def codes(text: str | bytes) -> list[str]:
    return [diagnostic.code for diagnostic in read_text(text).diagnostics]


FILLINGS = {
    "list": (b"- a\n", "too-large"),
    "brackets": (b"[", "too-deep"),
    "braces": (b"{", "too-deep"),
    "quotes": (b'"', "not-a-map"),
    "one key": (b"argmap: 1\n", "too-large"),
    "nested keys": (b"? ", "too-deep"),
    "one word": (b"a", "too-large"),
    "colons": (b":", "too-large"),
    "tabs": (b"\t", "not-a-map"),
    "line ends": (b"\n", "too-large"),
    "comments": (b"#\n", "too-large"),
    "stars": (b"*", "yaml-syntax"),
    "zeros": (b"\0", "bad-encoding"),
    "bytes of no text": (b"\xff", "bad-encoding"),
}


def answer_in_own_process(path: Path) -> tuple[int, int, str]:
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path)], capture_output=True, text=True, check=True
    )
    memory, number, code = run.stdout.split()
    return int(memory), int(number), code


@pytest.mark.skipif(sys.platform == "win32", reason="needs the module resource")
@pytest.mark.parametrize(("filling", "code"), FILLINGS.values(), ids=FILLINGS)
def test_a_large_file_of_one_thing(filling: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "m.yaml"
    path.write_bytes(filling * (31 * MIB // len(filling)))
    memory, number, found = answer_in_own_process(path)
    assert found == code
    assert number <= MOST_FAULTS + 1
    assert memory < 300


@pytest.mark.skipif(sys.platform == "win32", reason="needs the module resource")
@pytest.mark.parametrize(
    "start", ["argmap: 1\nthesis: '", "argmap: 1\nthesis: [", "argmap: 1\nthesis: {a: "]
)
def test_garbage_after_a_good_start(start: str, tmp_path: Path) -> None:
    path = tmp_path / "m.yaml"
    path.write_text(start + "[{" * (15 * MIB))
    memory, number, found = answer_in_own_process(path)
    assert found in ("yaml-syntax", "too-deep")
    assert number == 1
    assert memory < 300


@pytest.mark.skipif(sys.platform == "win32", reason="needs the module resource")
def test_a_sparse_file_of_100_mib(tmp_path: Path) -> None:
    path = tmp_path / "m.yaml"
    with path.open("wb") as stream:
        stream.truncate(100 * MIB)
    memory, number, found = answer_in_own_process(path)
    assert (number, found) == (1, "too-large")
    assert memory < 300


@pytest.mark.skipif(sys.platform == "win32", reason="needs the module resource")
def test_more_claims_than_any_map_has(tmp_path: Path) -> None:
    path = tmp_path / "m.yaml"
    path.write_text("argmap: 1\nclaims:\n" + "- a\n" * (LARGEST // 4 - 8))
    memory, number, found = answer_in_own_process(path)
    assert (number, found) == (1, "too-large")
    assert memory < 300


@pytest.mark.skipif(sys.platform == "win32", reason="needs the module resource")
@pytest.mark.parametrize("words", ["word ", "word\n  "])
def test_a_whole_book_in_one_claim(words: str, tmp_path: Path) -> None:
    path = tmp_path / "m.yaml"
    path.write_text("argmap: 1\nthesis: " + words * (LARGEST // len(words) // 2))
    memory, number, found = answer_in_own_process(path)
    assert (number, found) == (1, "too-large")
    assert memory < 300


def test_a_text_of_a_million_characters_is_the_longest() -> None:
    assert codes(f"argmap: 1\nthesis: {'a' * MIB}\n") == []
    assert codes(f"argmap: 1\nthesis: {'a' * MIB}a\n") == ["too-large"]


@pytest.mark.parametrize(
    "text",
    [
        "argmap: 1\nthesis: " + "[" * 10_000,
        "argmap: 1\nthesis: " + "[" * 10_000 + "]" * 10_000,
        "argmap: 1\nthesis: " + "{a: " * 10_000 + "}" * 10_000,
        "argmap: 1\nthesis:\n" + "".join(f"{' ' * n}- \n" for n in range(2000)),
        "argmap: 1\nthesis:\n" + " - " * 10_000,
        "argmap: 1\nthesis:\n" + "".join(f"{' ' * n}a:\n" for n in range(1, 2000)),
    ],
    ids=["open", "closed", "braces", "lists", "dashes", "keys"],
)
def test_deep_nesting(text: str) -> None:
    assert codes(text) == ["too-deep"]


def test_a_bomb_of_aliases() -> None:
    bomb = "argmap: 1\na0: &a0 [x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40)
    )
    found = codes(bomb)
    assert set(found) == {"alias"}
    assert len(found) == MOST_FAULTS + 1


def test_one_line_of_a_megabyte_is_a_long_claim() -> None:
    reading = read_text("argmap: 1\nthesis: " + "word " * (MIB // 5) + "\n")
    assert reading.diagnostics == ()
    assert reading.map is not None
    assert len(reading.map.claims[0].text) == 5 * (MIB // 5) - 1


def test_a_message_quotes_little_of_a_long_key() -> None:
    (diagnostic,) = read_text(f"argmap: 1\n? {'a' * MIB}\n: 1\n").diagnostics
    assert diagnostic.code == "unknown-key"
    assert len(diagnostic.message) < 200


def test_many_unknown_references_end_with_a_closing_finding() -> None:
    mentions = "".join(f"    - ref: claim-{n}x\n" for n in range(5000))
    claims = "".join(f"  - {{id: claim-{n}, text: x}}\n" for n in range(5000))
    reading = read_text(f"argmap: 1\nclaims:\n{claims}thesis:\n  text: x\n  premises:\n{mentions}")
    assert len(reading.diagnostics) == MOST_FAULTS + 1
    assert any("only the first 100" in d.message for d in reading.diagnostics)


@pytest.mark.parametrize("number", [MOST_FAULTS - 1, MOST_FAULTS, MOST_FAULTS + 1])
@pytest.mark.parametrize("ending", ["", "[", '"', "a: b: c", "\t- x", "- a\n b: c"])
def test_many_faults_before_the_end_of_what_is_yaml_are_told(number: int, ending: str) -> None:
    found = codes("argmap: 1\nthesis: x\n" + "argmap: 1\n" * number + ending)
    assert found
    assert len(found) <= MOST_FAULTS + 1


def test_many_claims_with_one_text_all_get_ids() -> None:
    reading = read_text("argmap: 1\nclaims:\n" + "  - the same text\n" * 20_000)
    assert reading.map is not None
    assert reading.map.claims[-1].id == "the-same-text-20000"


def test_many_comments_without_a_line_to_speak_of() -> None:
    text = "argmap: 1\n" + "# argmap: allow question\n\n" * 50_000
    assert read_text(text).allowances == {"m.yaml": {}}
    reading = read_text(f"{text}thesis: T\n")
    (line,) = reading.allowances[reading.file]
    assert line == 100_002


KEYS = sorted({name for record in RECORDS.values() for name in record.names} | {"a", "texts"})
WORDS = st.sampled_from(
    ("a", "b", "a.1", "1", "0.5", "open", "accepted", "", "~", "x: y", "é", "#")
)
VALUES = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner),
    max_leaves=25,
)


@examples(200)
@given(st.dictionaries(st.sampled_from(MAP.names), VALUES))
def test_whatever_stands_under_the_keys_is_answered(body: dict[str, object]) -> None:
    # JSON is YAML, and leaves no doubt about where a value begins.
    reading = read_text(json.dumps({**body, "argmap": 1}, ensure_ascii=False))
    assert (reading.map is None) == bool(reading.diagnostics)


@examples(300)
@given(st.lists(st.sampled_from([*KEYS, *"\n:-[]{}\"'#&*!|>%@,? \t\r\\", "\n  ", ": ", "- "])))
def test_whatever_is_typed_is_answered(pieces: list[str]) -> None:
    reading = read_text("argmap: 1\n" + "".join(pieces))
    assert (reading.map is None) == bool(reading.diagnostics)


@examples(100)
@given(st.binary())
def test_whatever_the_bytes_are_they_are_answered(data: bytes) -> None:
    assert read_text(data).diagnostics
