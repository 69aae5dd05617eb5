"""`textDocument/codeAction`: what mends a finding, and a comment that allows it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from lsprotocol import types

from argmap.checks import OF_WRITING
from argmap.checks.rule import code_of
from argmap.diagnostics import Diagnostic
from argmap.editing.applying import applied
from argmap.editing.fixing import mended
from argmap.editing.sound_fixes import Examined
from argmap.edits import Edit
from argmap.errors import ArgmapError
from argmap.lsp.changes import between, edit_of
from argmap.lsp.documents import OpenText
from argmap.lsp.findings import shown
from argmap.reader import Reading
from argmap.source import Position, Span

FIX, FIX_ALL = types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll
# Each is tried before it is offered, which takes a reading or two.
MOST_FINDINGS = 10


def actions(
    document: OpenText,
    within: types.Range,
    only: Sequence[str] | None,
    *,
    is_later: bool = False,
) -> list[types.CodeAction]:
    """Return what can be done about the findings of a range; `only` are the kinds asked for.

    All of it was tried: what a fix mends is gone, and nothing else is wrong for it. With `is_later`
    that is left to `made_later`, and so are the edits.
    """
    try:
        found = document.findings
    except ArgmapError:
        return []
    told: list[types.CodeAction] = []
    if only is None or asks_for(FIX, only):
        for finding in [one for one in found if touches(document, one, within)][:MOST_FINDINGS]:
            for title, attempt in _attempts(document, finding):
                if is_later:
                    told.append(_promised(document, title, finding, within))
                else:
                    told += attempt(document, finding)
    # To mend all takes a while, and is not for each place of the cursor.
    if only is not None and asks_for(FIX_ALL, only):
        told += _all_fixes(document)
    return told


def made_later(document: OpenText, within: types.Range, title: str) -> types.WorkspaceEdit | None:
    """Return the edit of an action that was promised, None where it cannot be made."""
    for finding in document.findings:
        for known, attempt in _attempts(document, finding):
            if known == title and touches(document, finding, within):
                return next((one.edit for one in attempt(document, finding)), None)
    return None


def promise_of(document: OpenText, within: types.Range) -> dict[str, object]:
    """Return what is known of an action until it is chosen: where, and in which version."""
    start, end = within.start, within.end
    return {
        "uri": document.uri,
        "version": document.version,
        "line": start.line,
        "character": start.character,
        "end": [end.line, end.character],
    }


def _attempts(
    document: OpenText, finding: Diagnostic
) -> Iterator[tuple[str, Callable[[OpenText, Diagnostic], Iterator[types.CodeAction]]]]:
    """Yield what can be tried about a finding, each with its title."""
    # What changes other files as well is offered by `actions_across`.
    if finding.fix and all(edit.span.file == document.name for edit in finding.fix):
        yield _title_of_fix(finding), _fixes
    if document.reading.map is not None:
        yield _title_of_comment(finding), _allowing


def _title_of_fix(finding: Diagnostic) -> str:
    return f"Mend: {finding.message}"


def _title_of_comment(finding: Diagnostic) -> str:
    return f"Allow {finding.code} here, by a comment"


def _promised(
    document: OpenText, title: str, finding: Diagnostic, within: types.Range
) -> types.CodeAction:
    return types.CodeAction(
        title,
        kind=FIX,
        diagnostics=[shown(document, finding)],
        is_preferred=True if title == _title_of_fix(finding) else None,
        data=promise_of(document, within),
    )


def asks_for(kind: str, only: Sequence[str]) -> bool:
    """Return whether a kind of actions is among those asked for."""
    name = str(getattr(kind, "value", kind))
    asked = (str(getattr(one, "value", one)) for one in only)
    # Whoever asks for all of a kind asks for each sort of it, and “….argmap” is ours.
    return any(
        not one or f"{name}.".startswith(f"{one}.") or one == f"{name}.argmap" for one in asked
    )


def touches(document: OpenText, finding: Diagnostic, within: types.Range) -> bool:
    """Return whether a finding has characters in a range, or borders on it."""
    start, end = (document.border.to_ours(at) for at in (within.start, within.end))
    span = finding.span
    return span.file == document.reading.file and span.start <= end and start <= span.end


def _fixes(document: OpenText, finding: Diagnostic) -> Iterator[types.CodeAction]:
    def examine(text: str) -> Examined:
        reading = document.read(text)
        found = document.found_in(reading)
        return Examined(reading, tuple(one if _is_same(one) else _bare(one) for one in found))

    def _is_same(other: Diagnostic) -> bool:
        return (other.code, other.message, other.fix) == (
            finding.code,
            finding.message,
            finding.fix,
        )

    outcome = mended(document.text, examine)
    if outcome.mended:
        title = _title_of_fix(finding)
        yield _action(document, title, outcome.text, finding, is_preferred=True)


def _bare(finding: Diagnostic) -> Diagnostic:
    return replace(finding, fix=())


def _all_fixes(document: OpenText) -> Iterator[types.CodeAction]:
    def examine(text: str) -> Examined:
        reading = document.read(text)
        return Examined(reading, document.found_in(reading))

    outcome = mended(document.text, examine)
    if outcome.mended:
        edits = between(document.text, outcome.text, document.border)
        yield types.CodeAction(
            "Mend all that argmap can", kind=FIX_ALL, edit=edit_of(document, edits)
        )


def _allowing(document: OpenText, finding: Diagnostic) -> Iterator[types.CodeAction]:
    for edit in _comments(document.reading, finding):
        text = applied(document.text, [edit])
        reading = document.read(text)
        if reading.map == document.reading.map and _is_gone(document, finding, reading):
            yield _action(document, _title_of_comment(finding), text, finding)
            return


def _comments(reading: Reading, finding: Diagnostic) -> Iterator[Edit]:
    """Yield the edits that may allow a finding: a line above, or behind what stands there."""
    file, number = finding.span.file, finding.span.start.line
    line = reading.text.split("\n")[number - 1]
    comment = f"# argmap: allow {finding.code}"
    indent = line[: len(line) - len(line.lstrip(" "))]
    above = Position(number, 1)
    yield Edit(Span(file, above, above), f"{indent}{comment}\n")
    behind = Position(number, len(line) + 1)
    yield Edit(Span(file, behind, behind), f"  {comment}")


def _is_gone(document: OpenText, finding: Diagnostic, reading: Reading) -> bool:
    """Return whether less is found for a comment in a map, which says the same as before."""
    codes = {finding.code, *map(code_of, OF_WRITING)}
    left = document.found_among(codes, reading)
    keys = [(one.code, one.message) for one in left]
    was = [(one.code, one.message) for one in document.findings if one.code in codes]
    key = (finding.code, finding.message)
    return keys.count(key) < was.count(key) and len(left) < len(was)


def _action(
    document: OpenText,
    title: str,
    text: str,
    finding: Diagnostic,
    *,
    is_preferred: bool | None = None,
) -> types.CodeAction:
    return types.CodeAction(
        title,
        kind=FIX,
        diagnostics=[shown(document, finding)],
        is_preferred=is_preferred,
        edit=edit_of(document, between(document.text, text, document.border)),
    )
