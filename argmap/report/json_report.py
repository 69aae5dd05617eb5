"""Diagnostics → JSON, for programs."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from argmap.diagnostics import Diagnostic
from argmap.source import Span

NAME = "json"


def render(
    diagnostics: Sequence[Diagnostic], *, texts: Mapping[str, str], colour: bool = False
) -> str:
    """Return a JSON array with an object for each finding; lines and columns count from 1.

    `texts` and `colour` make no difference here. Columns count characters, and the end is the
    place after the last one. `fix` are the texts to write at places, all of them or none, which
    mend it; it is empty where only an author can tell what to write.
    """
    found = [
        {
            "code": str(diagnostic.code),
            "severity": str(diagnostic.severity),
            "message": diagnostic.message,
            **_place(diagnostic.span),
            "related": [
                {"message": related.message, **_place(related.span)}
                for related in diagnostic.related
            ],
            "help": diagnostic.help,
            "fix": [{**_place(edit.span), "text": edit.text} for edit in diagnostic.fix],
        }
        for diagnostic in diagnostics
    ]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _place(span: Span) -> dict[str, Any]:
    return {
        "file": span.file,
        "line": span.start.line,
        "column": span.start.column,
        "end_line": span.end.line,
        "end_column": span.end.column,
    }
