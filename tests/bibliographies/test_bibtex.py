"""Entries in BibTeX become sources, as their authors meant them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.bibliographies.library import Library
from argmap.bibliographies.opening import UnusableError, library_of
from argmap.model import Source
from tests.examples import examples

STRINGS = '@string{nat = "Nature"}\n'


def library(text: str) -> Library:
    return library_of("refs.bib", text)


def source(fields: str, kind: str = "article", more: str = "") -> Source:
    found = library(f"{STRINGS}@{kind}{{k, {fields}}}\n{more}").described("k").source
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("written", "authors"),
    [
        ("Smith, Jane", ("Smith, Jane",)),
        ("Jane Smith", ("Smith, Jane",)),
        ("Jan van der Berg and Itō, Kenji", ("van der Berg, Jan", "Itō, Kenji")),
        (r"M{\"u}ller, Hans and {\'E}tienne Fran\c{c}ois", ("Müller, Hans", "François, Étienne")),
        ("{World Health Organization}", ("{World Health Organization}",)),
        ("{{Barnes} and {Noble}}", ("{Barnes and Noble}",)),
        ("Plato", ("Plato",)),
        ("Smith, Jane and others", ("Smith, Jane",)),
        (r"{\O}rsted, H.~C.", ("Ørsted, H. C.",)),
        ("", ()),
    ],
)
def test_names_begin_with_the_family_and_institutions_are_whole(
    written: str, authors: tuple[str, ...]
) -> None:
    assert source(f"author = {{{written}}}").authors == authors


@pytest.mark.parametrize(
    ("fields", "name", "value"),
    [
        (
            r"title = {On the {DNA} of \emph{trout} -- a \& b}",
            "title",
            "On the DNA of trout – a & b",
        ),
        ("title = {A}, subtitle = {B}", "title", "A: B"),
        (r"title = {The $\alpha$-decay}", "title", "The α-decay"),
        ('journal = nat # " Reviews"', "container", "Nature Reviews"),
        ("journal = {N}, volume = 3, number = 2, pages = {12--34}", "container", "N 3(2), 12–34"),
        ("journaltitle = {N}, volume = 3", "container", "N 3"),
        ("booktitle = {The whole}, pages = 7", "container", "The whole, 7"),
        ("school = {A school}", "publisher", "A school"),
        ("year = 2020", "year", "2020"),
        ("date = {2021-04-01}", "year", "2021"),
        ("year = {in press}", "year", "in press"),
        ("pubstate = {forthcoming}", "year", "forthcoming"),
        ("title = {Of } # may", "title", "Of May"),
        (r"doi = {10.1000/a\_b}", "url", "https://doi.org/10.1000/a_b"),
        (r"url = {https://example.org/a\_b}", "url", "https://example.org/a_b"),
        (r"url = {\url{https://example.org/}}", "url", "https://example.org/"),
        ("eprint = {2001.1}, archivePrefix = {arXiv}", "url", "https://arxiv.org/abs/2001.1"),
        ("url = {javascript:alert(1)}", "url", None),
        (r"title = {\input{/etc/passwd}x}", "title", "x"),
        ("TITLE = {Capitals}", "title", "Capitals"),
        ("note = {Two\n  lines}", "note", "Two lines"),
    ],
)
def test_fields_say_what_they_show(fields: str, name: str, value: str | None) -> None:
    assert getattr(source(fields), name) == value


def test_an_entry_has_what_its_crossref_says_and_no_more() -> None:
    whole = "@collection{w, title={The whole}, editor={Ed Itor}, year=1999, publisher={P}}"
    found = source("crossref={w}, author={A B}, title={Part}, pages={3-5}", "incollection", whole)
    told = (found.authors, found.title, found.container, found.year, found.publisher)
    assert told == (("B, A",), "Part", "The whole, 3–5", "1999", "P")


def test_editors_stand_in_for_authors() -> None:
    assert source("editor = {Ed Itor}, title = {T}").authors == ("Itor, Ed",)


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("@book{a, title={A}}\n@book{a, title={B}}\n", 2, "“a” is there twice"),
        ("@book{a, title={A}}\n\n@book{b, title={B}\n@book{c, title={C}}\n", 3, "cannot be read"),
        ("@book{a, title={A}, title={B}}\n", 1, "“a” has “title” twice"),
        ("@book{a, title={A}}\n@book{, title={B}}\n", 2, "no key"),
        ("@book{a, title={A}}\n@book{b title={B}}\n", 2, "cannot be read"),
    ],
)
def test_what_is_wrong_has_a_line_and_the_rest_is_there(text: str, line: int, told: str) -> None:
    found = library(text)
    (defect,) = found.defects
    assert defect.place.line == line
    assert told in defect.message
    described = found.described("a").source
    assert described is not None
    assert described.title == "A"


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ("journal = unknown", "“unknown”, which is no @string"),
        ("crossref = {gone}", "“gone”, which is not in this file"),
    ],
)
def test_what_an_entry_lacks_is_told_when_it_is_asked_for(fields: str, told: str) -> None:
    found = library(f"@article{{k, {fields}}}")
    assert found.defects == ()
    (defect,) = found.described("k").defects
    assert told in defect.message


@pytest.mark.parametrize(
    ("key", "cited"),
    [("smith2020", "smith2020"), ("DBLP:conf/x", "DBLP-conf-x"), ("müller+20", "müller-20")],
)
def test_keys_become_ids(key: str, cited: str) -> None:
    assert list(library(f"@book{{{key}, title={{T}}}}")) == [cited]


def test_circles_of_crossrefs_end() -> None:
    found = library("@book{a, crossref={b}}\n@book{b, crossref={a}, title={T}}\n")
    assert found.described("a").source is not None


@pytest.mark.parametrize("text", ["no entries", "@book", "@book{k, title={T}"])
def test_what_has_no_entry_is_no_bibliography(text: str) -> None:
    with pytest.raises(UnusableError):
        library(text)


@pytest.mark.parametrize(
    "text",
    [
        "@a{" * 20_000,
        "@a{k, t=" + "{" * 100_000 + "}" * 100_000 + "}",
        "@a{k, title=" + "{" * 2_000 + "x" + "}" * 2_000 + "}",
        "@a{k, author={" + "A and " * 100_000 + "B}}",
        "@a{k, title={" + "\\" * 50_000 + "}}",
        "@a{k, title={" + "$" * 4_001 + "}}",
        "\n" * 500_000 + "@a{k, title={T}}",
        "@a{k, " + "".join(f"f{n}={{x}}," for n in range(20_000)) + "}",
    ],
)
def test_hostile_files_end(text: str) -> None:
    try:
        found = library(text)
    except UnusableError:
        return
    for key in found:
        found.described(key)


VALUES = st.text(alphabet="aB {}\\\"'$&%~#=,@-^_\n\x01é", max_size=30)


@given(st.lists(st.tuples(st.sampled_from(["title", "author", "year", "url"]), VALUES), max_size=4))
@examples(200)
def test_whatever_a_file_says_a_source_is_made_or_refused(fields: list[tuple[str, Any]]) -> None:
    text = ", ".join(f"{name} = {{{value}}}" for name, value in fields)
    try:
        found = library(f"@book{{first, title={{T}}}}\n@book{{k, {text}}}\n")
    except UnusableError:
        return
    for key in found:
        assert found.described(key).source is not None
