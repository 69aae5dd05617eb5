"""Real sites of MkDocs, with Material, looked at in a browser."""

import json
import os
import signal
import socket
import subprocess
import sys
import textwrap
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.command import hear_ctrl_c
from tests.devtools import browser_page
from tests.embed.sites import BROKEN, example, run, seen

pytestmark = pytest.mark.slow

MATERIAL = "site_name: Trees\ntheme:\n  name: material\n  font: false\nplugins: [argmap]\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return example("mkdocs", tmp_path)


def build(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return run("mkdocs", "build", *options, folder=folder)


def test_the_example_shows_a_picture_with_its_description_and_outline(site: Path) -> None:
    ended = build(site, "--strict")
    assert ended.returncode == 0, ended.stdout
    found = seen(site / "site/index.html")
    (figure,) = found["figures"]
    assert 0 < figure["width"] <= figure["room"]
    assert "pear tree" in figure["told"]
    assert "lift the pavement" in figure["outline"]
    assert found["outlines"] == 2
    assert found["duplicates"] == []
    assert found["problems"] == []


def test_figures_of_one_page_do_not_clash_and_follow_its_dark_mode(site: Path) -> None:
    (site / "mkdocs.yml").write_text(MATERIAL)
    (site / "docs/index.md").write_text("# Trees\n" + 3 * "\n```argmap tree.yaml\n```\n")
    assert build(site, "--strict").returncode == 0
    light = seen(site / "site/index.html")
    (site / "mkdocs.yml").write_text(MATERIAL.replace("font:", "palette: {scheme: slate}\n  font:"))
    assert build(site, "--strict").returncode == 0
    dark = seen(site / "site/index.html")
    assert len(light["figures"]) == len(dark["figures"]) == 3
    assert light["duplicates"] == dark["duplicates"] == []
    assert light["figures"][0]["thesis"] != dark["figures"][0]["thesis"]


OUTLINE = """(() => {
  const details = document.querySelector('.argmap-figure details');
  details.open = true;
  const [outline, summary, whole] = [details.querySelector('li'), details.querySelector('summary'),
    details].map(element => [element.clientWidth, getComputedStyle(element).textAlign]);
  return [outline[1], summary[0] === whole[0]];
})()"""


def test_the_outline_is_laid_out_as_text_where_material_centres_figures(site: Path) -> None:
    (site / "mkdocs.yml").write_text(MATERIAL)
    assert build(site, "--strict").returncode == 0
    with browser_page() as tab:
        tab.open(site / "site/index.html")
        assert tab.evaluate(OUTLINE) == ["start", True]


TOGGLED = """(() => {
  const fill = () => getComputedStyle(document.querySelector('svg.argmap .thesis .frame')).fill;
  const before = fill();
  document.querySelector('label[for="__palette_1"]').click();
  return [before, document.body.dataset.mdColorScheme, fill()];
})()"""


def test_the_button_of_material_makes_pictures_dark(site: Path) -> None:
    palette = "palette: [{scheme: default, toggle: {icon: material/weather-night, name: Dark}},"
    palette += " {scheme: slate, toggle: {icon: material/weather-sunny, name: Light}}]"
    (site / "mkdocs.yml").write_text(MATERIAL.replace("font:", f"{palette}\n  font:"))
    assert build(site, "--strict").returncode == 0
    with browser_page() as tab:
        tab.open(site / "site/index.html")
        assert tab.evaluate(TOGGLED) == ["rgb(29, 53, 87)", "slate", "rgb(219, 231, 247)"]


def test_a_broken_map_is_a_box_and_a_warning_with_the_line_of_the_page(site: Path) -> None:
    block = textwrap.indent(f"```argmap\n{BROKEN}```\n", "    ")
    (site / "docs/index.md").write_text(f"---\ntitle: Trees\n---\n\n# Trees\n\n- one\n\n{block}")
    ended = build(site)
    assert ended.returncode == 0
    assert ended.stdout.count("docs/index.md:13:7: error[unknown-key]") == 1
    (problem,) = seen(site / "site/index.html")["problems"]
    assert "premisses" in problem
    strict = build(site, "--strict")
    assert strict.returncode == 1
    assert "Aborted with 1 warning" in strict.stdout


@pytest.mark.parametrize(
    ("block", "told"),
    [
        ("```argmap missing.yaml\n```\n", "docs/index.md:1: There is no file docs/missing.yaml"),
        ("```argmap tree.yaml theem=dark\n```\n", "there is no option “theem”; did you mean"),
        ("```argmap ../../outside.yaml\n```\n", "name a larger folder with argmap: {root: …}"),
        ("```argmap\n```\n", "docs/index.md:1: no map is written here, and no file is named"),
        ("```argmap tree.yaml output=x.svg\n```\n", "“output” is for documents that"),
    ],
)
def test_what_cannot_be_read_is_told(site: Path, block: str, told: str) -> None:
    (site / "pyproject.toml").write_text("")
    (site / "docs/index.md").write_text(block)
    ended = build(site)
    assert ended.returncode == 0
    assert told in ended.stdout
    assert (site / "site/index.html").read_text().count('class="argmap-problem"') == 1


def test_other_blocks_are_left_alone(site: Path) -> None:
    page = "````\n```argmap tree.yaml\n```\n````\n\n```argmaps\nx\n```\n\n    ```\n"
    (site / "docs/index.md").write_text(page)
    assert build(site, "--strict").returncode == 0
    built = (site / "site/index.html").read_text()
    assert "argmap-figure" not in built
    assert "```argmap tree.yaml" in built


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
def test_the_server_builds_again_when_a_map_outside_the_pages_changes(site: Path) -> None:
    (site / "pyproject.toml").write_text("")
    (site / "maps").mkdir()
    (site / "docs/tree.yaml").rename(site / "maps/tree.yaml")
    (site / "docs/index.md").write_text("```argmap ../maps/tree.yaml\n```\n")
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [str(Path(sys.executable).parent / "mkdocs"), "serve", "--dev-addr", address]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONWARNINGS": "ignore"}
    log = site / "log.txt"
    with (
        log.open("w") as output,
        subprocess.Popen(
            command,
            cwd=site,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            preexec_fn=hear_ctrl_c,
        ) as server,
    ):
        try:
            assert _wait(lambda: "pear tree" in _get(f"http://{address}/"))
            text = (site / "maps/tree.yaml").read_text()
            (site / "maps/tree.yaml").write_text(text.replace("pear", "plum"))
            assert _wait(lambda: "plum tree" in _get(f"http://{address}/")), log.read_text()
            (site / "maps/tree.yaml").write_text("argmap: 1\nthesis:\n  text: A\n  premi")
            # What is half written has its last good picture below its findings.
            page = _wait(lambda: "argmap-problem" in (page := _get(f"http://{address}/")) and page)
            assert page.index("argmap-problem") < page.index("argmap-figure")
            assert "plum tree" in page
            (site / "maps/tree.yaml").write_text(text)
            page = _wait(lambda: "pear tree" in (page := _get(f"http://{address}/")) and page)
            assert "argmap-problem" not in page
        finally:
            server.send_signal(signal.SIGINT)


def _get(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=30) as page:
            return page.read().decode()
    except OSError:
        return ""


def _wait(condition: Callable[..., Any]) -> Any:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if found := condition():
            return found
        time.sleep(0.2)
    raise AssertionError("it did not happen within a minute")


def test_the_search_of_material_finds_each_claim_once(site: Path) -> None:
    (site / "docs/index.md").write_text("# T\n\n```argmap tree.yaml\n```\n\nAfter it.\n")
    settings = "site_name: Trees\ntheme: material\nplugins: [search, argmap]\n"
    (site / "mkdocs.yml").write_text(settings)
    ended = run("mkdocs", "build", "--strict", folder=site)
    assert ended.returncode == 0, ended.stdout
    index = json.loads((site / "site/search/search_index.json").read_text())
    texts = [one["text"] for one in index["docs"] if "pear tree" in one["text"]]
    assert [text.count("pear tree") for text in texts] == [1]
    assert "After it." in texts[0]


def test_the_search_of_mkdocs_itself_finds_each_claim_once(site: Path) -> None:
    settings = "site_name: Trees\nplugins: [argmap, search]\n"
    (site / "mkdocs.yml").write_text(settings)
    ended = build(site, "--strict")
    assert ended.returncode == 0, ended.stdout
    index = json.loads((site / "site/search/search_index.json").read_text())
    (page,) = [one["text"] for one in index["docs"] if one["location"] == ""]
    assert page.count("It will shade the bench") == 1
    assert "argmap-" not in page
    # The page itself has its picture.
    assert '<svg xmlns="http://www.w3.org/2000/svg"' in (site / "site/index.html").read_text()
