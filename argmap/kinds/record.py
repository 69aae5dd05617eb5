"""Records of fields: mappings with known keys."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from argmap.kinds.kind import Kind, Schema


class Field(NamedTuple):
    """One key of a record."""

    name: str
    kind: Kind
    description: str
    required: bool = False

    def schema(self) -> Schema:
        """Return the JSON Schema of what stands under the key."""
        return {"description": self.description, **self.kind.schema()}


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with known keys. `noun` is what an author calls it, with its article.

    Of the keys in each tuple of `not_together` only one may be there; where `one_of` has keys, one
    of them must be.
    """

    name: str
    noun: str
    description: str
    fields: tuple[Field, ...]
    not_together: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    _by_name: Mapping[str, Field] = dataclasses.field(init=False, repr=False, compare=False)
    _required: tuple[Field, ...] = dataclasses.field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Look up once what is asked for at each mapping of a file."""
        object.__setattr__(self, "_by_name", {one.name: one for one in self.fields})
        required = tuple(one for one in self.fields if one.required)
        object.__setattr__(self, "_required", required)

    def field(self, name: str) -> Field | None:
        """Return the field of this name, or None."""
        return self._by_name.get(name)

    @property
    def required(self) -> tuple[Field, ...]:
        """Return the fields that must be there."""
        return self._required

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the fields."""
        return tuple(field.name for field in self.fields)

    def schema(self) -> Schema:
        """Return the JSON Schema of the record."""
        schema: Schema = {
            "description": self.description,
            "type": "object",
            "properties": {field.name: field.schema() for field in self.fields},
            "required": [field.name for field in self.required],
            "additionalProperties": False,
        }
        if self.not_together:
            schema["not"] = {"required": list(self.not_together)}
        if self.one_of:
            schema["anyOf"] = [{"required": [name]} for name in self.one_of]
        return schema
