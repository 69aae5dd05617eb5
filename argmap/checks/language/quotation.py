"""What stands inside quotation marks is somebody else’s wording, and not the claim’s own."""

import re

_QUOTATION = re.compile(
    r"“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«|\"[^\"]*\"|‘(?:[^‘’]|’(?=\w))*’(?!\w)|「[^「」]*」"
)


def without_quotations(text: str) -> str:
    """Return `text` with only the first character of every quotation in it."""
    return _QUOTATION.sub(lambda found: f"“{found[0][1:-1][:1]}”", text)


def masked(text: str) -> str:
    """Return `text`, as long as it was, with only the first character of every quotation in it."""
    return _QUOTATION.sub(lambda found: f"“{found[0][1:2]}{'”' * (len(found[0]) - 2)}", text)
