"""The picture of what moves a claim: every program can draw it, and nothing is left out unsaid."""

import re
from xml.etree import ElementTree

import pytest

from argmap.evaluation.graded.tornado import Effect, Tornado, tornado
from argmap.model import Argument, ArgumentMap, Claim
from argmap.pipeline import draw_tornado, loads
from argmap.render.svg.tornado import MOST_ROWS
from argmap.themes import THEME_NAMES, theme_named

SVG = "{http://www.w3.org/2000/svg}"
TEXT = """\
argmap: 1
language: {language}
thesis:
  id: t
  text: The <b>town</b> & “its” ferry.
  premises: [{{id: p, text: Premise one., credence: 0.8}}]
  rebuttals:
    - {{id: r, credence: 0.3, text: A rebuttal with a text that is far too long for one line.}}
"""


def picture(language: str = "en", theme: str | None = None, semantics: str = "df-quad") -> str:
    a_map = loads(TEXT.format(language=language))
    return draw_tornado(a_map, tornado(a_map, "t", semantics), theme=theme).decode()


def words_of(svg: str) -> list[str]:
    return [one.text for one in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_it_names_the_claims_and_their_numbers() -> None:
    # By hand: the thesis starts at 0.5; 0.8 for it and 0.3 against it leave 0.5 + 0.5 · 0.5.
    words = words_of(picture())
    assert words[:2] == ["What moves “The <b>town</b> & “its” ferry”", "Now 0.75 by df-quad"]
    assert {"Premise one", "0.35", "0.85", "0.40", "0.90"} <= set(words)


def test_a_long_label_has_more_lines() -> None:
    words = words_of(picture())
    assert not any(
        "A rebuttal with a text that is far too long for one line" in one for one in words
    )
    assert "A rebuttal with a text" in " ".join(words)


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_every_shape_has_its_colours_as_attributes(theme: str) -> None:
    svg = picture(theme=theme)
    without_style = re.sub(r"<style>.*?</style>", "", svg, flags=re.DOTALL)
    for shape in ElementTree.fromstring(without_style).iter():
        kind = shape.tag.removeprefix(SVG)
        if kind in ("rect", "text"):
            assert re.fullmatch("#[0-9a-f]{6}", shape.get("fill", ""))
        if kind == "line":
            assert re.fullmatch("#[0-9a-f]{6}", shape.get("stroke", ""))
    assert ("prefers-color-scheme: dark" in svg) == (theme_named(theme).dark is not None)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "wenn die Aussage gilt"),
        ("fr", "si l’affirmation tient"),
        ("es", "si la afirmación se sostiene"),
        ("ru", "если утверждение верно"),
    ],
)
def test_it_speaks_the_language_of_the_map(language: str, words: str) -> None:
    svg = picture(language)
    assert words in words_of(svg)
    assert f'lang="{language}"' in svg


def test_it_is_described_for_those_who_do_not_see_it() -> None:
    described = ElementTree.fromstring(picture()).find(f"{SVG}desc").text
    assert described.startswith("Now 0.75 by df-quad. ")
    assert "Premise one: 0.85 when the claim holds, 0.35 when it does not." in described


def test_of_many_bars_the_longest_are_shown_and_the_rest_is_counted() -> None:
    claims = tuple(Claim(f"c{n}", f"Claim {n} holds.") for n in range(30))
    a_map = ArgumentMap(claims, (Argument("a", ("c1",), "c0"),), ("c0",))
    effects = tuple(Effect(f"c{n}", 1 - n / 100, 0.2) for n in range(1, 30))
    svg = draw_tornado(a_map, Tornado("c0", "euler", 0.5, effects, 29)).decode()
    labels = [one for one in words_of(svg) if one.startswith("Claim ")]
    assert labels == [f"Claim {n} holds" for n in range(1, MOST_ROWS + 1)]
    assert "+9 more" in words_of(svg)


def test_without_anything_that_moves_it_there_is_a_picture_all_the_same() -> None:
    a_map = ArgumentMap((Claim("c0", "Alone."),), (), ("c0",))
    svg = draw_tornado(a_map, tornado(a_map, "c0", "df-quad")).decode()
    assert words_of(svg)[0] == "What moves “Alone”"


def test_the_same_answer_gives_the_same_picture_and_another_one_another() -> None:
    assert picture() == picture()
    assert picture() != picture(semantics="euler")
