"""Two maps as one, in which what is new, gone, reworded or judged otherwise says so in words."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import NamedTuple

from argmap.comparing.differences import Comparison, Difference, Kind
from argmap.identifiers import Names
from argmap.languages import words_in
from argmap.languages.words import Change, Words
from argmap.model import Argument, ArgumentMap, Claim
from argmap.style import Style

# The colours that go with the words in the legend.
COLOURS = {
    Change.NEW: "#1b9e77",
    Change.GONE: "#b0b4bd",
    Change.REWORDED: "#7570b3",
    Change.MOVED: "#e6ab02",
    Change.CHANGED: "#a6761d",
    Change.FLIPPED: "#e7298a",
}
_CHANGES = {
    Kind.ADDED: Change.NEW,
    Kind.REWORDED: Change.REWORDED,
    Kind.MOVED: Change.MOVED,
    Kind.OTHER_SIDE: Change.MOVED,
    Kind.LINKED: Change.CHANGED,
    Kind.UNLINKED: Change.CHANGED,
    Kind.CHANGED: Change.CHANGED,
}
# What a change of is no change of the argument.
_ASIDE = frozenset(("tags", "group", "link", "note", "label"))


class Both(NamedTuple):
    """Two maps as one; `gone` are the ids of claims and arguments that only the old one has."""

    map: ArgumentMap
    gone: tuple[str, ...]


class _Mark(NamedTuple):
    """What has happened to a claim or argument, and the words for it."""

    change: Change
    words: str


def both_in_one(found: Comparison) -> Both:
    """Return the new map with what is gone from the old one, each change told in a headline.

    Tags, settings and expectations are left out: they would speak of another map. Its verdicts are
    those of the new map if what is gone falls.
    """
    names = Names((*found.new.claims_by_id, *found.new.arguments_by_id))
    ids = {**found.matching.claims, **found.matching.arguments}
    gone = [claim for claim in found.old.claims if claim.id not in ids]
    ids |= {claim.id: names.claim(None, claim.id) for claim in gone}
    lost = [one for one in found.old.arguments if one.id not in ids]
    ids |= {one.id: names.claim(None, f"gone {one.id}") for one in lost}
    words = words_in(found.new.language)
    marks = _marks(found, words)
    claims = [_marked(claim, marks[claim.id], words) for claim in found.new.claims]
    claims += [_gone(claim, ids, words) for claim in gone]
    arguments = [_marked_step(one, marks[one.id], words) for one in found.new.arguments]
    gone_claims = [claim.id for claim in gone]
    arguments += [_gone_step(one, ids, gone_claims, words) for one in lost]
    shown = {tag for claim in claims for tag in claim.tags}
    shown |= {tag for argument in arguments for tag in argument.tags}
    colours = {words.changes[change]: colour for change, colour in COLOURS.items()}
    drawn = ArgumentMap(
        tuple(claims),
        tuple(arguments),
        found.new.theses,
        found.new.sources,
        title=found.new.title,
        language=found.new.language,
        style=Style(
            tag_colours=tuple((tag, colour) for tag, colour in colours.items() if tag in shown),
            theme=found.new.style.theme,
            width=found.new.style.width,
            direction=found.new.style.direction,
        ),
        folder=found.new.folder,
    )
    return Both(drawn, tuple(ids[name] for name in (*gone_claims, *(one.id for one in lost))))


def _marks(found: Comparison, words: Words) -> Mapping[str, list[_Mark]]:
    """Return what has happened to each claim and argument of the new map."""
    marks: dict[str, list[_Mark]] = defaultdict(list)
    for flip in found.flips:
        if flip.new in found.new.claims_by_id:
            before, after = (words.verdicts[one.standing] for one in (flip.before, flip.after))
            marks[flip.new].append(_Mark(Change.FLIPPED, f"{before} → {after}"))
    for one in found.differences:
        change = _CHANGES.get(one.kind)
        if change is None or one.new is None or one.key in _ASIDE:
            continue
        for name in _shown_on(found, one):
            marks[name].append(_Mark(change, words.changes[change]))
    return marks


def _shown_on(found: Comparison, one: Difference) -> tuple[str, ...]:
    """Return the ids of what shows a difference: of an argument its step, if that is drawn."""
    assert one.new is not None
    argument = found.new.arguments_by_id.get(one.new)
    if argument is None or one.kind in (Kind.LINKED, Kind.UNLINKED):
        return (one.new,)
    if one.kind is Kind.ADDED:
        new = {name.new for name in found.differences if name.kind is Kind.ADDED and not name.key}
        return () if new.intersection(argument.premises) else (one.new,)
    is_drawn = len(argument.premises) > 1 or argument.label or argument.scheme
    return (one.new,) if is_drawn else argument.premises


def _marked(claim: Claim, marks: list[_Mark], words: Words) -> Claim:
    if any(mark.change is Change.NEW for mark in marks):
        marks = [mark for mark in marks if mark.change is Change.NEW]
    # What has become of its verdict comes last, beside its name.
    marks = sorted(marks, key=lambda mark: mark.change is Change.FLIPPED)
    told = list(dict.fromkeys(mark.words for mark in marks))
    return replace(
        claim,
        tags=_tags(marks, words),
        label=_headline(", ".join(told), claim.label),
    )


def _marked_step(argument: Argument, marks: list[_Mark], words: Words) -> Argument:
    if not marks:
        return replace(argument, tags=())
    told = list(dict.fromkeys(mark.words for mark in marks))
    label = _headline(", ".join(told), argument.label or _scheme(argument))
    return replace(argument, tags=_tags(marks, words), label=label)


def _tags(marks: list[_Mark], words: Words) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words.changes[mark.change] for mark in marks))


def _scheme(argument: Argument) -> str | None:
    return argument.scheme and argument.scheme.replace("-", " ")


def _headline(mark: str, label: str | None) -> str | None:
    return f"{mark.upper()}: {label}" if mark and label else mark.upper() or label


def _gone(claim: Claim, ids: Mapping[str, str], words: Words) -> Claim:
    word = words.changes[Change.GONE]
    return Claim(
        ids[claim.id],
        claim.text,
        label=_headline(word, claim.label),
        contradicts=tuple(ids[name] for name in claim.contradicts),
        group=claim.group,
        tags=(word,),
    )


def _gone_step(
    argument: Argument, ids: Mapping[str, str], gone: Collection[str], words: Words
) -> Argument:
    """Return an argument that is gone; it says so itself where none of its premises does."""
    word = words.changes[Change.GONE]
    says_so = len(argument.premises) > 1 or not set(gone).intersection(argument.premises)
    return replace(
        argument,
        id=ids[argument.id],
        target=ids[argument.target],
        premises=tuple(ids[name] for name in argument.premises),
        label=_headline(word, argument.label or _scheme(argument)) if says_so else None,
        scheme=argument.scheme if says_so else None,
        citations=(),
        tags=(word,) if says_so else (),
    )
