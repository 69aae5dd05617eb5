"""A text that holds an argument → its conclusion and its reason, by the word that joins them."""

import re
from typing import NamedTuple

from argmap.checks.language.indicators import Indicator, Leads, first_indicator
from argmap.checks.language.quotation import masked

_END_MARKS = ".!?…"
_BETWEEN = " ,;:–—-"
# Behind “it follows”, in other languages, and before “therefore”.
_THAT = re.compile(r"^,? *(?:что|dass|que|qu['’])(?: +|(?<=['’]))", re.IGNORECASE)
_AND = re.compile(r"[ ,;]+(?:and|und|et|y|e|и|а|және)$", re.IGNORECASE)
_COMMA = re.compile(r", ")


class Parts(NamedTuple):
    """What a text says as two sentences, and the word by which it joined them."""

    conclusion: str
    reason: str
    word: str


def parts_of(text: str, *, language: str | None) -> Parts | None:
    """Return the conclusion and the reason of a text, None where they cannot be told apart.

    Words stay in their order, which is that of a subordinate clause in some languages.
    """
    seen = masked(text)
    found = first_indicator(seen, language=language)
    if found is None or found.leads is Leads.NOWHERE:
        return None
    pair = _pair(text, seen, found)
    if pair is None:
        return None
    conclusion, reason = (_sentence(part, text) for part in pair)
    is_whole = all(re.search(r"\w", part) and _is_closed(part) for part in pair)
    return Parts(conclusion, reason, found.word) if is_whole else None


def _pair(text: str, seen: str, found: Indicator) -> tuple[str, str] | None:
    """Return what stands before and behind a word, the conclusion first."""
    before, behind = text[: found.start], text[found.end :]
    if found.leads is Leads.TO_CONCLUSION:
        # “We should therefore go” has its reason elsewhere.
        is_joint = before.rstrip()[-1:] in tuple(".,;:–—") or _AND.search(before.rstrip())
        return (_THAT.sub("", behind), _AND.sub("", before.rstrip())) if is_joint else None
    if before.strip():
        return before, behind
    commas = list(_COMMA.finditer(seen, found.end))
    if len(commas) != 1:
        return None
    return text[commas[0].end() :], text[found.end : commas[0].start()]


def _sentence(part: str, text: str) -> str:
    """Return a part of a text as a sentence, if the text is one."""
    words = part.strip(_BETWEEN).rstrip(_END_MARKS).rstrip(_BETWEEN)
    if next(filter(str.isalpha, text), "").isupper():
        words = words[:1].upper() + words[1:]
    last = text.rstrip()[-1:]
    return words + (last if last in tuple(_END_MARKS) else "")


def _is_closed(part: str) -> bool:
    return all(part.count(a) == part.count(b) for a, b in ("()", "[]", "“”", "«»"))
