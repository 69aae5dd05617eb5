"""Keys that people know from bibliographies: where each stands in a map, as a line to write."""

import re

from argmap.document import Mapping, Scalar
from argmap.document.quoting import as_scalar
from argmap.grammar import ARGUMENT, CITATION, CLAIM, SOURCE
from argmap.kinds.record import Record
from argmap.kinds.works import doi_address
from argmap.values import is_id

_LONGEST_SHOWN = 300
# What stands for a value that is none, or is too long to be shown.
_SOMETHING = "…"
_PAGES = frozenset(("page", "pages", "at", "location", "locator", "loc"))
_VOLUMES = frozenset(("volume", "issue", "number"))
_NOTES = {"isbn": "ISBN ", "issn": "ISSN ", "editor": "Edited by ", "editors": "Edited by "}
_OF_WORKS = frozenset(("doi", "isbn", "issn", "journal", "publisher", "bibtex", "volume", "issue"))


def advice_on(mapping: Mapping, name: str, record: Record, *, called: str | None) -> str | None:
    """Return what to write in place of the entry `name`; None where that is none of these keys.

    `called` is the key of a source, where one is known.
    """
    value = _shown(mapping, name)
    if record is SOURCE:
        return _in_source(mapping, name, value, called)
    if record is CITATION and name == "text":
        return f"the exact words of the source stand under “quote”: quote: {as_scalar(value)}"
    if record is CITATION and name in _OF_WORKS and SOURCE.field(name) is None:
        return "what describes the work stands under “sources”"
    if record in (CLAIM, ARGUMENT):
        return _at_claim(mapping, name, value)
    return None


def place(name: str, value: str) -> str:
    """Return a place in a work as one writes it: a page, pages or a chapter, else the value."""
    if name == "chapter" and value.isdecimal():
        return f"ch. {value}"
    if name in ("page", "pages") and re.fullmatch(r"\d+", value):
        return f"p. {value}"
    span = re.fullmatch(r"(\d+)\s*[-–—]+\s*(\d+)", value)
    return f"pp. {span[1]}–{span[2]}" if name in ("page", "pages") and span else value


def _in_source(mapping: Mapping, name: str, value: str, called: str | None) -> str | None:
    if name in _PAGES:
        at = place("pages" if name == "at" else name, value)
        return f"pages stand where the source is cited: source: {_cited(called, at)}"
    if name == "doi":
        return f"write its address: url: {doi_address(value)}"
    if name == "date":
        return f"write: year: {as_scalar(value)}"
    if name in _NOTES:
        return f"write: note: {as_scalar(_NOTES[name] + value)}"
    if name in _VOLUMES:
        journal = _shown(mapping, "container" if mapping.get("container") else "journal")
        whole = as_scalar(f"{journal} {value}")
        return f"write it behind the name of the journal: container: {whole}"
    return None


def _at_claim(mapping: Mapping, name: str, value: str) -> str | None:
    cited = _shown(mapping, "source")
    if name in (*_PAGES, "chapter"):
        called = cited if is_id(cited) else None
        return f"pages stand in the citation: source: {_cited(called, place(name, value))}"
    if name in _OF_WORKS:
        key = "url" if name == "doi" else "container" if name == "journal" else name
        if key in _NOTES or key in _VOLUMES:
            key, value = "note", _NOTES.get(key, "") + value
        if name == "doi":
            value = doi_address(value)
        return "\n".join(
            (
                "describe the work under “sources”, and cite it by its key:",
                "sources:",
                "  smith2020:",
                f"    {key}: {as_scalar(value)}",
                "source: smith2020",
            )
        )
    return None


def _cited(called: str | None, at: str) -> str:
    # A comma would end the place within the braces.
    written = f'"{at}"' if "," in at else at
    return f"{{ref: {called or 'KEY'}, at: {written}}}"


def _shown(mapping: Mapping, name: str) -> str:
    node = mapping.get(name)
    if not isinstance(node, Scalar) or node.absent or len(node.value) > _LONGEST_SHOWN:
        return _SOMETHING
    return " ".join(node.value.split())
