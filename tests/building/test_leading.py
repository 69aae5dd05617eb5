"""In a build, what is argued in another map leads to the picture of that map, where it has one."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest

from argmap.links import with_links
from argmap.pipeline import load
from argmap.render import PICTURE_NAMES, picture_format
from tests.building.test_build import build, files, folder, times
from tests.command import argmap

__all__ = ["folder"]
COSTS = "argmap: 1\nthesis: {id: cheap, text: It is cheap., premises: [Steel is cheap.]}\n"
SEALED = "argmap: 1\ninclude: {{file: {}, as: c, sealed: true}}\nthesis:\n  text: Build it.\n"
SEALED += "  premises: [ref: c/cheap]\n"


def write(**texts: str) -> None:
    for name, text in texts.items():
        Path("maps", f"{name.replace('__', '/')}.yaml").write_text(text, encoding="utf-8")


def links(name: str) -> set[str]:
    """Return the addresses in a picture that lead out of it."""
    text = Path("site", name).read_bytes().decode()
    found = re.findall(r'(?:href=|href |URL=|link=|"link": ?)"([^"#][^"]*)"|\]\(<([^>]*)>\)', text)
    return {a or b for a, b in found} - {"More on this"}


@pytest.mark.parametrize("format", sorted({*PICTURE_NAMES} - {"png", "pdf", "tikz", "excalidraw"}))
def test_every_format_leads_to_what_opens_like_itself(format: str) -> None:
    write(school=SEALED.format("deep/cost%C3%A4 s%26.yaml"), **{"deep__cost%C3%A4 s%26": COSTS})
    build("-f", f"{format},html" if format != "html" else "html")
    suffix = picture_format(format).suffixes[0]
    (link,) = {one.replace("&amp;", "&") for one in links(f"school{suffix}")}
    own = "html" if picture_format(format).is_notation else format
    link, _, claim = link.partition("#")
    assert claim == {"html": "claim-cheap", "explorer": "claim=cheap"}.get(own, "")
    assert "%" in link
    assert " " not in link
    assert unquote(link) == f"deep/cost%C3%A4 s%26{picture_format(own).suffixes[0]}"
    assert Path("site", unquote(link)).is_file()


def test_pictures_lead_up_and_aside_too() -> None:
    write(deep__b=SEALED.format("../a.yaml").replace("cheap", "t"), a=COSTS.replace("cheap,", "t,"))
    build()
    assert links("deep/b.svg") == {"../a.svg"}


def test_nothing_leads_to_a_map_that_is_no_part_of_the_build() -> None:
    write(school=SEALED.format("deep/costs.yaml"), deep__costs=COSTS)
    (Path("other")).mkdir()
    Path("maps/deep/costs.yaml").rename("other/costs.yaml")
    write(school=SEALED.format("../other/costs.yaml"))
    build()
    assert links("school.svg") == set()
    assert b"argued in ../other/costs.yaml" in files()["school.svg"]


def test_a_map_that_joins_the_build_or_leaves_it_changes_what_leads_to_it() -> None:
    write(school=SEALED.format("deep/costs.yaml"), deep__costs=COSTS)
    assert build() == "5 maps, 5 drawn, 0 as before"
    assert links("school.svg") == {"deep/costs.svg"}
    whole = files()
    alone = argmap("build", "maps/school.yaml", "maps/a.yaml", "-o", "site")
    assert "2 maps, 1 drawn, 1 as before, 3 removed" in alone.err
    assert links("school.svg") == set()
    assert build() == "5 maps, 4 drawn, 1 as before"
    assert files() == whole
    before = times()
    assert build() == "5 maps, 0 drawn, 5 as before"
    assert times() == before
    assert "are current" in argmap("build", "maps", "-o", "site", "--check").err


def test_nothing_leads_to_a_map_that_was_never_drawn() -> None:
    # A faulty theme is no fault of the map that relies on this one.
    write(school=SEALED.format("costs.yaml"), costs=f"{COSTS}style: {{theme: none.yaml}}\n")
    result = argmap("build", "maps", "-o", "site")
    assert result.code == 1
    assert "1 broken" in result.err
    assert links("school.svg") == set()
    write(costs=COSTS)
    assert build() == "5 maps, 2 drawn, 3 as before"
    assert links("school.svg") == {"costs.svg"}
    # A picture of before is still there to lead to.
    write(costs=f"{COSTS}style: {{theme: none.yaml}}\n")
    argmap("build", "maps", "-o", "site")
    assert links("school.svg") == {"costs.svg"}


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        ("deep/costs.yaml", {"deep/costs.svg"}),
        ("{map: deep/costs.yaml, verdict: falls}", {"deep/costs.svg"}),
        ("The costs", set()),
        ("../../../../etc/passwd.yaml", set()),
        ("/etc/passwd.yaml", set()),
        ("'https://example.org/costs.yaml'", set()),
        ("'javascript:alert(1).yaml'", set()),
        ("'\"><script>alert(1)</script>.yaml'", set()),
    ],
)
def test_a_home_in_words_leads_only_to_pictures_of_the_build(home: str, expected: set[str]) -> None:
    text = f"argmap: 1\nthesis: {{text: So., premises: [{{text: Cheap., home: {home}}}]}}\n"
    write(school=text, deep__costs=COSTS)
    build()
    assert links("school.svg") == expected
    assert b"<script" not in files()["school.svg"]


def test_the_own_link_of_a_claim_at_home_elsewhere_stays() -> None:
    claim = "{text: Cheap., home: deep/costs.yaml, link: 'https://example.org/'}"
    write(school=f"argmap: 1\nthesis: {{text: So., premises: [{claim}]}}\n", deep__costs=COSTS)
    build()
    assert links("school.svg") == {"https://example.org/"}


def test_all_parts_of_a_map_lead_there_and_workers_do_as_one_does() -> None:
    more = {f"m{n}": COSTS for n in range(14)}
    parts = SEALED.format("m1.yaml") + "style: {parts: true}\n"
    write(school=parts, **more)
    build("-j", "1")
    assert "m1.svg" in links("school.svg")
    alone = files()
    shutil.rmtree("site")
    # Workers are for a process that ends after them.
    words = ("build", "maps", "-o", "site", "-j", "2")
    subprocess.run([sys.executable, "-m", "argmap", *words], check=True, capture_output=True)
    assert files() == alone


def test_a_map_in_one_file_with_no_links_is_the_very_same_and_so_judged_once() -> None:
    a_map = load("maps/a.yaml")
    assert a_map.files[0].link is not None
    assert with_links(a_map, str.upper, str.upper) is a_map
