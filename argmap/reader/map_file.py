"""One file of a map, as it was read: its fields, and the drafts of what is written in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import NamedTuple

from argmap.document import Document, Mapping, Scalar
from argmap.edits import Edit
from argmap.faults import Fault, FaultLog, quoted
from argmap.grammar import INCLUSION, MAP, VERSION
from argmap.identifiers import slug
from argmap.kinds.truth import TRUE
from argmap.reader.drafts import Drafts
from argmap.reader.fields import Fields, fields_of
from argmap.source import Span, at_start


class Inclusion(NamedTuple):
    """A file that is included, by its path; `prefix` is the name before its ids, if any.

    One that `is_sealed` has one: its claims are named here, and are at home there.
    """

    path: Scalar
    prefix: Scalar | None = None
    is_sealed: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class MapFile:
    """What one file holds. `root` is the tree of the document.

    `way` leads to its folder from that of the map where it `is_included`, "" if it is the same.
    Of a file that `is_sealed` there are only its claims, as they stand there.
    """

    document: Document
    root: Mapping
    fields: Fields
    drafts: Drafts
    inclusions: tuple[Inclusion, ...]
    way: str = ""
    is_included: bool = False
    is_sealed: bool = False

    @property
    def name(self) -> str:
        """Return what the file is called in findings."""
        return self.document.file

    @property
    def names_works(self) -> bool:
        """Return whether the file names a bibliography."""
        return "bibliography" in self.fields.nodes


def map_file(
    document: Document, root: Mapping, *, way: str | None = None, log: FaultLog
) -> MapFile | None:
    """Return the file that has this root, its drafts still empty; None after reporting no map.

    `way` is that to a file which is included.

    Raises TooManyFaultsError.
    """
    if not any(entry.key.value in MAP.names for entry in root.entries):
        message = "this is not an argument map: it has no key “argmap”"
        advice = f"if it is meant to be one, begin it with the line “argmap: {VERSION}”"
        log.report(Fault.NOT_A_MAP, at_start(root.span.file), message, help=advice)
        return None
    if not _check_version(root, log=log):
        return None
    fields = fields_of(root, MAP, log=log)
    inclusions = tuple(_inclusions(fields, log))
    is_included = way is not None
    return MapFile(document, root, fields, Drafts(), inclusions, way or "", is_included)


def _inclusions(fields: Fields, log: FaultLog) -> Iterator[Inclusion]:
    """Yield the files that are included, each once by each of its names."""
    seen = set()
    for item in fields.items("include"):
        found = Inclusion(item) if isinstance(item, Scalar) else None
        if isinstance(item, Mapping):
            own = fields_of(item, INCLUSION, log=log)
            path = own.scalar("file")
            found = _inclusion(own, path, log) if path is not None else None
        words = found and (found.path.value, found.prefix and found.prefix.value, found.is_sealed)
        if found is not None and words not in seen:
            seen.add(words)
            yield found


def _inclusion(own: Fields, path: Scalar, log: FaultLog) -> Inclusion | None:
    """Return what is included; None after reporting that a sealed file has no name."""
    prefix, is_sealed = own.scalar("as"), own.text("sealed") in TRUE
    if is_sealed and prefix is None:
        short = slug(None, PurePath(path.value).stem)
        message = "a sealed file needs a name, by which its claims are named here"
        log.report(Fault.MISSING_TEXT, own.span, message, help=f"write: as: {short}")
        return None
    return Inclusion(path, prefix, is_sealed)


def _check_version(root: Mapping, *, log: FaultLog) -> bool:
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
