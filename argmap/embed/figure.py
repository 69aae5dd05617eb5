"""A picture as a document shows it, in whatever markup."""

import re
from dataclasses import dataclass

# What a part beside is called, and its label.
Reference = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture in a document: its address, a text in its stead, and a caption.

    `wide` says that it is wider than most pages; `label` is what references to it name. It
    `leads` to its file where that can be opened, and its caption `refers` to others. `telephone` is
    the address of another drawing for small screens.
    """

    address: str
    alt: str
    caption: str | None = None
    wide: bool = False
    label: str | None = None
    leads: bool = False
    refers: tuple[Reference, ...] = ()
    telephone: str | None = None


def label_of(name: str) -> str:
    """Return a label that every kind of document can hold."""
    return re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-") or "map"
