"""A headless Chromium for tests that must see a picture as a reader does.

`python -m tests.browser` prints where Chromium is, or ends with 1 where there is none.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-device-scale-factor=1",
)
# Settled either way: else the desktop that the tests run on decides.
SCHEMES = {
    True: "--blink-settings=preferredColorScheme=0",
    False: "--blink-settings=preferredColorScheme=1",
}
# Seconds; on a busy machine axe alone looks at a large page for more than two minutes.
PATIENCE = 300
# Once its letters are there and what a page does in its next frames is done: boxes that were
# measured anew, what glides, second looks.
AT_REST = """(async () => {
  const frame = () => new Promise(done => requestAnimationFrame(() => done()));
  const moves = one => one.playState === 'running' && one.effect?.getComputedTiming().endTime < 1e6;
  await document.fonts.ready;
  do { await frame(); await frame() } while (document.getAnimations().some(moves));
})()"""


@cache
def chromium() -> Path | None:
    """Return the Chromium of this machine, or None."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return Path(found) if found else None


def require_chromium() -> Path:
    """Return Chromium; without it skip the test, or fail it where ARGMAP_ALL_TESTS is set."""
    import pytest

    found = chromium()
    if found is None and os.environ.get("ARGMAP_ALL_TESTS"):
        pytest.fail("This test needs Chromium, and ARGMAP_ALL_TESTS lets no test be left out.")
    if found is None:
        pytest.skip("Chromium is not installed.")
    return found


def screenshot(
    page: Path, png: Path, *, dark: bool = False, width: int = 1200, height: int = 800
) -> None:
    """Write what the top of an SVG or HTML file looks like, `width` × `height` pixels large."""
    png.unlink(missing_ok=True)
    size = f"--window-size={width},{height}"
    _run(page, f"--screenshot={png.resolve()}", size, dark=dark)
    if not png.is_file():
        raise RuntimeError(f"Chromium took no picture of {page}.")


def evaluate(
    page: Path, script: str, *, dark: bool = False, width: int = 1200, height: int = 800
) -> Any:
    """Return what the body of a JavaScript function returns in an SVG or HTML file, as JSON values.

    An SVG is put into an HTML page without margins, as one that is inlined there. Raises
    RuntimeError with the message of an error that the script throws.
    """
    with tempfile.TemporaryDirectory(prefix="argmap-page-") as folder:
        scripted = Path(folder, "page.html")
        scripted.write_text(_page(page) + _REPORTER.replace("SCRIPT", script), encoding="utf-8")
        dom = _run(scripted, "--dump-dom", f"--window-size={width},{height}", dark=dark)
    report = re.search(r'data-argmap-report="([^"]*)"', dom)
    if report is None:
        raise RuntimeError(f"The script did not run in {page}.")
    answer = json.loads(unquote(report[1]))
    if "error" in answer:
        raise RuntimeError(f"The script failed in {page}: {answer['error']}")
    return answer.get("value")


_REPORTER = """
<script>
{
  let answer;
  try { answer = {value: (() => { SCRIPT })()}; } catch (error) { answer = {error: `${error}`}; }
  document.documentElement.dataset.argmapReport = encodeURIComponent(JSON.stringify(answer));
}
</script>
"""


def _page(page: Path) -> str:
    text = page.read_text(encoding="utf-8")
    if page.suffix != ".svg":
        return text
    return f'<!doctype html><meta charset="utf-8"><body style="margin: 0">{text}'


def _run(page: Path, *options: str, dark: bool) -> str:
    with tempfile.TemporaryDirectory(prefix="argmap-chromium-", ignore_cleanup_errors=True) as data:
        command = [
            str(require_chromium()),
            *FLAGS,
            f"--user-data-dir={data}",
            SCHEMES[dark],
            *options,
        ]
        done = subprocess.run(
            [*command, page.resolve().as_uri()],
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
        )
    if done.returncode:
        raise RuntimeError(f"Chromium failed with {done.returncode}: {done.stderr[-2000:]}")
    return done.stdout


if __name__ == "__main__":
    print(chromium() or sys.exit(1))
