"""The laws of merging, tried on a random map that two sides have changed."""

import re
from collections import Counter
from random import Random
from typing import Any

from argmap.comparing.matching import matched
from argmap.editing.merging import Merged, merged
from argmap.editing.merging.making import says
from argmap.model import Argument, ArgumentMap, Claim
from argmap.pipeline import dumps, read_text
from argmap.reader import Reading
from tests.editing.laws import BrokenLawError
from tests.editing.merging.two_sides import Rows, changed, expected, plain, resolved
from tests.editing.typed import comments_of, typed_anyhow, with_comment

# What only the changes of this trial say, so that it can be found however it is written.
_OWN_WORDS = re.compile(r"(?:A reason of|And|By) (?:ours|theirs)(?:,? (?:number )?\d)?")


def merging_keeps(a_map: ArgumentMap, chance: Random) -> str:
    """Merge one map that two sides have changed; return how that ended."""
    base = plain(a_map)
    ours, theirs = changed(base, chance, "ours"), changed(base, chance, "theirs")
    old = _with_comment(dumps(base), "# all: it’s {", chance)
    texts = (
        old,
        _with_comment(_following(old, dumps(base), ours, chance), "# ours: it’s {", chance),
        _with_comment(_following(old, dumps(base), theirs, chance), "# theirs: it’s {", chance),
    )
    try:
        _try_itself(*texts)
        done = _merge(*texts)
        _try_comments(done, texts)
    except BrokenLawError as fault:
        raise BrokenLawError(fault.law, *texts, *fault.texts) from fault
    if not _are_known(base, ours) or not _are_known(base, theirs) or not _are_known(ours, theirs):
        return "with claims that are taken for others"
    wanted = expected(base, ours, theirs)
    if done.conflicts:
        if wanted is not None:
            is_comment = all(" the comment " in one for one in done.conflicts)
            return f"conflicts {'about comments' if is_comment else 'without need'}"
        return "conflicts"
    if wanted is None:
        raise BrokenLawError("sides against each other are merged", *texts, done.text)
    if says(_read(done.text)) != says(_read(dumps(_map_of(wanted, base)))):
        raise BrokenLawError("a clean merge says something else", *texts, done.text)
    return "clean merges"


def _following(old: str, base: str, new: ArgumentMap, chance: Random) -> str:
    """Return the text of a side: its map in the text of the base, or typed anyhow."""
    done = _merge(base, old, dumps(new)) if chance.random() < 0.7 else None
    is_same = done is not None and not done.conflicts and _read(done.text).map == new
    text = done.text if done is not None and is_same else typed_anyhow(new, chance)
    # A reading ends with a line end, whether the file does or not.
    return text if text.endswith("\n") else f"{text}\n"


def _with_comment(text: str, comment: str, chance: Random) -> str:
    """Return a text with one comment more, if there is room where chance has put it."""
    commented = f"{with_comment(text, comment, chance).removesuffix(chr(10))}\n"
    a_map = _read(text).map
    is_room = _read(commented).map == a_map and len(comments_of(commented)) > len(comments_of(text))
    return commented if is_room else text


def _read(text: str) -> Reading:
    return read_text(text, file="a.yaml")


def _merge(base: str, ours: str, theirs: str) -> Merged:
    return merged(*map(_read, (base, ours, theirs)), text=ours, read=_read)


def _try_itself(base: str, ours: str, theirs: str) -> None:
    for old, here, there, wanted in (
        (base, ours, base, ours),
        (base, base, theirs, theirs),
        (base, ours, ours, ours),
        (ours, ours, ours, ours),
    ):
        if _merge(old, here, there) != Merged(wanted):
            raise BrokenLawError("a merge with the base or itself is not what was there")


def _try_comments(done: Merged, texts: tuple[str, str, str]) -> None:
    base, ours, theirs = texts
    kept = resolved(done.text, "ours") if done.conflicts else done.text
    if _read(kept).map is None:
        raise BrokenLawError("with ours taken it is no map", done.text)
    if done.conflicts and _read(resolved(done.text, "theirs")).map is None:
        raise BrokenLawError("with theirs taken it is no map", done.text)
    was, here, there = (Counter(comments_of(one)) for one in (base, ours, theirs))
    after = Counter(comments_of(kept))
    # Where one side deleted a comment that the base has, it may be there or not.
    if here - (was - there) - after:
        raise BrokenLawError("comments of ours are lost", done.text)
    missing = there - (was - here) - after
    if missing and not (done.conflicts and all(one in done.text for one in missing)):
        raise BrokenLawError("comments of theirs are lost", done.text)
    if after - here - there:
        raise BrokenLawError("there are comments that no side has", done.text)
    # Alike on all sides: a comment behind such words may begin with a number.
    words = {one for side in (ours, theirs) for one in _OWN_WORDS.findall(_flat(side))}
    flat = _flat(done.text)
    if lost := {one for one in words if one not in flat}:
        raise BrokenLawError("words of a side are lost", repr(lost), done.text)


def _flat(text: str) -> str:
    """Return a text on one line, what is shown in comments included."""
    return " ".join(text.replace("\n#", "\n").split())


def _are_known(one: ArgumentMap, other: ArgumentMap) -> bool:
    """Return whether claims and arguments of two sides are taken for those that they are."""
    found = matched(one, other)
    pairs = (
        (found.claims, one.claims_by_id, other.claims_by_id),
        (found.arguments, one.arguments_by_id, other.arguments_by_id),
    )
    return all(ids == {name: name for name in olds if name in news} for ids, olds, news in pairs)


def _map_of(rows: Rows, base: ArgumentMap) -> ArgumentMap:
    """Return the map that rows are of, which has the theses and sources of the base."""
    claims, arguments = [], []
    for (kind, _), row in rows.items():
        values: Any = {
            name: tuple(sorted(value)) if isinstance(value, frozenset) else value
            for name, value in row.items()
        }
        if kind == "Claim":
            claims.append(Claim(**values))
        else:
            arguments.append(Argument(**values))
    return ArgumentMap(tuple(claims), tuple(arguments), base.theses, base.sources)
