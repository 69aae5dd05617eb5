"""Diagnostics → workflow commands, which GitHub shows beside the lines of a pull request."""

from collections.abc import Mapping, Sequence

from argmap.diagnostics import Diagnostic, Severity

NAME = "github"

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def render(
    diagnostics: Sequence[Diagnostic], *, texts: Mapping[str, str], colour: bool = False
) -> str:
    """Return a line for each finding; `texts` and `colour` make no difference here."""
    return "".join(f"{_command(diagnostic)}\n" for diagnostic in diagnostics)


def _command(diagnostic: Diagnostic) -> str:
    start, end = diagnostic.span.start, diagnostic.span.end
    properties = {
        "file": diagnostic.span.file,
        "line": str(start.line),
        "endLine": str(end.line),
        "col": str(start.column),
        # Theirs is the last column that belongs to the place, ours the one after it.
        "endColumn": str(max(end.column - 1, 1) if end > start else start.column),
        "title": diagnostic.code,
    }
    # Columns are only looked at where the place lies on one line.
    if end.line > start.line:
        del properties["col"], properties["endColumn"]
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = "\n".join([diagnostic.message, *([diagnostic.help] if diagnostic.help else [])])
    return f"::{COMMANDS[diagnostic.severity]} {shown}::{_escaped(message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
