"""A text → its lines in YAML: plain where it can be, folded where long, else in quotes."""

import re
from collections.abc import Iterator

WIDTH = 100
_NARROWEST = 40

# Words that other readers of YAML take for something else than a text.
_LOADED_WORDS = frozenset(["null", "true", "false", "yes", "no", "on", "off", "y", "n"])
_UNPLAIN = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`=~<]|\.\.\.|.*(: | #|:$)", re.DOTALL)
# The reader takes this for a key whose space was forgotten; an address is no such thing.
_LIKE_A_KEY = re.compile(r"[a-z]+:(?!//)")
_FLOW_CHARACTERS = re.compile(r"[,\[\]{}:?]")
_ESCAPED = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
_OFTEN_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def written_text(text: str, indent: int, room: int) -> list[str]:
    """Return the lines of a text; all but the first begin with `indent` spaces.

    The first has room for `room` characters.
    """
    single = on_one_line(text)
    inner = " " * indent
    if "\n" in text and is_literal(text):
        mark = "|" if text.endswith("\n") else "|-"
        return [mark, *literal_lines(text, indent)]
    if len(single) <= room or not is_foldable(text):
        return [single]
    return [">-", *(inner + line for line in folded_lines(text, indent))]


def literal_lines(text: str, indent: int) -> list[str]:
    """Return the lines of a text below the sign `|`; a break at its end is left to the sign."""
    lines = text.removesuffix("\n").split("\n")
    return [" " * indent + line if line else "" for line in lines]


def folded_lines(text: str, indent: int) -> Iterator[str]:
    """Yield the lines of a text below the sign `>`, without what they are indented by."""
    width = max(_NARROWEST, WIDTH - indent)
    line = ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def on_one_line(text: str, *, in_flow: bool = False) -> str:
    """Return a text on one line, in quotes where it needs them; in brackets more texts do."""
    if is_plain(text, in_flow=in_flow):
        return text
    return in_double_quotes(text)


def is_plain(text: str, *, in_flow: bool = False) -> bool:
    """Return whether a text can stand without quotes, for every reader of YAML."""
    if not text or text != text.strip() or not is_printable(text) or "\n" in text:
        return False
    if text.lower() in _LOADED_WORDS or _UNPLAIN.match(text) or _LIKE_A_KEY.match(text):
        return False
    return not (in_flow and _FLOW_CHARACTERS.search(text))


def is_foldable(text: str) -> bool:
    """Return whether folding breaks nothing: single spaces between words, nothing to escape."""
    return is_printable(text) and "\n" not in text and all(text.split(" "))


def is_literal(text: str) -> bool:
    """Return whether a text can stand below the sign `|` with its breaks as they are."""
    body = text.removesuffix("\n")
    lines = body.split("\n")
    return (
        all(is_printable(line) for line in lines)
        and bool(lines[0].strip() and lines[-1].strip())
        and not lines[0].startswith(" ")
        and not any(line.isspace() for line in lines)
    )


def is_printable(text: str) -> bool:
    """Return whether a text has nothing that quotes must show by an escape."""
    return _ESCAPED.search(text) is None


def in_double_quotes(text: str) -> str:
    """Return a text in quotes, with escapes for what cannot be seen."""
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _escaped(character: str) -> str:
    if character in _OFTEN_ESCAPED:
        return _OFTEN_ESCAPED[character]
    if is_printable(character):
        return character
    point = ord(character)
    return f"\\x{point:02X}" if point < 256 else f"\\U{point:08X}"
