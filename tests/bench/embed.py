"""How long `argmap embed` takes for a document of 10 MB with 1,000 places.

    python -m tests.bench.embed [--places N] [--megabytes N] [--maps N]

The places take turns among a few maps and among the shapes of a place. Every process is timed as a
whole: the first fills all places, the second finds nothing to do, the third only checks. Beside
them stands reading and writing the same bytes. This is no part of the tests: times depend on the
machine.
"""

import argparse
import itertools
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.processes import run

MAP = """\
argmap: 1
title: Tree {number}
thesis:
  id: plant
  text: We should plant the tree {number}.
  premises:
    - It will shade the bench.
    - Its fruit is good.
  rebuttals:
    - text: Its roots will lift the pavement.
      rebuttals:
        - They grow downwards.
"""
SHAPES = ("image", "outline", "claim", "verdict", "html", "inline")
WORDS = "The bench stands in the sun from ten to four, and people have asked for shade.\n"


def document(places: int, size: int, maps: int) -> str:
    """Return a document in Markdown of about `size` bytes with that many places."""
    filler = WORDS * max(1, size // places // len(WORDS))
    shapes = itertools.cycle(SHAPES)
    parts = []
    for number in range(places):
        name = f"tree{number % maps}.yaml"
        parts.append(f"{filler}\n<!-- argmap: {name} as={next(shapes)} -->\n<!-- /argmap -->\n\n")
    return "".join(parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--places", type=int, default=1000)
    parser.add_argument("--megabytes", type=float, default=10)
    parser.add_argument("--maps", type=int, default=10)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="argmap-bench-") as name:
        folder = Path(name)
        for number in range(chosen.maps):
            (folder / f"tree{number}.yaml").write_text(MAP.format(number=number))
        text = document(chosen.places, int(chosen.megabytes * 1e6), chosen.maps)
        page = folder / "page.md"
        page.write_text(text)
        print(f"{page.stat().st_size / 1e6:.1f} MB, {chosen.places} places, {chosen.maps} maps")
        for what, *options in (("fill",), ("nothing to do",), ("check", "--check")):
            command = [sys.executable, "-m", "argmap", "embed", "page.md", *options]
            ended = run(command, folder=folder, product=None)
            print(f"{what:14} {ended.seconds:6.2f} s {ended.peak / 2**20:6.0f} MiB")
            if ended.failure:
                sys.exit(ended.said)
        started = time.perf_counter()
        page.write_bytes(page.read_bytes())
        copied = time.perf_counter() - started
        print(
            f"{'read and write':14} {copied:6.2f} s, {page.stat().st_size / 1e6:.1f} MB in the end"
        )


if __name__ == "__main__":
    main()
