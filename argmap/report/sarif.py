"""Diagnostics → SARIF, which services for code review and many editors read.

The Static Analysis Results Interchange Format, version 2.1.0, is a standard of OASIS (2020).
"""

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from argmap.diagnostics import Diagnostic, Severity
from argmap.source import Span

NAME = "sarif"

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def render(
    diagnostics: Sequence[Diagnostic], *, texts: Mapping[str, str], colour: bool = False
) -> str:
    """Return a SARIF log of one run, in which each code is a rule with its page of the manual.

    `texts` and `colour` make no difference here. Columns count characters from 1, and the end is
    the place after the last one, as in SARIF.
    """
    codes = sorted({str(diagnostic.code) for diagnostic in diagnostics})
    run = {
        "tool": {"driver": {"name": "argmap", "rules": [_rule(code) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, codes) for diagnostic in diagnostics],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str) -> dict[str, Any]:
    # Pages are read from the sources of their modules, which takes a while.
    from argmap.report.pages import page

    text = page(code) or code
    return {
        "id": code,
        "shortDescription": {"text": text.partition("\n")[0]},
        "help": {"text": text, "markdown": text},
    }


def _result(diagnostic: Diagnostic, codes: Sequence[str]) -> dict[str, Any]:
    advice = f"\n{diagnostic.help}" if diagnostic.help else ""
    result: dict[str, Any] = {
        "ruleId": str(diagnostic.code),
        "ruleIndex": codes.index(diagnostic.code),
        "level": LEVELS[diagnostic.severity],
        "message": {"text": f"{diagnostic.message}{advice}"},
        "locations": [{"physicalLocation": _place(diagnostic.span)}],
    }
    if diagnostic.related:
        result["relatedLocations"] = [
            {"physicalLocation": _place(related.span), "message": {"text": related.message}}
            for related in diagnostic.related
        ]
    if diagnostic.fix:
        result["fixes"] = [_fix(diagnostic)]
    return result


def _fix(diagnostic: Diagnostic) -> dict[str, Any]:
    files = dict.fromkeys(edit.span.file for edit in diagnostic.fix)
    changes = [
        {
            "artifactLocation": {"uri": _address(Path(file))},
            "replacements": [
                {
                    "deletedRegion": _region(edit.span),
                    "insertedContent": {"text": edit.text},
                }
                for edit in diagnostic.fix
                if edit.span.file == file
            ],
        }
        for file in files
    ]
    return {"description": {"text": "what argmap check --fix writes"}, "artifactChanges": changes}


def _place(span: Span) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": _address(Path(span.file))},
        "region": _region(span),
    }


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.start.line,
        "startColumn": span.start.column,
        "endLine": span.end.line,
        "endColumn": span.end.column,
    }


def _address(file: Path) -> str:
    # The first part of a relative address may not look like a scheme, hence no colon.
    return file.as_uri() if file.is_absolute() else quote(os.fsencode(file.as_posix()))
