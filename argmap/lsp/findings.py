"""`textDocument/publishDiagnostics`: what `argmap check` says of a text, while it is written."""

from collections.abc import Mapping

from lsprotocol import types

from argmap.diagnostics import Diagnostic, Severity
from argmap.errors import ArgmapError
from argmap.lsp.documents import OpenText
from argmap.lsp.positions import Border
from argmap.source import Span, at_start

SOURCE = "argmap"
# What an editor calls a hint is shown as nothing but three dots.
SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.HINT: types.DiagnosticSeverity.Information,
}


def findings_in(document: OpenText) -> list[types.Diagnostic]:
    """Return the findings on a text, in its order; none where it is no map of argmap."""
    if not document.is_map:
        return []
    fault = document.settings.fault
    told = [] if fault is None else [of_the_world(document, fault)]
    try:
        found = document.findings
    except ArgmapError as error:
        # Such as a picture that no time was left for.
        return [*told, of_the_world(document, str(error))]
    return [*told, *(shown(document, one) for one in found)]


def shown(
    document: OpenText, finding: Diagnostic, *, texts: Mapping[str, str] | None = None
) -> types.Diagnostic:
    """Return a finding as an editor shows it.

    One in another file, such as a theme, stands where the text asks for that file if the finding
    says where, else at its beginning. `texts` are those of other files, if not those of the map.
    """
    texts = document.reading.texts if texts is None else texts
    message, place = finding.message, finding.span
    related = [(one.span, one.message) for one in finding.related]
    if place.file != document.name:
        start = place.start
        message = f"{place.file}:{start.line}:{start.column}: {message}"
        own = (span for span, _ in related if span.file == document.name)
        place = next(own, at_start(document.name))
        related = [one for one in related if one[0] is not place]
        related.append((finding.span, finding.message))
    return types.Diagnostic(
        range=document.border.range_of(place),
        message=f"{message}\n{_sentence(finding.help)}" if finding.help else message,
        severity=SEVERITIES[finding.severity],
        code=finding.code,
        source=SOURCE,
        related_information=[
            types.DiagnosticRelatedInformation(location(document, span, texts), words)
            for span, words in related
        ],
    )


def _sentence(advice: str) -> str:
    return f"{advice[:1].upper()}{advice[1:]}"


def location(document: OpenText, span: Span, texts: Mapping[str, str]) -> types.Location:
    """Return a place in a text, or in another file; `texts` are those of other files."""
    if span.file == document.name:
        return types.Location(document.uri, document.border.range_of(span))
    # Only then: in a browser there are no other files, nor this library.
    from pygls.uris import from_fs_path

    border = Border(texts.get(span.file, ""), document.encoding)
    return types.Location(from_fs_path(span.file) or document.uri, border.range_of(span))


def of_the_world(document: OpenText, message: str) -> types.Diagnostic:
    """Return what is wrong with neither the text nor what it names, at its beginning."""
    at = document.border.range_of(at_start(document.name))
    return types.Diagnostic(at, message, types.DiagnosticSeverity.Error, source=SOURCE)
