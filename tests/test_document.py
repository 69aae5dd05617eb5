import json
import os
import random
import sys
from itertools import product
from pathlib import Path

import pytest
import yaml

from argmap.document import (
    LARGEST,
    Document,
    Mapping,
    Node,
    Scalar,
    Sequence,
    loaders,
    parse,
    read_file,
)
from argmap.document.reading import prepare
from argmap.document.text_writing import on_one_line, written_text
from argmap.errors import FileError
from argmap.faults import FaultLog
from argmap.source import Position
from argmap.values import is_text

MAPS = sorted((Path(__file__).parents[1] / "maps").rglob("*.yaml"))


def document(data: bytes | str) -> Document:
    return parse(data, file="m.yaml")


def root_of(data: bytes | str) -> Mapping:
    parsed = document(data)
    assert parsed.diagnostics == ()
    assert isinstance(parsed.root, Mapping)
    return parsed.root


def value_of(data: bytes | str, key: str = "a") -> Node | None:
    return root_of(data).get(key)


def faults(data: bytes | str) -> list[tuple[str, int, int]]:
    found = document(data).diagnostics
    return [(d.code, d.span.start.line, d.span.start.column) for d in found]


@pytest.mark.parametrize("written", ["no", "2022", "1.10", "0x1F", "2022-01-10", "null", "1e3"])
def test_scalars_are_read_as_written(written: str) -> None:
    scalar = value_of(f"a: {written}")
    assert isinstance(scalar, Scalar)
    assert scalar.value == written


# Unicode keeps them out of texts, so that programs have them for themselves.
NONCHARACTERS = [*range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF]


@pytest.mark.parametrize("point", NONCHARACTERS, ids=lambda point: f"U+{point:04X}")
def test_a_character_that_is_none_is_a_fault_where_it_stands(point: int) -> None:
    sign = f"U+{point:04X}"
    for written in (
        f"a{chr(point)}b",
        f"[c? d, a{chr(point)}b]",
        f'"a{chr(point)}"',
        f'"\\u{point:04X}?"',
    ):
        (fault,) = document(f"a: b\nc: {written}\n").diagnostics
        assert (fault.code, fault.span.start.line, sign in fault.message) == ("bad-value", 2, True)


def test_all_other_characters_are_read_as_written() -> None:
    points = [chr(one) for one in range(0x20, 0x110000) if is_text(f"a{chr(one)}b")]
    assert len(points) > 1_000_000
    for begin in range(0, len(points), 20_000):
        text = "".join(f"a{one}b" for one in points[begin : begin + 20_000])
        scalar = value_of("a: " + "\n".join(written_text(text, 2, 80)) + "\n")
        assert isinstance(scalar, Scalar)
        assert scalar.value == text


# What YAML gives a meaning to in some place, with a letter, a digit and a space.
TRICKY = "aé0 ?:-#[]{},&*!|>'\"%@`=~.<\\"
TRICKY_TEXTS = [*TRICKY, *map("".join, product(TRICKY, repeat=2)), "a?b", "a ?b", "a: b", "a #b"]


@pytest.mark.parametrize(
    ("form", "in_flow"),
    [
        ("- {}\n- b\n", False),
        ("a: {}\nb: c\n", False),
        ("[{}]\n", True),
        ("[a, {}, b]\n", True),
        ("{{a: {}, b: c}}\n", True),
    ],
)
def test_other_readers_take_a_text_as_it_is_meant(form: str, in_flow: bool) -> None:
    for text in TRICKY_TEXTS:
        written = form.format(on_one_line(text, in_flow=in_flow))
        meant = yaml.load(form.format('"meant"'), yaml.BaseLoader)
        found = yaml.load(written, yaml.BaseLoader)
        assert json.dumps(found) == json.dumps(meant).replace('"meant"', json.dumps(text)), written


@pytest.mark.parametrize("written", ["", "~", "   # a comment"])
def test_an_empty_place_is_absent(written: str) -> None:
    scalar = value_of(f"a: {written}")
    assert isinstance(scalar, Scalar)
    assert scalar.absent


