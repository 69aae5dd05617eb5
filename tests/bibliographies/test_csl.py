"""Items in CSL-JSON become sources."""

import json
from typing import Any

import pytest

from argmap.bibliographies.opening import UnusableError, library_of
from argmap.model import Source

ITEM = {
    "id": "smith2020",
    "type": "article-journal",
    "title": "On <i>trout</i>",
    "author": [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"}],
    "container-title": "Nature",
    "volume": 3,
    "issue": "2",
    "page": "12-34",
    "issued": {"date-parts": [[2020, 5, 1]]},
    "DOI": "10.1000/a",
}


def source(**fields: Any) -> Source:
    library = library_of("refs.json", json.dumps([{**ITEM, **fields}]))
    (key,) = library
    found = library.described(key).source
    assert found is not None
    return found


def test_an_item_is_a_source() -> None:
    assert source() == Source(
        "smith2020",
        "On trout",
        ("van der Berg, Jan",),
        "Nature 3(2), 12–34",
        year="2020",
        url="https://doi.org/10.1000/a",
    )


@pytest.mark.parametrize(
    ("issued", "year"),
    [
        ({"date-parts": [["2020"]]}, "2020"),
        ({"raw": "May 2020"}, "2020"),
        ({"literal": "in press"}, "in press"),
        ({"date-parts": [[]]}, None),
        ({"date-parts": []}, None),
        (None, None),
        ("2020", "2020"),
    ],
)
def test_a_year_is_found_however_it_is_written(issued: object, year: str | None) -> None:
    assert source(issued=issued).year == year


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        ([{"literal": "World Bank"}], ("{World Bank}",)),
        ([{"family": "Plato"}], ("Plato",)),
        ([{"given": "Only Given"}], ("{Only Given}",)),
        ([{}, 7, None], ()),
        ("nobody", ()),
    ],
)
def test_names_are_those_of_people_and_institutions(
    authors: object, names: tuple[str, ...]
) -> None:
    assert source(author=authors).authors == names


def test_editors_stand_in_for_authors() -> None:
    assert source(author=[], editor=[{"family": "Itor", "given": "E."}]).authors == ("Itor, E.",)


@pytest.mark.parametrize("field", [*ITEM, "URL", "annote", "publisher"])
@pytest.mark.parametrize("value", [None, 7, [], {}, [[]], {"x": 1}, True, "\x01", ""])
def test_fields_of_any_kind_make_a_source(field: str, value: object) -> None:
    text = json.dumps([{"id": "other"}, {**ITEM, field: value}])
    library = library_of("refs.json", text)
    for key in library:
        assert library.described(key).source is not None


def test_twice_the_same_key_is_told_with_both_places() -> None:
    text = '[{"id": "a",\n "title": "A"},\n {"id": "a",\n  "title": "B"}]'
    library = library_of("refs.json", text)
    (defect,) = library.defects
    assert (defect.place.line, defect.other and defect.other.line) == (3, 1)
    found = library.described("a").source
    assert found is not None
    assert found.title == "A"


@pytest.mark.parametrize(
    ("text", "line"),
    [("[{]", 1), ('[{"id": "a"},\n {"id" "b"}]', 2), ("{}", 1), ("[" * 100_000, 1), ("7", 1)],
)
def test_what_is_no_csl_is_told_with_its_line(text: str, line: int) -> None:
    with pytest.raises(UnusableError) as told:
        library_of("refs.json", text)
    assert told.value.place is not None
    assert told.value.place.line == line
