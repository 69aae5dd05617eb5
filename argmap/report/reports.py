"""The reports there are, in the order in which the manual names them."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from argmap.diagnostics import Diagnostic
from argmap.report import github, json_report, sarif, text


class Report(Protocol):
    """The shape of a report's module."""

    NAME: str

    def render(
        self, diagnostics: Sequence[Diagnostic], *, texts: Mapping[str, str], colour: bool = False
    ) -> str:
        """Return the report; `texts` are the contents of the files by name."""
        ...


REPORTS: tuple[Report, ...] = (text, json_report, github, sarif)
