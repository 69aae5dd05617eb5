"""Names of schemes as people write them → one form in which they can be compared.

Databases of arguments write “Argument From Expert Opinion” or “ExpertOpinion_Inference”.
"""

import re
from functools import lru_cache

_JOINT = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NO_WORD = re.compile(r"[\W_]+")
_BEFORE = re.compile(
    r"^(generic-)?((argument|arguing|reasoning|appeal)-(from|by|to|for)-)?(an?-|the-)?"
)
_AFTER = re.compile(r"(-(argument|inference|scheme))+$")
_LONGEST = 200


def folded(name: str) -> str:
    """Return `name` in small letters with hyphens, without words such as “argument from”."""
    return _folded(name[:_LONGEST])


@lru_cache(maxsize=1024)  # a map has many arguments and few schemes
def _folded(name: str) -> str:
    words = _NO_WORD.sub("-", _JOINT.sub("-", name)).strip("-").lower()
    return _AFTER.sub("", _BEFORE.sub("", words)) or words
