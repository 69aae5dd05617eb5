"""Addresses that hold a map: the longest that there are, and what none can hold."""

import json
import random

import pytest

from tests.playground.visiting import MAP, TEXT, Visit, shared

pytestmark = pytest.mark.slow

CLAIMS = 1000
SHOWN = "document.getElementById('shared').open"
ADDRESS = "document.getElementById('with-address').offsetHeight > 0"
# The editor itself holds on the page only what can be seen; the address holds all.
ADDRESS_OF_ALL = "document.getElementById('address').value"


def long_map() -> str:
    """Return a map of 1,000 claims and half a million letters, which are hardly packed."""
    chance = random.Random(1)

    def says(number: int) -> str:
        words = ["".join(chance.choices("abcdefghijklmnoprstuvwy", k=6)) for _ in range(70)]
        below = [f"{{ref: c{one}}}" for one in range(3 * number + 1, 3 * number + 4)]
        premises = ", ".join(below if 3 * number + 3 < CLAIMS else [])
        return f"{{id: c{number}, text: {' '.join(words)}., premises: [{premises}]}}"

    lines = ["argmap: 1", f"thesis: {says(0)}", "claims:"]
    return "\n".join([*lines, *(f"  - {says(number)}" for number in range(1, CLAIMS)), ""])


def paste(visit: Visit, text: str) -> None:
    visit.page.evaluate(
        f"""{{ const data = new DataTransfer();
          data.items.add(new File([{json.dumps(text)}], "long.yaml"));
          document.body.dispatchEvent(new DragEvent("drop", {{dataTransfer: data, bubbles: true}}))
        }} 0"""
    )
    visit.wait("document.getElementById('name').textContent === 'long.yaml'")


def test_a_very_long_map_comes_back_from_its_address(visit: Visit) -> None:
    text = long_map()
    assert len(text) > 480_000
    visit.page.evaluate(f"location.hash = {shared(text)!r}")
    visit.wait("document.getElementById('name').textContent === 'shared.yaml'")
    visit.page.evaluate("document.getElementById('share').click()")
    visit.wait(f"({SHOWN}) && ({ADDRESS})")
    assert visit.page.evaluate(ADDRESS_OF_ALL) == f"{visit.address}{shared(text)}"
    visit.page.evaluate("document.getElementById('shared').close()")


def test_no_address_is_made_that_could_not_be_opened(visit: Visit) -> None:
    chance = random.Random(2)
    packed_well = f"{MAP}# {'x' * 2_100_000}\n"
    packed_badly = f"{MAP}# {''.join(chance.choices('0123456789abcdef', k=1_700_000))}\n"
    for text in (packed_well, packed_badly):
        visit.show(MAP)
        paste(visit, text)
        visit.page.evaluate("document.getElementById('share').click()")
        visit.wait(SHOWN)
        assert not visit.page.evaluate(ADDRESS)
        assert visit.page.evaluate("document.getElementById('shared').innerText").startswith(
            "Share this map\n\nThis map is too long for an address"
        )
        visit.page.evaluate("window.saved = null; document.getElementById('instead').click()")
        assert visit.wait("window.saved?.size") == len(text)
        visit.page.evaluate("document.getElementById('shared').close()")
    visit.show(MAP)
    visit.page.evaluate(f"location.hash = {shared(packed_well)!r}")
    visit.wait("document.getElementById('status').textContent.includes('more than 2 MB')")
    assert visit.page.evaluate(TEXT) == MAP.rstrip("\n") + "\n"
