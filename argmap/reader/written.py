"""What an author has written, whatever is wrong with it: drafts, their ids, and every mention."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from argmap.document import Mapping, Scalar
from argmap.reader.drafts import ArgumentDraft, ClaimDraft, Drafts
from argmap.reader.fields import Fields
from argmap.reader.naming import Naming
from argmap.reader.work_keys import WorkKeys
from argmap.source import Span


class Kind(Enum):
    """What an id is the id of. Claims and arguments share their ids."""

    CLAIM_OR_ARGUMENT = "claim or argument"
    SOURCE = "source"
    AUDIENCE = "audience"


class Mention(NamedTuple):
    """A place where an id is written: the key it stands under, or of which it is one.

    `is_home` where it is given to what it names.
    """

    id: str
    kind: Kind
    key: str
    span: Span
    is_home: bool = False


@dataclass(frozen=True)
class Written:
    """The drafts of a file, and the fields of its root; empty where nothing could be read.

    `naming` has the ids of the whole map, those of the files that it includes among them, and
    `keys` those of its sources. `others` is what is written in these files; `name` is that of the
    file in findings. Of a file that `is_sealed` only the claims are here, as they stand there.
    """

    drafts: Drafts = field(default_factory=Drafts)
    naming: Naming = field(default_factory=Naming)
    fields: Fields | None = None
    keys: WorkKeys = field(default_factory=WorkKeys)
    name: str = ""
    is_included: bool = False
    is_sealed: bool = False
    others: "tuple[Written, ...]" = ()

    @property
    def files(self) -> "tuple[Written, ...]":
        """Return what is written in all files of the map, its own first."""
        return (self, *self.others)

    def nodes(self) -> Iterator[tuple[ClaimDraft | ArgumentDraft, str]]:
        """Yield the claims and arguments of the file itself, with their ids."""
        own: tuple[ClaimDraft | ArgumentDraft, ...]
        own = (*self.drafts.claims, *self.drafts.arguments)
        return ((draft, self.naming.ids[draft]) for draft in own if draft in self.naming.ids)

    def mentions(self) -> tuple[Mention, ...]:
        """Return every place where an id is written, in the order of the file."""
        return self._mentions

    @cached_property
    def _mentions(self) -> tuple[Mention, ...]:
        # Who renames asks for them again and again.
        found = (*self._of_nodes(), *self._of_root())
        return tuple(sorted(found, key=lambda one: one.span.start))

    def _of_nodes(self) -> Iterator[Mention]:
        for reference in self.drafts.references:
            yield _mention(reference.name, Kind.CLAIM_OR_ARGUMENT, "ref")
        nodes: tuple[ClaimDraft | ArgumentDraft, ...]
        nodes = (*self.drafts.claims, *self.drafts.arguments)
        for draft in nodes:
            if draft.fields is None:
                continue
            if draft.written_id is not None:
                yield _mention(draft.written_id, Kind.CLAIM_OR_ARGUMENT, "id", is_home=True)
            for other in draft.fields.scalars("contradicts"):
                yield _mention(other, Kind.CLAIM_OR_ARGUMENT, "contradicts")
            yield from _citations(draft.fields)

    def _of_root(self) -> Iterator[Mention]:
        if self.fields is None:
            return
        for entry in self.fields.entries("sources"):
            yield _mention(entry.key, Kind.SOURCE, "sources", is_home=True)
        for entry in self.fields.entries("audiences"):
            yield _mention(entry.key, Kind.AUDIENCE, "audiences", is_home=True)
            strengths = entry.value.get("strengths") if isinstance(entry.value, Mapping) else None
            for given in strengths.entries if isinstance(strengths, Mapping) else ():
                yield _mention(given.key, Kind.CLAIM_OR_ARGUMENT, "strengths")
        for entry in self.fields.entries("expect"):
            yield _mention(entry.key, Kind.CLAIM_OR_ARGUMENT, "expect")
            audience = entry.value.get("audience") if isinstance(entry.value, Mapping) else None
            if isinstance(audience, Scalar):
                yield _mention(audience, Kind.AUDIENCE, "audience")
        for entry in self.fields.entries("style"):
            yield from _in_style(entry.key.value, Fields({"style": entry.value}, entry.value.span))


def _in_style(key: str, under: Fields) -> Iterator[Mention]:
    kinds = {"audience": Kind.AUDIENCE}
    kinds |= dict.fromkeys(("focus", "collapse", "below"), Kind.CLAIM_OR_ARGUMENT)
    if key in kinds:
        for scalar in under.scalars("style"):
            yield _mention(scalar, kinds[key], key)


def _citations(fields: Fields) -> Iterator[Mention]:
    for item in fields.items("source"):
        key = item.get("ref") if isinstance(item, Mapping) else item
        if isinstance(key, Scalar):
            yield _mention(key, Kind.SOURCE, "source")


def _mention(scalar: Scalar, kind: Kind, key: str, *, is_home: bool = False) -> Mention:
    return Mention(scalar.value, kind, key, scalar.span, is_home)
