"""`argmap schema`: the JSON Schema of the map format."""

import json

import click

from argmap.cli.saying import give
from argmap.schema import json_schema


@click.command()
def command() -> None:
    """Print the JSON Schema (2020-12) of the map format, for editors.

    \b
    Example:
      argmap schema > argmap.schema.json
    """
    give(json.dumps(json_schema(), ensure_ascii=False, indent=2))
