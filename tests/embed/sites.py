"""The examples of the pages for hosts, built with the real tools and looked at in a browser."""

import importlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pypdf._page import PageObject

from tests.devtools import browser_page

DOCS = Path(__file__).parents[2] / "docs"
sys.path.insert(0, str(DOCS))
snippets = importlib.import_module("snippets")

# Bullets and navigation signs of slides are pictures, too.
SMALLEST = 40
BROKEN = "argmap: 1\nthesis:\n  text: A tree\n  premisses: [Shade]\n"
LOOK = """(() => {
const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
return {
  figures: [...document.querySelectorAll('figure.argmap-figure')].map(f => {
    const svg = f.querySelector('svg'), box = svg.getBoundingClientRect();
    return {
      width: box.width, height: box.height, room: f.parentElement.getBoundingClientRect().width,
      told: ['aria-labelledby', 'aria-describedby'].map(
        name => document.getElementById(svg.getAttribute(name)).textContent).join(': '),
      outline: f.querySelector('details .argmap-outline').textContent,
      thesis: getComputedStyle(svg.querySelector('.thesis .frame')).fill,
    };
  }),
  duplicates: ids.filter((id, n) => ids.indexOf(id) !== n),
  problems: [...document.querySelectorAll('.argmap-problem')].map(p => p.textContent),
  outlines: document.querySelectorAll('.argmap-outline').length,
};
})()"""


def example(page: str, folder: Path) -> Path:
    """Write the files that docs/how-to/PAGE.md shows into a folder, and return it."""
    text = (DOCS / "how-to" / f"{page}.md").read_text(encoding="utf-8")
    for block in snippets.blocks_of(text):
        if block.file:
            target = folder / block.file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block.text, encoding="utf-8")
    return folder


def seen(page: Path, *, dark: bool = False) -> dict[str, Any]:
    """Return what a browser finds in a page: the figures of maps, and ids that are there twice."""
    with browser_page(dark=dark) as tab:
        tab.open(page)
        return tab.evaluate(LOOK)


def run(*command: str, folder: Path | str) -> subprocess.CompletedProcess[str]:
    """Run a command of this environment in a folder and return how it ended, with its output."""
    scripts = Path(sys.executable).parent
    environment = {**os.environ, "PATH": os.pathsep.join([str(scripts), os.environ["PATH"]])}
    environment |= {"NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "ignore", "NO_COLOR": "1"}
    return subprocess.run(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def require(program: str) -> None:
    """Skip a test without a program, or fail it where ARGMAP_ALL_TESTS is set."""
    if shutil.which(program) is None:
        if os.environ.get("ARGMAP_ALL_TESTS"):
            pytest.fail(f"there is no {program}")
        pytest.skip(f"there is no {program}")


def chain(length: int) -> str:
    """Return a map whose claims stand in one column, each for the one above it."""
    lines = ["argmap: 1", "title: A *chain*", "style: {direction: down}", "thesis:", "  text: One."]
    for n in range(length):
        lines += [f"{'    ' * n}  premises:", f"{'    ' * n}    - text: Claim {n} of many."]
    return "\n".join(lines) + "\n"


def heights_of_pictures(page: PageObject) -> list[float]:
    """Yield how high the pictures of a page are as they are shown."""
    found = []

    def visit(
        operator: bytes, operands: list[Any], matrix: list[float], text_matrix: list[float]
    ) -> None:
        if operator == b"Do":
            form = page["/Resources"]["/XObject"][operands[0]].get_object()
            if form.get("/Subtype") == "/Form" and "/BBox" in form:
                box = [float(side) for side in form["/BBox"]]
                found.append((box[3] - box[1]) * abs(matrix[3]))

    page.extract_text(visitor_operand_before=visit)
    return [height for height in found if height > SMALLEST]
