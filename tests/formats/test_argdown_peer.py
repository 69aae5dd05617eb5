"""Argdown’s own program and argmap read the same in the same texts; see argdown_differences.py."""

import json
import os
import shutil
from pathlib import Path

import pytest

from argmap.faults import FaultLog
from argmap.formats import argdown_json
from argmap.formats.losses import Losses
from argmap.formats.recognition import readable_format
from tests.formats.argdown_differences import (
    differences,
    exported,
    facts_of,
    read,
    texts_of,
)
from tests.shared import fetched_once

pytestmark = pytest.mark.slow

# The language that argmap reads.
VERSION = "1.7"


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """Return where Argdown is, installed in this run, and the folder of its packages."""
    from tests.bench.peer_argdown import installed_argdown

    if shutil.which("npm") is None:
        if os.environ.get("ARGMAP_ALL_TESTS"):
            pytest.fail("there is no npm")
        pytest.skip("npm is not installed.")

    def install(folder: Path) -> None:
        installed_argdown(folder, VERSION)

    try:
        packages = fetched_once(tmp_path_factory, "argdown", install) / "node_modules"
        return str(packages / ".bin/argdown"), packages / "@argdown"
    except SystemExit as error:
        if os.environ.get("ARGMAP_ALL_TESTS"):
            raise
        pytest.skip(str(error))


def test_an_export_is_read_as_its_text(program: tuple[str, Path], tmp_path: Path) -> None:
    command, packages = program
    texts = texts_of(packages, 300)
    exports = exported(texts, command, tmp_path)
    assert len(exports) > 300
    for name, export in exports.items():
        written = json.dumps(export)
        log, losses = FaultLog(), Losses("A map")
        document = argdown_json.document_in(written, file=name, log=log, losses=losses)
        assert document is not None, log.diagnostics
        assert facts_of(document) == facts_of(read(texts[name], tmp_path)), name
        assert readable_format("x.json", written.encode()).name == "argdown-json"
        has_claims = bool(document.statements or document.arguments)
        reading = argdown_json.loads(written)
        # Relations in a circle bear on nothing, and random texts have some.
        is_circle = any("does not bear on a claim" in d.message for d in reading.diagnostics)
        assert (reading.map is not None) == (has_claims and not is_circle), name


def test_what_is_no_export_is_told() -> None:
    for text, told in (
        ("{}", "it has no object “statements”"),
        ('{"statements": {"a": {}}, "relations": [{"from": "b"}]}', "names “b”"),
        ('{"statements": {}}', "there is no claim"),
    ):
        reading = argdown_json.loads(text)
        assert reading.map is None
        assert told in reading.diagnostics[0].message


def test_both_read_the_same(program: tuple[str, Path], tmp_path: Path) -> None:
    command, packages = program
    texts = texts_of(packages, 600)
    exports = exported(texts, command, tmp_path)
    # Files that begin with “_” are parts of others, which Argdown does not export by themselves.
    assert set(exports) == {name for name in texts if not name.startswith("_")}
    assert "include-test" in exports
    assert {
        name: found
        for name in exports
        if (found := differences(read(texts[name], tmp_path), exports[name]))
    } == {}
