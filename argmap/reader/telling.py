"""All faults of a map → those that are told: none that follows from another, each with its fix."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

from argmap.diagnostics import Diagnostic
from argmap.document import Document
from argmap.faults import MOST_FAULTS, Fault
from argmap.reader.by_text import with_ids
from argmap.reader.following_faults import without_consequences
from argmap.reader.items import with_items
from argmap.reader.lookalikes import named
from argmap.reader.written import Written

_OF_A_NAME = frozenset((Fault.UNKNOWN_REFERENCE, Fault.UNKNOWN_SOURCE))


def told(
    faults: Iterable[Diagnostic],
    documents: Sequence[Document],
    written: Written,
    *,
    is_whole: bool,
    certain: Collection[Diagnostic] = (),
) -> tuple[Diagnostic, ...]:
    """Return what is told of the faults in `documents`, the map’s own before those it includes.

    Unless all that is included `is_whole`, a name may stand for what could not be read, but for
    faults that are `certain`.
    """
    found = tuple(faults)
    if not is_whole:
        found = tuple(one for one in found if one.code not in _OF_A_NAME or one in certain)
    known = written.naming.claim_ids.keys() | written.naming.argument_ids.keys()
    told_of = (_in_document(found, one, written, known) for one in documents)
    names = {one.file for one in documents}
    # Of a file that is no map nothing else was read.
    rest = (one for one in found if one.span.file not in names)
    return tuple(sorted((*rest, *chain.from_iterable(told_of)), key=lambda one: one.sort_key))


def _in_document(
    faults: Iterable[Diagnostic], document: Document, written: Written, known: Iterable[str]
) -> Iterator[Diagnostic]:
    of_yaml = document.diagnostics
    own = [one for one in faults if one.span.file == document.file and one not in of_yaml]
    if len(of_yaml) > MOST_FAULTS:
        own = []
    kept = without_consequences(own, document, known=frozenset(known))
    found = named(sorted((*of_yaml, *kept), key=lambda d: d.sort_key), document.text)
    in_order = sorted(found, key=lambda d: d.sort_key)
    yield from with_items(with_ids(in_order, document, written), document)
