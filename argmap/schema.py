"""The grammar as a JSON Schema, for editors that complete and check YAML by one.

Texts may be numbers and truth values too, because the YAML loaders of editors turn `2022` and
`no` into them, where the reader takes both as they are written.
"""

import argmap.grammar as grammar
from argmap.grammar import (
    ARGUMENT,
    CITATION,
    CLAIM,
    EXPECTATION,
    MAP,
    RECORDS,
    REFERENCE,
)
from argmap.kinds import (
    Block,
    Choice,
    Cited,
    Colour,
    Field,
    FontName,
    Fraction,
    Identifier,
    Kind,
    Link,
    ListOf,
    MapOf,
    Number,
    OneOrMany,
    Reason,
    Record,
    RelativePath,
    Single,
    Statement,
    Text,
    ThemeName,
    Whole,
    WordOrBlock,
)
from argmap.themes import THEME_NAMES
from argmap.values import LONGEST_ID

Schema = dict[str, object]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SHOWS_SOMETHING = r"\S"
# A schema knows no scripts, so an id is all but the characters that no script has in words.
_ID_PATTERN = r"^[^\s!-,/:-@\[-^`{-~\u2010-\u2027\u3000-\u3003]+$"
_LINK_PATTERN = r"^([Hh][Tt][Tt][Pp][Ss]?|[Mm][Aa][Ii][Ll][Tt][Oo]):\S*$"
_RELATIVE_LINK_PATTERN = r"^(?!//|\\|[A-Za-z][A-Za-z0-9+.-]*:)\S+$"
_PATH_PATTERN = r"^(?![/\\~]|[A-Za-z]:).*\S"


def json_schema() -> Schema:
    """Return the JSON Schema (2020-12) of the map format."""
    definitions: Schema = {record.name: _record(record) for record in RECORDS.values()}
    del definitions[MAP.name]
    definitions["text"] = {
        "description": "Any text; it is read as it is written.",
        "anyOf": [
            {"type": "string", "pattern": _SHOWS_SOMETHING},
            {"type": ["number", "boolean"]},
        ],
    }
    definitions["identifier"] = {
        "description": "Letters and digits of any script, “-”, “_” and “.”.",
        "anyOf": [
            {"type": "string", "pattern": _ID_PATTERN, "maxLength": LONGEST_ID},
            {"type": ["number", "boolean"]},
        ],
    }
    definitions["statement"] = _told_apart(CLAIM, REFERENCE)
    definitions["reason"] = _told_apart(CLAIM, REFERENCE, ARGUMENT)
    definitions["cited"] = {
        "description": "The key of a source, or a place in one.",
        "if": {"type": "object"},
        "then": _to(CITATION.name),
        "else": _to("identifier"),
    }
    return {
        "$schema": _DIALECT,
        "title": "Argument map",
        **_record(MAP),
        "$defs": definitions,
    }


def _told_apart(*records: Record) -> Schema:
    """Return the schema of a text or one of some records, by the key that tells which it is."""
    wanted = " or ".join(record.noun for record in records)
    schema: Schema = _to(records[-1].name)
    if ARGUMENT not in records:
        schema = {"required": ["text"], **_to(CLAIM.name)}
    for record, key in ((CLAIM, "text"), (REFERENCE, "ref")):
        schema = {"if": {"required": [key]}, "then": _to(record.name), "else": schema}
    return {
        "description": f"A text, or {wanted}.",
        "if": {"type": "object"},
        "then": schema,
        "else": _to("text"),
    }


def _record(record: Record) -> Schema:
    schema: Schema = {
        "description": record.description,
        "type": "object",
        "properties": {field.name: _field(field) for field in record.fields},
        "required": [field.name for field in record.fields if field.required],
        "additionalProperties": False,
    }
    if {"premises", "arguments"} <= set(record.names):
        schema["not"] = {"required": ["premises", "arguments"]}
    if record is EXPECTATION:
        schema["anyOf"] = [{"required": ["verdict"]}, {"required": ["degree"]}]
    return schema


def _field(field: Field) -> Schema:
    return {"description": field.description, **_kind(field.kind)}


def _kind(kind: Kind) -> Schema:
    match kind:
        case Text():
            return _to("text")
        case Identifier():
            return _to("identifier")
        case Statement():
            return _to("statement")
        case Reason():
            return _to("reason")
        case Cited():
            return _to("cited")
        case Block():
            return _to(kind.record)
        case WordOrBlock():
            block = _to(kind.record)
            return {"if": {"type": "object"}, "then": block, "else": _kind(kind.choice)}
        case OneOrMany():
            items = {"type": "array", "items": _kind(kind.item)}
            return {"if": {"type": "array"}, "then": items, "else": _kind(kind.item)}
        case ListOf():
            most = {} if kind.most is None else {"maxItems": kind.most}
            return {"type": "array", "items": _kind(kind.item), "minItems": kind.least, **most}
        case MapOf():
            return {
                "type": "object",
                "propertyNames": _to("identifier"),
                "additionalProperties": _kind(kind.value),
            }
    return _scalar(kind)


def _scalar(kind: Single) -> Schema:
    match kind:
        case Choice():
            return {"enum": [1] if kind.words == (grammar.VERSION,) else list(kind.words)}
        case Fraction():
            least = "minimum" if kind.zero_allowed else "exclusiveMinimum"
            number: Schema = {"type": "number", least: 0, "maximum": 1}
            return {"anyOf": [number, {"enum": list(kind.words)}]} if kind.words else number
        case Number():
            return {"type": "number", "minimum": kind.least, "maximum": kind.most}
        case ThemeName():
            file: Schema = {"type": "string", "pattern": r"\.[Yy][Aa]?[Mm][Ll]$"}
            return {"anyOf": [{"enum": list(THEME_NAMES)}, file]}
        case FontName():
            return {"type": "string", "pattern": r"^[^\W_][\w -]*$"}
        case Whole():
            whole: Schema = {"type": "integer", "minimum": kind.least, "maximum": kind.most}
            return {"anyOf": [whole, {"enum": list(kind.words)}]} if kind.words else whole
        case Link():
            absolute: Schema = {"type": "string", "pattern": _LINK_PATTERN}
            relative = {"type": "string", "pattern": _RELATIVE_LINK_PATTERN}
            return {"anyOf": [absolute, relative]} if kind.relative else absolute
        case Colour():
            return {"type": "string", "pattern": "^#[0-9A-Fa-f]{6}$"}
        case RelativePath():
            return {"type": "string", "pattern": _PATH_PATTERN}
    return {"type": "boolean"}


def _to(definition: str) -> Schema:
    return {"$ref": f"#/$defs/{definition}"}
