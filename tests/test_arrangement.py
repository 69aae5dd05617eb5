import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from argmap.checks.runner import selected
from argmap.cli.application import application
from argmap.destinations import SHEET_NAMES, destination
from argmap.errors import UnfitOptionError
from argmap.layout.places import Direction
from argmap.pipeline import RenderOptions, check, draw, load, loads, picture, read_text
from argmap.render.extent import extent_of, smallest_letters
from tests.bench.random_argument import random_argument

MAPS = sorted((Path(__file__).parents[1] / "maps").glob("*.yaml"))
FLAGSHIP = next(file for file in MAPS if file.stem.startswith("western"))
HELLO = next(file for file in MAPS if file.stem == "hello")
PLACES = ("358", "500", "760", "1200", *SHEET_NAMES)


def fitted(a_map, place, **options):
    return picture(a_map, options=RenderOptions(fit=place, **options))


def assert_readable(shown, place, smallest=None):
    to, placed = destination(place, smallest), shown.places
    assert smallest_letters(placed.drawing) * placed.shown_at >= to.smallest - 0.05
    wide = extent_of(placed, letter_width=1.0).width * placed.shown_at
    assert wide <= to.width + 0.5


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
def test_a_picture_made_for_a_place_can_be_read_there(file, place):
    assert_readable(fitted(load(file), place), place)


@pytest.mark.parametrize("number", [4, 10, 20, 40, 77, 150])
@pytest.mark.parametrize("place", ["358", "760", "a4", "slide"])
def test_letters_are_large_enough_at_every_size_of_a_map(number, place):
    assert_readable(fitted(random_argument(number), place), place)


@pytest.mark.parametrize("smallest", [6, 11, 20])
def test_letters_are_as_large_as_asked(smallest):
    shown = fitted(load(FLAGSHIP), "760", smallest=smallest)
    assert_readable(shown, "760", smallest)


def test_a_map_that_fits_is_drawn_as_it_is_anyway():
    assert draw(load(HELLO), options=RenderOptions(fit="760")) == draw(load(HELLO))


def test_a_map_that_fits_with_narrower_boxes_stays_a_tree():
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


def test_a_map_that_fits_no_other_way_becomes_a_column():
    assert fitted(load(FLAGSHIP), "760").direction is Direction.COLUMN


def test_a_direction_that_is_asked_for_is_kept_and_its_letters_are_told():
    shown = fitted(load(FLAGSHIP), "760", direction="down")
    assert shown.direction is Direction.DOWN
    assert re.search(r"letters are [\d.]+ px high in 760 px", shown.shortfall)


def test_letters_on_paper_are_told_in_points():
    shown = fitted(load(FLAGSHIP), "a4", direction="down")
    assert re.search(r"letters are [\d.]+ pt high in a4", shown.shortfall)


def test_a_column_longer_than_a_sheet_is_told():
    assert "sheets of a4" in fitted(load(FLAGSHIP), "a4").shortfall
    assert fitted(load(HELLO), "a4").shortfall is None


def test_a_map_that_insists_on_a_direction_is_found_by_check():
    text = FLAGSHIP.read_text(encoding="utf-8") + "\nstyle: {fit: 760, direction: down}\n"
    found = check(read_text(text, file="a.yaml"), selection=selected((), ()), given_texts={})
    assert [one.code for one in found] == ["too-small-to-read"]
    ignoring = selected((), ("too-small-to-read",))
    assert check(read_text(text, file="a.yaml"), selection=ignoring, given_texts={}) == ()


def test_below_shows_a_claim_and_what_bears_on_it():
    shown = picture(load(FLAGSHIP), options=RenderOptions(below=("balance-held",)))
    names = {claim.id for claim in shown.map.claims}
    assert "balance-held" in names
    assert "best-case" not in names
    assert "almost-over" not in names
    assert len(names) > 5


def test_below_needs_a_claim_of_the_map():
    with pytest.raises(UnfitOptionError, match="no claim “balance”"):
        picture(load(FLAGSHIP), options=RenderOptions(below=("balance",)))


def test_the_command_line_says_what_cannot_be_read(tmp_path):
    target = str(tmp_path / "a.svg")
    call = ["render", str(FLAGSHIP), "-o", target, "--fit", "760", "--direction", "down"]
    done = CliRunner().invoke(application, call)
    assert done.exit_code == 0
    assert "cannot be read: its letters are" in done.output


@pytest.mark.parametrize("place", ["a5", "100", "5000", "76O", ""])
def test_an_unknown_place_is_refused(place):
    done = CliRunner().invoke(application, ["render", str(HELLO), "--fit", place])
    assert done.exit_code == 2
    assert "is not a width from 200 to 4000 pixels, nor one of a4," in done.output
