"""What differs between two maps, as values: each with what it was, what it is, and of what."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Any, NamedTuple

from argmap.comparing.matching import Matching
from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.verdicts import Evaluation, Verdict
from argmap.model import Argument, ArgumentMap, Citation, Claim
from argmap.weighing import Audience

_OF_CLAIMS = (
    "label", "status", "given", "credence", "standard", "unstated", "home", "tags", "group",
    "link", "note", "question",
)  # fmt: skip
_OF_ARGUMENTS = ("label", "scheme", "strength", "value", "tags", "note", "question")
_OF_MAPS = ("title", "description", "language")


class Kind(StrEnum):
    """What has happened to a part of a map."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    MOVED = "moved"
    OTHER_SIDE = "other-side"
    LINKED = "linked"
    UNLINKED = "unlinked"
    CHANGED = "changed"


class Difference(NamedTuple):
    """One difference; `old` and `new` are the ids of the claim or argument, None of the map itself.

    `key` is what of it differs, as in the format, and `before` and `after` are what stands there:
    texts as they are, lists as tuples, of MOVED the ids of the targets, of LINKED and UNLINKED the
    id of the premise. Of ADDED and REMOVED they are None.
    """

    kind: Kind
    old: str | None = None
    new: str | None = None
    key: str = ""
    before: Any = None
    after: Any = None


class Flip(NamedTuple):
    """A claim or an argument that both maps have, and that has another verdict in the new one."""

    old: str
    new: str
    before: Verdict
    after: Verdict


class Comparison(NamedTuple):
    """Two maps, what of them is the same, what differs, and which verdicts do."""

    old: ArgumentMap
    new: ArgumentMap
    matching: Matching
    differences: tuple[Difference, ...]
    flips: tuple[Flip, ...]
    evaluation: Evaluation

    def __bool__(self) -> bool:
        """Return whether anything differs."""
        return bool(self.differences or self.flips)


def compared(old: ArgumentMap, new: ArgumentMap, matching: Matching) -> Comparison:
    """Return what differs between two maps, and which verdicts flip by the grounded labelling."""
    found = (
        *_of_map(old, new, matching),
        *_of_claims(old, new, matching),
        *_of_arguments(old, new, matching),
    )
    before, after = evaluate(old), evaluate(new)
    pairs = (*matching.claims.items(), *matching.arguments.items())
    flips = tuple(
        Flip(one, other, before.verdict(one), after.verdict(other))
        for one, other in pairs
        if before.verdict(one).standing is not after.verdict(other).standing
    )
    order = {name: n for n, name in enumerate((*after.claims, *after.arguments))}
    flips = tuple(sorted(flips, key=lambda flip: order[flip.new]))
    return Comparison(old, new, matching, found, flips, after)


def _of_map(old: ArgumentMap, new: ArgumentMap, matching: Matching) -> Iterator[Difference]:
    for key in _OF_MAPS:
        yield from _changed(key, getattr(old, key), getattr(new, key))
    theses = _new_ids(old.theses, matching)
    if theses != new.theses:
        yield Difference(Kind.CHANGED, key="thesis", before=old.theses, after=new.theses)
    sources = {one.id: one for one in new.sources}
    for source in old.sources:
        other = sources.pop(source.id, None)
        if other != source:
            kind = Kind.REMOVED if other is None else Kind.CHANGED
            yield Difference(kind, key="sources", before=source.id, after=other and other.id)
    for name in sources:
        yield Difference(Kind.ADDED, key="sources", after=name)
    expected = {replace(one, id=matching.new_id(one.id) or one.id) for one in old.expectations}
    if expected != set(new.expectations):
        yield Difference(Kind.CHANGED, key="expect")
    if {_with_new_ids(one, matching) for one in old.audiences} != set(new.audiences):
        yield Difference(Kind.CHANGED, key="audiences")
    style = replace(
        old.style,
        focus=_new_ids(old.style.focus, matching),
        below=_new_ids(old.style.below, matching),
        collapse=_new_ids(old.style.collapse, matching),
    )
    if style != new.style:
        yield Difference(Kind.CHANGED, key="style")


