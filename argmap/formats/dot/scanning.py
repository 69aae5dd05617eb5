"""A text in DOT → where its names stand and its graph begins and ends, and what is wrong with it.

Graphviz reads the text; it tells neither lines nor places.
"""

import re
from dataclasses import dataclass, field

_TOKEN = re.compile(
    r"""(?P<blank>\s++|//[^\n]*+|/\*.*?\*/|(?<![^\n])\#[^\n]*+)
    |(?P<string>"(?:[^"\\]|\\.)*+")
    |(?P<html><)
    |(?P<edge>--|->)
    |(?P<name>[A-Za-z_\u0080-\U0010ffff][\w\u0080-\U0010ffff]*+|-?(?:\.\d++|\d++(?:\.\d*+)?))
    |(?P<sign>[{}\[\];,=:+])""",
    re.VERBOSE | re.DOTALL,
)
_BRACKETS = {"}": "{", "]": "["}
_WORDS = ("strict", "graph", "digraph", "subgraph", "node", "edge")
_ARROWS = {"graph": "--", "digraph": "->"}
_SETTINGS = (["layout", "="], ["charset", "="])
_AFTER_EDGE = ("name", "string", "html")


@dataclass(slots=True)
class Scan:
    """What was found. `names` are the places of the ids in a text, by their names.

    `body` is the place after the first brace; `rest` is where something follows the graph;
    `settings` are the places where it asks for a layout or tells its encoding; `fault` is a
    sentence with its place.
    """

    names: dict[str, tuple[int, int]] = field(default_factory=dict)
    body: int | None = None
    rest: int | None = None
    settings: list[tuple[int, int, str]] = field(default_factory=list)
    fault: tuple[str, int] | None = None


def scanned(text: str) -> Scan:
    """Return what is known of a text without reading it."""
    scan = Scan()
    brackets: list[tuple[str, int]] = []
    at, after_edge = 0, None
    # The two tokens before, with their places; and the sign of a line in this kind of graph.
    before: list[tuple[str, int]] = []
    arrow = ""
    while at < len(text):
        found = _TOKEN.match(text, at)
        kind = found.lastgroup if found else None
        if found is None or kind is None:
            scan.fault = (_strange(text, at), at)
            return scan
        start, end = at, _end_of_html(text, at) if kind == "html" else found.end()
        if end is None:
            scan.fault = ("the label that begins here with “<” does not end", at)
            return scan
        at = end
        if kind == "blank":
            continue
        if scan.body is not None and not brackets:
            scan.rest = start
            return scan
        sign = found[0] if kind == "sign" else ""
        if after_edge is not None and kind not in _AFTER_EDGE and sign != "{":
            scan.fault = ("after this arrow should stand what it leads to", after_edge)
            return scan
        if kind == "edge" and found[0] != arrow:
            scan.fault = (f"in this kind of graph a line is written “{arrow}”", start)
            return scan
        after_edge = start if kind == "edge" else None
        word = found[0].casefold()
        if scan.body is None and word in _ARROWS:
            arrow = _ARROWS[word]
        if [one for one, _ in before] in _SETTINGS and kind in _AFTER_EDGE:
            scan.settings.append((before[0][1], end, before[0][0]))
        before = [*before[-1:], (word, start)]
        if sign in ("{", "["):
            brackets.append((sign, start))
            scan.body = end if scan.body is None else scan.body
        elif sign in _BRACKETS:
            if not brackets or brackets.pop()[0] != _BRACKETS[sign]:
                scan.fault = (f"this “{sign}” ends nothing that begins before it", start)
                return scan
        elif kind in ("name", "string") and word not in _WORDS:
            scan.names.setdefault(_plain(found[0]), (start, end))
    if brackets:
        sign, start = brackets[-1]
        scan.fault = (f"the “{sign}” that begins here does not end", start)
    return scan


def _strange(text: str, at: int) -> str:
    if text[at] == '"':
        return "the quotation mark that begins here does not end"
    if text.startswith("/*", at):
        return "the comment that begins here does not end"
    return "this sign is no part of DOT here"


def _end_of_html(text: str, at: int) -> int | None:
    depth = 0
    for found in re.compile("[<>]").finditer(text, at):
        depth += 1 if found[0] == "<" else -1
        if depth == 0:
            return found.end()
    return None


def _plain(written: str) -> str:
    return written[1:-1].replace('\\"', '"') if written.startswith('"') else written
