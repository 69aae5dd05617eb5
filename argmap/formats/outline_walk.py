"""A map as the items of a foreign outline: each claim told once, then referred to."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from argmap.formats.stance_marks import Stance
from argmap.identifiers import slug
from argmap.model import Argument, ArgumentMap, Claim, Polarity

# Many programs refuse what is nested deeper, and indentation grows with the square.
DEEPEST = 60


@dataclass(frozen=True, slots=True)
class Told:
    """One item: the claim it tells, or only refers to where it is not `whole`.

    `argument` is the one that the item opens. Items of the depth 0 are theses, or other claims.
    """

    depth: int
    stance: Stance | None
    claim: Claim
    argument: Argument | None = None
    whole: bool = True
    is_thesis: bool = False


def told(a_map: ArgumentMap) -> list[Told]:
    """Return all items: the theses, then what is nested too deep below them, then other claims."""
    items: list[Told] = []
    known: set[str] = set()
    waiting: deque[str] = deque()
    for thesis in a_map.theses:
        _tell(a_map, thesis, items, known, waiting, is_thesis=True)
    for claim in (None, *a_map.claims):
        if claim is not None and claim.id not in known:
            waiting.append(claim.id)
        while waiting:
            name = waiting.popleft()
            if name not in known:
                _tell(a_map, name, items, known, waiting, is_thesis=False)
    return items


def ids_to_write(a_map: ArgumentMap, items: Sequence[Told]) -> frozenset[str]:
    """Return the claims whose ids must be written: referred to, or not named after the text."""
    used = (item.claim.id for item in items if not item.whole)
    unusual = (claim.id for claim in a_map.claims if claim.id != slug(claim.label, claim.text))
    return frozenset((*used, *unusual))


def _tell(
    a_map: ArgumentMap,
    root: str,
    items: list[Told],
    known: set[str],
    waiting: deque[str],
    *,
    is_thesis: bool,
) -> None:
    stack: list[Told | Argument] = [
        Told(0, None, a_map.claims_by_id[root], whole=root not in known, is_thesis=is_thesis)
    ]
    depths = [0]
    while stack:
        entry, depth = stack.pop(), depths.pop()
        following: list[tuple[Told | Argument, int]] = []
        if isinstance(entry, Argument):
            items.append(_first_premise(a_map, entry, depth, known))
        else:
            items.append(_seen_again(entry, known))
        claim, whole = items[-1].claim, items[-1].whole
        bearing = a_map.arguments_on(claim.id)
        if whole and bearing and depth > DEEPEST:
            items[-1] = _referring(items[-1])
            waiting.append(claim.id)
        elif whole:
            known.add(claim.id)
            following += [(one, depth + 1) for one in bearing]
        if isinstance(entry, Argument):
            for premise in entry.premises[1:]:
                linked = Told(depth + 1, Stance.LINKED, a_map.claims_by_id[premise])
                following.append((linked, depth + 1))
            following += [(one, depth + 1) for one in a_map.arguments_on(entry.id)]
        for one, at in reversed(following):
            stack.append(one)
            depths.append(at)


def _first_premise(a_map: ArgumentMap, argument: Argument, depth: int, known: set[str]) -> Told:
    stance = Stance.SUPPORT if argument.polarity is Polarity.SUPPORT else Stance.ATTACK
    if argument.target not in a_map.claims_by_id:
        stance = stance.on_step
    claim = a_map.claims_by_id[argument.premises[0]]
    return Told(depth, stance, claim, argument, whole=claim.id not in known)


def _seen_again(item: Told, known: set[str]) -> Told:
    return _referring(item) if item.claim.id in known else item


def _referring(item: Told) -> Told:
    return Told(
        item.depth, item.stance, item.claim, item.argument, whole=False, is_thesis=item.is_thesis
    )
