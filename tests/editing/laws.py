"""The laws of the layout, tried on a random map that is typed anyhow."""

from random import Random

from argmap.editing.formatting import UnsafeLayoutError, formatted
from argmap.model import ArgumentMap
from argmap.pipeline import loads
from tests.editing.typed import comments_of, typed_anyhow


class BrokenLawError(AssertionError):
    """A law that does not hold for a map; says which, and shows the texts."""

    def __init__(self, law: str, *texts: str) -> None:
        super().__init__("\n---\n".join((law, *texts)))
        self.law, self.texts = law, texts


def formatting_keeps(a_map: ArgumentMap, chance: Random) -> str:
    """Format one map; return whether it had comments."""
    typed = typed_anyhow(a_map, chance)
    try:
        new = formatted(typed, file="a.yaml")
    except UnsafeLayoutError as error:
        raise BrokenLawError("what is sound is not formatted", typed) from error
    if not loads(new) == loads(typed) == a_map:
        raise BrokenLawError("it says something else", typed, new)
    comments = comments_of(typed)
    if comments_of(new) != comments:
        raise BrokenLawError("it has other comments", typed, new)
    again = formatted(new, file="a.yaml")
    if again != new:
        raise BrokenLawError("what is formatted changes", typed, new, again)
    return "with comments" if comments else "without comments"
