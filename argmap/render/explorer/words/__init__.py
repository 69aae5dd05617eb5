"""What the explorer says beyond the words of pictures: a file a language, with the same keys."""

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources


@cache
def own_words(tag: str) -> Mapping[str, str]:
    """Return the words in the language with that tag.

    Forms of a counted thing are apart by “|”, in the order of the plural of their language.
    """
    file = resources.files("argmap.render.explorer.words").joinpath(f"{tag}.json")
    words: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return words
