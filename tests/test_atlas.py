"""A map in parts: each is read at its place, and they lead to each other."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic._data_structures import Destination

from argmap.destinations import SHEET_NAMES, destination
from argmap.drawing import sizes
from argmap.drawing.measure import text_width
from argmap.drawing.shapes import Role
from argmap.errors import UnfitOptionError
from argmap.layout.placed import Direction
from argmap.model import ArgumentMap
from argmap.pipeline import draw, load, loads, picture, pictures
from argmap.planning import RenderOptions
from argmap.render.renderer import Picture
from argmap.render.svg import legend
from argmap.render.svg.extent import extent_of, smallest_letters
from tests.bench.random_argument import random_argument
from tests.command import argmap
from tests.examples import examples
from tests.render.machine_fonts import require_characters
from tests.strategies import argument_maps

MAPS = Path(__file__).parents[1] / "maps"
FLAGSHIP = load(MAPS / "western-friendly-autocracy.yaml")
PLACES = ("358", "760", "1200", *SHEET_NAMES)
MANY = ", ".join(f"Reason number {n} is a long one." for n in range(60))


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def parts(a_map: ArgumentMap, place: str, **options: Any) -> tuple[Picture, ...]:
    return pictures(a_map, options=RenderOptions(fit=place, parts=True, **options))


def assert_fits(shown: Picture, place: str) -> None:
    to, placed = destination(place).for_parts, shown.places
    assert smallest_letters(placed.drawing) * placed.shown_at >= to.smallest - 0.05
    whole = extent_of(placed, letter_width=shown.theme.letter_width)
    assert whole.width * placed.shown_at <= to.width + 0.5
    if shown.shortfall is None:
        assert whole.height * placed.shown_at <= to.height + 0.5
    for box in placed.drawing.boxes:
        room = (box.width - sizes.PADDING_LEFT - sizes.PADDING_RIGHT) / shown.theme.letter_width
        for lead in box.leads:
            assert text_width(lead.words, size=sizes.SMALL_TEXT_SIZE) <= room, lead


def test_a_small_map_is_one_picture_the_same_as_without_parts() -> None:
    hello = load(MAPS / "hello.yaml")
    (shown,) = parts(hello, "760")
    assert shown.places == picture(hello, options=RenderOptions(fit="760")).places


@pytest.mark.parametrize("place", PLACES)
def test_no_line_of_a_part_leaves_its_box(place: str) -> None:
    for shown in parts(load(MAPS / "teaching-phones-at-school.yaml"), place):
        assert_fits(shown, place)


@pytest.mark.parametrize("place", PLACES)
def test_every_part_of_the_flagship_is_read_at_its_place(place: str) -> None:
    found = parts(FLAGSHIP, place)
    assert len(found) > 1
    for shown in found:
        assert_fits(shown, place)
        assert shown.shortfall is None


# Those of the prototype, which had only trees.
@pytest.mark.parametrize(("place", "most"), [("760", 12), ("a4", 20)])
def test_the_flagship_has_few_parts(place: str, most: int) -> None:
    found = parts(FLAGSHIP, place)
    assert len(found) < most
    assert min(len(shown.map.claims) for shown in found) > 1


@examples(40)
@given(argument_maps(), st.sampled_from(PLACES))
def test_every_claim_is_shown_and_its_letters_are_large_enough(
    a_map: ArgumentMap, place: str
) -> None:
    found = pictures(a_map, options=RenderOptions(fit=place, parts=True, theme="light"))
    selected = picture(a_map, options=RenderOptions(theme="light", parts=False))
    boxes = {box.id for shown in found for box in shown.drawing.boxes}
    assert boxes == {claim.id for claim in selected.map.claims}
    style = a_map.style
    # A width, a direction or smaller letters of the author's own are what the author asked for.
    is_left_to_us = style.width is None and style.smallest is None
    if is_left_to_us and style.direction in (None, "auto", "column"):
        for shown in found:
            assert_fits(shown, place)


@pytest.mark.parametrize("number", [10, 40, 150, pytest.param(600, marks=pytest.mark.slow)])
@pytest.mark.parametrize("place", ["358", "760", "a4", "slide"])
def test_parts_of_large_maps_fit(number: int, place: str) -> None:
    a_map = random_argument(number)
    found = parts(a_map, place)
    assert {box.id for one in found for box in one.drawing.boxes} == set(a_map.claims_by_id)
    for shown in found:
        assert_fits(shown, place)
        assert shown.shortfall is None


def test_a_direction_that_is_asked_for_gives_smaller_parts_of_that_kind() -> None:
    found = parts(FLAGSHIP, "760", direction="down")
    assert {shown.direction for shown in found} == {Direction.DOWN}
    assert len(found) > len(parts(FLAGSHIP, "760"))
    assert [shown.shortfall for shown in found] == [None] * len(found)


def test_a_text_too_long_for_a_slide_is_told() -> None:
    a_map = loads(f"argmap: 1\nthesis: {{text: {'long ' * 900}, premises: [P.]}}")
    found = parts(a_map, "slide")
    assert "has no room on slide: too much counts only together" in found[0].shortfall


def test_what_another_part_tells_is_only_named() -> None:
    found = parts(FLAGSHIP, "slide")
    (first, *others) = found
    goes_on = [one for one in others if one.part.roots == first.part.roots]
    assert goes_on
    whole = next(box for box in first.drawing.boxes if box.role is Role.THESIS)
    assert whole.body
    for shown in goes_on:
        again = next(box for box in shown.drawing.boxes if box.id == whole.id)
        assert (again.body, again.sources, again.text) == ((), (), whole.text)
    # Each claim is told in full in one of them.
    told = {box.id for shown in found for box in shown.drawing.boxes if box.body}
    assert told == set(FLAGSHIP.claims_by_id)


def test_an_overview_of_slides_has_a_legend_where_there_is_room_for_it() -> None:
    entries = [bool(legend.entries(shown.drawing)) for shown in parts(FLAGSHIP, "slide")]
    assert entries == [True] + [False] * (len(entries) - 1)


def test_parts_lead_to_each_other() -> None:
    found = parts(FLAGSHIP, "760")
    leads = {lead.part for shown in found for box in shown.drawing.boxes for lead in box.leads}
    assert leads >= set(range(1, len(found)))
    words = [lead.words for box in found[0].drawing.boxes for lead in box.leads]
    assert "→ part 2: The best case · 14 claims" in words
    assert [lead.words for lead in found[2].drawing.trail] == ["The model is ending"]


def test_one_part_can_be_asked_for() -> None:
    found = parts(FLAGSHIP, "760")
    alone = picture(FLAGSHIP, options=RenderOptions(fit="760", parts=True, part=3))
    assert alone.places == found[3].places
    with pytest.raises(UnfitOptionError, match="there is no part 99; the last is 6"):
        picture(FLAGSHIP, options=RenderOptions(fit="760", parts=True, part=99))


def test_the_legend_stands_in_the_overview_and_speaks_for_all_parts() -> None:
    first, *others = parts(FLAGSHIP, "358")
    assert (
        "undercuts a step" in draw(FLAGSHIP, options=RenderOptions(fit="358", parts=True)).decode()
    )
    assert first.drawing.legend
    assert not any(shown.drawing.legend for shown in others)


def test_files_of_parts_lead_to_each_other() -> None:
    done = argmap("render", MAPS / "western-friendly-autocracy.yaml", "-o", "a b.svg", "--parts")
    assert done.code == 0
    names = sorted(file.name for file in Path().glob("*.svg"))
    assert [f"a b-{n}.svg" for n in range(1, 7)] == names[:-1]
    assert done.err.startswith("a b.svg is drawn, the overview of 6 parts\n")
    assert "a b-2.svg is drawn: The best case · 16 claims\n" in done.err
    for name in names:
        svg = Path(name).read_text(encoding="utf-8")
        targets = set(re.findall(r'href="(a%20b[^"#]*)"', svg))
        assert targets
        assert {target.replace("%20", " ") for target in targets} <= set(names)
        ElementTree.fromstring(svg)


def test_a_folder_gets_an_index() -> None:
    source = MAPS / "western-friendly-autocracy.yaml"
    done = argmap("render", source, "-o", "out/", "--parts")
    assert (done.code, len(list(Path("out").glob("*.svg")))) == (0, 7)
    page = Path("out/index.html").read_text(encoding="utf-8")
    ids = set(re.findall(r' id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= ids
    assert len(re.findall(r' id="([^"]+)"', page)) == len(ids)
    files = set(re.findall(r'href="([^"#]+\.svg)"', page))
    assert files == {file.name for file in Path("out").glob("*.svg")}
    assert argmap("render", source, "-o", "out/", "--parts").code == 0


def test_a_map_may_ask_for_parts_itself() -> None:
    Path("a.yaml").write_text(
        f"argmap: 1\nthesis: {{text: T., premises: [{MANY}]}}\nstyle: {{parts: yes, fit: 358}}\n",
        encoding="utf-8",
    )
    assert argmap("render", "a.yaml").code == 0
    assert len(list(Path().glob("a-*.svg"))) > 2
    assert argmap("render", "a.yaml", "--no-parts", "-o", "b.svg").code == 0
    assert list(Path().glob("b-*.svg")) == []
    assert argmap("render", "a.yaml", "-o", "a.html").code == 0


@pytest.mark.parametrize("suffix", ["drawio", "excalidraw", "tex"])
def test_other_programs_get_a_file_for_each_part(suffix: str) -> None:
    source = MAPS / "western-friendly-autocracy.yaml"
    done = argmap("render", source, "-o", f"a.{suffix}", "--parts")
    assert (done.code, len(list(Path().glob(f"a*.{suffix}")))) == (0, 7)
    overview, part = (Path(name).read_text("utf-8") for name in (f"a.{suffix}", f"a-1.{suffix}"))
    assert "part 1: " in overview
    assert "›" not in overview
    assert "›" in part


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--parts", "-o", "-"), "cannot all go to standard output; name a file with -o"),
        (("--parts", "-o", "a.html"), "--parts is for svg, png, pdf, drawio, "),
        (("--parts", "-o", "a.canvas"), "excalidraw, tikz, and not for canvas"),
        (("--page", "a4", "-o", "a.png"), "--page is for PDF, which has pages, and not for png"),
        (("--page", "a5", "-o", "a.pdf"), "“a5” is not one of a4, a4-landscape, a3, letter, slide"),
        (("--page", "a4", "--no-parts", "-o", "a.pdf"), "leave out --no-parts"),
        (("--parts", "-o", "none/a.svg"), "there is no folder"),
        (("--parts", "-o", "file.txt/"), "cannot be written"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    arguments: tuple[str, ...], message: str
) -> None:
    Path("file.txt").write_text("mine", encoding="utf-8")
    done = argmap("render", MAPS / "western-friendly-autocracy.yaml", *arguments)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert [file.name for file in Path().iterdir()] == ["file.txt"]


def test_a_file_made_by_hand_keeps_all_parts_from_being_written() -> None:
    Path("a-3.svg").write_text("<svg>mine</svg>", encoding="utf-8")
    source = MAPS / "western-friendly-autocracy.yaml"
    done = argmap("render", source, "-o", "a.svg", "--parts")
    assert done.code == 2
    assert "a-3.svg is there already and was not drawn by argmap" in done.err
    assert [file.name for file in Path().iterdir()] == ["a-3.svg"]
    assert argmap("render", source, "-o", "a.svg", "--parts", "--force").code == 0


def test_a_part_left_from_before_is_told() -> None:
    source = MAPS / "western-friendly-autocracy.yaml"
    argmap("render", source, "-o", "a.svg", "--parts", "--fit", "358")
    done = argmap("render", source, "-o", "a.svg", "--parts")
    assert "a-7.svg is there from before, and is no part of" in done.err


def test_an_empty_map_has_no_parts() -> None:
    Path("a.yaml").write_text("argmap: 1\n", encoding="utf-8")
    done = argmap("render", "a.yaml", "--parts")
    assert done.code in (0, 1)
    assert "Traceback" not in done.err


def test_a_pdf_has_its_parts_on_pages_with_bookmarks_and_links() -> None:
    require_characters("a")
    source = MAPS / "western-friendly-autocracy.yaml"
    done = argmap("render", source, "-o", "a.pdf", "--page", "a4")
    pdf = PdfReader(io.BytesIO(Path("a.pdf").read_bytes()))
    said = rf"a.pdf is drawn: \d parts on {len(pdf.pages)} pages of a4\n"
    assert re.match(said, done.err)
    sides = {(round(float(p.mediabox.width)), round(float(p.mediabox.height))) for p in pdf.pages}
    assert sides == {(595, 842)}
    titles = [one.title for one in _flat(pdf.outline)]
    assert titles[0] == "The Western-friendly autocracy"
    assert "The best case" in titles[1:]
    text = " ".join(pdf.pages[0].extract_text().split())
    found = re.search(r"→ page (\d): The best case · 14 claims", text)
    page = pdf.pages[int(found[1]) - 1]
    assert "The best case" in page.extract_text()
    targets = {a.get_object()["/Dest"][0].indirect_reference for a in pdf.pages[0]["/Annots"]}
    assert page.indirect_reference in targets
    assert f"page 1 of {len(pdf.pages)}" in text


def _flat(
    outline: list[list[list[Destination] | Destination] | Destination],
) -> Iterator[Destination]:
    for one in outline:
        if isinstance(one, list):
            yield from _flat(one)
        else:
            yield one


def test_a_small_map_has_one_page_as_large_as_the_sheet() -> None:
    require_characters("a")
    shown = draw(load(MAPS / "hello.yaml"), format="pdf", options=RenderOptions(page="slide"))
    (page,) = PdfReader(io.BytesIO(shown)).pages
    assert (round(float(page.mediabox.width)), round(float(page.mediabox.height))) == (960, 540)


def test_words_of_parts_are_those_of_the_language_of_the_map() -> None:
    a_map = loads(f"argmap: 1\nlanguage: de\nthesis: {{text: T., premises: [{MANY}]}}")
    words = [lead.words for box in parts(a_map, "358")[0].drawing.boxes for lead in box.leads]
    assert words[0].startswith("→ Teil 1: T. (2) · ")


# Several roots, with what leads across them, need more room than the numbers tell.
TIED_ROOTS = """
argmap: 1
thesis:
  - id: tram
    text: Городу нужен трамвай на север.
    contradicts: [bus]
    arguments:
      - premises: [{id: p1, text: Дороги забиты каждое утро., group: Дороги}, Трамвай не стоит.]
        backing: [В Казани помогло.]
        rebuttals: [{text: Пути идут по тем же дорогам., rebuttals: [Пути обособлены.]}]
      - {text: Трамвай тише автобуса., rebuttals: [На стыках рельсов он громче.]}
    rebuttals: [Он стоит миллиард., Город меньше ста тысяч.]
  - id: bus
    text: Нужны только автобусы.
    arguments:
      - premises:
          - {id: c1, text: Автобусы дешевле., group: Деньги}
          - {id: c2, text: Их можно купить за год., group: Деньги}
      - Водители уже есть.
    rebuttals: [{text: Автобусы стоят в пробках., arguments: [{ref: p1}]}]
