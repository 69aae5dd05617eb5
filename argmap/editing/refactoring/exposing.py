"""A claim that is written where it is used → under `claims`: the offer to extract it."""

from collections.abc import Iterator

from argmap.document.nodes import Mapping
from argmap.editing.extracting import ExtractingError, extracted, place_for
from argmap.editing.refactoring.keeping import same
from argmap.editing.refactoring.sheet import Offer, Sheet, Sort
from argmap.faults import quoted
from argmap.source import Position


def offers(sheet: Sheet, at: Position) -> Iterator[Offer]:
    """Yield the offer to move the claim at a place to `claims`."""
    here = next(iter(sheet.seats(at)), None)
    if here is None or here.role == "claims" or here.is_argument:
        return
    if isinstance(here.node, Mapping) and here.node.get("ref") is not None:
        return
    try:
        place_for(sheet.root, sheet.lines)
    except ExtractingError:
        return
    name = sheet.claim_id(here.node)
    if name is not None:
        title = f"Move {quoted(sheet.map.claims_by_id[name].name)} to “claims”"
        yield Offer(title, Sort.EXTRACT, lambda: _extracted(sheet, name))


def _extracted(sheet: Sheet, name: str) -> str:
    return same(sheet, extracted(sheet.reading, sheet.text, name, read=sheet.read))
