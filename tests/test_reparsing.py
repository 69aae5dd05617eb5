"""A document after a change is the same, whether all of it is parsed again or only what changed."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.document import Document, parse, reparsing
from argmap.document.reparsing import reparsed
from argmap.model import ArgumentMap
from tests.editing.typed import typed_anyhow
from tests.examples import examples
from tests.strategies import argument_maps

MAP = """\
argmap: 1
title: The pool
thesis:
  id: pool
  # The point of it all.
  text: The pool
    should stay open.
  arguments:
    - id: health
      premises:
        - {id: swim, text: Children learn to swim there.}
        -  # nothing yet

        - >-
          No other
          is near.
    - |+
      People meet there.

    - "Who swims
      lives."
  rebuttals:
  - It is dear.
  - id: late
    text: 'It is
      late.'

    rebuttals: [No., {text: Never., tags: [a,
      b]}]
  - - nested
    - list
sources:
  plan:
    title: A plan
claims:
"""

# What somebody may type, or paste.
_TYPED = (
    *("x", " ", "  ", "\n", "\n\n", "-", "- ", ":", ": ", "#", " # c", "'", '"', "[", "]", "{"),
    *("}", "|", "|+\n", ">-\n", "&a ", "*a", "!t ", "? ", "---\n", "...\n", "%YAML 1.1\n"),
    *("<<: x", "\t", "\r\n", "\r", "\ufeff", "\x85", "\u2028", "é", "🙂", "\0", "\\", "=======\n"),
    *("<<<<<<< ours\n", ">>>>>>> theirs\n", "- a\n", "  - a\n", "    - a\n", "a: b\n", "  id: x\n"),
    *("      text: y\n", "x: y", "title: t\n", "- - a\n", "- a: b\n  c: d\n", "-\n", "    -\n"),
    *("\n  # c\n", "# c\n", "a", "?", ","),
)  # fmt: skip


def with_a_change(text: str, chance: Random) -> str:
    """Return a text after one thing that people do to texts."""
    lines = text.split("\n")
    at, to = sorted((chance.randrange(len(lines)), chance.randrange(len(lines))))
    place = chance.randrange(len(text) + 1)
    match chance.randrange(9):
        case 0:
            return text[:place] + text[place + chance.randint(1, 4) :]
        case 1:
            del lines[at : at + chance.randint(1, 3)]
        case 2:
            lines[at:at] = lines[to : to + chance.randint(1, 4)]
        case 3:
            lines[at] = chance.choice(("  ", " ")) + lines[at]
        case 4:
            lines[at] = lines[at].removeprefix(chance.choice(("  ", " ")))
        case 5:
            lines[at] = chance.choice(("", "- x", f"{lines[at]} more", f"{lines[at]} # c"))
        case 6:
            lines[at], lines[to] = lines[to], lines[at]
        case _:
            return text[:place] + chance.choice(_TYPED) + text[place:]
    return "\n".join(lines)


def try_changes(text: str, chance: Random, number: int) -> None:
    before = parse(text, file="a.yaml")
    sound = before
    for _ in range(number):
        # Now and then what does not work is taken back.
        text = sound.text if before.diagnostics and chance.random() < 0.8 else text
        text = with_a_change(text, chance)
        whole = parse(text, file="a.yaml")
        assert reparsed(before, text, file="a.yaml") == whole, (before.text, text)
        assert reparsed(sound, text.encode("utf-8", "surrogatepass"), file="a.yaml") == whole
        before = whole
        sound = sound if whole.diagnostics or whole.root is None else whole


@examples(100)
@given(st.randoms(use_true_random=False))
def test_it_is_the_same_as_if_all_was_parsed(chance: Random) -> None:
    line_end = chance.choice(("\n", "\n", "\r\n"))
    try_changes(chance.choice(("", "\ufeff")) + MAP.replace("\n", line_end), chance, 12)


@examples(50)
@given(argument_maps(min_claims=1, max_claims=6, max_arguments=6), st.randoms())
def test_it_is_the_same_in_maps_that_are_typed_anyhow(a_map: ArgumentMap, chance: Random) -> None:
    try_changes(typed_anyhow(a_map, chance), chance, 6)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A plan", "A better plan"),
        ("title: The pool", "title: Our pool\nlanguage: en"),
        ("learn to swim", "learn to dive"),
        ("No other", "No other pool"),
        ("        -  # nothing yet\n\n", ""),
        ("- It is dear.", "- It is dear.\n  - It is cold."),
        ("late.'\n\n", "late.'\n    tags: [a]\n\n"),
        ("      lives.\"\n", "      lives.\"\n    # And?\n    - New.\n"),
        ("    - list\n", "    - list\n    - more\n"),
    ],
)  # fmt: skip
def test_a_small_change_needs_no_parsing_of_all(
    old: str, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert old in MAP
    before, text = parse(MAP, file="a.yaml"), MAP.replace(old, new, 1)
    whole = parse(text, file="a.yaml")

    def no_more(*_: object, **__: object) -> Document:
        raise AssertionError("all of it is parsed again")

    monkeypatch.setattr(reparsing, "parse", no_more)
    assert reparsed(before, text, file="a.yaml") == whole
    assert not whole.diagnostics


def test_another_name_is_another_document() -> None:
    before = parse(MAP, file="a.yaml")
    text = MAP.replace("A plan", "Plans")
    assert reparsed(before, text, file="b.yaml") == parse(text, file="b.yaml")


def test_what_would_be_too_deep_is_told() -> None:
    def nested(levels: int) -> str:
        lines = ["argmap: 1", "thesis:"]
        lines += [
            f"{' ' * (2 * n + 2)}rebuttals:\n{' ' * (2 * n + 2)}- a: b" for n in range(levels)
        ]
        return "\n".join(lines) + "\n"

    for levels in (46, 47, 48, 49, 50):
        text = nested(levels)
        before = parse(text, file="a.yaml")
        changed = text.removesuffix("b\n") + "{b: {c: {d: e}}}\n"
        assert reparsed(before, changed, file="a.yaml") == parse(changed, file="a.yaml")
