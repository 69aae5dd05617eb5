"""Rephrases, where one claim says in other words what another one says ↔ arguments with a tag.

A rephrase is no inference, and yet what it says is said for the claim: so it is a support by one
premise, whose tag and label tell that it is a rephrase. One that would close a circle of support,
in which nothing could stand, is a note.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from argmap.model import Argument, ArgumentMap, Polarity

TAG = "rephrase"
_USUAL = ("", "default rephrase", "ma", "rephrase", "rephrase default")
# A search for circles ends, whatever a file holds.
_MOST_STEPS = 1_000_000


def label_of(text: str) -> str:
    """Return the label of a rephrase whose kind a node tells in words."""
    return TAG if " ".join(text.casefold().split()) in _USUAL else text


def kind_of(argument: Argument) -> str | None:
    """Return the kind of a rephrase in words, None where it is a rephrase and no more."""
    label = argument.label or ""
    return None if label_of(label) == TAG else label


def is_rephrase(argument: Argument, a_map: ArgumentMap) -> bool:
    """Return whether an argument is a rephrase of a claim."""
    return (
        TAG in argument.tags
        and argument.polarity is Polarity.SUPPORT
        and argument.scheme is None
        and len(set(argument.premises)) == 1
        and argument.target in a_map.claims_by_id
    )


def without_marks(a_map: ArgumentMap, rephrases: Iterable[str]) -> ArgumentMap:
    """Return a map whose rephrases lack the marks that a node for rephrases has by itself."""
    named = frozenset(rephrases)
    arguments = tuple(
        replace(one, label=None, tags=tuple(tag for tag in one.tags if tag != TAG))
        if one.id in named
        else one
        for one in a_map.arguments
    )
    return replace(a_map, arguments=arguments) if named else a_map


def closing_circles(
    rephrases: Mapping[str, list[tuple[str, str]]], supports: Iterable[tuple[str, str]]
) -> frozenset[str]:
    """Return the names of rephrases that would close a circle, of which those before them do not.

    Each is given by its pairs of a premise and what it supports, as are all other supports.
    """
    upwards: dict[str, list[str]] = {}
    for premise, target in supports:
        upwards.setdefault(premise, []).append(target)
    closing = set()
    left = _MOST_STEPS
    for name, pairs in rephrases.items():
        for premise, target in pairs:
            seen, waiting = {target}, [target]
            while waiting and premise not in seen and left:
                for above in upwards.get(waiting.pop(), ()):
                    left = max(left - 1, 0)
                    if above not in seen:
                        seen.add(above)
                        waiting.append(above)
            if premise in seen or not left:
                closing.add(name)
        if name not in closing:
            for premise, target in pairs:
                upwards.setdefault(premise, []).append(target)
    return frozenset(closing)
