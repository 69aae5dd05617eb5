"""What is shown of a map as data: claims, arguments, relations, sources, colours, what is hidden.

`argmap.render.json` writes it beside the places. docs/json-drawing.md describes it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict

from argmap.drawing.reading_side import is_right_to_left
from argmap.drawing.showing import Showing
from argmap.model import Argument, ArgumentMap, Polarity
from argmap.page_data.network import network_data
from argmap.page_data.nodes import Nodes, relation
from argmap.page_data.sources import bibliography
from argmap.page_data.verdicts import Verdicts
from argmap.themes import Theme
from argmap.values import depth_first
from argmap.view import depths


def page_data(showing: Showing, theme: Theme, *, part: int | None = None) -> dict[str, object]:
    """Return what is shown of a map, as values that JSON knows; `part` is its number, if it is one.

    Of what is hidden only numbers are told: neither texts nor ids.
    """
    view, evaluation = showing.view, showing.evaluation
    a_map, whole = view.map, view.whole
    nodes = Nodes(showing, Verdicts(showing), depths(whole))
    return {
        "description": a_map.description,
        "text_direction": "rtl" if is_right_to_left(_names(a_map)) else "ltr",
        "audiences": list(_audiences(whole, shown=a_map)),
        "semantics": evaluation.semantics if evaluation else None,
        "part": part,
        "trail": [{"name": crumb.name, "part": crumb.part} for crumb in view.trail],
        "hidden": {
            "claims": len(whole.claims) - len(a_map.claims),
            "arguments": len(whole.arguments) - len(a_map.arguments),
        },
        "reading_order": reading_order(a_map),
        "claims": [nodes.claim(claim) for claim in a_map.claims],
        "arguments": [nodes.argument(argument) for argument in a_map.arguments],
        "relations": list(_relations(a_map)),
        "network": network_data(showing),
        "sources": list(bibliography(a_map, showing.words)),
        "theme": _theme(theme),
    }


def reading_order(a_map: ArgumentMap) -> list[str]:
    """Return the ids of all claims and arguments, each followed by what it rests on.

    It goes through claims as `ArgumentMap.claims` does, and through arguments likewise.
    """

    def following(name: str) -> list[str]:
        argument = a_map.arguments_by_id.get(name)
        bearing = [one.id for one in a_map.arguments_on(name)]
        return [*(argument.premises if argument else ()), *bearing]

    return depth_first((*a_map.theses, *(claim.id for claim in a_map.claims)), following)


def _names(a_map: ArgumentMap) -> list[str]:
    theses = [a_map.claims_by_id[thesis].text for thesis in a_map.theses]
    return [a_map.title or "", *(theses or [claim.text for claim in a_map.claims])]


def _audiences(whole: ArgumentMap, *, shown: ArgumentMap) -> Iterator[dict[str, object]]:
    for one in whole.audiences:
        heard = {id: number for id, number in one.strengths if id in shown.arguments_by_id}
        yield {"id": one.id, "strengths": heard, "values": list(one.order)}


def _relations(a_map: ArgumentMap) -> Iterator[dict[str, object]]:
    for argument in a_map.arguments:
        yield _relation(relation(a_map, argument), argument.premises, argument.target, argument)
    order = {claim.id: number for number, claim in enumerate(a_map.claims)}
    for claim in a_map.claims:
        for other in a_map.contradictions_of(claim.id):
            # Each pair once: it works both ways.
            if order[other] >= order[claim.id]:
                yield _relation("contradicts", (other,), claim.id, None)


def _relation(
    kind: str, tails: tuple[str, ...], head: str, argument: Argument | None
) -> dict[str, object]:
    supports = argument is not None and argument.polarity is Polarity.SUPPORT
    return {
        "kind": kind,
        "polarity": Polarity.SUPPORT if supports else Polarity.ATTACK,
        "from": list(dict.fromkeys(tails)),
        "to": head,
        "argument": argument.id if argument else None,
    }


def _theme(theme: Theme) -> Mapping[str, object]:
    found = asdict(theme)
    return {
        "name": theme.name,
        "colours": found["palette"],
        "dark": found["dark"],
        "fonts": list(theme.fonts),
        "letter_width": theme.letter_width,
        "corner": theme.corner,
        "line_width": theme.line_width,
        "border_width": theme.border_width,
    }
