import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from argmap.checks.runner import selected
from argmap.cli.application import application
from argmap.destinations import SHEET_NAMES, destination
from argmap.drawing.builder import drawing_of
from argmap.drawing.options import DrawingOptions
from argmap.drawing.shapes import Drawing
from argmap.drawing.showing import Showing
from argmap.errors import UnfitOptionError
from argmap.examination import check
from argmap.layout import embedded, engines
from argmap.layout.engine import Limits
from argmap.layout.placed import Direction
from argmap.model import ArgumentMap
from argmap.pipeline import draw, load, loads, picture, read_text
from argmap.planning import RenderOptions
from argmap.render.renderer import Picture
from argmap.render.svg.extent import extent_of, smallest_letters
from argmap.style import Style
from tests.bench.explorer import tree
from tests.bench.random_argument import random_argument

MAPS = sorted((Path(__file__).parents[1] / "maps").glob("*.yaml"))
FLAGSHIP = next(file for file in MAPS if file.stem.startswith("western"))
HELLO = next(file for file in MAPS if file.stem == "hello")
PLACES = ("358", "500", "760", "1200", *SHEET_NAMES)


def fitted(a_map: ArgumentMap, place: str, **options: Any) -> Picture:
    return picture(a_map, options=RenderOptions(fit=place, **options))


def assert_readable(shown: Picture, place: str, smallest: int | None = None) -> None:
    to, placed = destination(place, smallest), shown.places
    assert smallest_letters(placed.drawing) * placed.shown_at >= to.smallest - 0.05
    wide = extent_of(placed, letter_width=1.0).width * placed.shown_at
    assert wide <= to.width + 0.5


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
def test_a_picture_made_for_a_place_can_be_read_there(file: Path, place: str) -> None:
    assert_readable(fitted(load(file), place), place)


@pytest.mark.parametrize("number", [4, 10, 20, 40, 77, 150])
@pytest.mark.parametrize("place", ["358", "760", "a4", "slide"])
def test_letters_are_large_enough_at_every_size_of_a_map(number: int, place: str) -> None:
    assert_readable(fitted(random_argument(number), place), place)


@pytest.mark.parametrize("smallest", [6, 11, 20])
def test_letters_are_as_large_as_asked(smallest: int) -> None:
    shown = fitted(load(FLAGSHIP), "760", smallest=smallest)
    assert_readable(shown, "760", smallest)


def test_a_map_that_fits_is_drawn_as_it_is_anyway() -> None:
    assert draw(load(HELLO), options=RenderOptions(fit="760")) == draw(load(HELLO))


def test_a_map_that_fits_with_narrower_boxes_stays_a_tree() -> None:
    a_map = loads(
        """
argmap: 1
thesis:
  text: The library should open on Sundays.
  premises: [Families have time, The staff would like it, Streets are quiet]
"""
    )
    shown = fitted(a_map, "760")
    assert shown.direction is not Direction.COLUMN
    assert_readable(shown, "760")


def test_a_map_that_fits_no_other_way_becomes_a_column() -> None:
    assert fitted(load(FLAGSHIP), "760").direction is Direction.COLUMN


def test_a_direction_that_is_asked_for_is_kept_and_its_letters_are_told() -> None:
    shown = fitted(load(FLAGSHIP), "760", direction="down")
    assert shown.direction is Direction.DOWN
    assert re.fullmatch(
        r"letters would be [\d.]+ px high in 760 px; leave the direction to argmap",
        shown.shortfall,
    )


def test_letters_on_paper_are_told_in_points() -> None:
    shown = fitted(load(FLAGSHIP), "a4", direction="down")
    assert re.match(r"letters would be [\d.]+ pt high on a4;", shown.shortfall)


def test_a_column_longer_than_a_sheet_is_told() -> None:
    assert "as high as 4 sheets" in fitted(load(FLAGSHIP), "a4").shortfall
    assert fitted(load(HELLO), "a4").shortfall is None


def test_a_column_that_is_asked_to_be_too_wide_is_told() -> None:
    shown = fitted(load(FLAGSHIP), "300", direction="column", width=700)
    assert shown.shortfall.endswith("leave the width to argmap")


@pytest.mark.parametrize("place", PLACES)
def test_letters_are_told_as_large_as_they_are_where_a_picture_is_made_smaller(place: str) -> None:
    to = destination(place)
    free = picture(load(FLAGSHIP), stands=to)
    whole = extent_of(free.places, letter_width=1.0)
    high = to.height / whole.height if to.height else 1.0
    letters = smallest_letters(free.drawing) * min(1.0, to.width / whole.width, high)
    assert f"letters would be {to.told(letters)} high" in free.shortfall
    assert f"write fit={place} or parts" in free.shortfall


