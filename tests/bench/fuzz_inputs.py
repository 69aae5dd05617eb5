"""Hostile documents: sound ones whose parts are swapped, doubled, taken out, and filled with traps.

A tree of JSON or XML is changed as a tree, lines as lines; some are then damaged byte by byte, or
written in another encoding. The same dice give the same document.
"""

import copy
import json
import random
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import yaml

from tests.bench.fuzz_seeds import READERS, seeds

TREES = ("json", "aif", "argdown-json", "arguebuf", "sadface", "mindmup")
YAML = ("yaml", "carneades", "gsn")
XML = ("opml", "freeplane")
_DEEP = "@@deep@@"
TRAPS = (
    "", " ", "\u00ad", "\u200b\u2060", "\ufe0f", "\x00", "\x07", "a\x08b", "\x0b", "\x0c",
    "\x1b[31m", "\x1f", "\x7f", "\x85", "a\x85b", "\x9f", "\u2028", "\u2029x", "\ud800",
    "a\udfffb", "\ufeff", "\ufffe", "\ufdd0", "\U000e0001", "\u202eevil\u202c", "\u2066x",
    "e\u0301\u0302", "日本語", "👩\u200d👩\u200d👧", "🇩", "x" * 300, "word " * 120, "1" * 5000, "1",
    "-", "+", "~", "&", "*", "•", "#", "# x", "#tag", "\\", "\\\\", "{#plant}", "{#", "{",
    "[Plant]", "<Shade>", "<", "<b>x</b>", "]]>", "&amp;", "&#0;", "@include(x)", "(1)",
    "----", "-- a --", "===", "```", "><", "<_", "\r\n", "\r", "\t", "\tx", "a\nb", "\n\n",
    "NaN", "-Infinity", "1e999", "-1e-999", "null", "~", "true", "0x1F", "1_000",
    "/etc/passwd", "../../x", "javascript:x", "http://[::1", "https://x y", "https://a.b",
    "¶1", "::error::x", "a.1", "a" * 201, "plant", "shade", "step", "%s", "{0}", "__proto__",
    "Pro:", "Because:", "Con: x", "p af 3", "arg(a).", "att(a,b).", "1.1. Pro: x",
    "argmap: 1", "!!python/x", "&a", "*a", "|", ">-", "? x", "'", '"', "AIF", "atom", "RA",
    "CA", "equivalence-class", "support",
)  # fmt: skip
NUMBERS = (0, -1, 1, 0.5, 10**20, -(10**300), 1e308, float("inf"), float("nan"), -0.0, 1e-320)
PLAIN: tuple[Any, ...] = (
    None,
    True,
    False,
    [],
    {},
    [[]],
    [None],
    {"": None},
    [1, "x"],
    {"text": {}},
    ["a", "a"],
)


class Inputs:
    """Makes hostile documents of the notations that are read."""

    def __init__(self) -> None:
        """Parse the seeds once."""
        self._texts = seeds()
        self._trees: dict[str, list[Any]] = {
            name: [json.loads(text) for text in self._texts[name]] for name in TREES
        }
        self._trees |= {name: [yaml.safe_load(text) for text in self._texts[name]] for name in YAML}
        self._elements = {
            name: [ElementTree.fromstring(text.encode()) for text in self._texts[name]]
            for name in XML
        }
        self._words = sorted(
            {w for texts in self._texts.values() for t in texts for w in t.split()}
        )

    def document(self, notation: str, dice: random.Random) -> bytes:
        """Return a hostile document of a notation."""
        source = notation if dice.random() < 0.98 else dice.choice(READERS)
        if source in TREES or (source in YAML and dice.random() < 0.5):
            text = self._tree(source, dice)
        elif source in XML and dice.random() < 0.8:
            text = self._markup(source, dice)
        else:
            text = self._lines(source, dice)
        return _encoded(_scarred(text, dice), dice)

    def _tree(self, notation: str, dice: random.Random) -> str:
        tree = copy.deepcopy(dice.choice(self._trees[notation]))
        for _ in range(_few(dice)):
            tree = _changed_tree(tree, dice)
        indent = dice.choice((None, None, 1))
        text = json.dumps(tree, ensure_ascii=dice.random() < 0.5, indent=indent, default=str)
        if _DEEP in text:
            depth = dice.choice((30, 200, 3000))
            text = text.replace(f'"{_DEEP}"', "[" * depth + "]" * depth)
        return text

    def _markup(self, notation: str, dice: random.Random) -> str:
        root = copy.deepcopy(dice.choice(self._elements[notation]))
        for _ in range(_few(dice)):
            _change_element(root, dice)
        text = ElementTree.tostring(root, encoding="unicode")
        if dice.random() < 0.5:
            text = text.encode("ascii", "xmlcharrefreplace").decode()
        return text

    def _lines(self, notation: str, dice: random.Random) -> str:
        lines = dice.choice(self._texts[notation]).split("\n")
        for _ in range(_few(dice)):
            _change_lines(lines, dice, self._words)
        return "\n".join(lines)


def _few(dice: random.Random) -> int:
    return min(1 + int(dice.expovariate(0.7)), 12)


def _trap(dice: random.Random) -> Any:
    kind = dice.random()
    if kind < 0.6:
        return dice.choice(TRAPS)
    if kind < 0.75:
        return dice.choice(NUMBERS)
    return copy.deepcopy(dice.choice(PLAIN)) if kind < 0.97 else _DEEP


