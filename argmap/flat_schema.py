"""The flat grammar as a JSON Schema for structured output of language models.

They take a part of JSON Schema only: no recursion and no references, every key required (`null`, or
an empty list, where there is nothing to say), no other keys, no limits of length.
"""

from typing import cast

from argmap.flat_grammar import FLAT_MAP, FLAT_RECORDS
from argmap.kinds.block import Block
from argmap.kinds.choice import Choice
from argmap.kinds.fraction import Fraction
from argmap.kinds.kind import Kind, Schema
from argmap.kinds.list_of import ListOf
from argmap.kinds.record import Field, Record
from argmap.kinds.truth import Truth


def flat_schema() -> Schema:
    """Return the schema of a map as two lists, claims and arguments."""
    return {"title": "Argument map", **_of_record(FLAT_MAP)}


def _of_record(record: Record) -> Schema:
    return {
        "description": record.description,
        "type": "object",
        "properties": {field.name: _of_field(field) for field in record.fields},
        "required": list(record.names),
        "additionalProperties": False,
    }


def _of_field(field: Field) -> Schema:
    schema = _of_kind(field.kind)
    says_nothing = isinstance(field.kind, ListOf | Truth)
    if not field.required and not says_nothing:
        schema = _or_null(schema)
    return {"description": field.description, **schema}


def _of_kind(kind: Kind) -> Schema:
    if isinstance(kind, ListOf):
        return {"type": "array", "items": _of_kind(kind.item)}
    if isinstance(kind, Block):
        return _of_record(FLAT_RECORDS[kind.record])
    if isinstance(kind, Choice):
        words = cast(list[object], kind.schema()["enum"])
        return {"type": "string" if isinstance(words[0], str) else "integer", "enum": words}
    if isinstance(kind, Fraction):
        return {"anyOf": [{"type": "number"}, {"type": "string", "enum": list(kind.words)}]}
    return {"type": "boolean" if isinstance(kind, Truth) else "string"}


def _or_null(schema: Schema) -> Schema:
    if schema.get("type") == "object":
        return {"anyOf": [schema, {"type": "null"}]}
    if "anyOf" in schema:
        return {"anyOf": [*cast(list[Schema], schema["anyOf"]), {"type": "null"}]}
    found: Schema = {**schema, "type": [schema["type"], "null"]}
    if "enum" in schema:
        found["enum"] = [*cast(list[object], schema["enum"]), None]
    return found
