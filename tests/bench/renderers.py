"""How far each program is from Chromium, in all maps and themes: the table of the manual.

python -m tests.bench.renderers
"""

import tempfile
from pathlib import Path

from tests.pixels import Difference, difference
from tests.render.specimens import script_of, specimens
from tests.renderers import RENDERERS, Renderer, chromium

MOST = 20.0
SCRIPTS = ("Latin", "Cyrillic", "Chinese", "Hebrew")


def main() -> None:
    """Print a row for each program: the largest differences, as a whole, in shapes, in words.

    Wholes and shapes are those of the scripts that it has letters for; behind the largest of the
    shapes stands how many of the pictures have one above the limit.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = specimens(folder, all_themes=True)
        seen = folder / "chromium"
        seen.mkdir()
        chromium(files, seen)
        words = " | ".join(f"{script} words" for script in SCRIPTS)
        print(f"| Program | Whole | Shapes | {words} |")
        print("|---|" + "---|" * (2 + len(SCRIPTS)))
        for renderer in RENDERERS:
            print(_row(renderer, files, seen, folder / renderer.name), flush=True)


def _row(renderer: Renderer, files: list[Path], seen: Path, folder: Path) -> str:
    folder.mkdir()
    renderer.convert(files, folder)
    found: dict[str, list[Difference]] = {}
    for file in files:
        png = f"{file.stem}.png"
        apart = difference(file, seen / png, folder / png)
        found.setdefault(script_of(file), []).append(apart)
    known = [one for script in SCRIPTS if script not in renderer.lacks for one in found[script]]
    off = sum(one.shapes > MOST for one in known)
    cells = [max(one.whole for one in known), max(one.shapes for one in known)]
    cells += [max(one.words for one in found[script]) for script in SCRIPTS]
    written = [f"{cell:.0f}" for cell in cells]
    written[1] += f" ({off} of {len(known)})" if off else ""
    return f"| {renderer.name} | " + " | ".join(written) + " |"


if __name__ == "__main__":
    main()
