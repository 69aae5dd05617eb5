"""Works are cited by author and year, in one style."""

import pytest

from argmap.drawing.citing import full_names, short_names
from argmap.languages import words_in
from argmap.model import Source


def called(*sources: Source, language: str = "en") -> list[str]:
    return list(short_names(sources, words_in(language)).values())


@pytest.mark.parametrize(
    ("authors", "name"),
    [
        (("Jane Smith",), "Smith 2020"),
        (("Smith, Jane",), "Smith 2020"),
        (("Smith, Jane", "Jan van der Berg"), "Smith and van der Berg 2020"),
        (("A B", "C D", "E F"), "B et al. 2020"),
        (("{World Bank}",), "World Bank 2020"),
        (("{Smith, Jones, and Company}",), "Smith, Jones, and Company 2020"),
        (("Plato",), "Plato 2020"),
    ],
)
def test_authors_are_named_by_their_families(authors: tuple[str, ...], name: str) -> None:
    assert called(Source("s", authors=authors, year="2020")) == [name]


@pytest.mark.parametrize(
    ("language", "year"),
    [("en", "n.d."), ("de", "o. J."), ("fr", "s. d."), ("es", "s. f."), ("ru", "б. г.")],
)
def test_a_work_without_a_year_says_so_in_the_language(language: str, year: str) -> None:
    work = Source("s", authors=("Smith, Jane",))
    assert called(work, language=language) == [f"Smith {year}"]
    same = Source("o", authors=("Smith, Jane",))
    assert called(work, same, language=language) == [f"Smith {year}-a", f"Smith {year}-b"]


def test_works_of_the_same_authors_and_year_have_letters() -> None:
    works = [Source(f"s{n}", authors=("Smith, Jane",), year="2020") for n in range(28)]
    other = Source("other", authors=("Smith, Jane",), year="2021")
    names = called(*works, other)
    assert names[:2] == ["Smith 2020a", "Smith 2020b"]
    assert names[25:] == ["Smith 2020z", "Smith 2020aa", "Smith 2020ab", "Smith 2021"]
    assert len(set(names)) == len(names)


def test_what_has_no_author_goes_by_its_title_or_key() -> None:
    assert called(Source("s", "A title", year="2020"), Source("key")) == ["A title", "key"]


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        (("Smith, Jane",), ("Smith, Jane",)),
        (("Smith, Jane", "{World Bank}"), ("Jane Smith", "World Bank")),
        (("A B", "{}"), ("A B", "{}")),
    ],
)
def test_a_list_of_works_names_all_in_full(
    authors: tuple[str, ...], names: tuple[str, ...]
) -> None:
    assert full_names(Source("s", authors=authors)) == names
