"""Rules → diagnostics: which rules run, and which of their findings the author allows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from argmap.checks import CHECKS
from argmap.checks.rule import Rule, Subject, code_of
from argmap.diagnostics import Diagnostic, Finding
from argmap.errors import ConfigurationError
from argmap.faults import Fault
from argmap.source import Span, at_start
from argmap.suggestions import did_you_mean

Allowances: TypeAlias = Mapping[str, Mapping[int, frozenset[str]]]

ALL = "all"
NO_FILE = "<map>"


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rules run: the codes to select (none: all that are not optional) and to ignore."""

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()

    def includes(self, rule: Rule) -> bool:
        """Return whether the rule is to run."""
        code = code_of(rule)
        return self.has(code) and (bool(self.select) or not rule.OPTIONAL)

    def has(self, code: str) -> bool:
        """Return whether a code is selected, or may be, and not ignored."""
        if self.ignore & {code, ALL}:
            return False
        return bool(self.select & {code, ALL}) if self.select else True

    def among(self, codes: Iterable[str]) -> "Selection":
        """Return the selection of those of these codes that are selected."""
        off = {code_of(rule) for rule in CHECKS if not self.includes(rule)}
        left = frozenset(one for one in codes if self.has(one) and one not in off)
        return Selection(left, self.ignore) if left else Selection(ignore=frozenset((ALL,)))


def selected(select: Iterable[str], ignore: Iterable[str]) -> Selection:
    """Return the selection that these codes make; `all` stands for every code.

    The codes of the reader's faults are accepted too, but neither switch a fault on nor off: a
    map that is misshapen cannot be checked further, so its faults are always told. Raises
    ConfigurationError for a code that does not exist.
    """
    selection = Selection(frozenset(select), frozenset(ignore))
    known = [ALL, *(code_of(rule) for rule in CHECKS), *Fault]
    for code in sorted(selection.select | selection.ignore):
        if code not in known:
            hint = did_you_mean(code, known)
            advice = "" if hint else f"; the checks are {', '.join(sorted(known[1:]))}."
            raise ConfigurationError(f"there is no check “{code}”{hint or advice}")
    return selection


def run(
    subject: Subject, *, selection: Selection, allowances: Allowances
) -> tuple[Diagnostic, ...]:
    """Return what the selected rules find, in the order of the file.

    `allowances` gives codes by file and line number; a finding that starts on such a line, or that
    can be allowed there, is left out.
    """
    found: set[Diagnostic] = set()
    for rule in CHECKS:
        if selection.includes(rule) and (subject.is_whole or not rule.NEEDS_WHOLE):
            found.update(_diagnostics(rule, subject, allowances))
    return tuple(sorted(found, key=lambda one: one.sort_key))


def _diagnostics(rule: Rule, subject: Subject, allowances: Allowances) -> Iterator[Diagnostic]:
    code = code_of(rule)
    sealed = _behind_seals(subject)
    for finding in rule.find(subject):
        # What is wrong in a sealed file is told where that map is checked.
        if finding.span is not None and finding.span.file in sealed:
            continue
        if not _is_allowed(finding, code, allowances):
            span: Span = finding.span or at_start(NO_FILE)
            related, advice = finding.related, finding.help
            severity = finding.severity or rule.SEVERITY
            yield Diagnostic(code, severity, span, finding.message, related, advice, finding.fix)


def _behind_seals(subject: Subject) -> frozenset[str]:
    """Return the files of sealed maps that are no part of this one."""
    own = {one.name for one in subject.map.files if not one.is_sealed}
    homes = (claim.span for claim in subject.map.claims if claim.home and claim.span)
    return frozenset(span.file for span in homes if own) - own


def _is_allowed(finding: Finding, code: str, allowances: Allowances) -> bool:
    places = (finding.span, finding.allowed_at)
    return any(
        code in allowances.get(one.file, {}).get(one.start.line, ())
        for one in places
        if one is not None
    )
