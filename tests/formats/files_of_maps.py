"""Maps in several files: written, read, and compared by all that they say."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from argmap import evaluate
from argmap.model import Argument, ArgumentMap, Claim
from argmap.pipeline import read_path
from argmap.reader import Reading
from argmap.weighing import Standing


def write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())


def read(path: Path) -> Reading:
    """Return what was read of a file without any fault."""
    reading = read_path(path)
    assert reading.map is not None, reading.diagnostics
    return reading


def said(a_map: ArgumentMap) -> tuple[object, ...]:
    """Return all that a map says, whatever the order in which it is written."""
    pairs = {frozenset((one.id, o)) for one in a_map.claims for o in one.contradicts}
    verdicts = evaluate(a_map)
    ids = (*a_map.claims_by_id, *a_map.arguments_by_id)
    return (
        {replace(claim, contradicts=()) for claim in a_map.claims},
        set(a_map.arguments),
        pairs,
        a_map.theses,
        a_map.title,
        {id: (verdicts.verdict(id).label, verdicts.verdict(id).standing) for id in ids},
    )


def claims_in(a_map: ArgumentMap) -> dict[str, Claim]:
    return {one.id: replace(one, tags=tuple(sorted(one.tags))) for one in a_map.claims}


def arguments_in(a_map: ArgumentMap) -> Counter[Any]:
    """Return the arguments by what they say, since those without a strategy have no ids."""

    def end(target: str) -> object:
        argument = a_map.arguments_by_id.get(target)
        return target if argument is None else words_of(argument)

    def words_of(one: Argument) -> object:
        told = (one.label, one.note, frozenset(one.tags))
        return (frozenset(one.premises), end(one.target), one.polarity, *told)

    return Counter(map(words_of, a_map.arguments))


def standings(a_map: ArgumentMap) -> dict[str, Standing]:
    return {name: one.standing for name, one in evaluate(a_map).claims.items()}
