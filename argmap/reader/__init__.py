"""A document → an ArgumentMap, with every fault that keeps it from being one.

The reader goes on after a fault, so that one run tells an author of all of them, and what can be
read is.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from argmap.diagnostics import Diagnostic
from argmap.document import Document, parse
from argmap.document import Mapping as MappingNode
from argmap.document.handwriting import Handwriting, handwriting_of
from argmap.edits import Edit
from argmap.faults import MOST_FAULTS, Fault, FaultLog, TooManyFaultsError, quoted
from argmap.grammar import MAP, VERSION
from argmap.model import ArgumentMap
from argmap.reader.allowances import allowances_in
from argmap.reader.assembly import assembled
from argmap.reader.claim_tree import fill
from argmap.reader.drafts import Drafts
from argmap.reader.fields import fields_of
from argmap.reader.following_faults import without_consequences
from argmap.reader.naming import names_of
from argmap.reader.written import Written
from argmap.source import Span, at_start


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one text. `file` names it in findings.

    `map` is the whole map, None where any of the diagnostics is an error. `readable` is then the
    map of what could be read, None where that is nothing. `allowances` gives, by file and line
    number, the codes that a comment allows there. `included` are the texts of other files that are
    part of the map, by their names in findings. `drafted` are the drafts of a faulty map; those of
    a whole one would take as much memory as the map, and few ask for them.
    """

    map: ArgumentMap | None
    diagnostics: tuple[Diagnostic, ...]
    file: str
    text: str
    readable: ArgumentMap | None = None
    drafted: Written | None = field(default_factory=Written)
    allowances: Mapping[str, Mapping[int, frozenset[str]]] = field(default_factory=dict)
    handwriting: Handwriting = Handwriting()
    included: Mapping[str, str] = field(default_factory=dict)

    @property
    def texts(self) -> dict[str, str]:
        """Return all texts that findings speak of, by name."""
        return {self.file: self.text, **self.included}

    @property
    def written(self) -> Written:
        """Return the drafts that the map is made of; other notations have none.

        Those of a whole map are read again from its text.
        """
        return self.drafted or _read_of(parse(self.text, file=self.file)).written


def read(document: Document, *, keeps_drafts: bool = False) -> Reading:
    """Return the map that a document holds, and the faults that keep it from being whole.

    With `keeps_drafts` those of a whole map are kept as well; its text may be no YAML.
    """
    reader = _read_of(document)
    log = reader.log
    naming = reader.written.naming
    known = naming.claim_ids.keys() | naming.argument_ids.keys()
    own = without_consequences(log.diagnostics, document, known=known)
    if len(document.diagnostics) > MOST_FAULTS:
        own = ()
    found = sorted((*document.diagnostics, *own), key=lambda d: d.sort_key)
    if found:
        # Only then: a sound map has none of them.
        from argmap.reader.by_text import with_ids
        from argmap.reader.items import with_items
        from argmap.reader.lookalikes import named

        found = sorted(named(found, document.text), key=lambda d: d.sort_key)
        found = list(with_items(with_ids(found, document, reader.written), document))
    is_whole = not (found or log.diagnostics)
    return Reading(
        reader.map if is_whole else None,
        tuple(found),
        document.file,
        document.text,
        reader.map,
        None if is_whole and not keeps_drafts else reader.written,
        {document.file: allowances_in(document.text)},
        handwriting_of(document.root, document.text),
    )


def _read_of(document: Document) -> "_Reader":
    reader = _Reader()
    if isinstance(document.root, MappingNode):
        with suppress(TooManyFaultsError):
            reader.read(document.root)
    return reader


class _Reader:
    """Reads one root as far as its faults allow, and keeps what it has."""

    def __init__(self) -> None:
        self.log = FaultLog()
        self.map: ArgumentMap | None = None
        self.written = Written()

    def read(self, root: MappingNode) -> None:
        """Read the map. Raises TooManyFaultsError."""
        if not any(entry.key.value in MAP.names for entry in root.entries):
            message = "this is not an argument map: it has no key “argmap”"
            advice = f"if it is meant to be one, begin it with the line “argmap: {VERSION}”"
            self.log.report(Fault.NOT_A_MAP, at_start(root.span.file), message, help=advice)
            return
        if not _check_version(root, log=self.log):
            return
        fields, drafts = fields_of(root, MAP, log=self.log), Drafts()
        self.written = Written(drafts, fields=fields)
        fill(drafts, fields, log=self.log)
        naming = names_of(drafts, log=self.log)
        self.written = Written(drafts, naming, fields)
        self.map = assembled(fields, drafts, naming, span=root.span, log=self.log)


def _check_version(root: MappingNode, *, log: FaultLog) -> bool:
    """Return whether the rest is worth reading: a later version may mean anything by its keys."""
    version = root.get("argmap")
    advice = f"begin the file with the line “argmap: {VERSION}”"
    if version is None:
        message = "the map does not say which version of the format it is written in"
        is_block = root.span.start == root.entries[0].key.span.start
        begin = Span(root.span.file, root.span.start, root.span.start)
        fix = (Edit(begin, f"argmap: {VERSION}\n"),) if is_block else ()
        at = at_start(root.span.file)
        log.report(Fault.UNSUPPORTED_VERSION, at, message, help=advice, fix=fix)
        return True
    written = getattr(version, "value", None)
    if written == VERSION:
        return True
    shown = quoted(written) if isinstance(written, str) and written else "this"
    message = f"{shown} is not a version of the format that this argmap knows; it knows {VERSION}"
    log.report(Fault.UNSUPPORTED_VERSION, version.span, message, help=advice)
    return False
