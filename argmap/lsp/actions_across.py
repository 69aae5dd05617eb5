"""`textDocument/codeAction` in several files: fixes in included files, and claims moved in them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from lsprotocol import types

from argmap.diagnostics import Diagnostic
from argmap.editing.fixing import Texts, mended_together
from argmap.editing.sound_fixes import Examined, key_of
from argmap.editing.things import Sort, names_in
from argmap.embed.extracting import extracted_in_project
from argmap.embed.library import library_of
from argmap.embed.maps_around import Around
from argmap.embed.mending import Neighbours
from argmap.errors import ArgmapError
from argmap.faults import quoted
from argmap.lsp.actions import asks_for, promise_of
from argmap.lsp.beside import change_of_files, opened_at, with_open_texts
from argmap.lsp.documents import OpenText
from argmap.lsp.findings import shown
from argmap.lsp.named import named_at
from argmap.reader.written import Kind


class _Offer(NamedTuple):
    """Something that can be done; `make` gives nothing where it turns out that it cannot be."""

    title: str
    kind: types.CodeActionKind
    make: Callable[[], types.WorkspaceEdit | None]
    mends: Diagnostic | None = None


def actions_across(
    document: OpenText,
    within: types.Range,
    only: Sequence[str] | None,
    texts: Sequence[OpenText],
    *,
    is_later: bool,
) -> list[types.CodeAction]:
    """Return what can be done in the files that a text includes; `only` are the kinds asked for.

    `texts` are those that are open. With `is_later` the edits are left to `made_across`; else what
    cannot be made is left out.
    """
    told: list[types.CodeAction] = []
    for offer in _offers(document, within, texts):
        if only is not None and not asks_for(offer.kind, only):
            continue
        edit = None if is_later else _made(offer)
        if is_later or edit is not None:
            mends = [shown(document, offer.mends)] if offer.mends else None
            data = promise_of(document, within)
            told.append(
                types.CodeAction(
                    offer.title, kind=offer.kind, diagnostics=mends, edit=edit, data=data
                )
            )
    return told


def made_across(
    document: OpenText, within: types.Range, title: str, texts: Sequence[OpenText]
) -> types.WorkspaceEdit | None:
    """Return the edit of an action that was promised, None for none. Raises ArgmapError."""
    for offer in _offers(document, within, texts):
        if offer.title == title:
            return offer.make()
    return None


def _made(offer: _Offer) -> types.WorkspaceEdit | None:
    try:
        return offer.make()
    except ArgmapError:
        return None


def _offers(document: OpenText, within: types.Range, texts: Sequence[OpenText]) -> Iterator[_Offer]:
    if document.path is None or not document.reading.handwritings:
        return
    yield from _extractions(document, within, texts)
    now = with_open_texts(document, texts)
    try:
        found = now.findings
    except ArgmapError:
        return
    files = {now.name, *now.reading.handwritings}
    for one in found:
        changed = {edit.span.file for edit in one.fix}
        if changed - {now.name} and changed <= files and _touches(now, one, within):
            names = " and ".join(sorted(Path(name).name for name in changed))
            title = f"Mend in {names}: {one.message}"
            mend = _mending(now, one, texts)
            yield _Offer(title, types.CodeActionKind.QuickFix, mend, one)


def _touches(document: OpenText, finding: Diagnostic, within: types.Range) -> bool:
    """Return whether a finding is shown in a range of a text, or borders on it."""
    border, place = document.border, shown(document, finding).range
    return border.offset(place.start) <= border.offset(within.end) and border.offset(
        within.start
    ) <= border.offset(place.end)


def _mending(
    document: OpenText, finding: Diagnostic, texts: Sequence[OpenText]
) -> Callable[[], types.WorkspaceEdit | None]:
    def make() -> types.WorkspaceEdit | None:
        assert document.path is not None, "only what is in a project includes others"
        around = Around(library_of(document.path).project, opened_at(document, texts))
        near = Neighbours(document.reading, around)
        paths = {
            one: Path(one).resolve() for one in (document.name, *document.reading.handwritings)
        }
        before = {one: around.text(path) for one, path in paths.items()}

        def others(now: Texts) -> Mapping[Path, str]:
            return {paths[one]: text for one, text in now.items()}

        def examine(now: Texts) -> Examined:
            read = replace(
                document, text=now[document.name], others={**document.others, **others(now)}
            )
            wanted = (key_of(finding), [edit.text for edit in finding.fix])
            found = (
                one if (key_of(one), [e.text for e in one.fix]) == wanted else replace(one, fix=())
                for one in read.findings
            )
            return Examined(read.reading, tuple(found))

        outcome = mended_together(before, examine, keeps=lambda now: near.are_kept(others(now)))
        changed = {paths[one]: (before[one], text) for one, text in outcome.texts.items()}
        return change_of_files(document, changed, texts) if outcome.mended else None

    return make


def _extractions(
    document: OpenText, within: types.Range, texts: Sequence[OpenText]
) -> Iterator[_Offer]:
    """Yield the offer to move a claim of another file, named where a range begins, there."""
    named = named_at(document, document.border.to_ours(within.start))
    if named is None or named.kind is not Kind.CLAIM_OR_ARGUMENT or document.path is None:
        return
    names = names_in(document.reading)
    thing = names.meant(named.kind, names.path, named.id)
    if thing is None or thing.sort is not Sort.CLAIM or thing.file == names.path:
        return
    path, name = document.path, named.id

    def make() -> types.WorkspaceEdit | None:
        moved = extracted_in_project(
            with_open_texts(document, texts).reading,
            name,
            library=library_of(path),
            texts=opened_at(document, texts),
        )
        changed = {moved.path: (moved.old, moved.new)} if moved else {}
        return change_of_files(document, changed, texts) if moved else None

    title = f"Move {quoted(name)} to “claims” in {thing.file.name}"
    yield _Offer(title, types.CodeActionKind.RefactorExtract, make)
