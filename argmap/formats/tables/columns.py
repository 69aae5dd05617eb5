"""What others call the columns of tables of claims, and of lines between them."""

import re
from collections.abc import Iterable, Mapping, Sequence

from argmap.formats.tables.nodes import COLUMNS, SOURCE_COLUMNS
from argmap.formats.tables.sources import CITED

# By our names, those of others in the order in which they count where a table has several.
_OF_NODES: Mapping[str, tuple[str, ...]] = {
    "id": ("key", "node", "nodeid", "claimid", "nr", "no", "number", "#"),
    "kind": ("nodetype", "role", "category", "type"),
    "text": ("claim", "statement", "content", "sentence", "proposition", "argument", "body"),
    "label": ("title", "name", "heading"),
    "thesis": ("main", "mainclaim", "contention"),
    "group": ("cluster", "section", "topic"),
    "tags": ("tag", "keywords"),
    "link": ("url", "href"),
    "note": ("notes", "comment", "comments", "description", "remark", "remarks"),
    "status": ("state",),
    "credence": ("probability", "confidence", "belief"),
    "unstated": ("implicit",),
    "strength": ("weight",),
    "parent": ("parentid", "target", "targetid", "replyto", "bearson", "conclusion"),
    "relation": ("stance", "polarity", "bearing", "procon", "relationtype", "edgelabel"),
}
_OF_LINES: Mapping[str, tuple[str, ...]] = {
    "from": ("source", "src", "start", "sourceid", "fromid", "premise", "fromnode"),
    "to": ("target", "trg", "dst", "end", "targetid", "toid", "conclusion", "tonode"),
    "relation": (
        *("relationship", "relationtype", "polarity", "stance", "edgelabel", "label"),
        *("interaction", "kind", "type", "name", "edge"),
    ),
    **dict.fromkeys(CITED, ()),
}


def node_columns(names: Sequence[str]) -> dict[str, int]:
    """Return the places of the columns of a table of claims, by the names that argmap has."""
    return _places(
        names, {name: _OF_NODES.get(name, ()) for name in (*COLUMNS, *_OF_NODES, *SOURCE_COLUMNS)}
    )


def line_columns(names: Sequence[str]) -> dict[str, int]:
    """Return the places of the columns of a table of lines; empty where it is none."""
    places = _places(names, _OF_LINES)
    return places if {"from", "to"} <= places.keys() else {}


def node_named(name: str) -> str | None:
    """Return what argmap calls what others say of a claim under this name, None if nothing."""
    return next(iter(node_columns([name])), None)


def _places(names: Sequence[str], wanted: Mapping[str, Iterable[str]]) -> dict[str, int]:
    folded = [re.sub(r"[\s_-]", "", name.casefold()) for name in names]
    found: dict[str, int] = {}
    for name, others in wanted.items():
        place = next((folded.index(one) for one in (name, *others) if one in folded), None)
        if place is not None and place not in found.values():
            found[name] = place
    return found
