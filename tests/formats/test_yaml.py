from pathlib import Path

import pytest
from hypothesis import given

from argmap.document import parse
from argmap.formats import yaml as yaml_map
from argmap.model import Argument, ArgumentMap, Claim, Polarity
from argmap.pipeline import load
from argmap.reader import read
from argmap.values import LONGEST_CHAIN
from tests.examples import examples
from tests.strategies import argument_maps

MAPS = sorted((Path(__file__).parents[2] / "maps").rglob("*.yaml"))


def dumps(a_map: ArgumentMap) -> str:
    written = yaml_map.dumps(a_map)
    assert written.losses == ()
    return written.text


def loads(text: str) -> ArgumentMap:
    reading = read(parse(text, file="written.yaml"))
    assert reading.diagnostics == ()
    assert reading.map is not None
    return reading.map


def chain(length: int) -> ArgumentMap:
    """Return a map in which each claim has the next one as its only premise."""
    claims = tuple(Claim(f"c{n}", f"Claim number {n}.") for n in range(length))
    arguments = tuple(Argument(f"c{n}.1", (f"c{n + 1}",), f"c{n}") for n in range(length - 1))
    return ArgumentMap(claims, arguments, ("c0",))


def ladder(height: int, *, length: int = 1) -> ArgumentMap:
    """Return a chain whose last claim has an argument that is undercut, and so on upwards."""
    below = chain(length)
    steps = [
        Argument(f"s{n}", ("p",), f"s{n - 1}" if n else below.claims[-1].id, Polarity.ATTACK)
        for n in range(height)
    ]
    p = Claim("p", "A premise.")
    return ArgumentMap((*below.claims, p), (*below.arguments, *steps), below.theses)


@examples(120)
@given(argument_maps())
def test_what_is_written_reads_back_the_same(a_map: ArgumentMap) -> None:
    assert loads(dumps(a_map)) == a_map


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_the_example_maps_come_back_the_same(path: Path) -> None:
    a_map = load(path)
    assert loads(dumps(a_map)) == a_map


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_writing_again_changes_nothing(path: Path) -> None:
    written = dumps(load(path))
    assert dumps(loads(written)) == written


def test_a_chain_of_a_thousand_claims_is_cut_into_pieces() -> None:
    a_map = chain(1000)
    written = dumps(a_map)
    assert loads(written) == a_map
    assert max(len(line) - len(line.lstrip()) for line in written.splitlines()) < 60


@pytest.mark.parametrize("length", [1, 7, 9, 30])
def test_undercuts_of_undercuts(length: int) -> None:
    a_map = ladder(LONGEST_CHAIN, length=length)
    assert loads(dumps(a_map)) == a_map


def test_more_undercuts_than_a_file_can_nest_are_refused() -> None:
    with pytest.raises(ValueError, match="steps"):
        ladder(LONGEST_CHAIN + 1)


def test_arguments_that_bear_only_on_each_other_are_refused() -> None:
    claim = Claim("c", "C")
    circle = (Argument("a", ("c",), "b"), Argument("b", ("c",), "a"))
    with pytest.raises(ValueError, match="does not bear on a claim"):
        ArgumentMap((claim,), circle)


@pytest.mark.parametrize("text", ["", " ", "\x00", "a\x1bb", "\ud800", "a\ufeff", "a\rb"])
def test_texts_that_no_file_can_hold_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="text"):
        Claim("c", "C", note=text)


def test_the_layout() -> None:
    a_map = loads(EXAMPLE)
    assert dumps(a_map) == EXAMPLE


EXAMPLE = """\
argmap: 1
title: "Layout: a test"
description: |
  Several lines

    are kept.

sources:
  a2022:
    author: [A. Author, "B, Jr."]
    year: 2022
  bare: {}

style:
  direction: right
  width: 300
  legend: false

thesis:
  id: thesis
  label: In short
  text: >-
    A thesis that is too long for one line is folded, so that a reader of the file need not scroll
    to see how it ends.
  source: {ref: a2022, at: ¶1, quote: the words}
  arguments:
    - text: A claim with keys.
      source:
        - a2022
        - {ref: bare, at: "p. 3, n. 1"}
      status: assumed
      credence: 0.7
      contradicts: [shared]
      tags: [one, "two, three"]
      note: |-
        First line.
        Second line.
      premises:
        - A bare claim, as a text
        - "Quotes: only where they are needed"
        - "2022 ends with a colon:"
    - id: named
      label: The step
      scheme: example
      strength: strong
      question: counter-analogy
      premises:
        - id: shared
          text: It is used twice.
      backing:
        - text: What speaks for the step
          question: typical
      rebuttals:
        - What speaks against it
  rebuttals:
    - ref: shared

claims:
  - Nobody uses this.

expect:
  thesis: accepted
  named: rejected
"""
