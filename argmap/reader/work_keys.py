"""Which work the key of a source means, in which file of a map."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from argmap.document import Scalar
from argmap.reader.scopes import Scopes


@dataclass(slots=True)
class WorkKeys:
    """The keys of the whole map by those that are written, where each is at home.

    Works that two files describe alike are one; `alike` has its key by the one that it does not
    have.
    """

    scopes: Scopes | None = None
    homes: dict[Scalar, str] = field(default_factory=dict)
    alike: dict[str, str] = field(default_factory=dict)
    _known: dict[str, None] = field(default_factory=dict)
    _elsewhere: dict[str, None] = field(default_factory=dict)

    def prefix_in(self, file: str) -> str:
        """Return what stands before the keys of a file."""
        return self.scopes.prefixes.get(file, "") if self.scopes else ""

    def add(self, key: Scalar, id: str, *, known_as: str | None = None) -> None:
        """Know a key of the whole map, where it is written, and another that leads to it."""
        self.homes[key] = id
        self._known[id] = None
        if known_as is not None:
            self.alike[known_as] = id

    def add_elsewhere(self, id: str, *, known_as: str) -> None:
        """Know a key that no file of the map describes: a bibliography does."""
        self._elsewhere[id] = None
        self._known[id] = None
        if known_as != id:
            self.alike[known_as] = id

    def meaning(self, file: str, name: str) -> str | None:
        """Return the key that a name in a file means; None where it means none."""
        named = (self.alike.get(one, one) for one in self.meanings(file, name))
        return next((one for one in named if one in self._known), None)

    def meanings(self, file: str, name: str) -> Iterable[str]:
        """Return what a name in a file may be in the whole map, the nearest first."""
        return (name,) if self.scopes is None else self.scopes.meanings(file, name)

    def with_elsewhere(self, before: "WorkKeys") -> "WorkKeys":
        """Return the keys with those of bibliographies that were known `before`."""
        for id in before._elsewhere:
            self.add_elsewhere(id, known_as=id)
        for known_as, id in before.alike.items():
            if id in before._elsewhere:
                self.alike.setdefault(known_as, id)
        return self

    def known_in(self, file: str) -> Iterable[str]:
        """Return the keys that are known in a file, as they are written there."""
        if self.scopes is None:
            return self._known
        return tuple(self.scopes.known_in(file, (*self._known, *self.alike)))


def keys_with(before: WorkKeys, keys: Collection[Scalar], name: str) -> WorkKeys:
    """Return the keys as they are once some, which stand for one work, have another name."""
    after = WorkKeys(before.scopes)
    for key, id in before.homes.items():
        prefix = before.prefix_in(key.span.file)
        own = prefix + (name if key in keys else key.value)
        is_own = id == prefix + key.value
        new = own if is_own else own.removeprefix(prefix)
        after.add(key, new, known_as=None if is_own else own)
    return after.with_elsewhere(before)
