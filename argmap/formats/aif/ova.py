"""What OVA writes → the graph of AIF in it, with the names of AIF.

OVA3 and other tools put the graph under the key `AIF`. OVA2 and OVA have their own: nodes with an
`id`, and edges whose ends are nodes with ids; `analysis` holds the text.
"""

import re
from typing import Any

START = re.compile(r'"type"\s*:\s*"(?:I|L|RA|CA|MA|PA|TA|YA)"')


def graph_in(data: Any) -> Any:
    """Return the graph of AIF that a file holds, whichever tool wrote it."""
    if not isinstance(data, dict):
        return data
    if isinstance(data.get("AIF"), dict):
        return data["AIF"]
    nodes = data.get("nodes")
    if not isinstance(nodes, list) or any(_has(node, "nodeID") for node in nodes):
        return data
    if not any(_has(node, "id") for node in nodes):
        return data
    return {
        "nodes": [_renamed(node, "id", "nodeID") for node in nodes],
        "edges": [_edge(edge) for edge in _records(data.get("edges"))],
        "locutions": [
            {"nodeID": node["id"], "personID": node["participantID"]}
            for node in nodes
            if _has(node, "id") and _has(node, "participantID")
        ],
        "participants": [
            _renamed(person, "id", "participantID") for person in _records(data.get("participants"))
        ],
    }


def text_in(data: Any) -> str:
    """Return the text that was analysed, as it is kept beside the graph; it may be in HTML."""
    if not isinstance(data, dict):
        return ""
    for beside in (data.get("text"), data.get("analysis")):
        text = beside.get("txt") if isinstance(beside, dict) else beside
        if isinstance(text, str) and text.strip():
            return text
    return ""


def _has(record: Any, key: str) -> bool:
    return isinstance(record, dict) and key in record


def _renamed(record: Any, old: str, new: str) -> Any:
    if not _has(record, old):
        return record
    return {**record, new: record[old]}


def _edge(edge: dict[str, Any]) -> dict[str, Any]:
    """Return an edge of AIF; the ends of one of OVA are nodes, or the ids of nodes."""
    ends = {new: edge.get(old) for old, new in (("from", "fromID"), ("to", "toID"))}
    return {key: end.get("id") if isinstance(end, dict) else end for key, end in ends.items()}


def _records(found: Any) -> list[dict[str, Any]]:
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
