"""The languages in which pictures and outlines speak of what they show; English stands in."""

import re

from argmap.languages import english, french, german, russian, spanish
from argmap.languages.words import Words

LANGUAGES = (english.WORDS, german.WORDS, french.WORDS, spanish.WORDS, russian.WORDS)
_BY_TAG = {words.tag: words for words in LANGUAGES}
_PRIMARY = re.compile(r"[a-z]{2,3}(?![a-z0-9])")


def words_in(language: str | None) -> Words:
    """Return argmap's words for a map in that language; in English where it has no others."""
    primary = _PRIMARY.match((language or "").lower())
    return _BY_TAG.get(primary[0] if primary else "", english.WORDS)
