"""A work that is named where its key should stand: how to describe it under `sources`."""

import re

from argmap.document.quoting import as_scalar
from argmap.identifiers import slug

_LOCATED = re.compile(
    r"(?P<work>.+?)[\s,;:(]+(?P<at>(?:pp?\.|pages?|¶|§|ch\.|chapter|S\.|с\.|стр\.)\s*\d.*?)\)?"
)
_DOI = re.compile(r"(?:doi:\s*)?10\.\d{4,9}/\S+", re.IGNORECASE)
_DATED = re.compile(r"(?P<author>.*?)[\s,(]*\b(?P<year>(?:1[5-9]|20)\d\d)\b\)?(?P<rest>.*)")
_HOST = re.compile(r"[a-z]+://(?:www\.)?(?P<name>[\w-]+)")


def described(value: str) -> str:
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


def doi_address(doi: str) -> str:
    """Return the address of a work by its DOI."""
    bare = re.sub(r"(?i)^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", doi)
    return f"https://doi.org/{bare}"


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
