"""The keys of a drawing as JSON as tables of the manual, from its schema."""

from collections.abc import Iterator, Mapping
from typing import Any

from argmap.page_data.schema import drawing_schema

_TYPES = {
    "boolean": "`true` or `false`",
    "integer": "whole number",
    "null": "null",
    "number": "number",
    "string": "text",
}
# What stands under several keys, in words; the other shapes have a table.
_WORDS = {
    "colour": "colour, such as `#0f766e`",
    "ids": "list of ids",
    "numbered_facts": "list of pairs: number, `true` or `false`",
    "numbered_numbers": "list of pairs: number, list of numbers",
    "numbered_ranks": "list of pairs of numbers",
    "numbered_standards": "list of pairs: number, standard",
    "numbered_strengths": "list of pairs: number, strength",
    "numbers": "list of numbers",
    "point": "list of two numbers",
    "texts": "list of texts",
}


def tables() -> str:
    """Return a table for the drawing and for each kind of thing in it."""
    schema = drawing_schema()
    shapes = {name: one for name, one in schema["$defs"].items() if "properties" in one}
    found = [_table(schema["title"], schema, schema)]
    for name, shape in shapes.items():
        title = shape["title"]
        found.append(_table(f"`{name}`: {title[0].lower()}{title[1:]}", shape, schema))
    return "\n".join(found)


def _table(heading: str, shape: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    lines = [f"### {heading}", "", "| Key | Value | Meaning |", "|---|---|---|"]
    for key, field in shape["properties"].items():
        value = " or ".join(dict.fromkeys(_values(field, schema)))
        lines.append(f"| `{key}` | {value} | {field['description']} |")
    return "\n".join([*lines, ""])


def _values(field: Mapping[str, Any], schema: Mapping[str, Any]) -> Iterator[str]:
    """Yield in words what may stand under a key."""
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        if name in _WORDS:
            yield _WORDS[name]
        else:
            definition = schema["$defs"][name]
            yield from [name] if "properties" in definition else _values(definition, schema)
    elif "enum" in field:
        yield ", ".join("null" if one is None else f"`{one}`" for one in field["enum"])
    elif "const" in field:
        yield f"{field['const']}"
    elif "anyOf" in field:
        for one in field["anyOf"]:
            yield from _values(one, schema)
    elif field["type"] == "array":
        yield f"list: {' or '.join(_values(field['items'], schema))}"
    elif field["type"] == "object":
        yield f"by name: {' or '.join(_values(field['additionalProperties'], schema))}"
    else:
        types = field["type"] if isinstance(field["type"], list) else [field["type"]]
        yield from (_TYPES[one] for one in types)
