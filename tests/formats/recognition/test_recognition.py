"""Which notation a file is taken to be in."""

import pytest

from argmap.formats import FORMATS
from argmap.formats.recognition import READABLE, WRITABLE, readable_format, writable_formats


@pytest.mark.parametrize(
    ("file", "text", "name"),
    [
        ("a.yaml", "argmap: 1\n", "yaml"),
        ("a.yaml", "anything: else\n", "yaml"),
        ("a.yml", "G1:\n  text: A goal.\n  supportedBy: [S1]\n", "gsn"),
        ("a.gsn.yml", "thesis: {nodeType: Goal}\n", "gsn"),
        ("a.gsn.yaml", "argmap: 1\n", "yaml"),
        ("a.yml", "statements: {a: A}\narguments: {}\n", "carneades"),
        ("a.json", '{"argmap": 1}', "json"),
        ("a.json", '{"nodes": [{"nodeID": "1", "text": "A", "type": "I"}], "edges": []}', "aif"),
        ("a.json", '{"what": "ever"}', "json"),
        ("a.md", "- A\n  + B\n", "outline"),
        ("a.md", "# A\n\n```argdown\n[a]: A.\n```\n", "argdown-markdown"),
        ("A.TGF", "a\n#\n", "tgf"),
        ("folder.json/a.apx", "", "apx"),
        ("a.opml", "no XML", "opml"),
    ],
)
def test_the_suffix_and_the_beginning_tell_the_notation(file: str, text: str, name: str) -> None:
    found = readable_format(file, text.encode())
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("file", ["a", "a.docx", ".yaml/a"])
def test_what_is_not_read_has_no_notation(file: str) -> None:
    assert readable_format(file, b"argmap: 1\n") is None


@pytest.mark.parametrize(
    ("file", "names"),
    [
        ("a.yaml", ["yaml", "carneades"]),
        ("a.gsn.yaml", ["gsn", "yaml", "carneades"]),
        ("a.csv", ["csv"]),
        ("a.mup", []),
        ("a.txt", []),
        ("a", []),
    ],
)
def test_the_suffix_tells_what_can_be_written(file: str, names: list[str]) -> None:
    assert [format.name for format in writable_formats(file)] == names


def test_every_notation_is_read_or_written() -> None:
    assert {*READABLE, *WRITABLE} == {format.name for format in FORMATS}
    assert all((format.name in READABLE) == format.reads for format in FORMATS)
    assert all((format.name in WRITABLE) == format.writes for format in FORMATS)
