"""What holds no map is told what it looks like."""

from pathlib import Path

import pytest

from argmap.diagnostics import Diagnostic
from argmap.formats import FORMATS
from argmap.pipeline import CARRYING, DRAWN, convert, loads, read_path
from argmap.render import picture_format
from tests.command import argmap


def told_of(tmp_path: Path, name: str, text: str) -> Diagnostic:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    reading = read_path(file)
    assert reading.map is None
    (found,) = reading.diagnostics
    assert found.help
    return found


@pytest.mark.parametrize(
    ("name", "text", "look"),
    [
        ("a.xml", "<lkif/>", "XML"),
        ("a.yaml", "<html><body>x</body></html>", "a web page"),
        ("a.txt", "T1\tClaim 0 5\tIt is\n", "brat"),
        ("a.json", "{}", "empty"),
        ("a.json", '{"nodes": [], "edges": []}', "an empty graph"),
        ("a.yaml", '{"nodes": {}, "edges": {}}', "an empty graph"),
        ("a.json", '{"nodes": [{"id": 1}], "edges": []}', "a graph in JSON"),
        ("a.txt", "digraph { a -> b }", "DOT"),
        ("a.yaml", "strict graph G {\n}", "DOT"),
        ("a.txt", "flowchart TD\n  a --> b\n", "Mermaid"),
        ("a.txt", "<graphml/>", "GraphML"),
        ("a.mm", '<opml version="2.0"><body/></opml>', "OPML"),
        ("a.opml", '<map version="1.0.1"><node TEXT="x"/></map>', "Freeplane"),
        ("a.drawio", '<mxfile host="a">', "draw.io"),
        ("a.xml", '<?xml version="1.0"?>\n<mxGraphModel/>', "draw.io"),
        ("a.excalidraw", '{\n "type": "excalidraw",\n "elements": []}', "Excalidraw"),
        ("a.tex", "% drawn by argmap\n\\documentclass{a}\n", "LaTeX"),
        ("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        ("a.txt", "id,kind,text\n", "CSV"),
        ("a.pdf", "%PDF-1.7\n", "a PDF"),
        ("a.docx", "PK\x03\x04\0\0", "office"),
        ("a.txt", "argmap: 1\nthesis: T\n", "argmap’s own YAML"),
        ("a.pl", "arg(a).\natt(a,a).\n", "ASPARTIX"),
    ],
)
def test_another_notation_is_named(tmp_path: Path, name: str, text: str, look: str) -> None:
    assert look in told_of(tmp_path, name, text).message


@pytest.mark.parametrize("suffix", ["graphml", "mm", "opml", "xml"])
def test_what_xml_may_not_declare_is_told_where_it_stands(tmp_path: Path, suffix: str) -> None:
    text = '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b SYSTEM "c">]>\n<a>&b;</a>\n'
    found = told_of(tmp_path, f"a.{suffix}", text)
    assert "argmap reads only XML that declares nothing" in found.message
    assert found.span.start.line == 2


@pytest.mark.parametrize("name", sorted({*DRAWN} - {*CARRYING}))
def test_a_drawing_that_argmap_writes_and_does_not_read_is_known_again(
    tmp_path: Path, name: str
) -> None:
    written = convert(loads("argmap: 1\nthesis: T\n"), to=name).text
    found = told_of(tmp_path, f"a{picture_format(name).suffixes[0]}", written)
    assert (
        found.help == "argmap writes this and does not read it; read the map that it was made from"
    )


def test_what_is_read_under_another_suffix_is_told_with_its_option(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("argmap: 1\nthesis: T\n")
    assert told_of(tmp_path, "a.txt", "argmap: 1\nthesis: T\n").help == (
        "if it is, name it: --from yaml"
    )
    assert argmap("check", "--from", "yaml", str(tmp_path / "a.txt")).code == 0


@pytest.mark.parametrize(
    ("text", "told", "advice"),
    [
        ("# Notes\n\nOnly prose.\n", "there is no map in this document", "- A claim."),
        ("# Use\n\nA map begins so:\n\n    argmap: 1\n", "there is no map in", "- A claim."),
        ("A\n\n<!-- argmap: a.yaml -->\n", "this document shows maps", "argmap embed --check"),
        ("A\n\n```argmap\nargmap: 1\n```\n", "this document shows maps", "argmap embed --check"),
        ("# argmap\n\nargmap: 1\nthesis: T\n", "this looks like argmap’s own", "--from yaml"),
    ],
)
def test_a_document_without_a_list_of_claims_is_told_what_it_is(
    tmp_path: Path, text: str, told: str, advice: str
) -> None:
    found = told_of(tmp_path, "a.md", text)
    assert found.message.startswith(told)
    assert advice in str(found.help)


def test_a_map_with_faults_is_told_its_faults(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("argmap: 1\nthesis: {text: T, nodes: []}\n")
    (found,) = read_path(tmp_path / "a.yaml").diagnostics
    assert found.code == "unknown-key"


def test_goals_in_braces_are_read(tmp_path: Path) -> None:
    text = "G1: {text: It is safe, supportedBy: [S1]}\nS1: {text: It was tried}\n"
    (tmp_path / "a.gsn.yaml").write_text(text)
    reading = read_path(tmp_path / "a.gsn.yaml")
    assert reading.map is not None
    assert any(format.name == "gsn" for format in FORMATS)


def test_a_command_that_is_misspelt_is_told_the_nearest() -> None:
    assert "there is no command “nwe”; did you mean “new”?" in argmap("nwe").err
    assert "the commands are new, check," in argmap("xyzzy").err
    assert argmap("nwe").code == 2