def places_of(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each place of a tree, as what holds it and the key or the number there."""
    waiting = [tree]
    while waiting:
        holder = waiting.pop()
        if isinstance(holder, dict | list):
            pairs = list(holder.items() if isinstance(holder, dict) else enumerate(holder))
            for key, value in pairs:
                yield holder, key
                waiting.append(value)


def _changed_tree(tree: Any, dice: random.Random) -> Any:
    places = list(places_of(tree))
    if not places or dice.random() < 0.01:
        return _trap(dice)
    holder, key = dice.choice(places)
    other, place = dice.choice(places)
    kind = dice.randrange(9)
    if kind == 0:
        del holder[key]
    elif kind == 1 and isinstance(holder, list):
        holder.insert(dice.randrange(len(holder) + 1), copy.deepcopy(holder[key]))
    elif kind == 2:
        holder[key] = copy.deepcopy(other[place])
    elif kind == 3:
        holder[key] = dice.choice(([holder[key]], {"text": holder[key]}, {"id": holder[key]}))
    elif kind == 4 and isinstance(holder, dict):
        name = dice.choice(TRAPS) if dice.random() < 0.5 else str(place)
        holder[name] = holder.pop(key) if dice.random() < 0.5 else _trap(dice)
    elif kind == 5 and isinstance(holder[key], str):
        at = dice.randrange(len(holder[key]) + 1)
        holder[key] = holder[key][:at] + dice.choice(TRAPS) + holder[key][at:]
    else:
        holder[key] = _trap(dice)
    return tree


def _change_element(root: ElementTree.Element, dice: random.Random) -> None:
    elements = list(root.iter())
    one, other = dice.choice(elements), dice.choice(elements)
    kind = dice.randrange(8)
    if kind == 0 and len(one):
        one.remove(dice.choice(list(one)))
    elif kind == 1:
        # A copy of what stands elsewhere, which may hold the place it comes to.
        one.insert(dice.randrange(len(one) + 1), copy.deepcopy(other))
    elif kind == 2:
        one.tag = other.tag
    elif kind == 3:
        one.text = dice.choice(TRAPS)
    elif kind == 4:
        one.tail = dice.choice(TRAPS)
    elif kind == 5 and other.attrib:
        name = dice.choice(list(other.attrib))
        one.set(name, other.get(name, ""))
    elif one.attrib:
        name = dice.choice(list(one.attrib))
        value = one.get(name, "")
        at = dice.choice((0, len(value), dice.randrange(len(value) + 1)))
        trap = dice.choice(TRAPS)
        one.set(name, trap if dice.random() < 0.5 else value[:at] + trap + value[at:])


def _change_lines(lines: list[str], dice: random.Random, words: list[str]) -> None:
    at, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    kind = dice.randrange(9)
    if kind == 0 and len(lines) > 1:
        del lines[at]
    elif kind == 1:
        lines.insert(other, lines[at])
    elif kind == 2:
        lines[at], lines[other] = lines[other], lines[at]
    elif kind == 3:
        lines[at] = dice.choice((" ", "  ", "\t", " " * 40)) + lines[at]
    elif kind == 4:
        lines[at] = lines[at].lstrip()
    elif kind == 5:
        lines[at : at + 1] = lines[at : other + 1] * dice.choice((2, 2, 30))
    elif kind == 6:
        place = dice.randrange(len(lines[at]) + 1)
        lines[at] = lines[at][:place]
    else:
        place = dice.randrange(len(lines[at]) + 1)
        token = dice.choice(TRAPS) if dice.random() < 0.7 else dice.choice(words)
        space = dice.choice(("", " "))
        lines[at] = lines[at][:place] + space + token + space + lines[at][place:]


def _scarred(text: str, dice: random.Random) -> str:
    """Return a text as it is, or with a key doubled, a piece cut out or written twice."""
    kind = dice.random()
    if kind > 0.12:
        return text
    at = dice.randrange(len(text) + 1)
    length = dice.choice((1, 5, 40))
    if kind < 0.03:
        brace = text.find("{", at)
        doubled = text[brace + 1 : text.find(",", brace) + 1] or '"x": 1, "x": 1,'
        return f"{text[: brace + 1]}{doubled}{text[brace + 1 :]}"
    if kind < 0.06:
        return text[:at] + text[at + length :]
    if kind < 0.09:
        return text[:at] + text[at : at + length] * 3 + text[at:]
    return text[:at] if kind < 0.1 else text[:at] + dice.choice(TRAPS) + text[at:]


def _encoded(text: str, dice: random.Random) -> bytes:
    kind = dice.random()
    if kind < 0.02:
        text = text.replace("\n", dice.choice(("\r\n", "\r", "\x85", "\u2028")))
    data = text.encode("utf-8", "surrogatepass")
    if kind > 0.94:
        name = dice.choice(("utf-16", "utf-8-sig", "utf-32", "utf-16-be", "cp1252", "latin-1"))
        data = text.encode(name, "replace")
    if 0.9 < kind <= 0.94:
        at = dice.randrange(len(data) + 1)
        junk = dice.randbytes(dice.choice((1, 2, 8)))
        data = data[:at] + junk + data[at + dice.choice((0, len(junk))) :]
    return data
