"""BibTeX and BibLaTeX → a library, by bibtexparser; entries are decoded when they are cited."""

import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache

from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ParsingFailedBlock,
    String,
)
from bibtexparser.splitter import Splitter

from argmap.bibliographies.fields import Fields, resolved
from argmap.bibliographies.latex import plain
from argmap.bibliographies.library import (
    Defect,
    Described,
    Library,
    Place,
    citable,
    made,
    volume_of,
)
from argmap.bibliographies.people import names_in
from argmap.faults import quoted
from argmap.kinds.works import doi_address

# So many entries that cannot be read are told; who wrote them then knows.
MOST_DEFECTS = 20
_DEEPEST_CROSSREF = 5
_NOT_INHERITED = frozenset(
    ("title", "subtitle", "author", "crossref", "xdata", "ids", "key", "pages", "doi", "url")
)
_YEAR = re.compile(r"-?\d{4}")


@dataclass
class BibLibrary(Library):
    """The entries of a .bib, with the texts that its `@string` names, and where lines are."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    strings: Mapping[str, str] = field(default_factory=dict)

    def _raw(self, key: str) -> str:
        return (self.entries[key].raw or "").casefold()

    def _describe(self, key: str) -> Described:
        fields, defects = self._fields(key)
        editor = fields.get("author") is None
        authors = names_in(fields.get("editor" if editor else "author") or "")
        texts = {name: plain(text) if text else None for name, text in _texts(fields).items()}
        texts["url"] = _address(fields)
        return Described(made(key, texts, authors), tuple(defects))

    def _fields(self, key: str) -> tuple[Fields, list[Defect]]:
        """Return the fields of an entry with those that it has from others, and what is wrong."""
        defects: list[Defect] = []
        found = self._own(key, defects)
        parent, seen = found, {key}
        for _ in range(_DEEPEST_CROSSREF):
            named = parent.get("crossref") or parent.get("xdata")
            other = citable(named) if named else None
            if named is None or other in seen:
                break
            if other is None or other not in self.entries:
                message = f"{quoted(key)} refers to {quoted(named)}, which is not in this file"
                defects.append(Defect(self.places[key], message))
                break
            seen.add(other)
            parent = self._own(other, defects)
            title = {} if "booktitle" in parent else {"booktitle": parent.get("title")}
            given = {name: v for name, v in parent.items() if name not in _NOT_INHERITED} | title
            found = Fields({**{k: v for k, v in given.items() if v}, **found})
            if "author" not in found and "editor" not in found and "author" in parent:
                found["author"] = parent["author"]
        return found, defects

    def _own(self, key: str, defects: list[Defect]) -> Fields:
        found = Fields()
        for one in self.entries[key].fields:
            text, unknown = resolved(one.value, self.strings)
            found.setdefault(one.key.strip().lower(), text)
            for name in unknown:
                message = f"{quoted(key)} names {quoted(name)}, which is no @string of this file"
                place = Place((one.start_line or 0) + 1)
                defects.append(Defect(place, message, "put a text between braces or quotes"))
        return found


@lru_cache(maxsize=4)
def bib_library(text: str) -> BibLibrary:
    """Return the library of a text in BibTeX, and what cannot be read of it."""
    with _quiet():
        blocks = Splitter(text).split().blocks
    return _Reader(text.split("\n")).read(blocks)


class _Reader:
    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._entries: dict[str, Entry] = {}
        self._strings: dict[str, str] = {}
        self._places: dict[str, Place] = {}
        self._defects: list[Defect] = []

    def read(self, blocks: list[Block]) -> BibLibrary:
        for block in blocks:
            if isinstance(block, String):
                text, _ = resolved(block.value, self._strings)
                self._strings.setdefault(block.key.lower(), text)
            elif isinstance(block, Entry):
                self._take(block)
            elif isinstance(block, ParsingFailedBlock):
                self._take_failed(block)
        defects = tuple(self._defects[:MOST_DEFECTS])
        return BibLibrary(self._places, defects, entries=self._entries, strings=self._strings)

    def _take(self, entry: Entry) -> None:
        place = self._place(entry, entry.key)
        key = citable(entry.key)
        if key is None:
            self._defects.append(Defect(place, "this entry has no key by which it can be cited"))
        elif key in self._places:
            message = f"the key {quoted(key)} is there twice; the first entry counts"
            self._defects.append(Defect(place, message, other=self._places[key]))
        else:
            self._entries[key], self._places[key] = entry, place

    def _take_failed(self, block: ParsingFailedBlock) -> None:
        whole = block.ignore_error_block
        if isinstance(block, DuplicateFieldKeyBlock) and isinstance(whole, Entry):
            twice = quoted(", ".join(sorted(block.duplicate_keys)))
            message = f"{quoted(whole.key)} has {twice} twice; the first one counts"
            self._defects.append(Defect(self._place(whole, whole.key), message))
            self._take(whole)
        elif isinstance(block, DuplicateBlockKeyBlock) and isinstance(whole, Entry):
            self._take(whole)
        elif isinstance(block, DuplicateBlockKeyBlock):
            place = self._place(block, block.key)
            self._defects.append(Defect(place, f"@string {quoted(block.key)} is there twice"))
        else:
            message = "this entry cannot be read: a brace, a quotation mark or a comma is missing"
            self._defects.append(Defect(self._place(block, "@"), message, _closing(block)))

    def _place(self, block: Block, word: str) -> Place:
        """Return the place of a word in the first lines of a block."""
        first = block.start_line or 0
        for number in range(first, min(first + 3, len(self._lines))):
            at = self._lines[number].find(word.strip())
            if at >= 0:
                return Place(number + 1, at + 1, len(word.strip()))
        return Place(first + 1)


def _closing(block: ParsingFailedBlock) -> str:
    reason = str(getattr(block.error, "abort_reason", ""))
    if "block start" in reason or "end of file" in reason:
        return "it goes on until the next entry begins: close it before"
    return "an entry is “@article{key, title = {…}, year = 2020}”"


def _texts(fields: Fields) -> dict[str, str | None]:
    title = ": ".join(filter(None, (fields.get("title"), fields.get("subtitle"))))
    pages = re.sub(r"(?<=\w)\s*-+\s*(?=\w)", "–", fields.get("pages") or "")
    return {
        "title": title or fields.get("key"),
        "container": volume_of(
            fields.first("journal", "journaltitle", "booktitle", "maintitle"),
            volume=fields.get("volume"),
            number=fields.first("number", "issue"),
            pages=pages,
        ),
        "publisher": fields.first(
            "publisher", "institution", "school", "organization", "howpublished"
        ),
        "year": _year(fields),
        "note": fields.get("note"),
    }


def _year(fields: Fields) -> str | None:
    """Return the year of an entry, or that it has yet to appear."""
    written = fields.first("year", "date")
    if written and (found := _YEAR.match(written)) and "year" not in fields:
        return found[0]
    return written or fields.get("pubstate")


def _address(fields: Fields) -> str | None:
    if fields.get("url"):
        found = re.sub(r"^\\url\{(.*)\}$", r"\1", fields["url"].strip())
        return re.sub(r"\\([_%&#~])", r"\1", found)
    if fields.get("doi"):
        return doi_address(re.sub(r"\\([_%&#~])", r"\1", fields["doi"].strip()))
    kind = (fields.first("eprinttype", "archiveprefix") or "").lower()
    return f"https://arxiv.org/abs/{fields['eprint']}" if kind == "arxiv" else None


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the parser from writing to the log what is a finding here."""
    logger = logging.getLogger("bibtexparser")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)
