"""The ids of a map → terms of Prolog, by which Carneades names statements and arguments."""

import re
from collections.abc import Iterable, Mapping

from argmap.model import Argument, Claim

_TERM = re.compile(r"[^\W\d_A-Z]\w*")


def terms_of(parts: Iterable[Claim | Argument]) -> Mapping[str, str]:
    """Return a term of Prolog for each id: the id itself where it is one."""
    terms: dict[str, str] = {}
    taken: set[str] = set()
    latest: dict[str, int] = {}
    for part in sorted(parts, key=lambda one: _TERM.fullmatch(one.id) is None):
        plain = part.id if _TERM.fullmatch(part.id) else _as_term(part.id)
        term, number = plain, latest.get(plain, 1)
        while term in taken:
            number += 1
            term = f"{plain}_{number}"
        taken.add(term)
        latest[plain] = number
        terms[part.id] = term
    return terms


def _as_term(id: str) -> str:
    words = re.sub(r"\W", "_", id)
    lowered = words[:1].lower() + words[1:]
    return lowered if _TERM.fullmatch(lowered) else f"s_{words}"
