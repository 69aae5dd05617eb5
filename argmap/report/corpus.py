"""What was found in a corpus, for people and for programs."""

from collections.abc import Callable, Iterator, Sequence

from argmap.corpus.duplicates import Copy
from argmap.corpus.searching import Hit
from argmap.evaluation.wording import VERBS
from argmap.report.wrapping import wrapped

LONGEST = 200
_CUT = "…"
Mark = Callable[[str], str]


def hits_text(hits: Sequence[Hit], *, width: int, mark: Mark = str) -> str:
    """Return the claims that were found, with where they are; `mark` sets off what was found."""
    return "\n".join(line for hit in hits for line in _lines(hit, width, mark))


def _lines(hit: Hit, width: int, mark: Mark) -> Iterator[str]:
    thesis = "a thesis, " if hit.is_thesis else ""
    yield f"{hit.map} [{hit.id}] {thesis}{VERBS[hit.standing]}{_elsewhere(hit)}"
    shown, places = snippet(hit.text, hit.found)
    lines = wrapped(shown, width=width, first="   ", others="   ")
    yield from _marked(lines, [shown[start:end] for start, end in places], mark)
    if hit.beside:
        beside, _ = snippet(hit.beside, ())
        yield from wrapped(f"({beside})", width=width, first="   ", others="   ")


def _elsewhere(one: Hit | Copy) -> str:
    """Return in which file a claim is written that its map includes."""
    return f", written in {one.file}" if one.file != one.map else ""


def _marked(lines: Sequence[str], pieces: Sequence[str], mark: Mark) -> Iterator[str]:
    """Yield the lines with the pieces set off, which come in their order; lines divide some."""
    left = [word for piece in pieces for word in piece.split()]
    for line in lines:
        done, place = "", 0
        while left and (found := line.find(left[0], place)) >= 0:
            word = left.pop(0)
            done += line[place:found] + mark(word)
            place = found + len(word)
        yield done + line[place:]


def snippet(text: str, found: Sequence[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return a text, of a long one the part around what was `found` first, and the places in it."""
    if len(text) <= LONGEST:
        return text, tuple(found)
    begin = found[0][0] if found else 0
    start = max(0, min(begin - LONGEST // 4, len(text) - LONGEST))
    if start:
        # It begins with a whole word, unless there are no spaces.
        space = text.find(" ", start, begin)
        start = space + 1 if space >= 0 else start
    end = min(len(text), start + LONGEST)
    if end < len(text):
        space = text.rfind(" ", begin + 1, end)
        end = space if space > start else end
    first, last = _CUT * (start > 0), _CUT * (end < len(text))
    places = [
        (one - start + len(first), other - start + len(first))
        for one, other in found
        if start <= one and other <= end
    ]
    return f"{first}{text[start:end]}{last}", tuple(places)


def hits_json(hits: Sequence[Hit]) -> dict[str, object]:
    """Return the claims that were found as a JSON object."""
    return {
        "claims": [
            {
                "map": hit.map,
                "file": hit.file,
                "id": hit.id,
                "text": hit.text,
                "standing": hit.standing,
                "thesis": hit.is_thesis,
                "found": [list(place) for place in hit.found],
                **({"beside": hit.beside} if hit.beside else {}),
            }
            for hit in hits
        ]
    }


def families_text(families: Sequence[Sequence[Copy]], *, width: int) -> str:
    """Return families of near copies, each claim with its map and its verdict."""
    return "\n".join("\n".join([*_family(one, width), ""]) for one in families)


def _family(copies: Sequence[Copy], width: int) -> Iterator[str]:
    maps, least = len({one.map for one in copies}), min(one.likeness for one in copies)
    where = "1 map" if maps == 1 else f"{maps} maps"
    alike = "in the same words" if least == 1 else f"{100 * least:.0f} % alike at least"
    yield f"{len(copies)} claims of {where}, {alike}"
    for one in copies:
        yield f"  • {one.map} [{one.id}] {VERBS[one.standing]}{_elsewhere(one)}"
        yield from wrapped(one.text, width=width, first="    ", others="    ")


def families_json(families: Sequence[Sequence[Copy]]) -> dict[str, object]:
    """Return families of near copies as a JSON object."""
    return {"families": [{"claims": [one._asdict() for one in family]} for family in families]}