def test_a_picture_for_a_place_is_measured_against_the_height_of_its_host() -> None:
    # A fixed page has no more room because somebody says how wide it is.
    host = destination("a4")._replace(width=300.0)
    shown = picture(load(FLAGSHIP), options=RenderOptions(fit="458"), stands=host)
    assert "sheets" in shown.shortfall
    assert picture(load(HELLO), options=RenderOptions(fit="458"), stands=host).shortfall is None


def found_by_check(text: str, *, ignore: Sequence[str] = (), **places: Any) -> list[str]:
    reading = read_text(text, file="a.yaml")
    selection = selected((), ignore)
    return [one.code for one in check(reading, selection=selection, given_texts={}, **places)]


def test_check_finds_what_cannot_be_read_only_where_a_place_is_named() -> None:
    text = FLAGSHIP.read_text(encoding="utf-8")
    assert found_by_check(text) == []
    assert found_by_check(text, stands=destination("760")) == ["too-small-to-read"]
    assert found_by_check(text, defaults=Style(fit="760")) == []
    insists = Style(fit="760", direction="down")
    assert found_by_check(text, defaults=insists) == ["too-small-to-read"]
    assert found_by_check(f"{text}\nstyle: {{fit: 760, direction: down}}\n") == [
        "too-small-to-read"
    ]


def test_check_can_leave_out_how_large_letters_are() -> None:
    text = FLAGSHIP.read_text(encoding="utf-8")
    ignore = ("too-small-to-read",)
    assert found_by_check(text, ignore=ignore, stands=destination("760")) == []


def test_below_shows_a_claim_and_what_bears_on_it() -> None:
    shown = picture(load(FLAGSHIP), options=RenderOptions(below=("balance-held",)))
    names = {claim.id for claim in shown.map.claims}
    assert "balance-held" in names
    assert "best-case" not in names
    assert "almost-over" not in names
    assert len(names) > 5


def test_below_needs_a_claim_of_the_map() -> None:
    with pytest.raises(UnfitOptionError, match="no claim “balance”"):
        picture(load(FLAGSHIP), options=RenderOptions(below=("balance",)))


def test_the_command_line_says_what_cannot_be_read(tmp_path: Path) -> None:
    target = str(tmp_path / "a.svg")
    call = ["render", str(FLAGSHIP), "-o", target, "--fit", "760", "--direction", "down"]
    done = CliRunner().invoke(application, call)
    assert done.exit_code == 0
    assert "too small to read: letters would be" in done.output


@pytest.mark.parametrize("place", ["a5", "100", "5000", "76O", ""])
def test_an_unknown_place_is_refused(place: str) -> None:
    done = CliRunner().invoke(application, ["render", str(HELLO), "--fit", place])
    assert done.exit_code == 2
    assert "is not a width from 200 to 4000 pixels, nor one of a4," in done.output


def test_nothing_is_drawn_twice_for_one_picture_nor_in_vain(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: list[DrawingOptions] = []

    def noted(showing: Showing) -> Drawing:
        drawn.append(showing.options)
        return drawing_of(showing)

    monkeypatch.setattr("argmap.arrangement.drawing_of", noted)
    page = draw(tree(120), format="explorer", options=RenderOptions())
    assert b"argmap-data" in page
    # A tree, and the column for telephones: boxes side by side are too many there at any width.
    assert [options.column for options in drawn] == [False, True]
    # Narrower boxes are drawn where they may have room, and none twice.
    drawn.clear()
    fitted(load(HELLO), "358")
    assert len(drawn) == len(set(drawn)) > 2


def test_other_words_in_boxes_of_the_same_size_need_no_other_layout(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text, run, sources = FLAGSHIP.read_text(encoding="utf-8"), embedded.run, list[str]()

    def counted(dot: str, *, limits: Limits) -> str:
        sources.append(dot)
        return run(dot, limits=limits)

    engines._laid_out_inside.cache_clear()
    monkeypatch.setattr(embedded, "run", counted)
    options = RenderOptions(engine="embedded")
    first = draw(loads(text), options=options)
    assert len(sources) == len(set(sources)) == 1
    other = draw(loads(text.replace("the talks", "talks they")), options=options)
    assert len(sources) == 1
    assert first != other
    longer = text.replace("the talks", "the long talks of many diplomats about many things")
    draw(loads(longer), options=options)
    assert len(sources) == 2
