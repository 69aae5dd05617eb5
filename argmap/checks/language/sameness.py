"""Claims that say the same words."""

import unicodedata

from argmap.model import ArgumentMap

FINAL_MARKS = ".!?…;:,。！？ "


def first_claims(a_map: ArgumentMap) -> dict[str, str]:
    """Return, for the id of each claim, the id of the first claim with the same words."""
    first_with: dict[str, str] = {}
    firsts = {}
    for claim in a_map.claims:
        text = unicodedata.normalize("NFC", claim.text).casefold()
        firsts[claim.id] = first_with.setdefault(text.rstrip(FINAL_MARKS) or text, claim.id)
    return firsts


def given_twice(a_map: ArgumentMap, one: str, other: str) -> bool:
    """Return whether two claims serve only as the same reason, or as premises of one argument."""
    uses, others = a_map.uses_of(one), a_map.uses_of(other)
    if not uses or not others:
        return False
    sides = {(use.target, use.polarity) for use in uses if len(use.premises) == 1}
    return all(
        one in use.premises or (len(use.premises) == 1 and (use.target, use.polarity) in sides)
        for use in others
    )
