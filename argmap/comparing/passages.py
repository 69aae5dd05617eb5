"""The passages that claims quote: by them claims are known again whose words are others."""

from collections.abc import Collection, Mapping

from argmap.comparing.likeness import folded
from argmap.model import ArgumentMap
from argmap.source import Span

# The place and the words of each passage, by the id of the claim.
Passages = Mapping[str, frozenset[tuple[str, str]]]


def passages_of(a_map: ArgumentMap, *, but: Collection[Span] = ()) -> Passages:
    """Return the passages that each claim quotes, but those at the places `but`."""
    found = {}
    for claim in a_map.claims:
        passages = frozenset(
            (one.at or "", folded(one.quote))
            for one in claim.citations
            if one.quote and not {one.span, one.at_span} & set(but)
        )
        if passages:
            found[claim.id] = passages
    return found


def share_a_passage(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> bool:
    """Return whether two claims quote the same words, or one a part of what the other does."""
    return any(
        (place == there or not place or not there) and (words in said or said in words)
        for place, words in one
        for there, said in other
    )
