"""A map that goes along with its drawing: what is drawn counts, the rest is taken from the map."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from argmap.formats import format_named, notation_of
from argmap.formats.graphs.relations import JUNCTIONS
from argmap.model import Argument, ArgumentMap, Claim, Polarity
from argmap.pipeline import convert, draw, loads, read_text
from argmap.reader import Reading
from argmap.style import Style
from argmap.weighing import Expectation, Expected
from tests.examples import examples
from tests.formats.repetitions import without_repetitions
from tests.strategies import argument_maps


def other_comment(sign: str) -> Callable[[str], str]:
    return lambda text: text.replace("\n", f"\n{sign} x\n", 1)


def other_digest(text: str) -> str:
    canvas = json.loads(text)
    canvas["argmap"]["drawing"] = "0"
    return json.dumps(canvas, ensure_ascii=False)


# Changes of a drawing that say nothing else.
CHANGES: dict[str, Callable[[str], str]] = {
    "mermaid": other_comment("%%"),
    "dot": other_comment("//"),
    "canvas": other_digest,
}


def read(name: str, text: str) -> Reading:
    reading = read_text(text, file="a", notation=name)
    assert reading.map is not None, reading.diagnostics
    return reading


def shape(a_map: ArgumentMap) -> tuple[Any, ...]:
    """Return everything that a map says, whichever of two claims says that they contradict."""
    a_map = without_repetitions(a_map)
    pairs = {frozenset((one.id, other)) for one in a_map.claims for other in one.contradicts}
    claims = {replace(one, contradicts=()) for one in a_map.claims}
    arguments = {replace(one, premises=tuple(sorted(one.premises))) for one in a_map.arguments}
    said = (a_map.title, a_map.description, a_map.language, set(a_map.theses), a_map.sources)
    return claims, arguments, pairs, said


@pytest.mark.parametrize("words", [word for word in JUNCTIONS if word])
@pytest.mark.parametrize("name", CHANGES)
def test_a_claim_that_is_called_as_the_junctions_of_others_are_stays_a_claim(
    name: str, words: str
) -> None:
    a_map = loads(f"""\
        argmap: 1
        claims:
          - id: top
            text: We go.
            arguments:
              - premises:
                  - id: middle
                    text: "{words}"
                    arguments:
                      - It is late.
                      - premises: [It is cold., It snows.]
              - id: circle
                premises: [{{ref: top}}]
        """)
    drawing = draw(a_map, format=name).decode()
    found = read(name, drawing).map
    assert found is not None
    assert words in {claim.text for claim in found.claims}
    assert (len(found.claims), len(found.arguments)) == (5, 4)


@pytest.mark.parametrize("name", CHANGES)
@examples(20)
@given(a_map=argument_maps(min_claims=1, max_claims=6, max_arguments=5))
def test_a_drawing_that_looks_otherwise_is_the_same_map(name: str, a_map: ArgumentMap) -> None:
    thesis = a_map.theses or (a_map.claims[0].id,)
    a_map = replace(a_map, style=Style(), audiences=(), expectations=(), theses=thesis)
    text = CHANGES[name](convert(a_map, to=name).text)
    assert shape(read(name, text).map) == shape(a_map)


@pytest.mark.parametrize("name", CHANGES)
def test_what_a_changed_drawing_cannot_keep_is_told(name: str) -> None:
    a_map = ArgumentMap(
        (Claim("a", "A"), Claim("b", "B")),
        (Argument("a.1", ("b",), "a", Polarity.ATTACK),),
        ("a",),
        expectations=(Expectation("a", Expected.FALLS),),
    )
    text = convert(a_map, to=name).text
    assert read(name, text).diagnostics == ()
    (told,) = read(name, CHANGES[name](text)).diagnostics
    assert "expectations of a map whose drawing was changed are left out" in told.message


@pytest.mark.parametrize(("name", "sign"), [("mermaid", "%%"), ("dot", "//")])
def test_a_map_in_comments_that_cannot_be_read_is_told_at_its_line(name: str, sign: str) -> None:
    text = convert(ArgumentMap((Claim("a", "A"), Claim("b", "B"))), to=name).text
    lines = text.splitlines()
    broken = "\n".join([*lines[:-1], f"{sign} unknown: 5", lines[-1], f"{sign} a comment", ""])
    reading = read(name, broken)
    (told,) = reading.diagnostics
    assert "only what is drawn is read" in told.message
    assert broken.split("\n")[told.span.start.line - 1] == f"{sign} unknown: 5"
    assert reading.text == broken


@pytest.mark.parametrize("name", ["mermaid", "dot"])
def test_a_map_that_breaks_off_below_its_drawing_loses_no_claim_in_silence(name: str) -> None:
    claims = tuple(Claim(one, f"Claim {one}", note=f"Note {one}") for one in "abcd")
    arguments = tuple(Argument(f"a.{n}", (one,), "a") for n, one in enumerate("bcd", start=1))
    a_map = ArgumentMap(claims, arguments, ("a",))
    text = convert(a_map, to=name).text
    start = text.index("reads it again") + len("reads it again")
    # Half a sign begins no comment.
    ends = [n for n in range(start, len(text) - 1) if len(text[:n].rpartition("\n")[2]) != 1]
    for end in ends:
        reading = read_text(text[:end], file="a", notation=name)
        assert reading.map is not None
        assert {claim.text for claim in reading.map.claims} == {one.text for one in claims}
        (told, *_) = reading.diagnostics
        assert "the map below the drawing breaks off" in told.message
        assert told.span.start.line > text[:start].count("\n")
    assert read(name, text).diagnostics == ()


@pytest.mark.parametrize("name", CHANGES)
def test_names_that_are_new_do_not_take_those_of_the_map(name: str) -> None:
    a_map = ArgumentMap((Claim("new", "Old"), Claim("b", "B")), (), ("b",))
    text = convert(a_map, to=name).text
    if name == "canvas":
        canvas = json.loads(text)
        canvas["nodes"][0]["text"] = "Another"
        text = json.dumps(canvas)
    else:
        text = text.replace("Old", "Another")
    assert len(read(name, text).map.claims) == 2


def test_every_drawing_that_is_read_carries_its_map() -> None:
    for name in CHANGES:
        assert hasattr(notation_of(format_named(name)), "carrying")
