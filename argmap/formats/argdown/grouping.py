"""Groups that the settings of a text in Argdown choose, in place of those of its headings."""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.document import Mapping, Scalar, Sequence
from argmap.formats.argdown.data import flag
from argmap.formats.argdown.elements import ArgdownDocument

HEEDED = ("regroup", "sections")


@dataclass(frozen=True, slots=True)
class _Group:
    title: str
    has_children: bool
    statements: tuple[str, ...]
    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """Which headings are groups, by their titles, and groups of which the members are named.

    Where one of them is None, nothing is said of it.
    """

    headings: dict[str, bool] | None = None
    groups: tuple[_Group, ...] | None = None

    @property
    def is_nested(self) -> bool:
        """Return whether a group that the settings name has others inside."""
        return any(one.has_children for one in self.groups or ())

    def is_group(self, title: str, own: bool | None) -> bool:
        """Return whether a heading makes a group, whose `own` metadata say so, or not, or nothing.

        Where the settings name headings, others are none.
        """
        if self.headings is None:
            return own is not False
        return self.headings.get(title, own is True)

    def regroup(self, document: ArgdownDocument) -> None:
        """Put what is named into its group, and everything else into none."""
        if self.groups is None:
            return
        for part in (*document.statements.values(), *document.arguments.values()):
            part.section = None
        for group in self.groups:
            for parts, titles in (
                (document.statements, group.statements),
                (document.arguments, group.arguments),
            ):
                for part in (parts[title] for title in titles if title in parts):
                    part.section = group.title


def grouping_of(found: object) -> Grouping:
    """Return what the settings under `group` say."""
    if not isinstance(found, Mapping):
        return Grouping()
    named, chosen = found.get("sections"), found.get("regroup")
    headings = None
    if isinstance(named, Mapping):
        headings = {
            entry.key.value: flag(entry.value, "isGroup") is not False
            for entry in named.entries
            if isinstance(entry.value, Mapping)
        }
    groups = tuple(_groups(chosen)) if isinstance(chosen, Sequence) and chosen.items else None
    return Grouping(headings, groups)


def _groups(chosen: Sequence) -> Iterator[_Group]:
    """Yield groups before those inside of them."""
    waiting: list[object] = list(reversed(chosen.items))
    while waiting:
        one = waiting.pop()
        if not isinstance(one, Mapping):
            continue
        title = one.get("title")
        if isinstance(title, Scalar) and title.value.strip():
            members = _titles(one, "statements"), _titles(one, "arguments")
            has_children = isinstance(one.get("children"), Sequence)
            yield _Group(" ".join(title.value.split()), has_children, *members)
        children = one.get("children")
        if isinstance(children, Sequence):
            waiting += reversed(children.items)


def _titles(group: Mapping, key: str) -> tuple[str, ...]:
    found = group.get(key)
    items = found.items if isinstance(found, Sequence) else ()
    return tuple(" ".join(one.value.split()) for one in items if isinstance(one, Scalar))
