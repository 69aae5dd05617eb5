"""What is wrong with the value of a key, and what to write instead."""

import re

from argmap.document.quoting import as_scalar
from argmap.faults import quoted
from argmap.identifiers import slug
from argmap.kinds import (
    Choice,
    Colour,
    FontName,
    Identifier,
    Link,
    RelativePath,
    Single,
    Text,
    ThemeName,
)
from argmap.reader.bibliography import doi_address
from argmap.reader.numbers import number_complaint
from argmap.suggestions import did_you_mean
from argmap.themes import THEME_NAMES, is_theme_name
from argmap.values import (
    LONGEST_ID,
    canonical,
    is_colour,
    is_font_name,
    is_id,
    is_link,
    is_relative_path,
)

_LOCATED = re.compile(
    r"(?P<work>.+?)[\s,;:(]+(?P<at>(?:pp?\.|pages?|¶|§|ch\.|chapter|S\.|с\.|стр\.)\s*\d.*?)\)?"
)
_DOI = re.compile(r"(?:doi:\s*)?10\.\d{4,9}/\S+", re.IGNORECASE)
_DATED = re.compile(r"(?P<author>.*?)[\s,(]*\b(?P<year>(?:1[5-9]|20)\d\d)\b\)?(?P<rest>.*)")
_HOST = re.compile(r"[a-z]+://(?:www\.)?(?P<name>[\w-]+)")
_OTHER_CHOICES = {
    **dict.fromkeys(("true", "yes", "in", "stands", "true.", "holds"), "accepted"),
    **dict.fromkeys(("false", "no", "out", "falls", "fails", "defeated"), "rejected"),
    **dict.fromkeys(("open", "unknown", "unclear", "undec"), "undecided"),
}


def complaint_of(value: str, kind: Single, name: str) -> tuple[str, str | None] | None:
    """Return what is wrong with the value under the key `name` and what to do, or None."""
    if isinstance(kind, Text):
        return None
    shown = quoted(value)
    if isinstance(kind, Identifier):
        return None if is_id(canonical(value)) else _no_id(value, kind, name)
    if isinstance(kind, Choice):
        if value in kind.words:
            return None
        meant = _OTHER_CHOICES.get(value.lower(), value)
        hint = f"; did you mean “{meant}”?" if meant in kind.words else ""
        hint = hint or did_you_mean(value, kind.words)
        return f"{shown} is not one of {', '.join(kind.words)}{hint}", None
    if isinstance(kind, Link):
        advice = "write an address that begins with https://, http:// or mailto:"
        sound = is_link(value, relative=kind.relative)
        return None if sound else (f"{shown} is not a link that a map may hold", advice)
    if isinstance(kind, Colour):
        advice = "write # and six hexadecimal digits, such as “#1b9e77”, in quotes"
        return None if is_colour(value) else (f"{shown} is not a colour", advice)
    if isinstance(kind, ThemeName):
        return None if is_theme_name(value) else _no_theme(value)
    if isinstance(kind, FontName):
        advice = "use letters, digits, spaces and hyphens; write each name on its own"
        return None if is_font_name(value) else (f"{shown} is not the name of a face", advice)
    if isinstance(kind, RelativePath):
        advice = "write the path from the folder of the map"
        return None if is_relative_path(value) else (f"{shown} is not a relative path", advice)
    return number_complaint(value, kind)


def _no_theme(value: str) -> tuple[str, str]:
    hint = did_you_mean(value, THEME_NAMES)
    advice = "a theme of your own is a YAML file; write its path, which ends in .yaml"
    return f"{quoted(value)} is not one of {', '.join(THEME_NAMES)}{hint}", advice


def _no_id(value: str, kind: Identifier, name: str) -> tuple[str, str]:
    if kind.of == "a source" and name in ("source", "ref"):
        return f"{quoted(value)} is not the key of a source", _described(value)
    short = slug(None, value)
    advice = f"use letters, digits, “-”, “_” and “.”, at most {LONGEST_ID} of them: “{short}”"
    if kind.of == "a claim" and len(value.split()) > 2:
        advice = f"give that claim an id, such as “id: {short}”, and write the id here"
    return f"{quoted(value)} is not an id", advice


def _described(value: str) -> str:
    """Return how to describe a work that was written where its key should stand."""
    located = _LOCATED.fullmatch(value)
    work, at = (located["work"], located["at"]) if located else (value, None)
    host = _HOST.match(work)
    key = slug(None, host["name"] if host else work)
    lines = [f"{name}: {as_scalar(text)}" for name, text in _parts(work, is_link=bool(host))]
    cited = f"source: {{ref: {key}, at: {at}}}" if at else f"source: {key}"
    return "\n".join(
        [
            "describe it under “sources”, and cite it by its key:",
            "sources:",
            f"  {key}:",
            *(f"    {line}" for line in lines),
            cited,
        ]
    )


def _parts(work: str, *, is_link: bool) -> list[tuple[str, str]]:
    if is_link:
        return [("url", work)]
    if _DOI.fullmatch(work):
        return [("url", doi_address(work))]
    dated = _DATED.fullmatch(work)
    if dated is None or not dated["author"]:
        return [("title", work)]
    parts = [("author", dated["author"]), ("year", dated["year"])]
    title = dated["rest"].strip(" .,:;)")
    return [*parts, ("title", title)] if title else parts
