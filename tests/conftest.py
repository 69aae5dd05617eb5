"""How the tests are run: which are left for the slow run, how often properties are tried, by whom.

- `python -m pytest` leaves out what is marked `slow`, and tries each property with few examples.
- `python -m pytest -m slow` runs the rest, and all properties again with many examples.
- A file or a test that is named is run whole, slow or not.
"""

import os
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.devtools import Page, browser_page
from tests.examples import choose

PROPERTY = "property"


def is_thorough(config: pytest.Config) -> bool:
    """Return whether slow tests are what was asked for."""
    return re.search(r"(?<!not )\bslow\b", config.option.markexpr) is not None


def pytest_configure(config: pytest.Config) -> None:
    choose("thorough" if is_thorough(config) else "quick")


@pytest.hookimpl(tryfirst=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Return 0, one process, for some rooms or tests; a worker for each processor for all tests."""
    option = config.option
    is_part = bool(option.file_or_dir or option.keyword or config.getoption("lf", False))
    is_watched = option.capture == "no" or option.collectonly or option.trace
    return 0 if is_part or is_watched else None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Choose between quick and slow tests, before pytest looks at the marks."""
    if is_thorough(config):
        for item in items:
            if is_property(item):
                item.add_marker(pytest.mark.slow)
        return
    if config.option.markexpr:
        return
    named = named_files(config)
    left_out = {one for one in items if one.get_closest_marker("slow") and one.path not in named}
    if left_out:
        config.hook.pytest_deselected(items=list(left_out))
        items[:] = [one for one in items if one not in left_out]


def is_property(item: pytest.Item) -> bool:
    """Return whether a test has a number of examples, which is larger in the slow run."""
    tried = hasattr(getattr(item, "function", None), "hypothesis")
    return tried or item.get_closest_marker(PROPERTY) is not None


def named_files(config: pytest.Config) -> set[Path]:
    """Return the files of tests that the call names, alone or with a test in them."""
    names = (argument.partition("::")[0] for argument in config.args)
    paths = (config.invocation_params.dir / name for name in names)
    return {path.resolve() for path in paths if path.is_file()}


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core; ARGMAP_AXE may name a later one than the test extra has."""
    given = os.environ.get("ARGMAP_AXE")
    if given:
        return Path(given).read_text(encoding="utf-8")
    found = find_spec("axe_core_python")
    if found is None and not os.environ.get("ARGMAP_ALL_TESTS"):
        pytest.skip("axe-core-python is not installed.")
    return Path(found.origin).with_name("axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def browser() -> Iterator[Page]:
    """A tab of Chromium that the tests of a module share."""
    with browser_page() as page:
        yield page
