"""Pages of Material and Furo that are read from right to left: all words stay in their boxes."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.devtools import browser_page
from tests.embed.sites import require, run
from tests.render.test_hosts import PLACES

pytestmark = pytest.mark.slow

HEBREW = """\
argmap: 1
language: he
title: טלפונים בבית הספר
thesis:
  text: בית הספר שלנו צריך לאסוף את כל הטלפונים בבוקר.
  premises:
    - text: "הטענה (א) נכונה, כי 50% מהאנשים אמרו: \\"כן\\"!"
      premises: ["שניים מכל שלושה תלמידים אמרו בסקר שלנו שהם קוראים הודעות בשיעור."]
    - {text: רכבת ה-TGV מהירה מ-ICE., id: r2}
  rebuttals:
    - premises: [{ref: r2}, An English claim in a Hebrew map that is long enough for two lines.]
"""
LOOK = """(() => ({
  leftwards: getComputedStyle(document.querySelector('figure')).direction,
  svgs: document.querySelectorAll('figure svg.argmap').length,
  far: document.documentElement.scrollWidth - innerWidth,
}))()"""


def material(folder: Path) -> tuple[subprocess.CompletedProcess[str], Path]:
    (folder / "docs").mkdir()
    (folder / "docs/map.yaml").write_text(HEBREW, encoding="utf-8")
    (folder / "docs/index.md").write_text(
        "# בית\n\n```argmap file=map.yaml\n```\n\n```argmap file=map.yaml direction=column\n```\n",
        encoding="utf-8",
    )
    (folder / "mkdocs.yml").write_text(
        "site_name: A\nplugins: [argmap]\n"
        "theme: {name: material, font: false, language: he, direction: rtl}\n"
    )
    return run("mkdocs", "build", "--strict", folder=folder), folder / "site/index.html"


def furo(folder: Any) -> Any:
    (folder / "map.yaml").write_text(HEBREW, encoding="utf-8")
    (folder / "conf.py").write_text(
        'extensions = ["argmap.embed.hosts.sphinx"]\nlanguage = "he"\nhtml_theme = "furo"\n'
        'html_static_path = ["."]\nhtml_css_files = ["rtl.css"]\n'
    )
    # Furo leaves the direction to the page.
    (folder / "rtl.css").write_text("html { direction: rtl }")
    (folder / "index.rst").write_text(
        "בית\n====\n\n.. argmap:: map.yaml\n\n.. argmap:: map.yaml\n   :direction: column\n",
        encoding="utf-8",
    )
    return run("sphinx-build", "-b", "html", ".", "site", folder=folder), folder / "site/index.html"


@pytest.mark.parametrize("width", [390, 1200])
@pytest.mark.parametrize("build", [material, furo])
def test_words_stay_in_their_boxes_where_pages_are_read_leftwards(
    build: Callable[..., Any], width: int, tmp_path: Path
) -> None:
    require("chromium")
    ended, page = build(tmp_path)
    assert ended.returncode == 0, ended.stdout
    with browser_page(width=width) as tab:
        tab.open(page)
        found = tab.evaluate(LOOK)
        places = [place for place in tab.evaluate(PLACES) if place[2]]
    assert found["leftwards"] == "rtl"
    # Each has a drawing for telephones as well.
    assert found["svgs"] == 4
    assert found["far"] <= 0
    assert len(places) > 10
    assert max(out for out, *_ in places) <= 1
