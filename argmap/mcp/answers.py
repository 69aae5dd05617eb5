"""What tools answer: never too long, and with what files say marked as data."""

import re

# A tool that answers more fills the memory of an assistant with one question.
LONGEST = 24_000
_CUT = "\n… cut here: {left:,} more characters. Ask for a part, or a smaller map."
_MARK = re.compile(r"<(?=/?data\b)", re.IGNORECASE)


def cut(answer: str, longest: int = LONGEST) -> str:
    """Return an answer, cut at a line where it is too long, with how much is missing."""
    if len(answer) <= longest:
        return answer
    room = longest - len(_CUT) - 20
    end = answer.rfind("\n", room // 2, room)
    kept = answer[: end if end > 0 else room]
    return kept + _CUT.format(left=len(answer) - len(kept))


def as_data(text: str, *, of: str, longest: int = LONGEST) -> str:
    """Return a text that comes from files between marks that it cannot close itself."""
    held = _MARK.sub("‹", cut(text.strip("\n"), longest))
    name = re.sub(r"[\"<>\s]+", " ", of)[:200]
    return f'<data of="{name}">\n{held}\n</data>'


def answered(*parts: str) -> str:
    """Return several parts as one answer that is not too long; what is cut stays marked as data."""
    whole = "\n\n".join(part for part in parts if part)
    if len(whole) <= LONGEST:
        return whole
    end = "\n</data>"
    shown = cut(whole, LONGEST - len(end))
    is_open = shown.rfind("<data of=") > shown.rfind("</data>")
    return shown + end if is_open else shown