claims:
  - {id: he, text: שלום עולם זה משפט ארוך מאוד שצריך להישבר בשורה שנייה, contradicts: [c1]}
  - id: x1
    text: Один.
    rebuttals: [{text: Два., rebuttals: [{text: Три., rebuttals: [{ref: x1}]}]}]
"""


def test_roots_that_have_no_room_together_are_parted() -> None:
    drawn = parts(loads(TIED_ROOTS), "760", width=200)
    assert len(drawn) > 1
    assert not [shown.shortfall for shown in drawn if shown.shortfall]


def test_a_part_of_a_map_is_drawn_alone_into_the_file_that_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes((MAPS / "western-friendly-autocracy.yaml").read_bytes())
    result = argmap("render", "a.yaml", "--fit", "760", "--parts", "--part", "3", "-o", "a-3.svg")
    assert result.code == 0, result.err
    drawn = {file.name for file in tmp_path.glob("*.svg")}
    assert drawn == {"a-3.svg"}
    assert 'href="a.svg"' in (tmp_path / "a-3.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--part", "3"), "there is no part 3 of a whole map; add “parts”"),
        (("--part", "1", "--page", "a4", "-f", "pdf"), "“page” shows all parts; leave out “part”"),
        (("--part", "99", "--parts"), "there is no part 99"),
    ],
)
def test_a_part_that_cannot_be_is_refused(
    options: tuple[str, str], told: str, tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_bytes((MAPS / "hello.yaml").read_bytes())
    result = argmap("render", "a.yaml", *options)
    assert result.code == 2
    assert told in result.err


def test_a_single_claim_without_room_is_not_said_to_be_too_many() -> None:
    (alone,) = parts(loads("argmap: 1\nthesis: A.\n"), "200", smallest=60)
    assert alone.shortfall == "“A.” has no room in 200 px with letters of 60 px"
