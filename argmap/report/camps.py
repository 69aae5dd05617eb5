"""How a claim fares in the labellings of a semantics, as sentences and as JSON."""

import shlex
from collections.abc import Iterator, Sequence

from argmap.evaluation.coherent.acceptance import Semantics
from argmap.evaluation.verdicts import ReasonKind
from argmap.evaluation.why.camps import Camp, Camps
from argmap.evaluation.why.explanation import Explanation, explain
from argmap.evaluation.why.ties import is_level
from argmap.evaluation.wording import VERBS, cited, listed, named
from argmap.model import ArgumentMap, Label
from argmap.report.explanation import explanation_text
from argmap.report.wrapping import wrapped_list
from argmap.weighing import Standing

MOST_NAMED = 6
_SHARES = {
    "all": "stands in all {} labellings",
    "some": "stands in some {} labellings, not in all of them",
    "none": "stands in none of the {} labellings",
}
_WHERE = ("In one", "In another", "In a third", "In a fourth")


def camps_text(a_map: ArgumentMap, found: Camps, *, width: int) -> str:
    """Return how a claim fares, wrapped to `width` columns, and why."""
    text = wrapped_list(_told(a_map, found), width=width)
    if found.exists and not found.camps:
        text += explanation_text(a_map, explain(a_map, found.grounded, found.id), width=width)
    return text


def _told(a_map: ArgumentMap, found: Camps) -> Iterator[str]:
    name = cited(a_map, found.id)
    if not found.exists:
        yield (
            f"There are no {found.semantics} labellings: each leaves something undecided that no "
            "author left open. “--semantics preferred” always has one."
        )
        return
    share = f"{name} {_SHARES[found.share].format(found.semantics)}"
    if not found.camps:
        yield f"{share}: all of them share the grounded verdict."
        return
    yield f"{share}; in the grounded one it is undecided."
    for number, camp in enumerate(found.camps):
        yield f"   • {_WHERE[number]} {_camp(a_map, found, camp)}"
    yield from _what_divides(a_map, found)


def _camp(a_map: ArgumentMap, found: Camps, camp: Camp) -> str:
    told = f"it {VERBS[_standing(camp)]}: {_why(a_map, found, camp)}"
    named_already = {found.id, *_told_of(a_map, camp)}
    alike = [
        cited(a_map, claim)
        for claim in found.apart
        if claim not in named_already and camp.standpoint.claims[claim] is Label.ACCEPTED
    ]
    if not alike:
        return f"{told}."
    verb = "stands" if len(alike) == 1 else "stand"
    return f"{told}. There {listed(alike)} {verb}."


def _told_of(a_map: ArgumentMap, camp: Camp) -> Iterator[str]:
    """Yield the claims that a sentence on a camp names."""
    for name in (*camp.speaking, *camp.opposing):
        argument = a_map.arguments_by_id.get(name)
        yield from (name,) if argument is None else argument.premises


def _standing(camp: Camp) -> Standing:
    if camp.label is Label.ACCEPTED:
        return Standing.STANDS
    if camp.label is Label.UNDECIDED:
        return Standing.UNDECIDED
    return Standing.FALLS if camp.opposing else Standing.NOT_SHOWN


def _why(a_map: ArgumentMap, found: Camps, camp: Camp) -> str:
    speaking = [_named(a_map, one) for one in camp.speaking]
    opposing = [_named(a_map, one) for one in camp.opposing]
    favour = f"{listed(speaking)} {'speaks' if len(speaking) == 1 else 'speak'} for it"
    against = f"{listed(opposing)} {'stands' if len(opposing) == 1 else 'stand'} against it"
    if camp.label is Label.ACCEPTED:
        ground = favour if speaking else "it is given"
        if not opposing:
            return f"{ground}, and nothing against it prevails"
        does = "does" if len(opposing) == 1 else "do"
        return f"{ground}; {against} as well, and {does} not prevail"
    if camp.label is Label.UNDECIDED:
        left_open = found.grounded.verdict(found.id).reason.kind is ReasonKind.OPEN
        if left_open:
            return "the author leaves it open"
        sides = (
            f" between {listed(speaking)} and {listed(opposing)}" if speaking and opposing else ""
        )
        return f"this labelling takes no side{sides or ' on it'}"
    if not opposing:
        return "nothing that speaks for it is enough" if speaking else "no argument for it stands"
    return f"{against}, and prevails" if len(opposing) == 1 else f"{against}, and prevail"


def _named(a_map: ArgumentMap, name: str) -> str:
    """Return a claim with its id; of an argument from one premise only that."""
    argument = a_map.arguments_by_id.get(name)
    if argument is None:
        return cited(a_map, name)
    if len(set(argument.premises)) == 1 and not argument.label:
        return cited(a_map, argument.premises[0])
    return f"{named(a_map, name)} [{name}]"


def _what_divides(a_map: ArgumentMap, found: Camps) -> Iterator[str]:
    told: set[str] = set()
    lines = []
    for claim in found.ties:
        rivals = [one for one in a_map.contradictions_of(claim) if one in found.ties]
        if rivals and not told.issuperset((claim, *rivals)):
            names = [cited(a_map, one) for one in (claim, *rivals)]
            lines.append(f"{listed(names)} contradict each other, and are equally strong")
        elif not rivals:
            what = f"what speaks for {cited(a_map, claim)} and what speaks against it"
            lines.append(f"{what} are equally strong")
        told.update((claim, *rivals))
    level = [one for one in found.disputed if is_level(a_map, found.grounded, one)]
    for claim in level:
        what = f"what speaks for {cited(a_map, claim)} and what may stand against it"
        lines.append(f"{what} are equally strong")
    others = [cited(a_map, one) for one in found.disputed if one not in level]
    if others:
        lines.append(f"they take sides on {listed(others)}")
    if len(lines) == 1:
        yield f"What divides the labellings: {lines[0]}."
    elif lines:
        yield "What divides the labellings:"
        yield from (f"   • {line}" for line in lines[:MOST_NAMED])


def tie_text(a_map: ArgumentMap, explanation: Explanation, *, call: Sequence[str]) -> str | None:
    """Return where the camps of a tie are shown, None where an explanation tells of no tie.

    `call` are the words of the command that gave the explanation.
    """
    asked = explanation.steps[0]
    undecided = asked.verdict.label is Label.UNDECIDED and asked.id in a_map.claims_by_id
    if not undecided or not any(step.is_tie for step in explanation.steps):
        return None
    command = shlex.join([*call, "--semantics", Semantics.PREFERRED.value])
    opening = "Both sides are" if asked.is_tie else "It hangs on sides that are"
    return f"{opening} equally strong; the camps, one for each side, are shown by\n   {command}\n"


def camps_json(found: Camps) -> dict[str, object]:
    """Return the same as a JSON object, with the labels of each labelling that is told of."""
    answer: dict[str, object] = {"id": found.id, "semantics": found.semantics}
    if found.grounded.audience is not None:
        answer["audience"] = found.grounded.audience
    return {
        **answer,
        "exists": found.exists,
        "accepted_in": found.share,
        "grounded": found.grounded.verdict(found.id).label,
        "camps": [
            {
                "label": camp.label,
                "standing": _standing(camp),
                "speaking": list(camp.speaking),
                "opposing": list(camp.opposing),
                "claims": dict(camp.standpoint.claims),
            }
            for camp in found.camps
        ],
        "apart": list(found.apart),
        "ties": list(found.ties),
        "disputed": list(found.disputed),
    }
