"""What standpoints accept, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.evaluation.coherent.acceptance import Semantics
from argmap.model import Label


@dataclass(frozen=True)
class Standpoint:
    """One coherent way to label the map, by id and in reading order."""

    claims: Mapping[str, Label]
    arguments: Mapping[str, Label]


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Whether something is accepted in every standpoint, and in some.

    What was not found out in time is None. `shared` is the label that it has in all standpoints,
    None where they differ, or where that is not known.
    """

    sceptical: bool | None
    credulous: bool | None
    shared: Label | None = None

    @property
    def share(self) -> str:
        """Return “all”, “some” or “none”; else what is known: “some-or-all”, “not-all”, “unknown”.

        Where there is no standpoint it is “none”.
        """
        if self.sceptical:
            return "all"
        if self.credulous:
            return "some" if self.sceptical is False else "some-or-all"
        if self.credulous is False:
            return "none"
        return "not-all" if self.sceptical is False else "unknown"


@dataclass(frozen=True)
class Acceptances:
    """What all and what some standpoints accept, by id and in reading order.

    `exists` is False where there is no standpoint, which only stable ones allow; then nothing
    counts as accepted. `is_cut` says that the time was over before all was found out.
    """

    semantics: Semantics
    exists: bool | None
    claims: Mapping[str, Acceptance]
    arguments: Mapping[str, Acceptance]
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Acceptability:
    """Whether some and whether all standpoints accept a claim.

    Where some do and others do not, `witness` is one that does and `counter` one that does not.
    `is_cut` says that the time was over before all this was found.
    """

    exists: bool | None
    acceptance: Acceptance
    witness: Standpoint | None = None
    counter: Standpoint | None = None
    is_cut: bool = False

    @property
    def share(self) -> str:
        """Return the share of the standpoints that accept it, as `Acceptance` does."""
        return self.acceptance.share


# What is known of a claim before anything is asked.
UNKNOWN = Acceptability(None, Acceptance(None, None), is_cut=True)
