"""Somebody without a mouse in front of a page: presses keys, and sees where the focus is."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest

from tests.browser import AT_REST
from tests.devtools import browser_page
from tests.firefox import firefox_page
from tests.render.explorer.test_explored import opened

# What has the focus, whether anything shows that, and whether it is seen and not covered.
_FOCUS = """(() => {
  const one = document.activeElement;
  if (!one || one === document.body) return {name: '', wrong: ['is lost']};
  const node = one.closest('g.claim, g.pill'), drawn = node?.querySelector('.frame') ?? one;
  const {left, top, right, bottom} = drawn.getBoundingClientRect();
  const style = getComputedStyle(drawn);
  const ring = node ? parseFloat(style.strokeWidth) > 3
    : style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
  const parts = [.02, .25, .5, .75, .98];
  const seen = parts.some(across => parts.some(down => {
    const x = left + (right - left) * across, y = top + (bottom - top) * down;
    const found = document.elementFromPoint(x, y);
    return found !== null && (node ?? one).contains(found) }));
  const copy = one.cloneNode(true);
  copy.querySelectorAll('.sign').forEach(sign => sign.remove());
  const name = node?.dataset.claim ?? node?.dataset.argument ?? one.getAttribute('aria-label')
    ?? copy.textContent.trim();
  const wrong = {'has no ring': !ring, 'is not seen': !seen, 'is off': one.matches(':disabled')};
  return {name, wrong: Object.keys(wrong).filter(what => wrong[what])} })()"""


class Page(Protocol):
    """The page of a browser, with a keyboard."""

    faults: list[str]

    def evaluate(self, expression: str) -> Any:
        """Return the value of an expression in JavaScript."""
        ...

    def until(self, expression: str) -> Any:
        """Return the value of an expression in JavaScript once there is one that is not false."""
        ...

    def press(self, key: str) -> None:
        """Press and release a key."""
        ...


class Keyboard:
    """Keys of a page; after each of them the focus is somewhere, shown, seen, and of some use."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, *keys: str) -> None:
        """Press keys one after another."""
        for key in keys:
            before = self.focus
            self.page.press(key)
            found = self._looked()
            assert not found["wrong"], f"{before}, {key}, {found['name']}: {found['wrong']}"

    def tab_to(self, selector: str) -> list[str]:
        """Go on with Tab until something of a kind has the focus; return what had it on the way."""
        met: list[str] = []
        while not (met and self.is_at(selector)):
            assert len(met) < 60, f"Tab never leads to {selector}, only to {met}"
            self.press("Tab")
            met.append(self.focus)
        return met

    def is_at(self, selector: str) -> bool:
        """Return whether something of a kind has the focus."""
        return bool(self.page.evaluate(f"document.activeElement.matches({selector!r})"))

    @property
    def focus(self) -> str:
        """What has the focus: the id of a box, or a name."""
        return str(self._looked()["name"])

    @property
    def address(self) -> str:
        """What stands in the address behind the file."""
        return str(self.page.evaluate("decodeURIComponent(location.hash)"))

    def text(self, selector: str) -> str:
        """What is written in the first element of a kind."""
        return str(self.page.evaluate(f"document.querySelector({selector!r}).textContent"))

    def has(self, selector: str) -> bool:
        """Return whether there is something of a kind."""
        return bool(self.page.evaluate(f"document.querySelector({selector!r}) !== null"))

    def _looked(self) -> dict[str, Any]:
        found: dict[str, Any] = self.page.evaluate(f"{AT_REST}.then(() => {_FOCUS})")
        return found


Opens = Callable[..., Keyboard]


def keyboards(browser: str) -> Iterator[Opens]:
    """Yield what opens a file, at a fragment of its address, in Chromium or in Firefox."""
    if browser == "chromium":
        with browser_page() as page:
            yield lambda file, fragment="": Keyboard(opened(page, file, fragment))
        return
    with firefox_page(calm=True, width=1366, height=768) as other:

        def open_there(file: Path, fragment: str = "") -> Keyboard:
            for address in ("about:blank", file.resolve().as_uri() + fragment):
                other.open(address)
            # Else the first key may come to a window that shows no focus yet.
            other.until("document.hasFocus()")
            return Keyboard(other)

        yield open_there


@pytest.fixture(scope="module", params=["chromium", "firefox"])
def opens(request: pytest.FixtureRequest) -> Iterator[Opens]:
    """What opens a file in a browser; a test has it by importing it."""
    yield from keyboards(request.param)
