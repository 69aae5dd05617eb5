"""What is drawn, completed by what the map that goes along with it says and a drawing does not."""

import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import replace

import argmap.languages as languages
from argmap.drawing.citing import citing_line, short_names
from argmap.formats.losses import Losses
from argmap.identifiers import Names
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
    alike = _same_arguments(drawn, carried, same)
    names = _names(drawn, {**same, **alike})
    theses = [one for one in carried.theses if one in names.values()]
    return replace(
        drawn,
        claims=tuple(_claim(one, same.get(one.id), names) for one in drawn.claims),
        arguments=tuple(_argument(one, alike.get(one.id), names) for one in drawn.arguments),
        theses=tuple(theses) or tuple(names[one] for one in drawn.theses),
        sources=carried.sources,
        title=drawn.title or carried.title,
        description=drawn.description or carried.description,
        language=drawn.language or carried.language,
    )


def words_in(text: str) -> str:
    """Return a text without what drawings do to it: blanks, and lines that are broken."""
    words = re.sub(r"\W+", "", text).casefold()
    return words or "".join(text.split())


def shown_words(claim: Claim, a_map: ArgumentMap) -> Iterator[str]:
    """Yield what the words of a box of a claim may be, with what stands small below its text."""
    words = languages.words_in(a_map.language)
    text, remarks = f"{claim.label or ''} {claim.text}", " ".join(words.remarks_on(claim))
    yield words_in(text)
    yield words_in(f"{text} {remarks}")
    names = short_names(a_map.sources, words) if claim.citations else {}
    for full in (True, False):
        cited = citing_line(claim.citations, names=names, full=full)
        yield words_in(f"{text} {cited} {remarks}")


def _same_claims(drawn: ArgumentMap, carried: ArgumentMap) -> dict[str, Claim]:
    known = carried.claims_by_id
    same = {one.id: known[one.id] for one in drawn.claims if one.id in known}
    # Those with the same words follow each other as in the map.
    by_words: dict[str, deque[Claim]] = {}
    for claim in carried.claims:
        if claim.id not in same:
            by_words.setdefault(words_in(claim.text), deque()).append(claim)
    for claim in drawn.claims:
        alike = by_words.get(words_in(claim.text))
        if claim.id not in same and alike:
            same[claim.id] = alike.popleft()
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
        label=_kept(claim.label, same.label),
        contradicts=others,
        group=_kept(claim.group or same.group, same.group),
        link=claim.link or same.link,
        span=claim.span,
        text_span=claim.text_span,
    )


def _kept(drawn: str | None, same: str | None) -> str | None:
    """Return a text as the map has it, where it is drawn with the same words."""
    return same if drawn and same and words_in(drawn) == words_in(same) else drawn


def _same_arguments(
    drawn: ArgumentMap, carried: ArgumentMap, same: Mapping[str, Claim]
) -> dict[str, Argument]:
    """Return the arguments of the map that join the same, by the ids of those that are drawn."""
    by_shape: dict[_Shape, deque[Argument]] = {}
    for one in carried.arguments:
        shape = frozenset(one.premises), one.target, one.polarity
        by_shape.setdefault(shape, deque()).append(one)
    # A blank is no part of an id, so that what is only drawn has the name of nothing else.
    known = {one.id: same[one.id].id if one.id in same else f" {one.id}" for one in drawn.claims}
    found: dict[str, Argument] = {}
    # What an argument bears on is known before it.
    waiting = deque(known)
    while waiting:
        for one in drawn.arguments_on(waiting.popleft()):
            premises = frozenset(known[premise] for premise in one.premises)
            alike = by_shape.get((premises, known[one.target], one.polarity))
            known[one.id] = f" {one.id}"
            if alike:
                found[one.id] = alike.popleft()
                known[one.id] = found[one.id].id
            waiting.append(one.id)
    return found


def _names(drawn: ArgumentMap, same: Mapping[str, Claim | Argument]) -> dict[str, str]:
    """Return the ids of everything that is drawn: those of the map, and others beside them."""
    names = {name: one.id for name, one in same.items()}
    taken = set(names.values())
    for name in (*drawn.claims_by_id, *drawn.arguments_by_id):
        if name not in names:
            names[name] = name if name not in taken else Names(taken).claim(None, name)
            taken.add(names[name])
    return names


def _argument(one: Argument, same: Argument | None, names: Mapping[str, str]) -> Argument:
    premises = tuple(names[premise] for premise in one.premises)
    return replace(
        same or one, id=names[one.id], premises=premises, target=names[one.target], span=one.span
    )
