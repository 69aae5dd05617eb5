"""Faults that are planted in a sound map are mended, and the map is then what it was before."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap.checks.runner import Selection
from argmap.document.handwriting import handwriting_of
from argmap.document.parsing import parse
from argmap.editing.fixing import Mended, mended
from argmap.editing.sound_fixes import Examined
from argmap.examination import check
from argmap.pipeline import read_text

MISTAKES = sorted((Path(__file__).parents[1] / "cases").rglob("*.yaml"))
WORDS = "pool town school river bridge market winter garden doctor engine museum harbour".split()
SELECTION = Selection(ignore=frozenset(["one-sided", "unused-claim", "unused-source"]))


def mend(text: str) -> Mended:
    def examine(changed: str) -> Examined:
        reading = read_text(changed, file="m.yaml")
        return Examined(reading, check(reading, selection=SELECTION, given_texts={}))

    return mended(text, examine)


def comments_of(text: str) -> list[str]:
    document = parse(text, file="m.yaml")
    return [one.text for one in handwriting_of(document.root, document.text).comments]


def sound_map(chance: random.Random) -> list[str]:
    """Return the lines of a map with claims that are named elsewhere, sources and comments."""
    lines = ["argmap: 1", "sources:", "  survey-2019: {title: A survey, year: 2019}"]
    lines += ["thesis:", "  text: The old hall should stay."]
    lines += ["  arguments:"]
    for number, word in enumerate(WORDS[:6]):
        remark = chance.choice(["", f" # {word} {number}"])
        if chance.random() < 0.3:
            lines.append(f"    # About the {word}.")
        kind = chance.randrange(4)
        if kind == 0:
            lines.append(f"    - ref: the-{word}-claim{remark}")
        elif kind == 1:
            lines.append(f'    - "It holds of the {word}: case {number}."{remark}')
        elif kind == 2:
            lines += [f"    - text: The {word} counts.{remark}", "      source: survey-2019"]
        else:
            lines += ["    - scheme: expert-opinion", "      premises:"]
            lines.append(f"        - Whoever knows the {word} says so.{remark}")
    lines += ["  rebuttals:", "    - text: It costs money.", "      note: Much of it."]
    lines.append("claims:")
    for word in WORDS[:6]:
        lines += [f"  - id: the-{word}-claim", f"    text: The {word} speaks for it."]
    return lines


def swapped(word: str) -> str:
    return word[:-3] + word[-2] + word[-3] + word[-1]


# What is planted on a line, and a pattern of the lines that can have it.
FAULTS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"( *- ref: )(the-\w+-claim)(.*)", lambda m: m[1] + swapped(m[2]) + m[3]),
    (r"( *source: )(survey-2019)()", lambda m: m[1] + swapped(m[2])),
    (r'( *- )"(.*)"(.*)', lambda m: m[1] + m[2] + m[3]),
    (r"( *)(rebuttals|sources|arguments)(:)", lambda m: m[1] + m[2][:-2] + m[2][-1] + m[3]),
    (r"( *- scheme: )(expert-opinion)()", lambda m: m[1] + swapped(m[2])),
    (r"( *)(note)(: .*)", lambda m: m[1] + "comment" + m[3]),
    (r"( *- text)(:)( .*)", lambda m: m[1] + m[3]),
    (r"( *- text)(: )(.*)", lambda m: m[1] + ":" + m[3]),
)


@given(st.integers(0, 10**9), st.sampled_from(["\n", "\r\n"]), st.booleans())
@settings(max_examples=40, deadline=None)
def test_what_is_planted_is_mended_and_nothing_else_changes(
    seed: int, end: str, is_marked: bool
) -> None:
    chance = random.Random(seed)
    sound = sound_map(chance)
    faulty = list(sound)
    possible = [
        (at, pattern, plant)
        for at, line in enumerate(sound)
        for pattern, plant in FAULTS
        if re.fullmatch(pattern, line)
    ]
    for at, pattern, plant in chance.sample(possible, min(len(possible), chance.randint(1, 4))):
        found = re.fullmatch(pattern, sound[at])
        assert found is not None
        faulty[at] = plant(found)
    mark = "\ufeff" if is_marked else ""
    before = mark + "".join(line + end for line in faulty)
    after = mend(before)
    assert after.left.found == (), before
    assert after.text == mark + "".join(line + end for line in sound)
    assert after.left.reading.map is not None


@pytest.mark.parametrize("path", MISTAKES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_comments_stay_whatever_is_mended(path: Path) -> None:
    text = path.read_bytes().decode("utf-8", "replace")
    after = mend(text)
    gone = comments_of(text)
    for comment in comments_of(after.text):
        if comment in gone:
            gone.remove(comment)
    # What was lost behind “ #” is part of its text again.
    assert all(comment in after.text for comment in gone)
    assert not gone or any(one.code in ("comment-in-text", "yaml-syntax") for one in after.mended)


@given(st.sampled_from(MISTAKES), st.integers(0, 10**9))
@example(MISTAKES[0], 0)
@settings(max_examples=60, deadline=None)
def test_a_text_with_random_slips_is_never_worse_for_it(path: Path, seed: int) -> None:
    chance = random.Random(seed)
    text = path.read_bytes().decode("utf-8", "replace")
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(["", ":", "'", '"', " ", "-", "\n"]) + text[at + 1 :]
    after = mend(text)
    again = mend(after.text)
    assert again.text == after.text
    assert len(comments_of(after.text)) >= len(comments_of(text)) - len(after.mended)
