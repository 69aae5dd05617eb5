"""Programs that are no browsers draw what Chromium shows, pixel by pixel."""

import re
from pathlib import Path

import pytest

from tests.pixels import Difference, difference
from tests.render.specimens import script_of, specimens
from tests.renderers import RENDERERS, Renderer, chromium

pytestmark = pytest.mark.slow

WHOLE, PART = 6.0, 20.0
# These set the labels of steps up to a pixel aside, or each letter on a whole one.
WITHIN_SHAPES = {"LibreOffice": 24.0, "CairoSVG": 24.0}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return specimens(tmp_path_factory.mktemp("specimens"))


@pytest.fixture(scope="module")
def seen(files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("chromium")
    chromium(files, folder)
    return folder


def is_alike(found: Difference, shapes: float = PART) -> bool:
    return found.whole <= WHOLE and found.shapes <= shapes and found.words <= PART


@pytest.mark.parametrize("renderer", RENDERERS, ids=lambda one: one.name)
def test_a_program_draws_what_a_browser_shows(
    renderer: Renderer, files: list[Path], seen: Path, tmp_path: Path
) -> None:
    renderer.require()
    renderer.convert(files, tmp_path)
    faults = {}
    for file in files:
        png = f"{file.stem}.png"
        if script_of(file) in renderer.lacks:
            assert (tmp_path / png).is_file()
            continue
        found = difference(file, seen / png, tmp_path / png)
        if not is_alike(found, WITHIN_SHAPES.get(renderer.name, PART)):
            faults[file.stem] = found
    assert faults == {}


def changed(svg: str, pattern: str, by: str = "") -> str:
    other = re.sub(pattern, by, svg, flags=re.DOTALL)
    assert other != svg
    return other


SPOILT = {
    "no arrows": (r'<g class="arrows".*?\n</g>', ""),
    "no heads": (r"<polygon[^>]*/>", ""),
    "no words": (r"<text.*?</text>", ""),
    "no badges": (r'<g class="badge [^>]*>.*?</g>', ""),
    "black boxes": (r'(class="frame"[^>]*) fill="[^"]*"', r"\1"),
    "no shapes": (r'<(?:rect|path)(?! class="page")[^>]*/>', ""),
    "words beside their boxes": (r'(<text[^>]*) x="', r'\1 dx="40" x="'),
    "another theme": ("#0f766e", "#bf400c"),
}
FEW = ("hello-auto", "chinese-auto", "everything-light")


@pytest.mark.parametrize("how", SPOILT)
def test_a_picture_that_lacks_something_is_told_from_a_whole_one(
    how: str, files: list[Path], seen: Path, tmp_path: Path
) -> None:
    spoilt = []
    for file in files:
        svg = changed(file.read_text(encoding="utf-8"), "<style>.*?</style>")
        if file.stem in FEW:
            spoilt.append(tmp_path / file.name)
            spoilt[-1].write_text(changed(svg, *SPOILT[how]), encoding="utf-8")
    chromium(spoilt, tmp_path)
    within = max(WITHIN_SHAPES.values())
    for other in spoilt:
        whole = next(file for file in files if file.name == other.name)
        found = difference(whole, seen / f"{other.stem}.png", other.with_suffix(".png"))
        assert not is_alike(found, within), other.stem
