"""What moves the number of a claim how far: text and JSON."""

from collections.abc import Iterator

from argmap.evaluation.graded.tornado import Effect, Tornado
from argmap.evaluation.wording import quoted
from argmap.model import ArgumentMap

BAR = 20
MOST_ROWS = 20


def tornado_text(a_map: ArgumentMap, found: Tornado) -> Iterator[str]:
    """Yield a line for each claim that moves the one asked about, the furthest first."""
    name = f"{quoted(a_map, found.id)} [{found.id}]"
    yield f"{name} has {found.now:.2f} by “{found.semantics}”."
    if not found.effects:
        yield "Nothing that bears on it moves it."
        return
    yield "It would have, when the claim on the right fails and when it holds:"
    yield ""
    yield f"fails holds  0{' ' * (BAR - 2)}1"
    for effect in found.effects[:MOST_ROWS]:
        yield (
            f" {effect.fails:.2f}  {effect.holds:.2f}  {_bar(effect)}  "
            f"{quoted(a_map, effect.id)} [{effect.id}]"
        )
    left = len(found.effects) - MOST_ROWS
    if left > 0:
        yield f"… and {left} more that move it less"
    still = found.tried - len(found.effects)
    if still:
        yield ""
        yield f"{still} other claim{'s bear' if still > 1 else ' bears'} on it without moving it."


def _bar(effect: Effect) -> str:
    """Return the way between the two numbers, on a line from 0 to 1."""
    low, high = sorted((effect.fails, effect.holds))
    start, end = round(low * BAR), round(high * BAR)
    if start == end:
        start = min(start, BAR - 1)
        end = start + 1
    return "░" * start + "█" * (end - start) + "░" * (BAR - end)


def tornado_json(found: Tornado) -> dict[str, object]:
    """Return the same for programs."""
    return {
        "id": found.id,
        "semantics": found.semantics,
        "degree": found.now,
        "tried": found.tried,
        "effects": [
            {"id": one.id, "holds": one.holds, "fails": one.fails, "spread": one.spread}
            for one in found.effects
        ],
    }
