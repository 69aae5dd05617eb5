"""The JSON Schema of a drawing, for programs that read what `argmap render -f json` writes."""

import json
from importlib import resources
from typing import Any


def drawing_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a drawing as JSON."""
    file = resources.files("argmap.page_data").joinpath("drawing.schema.json")
    schema: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return schema
