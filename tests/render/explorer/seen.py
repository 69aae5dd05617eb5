"""What is seen of an explorer that is open in a browser, whichever that is."""

from typing import Any, Protocol

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
    """Where each claim that is shown is seen."""
    return browser.evaluate(
        """Object.fromEntries([...document.querySelectorAll('.stage g[data-id]')]
          .filter(one => getComputedStyle(one).display !== 'none')
          .map(one => { const frame = one.querySelector('.frame');
            const {x, y, width, height} = frame.getBoundingClientRect();
            return [one.dataset.id, [x, y, width, height]] }))"""
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
    return browser.evaluate(
        "(({x, y, scale}) => [x, y, scale])(window.argmapExplorer.stage.camera)"
    )


def fragment_of(browser: Page) -> str:
    return browser.evaluate("decodeURIComponent(location.hash)")
