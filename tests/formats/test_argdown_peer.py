"""Argdown’s own program and argmap read the same in the same texts; see argdown_differences.py."""

import os
import shutil

import pytest

from tests.formats.argdown_differences import differences, exported, read, texts_of


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """Return where Argdown is, installed now, and the folder of its packages."""
    from tests.bench.peer_argdown import installed_argdown

    if shutil.which("npm") is None:
        if os.environ.get("ARGMAP_ALL_TESTS"):
            pytest.fail("there is no npm")
        pytest.skip("npm is not installed.")
    folder = tmp_path_factory.mktemp("argdown")
    try:
        return installed_argdown(folder)[0], folder / "node_modules/@argdown"
    except SystemExit as error:
        if os.environ.get("ARGMAP_ALL_TESTS"):
            raise
        pytest.skip(str(error))


def test_both_read_the_same(program, tmp_path):
    command, packages = program
    texts = texts_of(packages, 150)
    exports = exported(texts, command, tmp_path)
    # Files that begin with “_” are parts of others, which Argdown does not export by themselves.
    assert len(exports) >= 150
    assert {
        name: found for name in exports if (found := differences(read(texts[name]), exports[name]))
    } == {}
