"""The playground as a reader has it: its page in a browser, and the server that it comes from."""

import base64
import contextlib
import functools
import http.server
import json
import threading
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MAP = "argmap: 1\nthesis:\n  id: pear\n  text: Plant a pear.\n  premises: [It gives shade.]\n"
MAP += "  rebuttals: [Roots lift the pavement.]\n"
FAULTY = MAP.replace("premises", "premisses")
# What a reader finds in the editor, and does there.
TEXT = """[...document.getElementById("editor").shadowRoot.querySelectorAll(".cm-line")]
  .map(line => line.textContent).join("\\n")"""
FOCUS = 'document.getElementById("editor").shadowRoot.querySelector(".cm-content").focus()'
IS_SHOWN = """document.body.dataset.shown === document.body.dataset.version
  && document.body.dataset.state === "ready" """
HAS_PICTURE = "document.getElementById('frame').shadowRoot.querySelector('svg') !== null"
NOTICE = "document.getElementById('notice').textContent"
STATE = "[JSON.stringify(document.body.dataset), document.body.innerText]"
# A file that the page has saved, as it is handed to the browser.
CATCH = """{ const made = new Map(), make = URL.createObjectURL;
  URL.createObjectURL = (blob) => { const url = make(blob); made.set(url, blob); return url };
  HTMLAnchorElement.prototype.click = function () { window.saved = made.get(this.href) } }; 0"""
# On a machine that is slow now, a reader gives it more time.
SAVED = """(async () => { while (!window.saved) { await new Promise(done => setTimeout(done, 20));
    [...document.querySelectorAll("#notice button")]
      .find(one => one.textContent.startsWith("Try for"))?.click() }
  const bytes = new Uint8Array(await window.saved.arrayBuffer()); window.saved = null;
  return btoa(Array.from(bytes, one => String.fromCharCode(one)).join("")) })()"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Server(http.server.ThreadingHTTPServer):
    """A server whose readers may go away."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.cut: set[str] = set()

    def handle_error(self, *_: object) -> None:
        """Say nothing of a browser that has heard enough."""


class Cutting(_Quiet):
    """Sends half of what `cut` of its server names, and then the connection breaks off."""

    server: "Server"

    def copyfile(self, source: Any, outputfile: Any) -> None:
        content = source.read()
        is_cut = self.path.partition("?")[0].rpartition("/")[2] in self.server.cut
        outputfile.write(content[: len(content) // 2] if is_cut else content)
        self.close_connection = True


@contextlib.contextmanager
def serving(
    folder: Path, kind: type[http.server.SimpleHTTPRequestHandler] = _Quiet
) -> Iterator[Server]:
    """Serve a folder for as long as a test needs it."""
    handler = functools.partial(kind, directory=str(folder))
    server = Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


@dataclass
class Visit:
    """The page in a browser, and the server that it comes from."""

    page: Any
    address: str
    server: Server

    def wait(self, expression: str) -> Any:
        """Return the value of an expression once it is true."""
        try:
            return self.page.until(expression)
        except RuntimeError as error:
            error.add_note(str(self.page.evaluate(STATE)))
            raise

    def show(self, text: str) -> None:
        """Open a map by an address that holds it."""
        self.page.evaluate(f"location.hash = {shared(text)!r}")
        self.wait(f"({TEXT}) === {json.dumps(text)}")

    def choose(self, menu: str, words: str) -> None:
        """Choose what has these words in a menu."""
        self.page.evaluate(f"document.getElementById('{menu}').click()")
        self.page.evaluate(
            f"""[...document.querySelectorAll("#{menu}-menu button")]
              .find(one => one.textContent.includes({json.dumps(words)})).click()"""
        )

    def saved(self, words: str) -> bytes:
        """Return what the menu of downloads gives."""
        self.choose("download", words)
        return base64.b64decode(self.page.evaluate(SAVED))

    def type(self, text: str) -> None:
        """Write text where the cursor is."""
        self.page.call("Input.insertText", text=text)

    def key(self, key: str, code: int, modifiers: int = 0) -> None:
        """Press and release a key; Ctrl is 2."""
        for kind in ("rawKeyDown", "keyUp"):
            self.page.call(
                "Input.dispatchKeyEvent",
                type=kind,
                key=key,
                code=key,
                windowsVirtualKeyCode=code,
                modifiers=modifiers,
            )


def shared(text: str) -> str:
    made = zlib.compressobj(wbits=-15)
    packed = made.compress(text.encode()) + made.flush()
    return "#map=" + base64.urlsafe_b64encode(packed).decode().rstrip("=")
