"""A document → an ArgumentMap, with every fault that keeps it from being one.

The reader goes on after a fault, so that one run tells an author of all of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from argmap.diagnostics import Diagnostic
from argmap.document import Document
from argmap.document import Mapping as MappingNode
from argmap.document.handwriting import Handwriting, handwriting_of
from argmap.faults import Fault, FaultLog, TooManyFaultsError, quoted
from argmap.grammar import MAP, VERSION
from argmap.model import ArgumentMap
from argmap.reader.allowances import allowances_in
from argmap.reader.assembly import assembled
from argmap.reader.claim_tree import outline_of
from argmap.reader.fields import fields_of
from argmap.reader.lookalikes import named
from argmap.source import at_start


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read. `map` is None where any of the diagnostics is an error.

    `allowances` gives, by line number, the codes that a comment allows there. `included` are the
    texts of other files that are part of the map, by their names in findings.
    """

    map: ArgumentMap | None
    diagnostics: tuple[Diagnostic, ...]
    text: str
    allowances: Mapping[int, frozenset[str]]
    handwriting: Handwriting = Handwriting()
    included: Mapping[str, str] = field(default_factory=dict)

    def texts(self, file: str) -> dict[str, str]:
        """Return all texts that findings speak of, by name; `file` is that of the first."""
        return {file: self.text, **self.included}


def read(document: Document) -> Reading:
    """Return the map that a document holds, or the faults that keep it from being one."""
    log = FaultLog()
    a_map = None
    if isinstance(document.root, MappingNode):
        try:
            a_map = _read_root(document.root, log=log, sound=not document.diagnostics)
        except TooManyFaultsError:
            a_map = None
    own = (one for one in log.diagnostics if not _is_known(one, document.diagnostics))
    found = sorted((*document.diagnostics, *own), key=lambda d: d.sort_key)
    if found:
        found = sorted(named(found, document.text), key=lambda d: d.sort_key)
    allowances = allowances_in(document.text)
    handwriting = handwriting_of(document.root, document.text)
    return Reading(a_map, tuple(found), document.text, allowances, handwriting)


def _is_known(fault: Diagnostic, known: tuple[Diagnostic, ...]) -> bool:
    """Return whether a text stands in the place of a list because of a fault of its lines."""
    return fault.code == Fault.WRONG_KIND and any(
        other.code == Fault.YAML_SYNTAX and fault.span.start < other.span.start < fault.span.end
        for other in known
    )


def _read_root(root: MappingNode, *, log: FaultLog, sound: bool) -> ArgumentMap | None:
    if not any(entry.key.value in MAP.names for entry in root.entries):
        message = "this is not an argument map: it has no key “argmap”"
        advice = f"if it is meant to be one, begin it with the line “argmap: {VERSION}”"
        log.report(Fault.NOT_A_MAP, at_start(root.span.file), message, help=advice)
        return None
    if not _check_version(root, log=log):
        return None
    fields = fields_of(root, MAP, log=log)
    outline = outline_of(fields, log=log)
    return assembled(fields, outline, span=root.span, log=log, sound=sound)


def _check_version(root: MappingNode, *, log: FaultLog) -> bool:
    """Return whether the rest is worth reading: a later version may mean anything by its keys."""
    version = root.get("argmap")
    advice = f"begin the file with the line “argmap: {VERSION}”"
    if version is None:
        message = "the map does not say which version of the format it is written in"
        log.report(Fault.UNSUPPORTED_VERSION, at_start(root.span.file), message, help=advice)
        return True
    written = getattr(version, "value", None)
    if written == VERSION:
        return True
    shown = quoted(written) if isinstance(written, str) and written else "this"
    message = f"{shown} is not a version of the format that this argmap knows; it knows {VERSION}"
    log.report(Fault.UNSUPPORTED_VERSION, version.span, message, help=advice)
    return False
