"""What becomes of the mind maps and outlines in a folder, beside a plain reading of their XML.

    python -m tests.bench.outline_files FOLDER

FOLDER holds `.mm` files, such as all of github.com/freeplane/freeplane, or `.opml` files. HTML in
them is read by Beautiful Soup and lxml, as browsers read it. A file is equal where the map, its
title first, has the texts of all nodes in their order, and all notes. Files whose nodes have no
texts at all, such as templates, are not read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup
from lxml import etree  # type: ignore[import-untyped]

from argmap.formats.carriers.marked_up import is_html
from argmap.formats.nested_lists.marks import KEPT, item_of
from argmap.model import ArgumentMap
from argmap.values import one_line
from tests.bench.foreign import tell

_BLOCKS = ["br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "p", "pre", "td", "tr"]


@dataclass(frozen=True, slots=True)
class Node:
    """What a reader sees of a node: its text and its note, each on one line."""

    text: str
    note: str


def visible(html: str) -> str:
    """Return what a reader sees of HTML, on one line."""
    soup = BeautifulSoup(html, "lxml")
    for unseen in soup(["head", "script", "style"]):
        unseen.decompose()
    for block in soup(_BLOCKS):
        block.insert_before("\n")
        block.insert_after("\n")
    return one_line(soup.get_text())


def nodes_of_mind_map(root: etree._Element) -> Iterator[Node]:
    """Yield the nodes of a mind map in their order, without repetitions by clones."""
    for node in root.iter("node"):
        given = node.get("TEXT", "")
        is_rich = given.lstrip().lower().startswith("<html")
        text = visible(given) if is_rich else one_line(given)
        notes = []
        for rich in node.findall("richcontent"):
            inner = "".join(etree.tostring(one, encoding="unicode") for one in rich)
            if rich.get("TYPE") == "NODE":
                text = visible(inner)
            else:
                notes.append(visible(inner))
        yield Node(text, " ".join(filter(None, notes)))


def nodes_of_outline(root: etree._Element) -> Iterator[Node]:
    """Yield the outlines of OPML in their order, without comments."""
    waiting = list(root.findall("body/outline"))
    while waiting:
        outline = waiting.pop(0)
        is_out = outline.get("isComment") == "true" or outline.get("type") == "include"
        if not is_out:
            text = outline.get("text") or outline.get("title") or ""
            note = outline.get("_note") or ""
            seen = [visible(one) if is_html(one) else one_line(one) for one in (text, note)]
            yield Node(*seen)
            waiting = [*outline.findall("outline"), *waiting]


def differences(path: Path, a_map: ArgumentMap) -> Iterator[str]:
    """Yield the texts and notes that are not in the map as they are in the file."""
    root = etree.parse(path).getroot()
    read = nodes_of_mind_map if root.tag == "map" else nodes_of_outline
    wanted = [node for node in read(root) if node.text]
    texts = [claim.text for claim in a_map.claims]
    if root.tag == "map" and a_map.title is not None:
        texts.insert(0, a_map.title)
    # The marks of argmap are taken for what they say; a mark alone is no claim.
    shown = [one_line(item_of(node.text, KEPT).text) for node in wanted]
    told = [text for text in shown if text]
    if told[:1] != texts[:1] and wanted and texts[:1] == [wanted[0].text]:
        told[0] = wanted[0].text
    for number, (one, other) in enumerate(zip(told, texts, strict=False)):
        if one != other:
            yield f"text {number}: {one[:60]!r} is {other[:60]!r}"
    if len(told) != len(texts):
        yield f"{len(told)} texts are {len(texts)}"
    notes = [one_line(claim.note) for claim in a_map.claims if claim.note]
    notes.append(one_line(a_map.description or ""))
    for node in wanted:
        if node.note and node.note not in notes:
            yield f"the note {node.note[:80]!r}"


def files_in(folder: Path) -> list[Path]:
    """Return the mind maps and outlines in a folder."""
    return [path for path in folder.rglob("*") if path.suffix in (".mm", ".opml")]


def main() -> None:
    """Print what is read and what differs."""
    tell(__doc__, files_in, differences)


if __name__ == "__main__":
    main()
