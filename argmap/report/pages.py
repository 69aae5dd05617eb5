"""The manual: a page for every code, which is the docstring of the code’s own module."""

import importlib
import inspect
from dataclasses import dataclass

from argmap.checks import CHECKS
from argmap.checks.rule import code_of
from argmap.diagnostics import Severity
from argmap.faults import WARNINGS, Fault


@dataclass(frozen=True, slots=True)
class Summary:
    """What a list of all codes says of one; an optional check is off unless it is selected."""

    code: str
    severity: Severity
    optional: bool
    summary: str


def page(code: str) -> str | None:
    """Return the page on a code as Markdown, or None where there is no such code."""
    for rule in CHECKS:
        if code_of(rule) == code:
            return _docstring(rule.__name__)
    if code in list(Fault):
        return _docstring(f"argmap.faults.{code.replace('-', '_')}")
    return None


def summaries() -> tuple[Summary, ...]:
    """Return a summary of every code: first the faults of the reader, then the checks."""
    faults = (
        Summary(fault.value, _severity(fault), False, _first_line(fault.value)) for fault in Fault
    )
    checks = (
        Summary(code_of(rule), rule.SEVERITY, rule.OPTIONAL, _first_line(code_of(rule)))
        for rule in CHECKS
    )
    return (*faults, *checks)


def _severity(fault: Fault) -> Severity:
    return Severity.WARNING if fault in WARNINGS else Severity.ERROR


def _first_line(code: str) -> str:
    return (page(code) or "").partition("\n")[0]


def _docstring(module: str) -> str:
    return inspect.cleandoc(importlib.import_module(module).__doc__ or "")
