"""Documents of Word and slides of PowerPoint, by the commands of the manual and the real Pandoc."""

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.embed.sites import example, require, run

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    require("pandoc")
    folder = example("office", tmp_path)
    for command in (folder / "build.txt").read_text().splitlines():
        ended = run("bash", "-c", command, folder=folder)
        assert (ended.returncode, ended.stdout) == (0, "")
    return folder


def parts_of(file: Path, pattern: str) -> list[ElementTree.Element]:
    """Return the parts of a document whose names match, in their order."""
    with zipfile.ZipFile(file) as parts:
        names = [name for name in parts.namelist() if re.fullmatch(pattern, name)]
        names.sort(key=lambda name: [int(digits) for digits in re.findall(r"\d+", name)])
        return [ElementTree.fromstring(parts.read(name)) for name in names]


def words_of(part: ElementTree.Element) -> str:
    return " ".join("".join(part.itertext()).split())


def described(part: ElementTree.Element) -> list[str]:
    return [told for element in part.iter() if (told := element.get("descr"))]


def test_a_document_of_word_has_verdict_picture_and_outline(folder: Path) -> None:
    (body,) = parts_of(folder / "report.docx", "word/document.xml")
    words = words_of(body)
    assert "That we should plant trees stands." in words
    assert "For and against" in words
    assert "Pear trees have deep roots. (stands)" in words
    assert len(body.findall(".//{*}pic")) == 1
    assert body.findall(".//{*}numPr")


def test_slides_of_powerpoint_have_a_picture_each(folder: Path) -> None:
    slides = parts_of(folder / "slides.pptx", r"ppt/slides/slide\d+\.xml")
    told = [words_of(slide) for slide in slides]
    assert told[0] == "Trees on the square"
    assert told[1].startswith("For and against")
    assert [len(described(slide)) for slide in slides] == [0, *(1 for _ in slides[1:])]
    assert told[2].startswith("Part 1: Plant")
    assert "argument map" in described(slides[1])[0]
    pictures = [part for slide in slides for part in slide.findall(".//{*}pic")]
    assert len(pictures) == len(slides) - 1
