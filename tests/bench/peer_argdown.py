"""How long argmap and Argdown take, as whole processes, to draw an equal map as SVG.

    python -m tests.bench.peer_argdown [--map MAP.yaml] [--runs N] [--argdown VERSION]

Run it from the top of the project in an environment with argmap; it needs Node.js with npm, and
the network once, to install `@argdown/cli` into a temporary folder that is gone afterwards. The
map is written as Argdown and proven equal first (see `equal_map`).

After two runs of each that do not count (both then have their caches, argmap that of the compiled
Graphviz) the two take turns. A time is the wall time of a process from its start to its end; peak
memory is the largest resident set of any run. Argdown draws ids and texts; argmap also checks the
map and draws its labels, sources, title and legend. This is no part of the tests: times depend on
the machine.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.processes import run

PROJECT = Path(__file__).parents[2]
FLAGSHIP = PROJECT / "maps" / "western-friendly-autocracy.yaml"
UNCOUNTED = 2


@dataclass
class Tool:
    """A program under measure: how it is called, what it writes, and what each run took."""

    name: str
    version: str
    command: list[str]
    folder: Path
    product: Path
    seconds: list[float] = field(default_factory=list)
    peak: int = 0

    def run(self) -> tuple[float, int]:
        """Return the seconds and the peak of bytes that one run took."""
        ended = run(self.command, folder=self.folder, product=self.product)
        if ended.failure:
            sys.exit(f"{self.name}: {ended.failure}\n{ended.said}")
        return ended.seconds, ended.peak

    def measure(self) -> None:
        """Run once and keep what it took."""
        seconds, peak = self.run()
        self.seconds.append(seconds)
        self.peak = max(self.peak, peak)


def main() -> None:
    """Measure both and print a table."""
    wishes = _wishes()
    with tempfile.TemporaryDirectory(prefix="argmap-bench-") as name:
        folder = Path(name)
        tools = [_argmap(wishes.map, folder), _argdown(wishes.argdown, folder)]
        counts = _make_equal(wishes.map, folder, tools[1])
        for _ in range(UNCOUNTED):
            for tool in tools:
                tool.run()
        for _ in range(wishes.runs):
            for tool in tools:
                tool.measure()
    print(f"{wishes.map.name} to SVG: {counts}; {wishes.runs} runs each, in turn")
    print(_machine(), "", *_table(tools), sep="\n")


def _wishes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--map", type=Path, default=FLAGSHIP, help="the map to draw")
    parser.add_argument("--runs", type=int, default=21, help="counted runs of each")
    parser.add_argument(
        "--argdown", help="the version of @argdown/cli (default: the newest for this Node.js)"
    )
    wishes = parser.parse_args()
    if wishes.runs < 1:
        parser.error("--runs is at least 1.")
    return wishes


def _argmap(map_file: Path, folder: Path) -> Tool:
    program = shutil.which("argmap", path=str(Path(sys.executable).parent))
    if program is None:
        sys.exit("argmap is not installed in this environment; run “pip install -e .”.")
    product = folder / "argmap.svg"
    command = [program, "render", str(map_file.resolve()), "-o", str(product)]
    return Tool("argmap", _said([program, "--version"]).split()[-1], command, folder, product)


def _argdown(version: str | None, folder: Path) -> Tool:
    program, version = installed_argdown(folder, version)
    command = [program, "map", "map.argdown", ".", "--format", "svg", "--throwExceptions"]
    return Tool("argdown", version, command, folder, folder / "map.svg")


def installed_argdown(folder: Path, version: str | None = None) -> tuple[str, str]:
    """Install Argdown into a folder; return its program and its version."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("This comparison needs Node.js with npm.")
    package = f"@argdown/cli@{version}" if version else "@argdown/cli"
    install = [npm, "install", "--no-fund", "--no-audit", "--prefix", str(folder), package]
    if subprocess.run(install, stdout=subprocess.DEVNULL).returncode:
        sys.exit(f"npm could not install {package}.")
    modules = folder / "node_modules"
    manifest = json.loads((modules / "@argdown/cli/package.json").read_text(encoding="utf-8"))
    return str(modules / ".bin" / "argdown"), manifest["version"]


def _make_equal(map_file: Path, folder: Path, argdown: Tool) -> str:
    # In a process of its own: a child's peak of memory is never below that of its parent, so this
    # one must stay small.
    command = [sys.executable, "-m", "tests.bench.equal_map"]
    command += [str(map_file.resolve()), str(folder), argdown.command[0]]
    return _said(command).strip()


def _said(command: list[str]) -> str:
    done = subprocess.run(command, cwd=PROJECT, stdout=subprocess.PIPE, encoding="utf-8")
    if done.returncode:
        sys.exit(done.returncode)
    return done.stdout


def _machine() -> str:
    node = _said(["node", "--version"]).strip().removeprefix("v")
    return (
        f"Python {platform.python_version()}, Node.js {node}, "
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    )


def _table(tools: list[Tool]) -> list[str]:
    fastest = min(statistics.median(tool.seconds) for tool in tools)
    rows = [f"{'tool':<9}{'version':<10}{'median':>9}{'min':>9}{'peak memory':>14}{'ratio':>8}"]
    for tool in tools:
        median, least = statistics.median(tool.seconds), min(tool.seconds)
        rows.append(
            f"{tool.name:<9}{tool.version:<10}{median:>7.3f} s{least:>7.3f} s"
            f"{tool.peak / 1024**2:>10.0f} MiB{median / fastest:>8.2f}"
        )
    return rows


if __name__ == "__main__":
    main()
