"""What a page may do: run its own scripts, show its own styles, and nothing else."""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_SCRIPT = re.compile(r'<script(?: type="module"| id="[\w-]+")?>(.*?)</script>', re.DOTALL)


def policy_of(lines: Iterable[str], *, also: str = "", scripts_may: Iterable[str] = ()) -> str:
    """Return a policy for a page with the hashes of all its scripts and style sheets.

    `also` has further directives, and `scripts_may` what its scripts may do besides. The texts of
    a map have no tags, so that what is between tags is argmap's.
    """
    page = "\n".join(lines)
    directives = (
        "default-src 'none'",
        f"script-src {' '.join([_sources(_SCRIPT, page), *scripts_may])}",
        f"style-src {_sources(_STYLE, page)}",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        *filter(None, [also]),
    )
    return "; ".join(directives)


def _sources(pattern: re.Pattern[str], page: str) -> str:
    return " ".join(dict.fromkeys(_hashes(pattern, page)))


def _hashes(pattern: re.Pattern[str], page: str) -> Iterator[str]:
    for found in pattern.finditer(page):
        hashed = hashlib.sha256(found[1].encode()).digest()
        yield f"'sha256-{base64.b64encode(hashed).decode()}'"
