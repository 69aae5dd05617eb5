"""How long it takes from saving a map until its live page has it, on a warm server.

    python -m tests.bench.live_page [MAP] [--saves 20] [--browser] [--faults]

The map is copied, and a word of a claim changes with each save. The time ends when the server tells
that there is something newer; with --browser when a page in Chromium shows it. With --faults every
save has a fault that the page has to tell, over the picture of before.
"""

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

from tests.devtools import browser_page

FLAGSHIP = Path(__file__).parents[2] / "maps/western-friendly-autocracy.yaml"
WARM = 3
_TEXT = re.compile(r"(text: [^\n{\[>|\"'—]*?)(?:\.| — save \d+\.)?(?=\n)")


def main() -> None:
    """Save a map again and again, and print how long it took until that was shown."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("map", nargs="?", type=Path, default=FLAGSHIP)
    parser.add_argument("--saves", type=int, default=20)
    parser.add_argument("--browser", action="store_true")
    parser.add_argument("--faults", action="store_true")
    wishes = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="argmap-live-") as place:
        file = Path(place, wishes.map.name)
        shutil.copy(wishes.map, file)
        command = [sys.executable, "-m", "argmap", "serve", str(file)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
            assert process.stdout is not None
            address = process.stdout.readline().rpartition(" ")[2].strip()
            try:
                measure = _in_browser if wishes.browser else _on_the_wire
                if wishes.faults:
                    measure = _faults_in_browser
                times = measure(address, file, wishes.saves)
            finally:
                process.kill()
    _tell(times)


def _tell(times: list[float]) -> None:
    counted = sorted(times[WARM:])
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    print(
        f"{len(counted)} saves: median {statistics.median(counted):.0f} ms, "
        f"fastest {counted[0]:.0f} ms, slowest {counted[-1]:.0f} ms; load {load:.1f}"
    )


def _saved(file: Path, number: int) -> float:
    """Save the map with a word that it has not had, and return when."""
    text = file.read_text(encoding="utf-8")
    marked = _TEXT.sub(rf"\1 — save {number}.", text, count=1)
    start = time.perf_counter()
    file.write_text(marked, encoding="utf-8")
    return start


def _times(file: Path, saves: int, wait: Callable[[int], None]) -> list[float]:
    times = []
    for number in range(saves + WARM):
        time.sleep(0.3)
        start = _saved(file, number)
        wait(number)
        times.append((time.perf_counter() - start) * 1000)
    return times


def _on_the_wire(address: str, file: Path, saves: int) -> list[float]:
    start, _, name = address.rpartition("/")
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with direct.open(f"{start}/.live/events?of={name}", timeout=60) as news:
        seen: set[str] = set()

        def told(_: int) -> None:
            while True:
                line = news.readline().decode()
                if line.startswith("data: "):
                    version = json.loads(line[6:])["version"]
                    if version not in seen:
                        seen.add(version)
                        return

        told(-1)
        return _times(file, saves, told)


def _in_browser(address: str, file: Path, saves: int) -> list[float]:
    with browser_page() as page:
        page.visit(address)
        until = (
            "new Promise((done) => {{ const look = () => "
            "document.documentElement.textContent.includes('save {0}.') ? "
            "requestAnimationFrame(() => done(true)) : setTimeout(look, 4); look(); }})"
        )

        def shown(number: int) -> None:
            page.evaluate(until.format(number))

        page.evaluate("new Promise((done) => setTimeout(done, 1000))")
        return _times(file, saves, shown)


def _faults_in_browser(address: str, file: Path, saves: int) -> list[float]:
    good, times = file.read_text(encoding="utf-8"), []
    told = (
        "new Promise(done => {{ const look = () => "
        "document.getElementById('argmap-findings').textContent.includes('{0}') ? "
        "requestAnimationFrame(() => done(document.querySelector('.stage g.claim') !== null)) : "
        "setTimeout(look, 4); look(); }})"
    )
    with browser_page() as page:
        page.visit(address)
        page.evaluate("new Promise((done) => setTimeout(done, 1000))")
        for number in range(saves + WARM):
            time.sleep(0.3)
            start = time.perf_counter()
            faulty = f"{good}\nnobody-{number}: 1\n"
            file.write_text(faulty, encoding="utf-8")
            assert page.evaluate(told.format(f"nobody-{number}")), "the good picture is gone"
            times.append((time.perf_counter() - start) * 1000)
    return times


if __name__ == "__main__":
    main()