def test_quotes_make_a_text_of_anything() -> None:
    scalar = value_of("a: '~'")
    assert isinstance(scalar, Scalar)
    assert not scalar.absent


def test_spans_count_lines_and_columns_from_one() -> None:
    root = root_of("ключ: [один, два]\nb:\n  - c: |\n      d\n      e\n\n\nf: g\n")
    key, value = root.entries[0].key, root.entries[0].value
    assert (key.span.start, key.span.end) == (Position(1, 1), Position(1, 5))
    assert isinstance(value, Sequence)
    assert (value.span.start, value.span.end) == (Position(1, 7), Position(1, 18))
    assert value.items[1].span.start == Position(1, 14)
    block = root.entries[1].value
    assert (block.span.start, block.span.end) == (Position(3, 3), Position(5, 8))


@pytest.mark.parametrize(
    "data",
    [b"\xef\xbb\xbfa: b\n", b"a: b\r\n", b"a: b\r", b"a: b", b"a:\tb\n", b"a: b\t# c\n"],
    ids=["byte-order mark", "CRLF", "CR", "no last line end", "tab", "tab before comment"],
)
def test_habits_of_editors_change_nothing(data: bytes) -> None:
    scalar = value_of(data)
    assert isinstance(scalar, Scalar)
    assert scalar.value == "b"
    assert scalar.span.start == Position(1, 4)


def test_a_separator_that_editors_do_not_show_is_a_space() -> None:
    root = root_of("a: b\u2028c\nd: e\n")
    assert root.entries[0].value == value_of("a: b c\nd: e\n")
    assert root.entries[1].key.span.start.line == 2


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ("", ("not-a-map", 1, 1)),
        ("# only a comment\n", ("not-a-map", 1, 1)),
        ("- a\n", ("not-a-map", 1, 1)),
        ("just text\n", ("not-a-map", 1, 1)),
        ("a: 1\n---\nb: 2\n", ("yaml-syntax", 2, 1)),
        ("a:\n\t- b\n", ("yaml-syntax", 2, 1)),
        ("a: 1\na: 2\n", ("duplicate-key", 2, 1)),
        ("a: &x 1\n", ("alias", 1, 4)),
        ("<<: {a: 1}\n", ("alias", 1, 1)),
        ("a: !!python/object:os.system 1\n", ("bad-value", 1, 4)),
        ("a: !b c\n", ("bad-value", 1, 4)),
        ("? [a]\n: b\n", ("wrong-kind", 1, 3)),
        ('a: "\\x07"\n', ("bad-value", 1, 4)),
        ('a: "\\ud83d\\ude00"\n', ("bad-value", 1, 4)),
        ('a: "\\0"\n', ("bad-value", 1, 4)),
        ("a: b\n  \x1bc\n", ("bad-value", 2, 3)),
        ("a: \ud800\n", ("bad-value", 1, 4)),
        (b"a: \xed\xa0\x80\n", ("bad-value", 1, 4)),
        # The first byte of a surrogate also begins letters; here neither follows.
        (b"a: \xedx\n", ("bad-encoding", 1, 4)),
        ("é: b\ufeff\n", ("bad-value", 1, 5)),
        ("é: caf\xe9".encode("latin-1"), ("bad-encoding", 1, 1)),
        (b"\xef\xbb\xbfa: b\n\xc3\xa9: \xe9\n", ("bad-encoding", 2, 4)),
        ("a: b".encode("utf-16"), ("bad-encoding", 1, 1)),
        ("a: b".encode("utf-32"), ("bad-encoding", 1, 1)),
        ("a: b".encode("utf-16-le"), ("bad-encoding", 1, 2)),
        (b"\x89PNG\r\n\x1a\n\0\0", ("bad-encoding", 3, 1)),
        (b"a" * (LARGEST + 1), ("too-large", 1, 1)),
    ],
)
def test_what_the_format_does_without(data: bytes | str, fault: tuple[str, int, int]) -> None:
    assert faults(data) == [fault]


