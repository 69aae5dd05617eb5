"""A map with another id for a claim, an argument, a source or an audience, wherever it is named."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from argmap.document.naming import with_id
from argmap.document.rewriting import rewritten
from argmap.editing.applying import applied, once
from argmap.editing.renamed_map import with_other_ids
from argmap.edits import Edit
from argmap.errors import ArgmapError
from argmap.faults import quoted
from argmap.reader import Reading
from argmap.reader.drafts import ArgumentDraft, ClaimDraft
from argmap.reader.naming import names_with
from argmap.reader.written import Kind, Mention, Written
from argmap.suggestions import did_you_mean
from argmap.values import LONGEST_ID, canonical, is_id

_IDS = f"letters, digits, “-”, “_” and “.”, at most {LONGEST_ID} of them"


class RenamingError(ArgmapError):
    """Something cannot be renamed: it is not there, or the new id is taken or no id."""


class NoPlaceError(RenamingError):
    """What is to be renamed has no id of its own, and cannot be given one where it stands."""


class Renamed(NamedTuple):
    """A text after a renaming, and the edits of the old one.

    `ids` are the new ids by the old ones, of all things of the `kind` that have another: what is
    derived from an id follows it.
    """

    text: str
    edits: tuple[Edit, ...]
    kind: Kind
    ids: Mapping[str, str]


def renamed(
    reading: Reading,
    text: str,
    old: str,
    new: str,
    *,
    read: Callable[[str], Reading],
    kind: Kind | None = None,
) -> Renamed:
    """Return a text in which what was called `old` is called `new`, wherever it is mentioned.

    `reading` is that of the text, which holds a whole map; `read` reads a changed one. A claim or
    argument without a written id gets one. `kind` says what is meant where several kinds of things
    are called `old`. The map that is read back is the same but for the ids.

    Raises RenamingError where nothing is called `old`, or several kinds of things are; where `new`
    is taken, or no id; and where the map has no place for the id.
    """
    old, new = canonical(old), canonical(new)
    if not is_id(new):
        raise RenamingError(f"{quoted(new)} is not an id; an id has {_IDS}.")
    written = reading.written
    kind = _kind(written, old, kind)
    _require_own(reading, kind, old)
    _require_free(written, kind, new)
    first = _at_home(written, kind, old, new, reading.handwriting.lines)
    ids = {old: new}
    if kind is Kind.CLAIM_OR_ARGUMENT:
        after = (
            # Ids that are derived in other files depend on what those hold as well.
            _ids_in_order(read(applied(text, first)).written)
            if reading.included
            else _ids_if(written, old, new)
        )
        ids = _followed(written, after)
    edits = once((*first, *_elsewhere(written, kind, ids, first, reading.handwriting.lines)))
    changed = applied(text, edits)
    again = read(changed)
    assert reading.map is not None, "only whole maps come here"
    if again.map != with_other_ids(reading.map, kind, ids):
        raise RenamingError(f"{quoted(old)} cannot be renamed: the map would say something else.")
    return Renamed(changed, tuple(edits), kind, ids)


def _require_own(reading: Reading, kind: Kind, old: str) -> None:
    """Raise RenamingError where an id is at home in an included file."""
    naming = reading.written.naming
    draft = naming.claim_ids.get(old) or naming.argument_ids.get(old)
    if kind is Kind.CLAIM_OR_ARGUMENT and draft and draft.span.file != reading.file:
        raise RenamingError(f"{quoted(old)} is written in {draft.span.file}; rename it there.")


def _named(written: Written) -> dict[Kind, dict[str, int]]:
    """Return all ids by what they are ids of, each with the line on which it is at home."""
    found: dict[Kind, dict[str, int]] = {kind: {} for kind in Kind}
    for draft, name in written.naming.ids.items():
        found[Kind.CLAIM_OR_ARGUMENT][name] = draft.span.start.line
    for one in written.mentions():
        if one.is_home:
            found[one.kind][canonical(one.id)] = one.span.start.line
    return found


def _kind(written: Written, old: str, wanted: Kind | None) -> Kind:
    """Return what is called `old`."""
    named = _named(written)
    kinds = [kind for kind in Kind if old in named[kind] and wanted in (None, kind)]
    if len(kinds) == 1:
        return kinds[0]
    if kinds:
        called = " and ".join(f"a {kind.value}" for kind in kinds)
        raise RenamingError(f"{quoted(old)} is {called}; say which with --kind.")
    known = [name for kind in Kind if wanted in (None, kind) for name in named[kind]]
    hint = did_you_mean(old, known) or "."
    what = wanted.value if wanted else "claim, argument, source or audience"
    raise RenamingError(f"there is no {what} {quoted(old)} in the map{hint}")


def _require_free(written: Written, kind: Kind, new: str) -> None:
    line = _named(written)[kind].get(new)
    if line is not None:
        raise RenamingError(f"{quoted(new)} is taken: a {kind.value} on line {line} has this id.")


def _at_home(
    written: Written, kind: Kind, old: str, new: str, lines: tuple[str, ...]
) -> tuple[Edit, ...]:
    """Return the edits that give the new id to what has the old one."""
    for one in written.mentions():
        if one.is_home and one.kind is kind and canonical(one.id) == old:
            return _again(one, new, lines)
    (draft,) = (draft for draft, name in written.naming.ids.items() if name == old)
    edits = _first_id(draft, new, lines)
    if not edits:
        advice = "write its id in the map, with the key “id”, and rename that"
        raise NoPlaceError(f"{quoted(old)} has no id of its own; {advice}.")
    return edits


def _first_id(
    draft: ClaimDraft | ArgumentDraft, new: str, lines: tuple[str, ...]
) -> tuple[Edit, ...]:
    if isinstance(draft, ClaimDraft):
        own = draft.fields.span_of("text") if draft.fields else None
        return with_id(draft.span, own or draft.span, new, lines)
    if draft.fields is None:
        # A claim stands for it, which has an id that is not its own.
        return ()
    premises = draft.fields.span_of("premises") or draft.span
    return with_id(draft.span, premises, new, lines)


def _ids_if(written: Written, old: str, new: str) -> tuple[str, ...]:
    """Return the ids of a map that is one file as they would be, in the order of the file."""
    (own,) = (draft for draft, name in written.naming.ids.items() if name == old)
    after = names_with(written.drafts, written.naming, own, new)
    return tuple(after.ids[draft] for draft in _nodes(written))


def _ids_in_order(written: Written) -> tuple[str, ...]:
    return tuple(written.naming.ids[draft] for draft in _nodes(written))


def _nodes(written: Written) -> tuple[ClaimDraft | ArgumentDraft, ...]:
    return (*written.drafts.claims, *written.drafts.arguments)


def _followed(before: Written, after: tuple[str, ...]) -> dict[str, str]:
    """Return the new ids of all that has another one now; the order of the file is the same."""
    ids = _ids_in_order(before)
    if len(ids) != len(after):
        raise RenamingError("the id cannot be written there without breaking the map.")
    return {old: new for old, new in zip(ids, after, strict=True) if old != new}


def _elsewhere(
    written: Written,
    kind: Kind,
    ids: Mapping[str, str],
    home: tuple[Edit, ...],
    lines: tuple[str, ...],
) -> Iterator[Edit]:
    done = {edit.span for edit in home}
    for one in written.mentions():
        new = ids.get(canonical(one.id))
        if one.kind is kind and new is not None and one.span not in done and not one.is_home:
            yield from _again(one, new, lines)


def _again(mention: Mention, new: str, lines: tuple[str, ...]) -> tuple[Edit, ...]:
    """Return the edit that writes another id where one is mentioned."""
    edits = rewritten(mention.span, new, lines)
    if not edits:
        raise RenamingError(f"the id on line {mention.span.start.line} goes on in another line.")
    return edits
