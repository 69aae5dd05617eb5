"""Words that join a reason and a conclusion, by language, as regular expressions.

A word is left out, or tied to its surroundings, where it mostly means something else: English
“since” is mostly about time, German “da” about place, French “car” may be a bus.
"""

import re
from collections.abc import Mapping
from enum import Enum
from functools import cache, lru_cache
from typing import NamedTuple


class Words(NamedTuple):
    """The words of a language: before a reason, before a conclusion, and as an end of a reason."""

    reasons: tuple[str, ...]
    conclusions: tuple[str, ...]
    endings: tuple[str, ...] = ()


ENGLISH = Words(
    reasons=(
        r"(?<!not )(?<!just )(?<!only )(?<!simply )because(?! of\b)",
        r"(?:(?<=^)|(?<=[,;] ))given that",
        r"(?<=, )since(?= (?:it|they|we|he|she|you|there|this|these|those|no|nobody|nothing)\b)",
    ),
    conclusions=(
        r"therefore",
        r"(?:(?<=^)|(?<=[,;:–—] )|(?<=and ))thus(?! far\b)",
        r"(?:(?<=^)|(?<=[,;:–—] )|(?<=and ))hence(?!forth)",
        r"consequently",
        r"(?:(?<=^)|(?<=[,;:–—] )|(?<=and ))as a result(?! of\b)",
        r"it follows that",
        r"(?:that|which) is why",
        r"for (?:this|that|these|those) reasons?",
        r"which (?:means|shows|proves|implies) that",
        r"(?<=, )so(?= (?:it|they|we|he|she|you|the|this|these|those|there)\b)",
        r"(?<=, )so(?= (?:a|an|our|your|its|no)\b)",
    ),
)

RUSSIAN = Words(
    reasons=(
        r"(?<!не )(?<!лишь )(?<!только )потому,? что",
        r"(?<!не )так как",
        r"поскольку",
        r"ибо",
        r"(?<!не )(?:оттого|из-за того|ввиду того|благодаря тому),? что",
    ),
    conclusions=(
        r"поэтому",
        r"следовательно",
        r"(?:(?<=^)|(?<=[,;:–—] )|(?<=а )|(?<=и ))значит(?=[ ,])",
        r"(?:(?<=^)|(?<=[,;] ))таким образом(?=,)",
        r"отсюда следует",
        r"из этого следует",
        r"вследствие чего",
        r"(?<=, )так что",
    ),
)

KAZAKH = Words(
    reasons=(
        r"өйткені",
        r"(?:(?<=^)|(?<=[,;:–—] ))себебі",
    ),
    conclusions=(
        r"сондықтан",
        r"демек",
        r"олай болса",
        r"сол себепті",
        r"осы себепті",
    ),
    endings=(
        r"\w+[ғқ]андықтан",
        r"\w+[гк]ендіктен",
    ),
)

GERMAN = Words(
    reasons=(
        r"(?<!nicht )(?<!nur )(?<!bloß )weil",
        r"(?<=[,;] )denn",
        r"(?<=, )da(?= (?:er|sie|es|wir|ich|ihr|man|der|die|das|dies|diese|ein|eine|kein|keine)\b)",
    ),
    conclusions=(
        r"deshalb",
        r"deswegen",
        r"daher(?!, dass\b)",
        r"(?:(?<=^)|(?<=[,;] )|(?<=und ))darum(?!, dass\b| geht\b)",
        r"folglich",
        r"somit",
        r"mithin",
        r"demnach",
        r"infolgedessen",
        r"(?:(?<=^)|(?<=[,;] ))also",
        r"daraus folgt",
    ),
)

FRENCH = Words(
    reasons=(
        r"(?<!pas )(?<!non )(?<!seulement )parce qu(?:e|['’])",
        r"(?<=[,;] )car",
        r"puisqu(?:e|['’])",
        r"étant donné qu(?:e|['’])",
        r"vu qu(?:e|['’])",
    ),
    conclusions=(
        r"donc",
        r"par conséquent",
        r"en conséquence",
        r"c['’]est pourquoi",
        r"dès lors(?! qu)",
        r"(?<=[,;] )d['’]où",
        r"il s['’]ensuit",
    ),
)

SPANISH = Words(
    reasons=(
        r"(?<!no )(?<!solo )(?<!sólo )(?<!solamente )porque",
        r"(?<=, )ya que",
        r"puesto que",
        r"dado que",
        r"(?<=[,;] )pues(?= (?:el|la|los|las|un|una|no|nadie|nada|es|son|hay|ha|han|se)\b)",
    ),
    conclusions=(
        r"por (?:lo )?tanto",
        r"por consiguiente",
        r"en consecuencia",
        r"(?:(?<=^)|(?<=[,;:–—] )|(?<=y ))por eso",
        r"(?<=[,;] )así que",
        r"de ahí que",
        r"de ello se sigue que",
    ),
)

BY_LANGUAGE: Mapping[str, Words] = {
    "en": ENGLISH,
    "ru": RUSSIAN,
    "kk": KAZAKH,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
}

DEFAULT_LANGUAGE = "en"


class Leads(Enum):
    """What stands behind a word that joins a reason and a conclusion."""

    TO_REASON = "reasons"
    TO_CONCLUSION = "conclusions"
    NOWHERE = "endings"


class Indicator(NamedTuple):
    """A word that joins a reason and a conclusion, the places between which it stands in a text."""

    word: str
    start: int
    end: int
    leads: Leads


# An editor asks of the same claims after each keystroke.
@lru_cache(maxsize=8192)
def first_indicator(text: str, *, language: str | None) -> Indicator | None:
    """Return the first word in `text` that joins a reason and a conclusion, or None.

    `language` is a tag such as `en` or `de-AT`, None for English. Of a language without a list
    nothing is found.
    """
    primary = (language or DEFAULT_LANGUAGE).replace("_", "-").split("-")[0].lower()
    pattern = _pattern(primary)
    found = pattern.search(text) if pattern else None
    if found is None:
        return None
    leads = next(one for one in Leads if found[one.value] is not None)
    return Indicator(found.group().strip(), found.start(), found.end(), leads)


@cache
def _pattern(primary: str) -> re.Pattern[str] | None:
    words = BY_LANGUAGE.get(primary)
    if words is None:
        return None
    groups = [f"(?P<{name}>{'|'.join(some)})" for name, some in words._asdict().items() if some]
    # A group that no language has needs a name all the same.
    groups += [f"(?P<{name}>(?!))" for name, some in words._asdict().items() if not some]
    any_of = "|".join(groups)
    return re.compile(rf"(?<![\w-])(?:{any_of})(?:(?<=['’])|(?![\w-]))", re.IGNORECASE)
