"""Notes of Obsidian: every link leads to one block, and no text makes a link or a block."""

import re
from typing import Any

import pytest
from hypothesis import given

from argmap import pipeline
from argmap.model import Argument, ArgumentMap, Claim
from argmap.pipeline import loads
from argmap.planning import RenderOptions
from argmap.render.obsidian import names_in
from tests.examples import examples
from tests.render.hostile import TEXTS, hostile_map
from tests.render.test_drawio import TREE
from tests.strategies import argument_maps

# A block is named at the end of its line, behind a blank.
BLOCK = re.compile(r" \^([A-Za-z0-9-]+)$|^\^([A-Za-z0-9-]+)$", re.MULTILINE)
LINK = re.compile(r"\]\(#\^([^)]*)\)")


def note_of(a_map: ArgumentMap, **options: Any) -> str:
    return pipeline.draw(a_map, format="obsidian", options=RenderOptions(**options)).decode()


def blocks_of(note: str) -> list[str]:
    return [one or other for one, other in BLOCK.findall(note)]


def test_claims_and_steps_are_blocks_and_mentions_lead_there() -> None:
    assert note_of(loads(TREE), evaluate=False) == (
        "# Trees\n\n## Plant\n\nWe should plant trees. ^t\n\n"
        "- **For, these together:** ^step\n"
        "  - Trees give shade. ^a\n"
        "  - Shade is good. ^b\n"
        "  - **Against the step:** Not in winter. ^c\n"
        "- **For:** They are beautiful. (cannot be true together with: [They are ugly.](#^e)) ^d\n"
        "- **Against:** They are ugly. ^e\n"
    )


def test_a_thesis_without_a_label_is_told_below_its_heading() -> None:
    assert note_of(loads("argmap: 1\nthesis: {id: t, text: Plant.}\n"), evaluate=False) == (
        "## Plant.\n\nPlant. ^t\n"
    )


@examples(100)
@given(argument_maps(max_claims=8, max_arguments=8))
def test_every_link_leads_to_one_block(a_map: ArgumentMap) -> None:
    note = note_of(a_map, theme="light")
    blocks = blocks_of(note)
    assert len(blocks) == len({block.lower() for block in blocks})
    assert set(LINK.findall(note)) <= set(blocks)


def test_a_map_of_many_levels_leads_to_what_is_told_below() -> None:
    claims = tuple(Claim(f"c{number}", f"Claim {number}.") for number in range(20))
    steps = tuple(Argument(f"s{n}", (f"c{n + 1}",), f"c{n}") for n in range(19))
    note = note_of(ArgumentMap(claims, steps, ("c0",)))
    assert LINK.findall(note)
    assert set(LINK.findall(note)) <= set(blocks_of(note))


def test_names_are_ids_where_obsidian_takes_them() -> None:
    claims = tuple(Claim(one, "X.") for one in ("plant", "Plant", "a_b", "корни", "block-4"))
    a_map = ArgumentMap(claims, (Argument("plant.1", ("a_b",), "plant"),), ("plant",))
    assert names_in(a_map) == {
        "plant": "plant",
        "Plant": "block-3",
        "a_b": "a-b",
        "корни": "block-4",
        "block-4": "block-5",
        "plant.1": "plant-1",
    }


@pytest.mark.parametrize("text", [*TEXTS, "Trees ^t", "[[Trees]]", "![[x]] #tag ==x== %%y%%"])
def test_a_text_is_no_link_and_no_block(text: str) -> None:
    note = note_of(ArgumentMap((Claim("a", text),), (), ("a",)))
    assert blocks_of(note) == ["a"]
    for sign in ("[[", "#tag", "==", "%%", "]("):
        assert sign not in note


def test_hostile_texts_stay_texts() -> None:
    note = note_of(hostile_map())
    assert set(LINK.findall(note)) <= set(blocks_of(note))
