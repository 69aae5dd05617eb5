"""The languages in which pictures and outlines speak of what they show; English stands in."""

import importlib
import re

from argmap.languages.words import Words

# The tag of each language and its module, which is imported for a map in that language.
ENGLISH = "english"
LANGUAGES = {"en": ENGLISH, "de": "german", "fr": "french", "es": "spanish", "ru": "russian"}
_PRIMARY = re.compile(r"[a-z]{2,3}(?![a-z0-9])")


def words_in(language: str | None) -> Words:
    """Return argmap's words for a map in that language; in English where it has no others."""
    words: Words = importlib.import_module(f"argmap.languages.{module_for(language)}").WORDS
    return words


def module_for(language: str | None) -> str:
    """Return the module of the language in which a map is spoken of."""
    primary = _PRIMARY.match((language or "").lower())
    return LANGUAGES.get(primary[0] if primary else "", ENGLISH)
