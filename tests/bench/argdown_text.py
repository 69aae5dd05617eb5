"""An argument map as Argdown, node for node and arrow for arrow, so that times can be compared."""

import re

from argmap.model import Argument, ArgumentMap, Claim, Polarity

MARKUP = re.compile(r"[\\\[\]<>*_#@{}/:]")


def argdown_of(a_map: ArgumentMap) -> str:
    """Return the map as Argdown text whose picture has the same nodes and arrows.

    Every claim is a statement titled with its id. An argument with one premise that nothing names
    is a relation between two statements; any other is an Argdown argument with its premises.
    """
    parts = [_statement(claim) for claim in a_map.claims]
    stepped = stepped_arguments(a_map)
    for argument in a_map.arguments:
        if argument.id in stepped:
            parts.append(_reconstruction(a_map, argument))
        else:
            relation = _relation(a_map, argument)
            parts.append(f"[{argument.premises[0]}]\n  {relation}")
    parts += [f"[{one}]\n  >< [{other}]" for one, other in _contradictions(a_map)]
    return "\n\n".join(parts) + "\n"


def stepped_arguments(a_map: ArgumentMap) -> set[str]:
    """Return the ids of the arguments that are nodes of their own, not only arrows."""
    return {
        argument.id
        for argument in a_map.arguments
        if len(argument.premises) > 1
        or argument.label
        or argument.scheme
        or a_map.arguments_on(argument.id)
    }


def _statement(claim: Claim) -> str:
    return f"[{claim.id}]: {MARKUP.sub(_escaped, claim.text)}"


def _escaped(character: re.Match[str]) -> str:
    return f"\\{character[0]}"


def _reconstruction(a_map: ArgumentMap, argument: Argument) -> str:
    lines = [f"<{argument.id}>", ""]
    on_claim = argument.target in a_map.claims_by_id
    if not on_claim:
        lines[1:1] = [f"  {_relation(a_map, argument)}"]
    lines += [f"({n}) [{premise}]" for n, premise in enumerate(argument.premises, start=1)]
    conclusion = f"({len(argument.premises) + 1})"
    if not on_claim:
        lines += ["----", f"{conclusion} So much for the step."]
    elif argument.polarity is Polarity.SUPPORT:
        lines += ["----", f"{conclusion} [{argument.target}]"]
    else:
        lines += ["----", f"{conclusion} Not so.", f"  -> [{argument.target}]"]
    return "\n".join(lines)


def _relation(a_map: ArgumentMap, argument: Argument) -> str:
    if argument.polarity is Polarity.SUPPORT:
        sign = "+>"
    else:
        sign = "->" if argument.target in a_map.claims_by_id else "_>"
    target = argument.target
    return f"{sign} [{target}]" if target in a_map.claims_by_id else f"{sign} <{target}>"


def _contradictions(a_map: ArgumentMap) -> list[tuple[str, str]]:
    pairs = {(claim.id, other) for claim in a_map.claims for other in claim.contradicts}
    return sorted({(min(pair), max(pair)) for pair in pairs})
