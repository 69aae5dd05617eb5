"""Maps that say nothing twice, which is all that most notations can say."""

from dataclasses import replace

from argmap.model import Argument, ArgumentMap, Claim


def without_repetitions(a_map: ArgumentMap) -> ArgumentMap:
    """Return the map with its theses in the order of the claims, and nothing said twice."""
    return replace(
        a_map,
        theses=tuple(claim.id for claim in a_map.claims if claim.id in a_map.theses),
        claims=tuple(_claim(one) for one in a_map.claims),
        arguments=tuple(_argument(one) for one in a_map.arguments),
    )


def _claim(one: Claim) -> Claim:
    tags, others = tuple(dict.fromkeys(one.tags)), tuple(dict.fromkeys(one.contradicts))
    return replace(one, tags=tags, contradicts=others)


def _argument(one: Argument) -> Argument:
    tags, premises = tuple(dict.fromkeys(one.tags)), tuple(dict.fromkeys(one.premises))
    return replace(one, tags=tags, premises=premises)
