"""What is argued in another map leads to where the same document shows that map."""

import re
from pathlib import Path

import pytest

from tests.command import argmap

COSTS = "argmap: 1\ntitle: Costs\nthesis: {id: cheap, text: It is cheap., premises: [It is.]}\n"
SCHOOL = (
    "argmap: 1\ntitle: School\ninclude: {file: m/costs.yaml, as: c, sealed: true}\nthesis:\n"
    "  text: Build it.\n  premises: [ref: c/cheap]\n"
)


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("m").mkdir()
    for name, text in (("pyproject.toml", ""), ("school.yaml", SCHOOL), ("m/costs.yaml", COSTS)):
        Path(name).write_text(text)
    return tmp_path


def embedded(document: str, *places: str) -> str:
    """Return a document after its places were filled, which then are as they should be."""
    comment = (".. argmap: {}\n\n.. /argmap\n\n", "<!-- argmap: {} -->\n<!-- /argmap -->\n\n")
    lines = (comment[document.endswith(".md")].format(place) for place in places)
    Path(document).write_text("".join(lines))
    assert argmap("embed", document).code == 0
    before = {file: file.read_bytes() for file in Path().rglob("*.*") if file.is_file()}
    assert argmap("embed", "--check", document).code == 0
    assert argmap("embed", document).code == 0
    assert {file: file.read_bytes() for file in before} == before
    return Path(document).read_text("utf-8")


def away(text: str) -> set[str]:
    found = re.findall(r'href="([^"]*)"|"link": ?"([^"]*)"', text)
    return {a or b for a, b in found if re.search("costs|argmap-of", a or b)}


@pytest.mark.parametrize("document", ["a.md", "sub/a.md", "a.rst"])
def test_a_figure_leads_to_the_figure_of_the_same_document(document: str) -> None:
    Path(document).parent.mkdir(exist_ok=True)
    up = "../" * document.count("/")
    places = [f"{up}{one}.yaml as=html" for one in ("school", "m/costs", "m/costs")]
    text = embedded(document, *places)
    assert away(text) == {"#argmap-of-m.costs"}
    assert text.count('id="argmap-of-m.costs"') == text.count('id="argmap-of') == 1
    assert text.index("Build it.") < text.index('id="argmap-of-m.costs"')


def test_a_figure_leads_to_the_picture_of_the_same_document_or_to_the_file() -> None:
    text = embedded("a.md", "school.yaml as=html", "m/costs.yaml output=p/costs.svg")
    assert away(text) - {"p/costs.svg"} == set()
    assert 'href="p/costs.svg"' in text.partition("</figure>")[0]
    assert away(embedded("b.md", "school.yaml as=html")) == {"m/costs.yaml"}
    # What is told in words alone has no figure.
    assert away(embedded("c.md", "school.yaml as=html", "m/costs.yaml as=outline")) == {
        "m/costs.yaml"
    }


def test_pictures_and_explorers_lead_to_those_of_the_same_document() -> None:
    embedded(
        "a.md",
        "school.yaml output=p/school.svg explorer=beside",
        "m/costs.yaml output=costs.svg explorer=beside",
    )
    assert away(Path("p/school.svg").read_text("utf-8")) == {"../costs.svg"}
    assert away(Path("p/school.explorer.html").read_text("utf-8")) == {
        "../costs.explorer.html#claim=cheap"
    }
    embedded("b.md", "school.yaml output=q/school.svg explorer=beside", "m/costs.yaml as=html")
    assert away(Path("q/school.svg").read_text("utf-8")) == {"../m/costs.yaml"}
    assert away(Path("q/school.explorer.html").read_text("utf-8")) == {"../m/costs.yaml"}


def test_a_picture_that_render_has_drawn_keeps_where_it_leads() -> None:
    assert argmap("render", "m/costs.yaml", "-o", "m/costs.svg").code == 0
    assert argmap("render", "school.yaml", "-o", "school.svg").code == 0
    before = Path("school.svg").read_text("utf-8")
    assert away(before) == {"m/costs.svg"}
    Path("a.md").write_text("![A school](school.svg)\n")
    assert argmap("embed", "--check", "a.md").code == 0
    assert argmap("embed", "a.md").code == 0
    assert Path("school.svg").read_text("utf-8") == before
