"""A claim or an argument more: put beside its like, with all that was there as it was."""

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.editing.adding import AddingError, Said, with_argument, with_claim
from argmap.model import ArgumentMap, Polarity
from argmap.pipeline import dumps, read_text
from argmap.reader import Reading
from argmap.templates import TEMPLATES, template
from tests.examples import examples
from tests.strategies import argument_maps

MAPS = sorted((Path(__file__).parents[2] / "maps").glob("*.yaml"))
TEXTS = {
    **{path.stem: path.read_text(encoding="utf-8") for path in MAPS},
    **{name: template(name) for name in TEMPLATES},
}
NEW = "Something quite new: nobody has said it before."
TOGETHER = Said(
    (("scheme", "sign"), ("premises", [Said((("text", NEW),)), Said((("text", "And it fits."),))]))
)
SAID = {"alone": Said((("text", NEW),)), "together": TOGETHER}


def read(text: str) -> Reading:
    return read_text(text, file="a.yaml")


def added(text: str, target: str, polarity: Polarity, said: Said = SAID["alone"]) -> str:
    return with_argument(read(text), text, target, polarity, said, read=read)


def comments_of(reading: Reading) -> list[str]:
    return [one.text for one in reading.handwriting.comments]


def targets_of(a_map: ArgumentMap) -> list[str]:
    return [*a_map.claims_by_id, *a_map.arguments_by_id]


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(TEXTS.keys() - {"hello"}))
@pytest.mark.parametrize("how", SAID)
def test_every_claim_and_step_of_a_map_has_a_place_for_a_reason(name: str, how: str) -> None:
    text = TEXTS[name]
    before = read(text)
    targets = targets_of(before.map)
    for target in targets[:: len(targets) // 30 + 1]:
        for polarity in Polarity:
            after = read(added(text, target, polarity, SAID[how]))
            (new,) = (
                one
                for one in after.map.arguments
                if after.map.claims_by_id[one.premises[0]].text == NEW
            )
            assert new.polarity is polarity
            assert new.scheme == (None if how == "alone" else "sign")
            assert len(new.premises) == (1 if how == "alone" else 2)
            aim = after.map.claims_by_id.get(new.target) or after.map.arguments_by_id[new.target]
            told = before.map.claims_by_id.get(target)
            assert aim == told if told else new.target in after.map.arguments_by_id
            assert (after.handwriting.comments and before.handwriting.comments) or name == "blank"


@examples(100)
@given(argument_maps(min_claims=1, max_claims=6, max_arguments=6), st.data())
def test_what_was_there_stays_whatever_the_map(a_map: ArgumentMap, data: st.DataObject) -> None:
    text = dumps(a_map)
    target = data.draw(st.sampled_from(targets_of(a_map)))
    polarity = data.draw(st.sampled_from(tuple(Polarity)))
    try:
        after = read(
            added(text, target, polarity, data.draw(st.sampled_from(tuple(SAID.values()))))
        )
    except AddingError:
        return
    assert set(a_map.claims) < set(after.map.claims)
    assert len(after.map.arguments) == len(a_map.arguments) + 1
    assert (after.map.theses, after.map.sources) == (a_map.theses, a_map.sources)


@examples(100)
@given(argument_maps(min_claims=1, max_claims=6, max_arguments=6))
def test_most_random_maps_have_a_place(a_map: ArgumentMap) -> None:
    text = dumps(a_map)
    here = [one.id for one in a_map.claims if one.home is None]
    assume(here)
    claim = here[0]
    named = {one.id for one in a_map.expectations}
    named |= {name for audience in a_map.audiences for name, _ in audience.strengths}
    if not named & a_map.arguments_by_id.keys() and not any("." in one.id for one in a_map.claims):
        assert NEW in " ".join(added(text, claim, Polarity.ATTACK).split())


@pytest.mark.parametrize(
    ("text", "target", "polarity", "result"),
    [
        (
            "argmap: 1\nthesis: A.  # why\n",
            "a",
            Polarity.SUPPORT,
            "argmap: 1\nthesis:\n  id: a\n  text: A.  # why\n  arguments:\n    - B.\n",
        ),
        (
            "argmap: 1\nthesis: {text: A., rebuttals: [C.]}\n",
            "a",
            Polarity.ATTACK,
            'argmap: 1\nthesis: {text: A., rebuttals: [C., "B."]}\n',
        ),
        (
            "argmap: 1\nthesis: {text: A.}\n",
            "a",
            Polarity.ATTACK,
            'argmap: 1\nthesis: {text: A., rebuttals: ["B."]}\n',
        ),
        (
            "argmap: 1\nthesis:\n  text: A.\n  premises:  # both\n    - P.\n    # and\n    - Q.\n",
            "a",
            Polarity.SUPPORT,
            "argmap: 1\nthesis:\n  text: A.\n  arguments:\n    - premises:  # both\n"
            "        - P.\n        # and\n        - Q.\n    - B.\n",
        ),
        (
            "argmap: 1\nthesis:\n  text: A.\n  rebuttals:\n    - C.  # says she\n# end\n",
            "a.1",
            Polarity.ATTACK,
            "argmap: 1\nthesis:\n  text: A.\n  rebuttals:\n    - premises:\n"
            "        - C.  # says she\n      rebuttals:\n        - B.\n# end\n",
        ),
    ],
    ids=["bare", "list in brackets", "brackets", "premises", "step in short"],
)
def test_it_is_put_where_an_author_would(
    text: str, target: str, polarity: Polarity, result: str
) -> None:
    assert added(text, target, polarity, Said((("text", "B."),))) == result


def test_a_claim_stands_at_the_end_of_the_others() -> None:
    said = Said((("id", "x"), ("text", "B: b."), ("status", "open")))
    text = "argmap: 1\nthesis: A.\n"
    once = with_claim(read(text), text, said, read=read)
    assert once == (
        'argmap: 1\nthesis: A.\n\nclaims:\n  - id: x\n    text: "B: b."\n    status: open\n'
    )
    twice = with_claim(read(once), once, Said((("text", "C."),)), read=read)
    assert twice == once + "  - C.\n"


@pytest.mark.parametrize(
    ("text", "target", "told"),
    [
        ("argmap: 1\nthesis: A.\n", "aa", "There is no claim or argument “aa”; did you mean “a”?"),
        (
            "argmap: 1\nthesis: {text: A., premises: [C.]}\n",
            "a.1",
            "This step is written in short within brackets",
        ),
        (
            "argmap: 1\nthesis:\n  text: A.\n  rebuttals: [C., D.]\nexpect: {a.1: stands}\n",
            "a",
            "the map would say something else",
        ),
    ],
)
def test_what_has_no_place_is_refused(text: str, target: str, told: str) -> None:
    with pytest.raises(AddingError, match=told.replace("?", r"\?")):
        added(text, target, Polarity.SUPPORT, Said((("text", "B."),)))


def test_an_id_that_is_taken_is_refused() -> None:
    text = "argmap: 1\nthesis: {id: a, text: A.}\n"
    with pytest.raises(AddingError, match="The map would have a fault: the id “a” is given twice"):
        with_claim(read(text), text, Said((("id", "a"), ("text", "B."))), read=read)
