"""The works that a map cites, and places in them."""

from dataclasses import dataclass, field

import argmap.values as values
from argmap.source import Span


@dataclass(frozen=True)
class Source:
    """A work that claims cite. `file` is the path of its text, relative to the map."""

    id: str
    title: str | None = None
    authors: tuple[str, ...] = ()
    container: str | None = None
    publisher: str | None = None
    year: str | None = None
    url: str | None = None
    file: str | None = None
    note: str | None = None
    span: Span | None = field(default=None, compare=False, repr=False, kw_only=True)

    def __post_init__(self) -> None:
        values.require_id_path(self.id)
        texts = (self.title, self.container, self.publisher, self.year, self.note)
        values.require_texts(f"source “{self.id}”", *texts, *self.authors)
        values.require_link(self.url, relative=False)
        values.require_relative_path(self.file)


@dataclass(frozen=True)
class Citation:
    """A pointer into a source: `at` is a locator such as `¶3`, `quote` its exact words."""

    source: str
    at: str | None = None
    quote: str | None = None
    span: Span | None = field(default=None, compare=False, repr=False, kw_only=True)
    at_span: Span | None = field(default=None, compare=False, repr=False, kw_only=True)

    def __post_init__(self) -> None:
        values.require_texts(f"citation of “{self.source}”", self.at, self.quote)
