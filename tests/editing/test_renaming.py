"""A renamed map says the same, and everything that named the old id names the new one."""

import random
from collections.abc import Mapping
from typing import Any, NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.editing.applying import applied
from argmap.editing.renaming import NoPlaceError, RenamingError, renamed
from argmap.editing.things import names_in
from argmap.edits import Edit
from argmap.model import ArgumentMap
from argmap.pipeline import dumps, loads, read_text
from argmap.reader import Reading
from argmap.reader.written import Kind
from tests.examples import examples
from tests.strategies import argument_maps, ids

LONG = "children-learn-to-swim-there"
POOL = """\
argmap: 1
thesis:
  id: pool  # the pool
  text: The pool should stay.
  premises:
    - It is used.
    - ref: shade
    - >-
      Children learn to swim there,
      and nowhere else.
  rebuttals:
    - id: dear
      premises: [It is dear., {ref: shade}]
claims:
  - id: shade
    text: It has shade.
    contradicts: [sun]
    source: {ref: plan, at: "1"}
  - {id: sun, text: It lies in the sun., source: [plan, map]}
sources:
  plan: {title: A plan}
  map: {title: A map}
audiences:
  town: {strengths: {pool.1: strong, dear: weak}}
expect:
  pool: {verdict: accepted, audience: town}
  shade: accepted
style: {focus: [shade, pool], audience: town}
"""


def read(text: str) -> Reading:
    return read_text(text, file="a.yaml")


class Changed(NamedTuple):
    """What a renaming makes of a map that is one file."""

    text: str
    edits: tuple[Edit, ...]
    ids: Mapping[str, str]


def rename(text: str, old: str, new: str, kind: Kind | None = None) -> Changed:
    names = names_in(read(text))
    changed = renamed(
        [names],
        names.path,
        old,
        new,
        text=lambda _: text,
        read=lambda _, texts: read(texts[names.path]),
        kind=kind,
    )
    return Changed(changed.texts[names.path], changed.edits[names.path], changed.ids[names.path])


def test_what_is_derived_follows_also_where_a_reference_has_reasons_of_its_own() -> None:
    text = (
        "argmap: 1\nthesis:\n  text: T.\n  premises:\n    - {ref: a-is, rebuttals: [C.]}\n"
        "claims:\n  - {text: A is., arguments: [B.]}\n"
        "expect: {a-is.2: accepted, a-is.1: accepted}\n"
    )
    changed = rename(text, "a-is", "new")
    assert changed.text == text.replace("a-is", "new").replace("{text", "{id: new, text")
    assert changed.ids == {"a-is": "new", "a-is.1": "new.1", "a-is.2": "new.2"}


def test_an_id_that_becomes_free_goes_to_the_next_claim_and_so_do_its_references() -> None:
    text = "argmap: 1\nthesis: {text: T., premises: [A., {ref: a-2}]}\nclaims: [A., A!]\n"
    changed = rename(text, "a", "new")
    assert changed.ids == {"a": "new", "a-2": "a", "a-3": "a-2"}
    assert "{ref: a}" in changed.text


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ("shade", "trees", ["ref: trees", "id: trees", "trees: accepted", "focus: [trees, pool]"]),
        ("sun", "glare", ["contradicts: [glare]", "{id: glare, text"]),
        ("dear", "price", ["id: price", "dear: weak -> price: weak"]),
        ("plan", "survey", ["ref: survey,", "source: [survey, map]", "survey: {title"]),
        ("town", "council", ["council: {strengths", "audience: council}", "audience: council}"]),
        ("it-is-used", "used", ["- id: used\n      text: It is used."]),
        ("pool", "baths", ["id: baths  # the pool", "baths.1: strong", "baths: {verdict"]),
        (
            LONG,
            "children",
            ["- id: children\n      text: >-\n        Children learn to swim there,\n        and"],
        ),
        ("it-is-dear", "cost", ["[{id: cost, text: It is dear.}, {ref: shade}]"]),
    ],
)
def test_all_that_names_a_thing_names_it_anew(old: str, new: str, pairs: list[str]) -> None:
    changed = rename(POOL, old, new)
    for pair in pairs:
        assert pair.rpartition(" -> ")[2] in changed.text
    assert applied(POOL, changed.edits) == changed.text
    back = rename(changed.text, new, old)
    assert back.text == POOL or old in ("it-is-used", "it-is-dear", LONG)


