"""A page open in headless Firefox, driven over WebDriver BiDi: keys, pointer, scripts, pictures.

https://w3c.github.io/webdriver-bidi/ describes what is called here. `python -m tests.firefox`
prints where Firefox is, or ends with 1 where there is none.
"""

import base64
import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.browser import AT_REST, PATIENCE

if TYPE_CHECKING:
    import websocket

NAMES = ("firefox-esr", "firefox")
# As WebDriver writes keys that have no letter.
KEYS = {
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "Space": " ",
    "ArrowLeft": "\ue012",
    "ArrowUp": "\ue013",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
    "Shift": "\ue008",
    "Control": "\ue009",
    "End": "\ue010",
    "Home": "\ue011",
    "PageUp": "\ue00e",
    "PageDown": "\ue00f",
}
_PREFERENCES = {
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "remote.active-protocols": 1,
}
_DARK = {True: 0, False: 1}
# Run in every page before its own scripts.
_VIOLATIONS = """tell => document.addEventListener("securitypolicyviolation",
  ({violatedDirective, blockedURI}) => tell(`policy: ${violatedDirective} ${blockedURI}`))"""
_PORT = re.compile(r"WebDriver BiDi listening on (ws://\S+)")


@dataclass
class Page:
    """A tab of the browser, in which one address after another can be opened.

    `faults` has the errors of scripts and of the console, and what a policy has forbidden.
    """

    connection: "websocket.WebSocket"
    context: str = ""
    calls: int = 0
    faults: list[str] = field(default_factory=list)

    def call(self, method: str, **parameters: Any) -> Any:
        """Return the result of a method of the protocol; RuntimeError where there is none."""
        self.calls += 1
        message = {"id": self.calls, "method": method, "params": parameters}
        self.connection.send(json.dumps(message))
        answer: dict[str, Any] = {}
        while answer.get("id") != self.calls:
            answer = json.loads(self.connection.recv())
            self._hear(answer)
        if answer.get("type") == "error":
            raise RuntimeError(f"{method}: {answer['message']}")
        return answer["result"]

    def begin(self, width: int, height: int) -> None:
        """Begin a session, in a window whose page is so large."""
        self.call("session.new", capabilities={})
        # The first tab has no focus, so that keys would do nothing in it.
        self.context = self.call("browsingContext.create", type="tab")["context"]
        self.call("session.subscribe", events=["log.entryAdded", "script.message"])
        channel = {"type": "channel", "value": {"channel": "faults"}}
        self.call("script.addPreloadScript", functionDeclaration=_VIOLATIONS, arguments=[channel])
        self.resize(width, height)

    def resize(self, width: int, height: int) -> None:
        """Make the page so large."""
        size = {"width": width, "height": height}
        self.call("browsingContext.setViewport", context=self.context, viewport=size)

    def open(self, place: Path | str) -> None:
        """Open a file or an address and wait until it has been loaded whole and is at rest."""
        url = place if isinstance(place, str) else place.resolve().as_uri()
        self.call("browsingContext.navigate", context=self.context, url=url, wait="complete")
        self.evaluate(AT_REST)

    def evaluate(self, expression: str) -> Any:
        """Return the value of an expression in JavaScript, once what it promises is there."""
        answer = self.call(
            "script.evaluate",
            expression=f"(async () => JSON.stringify(await ({expression})))()",
            target={"context": self.context},
            awaitPromise=True,
        )
        if answer["type"] == "exception":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        value = answer["result"].get("value")
        return None if value is None else json.loads(value)

    def until(self, expression: str) -> Any:
        """Return the value of an expression in JavaScript once there is one that is not false."""
        end = time.monotonic() + PATIENCE
        while not (found := self.evaluate(expression)):
            if time.monotonic() > end:
                raise RuntimeError(f"The page never came to: {expression}")
            time.sleep(0.1)
        return found

    def press(self, *keys: str) -> None:
        """Press and release keys one after another: names of KEYS, or letters."""
        values = [KEYS.get(key, key) for key in keys]
        strokes = [{"type": kind, "value": key} for key in values for kind in ("keyDown", "keyUp")]
        self._perform({"type": "key", "id": "keys", "actions": strokes})

    def hold(self, *keys: str) -> None:
        """Press keys one after another, and release them all: such as `Control` and a letter."""
        values = [KEYS.get(key, key) for key in keys]
        strokes = [{"type": "keyDown", "value": key} for key in values]
        strokes += [{"type": "keyUp", "value": key} for key in reversed(values)]
        self._perform({"type": "key", "id": "keys", "actions": strokes})

    def click(self, x: float, y: float) -> None:
        """Press and release the pointer at a place of the window, in pixels."""
        self._perform(
            {
                "type": "pointer",
                "id": "pointer",
                "actions": [
                    {"type": "pointerMove", "x": round(x), "y": round(y)},
                    {"type": "pointerDown", "button": 0},
                    {"type": "pointerUp", "button": 0},
                ],
            }
        )

    def touch(self, *ways: Sequence[tuple[float, float]]) -> None:
        """Lead a finger along each way over the window, all at once; one place is a tap."""
        fingers = []
        for number, (start, *rest) in enumerate(ways):
            moves = [{"type": "pointerMove", "x": round(x), "y": round(y)} for x, y in rest]
            first = {"type": "pointerMove", "x": round(start[0]), "y": round(start[1])}
            touched = {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}
            fingers.append(
                {
                    "type": "pointer",
                    "id": f"finger{number}",
                    "parameters": {"pointerType": "touch"},
                    "actions": [first, touched[0], *moves, touched[1]],
                }
            )
        self.call("input.performActions", context=self.context, actions=fingers)

    def frame(self, number: int = 0) -> "Page":
        """Return a frame of the page as a page of its own; what is wrong is told of both."""
        end = time.monotonic() + PATIENCE
        while True:
            (tree,) = self.call("browsingContext.getTree", root=self.context)["contexts"]
            if len(tree["children"]) > number:
                break
            assert time.monotonic() < end, "there is no such frame"
            time.sleep(0.1)
        found = tree["children"][number]["context"]
        return Page(self.connection, found, 1_000_000 * (number + 1), self.faults)

    def turn_wheel(self, x: float, y: float, *, down: int) -> None:
        """Turn the wheel over a place of the window, by so many pixels; up where it is negative."""
        turn = {
            "type": "scroll",
            "x": round(x),
            "y": round(y),
            "deltaX": 0,
            "deltaY": down,
        }
        self._perform({"type": "wheel", "id": "wheel", "actions": [turn]})

    def picture(self, png: Path) -> None:
        """Write what is seen of the page."""
        taken = self.call("browsingContext.captureScreenshot", context=self.context)
        png.write_bytes(base64.b64decode(taken["data"]))

    def _hear(self, message: dict[str, Any]) -> None:
        told = message.get("params", {})
        if message.get("method") == "script.message" and told["channel"] == "faults":
            self.faults.append(told["data"]["value"])
        elif message.get("method") == "log.entryAdded" and told["level"] == "error":
            self.faults.append(told["text"])

    def _perform(self, source: dict[str, Any]) -> None:
        self.call("input.performActions", context=self.context, actions=[source])


