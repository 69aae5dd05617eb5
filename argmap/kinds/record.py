"""Records of fields: mappings with known keys."""

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

    def field(self, name: str) -> Field | None:
        """Return the field of this name, or None."""
        for field in self.fields:
            if field.name == name:
                return field
        return None

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
            "required": [field.name for field in self.fields if field.required],
            "additionalProperties": False,
        }
        if self.not_together:
            schema["not"] = {"required": list(self.not_together)}
        if self.one_of:
            schema["anyOf"] = [{"required": [name]} for name in self.one_of]
        return schema
