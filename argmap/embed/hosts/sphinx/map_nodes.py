"""The nodes of Sphinx that stand for a map: a picture, the same in words, and what they lead to."""

import re
from collections.abc import Iterator, Sequence

from docutils import nodes

from argmap.embed.figure_making import part_caption, words_for
from argmap.embed.hosts.hosting import Hosted
from argmap.embed.nested_list import items
from argmap.embed.request import PROSE, Request, Shape
from argmap.links import is_relative
from argmap.render.renderer import Picture

_DEEPEST = 8
_PLACE = re.compile(r"[?#].*")


class MapNode(nodes.General, nodes.Element):
    """A map in a document; what is inside it tells the same in words."""


class MapFigure(MapNode):
    """A map that is drawn and has a caption: Sphinx numbers it, and references tell its caption.

    The caption is its first child, so that it is translated and can refer to other parts.
    """


class MapLinks(nodes.Invisible, nodes.Element):
    """The addresses that a map leads to, for a builder that tries them; others pass over it."""


def caption_of(picture: Picture | None, request: Request | None) -> str | None:
    """Return the caption of a map, None where it has none or is not drawn."""
    if picture is None or request is None or request.shape not in (None, Shape.HTML, Shape.IMAGE):
        return None
    return part_caption(picture, request)


def in_words(found: Hosted) -> list[nodes.Node]:
    """Return the map without its caption, or what is wrong with it, as any builder can write it."""
    picture, request = found.picture, found.request
    if picture is None or request is None:
        return [nodes.literal_block("", "\n".join(found.problems))]
    if request.shape in PROSE:
        return [nodes.paragraph("", words_for(picture.whole, request))]
    title = None if caption_of(picture, request) else picture.whole.title
    parts: list[nodes.Node] = [nodes.paragraph("", "", nodes.strong("", title))] if title else []
    return [*parts, _listed(picture), _links(picture)]


def _listed(picture: Picture) -> nodes.bullet_list:
    root = nodes.bullet_list()
    lists = [root]
    for item in items(picture, deepest=_DEEPEST):
        del lists[item.depth + 1 :]
        if len(lists) <= item.depth:
            lists.append(nodes.bullet_list())
            lists[-2][-1].append(lists[-1])
        words = nodes.paragraph()
        if item.lead:
            words += [nodes.strong("", f"{item.lead}:"), nodes.Text(" ")]
        words += nodes.Text(item.text or "")
        for remark in item.remarks:
            words += [nodes.Text(" "), nodes.emphasis("", f"({remark})")]
        lists[-1].append(nodes.list_item("", words))
    return root


def _links(picture: Picture) -> MapLinks:
    found = MapLinks()
    for address in dict.fromkeys(_addresses(picture)):
        found += nodes.reference("", address, refuri=address)
    return found


def _addresses(picture: Picture) -> Iterator[str]:
    for claim in picture.whole.claims:
        # Of a file beside the document only its name can be tried.
        link = claim.link or ""
        link = _PLACE.sub("", link) if is_relative(link) else link
        if link and not link.startswith("#"):
            yield link
    yield from (source.url for source in picture.whole.sources if source.url)


def caption_as_paragraph(node: MapNode) -> None:
    """Give a map whose caption no builder would expect there a paragraph in its place."""
    if isinstance(node, MapFigure):
        caption = node[0]
        strong = nodes.strong("", "", *children_of(caption))
        node.replace(caption, nodes.paragraph("", "", strong))


def children_of(node: nodes.Node) -> Sequence[nodes.Node]:
    """Return copies of what is inside a node."""
    return [child.deepcopy() for child in node.children]