def test_the_first_place_of_a_key_is_shown() -> None:
    (found,) = document("a: 1\nb: 2\na: 3\n").diagnostics
    assert found.related[0].span.start == Position(1, 1)


def test_an_alias_is_reported_with_its_anchor_and_the_rest_is_read() -> None:
    parsed = document("a: &x 1\nb: *x\nc: 2\n")
    assert [d.code for d in parsed.diagnostics] == ["alias", "alias"]
    assert isinstance(parsed.root, Mapping)
    assert parsed.root.get("c") is not None


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a: it is: so\n", (1, 9), "colon"),
        ("a: 'open\nb: c\n", (1, 4), "no closing quote"),
        ("a: 'it's'\n", (1, 8), "ends before this"),
        ("a: [b\nc: d\n", (1, 4), "not closed"),
        ("a: {b: c\n", (1, 4), "not closed"),
        ("a:\n  - b\n c: d\n", (3, 2), "indented differently"),
        ("a: b\n  c: d\n", (2, 3), "column of the key above"),
        ("a:\n- b\n-c\n", (3, 1), "space is missing"),
        ("a: b\nc\nd: e\n", (2, 1), "neither a key"),
        ("a: @b\n", (1, 4), "cannot begin"),
        ("a: - b\n", (1, 4), "middle of a line"),
        ('a: "\\q"\n', (1, 6), "backslash"),
        ('a: "\\UFFFFFFFF"\n', (1, 7), "backslash"),
        ("a: * b\n", (1, 4), "begin with"),
        ("a: %b\n", (1, 4), "cannot begin"),
    ],
)
def test_slips_are_told_in_plain_words(text: str, place: tuple[int, int], words: str) -> None:
    (found,) = document(text).diagnostics
    assert found.code == "yaml-syntax"
    assert (found.span.start.line, found.span.start.column) == place
    assert words in found.message
    assert found.help


def test_an_item_that_stands_too_far_right_is_not_swallowed() -> None:
    (found,) = document("a:\n  - b\n    c\n   - d\n").diagnostics
    assert found.code == "yaml-syntax"
    assert found.span.start == Position(4, 4)


def test_a_dash_inside_a_line_is_text() -> None:
    scalar = value_of("a: b - c\n  d - e\n")
    assert isinstance(scalar, Scalar)
    assert scalar.value == "b - c d - e"


@pytest.mark.parametrize("data", [b"a: b\nc: \xe9\n", "a: b\n\tc: d\n", "a: b\nc: \x07\n"])
def test_a_text_that_is_not_parsed_can_still_be_shown(data: bytes | str) -> None:
    assert document(data).text.startswith("a: b\n")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"no file .*gone\.yaml"):
        read_file(tmp_path / "gone.yaml")


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="maps is a folder"):
        read_file(tmp_path, name="maps")


def test_a_name_that_no_file_can_have() -> None:
    with pytest.raises(FileError, match="cannot be read"):
        read_file(Path("a\0b"))


def test_no_more_is_read_than_a_map_may_have(tmp_path: Path) -> None:
    path = tmp_path / "m.yaml"
    with path.open("wb") as stream:
        stream.truncate(3 * LARGEST)
    assert len(read_file(path)) == LARGEST + 1


def test_a_text_may_be_as_large_as_is_allowed_and_no_larger() -> None:
    assert LARGEST == 32 * 2**20
    for data, sound in ((b"# 345678", True), (b"# 3456789", False), ("# ééé", True)):
        log = FaultLog()
        prepared = prepare(data, file="m.yaml", log=log, largest=8)
        assert (prepared.data is not None) is sound
        assert [d.code for d in log.diagnostics] == ([] if sound else ["too-large"])


