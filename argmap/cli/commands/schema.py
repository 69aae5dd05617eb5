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
@click.option("--flat", is_flag=True, help="Maps as two lists, for output of language models.")
def command(subject: str, flat: bool) -> None:
    """Print the JSON Schema (2020-12) of the map format, for editors, or of drawings as JSON.

    With --flat it is that of maps as two lists, claims and arguments, without recursion or
    references and with all keys required: what language models take as a schema of their output.
    argmap reads and writes such maps as the notation “flat”.

    \b
    Examples:
      argmap schema > argmap.schema.json
      argmap schema --of drawing > drawing.schema.json
      argmap schema --flat > flat.schema.json
    """
    from argmap.schema import schema_text

    if flat and subject != "map":
        raise click.UsageError("Only maps have a flat schema; leave --flat or --of out.")
    give(schema_text(_schema_of("flat" if flat else subject)), nl=False)


def _schema_of(subject: str) -> dict[str, object]:
    if subject == "drawing":
        from argmap.page_data.schema import drawing_schema

        return drawing_schema()
    if subject == "flat":
        from argmap.flat_schema import flat_schema

        return flat_schema()
    from argmap.schema import json_schema

    return json_schema()
