"""What a map cites, by source, as Markdown: each citation, what was found of it, and its claims."""

import re
from collections.abc import Iterator, Sequence

from argmap.checks.unsourced_leaf import is_bare
from argmap.drawing.citing import short_names
from argmap.drawing.reading_side import isolated
from argmap.evaluation.verdicts import Evaluation
from argmap.evaluation.wording import VERBS
from argmap.languages.english import WORDS
from argmap.model import Argument, ArgumentMap, Claim
from argmap.outline import step_name
from argmap.render.markdown_text import escaped
from argmap.render.md import reference
from argmap.survey.evidence import Evidence, Finding, Piece

_NUMBER = re.compile(r"(\d+)", re.ASCII)
_FOUND = {
    Finding.FOUND: "found in the text",
    Finding.NO_TEXT: "not checked, for the text of the source is not at hand",
}


def evidence_markdown(a_map: ArgumentMap, found: Sequence[Evidence], verdicts: Evaluation) -> str:
    """Return all citations by source, and the claims that rest on nothing, as CommonMark.

    A text of the map stands in it as it is, and is never markup.
    """
    return "\n".join(_lines(a_map, found, verdicts)) + "\n"


def _lines(a_map: ArgumentMap, found: Sequence[Evidence], verdicts: Evaluation) -> Iterator[str]:
    yield f"# {_heading(a_map)}"
    called = short_names(a_map.sources)
    for source in found:
        yield from ("", f"## {escaped(source.source.title or source.source.id)}")
        work = source.source
        told = reference(work, called[work.id], WORDS)
        yield from ("", f"{told} \\[{escaped(work.id)}\\]", "")
        if source.unread:
            yield from (f"Its text cannot be read: {escaped(source.unread)}.", "")
        if not source.pieces:
            yield "Nothing cites it."
        for piece in sorted(source.pieces, key=_place):
            yield f"- {_told(piece)}"
            yield from (f"  - {_bearer(a_map, one, verdicts)}" for one in piece.bearers)
    apart = {
        "Neither a source nor an argument": [c for c in a_map.claims if is_bare(a_map, c)],
        "Unstated: supplied by the author of the map": [c for c in a_map.claims if c.unstated],
    }
    for heading, claims in apart.items():
        yield from ("", f"## {heading}", "") if claims else ()
        yield from (f"- {_bearer(a_map, claim.id, verdicts)}" for claim in claims)


def _heading(a_map: ArgumentMap) -> str:
    return f"Evidence: {escaped(a_map.title)}" if a_map.title else "Evidence"


def _place(piece: Piece) -> list[str | int]:
    """Return by what citations are sorted, as one comes upon them in a source: ¶9 before ¶10."""
    parts = _NUMBER.split(piece.citation.at or "")
    return [int(part) if place % 2 else part for place, part in enumerate(parts)]


def _told(piece: Piece) -> str:
    """Return a citation and what was found, such as `¶3, “…”: found in the text`."""
    quote, at = piece.citation.quote, piece.citation.at
    parts = [isolated(escaped(at), within=["at"])] if at else []
    parts += [isolated(escaped(WORDS.quoted(quote)), within=["at"])] if quote else []
    named = ", ".join(parts) or "as a whole"
    if piece.remark:
        return f"{named}: **{escaped(piece.remark)}**"
    return f"{named}: *{_FOUND[piece.finding]}*" if piece.finding in _FOUND else named


def _bearer(a_map: ArgumentMap, id: str, verdicts: Evaluation) -> str:
    node: Claim | Argument = a_map.claims_by_id.get(id) or a_map.arguments_by_id[id]
    if isinstance(node, Claim):
        text = node.text
    else:
        name = step_name(node)
        text = f"the argument “{name}”" if name else "an argument"
    verdict = VERBS[verdicts.verdict(id).standing]
    return f"{isolated(escaped(text), within=['claim'])} \\[{escaped(id)}\\] *({verdict})*"