@pytest.mark.parametrize(("text", "sound"), [("a: [1,\n2]\n", True), ("a: [1,\n2,3]\n", False)])
def test_lines_and_commas_are_counted_together(text: str, sound: bool) -> None:
    log = FaultLog()
    prepared = prepare(text, file="m.yaml", log=log, most_parts=3)
    assert (prepared.data is not None) is sound
    # The excerpts of findings are taken from it all the same.
    assert prepared.text == text


@pytest.mark.skipif(sys.platform == "win32", reason="needs pipes and links")
def test_where_only_regular_files_are_read_nothing_else_is(tmp_path: Path) -> None:
    path, link, pipe = tmp_path / "m.yaml", tmp_path / "link", tmp_path / "pipe"
    path.write_bytes(b"a: b\n")
    link.symlink_to(path)
    os.mkfifo(pipe)
    assert read_file(path, only_regular=True) == b"a: b\n"
    assert read_file(link) == b"a: b\n"
    for other in (link, pipe):
        with pytest.raises(FileError, match=r"cannot be read: it is a pipe, a device or a link"):
            read_file(other, only_regular=True)
    with pytest.raises(FileError, match="is a folder, not a file"):
        read_file(tmp_path, only_regular=True)


SAMPLE = """\
argmap: 1
title: A map to be mutilated
sources:
  book2022: {author: [A, "B, C"], title: 'It''s so', year: 2022}
thesis:
  id: тезис
  text: >-
    A long text that is folded
    over lines.
  source:
    - {ref: book2022, at: ¶1}
  premises:
    - The first one, isn’t it?   # a comment

    - {text: "The second\\tone", tags: [x, why], rebuttals: [{text: No.}]}
  rebuttals:
  - id: b
    note: |
      two
       lines
    premises:
    - ref: c
claims: [{id: c, text: Last}]
"""

# `|#`, `>#` and loose question marks are left out: there the two parsers disagree.
FRAGMENTS = (
    ": ", ":", "- ", "-", '"', "'", "[", "]", "{", "}", ",", " #", "&a ", "*a ", "!t ",
    "\n", "\n\n", " ", "  ", "\t", "\r\n", "\u2028", "~", "\\", "\\ud800", "<<: ", "%", "@", "é",
    "---\n", "...\n", "=", "!", "*", "&", "\ufeff", "\x07", "\xa0",
)  # fmt: skip


def mutated(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    start = chance.randrange(len(lines))
    piece = "\n".join(lines[start : start + chance.randrange(2, 15)])
    if chance.random() < 0.5:
        piece = f"argmap: 1\nthesis:\n{piece}"
    for _ in range(chance.randrange(1, 5)):
        place = chance.randrange(len(piece) + 1)
        skipped = chance.choice((0, 0, 3))
        piece = piece[:place] + chance.choice(FRAGMENTS) + piece[place + skipped :]
    return piece


@pytest.mark.skipif(not hasattr(yaml, "CBaseLoader"), reason="only one parser is installed")
class TestBothParsers:
    def both(self, text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Document, Document]:
        fast = document(text)
        with monkeypatch.context() as patch:
            patch.setattr(loaders, "FASTEST", yaml.BaseLoader)
            return fast, document(text)

    @pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
    def test_give_the_same_tree(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        fast, pure = self.both(path.read_text(encoding="utf-8"), monkeypatch)
        assert fast.root is not None
        assert fast == pure

    def test_read_questions_in_brackets(self, monkeypatch: pytest.MonkeyPatch) -> None:
        fast, pure = self.both("a: [Why?, Is it ? so??, {b: who?}]\n", monkeypatch)
        assert fast.diagnostics == ()
        assert fast == pure

    def test_agree_on_mutilated_maps(self, monkeypatch: pytest.MonkeyPatch) -> None:
        chance = random.Random(2022)
        sound = 0
        for _ in range(1500):
            text = mutated(SAMPLE, chance)
            fast, pure = self.both(text, monkeypatch)
            # Behind a fault, only one of the two words what else is wrong.
            assert fast.diagnostics[:1] == pure.diagnostics[:1], text
            if not fast.diagnostics:
                assert fast == pure, text
                sound += 1
        assert sound > 100
