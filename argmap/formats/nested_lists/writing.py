"""What writers of outlines share: ArgumentMap → items with their depths, as they are read."""

import math
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from argmap.formats.losses import Losses
from argmap.formats.nested_lists.marks import TYPED, Bearing, Marks, escaped, is_plain_tag
from argmap.identifiers import argument_id, slug
from argmap.model import Argument, ArgumentMap, Claim, Polarity

KEEPS = frozenset({"map.title", "map.theses", "claim.tags"})


@dataclass(frozen=True, slots=True)
class Line:
    """An item to write: how deep it stands, its sign, and its text with all further marks.

    `sign` is None for what stands on the first level. A claim that was told above `is_mention`.
    """

    depth: int
    sign: Bearing | None
    text: str
    claim: Claim
    is_mention: bool


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a claim is still to be written, and the argument whose last premise it is.

    `continues` says that it was told too deep, and that here is what hangs on it.
    """

    depth: int
    sign: Bearing | None
    claim: str
    step: Argument | None = None
    continues: bool = False


def outline_of(
    a_map: ArgumentMap, losses: Losses, *, marks: Marks = TYPED, deepest: int | None = None
) -> tuple[Line, ...]:
    """Return the items of a map from which `kept` took what no outline has; tally the losses.

    What hangs on a claim that stands `deepest` is told on the first level. Where the `marks` have
    no tags, those of a claim are in no text.
    """
    # Which claims are referred to, and so need their ids, shows when all is written.
    first = _Walk(a_map, Losses(""), frozenset(), deepest, marks)
    mentioned = {line.claim.id for line in first if line.is_mention}
    for argument in a_map.arguments:
        ordinal = argument.id.rpartition(".")[2]
        own = argument_id(argument.target, int(ordinal)) if ordinal.isdecimal() else None
        if argument.id != own:
            losses.drop("ids for arguments", "argument", argument.span)
    return tuple(_Walk(a_map, losses, frozenset(mentioned), deepest, marks))


class _Walk:
    def __init__(
        self,
        a_map: ArgumentMap,
        losses: Losses,
        named: frozenset[str],
        deepest: int | None,
        marks: Marks,
    ) -> None:
        self._map, self._losses, self._named, self._marks = a_map, losses, named, marks
        self._deepest = math.inf if deepest is None else deepest
        self._done: set[str] = set()
        self._cut: deque[str] = deque()

    def __iter__(self) -> Iterator[Line]:
        # What is still to be written, the last first.
        waiting: list[_Place] = []
        for root in self._roots():
            waiting.append(root)
            while waiting:
                place = waiting.pop()
                is_mention = place.claim in self._done
                self._done.add(place.claim)
                claim = self._map.claims_by_id[place.claim]
                text = f"{{#{claim.id}}}" if is_mention else self._told(claim)
                yield Line(place.depth, place.sign, text, claim, is_mention)
                following = [] if is_mention and not place.continues else self._below(place)
                if place.step is not None:
                    following += self._on_step(place.depth + 1, place.step)
                waiting += reversed(following)

    def _roots(self) -> Iterator[_Place]:
        for thesis in self._map.theses:
            yield _Place(0, None, thesis)
            yield from self._continued()
        for claim in self._map.claims:
            if claim.id not in self._done:
                told = "what no thesis leads to stands on the first level as well"
                self._losses.say(told, claim.span)
                yield _Place(0, None, claim.id)
                yield from self._continued()

    def _continued(self) -> Iterator[_Place]:
        while self._cut:
            name = self._cut.popleft()
            told = "what stands too deep for a list goes on at its first level"
            self._losses.say(told, self._map.claims_by_id[name].span)
            yield _Place(0, None, name, continues=True)

    def _below(self, place: _Place) -> list[_Place]:
        bearing = self._map.arguments_on(place.claim)
        if bearing and place.depth >= self._deepest:
            self._cut.append(place.claim)
            return []
        places: list[_Place] = []
        for argument in bearing:
            sign = Bearing.SUPPORT if argument.polarity is Polarity.SUPPORT else Bearing.ATTACK
            places += _premises(place.depth + 1, sign, argument)
        return places

    def _on_step(self, depth: int, step: Argument) -> Iterable[_Place]:
        for argument in self._map.arguments_on(step.id):
            if argument.polarity is Polarity.SUPPORT:
                self._losses.drop("support for a step", "argument", argument.span)
            else:
                yield from _premises(depth, Bearing.UNDERCUT, argument)

    def _told(self, claim: Claim) -> str:
        tags = [tag for tag in claim.tags if is_plain_tag(tag)] if self._marks.has_tags else []
        if len(tags) < len(claim.tags) and self._marks.has_tags:
            self._losses.say("tags of several words are left out", claim.span)
        shown = "".join(f" #{tag}" for tag in tags)
        has_own = claim.id in self._named or slug(None, claim.text) != claim.id
        text = escaped(claim.text, self._marks)
        return f"{text}{shown}{f' {{#{claim.id}}}' if has_own else ''}"


def _premises(depth: int, sign: Bearing, argument: Argument) -> Iterator[_Place]:
    premises = tuple(dict.fromkeys(argument.premises))
    for number, premise in enumerate(premises, start=1):
        step = argument if number == len(premises) else None
        yield _Place(depth, sign if number == 1 else Bearing.LINKED, premise, step)
