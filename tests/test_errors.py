"""Errors travel between processes as they are, and say once what they are about."""

import pickle

import pytest

import argmap.errors as errors
from argmap.diagnostics import Diagnostic
from argmap.errors import ArgmapError, FileError, MapError, named
from argmap.pipeline import read_text

PLAIN = [
    one
    for one in vars(errors).values()
    if isinstance(one, type) and issubclass(one, ArgmapError) and one is not MapError
]


def found() -> tuple[Diagnostic, ...]:
    return read_text("argmap: 1\nthesis: {premises: [P.]}\n", file="a.yaml").diagnostics


@pytest.mark.parametrize("kind", PLAIN)
def test_an_error_is_the_same_in_another_process(kind: type[ArgmapError]) -> None:
    before = kind("It is gone.")
    after = pickle.loads(pickle.dumps(before))
    assert (type(after), str(after), after.brief) == (kind, str(before), "It is gone.")


def test_what_is_wrong_with_a_map_is_the_same_in_another_process() -> None:
    before = MapError(found(), texts={"a.yaml": "argmap: 1"})
    after = pickle.loads(pickle.dumps(before))
    assert (str(after), after.diagnostics, after.texts) == (str(before), found(), before.texts)
    assert after.brief == found()[0].message


def test_a_file_is_named_once() -> None:
    assert str(named(ArgmapError("No time left."), "a.yaml")) == "a.yaml: No time left."
    for error in (FileError("a.yaml is gone."), MapError(found())):
        assert named(error, "a.yaml") is error