def firefox() -> Path | None:
    """Return the Firefox of this machine, or None."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return Path(found) if found else None


def require_firefox() -> Path:
    """Return Firefox; without it skip the test, or fail it where ARGMAP_ALL_TESTS is set."""
    import pytest

    found = firefox()
    if found is None and os.environ.get("ARGMAP_ALL_TESTS"):
        pytest.fail("This test needs Firefox, and ARGMAP_ALL_TESTS lets no test be left out.")
    if found is None:
        pytest.skip("Firefox is not installed.")
    return found


@contextlib.contextmanager
def firefox_page(
    *, dark: bool = False, calm: bool = False, width: int = 1200, height: int = 800
) -> Iterator[Page]:
    """Open a tab for as long as a test needs it; without Firefox skip the test or fail it.

    A `calm` one asks pages for less motion.
    """
    # Only then: where Firefox is can be asked before what the tests need is installed.
    import websocket

    program = require_firefox()
    with tempfile.TemporaryDirectory(prefix="argmap-firefox-", ignore_cleanup_errors=True) as data:
        profile, log = Path(data, "profile"), Path(data, "log")
        profile.mkdir()
        asked = {
            "layout.css.prefers-color-scheme.content-override": _DARK[dark],
            "ui.prefersReducedMotion": int(calm),
        }
        wanted = _PREFERENCES | asked
        lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in wanted.items()]
        (profile / "user.js").write_text("\n".join(lines))
        command = [str(program), "--headless", "--no-remote", "--remote-debugging-port=0"]
        with log.open("wb") as told:
            process = subprocess.Popen(
                [*command, "--profile", str(profile), "about:blank"],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=told,
                # What it keeps beside the profile goes with it.
                env=os.environ | {"HOME": data},
            )
        try:
            connection = websocket.create_connection(
                f"{_address(process, log)}/session",
                timeout=PATIENCE,
                suppress_origin=True,
                http_no_proxy=["127.0.0.1"],
            )
            with contextlib.closing(connection):
                page = Page(connection)
                page.begin(width, height)
                yield page
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def _address(process: "subprocess.Popen[bytes]", log: Path) -> str:
    """Return where the browser can be driven, once it has said so."""
    until = time.monotonic() + PATIENCE
    while (found := _PORT.search(log.read_text(errors="replace"))) is None:
        if process.poll() is not None or time.monotonic() > until:
            raise RuntimeError(f"Firefox did not open a port: {log.read_text()[-2000:]}")
        time.sleep(0.05)
    return found[1]


if __name__ == "__main__":
    print(firefox() or sys.exit(1))
