"""A browser for the pages that are served."""

from collections.abc import Iterator

import pytest

from tests.devtools import Page, browser_page


@pytest.fixture(scope="module")
def browser() -> Iterator[Page]:
    with browser_page() as page:
        yield page
