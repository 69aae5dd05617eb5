"""What standpoints accept, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.evaluation.acceptance import Semantics
from argmap.model import Label


@dataclass(frozen=True)
class Standpoint:
    """One coherent way to label the map, by id and in reading order."""

    claims: Mapping[str, Label]
    arguments: Mapping[str, Label]


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Whether something is accepted in every standpoint, and in some."""

    sceptical: bool
    credulous: bool


@dataclass(frozen=True)
class Acceptances:
    """What all and what some standpoints accept, by id and in reading order.

    `exists` is False where there is no standpoint, which only stable ones allow; then nothing
    counts as accepted.
    """

    semantics: Semantics
    exists: bool
    claims: Mapping[str, Acceptance]
    arguments: Mapping[str, Acceptance]


@dataclass(frozen=True, slots=True)
class Acceptability:
    """Whether some and whether all standpoints accept a claim, with one that does and one not."""

    exists: bool
    witness: Standpoint | None
    counter: Standpoint | None

    @property
    def share(self) -> str:
        """Return “all”, “some” or “none”, which is so as well where there is no standpoint."""
        if self.witness is None:
            return "none"
        return "some" if self.counter else "all"
