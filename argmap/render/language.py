"""In which language to read a picture or page aloud: the map’s, and that of argmap’s own words."""

import re

from argmap.languages import words_in

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def language_tag(language: str | None) -> str | None:
    """Return the language of a map as a tag for the attribute `lang`, None where it is none."""
    tag = (language or "").replace("_", "-")
    return tag if _TAG.fullmatch(tag) else None


def own_language(language: str | None) -> str | None:
    """Return the tag for argmap's own words in a map of this language, None where they agree."""
    own = words_in(language).tag
    tag = language_tag(language) or own
    return None if tag.lower().split("-")[0] == own else own
