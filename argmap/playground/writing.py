"""Help with writing, by the very functions that serve editors: findings, fixes, completions."""

from functools import cached_property, lru_cache

from lsprotocol import types

from argmap.lsp.actions import actions
from argmap.lsp.completion import completion
from argmap.lsp.documents import OpenText
from argmap.lsp.findings import SEVERITIES, findings_in
from argmap.lsp.formatting import formatting
from argmap.lsp.hover import hover as hover_of
from argmap.lsp.named import home_of, named_at
from argmap.lsp.snippets import snippets
from argmap.playground.answers import Answer
from argmap.reader.written import Kind

_NAMES = {number: str(severity) for severity, number in SEVERITIES.items()}


def findings(text: str, name: str) -> Answer:
    """Return what `argmap check` says of a text; that it is no map at all is a finding, too."""
    document = _open(text, name)
    return {"findings": [_finding(one) for one in findings_in(document)]}


def fixes(text: str, name: str, start: Answer, end: Answer) -> Answer:
    """Return what can be done about the findings of a range, as edits."""
    document = _open(text, name)
    within = types.Range(_position(start), _position(end))
    return {
        "fixes": [
            {"title": one.title, "edits": _edits_in(one), "preferred": bool(one.is_preferred)}
            for one in actions(document, within, None)
        ]
    }


def completions(text: str, name: str, at: Answer) -> Answer:
    """Return what may be written at a place, and what may be begun there and filled in."""
    document, place = _open(text, name), _position(at)
    # The editor of the page indents what is filled in like its line.
    whole = snippets(document, place, fills_in=True, as_it_is=False)
    return {"items": [_item(one) for one in (*completion(document, place), *whole)]}


def layout(text: str, name: str) -> Answer:
    """Return the edits that give a text the layout of all maps."""
    return {"edits": [_edit(one) for one in formatting(_open(text, name))]}


def hover(text: str, name: str, at: Answer) -> Answer:
    """Return what is told of a place, or nothing."""
    found = hover_of(_open(text, name), _position(at))
    if found is None or not isinstance(found.contents, types.MarkupContent):
        return {}
    return {"text": found.contents.value, **_range(found.range)}


def place(text: str, name: str, id: str | None = None, at: Answer | None = None) -> Answer:
    """Return where a claim is written; or, of a place, which claim stands there."""
    document = _open(text, name)
    if at is not None:
        found = named_at(document, document.border.to_ours(_position(at)))
        return {} if found is None or found.kind is not Kind.CLAIM_OR_ARGUMENT else {"id": found.id}
    home = home_of(document, id or "", Kind.CLAIM_OR_ARGUMENT)
    return {} if home is None else _range(document.border.range_of(home))


class _Meant(OpenText):
    """What the page has open: whatever it says, it is meant to be a map."""

    @cached_property
    def is_map(self) -> bool:
        return True


# The page asks much of one text: it is read, and checked, once.
@lru_cache(maxsize=1)
def _open(text: str, name: str) -> OpenText:
    return _Meant(name, 0, text)


def _finding(one: types.Diagnostic) -> Answer:
    severity = _NAMES[one.severity or types.DiagnosticSeverity.Error]
    return {"severity": severity, "code": one.code, "message": one.message, **_range(one.range)}


def _item(one: types.CompletionItem) -> Answer:
    edit = one.text_edit
    assert isinstance(edit, types.TextEdit)
    kind = types.CompletionItemKind(one.kind).name if one.kind else ""
    told = {"label": one.label, "detail": one.detail or "", "kind": kind}
    fills_in = one.insert_text_format == types.InsertTextFormat.Snippet
    return {**told, "fills_in": fills_in, **_edit(edit)}


def _edits_in(action: types.CodeAction) -> list[Answer]:
    changes = (action.edit and action.edit.document_changes) or ()
    return [
        _edit(each)
        for one in changes
        if isinstance(one, types.TextDocumentEdit)
        for each in one.edits
        if isinstance(each, types.TextEdit)
    ]


def _edit(one: types.TextEdit) -> Answer:
    return {"text": one.new_text, **_range(one.range)}


def _range(one: types.Range | None) -> Answer:
    assert one is not None
    return {"start": _place(one.start), "end": _place(one.end)}


def _place(at: types.Position) -> Answer:
    return {"line": at.line, "character": at.character}


def _position(at: Answer) -> types.Position:
    return types.Position(at["line"], at["character"])
