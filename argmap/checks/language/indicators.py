"""Words that join a reason and a conclusion, by language, as regular expressions.

A word is left out, or tied to its surroundings, where it mostly means something else: English
“since” is mostly about time, German “da” about place, French “car” may be a bus.
"""

import re
from collections.abc import Mapping
from functools import cache

ENGLISH = (
    r"(?<!not )(?<!just )(?<!only )(?<!simply )because(?! of\b)",
    r"therefore",
    r"(?:(?<=^)|(?<=[,;:–—] )|(?<=and ))thus(?! far\b)",
    r"(?:(?<=^)|(?<=[,;:–—] )|(?<=and ))hence(?!forth)",
    r"consequently",
    r"(?:(?<=^)|(?<=[,;:–—] )|(?<=and ))as a result(?! of\b)",
    r"it follows that",
    r"(?:that|which) is why",
    r"for (?:this|that|these|those) reasons?",
    r"which (?:means|shows|proves|implies) that",
    r"(?:(?<=^)|(?<=[,;] ))given that",
    r"(?<=, )so(?= (?:it|they|we|he|she|you|the|this|these|those|there|a|an|our|your|its|no)\b)",
    r"(?<=, )since(?= (?:it|they|we|he|she|you|there|this|these|those|no|nobody|nothing)\b)",
)

RUSSIAN = (
    r"(?<!не )(?<!лишь )(?<!только )потому,? что",
    r"поэтому",
    r"следовательно",
    r"(?<!не )так как",
    r"поскольку",
    r"(?:(?<=^)|(?<=[,;:–—] )|(?<=а )|(?<=и ))значит(?=[ ,])",
    r"(?:(?<=^)|(?<=[,;] ))таким образом(?=,)",
    r"отсюда следует",
    r"из этого следует",
    r"ибо",
    r"(?<!не )(?:оттого|из-за того|ввиду того|благодаря тому),? что",
    r"вследствие чего",
    r"(?<=, )так что",
)

KAZAKH = (
    r"өйткені",
    r"(?:(?<=^)|(?<=[,;:–—] ))себебі",
    r"сондықтан",
    r"демек",
    r"олай болса",
    r"сол себепті",
    r"осы себепті",
    r"\w+[ғқ]андықтан",
    r"\w+[гк]ендіктен",
)

GERMAN = (
    r"(?<!nicht )(?<!nur )(?<!bloß )weil",
    r"deshalb",
    r"deswegen",
    r"daher(?!, dass\b)",
    r"(?:(?<=^)|(?<=[,;] )|(?<=und ))darum(?!, dass\b| geht\b)",
    r"folglich",
    r"somit",
    r"mithin",
    r"demnach",
    r"infolgedessen",
    r"(?<=[,;] )denn",
    r"(?:(?<=^)|(?<=[,;] ))also",
    r"(?<=, )da(?= (?:er|sie|es|wir|ich|ihr|man|der|die|das|dies|diese|ein|eine|kein|keine)\b)",
    r"daraus folgt",
)

FRENCH = (
    r"(?<!pas )(?<!non )(?<!seulement )parce qu(?:e|['’])",
    r"(?<=[,;] )car",
    r"donc",
    r"puisqu(?:e|['’])",
    r"par conséquent",
    r"en conséquence",
    r"c['’]est pourquoi",
    r"étant donné qu(?:e|['’])",
    r"vu qu(?:e|['’])",
    r"dès lors(?! qu)",
    r"(?<=[,;] )d['’]où",
    r"il s['’]ensuit",
)

BY_LANGUAGE: Mapping[str, tuple[str, ...]] = {
    "en": ENGLISH,
    "ru": RUSSIAN,
    "kk": KAZAKH,
    "de": GERMAN,
    "fr": FRENCH,
}

DEFAULT_LANGUAGE = "en"


def first_indicator(text: str, *, language: str | None) -> str | None:
    """Return the first word in `text` that joins a reason and a conclusion, or None.

    `language` is a tag such as `en` or `de-AT`, None for English. Of a language without a list
    nothing is found.
    """
    primary = (language or DEFAULT_LANGUAGE).replace("_", "-").split("-")[0].lower()
    pattern = _pattern(primary)
    found = pattern.search(text) if pattern else None
    return found.group().strip() if found else None


@cache
def _pattern(primary: str) -> re.Pattern[str] | None:
    words = BY_LANGUAGE.get(primary)
    if words is None:
        return None
    return re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?:(?<=['’])|(?![\w-]))", re.IGNORECASE)
