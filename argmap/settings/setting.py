"""What a setting is: a field of a value, with the kind of what it may be and what it means."""

from collections.abc import Callable
from dataclasses import MISSING, Field, field, fields
from typing import Any, NamedTuple
from unicodedata import normalize

from argmap.document import Entry, Mapping, Node, Scalar, Sequence
from argmap.faults import FaultLog
from argmap.kinds.kind import Kind
from argmap.source import at_start

_HERE = at_start("")
# The settings of each class that was asked for.
_KNOWN: dict[Any, tuple["Setting", ...]] = {}


class Setting(NamedTuple):
    """A setting as its field declares it.

    `name` is that of the field, and the key under which a file has it; `option` is its name among
    words and on the command line. `description` says what it means, `asked` the same in the words
    of who asks for it, and `placeholder` stands there for its value. `made` makes the value of
    what its kind makes of a text.
    """

    name: str
    option: str
    kind: Kind
    description: str
    asked: str
    placeholder: str | None
    made: Callable[[Any], Any] | None
    shows: bool
    default: Any

    def value(self, node: Node, *, called: str | None = None) -> Any:
        """Return the value that is written there; raise ValueError where none is.

        It is `called` so in what is said of it, else by its option.
        """
        log = FaultLog()
        checked = self.kind.checked(node, called or self.option, log=log)
        if checked is None or log.diagnostics:
            raise ValueError(log.diagnostics[0].message)
        value = self.kind.value(checked)
        return self.made(value) if self.made else value

    def from_word(self, text: str) -> Any:
        """Return the value that one word asks for; raise ValueError where it asks for none."""
        return self.value(self.kind.from_word(text, _HERE))

    def require(self, value: Any) -> None:
        """Raise ValueError where a value of a program's own could not be written down."""
        if self.made is not None:
            if not isinstance(value, type(self.default)):
                wanted = type(self.default).__name__
                raise ValueError(f"“{self.name}”: {value!r} is no {wanted}")
            return
        meant = self.value(written(value), called=self.name)
        if meant != value:
            # Where they look the same, they differ in their form of Unicode.
            show = ascii if normalize("NFC", repr(value)) == repr(meant) else repr
            raise ValueError(f"“{self.name}”: write {show(meant)} instead of {show(value)}")


def setting(
    kind: Kind,
    description: str,
    *,
    default: Any = None,
    asked: str | None = None,
    option: str | None = None,
    placeholder: str | None = None,
    made: Callable[[Any], Any] | None = None,
    shows: bool = True,
) -> Any:
    """Return a field that is a setting; what `Setting` says of each argument holds.

    Where nothing is asked for it has the default: None, or an empty tuple, leaves it to others.
    """
    return field(
        default=default,
        metadata={
            "kind": kind,
            "description": description,
            "asked": asked or description,
            "option": option,
            "placeholder": placeholder,
            "made": made,
            "shows": shows,
        },
    )


def settings_of(owner: Any) -> tuple[Setting, ...]:
    """Return the settings among the fields of a class of values, in their order."""
    if owner not in _KNOWN:
        _KNOWN[owner] = tuple(_setting(one) for one in fields(owner) if "kind" in one.metadata)
    return _KNOWN[owner]


def written(value: Any) -> Node:
    """Return a value as it would be written in a file."""
    if isinstance(value, bool):
        return _scalar("true" if value else "false")
    if isinstance(value, dict):
        value = tuple(value.items())
        return Mapping(tuple(Entry(_scalar(str(k)), written(one)) for k, one in value), _HERE)
    if isinstance(value, tuple | list) and value and all(map(_is_pair, value)):
        return written(dict(value))
    if isinstance(value, tuple | list):
        return Sequence(tuple(written(one) for one in value), _HERE)
    return _scalar(str(value))


def _is_pair(value: Any) -> bool:
    return isinstance(value, tuple) and len(value) == len(("key", "value"))


def _scalar(text: str) -> Scalar:
    return Scalar(text, _HERE, plain=False)


def _setting(one: Field[Any]) -> Setting:
    told = one.metadata
    return Setting(
        name=one.name,
        option=told["option"] or one.name.replace("_", "-"),
        kind=told["kind"],
        description=told["description"],
        asked=told["asked"],
        placeholder=told["placeholder"],
        made=told["made"],
        shows=told["shows"],
        default=None if one.default is MISSING else one.default,
    )
