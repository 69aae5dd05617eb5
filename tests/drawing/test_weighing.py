"""What a picture says of weighing: proof standards, what is unstated, and for whom."""

from typing import Any

import pytest

from argmap.drawing.shapes import Box
from argmap.errors import ConfigurationError, UnfitOptionError
from argmap.languages import words_in
from argmap.model import Standard
from argmap.pipeline import draw, loads, picture
from argmap.planning import RenderOptions
from argmap.render.renderer import Picture
from argmap.render.svg.legend import AUDIENCE, entries, rows
from argmap.weighing import Standing

CAMERA = """\
argmap: 1
language: LANGUAGE
title: A camera
thesis:
  id: camera
  text: The crossing should get a camera.
  standard: STANDARD
  arguments:
    - {id: fewer, premises: [{id: slow, text: Cameras slow drivers., unstated: true, source: s}]}
  rebuttals:
    - {id: watched, premises: [A camera watches everybody.]}
sources: {s: {title: A study}}
audiences:
  parents: {strengths: {fewer: strong}}
  lawyers: {strengths: {watched: strong}}
"""
LANGUAGES = ("en", "de", "fr", "es", "ru")
PLAIN = CAMERA.replace("  standard: STANDARD\n", "").replace("language: LANGUAGE\n", "")


def shown(text: str, **options: Any) -> Picture:
    return picture(loads(text), options=RenderOptions(**options))


def box(found: Picture, id: str) -> Box:
    return next(one for one in found.drawing.boxes if one.id == id)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("standard", Standard)
def test_a_box_says_how_well_its_claim_must_be_shown(language: str, standard: Standard) -> None:
    words = words_in(language)
    text = CAMERA.replace("LANGUAGE", language).replace("STANDARD", standard)
    thesis = box(shown(text), "camera")
    line, told = " ".join(thesis.sources), thesis.text
    if standard is Standard.PREPONDERANCE:
        assert (line, told) == ("", "The crossing should get a camera.")
        return
    assert words.standards[standard] in line
    assert words.standard_rules[standard].removesuffix(".") in told
    for format in ("md", "html"):
        outline = draw(loads(text), format=format).decode()
        assert words.standards[standard] in outline


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_box_says_what_the_author_supplied(language: str) -> None:
    text = CAMERA.replace("LANGUAGE", language).replace("STANDARD", "preponderance")
    unstated = words_in(language).unstated
    found = shown(text)
    assert " ".join(box(found, "slow").sources) == f"A study · {unstated}"
    assert box(found, "slow").text == f"Cameras slow drivers. ({unstated})"
    assert " ".join(box(shown(text, sources=False), "slow").sources) == unstated
    assert f"*({unstated})*" in draw(loads(text), format="md").decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_says_for_whom_it_is_weighed(language: str) -> None:
    text = CAMERA.replace("LANGUAGE", language).replace("STANDARD", "preponderance")
    words = words_in(language)
    said = words.weighed_for.format(words.quoted("parents"))
    found = shown(text, audience="parents")
    assert found.drawing.summary.endswith(f" {said}.")
    first, *_ = rows(entries(found.drawing), width=1000)
    assert [(entry.sample, entry.words) for entry in first] == [(AUDIENCE, said)]
    options = RenderOptions(audience="parents")
    for format in ("svg", "md", "html"):
        told = draw(loads(text), format=format, options=options).decode()
        assert said.replace("\u00a0", " ") in told.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("audience", "standing"),
    [(None, "undecided"), ("parents", "stands"), ("lawyers", "falls")],
)
def test_verdicts_in_a_picture_are_those_of_its_audience(
    audience: str | None, standing: str
) -> None:
    found = shown(PLAIN, audience=audience)
    assert box(found, "camera").verdict is Standing(standing)
    assert (found.drawing.audience, found.evaluation.audience) == (audience, audience)


def test_a_map_may_name_the_audience_of_its_picture_and_a_caller_another() -> None:
    text = f"{PLAIN}style: {{audience: lawyers}}\n"
    assert shown(text).drawing.audience == "lawyers"
    assert shown(text, audience="parents").drawing.audience == "parents"


def test_what_changes_by_a_question_is_compared_for_the_same_audience() -> None:
    found = shown(PLAIN, audience="parents", reject=("watched",))
    assert not box(found, "camera").changed
    assert box(shown(PLAIN, reject=("watched",)), "camera").changed


def test_an_audience_that_the_map_does_not_have_is_told() -> None:
    with pytest.raises(ConfigurationError, match="did you mean “parents”"):
        shown(PLAIN, audience="parent")


def test_degrees_and_audiences_do_not_go_together() -> None:
    with pytest.raises(UnfitOptionError, match="no audience changes them"):
        shown(PLAIN, audience="parents", degrees="euler")


FOUR = """\
argmap: 1
language: LANGUAGE
thesis:
  - id: red
    text: It is red.
    arguments:
      - id: look
        premises: [It looks red.]
        rebuttals: [A red light shines.]
      - id: film
        premises: [{text: A film shows it., premises: [{text: X., status: rejected}]}, So.]
  - {id: blue, text: It is blue., arguments: [It looks blue.], rebuttals: [It looks green.]}
"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_boxes_and_steps_have_the_word_of_their_verdict(language: str) -> None:
    words = words_in(language)
    svg = draw(loads(FOUR.replace("LANGUAGE", language))).decode()
    for text, standing in (
        ("It looks red.", Standing.STANDS),
        ("It is red.", Standing.NOT_SHOWN),
        ("It is blue.", Standing.UNDECIDED),
        ("X.", Standing.FALLS),
    ):
        assert f"<title>{text} ({words.judged(standing)})</title>" in svg
    titles = [line for line in svg.splitlines() if "<title>" in line and words.argument in line]
    look, film, *_ = titles
    assert look.endswith(f"({words.judged(Standing.FALLS)})</title>")
    assert film.endswith(f"({words.judged(Standing.NOT_SHOWN)})</title>")
