"""By how much which strength must change for a verdict to be another: text and JSON."""

from collections.abc import Iterator, Sequence

from argmap.evaluation.why.robustness import Robustness, Sway, Turn
from argmap.evaluation.wording import VERBS, named, quoted
from argmap.model import STRENGTHS, ArgumentMap
from argmap.report.wrapping import wrapped

_WORDS = {strength: word for word, strength in STRENGTHS.items()}


def robustness_text(a_map: ArgumentMap, found: Robustness, *, width: int) -> str:
    """Return the verdict on one claim, and each strength that alone could change it, in lines."""
    return "\n".join(_lines(a_map, found, width))


def _lines(a_map: ArgumentMap, found: Robustness, width: int) -> Iterator[str]:
    claim = f"{quoted(a_map, found.id)} [{found.id}] {VERBS[found.standing]}"
    if not found.sways:
        compared = "1 strength is" if found.tried == 1 else f"{found.tried} strengths are"
        tried = f"{compared} compared" if found.tried else "no strengths are compared"
        yield from wrapped(
            f"{claim}. No change of one strength would change that: {tried} on the way to it.",
            width=width,
        )
        return
    yield from wrapped(
        f"{claim}. One strength alone could change that, the nearest first:", width=width
    )
    for sway in found.sways:
        told = f"{_bearer(a_map, sway)}, {_now(sway)}: {_told(found.id, sway)}."
        yield from wrapped(told, width=width, first="   • ", others="     ")


def _bearer(a_map: ArgumentMap, sway: Sway) -> str:
    name = named(a_map, sway.id)
    if sway.id in a_map.claims_by_id:
        return f"how strongly {name} [{sway.id}] is given"
    told = name if name.startswith("the ") else f"the argument from {name}"
    return f"{told} [{sway.id}]"


def _now(sway: Sway) -> str:
    unwritten = "" if sway.written else ", not written"
    return f"now {_strength(sway.strength)}{unwritten}"


def _strength(strength: float) -> str:
    word = _WORDS.get(strength)
    return f"{strength:g} ({word})" if word else f"{strength:g}"


def _told(id: str, sway: Sway) -> str:
    """Return where the verdict turns; first by its id, for the strength is of something else."""
    sides = [_turns(turns, past) for turns, past in ((sway.down, "below"), (sway.up, "above"))]
    return "; ".join(side for side in sides if side).replace(" it ", f" [{id}] ", 1)


def _turns(turns: Sequence[Turn], past: str) -> str:
    return ", ".join(
        f"{past if turn.beyond else 'at'} {turn.at:g} it {VERBS[turn.standing]}" for turn in turns
    )


def robustness_json(found: Sequence[Robustness]) -> dict[str, object]:
    """Return the same for programs; `beyond` is true where the verdict turns just past `at`."""
    return {
        "claims": [
            {
                "id": one.id,
                "label": one.label,
                "standing": one.standing,
                "tried": one.tried,
                "strengths": [_sway_json(sway) for sway in one.sways],
            }
            for one in found
        ]
    }


def _sway_json(sway: Sway) -> dict[str, object]:
    return {
        "id": sway.id,
        "strength": sway.strength,
        "written": sway.written,
        "smallest_change": round(sway.smallest_change, 9),
        "up": [_turn_json(turn) for turn in sway.up],
        "down": [_turn_json(turn) for turn in sway.down],
    }


def _turn_json(turn: Turn) -> dict[str, object]:
    return {
        "at": turn.at,
        "beyond": turn.beyond,
        "label": turn.label,
        "standing": turn.standing,
    }
