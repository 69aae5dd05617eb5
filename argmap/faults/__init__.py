"""What can be wrong with the shape of a map: the codes of the reader, and how they are noted."""

from collections.abc import Iterable
from enum import StrEnum

from argmap.diagnostics import Diagnostic, Related, Severity
from argmap.edits import Edit
from argmap.source import Span
from argmap.values import printable, without_unwritable

MOST_FAULTS = 100
_LONGEST_QUOTATION = 60


class Fault(StrEnum):
    """The code of a fault. A map that has one is not drawn or evaluated.

    Those in WARNINGS do not keep it from that.
    """

    YAML_SYNTAX = "yaml-syntax"
    NOT_A_MAP = "not-a-map"
    UNSUPPORTED_VERSION = "unsupported-version"
    UNKNOWN_KEY = "unknown-key"
    DUPLICATE_KEY = "duplicate-key"
    WRONG_KIND = "wrong-kind"
    MISSING_TEXT = "missing-text"
    EMPTY_TEXT = "empty-text"
    ALIAS = "alias"
    TOO_DEEP = "too-deep"
    TOO_LARGE = "too-large"
    BAD_ENCODING = "bad-encoding"
    BAD_VALUE = "bad-value"
    UNKNOWN_REFERENCE = "unknown-reference"
    DUPLICATE_ID = "duplicate-id"
    UNKNOWN_SOURCE = "unknown-source"
    UNREADABLE_INCLUDE = "unreadable-include"
    CIRCULAR_INCLUDE = "circular-include"
    UNREADABLE_BIBLIOGRAPHY = "unreadable-bibliography"
    FAULTY_ENTRY = "faulty-entry"
    ARGUED_ELSEWHERE = "argued-elsewhere"
    NOTATION_SYNTAX = "notation-syntax"
    LEFT_OUT = "left-out"
    ONLY_MINUS_SIGNS = "only-minus-signs"
    BAD_MARKER = "bad-marker"
    UNPAIRED_MARKER = "unpaired-marker"
    STALE_PLACE = "stale-place"
    TOO_SMALL_TO_READ = "too-small-to-read"


# What another notation cannot hold, or may not mean, a picture that nobody can read, and what is
# wrong in a bibliography of which a map needs a part.
WARNINGS = frozenset(
    (Fault.LEFT_OUT, Fault.ONLY_MINUS_SIGNS, Fault.TOO_SMALL_TO_READ, Fault.FAULTY_ENTRY)
)


class TooManyFaultsError(Exception):
    """The log is full. Never leaves the package that keeps the log."""


class FaultLog:
    """The faults found so far. A full log raises TooManyFaultsError, so that hostile input ends."""

    def __init__(self) -> None:
        """Start with nothing found."""
        self._found: list[Diagnostic] = []

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return what was found, in the order in which it was found."""
        return tuple(self._found)

    def add(self, found: Iterable[Diagnostic]) -> None:
        """Note faults that another log has found."""
        for one in found:
            self._note(one)

    def report(
        self,
        fault: StrEnum,
        span: Span,
        message: str,
        *,
        related: tuple[Related, ...] = (),
        help: str | None = None,
        fix: tuple[Edit, ...] = (),
    ) -> None:
        """Note one fault at `span`, with what mends it."""
        # A help may show lines to write, with what stands in the file.
        advice = help and without_unwritable(help)
        self._note(Diagnostic(fault, Severity.ERROR, span, message, related, advice, fix))

    def _note(self, found: Diagnostic) -> None:
        if len(self._found) == MOST_FAULTS:
            message = f"there are more errors; only the first {MOST_FAULTS} are shown"
            self._found.append(Diagnostic(found.code, Severity.ERROR, found.span, message))
            raise TooManyFaultsError
        self._found.append(found)


def quoted(text: str) -> str:
    """Return `text` in quotation marks, on one line and cut where it is long."""
    shown = printable(" ".join(text[: 4 * _LONGEST_QUOTATION].split()))
    if len(shown) > _LONGEST_QUOTATION or len(text) > 4 * _LONGEST_QUOTATION:
        shown = shown[: _LONGEST_QUOTATION - 1].rstrip() + "…"
    return f"“{shown}”"
