"""What a claim stands beside in a map: by this it is known again when its words are others."""

from argmap.model import Argument, ArgumentMap

# What another claim is to one, such as a premise for it, and the id of that claim.
Neighbour = tuple[str, str]


def neighbours_of(a_map: ArgumentMap) -> dict[str, set[Neighbour]]:
    """Return, for the id of each claim, the claims that arguments or a contradiction join to it."""
    found: dict[str, set[Neighbour]] = {claim.id: set() for claim in a_map.claims}
    for argument in a_map.arguments:
        target, how = aim_of(a_map, argument)
        for premise in argument.premises:
            found[target].add((f"{how} it", premise))
            found[premise].add((f"{how} by it", target))
            found[premise].update(("beside it", p) for p in argument.premises if p != premise)
    for claim in a_map.claims:
        for other in claim.contradicts:
            found[claim.id].add(("contradicts", other))
            found[other].add(("contradicts", claim.id))
    return found


def aim_of(a_map: ArgumentMap, argument: Argument) -> tuple[str, str]:
    """Return the claim on which an argument bears in the end, and by which steps."""
    steps = [argument.polarity.value]
    while argument.target in a_map.arguments_by_id:
        argument = a_map.arguments_by_id[argument.target]
        steps.append(f"step of {argument.polarity}")
    return argument.target, " ".join(steps)
