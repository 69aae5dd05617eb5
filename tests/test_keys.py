"""A key of the format is known wherever it has to be: read, kept or lost, and tried by all laws."""

import inspect
from dataclasses import fields

import pytest

from argmap.formats.losses import PARTS
from argmap.grammar import ARGUMENT, CITATION, CLAIM, SOURCE
from argmap.kinds.record import Record
from argmap.model import Argument, Citation, Claim, Source
from tests import strategies

# What says where a thing stands in the map, which its class holds in other fields.
STRUCTURE = {"premises", "arguments", "rebuttals", "backing"}
OTHER_NAMES = {"source": "citations", "author": "authors", "ref": "source"}
# What a class holds beside: where it is written, and what follows from its place.
PLACES = {"target", "polarity", "premises"}
CLASSES: list[tuple[Record, type]] = [
    (CLAIM, Claim),
    (ARGUMENT, Argument),
    (SOURCE, Source),
    (CITATION, Citation),
]


def held_by(cls: type) -> set[str]:
    """Return the names of the fields of a class of the model, but those of spans."""
    names = {one.name for one in fields(cls)}
    return {name for name in names if not name.endswith("span")} - PLACES


@pytest.mark.parametrize(("record", "cls"), CLASSES, ids=lambda one: getattr(one, "name", None))
def test_every_key_of_the_grammar_is_read_into_a_field(record: Record, cls: type) -> None:
    keys = {OTHER_NAMES.get(name, name) for name in record.names} - STRUCTURE
    own = {"id"} if record in (SOURCE,) else set()
    assert keys | own == held_by(cls)


@pytest.mark.parametrize("cls", [Claim, Argument])
def test_every_field_is_among_the_parts_that_a_notation_keeps_or_loses(cls: type) -> None:
    bearer = cls.__name__.lower()
    known = {part.partition(".")[2] for part in PARTS if part.startswith(f"{bearer}.")}
    assert known == held_by(cls) - {"id", "text"}


@pytest.mark.parametrize("cls", [Claim, Argument, Source])
def test_maps_are_made_with_every_field(cls: type) -> None:
    written = inspect.getsource(strategies)
    missing = {
        name for name in held_by(cls) if f"{name}=" not in written and f'"{name}": ' not in written
    }
    # They are given without their names.
    assert missing <= {"id", "text"}
