"""What claims and arguments are read into before ids are derived and references resolved."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from argmap.document import Scalar
from argmap.model import Claim, Polarity
from argmap.reader.fields import Fields
from argmap.source import Span


@dataclass(frozen=True, slots=True, eq=False)
class ClaimDraft:
    """A claim as it is written; `fields` is None for a bare text."""

    text: str
    span: Span
    fields: Fields | None = None
    # What it is in a sealed file, where it is one of those, and where it is written: the name of a
    # file, and the number of the claim in that.
    sealed: Claim | None = None
    written_at: tuple[str, int] | None = None

    @property
    def label(self) -> str | None:
        """Return the headline, or None."""
        return self.fields.text("label") if self.fields else None

    @property
    def written_id(self) -> Scalar | None:
        """Return the id that the author wrote, or None; in a sealed file each claim has one."""
        if self.sealed is not None:
            return Scalar(self.sealed.id, self.span)
        return self.fields.scalar("id") if self.fields else None

    @property
    def is_away(self) -> bool:
        """Return whether the claim is argued in another map."""
        return self.sealed is not None or (self.fields is not None and "home" in self.fields.nodes)


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """A claim by its id: `ref: ID`."""

    name: Scalar


@dataclass(frozen=True, slots=True, eq=False)
class ArgumentDraft:
    """An argument as it is written; `fields` is None where a claim stands for it."""

    premises: "tuple[ClaimDraft | Reference, ...]"
    target: "ClaimDraft | Reference | ArgumentDraft"
    polarity: Polarity
    span: Span
    fields: Fields | None = None

    @property
    def written_id(self) -> Scalar | None:
        """Return the id that the author wrote, or None."""
        return self.fields.scalar("id") if self.fields else None


Premise = ClaimDraft | Reference
Target = ClaimDraft | Reference | ArgumentDraft


@dataclass(slots=True)
class Drafts:
    """Every claim and argument, in the order of the file. Grows while the file is read."""

    theses: list[Premise] = field(default_factory=list)
    claims: list[ClaimDraft] = field(default_factory=list)
    arguments: list[ArgumentDraft] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)


def joined(drafts: Iterable[Drafts]) -> Drafts:
    """Return all drafts as one, those of the first file first."""
    first, *others = drafts
    if not others:
        return first
    both = (first, *others)
    return Drafts(
        theses=[one for each in both for one in each.theses],
        claims=[one for each in both for one in each.claims],
        arguments=[one for each in both for one in each.arguments],
        references=[one for each in both for one in each.references],
    )
