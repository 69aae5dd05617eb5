"""The page of slides: one file that needs nothing and allows nothing, a section for each step."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from argmap.model import ArgumentMap
from argmap.page_data.page import reading_order
from argmap.pipeline import draw, load, loads
from argmap.planning import RenderOptions
from argmap.style import Style
from argmap.talk import MOST_TREES
from tests.bundles import SLIDES
from tests.command import argmap
from tests.examples import examples
from tests.render.explorer.test_page import hashed
from tests.render.hostile import hostile_map
from tests.strategies import argument_maps

MAPS = sorted((Path(__file__).parents[3] / "maps").glob("*.yaml"))
MAP = "argmap: 1\nthesis: {id: t, text: T., premises: [P.], rebuttals: [{id: r, text: R.}]}\n"


def page(a_map: ArgumentMap, **options: Any) -> str:
    return draw(a_map, format="slides", options=RenderOptions(**options)).decode()


def slides_of(text: str) -> list[str]:
    return re.findall(r"<section [^>]*>.*?</section>", text, re.S)


def words_of(text: str) -> list[str]:
    """The words of each slide, without those of its picture."""
    told = [re.sub(r"<svg.*?</svg>", "", one, flags=re.S) for one in slides_of(text)]
    return [" ".join(re.sub(r"<[^>]*>", " ", one).split()) for one in told]


@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
def test_the_policy_allows_exactly_what_stands_in_the_page(file: Path) -> None:
    text = page(load(file))
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    allowed = dict(part.split(" ", 1) for part in policy.split("; "))
    assert allowed["default-src"] == "'none'"
    assert "unsafe" not in policy
    for element, directive in (("script", "script-src"), ("style", "style-src")):
        tag = f'<{element}(?: type="module")?>(.*?)</{element}>'
        own = re.findall(tag, text, re.DOTALL)
        assert own
        assert {f"'{hashed(one)}'" for one in own} == set(allowed[directive].split())
    assert not re.search(r'<[a-z][^>]* style="', text.split("<script type")[0])


def test_the_page_names_nothing_that_it_would_have_to_fetch() -> None:
    text = page(loads(MAP))
    fetched = r"<(?:link|iframe|object|embed|base)\b|\b(?:src|srcset)=|@import|url\("
    assert not re.search(fetched, text)
    assert "fetch(" not in text


@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
def test_each_argument_is_a_slide_in_the_order_of_the_guided_walk(file: Path) -> None:
    a_map = load(file)
    walk = [one for one in reading_order(a_map) if one in a_map.arguments_by_id]
    told = words_of(page(a_map))
    # A title before them, and a verdict behind them.
    assert len(told) == len(walk) + 2
    for number, name in enumerate(walk, start=2):
        argument, said = a_map.arguments_by_id[name], told[number - 1]
        for premise in argument.premises:
            assert " ".join(escaped(a_map.claims_by_id[premise].text).split()) in said
        assert said.endswith(f"{number} / {len(told)}")


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def test_a_slide_says_what_is_claimed_why_and_what_stands() -> None:
    title, support, attack, last = words_of(page(loads(MAP)))
    assert title == "T. 1 / 4"
    assert support == "T. (undecided) For P. (stands) Stands. Its premise stands. 2 / 4"
    assert attack == "T. (undecided) Against R. (stands) Stands. Its premise stands. 3 / 4"
    assert last == (
        "T. Undecided. “R” is in its way, and neither side prevails. "
        "What it hangs on P. (stands) R. (stands) 4 / 4"
    )


def test_an_attack_on_a_step_says_which_step() -> None:
    text = "argmap: 1\nthesis: {id: t, text: T., arguments: [{premises: [P.], rebuttals: [U.]}]}\n"
    assert words_of(page(loads(text)))[2].startswith("“P” → “T” Against the step U. (stands)")


def test_claims_without_arguments_have_slides_of_their_own() -> None:
    text = "argmap: 1\nclaims: [{id: a, text: A., contradicts: [b]}, {id: b, text: B.}]\n"
    told = words_of(page(loads(text)))
    assert [one.split()[0] for one in told[1:]] == ["A.", "B."]
    assert "Cannot be true together with: B." in told[1]


def test_a_thesis_alone_has_a_title_and_a_verdict() -> None:
    told = words_of(page(loads("argmap: 1\nthesis: Only this.\n")))
    assert told == [
        "Only this. 1 / 2",
        "Only this. Stands. It is given. What it hangs on "
        "No single claim would change this verdict. 2 / 2",
    ]


def test_a_map_without_claims_is_a_title() -> None:
    assert words_of(page(loads("argmap: 1\nclaims: []\n"))) == ["Argument map 1 / 1"]


def test_without_verdicts_nothing_is_said_to_stand() -> None:
    told = words_of(page(loads(MAP), evaluate=False))
    assert len(told) == 3
    assert not re.search("stands|undecided|hangs", " ".join(told))


def test_a_question_is_told_with_its_verdicts_and_nothing_hangs_on_the_map_as_written() -> None:
    told = words_of(page(loads(MAP), reject=("r",)))
    assert "R. (falls)" in told[2]
    assert "hangs" not in told[-1]


def test_what_is_not_shown_is_not_named() -> None:
    told = " ".join(words_of(page(loads(MAP), max_depth=0)))
    assert "R" not in told
    assert "Something that is not shown here is in its way" in told


@examples(20)
@given(argument_maps())
def test_no_text_of_a_map_becomes_markup(a_map: ArgumentMap) -> None:
    text = page(replace(a_map, style=Style()), direction="column")
    assert text.count("<script") == 3
    assert text.count("<section") == text.count("</section>")


def test_a_hostile_map_is_told_as_it_is_written() -> None:
    a_map = hostile_map()
    text = page(a_map)
    assert text.count("<script") == 3
    names = [one for one in reading_order(a_map) if one in a_map.arguments_by_id]
    assert text.count("<section") >= len(names) + 1


def test_a_long_talk_is_drawn_in_columns_and_at_once() -> None:
    claims = "".join(f"    - Claim {number}.\n" for number in range(MOST_TREES + 1))
    text = page(loads(f"argmap: 1\nthesis:\n  id: t\n  text: T.\n  arguments:\n{claims}"))
    assert len(slides_of(text)) == MOST_TREES + 3


def test_the_direction_of_the_whole_picture_makes_no_slide_too_small() -> None:
    text = page(load(MAPS[-1]), direction="right")
    assert "step alone" not in text


def test_the_same_map_gives_the_same_bytes() -> None:
    assert page(load(MAPS[-1])) == page(load(MAPS[-1]))


def test_slides_go_beside_their_map_and_are_drawn_again(tmp_path: Path) -> None:
    for text in (MAP, "argmap: 1\nclaims: []\n"):
        (tmp_path / "map.yaml").write_text(text)
        assert argmap("render", tmp_path / "map.yaml", "-f", "slides").code == 0
        assert 'id="step=1"' in (tmp_path / "map.slides.html").read_text("utf-8")


def test_script_and_styles_are_small() -> None:
    size = sum((SLIDES / name).stat().st_size for name in ("slides.js", "slides.css"))
    assert size < 150_000


def test_words_of_argmap_are_read_in_their_own_direction() -> None:
    claims = 'id: a, text: "\u05db\u05df.", rebuttals: [{id: b, text: "\u05dc\u05d0."}]'
    text = page(loads(f"argmap: 1\nlanguage: he\nthesis: {{{claims}}}\n"))
    reasons = re.findall(r'<span class="why" lang="en" dir="(\w+)">(.)(.)', text)
    assert reasons
    assert {direction for direction, _, _ in reasons} == {"ltr"}
    assert any("\u05d0" <= letter <= "\u05ea" for reason in reasons for letter in reason[1:])
