"""What tests of several rooms share."""

import os
from importlib.util import find_spec
from pathlib import Path

import pytest


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
