"""A map that includes another one → the same with the new ids of what it includes."""

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

from argmap.document.rewriting import rewritten
from argmap.editing.applying import applied, once
from argmap.editing.renaming import Renamed, RenamingError
from argmap.edits import Edit
from argmap.faults import quoted
from argmap.reader import Reading
from argmap.reader.written import Kind, Written
from argmap.source import Position
from argmap.values import canonical


def renamed_around(
    around: Reading, text: str, inner: Reading, ids: Mapping[str, str]
) -> Renamed | None:
    """Return a text that mentions claims and arguments of the map it includes by their new ids.

    `around` is the reading of the text and `inner` that of the included map, both as they were
    before; `ids` are the new ids of that map by the old ones. None where nothing has another id.

    Raises RenamingError where a new id is taken there, or the included map was not saved yet.
    """
    home = Path(inner.file).resolve()
    saved = next((text for at, text in around.included.items() if Path(at).resolve() == home), None)
    if saved is None:
        return None
    if saved.splitlines() != inner.text.splitlines():
        # Places in the one are not those in the other.
        raise RenamingError(f"{around.file} includes the map; save it first, and then rename.")
    others = dict(_others(around, inner, ids))
    if not others:
        return None
    names = set(around.written.naming.ids.values())
    for old, new in others.items():
        if new in names and new not in others:
            raise RenamingError(
                f"{quoted(old)} cannot be {quoted(new)}: {around.file} includes the map and has "
                "that id already."
            )
    lines = around.handwriting.lines
    found: list[tuple[Edit, ...]] = []
    for one in around.written.mentions():
        new_id = others.get(canonical(one.id))
        if one.kind is Kind.CLAIM_OR_ARGUMENT and new_id is not None and not one.is_home:
            edits = rewritten(one.span, new_id, lines)
            if not edits:
                line = one.span.start.line
                raise RenamingError(f"the id in {around.file}:{line} goes on in another line.")
            found.append(edits)
    edits = tuple(once(chain.from_iterable(found)))
    return Renamed(applied(text, edits), edits, Kind.CLAIM_OR_ARGUMENT, others)


def _others(around: Reading, inner: Reading, ids: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the old and the new id of all that is called otherwise in the map around."""
    home = Path(inner.file).resolve()
    old_ids = dict(_at(inner.written, home))
    for place, name in _at(around.written, home):
        old = old_ids.get(place)
        new = ids.get(old or "")
        if old and new and name.endswith(old):
            yield name, name.removesuffix(old) + new


def _at(written: Written, home: Path) -> Iterator[tuple[tuple[type, Position], str]]:
    """Yield the ids of what stands in one file, with where each stands."""
    files: dict[str, bool] = {}
    for draft, name in written.naming.ids.items():
        file = draft.span.file
        if file not in files:
            files[file] = Path(file).resolve() == home
        if files[file]:
            yield (type(draft), draft.span.start), name
