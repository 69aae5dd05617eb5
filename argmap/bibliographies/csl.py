"""CSL-JSON, as Zotero, Mendeley and citeproc write it → a library."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from argmap.bibliographies.library import (
    Defect,
    Described,
    Library,
    Place,
    citable,
    made,
    volume_of,
)
from argmap.faults import quoted
from argmap.kinds.works import doi_address

MOST_DEFECTS = 20
_ID = re.compile(r'"(?:id|citation-key)"\s*:\s*(?P<value>"(?:[^"\\]|\\.)*"|-?\d+)')
_MARKUP = re.compile(r"</?(?:i|b|sub|sup|sc|span)(?:\s[^<>]*)?>")
_YEAR = re.compile(r"-?\d{4}")


class NoJsonError(Exception):
    """A text is not JSON; `place` is where it goes wrong."""

    def __init__(self, message: str, place: Place) -> None:
        """Keep what is wrong and where."""
        super().__init__(message)
        self.place = place


@dataclass
class CslLibrary(Library):
    """The items of a file in CSL-JSON."""

    items: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def _raw(self, key: str) -> str:
        return str(self.items[key]).casefold()

    def _describe(self, key: str) -> Described:
        item = self.items[key]
        authors = _people(item.get("author")) or _people(item.get("editor"))
        texts = {
            "title": _text(item.get("title")) or _text(item.get("title-short")),
            "container": volume_of(
                _text(item.get("container-title")),
                volume=_text(item.get("volume")),
                number=_text(item.get("issue")),
                pages=re.sub(r"(?<=\w)-+(?=\w)", "–", _text(item.get("page")) or ""),
            ),
            "publisher": _text(item.get("publisher")),
            "year": _year(item.get("issued")) or _text(item.get("status")),
            "url": _address(item),
            "note": _text(item.get("annote")),
        }
        return Described(made(key, texts, authors))


@lru_cache(maxsize=4)
def csl_library(text: str) -> CslLibrary:
    """Return the library of a text in CSL-JSON; raises NoJsonError where it is none."""
    items: dict[str, Mapping[str, Any]] = {}
    places: dict[str, Place] = {}
    defects: list[Defect] = []
    where = _places(text)
    for number, item in enumerate(_items(text), start=1):
        written = item.get("citation-key") or item.get("id") if isinstance(item, dict) else None
        name = str(written) if isinstance(written, str | int) else ""
        place = next(where.get(name, iter(())), Place(1))
        key = citable(name)
        if key is None:
            message = f"item {number} has no “id” by which it can be cited"
            defects.append(Defect(place, message))
        elif key in items:
            message = f"the key {quoted(key)} is there twice; the first item counts"
            defects.append(Defect(place, message, other=places[key]))
        else:
            items[key], places[key] = item, place
    return CslLibrary(places, tuple(defects[:MOST_DEFECTS]), items=items)


def _items(text: str) -> list[Any]:
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        place = Place(error.lineno, error.colno)
        raise NoJsonError(f"this is not JSON: {error.msg.lower()}", place) from error
    except (RecursionError, ValueError) as error:
        raise NoJsonError("this is not JSON that can be read", Place(1)) from error
    if isinstance(found, dict):
        found = found.get("items")
    if not isinstance(found, list):
        raise NoJsonError("this is not CSL-JSON: that is a list of items", Place(1))
    return found


def _places(text: str) -> dict[str, Iterator[Place]]:
    """Return where the keys of items are written, by the keys."""
    found: dict[str, list[Place]] = {}
    line, start, last = 1, 0, 0
    for one in _ID.finditer(text):
        breaks = text.count("\n", last, one.start("value"))
        if breaks:
            line, start = line + breaks, text.rfind("\n", last, one.start("value")) + 1
        last = one.start("value")
        name = str(_said(one["value"]))
        found.setdefault(name, []).append(Place(line, last - start + 1, len(one["value"])))
    return {name: iter(places) for name, places in found.items()}


def _said(written: str) -> object:
    try:
        return json.loads(written)
    except ValueError:
        return written


def _text(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return " ".join(_MARKUP.sub("", str(value)).split()) or None


def _people(value: object) -> tuple[str, ...]:
    people = value if isinstance(value, list) else []
    return tuple(filter(None, (_name(one) for one in people if isinstance(one, dict))))


def _name(person: Mapping[str, Any]) -> str | None:
    if literal := _text(person.get("literal")):
        return f"{{{literal}}}"
    particle = _text(person.get("non-dropping-particle")) or _text(person.get("dropping-particle"))
    family = " ".join(filter(None, (particle, _text(person.get("family")))))
    given = " ".join(filter(None, (_text(person.get("given")), _text(person.get("suffix")))))
    if family and given:
        return f"{family}, {given}"
    return f"{{{family or given}}}" if " " in (family or given) else family or given or None


def _year(issued: object) -> str | None:
    """Return the year of a date, in whichever of the three ways it is written."""
    if not isinstance(issued, dict):
        return _text(issued)
    parts = issued.get("date-parts")
    while isinstance(parts, list) and parts:
        parts = parts[0]
    told = _text(parts) or _text(issued.get("raw")) or _text(issued.get("literal"))
    found = _YEAR.search(told) if told else None
    return found[0] if found else told


def _address(item: Mapping[str, Any]) -> str | None:
    doi = _text(item.get("DOI"))
    return _text(item.get("URL")) or (doi_address(doi) if doi else None)
