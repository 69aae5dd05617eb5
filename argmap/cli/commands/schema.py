"""`argmap schema`: the JSON Schema of the map format, or of a drawing as JSON."""

import click

from argmap.cli.printing import give


@click.command()
@click.option(
    "--of",
    "subject",
    type=click.Choice(("map", "drawing")),
    default="map",
    show_default=True,
    help="Maps, or what `argmap render -f json` writes of them.",
)
def command(subject: str) -> None:
    """Print the JSON Schema (2020-12) of the map format, for editors, or of drawings as JSON.

    \b
    Examples:
      argmap schema > argmap.schema.json
      argmap schema --of drawing > drawing.schema.json
    """
    from argmap.schema import schema_text

    give(schema_text(_schema_of(subject)), nl=False)


def _schema_of(subject: str) -> dict[str, object]:
    if subject == "drawing":
        from argmap.page_data.schema import drawing_schema

        return drawing_schema()
    from argmap.schema import json_schema

    return json_schema()
