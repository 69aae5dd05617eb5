"""A finding about a place in a file, as a value."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from argmap.edits import Edit
from argmap.source import Span


class Severity(StrEnum):
    """How much a finding weighs: only errors make a map unusable."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Related(NamedTuple):
    """Another place that a finding speaks of, with a few words on what is there."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule yields: only where and what. The runner adds code and severity.

    `severity` is None where it is that of the rule. A comment can allow a finding at its own span,
    and where `allowed_at` begins. `fix` mends it, whole or not at all.
    """

    span: Span | None
    message: str
    related: tuple[Related, ...] = ()
    help: str | None = None
    severity: Severity | None = None
    allowed_at: Span | None = None
    fix: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding with the code of its rule and its severity. `fix` mends it, if there is one."""

    code: str
    severity: Severity
    span: Span
    message: str
    related: tuple[Related, ...] = ()
    help: str | None = None
    fix: tuple[Edit, ...] = ()

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Return the key that puts diagnostics in the order of the files they speak of."""
        start = self.span.start
        return (self.span.file, start.line, start.column, self.code, self.message)
