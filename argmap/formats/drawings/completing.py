"""What is drawn, completed by what the map that goes along with it says and a drawing does not."""

import re
from collections import deque
from collections.abc import Mapping
from dataclasses import replace

from argmap.formats.losses import Losses
from argmap.model import Argument, ArgumentMap, Claim, Polarity

_Shape = tuple[frozenset[str], str, Polarity]


def completed(drawn: ArgumentMap, carried: ArgumentMap, losses: Losses) -> ArgumentMap:
    """Return the map that is drawn, with what `carried` says of the same claims and arguments.

    A claim is the same by its id or its words, an argument by what it joins.
    """
    for what, number in (
        ("audiences", len(carried.audiences)),
        ("expectations", len(carried.expectations)),
    ):
        if number:
            losses.say(f"{what} of a map whose drawing was changed are left out", carried.span)
    same = _same_claims(drawn, carried)
    names = {name: name for name in (*drawn.claims_by_id, *drawn.arguments_by_id)}
    taken = set(names)
    for name, one in same.items():
        if one.id not in taken:
            taken.add(one.id)
            names[name] = one.id
    arguments = _arguments(drawn, carried, names, taken)
    theses = [one for one in carried.theses if one in names.values()]
    return replace(
        drawn,
        claims=tuple(_claim(one, same.get(one.id), names) for one in drawn.claims),
        arguments=arguments,
        theses=tuple(theses) or tuple(names[one] for one in drawn.theses),
        sources=carried.sources,
        title=drawn.title or carried.title,
        description=drawn.description or carried.description,
        language=drawn.language or carried.language,
    )


def words_in(text: str) -> str:
    """Return a text without what drawings do to it: blanks, and lines that are broken."""
    return re.sub(r"\W+", "", text).casefold()


def _same_claims(drawn: ArgumentMap, carried: ArgumentMap) -> dict[str, Claim]:
    by_words: dict[str, Claim] = {}
    for claim in carried.claims:
        by_words.setdefault(words_in(claim.text), claim)
    same: dict[str, Claim] = {}
    used: set[str] = set()
    for claim in drawn.claims:
        found = carried.claims_by_id.get(claim.id) or by_words.get(words_in(claim.text))
        if found is not None and found.id not in used:
            used.add(found.id)
            same[claim.id] = found
    return same


def _claim(claim: Claim, same: Claim | None, names: Mapping[str, str]) -> Claim:
    others = tuple(names[other] for other in claim.contradicts)
    if same is None:
        return replace(claim, id=names[claim.id], contradicts=others)
    is_unchanged = words_in(same.text) == words_in(claim.text)
    return replace(
        same,
        id=names[claim.id],
        text=same.text if is_unchanged else claim.text,
        label=claim.label,
        contradicts=others,
        group=claim.group or same.group,
        link=claim.link or same.link,
        span=claim.span,
        text_span=claim.text_span,
    )


def _arguments(
    drawn: ArgumentMap, carried: ArgumentMap, names: dict[str, str], taken: set[str]
) -> tuple[Argument, ...]:
    by_shape: dict[_Shape, Argument] = {_shape(one): one for one in reversed(carried.arguments)}
    made: dict[str, Argument] = {}
    # What an argument bears on is named before it.
    waiting = deque(claim.id for claim in drawn.claims)
    while waiting:
        for one in drawn.arguments_on(waiting.popleft()):
            moved = replace(
                one,
                premises=tuple(names[premise] for premise in one.premises),
                target=names[one.target],
            )
            same = by_shape.pop(_shape(moved), None)
            if same is not None and same.id not in taken:
                taken.add(same.id)
                names[one.id] = same.id
            moved = replace(moved, id=names[one.id])
            made[one.id] = moved if same is None else _argument(moved, same)
            waiting.append(one.id)
    return tuple(made[one.id] for one in drawn.arguments)


def _argument(one: Argument, same: Argument) -> Argument:
    return replace(same, id=one.id, premises=one.premises, target=one.target, span=one.span)


def _shape(one: Argument) -> _Shape:
    return frozenset(one.premises), one.target, one.polarity
