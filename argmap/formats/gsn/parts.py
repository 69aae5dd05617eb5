"""An element of a safety case that is written, and its YAML."""

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from typing import overload

from argmap.document.text_writing import in_double_quotes
from argmap.formats.carriers.yaml_text import Bare, Block, Inline
from argmap.formats.gsn.elements import COUNTER, DEFEATED, NOTE, Kind, type_told_by

_TRUE = Bare("true")
# What other readers of YAML take for a number, which gsn2x refuses where it wants a text.
_LIKE_A_NUMBER = re.compile(r"[-+]?[.\d][\w.:+-]*")


@dataclass(slots=True)
class Part:
    """An element in the making; `file` is the one that what it is made of stands in."""

    name: str
    kind: Kind
    text: str | None
    file: str = ""
    is_counter: bool = False
    supported_by: list[str] = field(default_factory=list)
    in_context_of: list[str] = field(default_factory=list)
    challenges: str | None = None
    undeveloped: bool = False
    defeated: bool = False
    defeated_relations: list[str] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    url: str | None = None
    note: str | None = None

    @property
    def type(self) -> str:
        """Return the type of the element as gsn2x calls it."""
        return f"{COUNTER if self.is_counter else ''}{self.kind}"

    def block(self) -> Block:
        """Return what is written below the name of the element."""
        block = Block()
        block.add("nodeType", None if type_told_by(self.name) == self.type else self.type)
        # An element that is silent is read as its name, and a strategy as no label.
        is_silent = self.text == self.name and self.kind is not Kind.STRATEGY
        block.add("text", None if is_silent else shown(self.text))
        block.add("supportedBy", listed(self.supported_by))
        block.add("inContextOf", listed(self.in_context_of))
        block.add("challenges", shown(self.challenges))
        block.add(DEFEATED, listed(self.defeated_relations))
        block.add("undeveloped", _TRUE if self.undeveloped else None)
        block.add("defeated", _TRUE if self.defeated else None)
        block.add("classes", listed(self.classes))
        block.add("url", shown(self.url))
        block.add(NOTE, shown(self.note))
        return block


def free(plain: str, *taken: Container[str]) -> str:
    """Return a name that is not taken: the plain one, or with `-2`, `-3` and so on behind it."""
    name, number = plain, 1
    while any(name in one for one in taken):
        number += 1
        name = f"{plain}-{number}"
    return name


@overload
def shown(text: str) -> str: ...
@overload
def shown(text: None) -> None: ...
def shown(text: str | None) -> str | None:
    """Return a text as it is written, so that every reader of YAML takes it for a text."""
    is_number = text is not None and _LIKE_A_NUMBER.fullmatch(text)
    return Bare(in_double_quotes(text)) if text is not None and is_number else text


def listed(texts: Iterable[str]) -> Inline:
    """Return a list of texts, each once, as it is written."""
    return Inline(tuple(map(shown, dict.fromkeys(texts))))