@pytest.mark.parametrize("new", ["-", ".", "no", "2022", "...", "a.1", "über"])
@pytest.mark.parametrize(
    "old", ["pool", "it-is-used", "it-is-dear", "children-learn-to-swim-there"]
)
def test_any_id_can_be_written(old: str, new: str) -> None:
    assert rename(POOL, old, new).ids[old] == new


def test_what_is_derived_follows() -> None:
    assert rename(POOL, "pool", "baths").ids == {"pool": "baths", "pool.1": "baths.1"}


def test_a_claim_that_gets_the_freed_id_is_still_the_one_that_is_meant() -> None:
    text = "argmap: 1\nthesis:\n  text: T\n  premises: [A b, A b]\n  rebuttals: [{ref: a-b-2}]\n"
    changed = rename(text, "a-b", "first")
    assert changed.ids == {"a-b": "first", "a-b-2": "a-b"}
    assert "rebuttals: [{ref: a-b}]" in changed.text


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("pol", "x", "did you mean “pool”"),
        ("pool", "shade", "“shade” is taken: a claim or argument on line 15 has this id"),
        ("pool", "it-is-used", "is taken: a claim or argument on line 6"),
        ("pool", "dear", "is taken"),
        ("pool", "a b", "“a b” is not an id"),
        ("pool", "", "“” is not an id"),
        ("plan", "map", "is taken: a source on line 22"),
    ],
)
def test_what_cannot_be_is_refused_in_words(old: str, new: str, words: str) -> None:
    with pytest.raises(RenamingError) as error:
        rename(POOL, old, new)
    assert words in str(error.value)


def test_an_argument_that_is_written_as_a_claim_needs_an_id_first() -> None:
    text = "argmap: 1\nthesis: {text: A, arguments: [B]}\n"
    with pytest.raises(RenamingError, match=r"“a\.1” has no id of its own; write its id"):
        rename(text, "a.1", "x")


def test_one_name_for_two_kinds_of_things_is_asked_about() -> None:
    text = POOL.replace("plan", "pool")
    with pytest.raises(RenamingError, match="is a claim or argument and a source; say which"):
        rename(text, "pool", "x")
    assert "ref: x, at" in rename(text, "pool", "x", Kind.SOURCE).text


def test_a_source_may_be_called_as_a_claim_is() -> None:
    assert "sources:\n  pool: {title" in rename(POOL, "plan", "pool").text


@examples(90)
@given(argument_maps(min_claims=1, max_claims=6, max_arguments=6), ids, st.randoms())
def test_a_renamed_map_reads_back_equal_up_to_the_id(
    a_map: ArgumentMap, new: str, chance: random.Random
) -> None:
    text = dumps(a_map)
    known = {
        Kind.CLAIM_OR_ARGUMENT: [c.id for c in a_map.claims] + [a.id for a in a_map.arguments],
        Kind.SOURCE: [source.id for source in a_map.sources],
    }
    kind = chance.choice([kind for kind, names in known.items() if names])
    old = chance.choice(known[kind])
    assume(new not in known[kind])
    try:
        changed = rename(text, old, new, kind)
    except NoPlaceError:
        # Only an argument for which a claim stands has no place for an id.
        draft = read(text).written.naming.argument_ids[old]
        assert draft.fields is None
    else:
        assert shape(loads(changed.text), new, kind) == shape(a_map, old, kind)


def shape(a_map: ArgumentMap, name: str, kind: Kind) -> Any:
    """Return what a map says with numbers for ids, and which of them has a name."""
    nodes = [claim.id for claim in a_map.claims] + [argument.id for argument in a_map.arguments]
    order = {name: n for n, name in enumerate(nodes)}
    sources = {one.id: n for n, one in enumerate(a_map.sources)}

    def number(names: Any) -> list[int]:
        return [order[one] for one in names]

    def cited(one: Any) -> list[tuple[int, str | None, str | None]]:
        return [(sources[c.source], c.at, c.quote) for c in one.citations]

    return (
        order[name] if kind is Kind.CLAIM_OR_ARGUMENT else sources[name],
        [(one.text, one.label, number(one.contradicts), cited(one)) for one in a_map.claims],
        [
            (number(one.premises), order[one.target], one.polarity, one.note, cited(one))
            for one in a_map.arguments
        ],
        number(a_map.theses),
        [(order[one.id], one.verdict, one.audience) for one in a_map.expectations],
        [[(order[name], strength) for name, strength in one.strengths] for one in a_map.audiences],
        [number(a_map.style.focus), number(a_map.style.below), number(a_map.style.collapse)],
    )
