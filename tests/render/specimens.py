"""The pictures by which programs are held against Chromium: all maps, all themes, more scripts."""

from pathlib import Path

from argmap.model import ArgumentMap
from argmap.pipeline import draw, load, loads
from argmap.planning import RenderOptions
from argmap.themes import THEME_NAMES
from tests.render.everything import EVERYTHING

MAPS = sorted((Path(__file__).parents[2] / "maps").glob("*.yaml"))
CHINESE = """argmap: 1
title: 力量的平衡
language: zh
thesis:
  text: 各国应当保持力量的平衡。
  label: 平衡
  premises:
    - 和平需要平衡，因为任何一方都不能轻易取胜。
    - 历史上长期的和平都出现在力量平衡的时代。
  rebuttals:
    - {text: 平衡常常导致军备竞赛。, rebuttals: [军备竞赛并非必然。]}
"""
HEBREW = """argmap: 1
title: עץ בכיכר
language: he
thesis:
  text: צריך לשתול עץ אגס (2026) בכיכר, ולא לחכות עוד שנה אחת.
  premises: [Pear trees give shade., העץ ייתן צל לספסל.]
  rebuttals: [השורשים ירימו את המדרכה.]
"""


def _maps() -> dict[str, ArgumentMap]:
    maps = {file.stem: load(file) for file in MAPS}
    maps |= {"everything": loads(EVERYTHING)}
    return maps | {"chinese": loads(CHINESE), "hebrew": loads(HEBREW)}


def specimens(folder: Path, *, all_themes: bool = False) -> list[Path]:
    """Write the pictures into a folder; with `all_themes` every map in each of them."""
    files = []
    for name, a_map in _maps().items():
        for theme in THEME_NAMES if all_themes or name == "everything" else ("auto",):
            file = folder / f"{name}-{theme}.svg"
            file.write_bytes(draw(a_map, options=RenderOptions(theme=theme)))
            files.append(file)
    return files


def drawn_as(format: str, file: Path) -> bytes:
    """Return the picture of a specimen, given its SVG, as argmap draws it in another format."""
    theme = next(name for name in THEME_NAMES if file.stem.endswith(f"-{name}"))
    a_map = _maps()[file.stem.removesuffix(f"-{theme}")]
    return draw(a_map, format=format, options=RenderOptions(theme=theme, scale=1))


def script_of(file: Path) -> str:
    """Return the script in which most of a specimen is written."""
    scripts = {"ru": "Cyrillic", "chinese": "Chinese", "hebrew": "Hebrew"}
    return scripts.get(file.stem.partition("-")[0], "Latin")
