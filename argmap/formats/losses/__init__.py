"""What another notation, or a map, cannot hold: each kind of thing is said once, with its place."""

import re
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from argmap.diagnostics import Diagnostic, Related, Severity
from argmap.document.handwriting import Handwriting
from argmap.faults import Fault
from argmap.model import Argument, ArgumentMap, Claim
from argmap.source import Span, at_start

_ALLOWING = re.compile(r"#\s*argmap:\s*allow\b")
# How many further places of the same loss are shown.
MOST_PLACES = 3
Part = TypeVar("Part", Claim, Argument)

# What may be left out of a map, as “bearer.field”, with the words for it.
PARTS = {
    "map.title": "title",
    "map.description": "description",
    "map.language": "language",
    "map.theses": "mark for a thesis",
    "map.sources": "sources",
    "map.audiences": "audiences",
    "map.expectations": "expectations",
    "map.style": "style of a drawing",
    "claim.label": "label",
    "claim.citations": "citations",
    "claim.contradicts": "contradictions",
    "claim.status": "status",
    "claim.credence": "credence",
    "claim.given": "strength of given claims",
    "claim.standard": "proof standards",
    "claim.unstated": "mark for what is unstated",
    "claim.home": "homes in other maps",
    "claim.tags": "tags",
    "claim.group": "groups",
    "claim.link": "links",
    "claim.note": "notes",
    "claim.question": "critical questions",
    "argument.label": "label",
    "argument.scheme": "schemes",
    "argument.strength": "strength",
    "argument.value": "values",
    "argument.citations": "citations",
    "argument.tags": "tags",
    "argument.note": "notes",
    "argument.question": "critical questions",
}
EVERYTHING = frozenset(PARTS)
# What a message says of one map alone, and what stands for it where the message is of many.
_PARTICULARS = (
    (re.compile(r": (?:a comment is|[\d,]+ comments are) dropped$"), ": they are dropped"),
    (re.compile(r"(?<=: dropped) (?:from )?[\d,]+ [a-z ]+$"), ""),
    (re.compile(r"^(?:a claim has|[\d,]+ claims have)\b"), "claims have"),
    (re.compile(r"^(?:a claim is|[\d,]+ claims are)\b"), "claims are"),
    (re.compile(r"^(?:a claim|[\d,]+ claims) cannot\b"), "claims cannot"),
    (re.compile(r": \[[^\]]+\](?:, \[[^\]]+\])*(?: and [\d,]+ more)?$"), ""),
)


@dataclass(frozen=True, slots=True)
class Writing:
    """A map in another notation, and a warning for each kind of thing that it could not hold.

    `further` are files that go beside the first, by what is added to its name before the suffix.
    """

    text: str
    losses: tuple[Diagnostic, ...] = ()
    further: tuple[tuple[str, str], ...] = ()

    @property
    def whole(self) -> str:
        """Return all texts in one, with an empty line before each further one."""
        return "\n".join((self.text, *(content for _, content in self.further)))


class Losses:
    """A tally of what is left out. `notation` is the name of what cannot hold it."""

    def __init__(self, notation: str) -> None:
        """Start with nothing lost."""
        self._notation = notation
        self._places: dict[tuple[str, str | None], list[Span | None]] = {}

    def drop(self, what: str, bearer: str | None, span: Span | None = None) -> None:
        """Note that `what` was dropped from one `bearer`, such as “argument”, at a place.

        With the bearer “map” it is a whole part of the map that was dropped.
        """
        self._places.setdefault((what, bearer), []).append(span)

    def say(self, message: str, span: Span | None = None) -> None:
        """Note a loss in words of its own; the same words are said once."""
        self._places.setdefault((message, ""), []).append(span)

    def diagnostics(self, file: str = "<map>") -> tuple[Diagnostic, ...]:
        """Return a warning for each kind of loss, at the first place where there is one."""
        found = []
        for (what, bearer), spans in self._places.items():
            places = [span for span in spans if span is not None]
            first = places[0] if places else at_start(file)
            related = tuple(Related(span, "and here") for span in places[1 : 1 + MOST_PLACES])
            message = what if bearer == "" else self._message(what, bearer, len(spans))
            warning = Diagnostic(Fault.LEFT_OUT, Severity.WARNING, first, message, related)
            found.append(warning)
        return tuple(found)

    def _message(self, what: str, bearer: str | None, count: int) -> str:
        message = f"{self._notation} has no {what}: dropped"
        if bearer is None:
            return message
        if bearer == "map":
            return f"{message} {count:,} of them"
        return f"{message} from {count:,} {bearer}{'' if count == 1 else 's'}"


def in_general(message: str) -> str:
    """Return what a loss is, without how many there are in this map, and without their names."""
    for pattern, instead in _PARTICULARS:
        message = pattern.sub(instead, message)
    return message


def lost_comments(handwriting: Handwriting) -> tuple[Diagnostic, ...]:
    """Return a warning where a map that was read has comments, which no conversion keeps."""
    spans = [comment.span for comment in handwriting.comments]
    if not spans:
        return ()
    number = "a comment is" if len(spans) == 1 else f"{len(spans):,} comments are"
    advice = "a remark that should stay goes under “note”"
    if any(_ALLOWING.match(comment.text) for comment in handwriting.comments):
        advice += (
            "\nwhat “# argmap: allow” kept silent will be told again; “ignore” in [tool.argmap] of"
            " pyproject.toml keeps it silent"
        )
    related = tuple(Related(span, "and here") for span in spans[1 : 1 + MOST_PLACES])
    message = f"a conversion keeps no comments: {number} dropped"
    return (Diagnostic(Fault.LEFT_OUT, Severity.WARNING, spans[0], message, related, advice),)


def kept(a_map: ArgumentMap, *, keeps: frozenset[str], losses: Losses) -> ArgumentMap:
    """Return the map without what is not among the PARTS that `keeps` names; tally the losses."""
    changed: dict[str, Any] = {}
    for field in fields(ArgumentMap):
        part = f"map.{field.name}"
        if part in PARTS and part not in keeps and getattr(a_map, field.name) != field.default:
            losses.drop(PARTS[part], None, a_map.span)
            changed[field.name] = field.default
    if "audiences" in changed:
        style = changed.get("style", a_map.style)
        changed["style"] = replace(style, audience=None)
    if "audiences" in changed and "expectations" not in changed:
        lost = [one for one in a_map.expectations if one.audience is not None]
        for expected in lost:
            losses.drop("expectations of audiences", None, expected.span)
        changed["expectations"] = tuple(one for one in a_map.expectations if one not in lost)
    # All at once: what cites a source goes with it.
    changed["claims"] = tuple(_reduced(one, "claim", keeps, losses) for one in a_map.claims)
    changed["arguments"] = tuple(_reduced(o, "argument", keeps, losses) for o in a_map.arguments)
    return replace(a_map, **changed)


def _reduced(part: Part, bearer: str, keeps: frozenset[str], losses: Losses) -> Part:
    dropped: dict[str, Any] = {}
    for field in fields(part):
        name = f"{bearer}.{field.name}"
        if name in PARTS and name not in keeps and getattr(part, field.name) != field.default:
            losses.drop(PARTS[name], bearer, part.span)
            dropped[field.name] = field.default
    return replace(part, **dropped) if dropped else part
