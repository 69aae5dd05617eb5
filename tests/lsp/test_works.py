"""Works of a bibliography while one writes: offered, told of, and led to."""

from pathlib import Path

import pytest
from lsprotocol import types

from argmap.lsp.completion import completion
from argmap.lsp.definition import definition
from argmap.lsp.documents import OpenText
from argmap.lsp.hover import hover
from argmap.lsp.works import MOST_OFFERED

BIB = """\
@article{smith2020,
  author = {Smith, Jane},
  title = {On trout},
  journal = {Nature},
  year = 2020,
}
@book{berg1999, author = {Berg, Anna}, title = {Lakes}, year = 1999}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "refs.bib").write_text(BIB)
    return tmp_path


def text_in(folder: Path, source: str) -> tuple[OpenText, types.Position]:
    """Return a text whose last line cites something, and the place at its end."""
    text = f"argmap: 1\nbibliography: refs.bib\nthesis:\n  text: T.\n  source: {source}"
    uri = (folder / "map.yaml").as_uri()
    return OpenText(uri, 1, text), types.Position(4, len(f"  source: {source}"))


def offered(folder: Path, source: str) -> dict[str, str | None]:
    return {one.label: one.detail for one in completion(*text_in(folder, source))}


def test_works_are_offered_with_author_year_and_title(folder: Path) -> None:
    found = offered(folder, "")
    assert found["smith2020"] == "Smith 2020. On trout"
    assert found["berg1999"] == "Berg 1999. Lakes"


@pytest.mark.parametrize(("typed", "keys"), [("ber", ["berg1999"]), ("trout", ["smith2020"])])
def test_works_are_found_by_any_of_their_words(folder: Path, typed: str, keys: list[str]) -> None:
    assert list(offered(folder, typed)) == keys
    (item,) = completion(*text_in(folder, typed))
    assert typed in (item.filter_text or "")


def test_of_many_works_some_are_offered(folder: Path) -> None:
    many = "".join(f"@book{{key{n}, title={{T{n}}}}}\n" for n in range(3 * MOST_OFFERED))
    (folder / "refs.bib").write_text(many)
    assert len(offered(folder, "key")) == MOST_OFFERED
    assert "key599" in offered(folder, "key599")


def test_a_key_tells_what_it_cites(folder: Path) -> None:
    found = hover(*text_in(folder, "smith2020"))
    assert found is not None
    assert isinstance(found.contents, types.MarkupContent)
    assert found.contents.value.split("\n") == [
        "Smith 2020",
        "Smith, Jane",
        "On trout",
        "Nature, 2020",
    ]


def test_a_key_leads_to_its_entry(folder: Path) -> None:
    found = definition(*text_in(folder, "berg1999"))
    assert found is not None
    assert found.uri == (folder / "refs.bib").as_uri()
    assert found.range.start == types.Position(6, 6)


def test_what_no_bibliography_has_leads_nowhere(folder: Path) -> None:
    assert definition(*text_in(folder, "nobody")) is None
    assert hover(*text_in(folder, "nobody")) is None
