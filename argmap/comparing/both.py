"""Two maps as one, in which what is new, gone, reworded or judged otherwise says so in words."""

from collections import defaultdict
from dataclasses import replace

from argmap.comparing.differences import Comparison, Kind
from argmap.evaluation.wording import VERBS
from argmap.identifiers import Names
from argmap.model import Argument, ArgumentMap, Claim
from argmap.style import Style

# What a box says of its claim, and the colour that goes with it in the legend.
COLOURS = {
    "new": "#1b9e77",
    "gone": "#b0b4bd",
    "reworded": "#7570b3",
    "moved": "#e6ab02",
    "flipped": "#e7298a",
}
_MARKS = {
    Kind.REWORDED: "reworded",
    Kind.MOVED: "moved",
    Kind.OTHER_SIDE: "moved",
}


def both_in_one(found: Comparison) -> ArgumentMap:
    """Return the new map with what is gone from the old one, each change told in a headline.

    Tags, settings and expectations are left out: they would speak of another map.
    """
    names = Names((*found.new.claims_by_id, *found.new.arguments_by_id))
    ids = {**found.matching.claims, **found.matching.arguments}
    gone = [claim for claim in found.old.claims if claim.id not in ids]
    ids |= {claim.id: names.claim(None, claim.id) for claim in gone}
    lost = [one for one in found.old.arguments if one.id not in ids]
    ids |= {one.id: names.claim(None, f"gone {one.id}") for one in lost}
    marks = _marks(found)
    claims = [_marked(claim, marks[claim.id]) for claim in found.new.claims]
    claims += [_gone(claim, ids) for claim in gone]
    arguments = [replace(one, tags=()) for one in found.new.arguments]
    arguments += [_gone_argument(one, ids) for one in lost]
    shown = {tag for claim in claims for tag in claim.tags}
    colours = tuple((tag, colour) for tag, colour in COLOURS.items() if tag in shown)
    return ArgumentMap(
        tuple(claims),
        tuple(arguments),
        found.new.theses,
        found.new.sources,
        title=found.new.title,
        language=found.new.language,
        style=Style(
            evaluate=False,
            tag_colours=colours,
            theme=found.new.style.theme,
            width=found.new.style.width,
            direction=found.new.style.direction,
        ),
        folder=found.new.folder,
    )


def _marks(found: Comparison) -> dict[str, list[str]]:
    """Return what has happened to each claim of the new map; the first word is that of its tag."""
    marks: dict[str, list[str]] = defaultdict(list)
    for flip in found.flips:
        if flip.new in found.new.claims_by_id:
            before, after = VERBS[flip.before.standing], VERBS[flip.after.standing]
            marks[flip.new].append(f"flipped: {before} → {after}")
    for one in found.differences:
        mark = "new" if one.kind is Kind.ADDED and not one.key else _MARKS.get(one.kind)
        argument = found.new.arguments_by_id.get(one.new or "")
        if mark and one.new in found.new.claims_by_id:
            marks[str(one.new)].append(mark)
        elif mark and mark != "new" and argument:
            for premise in argument.premises:
                marks[premise].append(mark)
    return marks


def _marked(claim: Claim, marks: list[str]) -> Claim:
    told = list(dict.fromkeys(marks))
    tags = tuple(dict.fromkeys(mark.partition(":")[0] for mark in told))
    headline = ", ".join(mark.removeprefix("flipped: ") for mark in told)
    return replace(claim, tags=tags, label=_headline(headline, claim.label))


def _gone(claim: Claim, ids: dict[str, str]) -> Claim:
    contradicts = tuple(ids[name] for name in claim.contradicts)
    return Claim(
        ids[claim.id],
        claim.text,
        label=_headline("gone", claim.label),
        contradicts=contradicts,
        tags=("gone",),
    )


def _headline(mark: str, label: str | None) -> str | None:
    return f"{mark.upper()} · {label}" if mark and label else mark.upper() or label


def _gone_argument(argument: Argument, ids: dict[str, str]) -> Argument:
    return replace(
        argument,
        id=ids[argument.id],
        target=ids[argument.target],
        premises=tuple(ids[name] for name in argument.premises),
        label=_headline("gone", argument.label) if len(argument.premises) > 1 else None,
        citations=(),
        tags=(),
    )
