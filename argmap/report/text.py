"""Diagnostics → text for people: each finding with the line it speaks of, and a summary."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from argmap.diagnostics import Diagnostic, Severity
from argmap.report.excerpt import excerpt, visible
from argmap.source import Span

NAME = "text"

RESET, BOLD, FAINT = "\x1b[0m", "\x1b[1m", "\x1b[2m"
COLOURS = {
    Severity.ERROR: "\x1b[1;31m",
    Severity.WARNING: "\x1b[1;33m",
    Severity.HINT: "\x1b[1;36m",
}


def render(
    diagnostics: Sequence[Diagnostic], *, texts: Mapping[str, str], colour: bool = False
) -> str:
    """Return the findings as text; nothing where there are none.

    Each begins with its place, severity, code and message on one line. Where `texts` has the file,
    its line follows with the place underlined. Then come related places and lines of help, and
    after all findings their number. `colour` adds the escape codes of terminals.
    """
    if not diagnostics:
        return ""
    page = _Page(texts, colour)
    blocks = ["\n".join(page.finding(diagnostic)) for diagnostic in diagnostics]
    return "\n\n".join([*blocks, summary(diagnostics)]) + "\n"


def one_line(diagnostic: Diagnostic) -> str:
    """Return a finding in one line, with its place, for the log of another tool."""
    kind = f"{diagnostic.severity}[{diagnostic.code}]"
    return f"{_place(diagnostic.span)}: {kind} {visible(diagnostic.message)}"


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """Return how much was found, such as `2 errors, 1 warning in 1 file`."""
    numbers = Counter(diagnostic.severity for diagnostic in diagnostics)
    found = [_counted(numbers[severity], severity) for severity in Severity if numbers[severity]]
    files = len({diagnostic.span.file for diagnostic in diagnostics})
    return f"{', '.join(found)} in {_counted(files, 'file')}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


class _Page:
    """Knows the lines of the files while findings are written."""

    def __init__(self, texts: Mapping[str, str], colour: bool) -> None:
        self._texts = texts
        self._colour = colour
        # Where the lines begin, as far as they were asked for: a text may have millions.
        self._starts: dict[str, list[int]] = {}

    def finding(self, diagnostic: Diagnostic) -> Iterator[str]:
        """Yield the lines on one finding."""
        spans = [diagnostic.span, *(related.span for related in diagnostic.related)]
        gutter = max(len(str(span.start.line)) for span in spans)
        tint = COLOURS[diagnostic.severity]
        kind = self._tinted(f"{diagnostic.severity}[{diagnostic.code}]", tint)
        place = self._tinted(_place(diagnostic.span), BOLD)
        yield f"{place}: {kind} {visible(diagnostic.message)}"
        yield from self._excerpt(diagnostic.span, gutter, tint)
        for related in diagnostic.related:
            yield f"  {_place(related.span)}: {visible(related.message)}"
            yield from self._excerpt(related.span, gutter, FAINT)
        if diagnostic.help:
            first, *more = diagnostic.help.split("\n")
            yield f"  {self._tinted('help:', BOLD)} {visible(first)}"
            yield from (f"    {visible(line)}" for line in more)

    def _excerpt(self, span: Span, gutter: int, tint: str) -> Iterator[str]:
        line = self._line(span)
        if not line.strip():
            return
        shown = excerpt(line, span)
        number = self._tinted(f"  {span.start.line:>{gutter}} |", FAINT)
        yield f"{number} {shown.line}"
        margin = self._tinted(f"  {'':>{gutter}} |", FAINT)
        yield f"{margin} {shown.blanks}{self._tinted(shown.carets, tint)}"

    def _line(self, span: Span) -> str:
        text = self._texts.get(span.file, "")
        starts = self._starts.setdefault(span.file, [0])
        while len(starts) < span.start.line:
            end = text.find("\n", starts[-1])
            if end < 0:
                return ""
            starts.append(end + 1)
        start = starts[span.start.line - 1]
        end = text.find("\n", start)
        return text[start : len(text) if end < 0 else end].removesuffix("\r")

    def _tinted(self, text: str, tint: str) -> str:
        return f"{tint}{text}{RESET}" if self._colour else text


def _place(span: Span) -> str:
    return f"{visible(span.file)}:{span.start.line}:{span.start.column}"
