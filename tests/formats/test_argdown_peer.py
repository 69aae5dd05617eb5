"""Argdown’s own program and argmap read the same in the same texts; see argdown_differences.py."""

import json
import os
import shutil

import pytest

from argmap.formats import argdown, argdown_json
from argmap.formats.recognition import readable_format
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


def shape(a_map):
    """Return the claims and what bears on what, by texts; undercuts have targets of their own."""
    texts = {claim.id: claim.text for claim in a_map.claims}
    arguments = {
        (tuple(sorted(texts[p] for p in a.premises)), a.polarity, texts[a.target])
        for a in a_map.arguments
        # What bears on itself, the other program sometimes leaves out.
        if a.target in texts and a.target not in a.premises
    }
    return set(texts.values()), arguments


def test_an_export_is_read_as_its_text(program, tmp_path):
    command, _ = program
    texts = {name: text for name, text in texts_of(tmp_path, 60).items() if "_ " not in text}
    exports = exported(texts, command, tmp_path)
    assert len(exports) >= 10
    for name, export in exports.items():
        reading = argdown_json.loads(json.dumps(export), file=f"{name}.json")
        assert reading.map is not None, reading.diagnostics
        assert readable_format("x.json", json.dumps(export).encode()).name == "argdown-json"
        from_text = argdown.loads(texts[name]).map
        assert shape(reading.map) == shape(from_text), name


def test_what_is_no_export_is_told():
    for text, told in (
        ("{}", "it has no object “statements”"),
        ('{"statements": {"a": {}}, "relations": [{"from": "b"}]}', "names “b”"),
        ('{"statements": {}}', "there is no claim"),
    ):
        reading = argdown_json.loads(text)
        assert reading.map is None
        assert told in reading.diagnostics[0].message


def test_both_read_the_same(program, tmp_path):
    command, packages = program
    texts = texts_of(packages, 150)
    exports = exported(texts, command, tmp_path)
    # Files that begin with “_” are parts of others, which Argdown does not export by themselves.
    assert len(exports) >= 150
    assert {
        name: found for name in exports if (found := differences(read(texts[name]), exports[name]))
    } == {}