def _new_ids(claims: tuple[str, ...], matching: Matching) -> tuple[str, ...]:
    return tuple(matching.claims.get(name, name) for name in claims)


def _with_new_ids(audience: Audience, matching: Matching) -> Audience:
    strengths = ((matching.new_id(name) or name, one) for name, one in audience.strengths)
    return replace(audience, strengths=tuple(strengths))


def _of_claims(old: ArgumentMap, new: ArgumentMap, matching: Matching) -> Iterator[Difference]:
    olds, kept = old.claims_by_id, {new: one for one, new in matching.claims.items()}
    for claim in old.claims:
        if claim.id not in matching.claims:
            yield Difference(Kind.REMOVED, old=claim.id)
    for claim in new.claims:
        if claim.id not in kept:
            yield Difference(Kind.ADDED, new=claim.id)
            continue
        was = olds[kept[claim.id]]
        if was.text != claim.text:
            yield Difference(Kind.REWORDED, was.id, claim.id, "text", was.text, claim.text)
        contradicted = _new_ids(was.contradicts, matching)
        for key, before, after in (
            *((key, _under(key, was), _under(key, claim)) for key in _OF_CLAIMS),
            ("contradicts", contradicted, claim.contradicts),
            ("source", was.citations, claim.citations),
        ):
            yield from _changed(key, before, after, was.id, claim.id)


def _under(key: str, claim: Claim) -> Any:
    """Return what stands under a key of a claim; how it stands in its home is told as a verdict."""
    if claim.home is not None and key in ("home", "status"):
        return claim.home.map if key == "home" else None
    return getattr(claim, key)


def _of_arguments(old: ArgumentMap, new: ArgumentMap, matching: Matching) -> Iterator[Difference]:
    kept = {new: one for one, new in matching.arguments.items()}
    known = set(matching.claims.values())
    for argument in old.arguments:
        if argument.id not in matching.arguments and not _goes_with(argument, matching.claims):
            yield Difference(Kind.REMOVED, old=argument.id)
    for argument in new.arguments:
        if argument.id in kept:
            was = old.arguments_by_id[kept[argument.id]]
            yield from _of_argument(was, argument, matching)
        elif not _goes_with(argument, known):
            yield Difference(Kind.ADDED, new=argument.id)


def _goes_with(argument: Argument, known: Collection[str]) -> bool:
    """Return whether an argument is told with its only premise, which is not in the other map."""
    return len(argument.premises) == 1 and argument.premises[0] not in known


def _of_argument(was: Argument, now: Argument, matching: Matching) -> Iterator[Difference]:
    ids = was.id, now.id
    if matching.new_id(was.target) != now.target:
        yield Difference(Kind.MOVED, *ids, "target", was.target, now.target)
    if was.polarity is not now.polarity:
        yield Difference(Kind.OTHER_SIDE, *ids, "polarity", was.polarity, now.polarity)
    before = {matching.claims.get(name): name for name in was.premises}
    for name in was.premises:
        if matching.claims.get(name) not in now.premises:
            yield Difference(Kind.UNLINKED, *ids, "premises", before=name)
    for name in now.premises:
        if name not in before:
            yield Difference(Kind.LINKED, *ids, "premises", after=name)
    for key in _OF_ARGUMENTS:
        yield from _changed(key, getattr(was, key), getattr(now, key), *ids)
    yield from _changed("source", was.citations, now.citations, *ids)


def _changed(
    key: str, before: Any, after: Any, old: str | None = None, new: str | None = None
) -> Iterator[Difference]:
    if before != after:
        yield Difference(Kind.CHANGED, old, new, key, _shown(before), _shown(after))


def _shown(value: Any) -> Any:
    """Return a value as it is told: citations in words, and nothing for what is not there."""
    if isinstance(value, tuple):
        return tuple(_cited(one) if isinstance(one, Citation) else one for one in value)
    return value


def _cited(citation: Citation) -> str:
    place = f", {citation.at}" if citation.at else ""
    quote = f": “{citation.quote}”" if citation.quote else ""
    return f"{citation.source}{place}{quote}"
