"""The grammar as a JSON Schema, for editors that complete and check YAML by one."""

import json

from argmap.grammar import MAP, RECORDS
from argmap.kinds import cited, identifier, reason, statement, text
from argmap.kinds.kind import Schema

# How the file of the schema is called beside maps.
SCHEMA_FILE = "argmap.schema.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> Schema:
    """Return the JSON Schema (2020-12) of the map format."""
    definitions: Schema = {record.name: record.schema() for record in RECORDS.values()}
    del definitions[MAP.name]
    for kind in (text, identifier, statement, reason, cited):
        definitions[kind.__name__.rpartition(".")[2]] = kind.DEFINITION
    definitions["path"] = identifier.PATH
    return {
        "$schema": _DIALECT,
        "title": "Argument map",
        **MAP.schema(),
        "$defs": definitions,
    }


def schema_text(schema: Schema) -> str:
    """Return a schema as the text of a file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def schema_comment(address: str) -> str:
    """Return the line by which yaml-language-server finds the schema of a map at an address."""
    return f"# yaml-language-server: $schema={address}\n"
