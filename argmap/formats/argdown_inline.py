"""The inside of a statement in Argdown: its title, its words, tags, links and metadata."""

import re
from dataclasses import dataclass, field

_ESCAPE = r"\\(?P<escaped>.)"
_TAG = r"#(?:\((?P<long_tag>[^)\n]+)\)|(?P<tag>[\w\u00a0-\ud7ff-]+))"
_LINK = r"\[(?P<words>(?:[^\]\\\n]|\\.)+)\]\((?P<address>[^)\n]+)\)"
_MENTION = r"@(?:\[(?P<statement>[^\]\n]+)\]|<(?P<argument>[^>\n]+)>)"
_TOKENS = re.compile(f"{_ESCAPE}|{_MENTION}|{_LINK}|{_TAG}")
_ESCAPED = re.compile(_ESCAPE)
_STRONG = re.compile(r"(?<![\w\\])(\*\*|__|\*|_)(?=\S)(.+?)(?<=[^\s\\])\1(?!\w)", re.DOTALL)
_BLANKS = re.compile(r"\s+")
_TITLED = re.compile(r"\s*(?:\[(?P<statement>[^\]\n]+)\]|<(?P<argument>[^>\n]+)>)(?P<colon>:?)")
# Escaped characters wait here until bold and italic words are found.
_PRIVATE = 0xE000


@dataclass(slots=True)
class Content:
    """What stands after a symbol: a title, a text, or both; `offset` is where the text begins."""

    title: str | None
    is_argument: bool
    is_definition: bool
    text: str
    offset: int
    tags: list[str] = field(default_factory=list)
    link: str | None = None
    metadata: str | None = None
    has_lost: bool = False


def content_of(written: str) -> Content:
    """Return what is written in a statement or an argument."""
    found = _TITLED.match(written)
    # “[words](address)” is a link, and “[title] words” a sentence.
    titled = found is not None and not written.startswith("(", found.end())
    if found and titled and not found["colon"] and not _is_end(written[found.end() :]):
        titled = False
    title = (found["statement"] or found["argument"]) if found and titled else None
    rest = written[found.end() :] if found and titled else written
    rest, metadata = _without_metadata(rest)
    content = Content(
        title=_BLANKS.sub(" ", title).strip() if title else None,
        is_argument=bool(found and titled and found["argument"]),
        is_definition=bool(found and titled and found["colon"]),
        text="",
        offset=len(written) - len(rest.lstrip()) if not metadata else 0,
        metadata=metadata,
    )
    content.text = _words(rest, content)
    return content


def _is_end(rest: str) -> bool:
    """Return whether only tags and metadata follow a title."""
    return not _TOKENS.sub(
        lambda m: "" if m["tag"] or m["long_tag"] else "x", _without_metadata(rest)[0]
    ).strip()


def _without_metadata(text: str) -> tuple[str, str | None]:
    """Return a text without the braces that it ends with, and what is in them."""
    stripped = text.rstrip()
    if not stripped.endswith("}") or stripped.endswith("\\}"):
        return text, None
    depth = 0
    for at in range(len(stripped) - 1, -1, -1):
        character = stripped[at]
        if character in "{}" and at and stripped[at - 1] == "\\":
            continue
        depth += {"}": 1, "{": -1}.get(character, 0)
        if depth == 0:
            return stripped[:at], stripped[at:]
    return text, None


def _words(text: str, content: Content) -> str:
    kept: list[str] = []

    def plain(found: re.Match[str]) -> str:
        if found["escaped"] is not None:
            kept.append(found["escaped"])
            return chr(_PRIVATE + len(kept) - 1) if len(kept) < 6000 else found["escaped"]
        if tag := found["long_tag"] or found["tag"]:
            content.tags.append(_BLANKS.sub(" ", tag).strip())
            return ""
        if found["address"]:
            content.has_lost = content.has_lost or content.link is not None
            content.link = content.link or found["address"].strip()
            return _ESCAPED.sub(plain, found["words"])
        return found["statement"] or found["argument"]

    shown = _TOKENS.sub(plain, text)
    for _ in range(3):
        shown = _STRONG.sub(lambda found: found[2], shown)
    for number, character in enumerate(kept[:6000]):
        shown = shown.replace(chr(_PRIVATE + number), character)
    return _BLANKS.sub(" ", shown).strip()
