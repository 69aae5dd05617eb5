"""A page open in headless Chromium, driven over the DevTools protocol: keys, scripts, readers.

https://chromedevtools.github.io/devtools-protocol/ describes what is called here. With
ARGMAP_SLOW_PAGES=6 all pages have a sixth of the processor: what only a fast machine passes, fails.
"""

import base64
import contextlib
import json
import os
import re
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import websocket

from tests.browser import AT_REST, FLAGS, PATIENCE, SCHEMES, require_chromium

KEYS = {
    "Tab": 9,
    "Enter": 13,
    "Escape": 27,
    "Space": 32,
    "PageUp": 33,
    "PageDown": 34,
    "End": 35,
    "Home": 36,
    "ArrowLeft": 37,
    "ArrowUp": 38,
    "ArrowRight": 39,
    "ArrowDown": 40,
    "KeyI": 73,
    "KeyK": 75,
    "Period": 190,
}


# What is said of a page that has just gone, or of one that is not yet there.
_NO_PAGE = re.compile("context|navigated or closed|Promise was collected")


_STANDING = """(async () => {
  const place = () => (%s).getBoundingClientRect().toJSON();
  for (let before = {}; ;) {
    const now = place();
    if (['x', 'y', 'width', 'height'].every(one => now[one] === before[one])) return now;
    before = now;
    await new Promise(done => requestAnimationFrame(done));
  }
})()"""


class NoPageError(RuntimeError):
    """There is no page to ask: one has gone, and the next has not begun."""


class ScriptError(RuntimeError):
    """What was asked of a page has failed there."""


