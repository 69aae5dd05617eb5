"""Random changes of a map on two sides, and what a merge of them has to say: for tests of merging.

Ids are the same on all sides, and a merge does not see that, so they say what it should come to.
"""

import random
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from argmap.model import Argument, ArgumentMap, Claim, Polarity

# What is a set to a reader, so that both sides may put something in and take something out.
SETS = ("premises", "contradicts", "tags")
_CHANGES = (
    *("text", "credence", "label", "add", "attack", "remove"),
    *("tag", "untag", "contradict", "agree", "link", "unlink"),
)
# What is made of no claim that is argued in another map.
_WEIGHING = ("credence", "add", "attack", "contradict")
Rows = dict[tuple[str, str], Mapping[str, Any]]


def plain(a_map: ArgumentMap) -> ArgumentMap:
    """Return a map without what speaks of a whole map by ids."""
    return ArgumentMap(a_map.claims, a_map.arguments, a_map.theses, a_map.sources)


def changed(a_map: ArgumentMap, chance: random.Random, side: str) -> ArgumentMap:
    """Return a map with a few random changes: reworded, added, removed and other fields."""
    claims, arguments = list(a_map.claims), list(a_map.arguments)
    for number in range(chance.randint(1, 3)):
        place = chance.randrange(len(claims))
        claim, change = claims[place], chance.choice(_CHANGES)
        if claim.home is not None and change in _WEIGHING:
            continue
        match change:
            case "text":
                claims[place] = replace(claim, text=f"{claim.text} And {side} {number}.")
            case "credence":
                claims[place] = replace(claim, credence=chance.choice((0.25, 0.5)))
            case "label":
                claims[place] = replace(claim, label=f"By {side}")
            case "tag":
                tags = (*claim.tags, chance.choice((side, "new", "old")))
                claims[place] = replace(claim, tags=tuple(dict.fromkeys(tags)))
            case "untag":
                claims[place] = replace(claim, tags=claim.tags[1:])
            case "contradict":
                other = chance.choice([one for one in claims if one.home is None]).id
                claims[place] = _against(claim, other)
            case "agree":
                claims[place] = replace(claim, contradicts=claim.contradicts[1:])
            case "link" | "unlink":
                _relinked(arguments, claims, chance, change)
            case "remove":
                claims = _without_one(a_map, claims, arguments)
            case _:
                new = f"{side}-{number}"
                claims.append(Claim(new, f"A reason of {side}, number {number}."))
                polarity = Polarity.ATTACK if change == "attack" else Polarity.SUPPORT
                arguments.append(Argument(f"by-{new}", (new,), claim.id, polarity))
    return replace(a_map, claims=tuple(claims), arguments=tuple(arguments))


def _against(claim: Claim, other: str) -> Claim:
    contradicts = tuple(dict.fromkeys((*claim.contradicts, other)))
    return replace(claim, contradicts=contradicts)


def _relinked(
    arguments: list[Argument], claims: list[Claim], chance: random.Random, change: str
) -> None:
    """Give an argument one premise more, or one less; each stays a premise of some argument."""
    if not arguments:
        return
    place = chance.randrange(len(arguments))
    one = arguments[place]
    if change == "link":
        premises = tuple(dict.fromkeys((*one.premises, chance.choice(claims).id)))
    else:
        premises = one.premises[1:] or one.premises
    arguments[place] = replace(one, premises=premises)


def _without_one(a_map: ArgumentMap, claims: list[Claim], arguments: list[Argument]) -> list[Claim]:
    """Take away an argument with its premise, which nothing else uses; return the claims left."""
    used = {one.target for one in arguments} | set(a_map.theses)
    used |= {other for one in claims for other in one.contradicts}
    for one in arguments:
        alone = len(one.premises) == 1 and one.premises[0] not in used
        others = [other for other in arguments if other is not one]
        again = any(one.premises[0] in other.premises for other in others)
        if alone and not again and one.id not in used and len(claims) > 2:
            arguments.remove(one)
            return [claim for claim in claims if claim.id != one.premises[0]]
    return claims


def rows_of(a_map: ArgumentMap) -> Rows:
    """Return what a map says of each claim and argument, field by field; sets have no order."""
    nodes: list[Claim | Argument] = [*a_map.claims, *a_map.arguments]
    return {(type(node).__name__, node.id): _row(node) for node in nodes}


def _row(node: Claim | Argument) -> Mapping[str, Any]:
    names = [one.name for one in fields(node) if one.compare]
    return {name: _value(name, getattr(node, name)) for name in names}


def _value(name: str, value: Any) -> Any:
    return frozenset(value) if name in SETS else value


def expected(base: ArgumentMap, ours: ArgumentMap, theirs: ArgumentMap) -> Rows | None:
    """Return the rows that a clean merge has, None where the sides are against each other."""
    old, here, there = map(rows_of, (base, ours, theirs))
    found: Rows = {}
    for key in dict.fromkeys((*here, *there)):
        if key in here and key in there:
            row = _both(old.get(key), here[key], there[key])
            if row is None:
                return None
            found[key] = row
        elif key not in old:
            found[key] = here.get(key) or there[key]
        elif (here.get(key) or there[key]) != old[key]:
            return None
    return found


def _both(
    was: Mapping[str, Any] | None, here: Mapping[str, Any], there: Mapping[str, Any]
) -> Mapping[str, Any] | None:
    row = {}
    for name in here:
        before, one, other = was[name] if was else None, here[name], there[name]
        if one == other or other == before:
            row[name] = one
        elif one == before:
            row[name] = other
        elif was and name in SETS:
            row[name] = (one | other) - (before - one) - (before - other)
        else:
            return None
    return row


def resolved(text: str, side: str) -> str:
    """Return a text with one side of each conflict taken, as a person would."""
    kept, here = [], ""
    for line in text.splitlines(keepends=True):
        if line.startswith(("<<<<<<< ", "=======", ">>>>>>> ")):
            here = {"<": "ours", "=": "theirs", ">": ""}[line[0]]
        elif here in ("", side):
            kept.append(line)
    return "".join(kept)
