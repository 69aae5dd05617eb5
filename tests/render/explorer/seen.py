"""What is seen of an explorer that is open in a browser, whichever that is."""

import json
from typing import Any, Protocol

from tests.browser import AT_REST

Places = dict[str, list[float]]


class Page(Protocol):
    """The page of a browser."""

    def evaluate(self, expression: str) -> Any:
        """Return the value of an expression in JavaScript."""
        ...


def focused(browser: Page) -> Any:
    return browser.evaluate(
        "document.activeElement.getAttribute('data-id') ?? document.activeElement.localName"
    )


def boxes(browser: Page) -> Places:
    """Where each claim that is shown is seen, once nothing moves."""
    return browser.evaluate(
        f"{AT_REST}.then(() => "
        """Object.fromEntries([...document.querySelectorAll('.stage g[data-id]')]
          .filter(one => getComputedStyle(one).display !== 'none')
          .map(one => { const frame = one.querySelector('.frame');
            const {x, y, width, height} = frame.getBoundingClientRect();
            return [one.dataset.id, [x, y, width, height]] })))"""
    )


def verdicts(browser: Page) -> dict[str, str]:
    return browser.evaluate(
        """Object.fromEntries([...document.querySelectorAll('.stage g[data-id]')]
          .map(one => [one.dataset.id, one.dataset.verdict]))"""
    )


def is_near(found: Places, wanted: Places, by: float) -> bool:
    """Whether the same claims are at the same places, but for so many pixels."""
    return found.keys() == wanted.keys() and all(
        abs(one - other) <= by
        for id in found
        for one, other in zip(found[id], wanted[id], strict=True)
    )


def camera(browser: Page) -> list[float]:
    """What is looked at, once nothing moves."""
    place = "(({x, y, scale}) => [x, y, scale])(window.argmapExplorer.stage.camera)"
    return browser.evaluate(f"{AT_REST}.then(() => {place})")


def fragment_of(browser: Page) -> str:
    return browser.evaluate("decodeURIComponent(location.hash)")


def turn_to(browser: Page, fragment: str) -> None:
    """Give the open page another address, and wait until the page has heard of it."""
    _heard(browser, f"location.hash = {json.dumps(fragment)}")


def go_back(browser: Page) -> None:
    """Go back to the address of before, and wait until the page has heard of it."""
    _heard(browser, "history.back()")


def _heard(browser: Page, does: str) -> None:
    browser.evaluate(
        f"""new Promise(done => {{
          addEventListener('hashchange', () => setTimeout(done), {{once: true}}); {does} }})"""
    )