@dataclass
class Page:
    """A tab of the browser, in which one file after another can be opened."""

    connection: websocket.WebSocket
    calls: int = 0
    events: list[str] = field(default_factory=list)
    # What the browser complains of: scripts that failed, and what a policy has forbidden.
    faults: list[str] = field(default_factory=list)
    # Which of the browser's targets is meant, where that is a frame of the tab.
    session: str | None = None
    # Whether pages may run their own scripts.
    has_scripts: bool = True

    def call(self, method: str, **parameters: Any) -> Any:
        """Return the result of a method of the protocol; RuntimeError where there is none."""
        self.calls += 1
        message = {"id": self.calls, "method": method, "params": parameters}
        message |= {"sessionId": self.session} if self.session else {}
        self.connection.send(json.dumps(message))
        while (answer := self._next()).get("id") != self.calls:
            pass
        if "error" in answer:
            said = answer["error"]["message"]
            kind = NoPageError if _NO_PAGE.search(said) else RuntimeError
            raise kind(f"{method}: {said}")
        if method == "Emulation.setScriptExecutionDisabled":
            self.has_scripts = not parameters["value"]
        return answer["result"]

    def open(self, file: Path) -> None:
        """Open a file and wait until it has been loaded whole and is at rest."""
        self.visit(file.resolve().as_uri())

    def visit(self, address: str) -> None:
        """Open what is at an address and wait until it has been loaded whole and is at rest."""
        # What rests under the mouse may look otherwise.
        self.call("Input.dispatchMouseEvent", type="mouseMoved", x=-1, y=-1)
        self.events.clear()
        self.call("Page.navigate", url=address)
        while "Page.loadEventFired" not in self.events:
            self._next()
        self.rest()

    def rest(self) -> None:
        """Wait until nothing moves any more, and all has been done that a next frame does."""
        # Frames are not told to a page whose scripts may not run.
        if self.has_scripts:
            self.evaluate(AT_REST)

    def go(self, address: str) -> None:
        """Begin to open an address; `until` waits for what comes of it."""
        self.call("Page.navigate", url=address)

    def until(self, expression: str, wanted: Callable[[Any], object] = bool) -> Any:
        """Return the value of an expression in JavaScript once it is as wanted, or not false.

        While another page is on its way, or lacks the elements that are asked for, there is none.
        """
        end = time.monotonic() + PATIENCE
        while True:
            try:
                if wanted(found := self.evaluate(expression)):
                    return found
            except NoPageError as error:
                found = error
            except ScriptError as error:
                if "TypeError" not in str(error):
                    raise
                found = error
            if time.monotonic() > end:
                raise RuntimeError(f"The page never came to: {expression} ({found})")
            time.sleep(0.05)

    def frame(self, number: int = 0) -> "Page":
        """Return a frame of the page that runs apart from it, as if it were a page of its own."""
        end = time.monotonic() + PATIENCE
        while True:
            targets = self.call("Target.getTargets")["targetInfos"]
            frames = [one for one in targets if one["type"] == "iframe"]
            if len(frames) > number or time.monotonic() > end:
                break
            time.sleep(0.1)
        found = self.call(
            "Target.attachToTarget", targetId=frames[number]["targetId"], flatten=True
        )
        frame = Page(self.connection, 1_000_000 * (number + 1), session=found["sessionId"])
        for domain in ("Runtime", "Accessibility", "Log"):
            frame.call(f"{domain}.enable")
        return frame

    def point_at(self, element: str, *, clicks: bool = False) -> None:
        """Move the mouse on to an element that an expression gives, near its upper left corner.

        That is once the element is there and stands still.
        """
        self.until(f"Boolean({element})")
        box = self.evaluate(_STANDING % element)
        place = {"x": box["x"] + 4, "y": box["y"] + box["height"] / 2}
        self.call("Input.dispatchMouseEvent", type="mouseMoved", **place)
        for kind in ("mousePressed", "mouseReleased") if clicks else ():
            button = {"button": "left", "clickCount": 1}
            self.call("Input.dispatchMouseEvent", type=kind, **place, **button)

    def picture(self) -> bytes:
        """Return what can be seen, as a PNG."""
        return base64.b64decode(self.call("Page.captureScreenshot")["data"])

    def evaluate(self, expression: str) -> Any:
        """Return the value of an expression in JavaScript, once what it promises is there."""
        answer = self.call(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True
        )
        if "exceptionDetails" in answer:
            raise ScriptError(json.dumps(answer["exceptionDetails"], indent=1))
        return answer["result"].get("value")

    def press(self, key: str, *, control: bool = False) -> None:
        """Press and release one of KEYS, or the key of a character."""
        code = KEYS.get(key, 0)
        text = {"Enter": "\r", "Space": " "}.get(key, "" if code else key)
        name = {"Space": " ", "Period": ".", "KeyI": "i", "KeyK": "k"}.get(key, key)
        pressed = {"key": name, "code": key, "text": text, "modifiers": 2 if control else 0}
        for kind in ("keyDown" if text else "rawKeyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, windowsVirtualKeyCode=code, **pressed)

    def told(self) -> list[dict[str, str]]:
        """Return what the page tells a screen reader, in order: role, name and description."""
        nodes = self.call("Accessibility.getFullAXTree")["nodes"]
        by_id = {node["nodeId"]: node for node in nodes}
        found = []
        stack = [node["nodeId"] for node in nodes if "parentId" not in node]
        while stack:
            node = by_id[stack.pop()]
            stack += [child for child in reversed(node.get("childIds", ())) if child in by_id]
            if not node["ignored"]:
                parts = ("role", "name", "description")
                found.append({part: node.get(part, {}).get("value", "") for part in parts})
        return found

    def _next(self) -> dict[str, Any]:
        message: dict[str, Any] = json.loads(self.connection.recv())
        if "method" in message:
            self.events.append(message["method"])
            if message["method"] == "Runtime.exceptionThrown":
                self.faults.append(json.dumps(message["params"]["exceptionDetails"]))
            elif message["method"] == "Log.entryAdded":
                self.faults.append(message["params"]["entry"]["text"])
        return message


@contextlib.contextmanager
def browser_page(*, dark: bool = False, width: int = 1200, height: int = 800) -> Iterator[Page]:
    """Open a tab for as long as a test needs it; without Chromium skip the test or fail it."""
    with tempfile.TemporaryDirectory(prefix="argmap-chromium-", ignore_cleanup_errors=True) as data:
        options = ["--remote-debugging-port=0", f"--window-size={width},{height}"]
        command = [str(require_chromium()), *FLAGS, SCHEMES[dark], *options]
        process = subprocess.Popen(
            [*command, f"--user-data-dir={data}", "about:blank"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            address = _address(process, Path(data, "DevToolsActivePort"))
            connection = websocket.create_connection(
                address, timeout=PATIENCE, suppress_origin=True, http_no_proxy=["127.0.0.1"]
            )
            with contextlib.closing(connection):
                page = Page(connection)
                for domain in ("Page", "Runtime", "Accessibility", "Log"):
                    page.call(f"{domain}.enable")
                if slower := os.environ.get("ARGMAP_SLOW_PAGES"):
                    page.call("Emulation.setCPUThrottlingRate", rate=float(slower))
                yield page
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def _address(process: "subprocess.Popen[bytes]", file: Path) -> str:
    """Return where the first tab can be driven, once Chromium has written down its port."""
    until = time.monotonic() + PATIENCE
    while not (file.is_file() and file.read_text().count("\n")):
        if process.poll() is not None or time.monotonic() > until:
            raise RuntimeError("Chromium did not open a port for its tools.")
        time.sleep(0.02)
    port = file.read_text().split("\n")[0]
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with direct.open(f"http://127.0.0.1:{port}/json/list", timeout=PATIENCE) as answer:
        tabs = json.load(answer)
    return str(next(tab["webSocketDebuggerUrl"] for tab in tabs if tab["type"] == "page"))
