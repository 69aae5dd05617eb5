"""What a rule is, and what it looks at.

A rule is a module: its docstring is its page of the manual, and its name its code.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple, Protocol

from argmap.diagnostics import Finding, Severity
from argmap.document.handwriting import Handwriting
from argmap.model import ArgumentMap
from argmap.source import Span


class PageStart(NamedTuple):
    """Where a page begins, by its label: in which paragraph, from 1, and where in that."""

    label: str
    paragraph: int
    offset: int = 0


class Unit(Enum):
    """What the places of a book are."""

    PAGE = "page"
    CHAPTER = "chapter"


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of a source, or the reason why its file could not be read.

    Of a book the `pages` are known, or what it has in their place. Where nobody could say what its
    paragraphs are, as in most PDFs, it has none.
    """

    text: str | None
    reason: str | None = None
    pages: tuple[PageStart, ...] = ()
    unit: Unit = Unit.PAGE
    has_paragraphs: bool = True


@dataclass(frozen=True, slots=True)
class Subject:
    """What is checked: a map, and the texts of its sources by source key, as far as it has them.

    `handwriting` is that of all its files, empty where it was not read from YAML, and `others` are
    those of the files that it includes, by name. Where the map `is_whole` no more, it is what could
    be read of one.
    """

    map: ArgumentMap
    texts: Mapping[str, SourceText] = field(default_factory=dict)
    handwriting: Handwriting = Handwriting()
    is_whole: bool = True
    others: Mapping[str, Handwriting] = field(default_factory=dict)

    def is_own(self, span: Span | None) -> bool:
        """Return whether a place is in the map’s own file, not in one that it includes."""
        return span is None or self.map.span is None or span.file == self.map.span.file

    def lines_at(self, span: Span | None) -> tuple[str, ...]:
        """Return the lines of the file that a place is in; none where edits cannot mend it."""
        if span is None or self.is_own(span):
            return self.handwriting.lines
        return self.others[span.file].lines if span.file in self.others else ()


class Rule(Protocol):
    """The shape of a rule's module. An optional rule is off unless it is selected.

    A rule that `NEEDS_WHOLE` finds what is missing, or weighs all that there is; it does not run
    on a part of a map, as others do, which find what is there.
    """

    __name__: str
    SEVERITY: Severity
    OPTIONAL: bool
    NEEDS_WHOLE: bool

    def find(self, subject: Subject) -> Iterator[Finding]:
        """Yield where the map breaks the rule, in any order."""
        ...


def code_of(rule: Rule) -> str:
    """Return the code of a rule, such as `unused-claim`."""
    return rule.__name__.rpartition(".")[2].replace("_", "-")
