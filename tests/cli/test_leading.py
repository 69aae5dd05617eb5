"""What is argued in another map leads to the picture of that map that argmap has drawn, if any."""

import json
import re
from pathlib import Path

import pytest

from tests.command import argmap

COSTS = "argmap: 1\nthesis: {id: cheap, text: It is cheap., premises: [Steel is cheap.]}\n"
SCHOOL = (
    "argmap: 1\ninclude: {file: sub/costs.yaml, as: c, sealed: true}\nthesis:\n"
    "  text: Build it.\n  premises: [ref: c/cheap]\n"
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in (("school", SCHOOL), ("sub/costs", COSTS)):
        Path("maps/sub").mkdir(parents=True, exist_ok=True)
        Path("maps", f"{name}.yaml").write_text(text)
    Path("pyproject.toml").touch()
    return tmp_path


def links(*words: str, into: str) -> set[str]:
    """Return the addresses that lead out of what is drawn into a file."""
    result = argmap("render", *words, "-q")
    assert (result.code, result.err) == (0, "")
    return set(re.findall(r'href="([^"#][^"]*)"', Path(into).read_text("utf-8")))


def test_without_a_picture_of_it_the_file_is_led_to() -> None:
    assert links("maps/school.yaml", into="maps/school.svg") == {"sub/costs.yaml"}
    assert links("maps/school.yaml", "-o", "p/", into="p/school.svg") == {"../maps/sub/costs.yaml"}


def test_pictures_of_one_call_lead_to_each_other() -> None:
    both = ("maps/school.yaml", "maps/sub/costs.yaml")
    assert links(*both, into="maps/school.svg") == {"sub/costs.svg"}
    assert links(*both, "-o", "p/", into="p/school.svg") == {"costs.svg"}


@pytest.mark.parametrize("place", ["p/costs", "p/sub/costs", "maps/sub/costs"])
@pytest.mark.parametrize("format", ["svg", "html", "explorer", "slides"])
def test_a_picture_of_the_same_format_that_argmap_has_drawn_is_led_to(
    place: str, format: str
) -> None:
    suffix = {"explorer": ".explorer.html", "slides": ".slides.html"}.get(format, f".{format}")
    Path(place).parent.mkdir(parents=True, exist_ok=True)
    argmap("render", "maps/sub/costs.yaml", "-o", place + suffix)
    target = f"p/school{suffix}"
    Path("p").mkdir(exist_ok=True)
    found = links("maps/school.yaml", "-o", target, into=target)
    expected = f"../{place}" if place.startswith("maps") else place.removeprefix("p/")
    there = {"explorer": "#claim=cheap", "html": "#claim-cheap"}.get(format, "")
    assert found == {expected + suffix + there}
    page = Path("p", (expected + suffix).replace("%20", " ")).read_text("utf-8")
    assert ('id="claim-cheap"' in page) >= (format == "html")


def test_the_explorer_leads_on_from_its_pane_as_well() -> None:
    argmap("render", "maps/sub/costs.yaml", "-f", "explorer")
    argmap("render", "maps/school.yaml", "-f", "explorer")
    page = Path("maps/school.explorer.html").read_text("utf-8")
    (data,) = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', page, re.DOTALL)
    assert json.loads(data)["claims"][1]["link"] == "sub/costs.explorer.html#claim=cheap"


def test_a_file_that_argmap_has_not_drawn_is_no_picture_of_the_map() -> None:
    Path("maps/sub/costs.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    assert links("maps/school.yaml", into="maps/school.svg") == {"sub/costs.yaml"}


def test_an_overview_leads_to_the_pictures_of_all_files_but_itself() -> None:
    argmap("render", "maps/school.yaml", "-o", "maps/school.svg")
    argmap("render", "maps/sub/costs.yaml")
    whole = ("maps/school.yaml", "--overview")
    assert links(*whole, "-o", "maps/all.svg", into="maps/all.svg") == {
        "school.svg",
        "sub/costs.svg",
    }
    assert links(*whole, into="maps/school.svg") == {"sub/costs.svg"}


@pytest.mark.parametrize(
    "home",
    ["../secret.yaml", "../../secret.yaml", "The costs", ".hidden.yaml", "/etc/hosts", "sub"],
)
def test_what_lies_outside_the_project_or_is_no_file_is_not_led_to(home: str) -> None:
    inside = Path("inside")
    inside.mkdir()
    (inside / "pyproject.toml").touch()
    (inside / ".hidden.yaml").write_text(COSTS)
    (inside / "sub").mkdir()
    # Their pictures are there, and argmap has drawn them.
    for name in ("secret", "../secret"):
        Path(f"{name}.yaml").write_text(COSTS)
        argmap("render", f"{name}.yaml")
    claim = f"{{text: Cheap., home: '{home}'}}"
    (inside / "a.yaml").write_text(f"argmap: 1\nthesis: {{text: A., premises: [{claim}]}}\n")
    assert links("inside/a.yaml", into="inside/a.svg") == set()


def test_a_home_in_words_leads_as_a_sealed_file_does() -> None:
    Path("maps/a.yaml").write_text(
        "argmap: 1\nthesis: {text: A., premises: [{text: Cheap., home: sub/costs.yaml}]}\n"
    )
    assert links("maps/a.yaml", into="maps/a.svg") == {"sub/costs.yaml"}
    argmap("render", "maps/sub/costs.yaml")
    assert links("maps/a.yaml", into="maps/a.svg") == {"sub/costs.svg"}
