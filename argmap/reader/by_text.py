"""References by what a claim says, where its id belongs: the edits that write the id."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from argmap.diagnostics import Diagnostic
from argmap.document import Document, Node, Scalar, Sequence
from argmap.document.naming import with_id
from argmap.document.nodes import entries_in
from argmap.document.quoting import as_scalar
from argmap.edits import Edit
from argmap.faults import Fault
from argmap.reader.drafts import ClaimDraft
from argmap.reader.written import Written
from argmap.source import Span
from argmap.values import canonical, is_id

_NAMING_KEYS = frozenset(("ref", "contradicts"))
_FINAL_MARKS = ".!?…;:, "


def with_ids(
    faults: Iterable[Diagnostic], document: Document, written: Written
) -> tuple[Diagnostic, ...]:
    """Return the faults; those of a text in the place of an id with edits that mend them.

    The one claim with that text is given an id where it has none.
    """
    found = tuple(faults)
    if document.root is None or not any(one.code == Fault.BAD_VALUE for one in found):
        return found
    texts = {scalar.span: scalar.value for scalar in _texts(document.root)}
    lines = document.text.split("\n")
    return tuple(
        replace(one, fix=_fix(one, texts[one.span], written, lines))
        if one.code == Fault.BAD_VALUE and one.span in texts
        else one
        for one in found
    )


def _fix(fault: Diagnostic, text: str, written: Written, lines: list[str]) -> tuple[Edit, ...]:
    folded = _folded(text)
    claims = [one for one in written.drafts.claims if _folded(one.text) == folded]
    if len(claims) != 1 or claims[0] not in written.naming.ids:
        return ()
    (claim,) = claims
    name = written.naming.ids[claim]
    if fault.span.start.line != fault.span.end.line:
        return ()
    # An id needs no quotes, whatever the text had.
    here = (Edit(fault.span, as_scalar(name)),)
    if claim.written_id is not None:
        return here
    home = with_id(claim.span, _text_place(claim), name, lines)
    return (*home, *here) if home else ()


def _text_place(claim: ClaimDraft) -> Span:
    return (claim.fields.span_of("text") if claim.fields else None) or claim.span


def _texts(root: Node) -> Iterator[Scalar]:
    """Yield what stands where a claim is named and is no id."""
    for entry in entries_in(root):
        if entry.key.value in _NAMING_KEYS:
            yield from _no_ids(entry.value)


def _no_ids(node: Node) -> Iterator[Scalar]:
    items = node.items if isinstance(node, Sequence) else (node,)
    for item in items:
        if isinstance(item, Scalar) and not is_id(canonical(item.value)):
            yield item


def _folded(text: str) -> str:
    return " ".join(canonical(text).casefold().split()).rstrip(_FINAL_MARKS)
