"""A map → the same with other ids: what a renamed text must read back as."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from argmap.model import Argument, ArgumentMap, Claim
from argmap.reader.written import Kind

Node = TypeVar("Node", Claim, Argument)


def with_other_ids(a_map: ArgumentMap, kind: Kind, ids: Mapping[str, str]) -> ArgumentMap:
    """Return a map in which all things of a kind have their new ids, by the old ones in `ids`."""
    match kind:
        case Kind.CLAIM_OR_ARGUMENT:
            return _of_nodes(a_map, ids)
        case Kind.SOURCE:
            return _of_sources(a_map, ids)
        case Kind.AUDIENCE:
            return _of_audiences(a_map, ids)


def _of_nodes(a_map: ArgumentMap, ids: Mapping[str, str]) -> ArgumentMap:
    def one(name: str) -> str:
        return ids.get(name, name)

    def many(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(one, names))

    def is_named(*names: str) -> bool:
        return not ids.keys().isdisjoint(names)

    style = a_map.style
    return replace(
        a_map,
        claims=tuple(
            replace(claim, id=one(claim.id), contradicts=many(claim.contradicts))
            if is_named(claim.id, *claim.contradicts)
            else claim
            for claim in a_map.claims
        ),
        arguments=tuple(
            replace(
                argument,
                id=one(argument.id),
                target=one(argument.target),
                premises=many(argument.premises),
            )
            if is_named(argument.id, argument.target, *argument.premises)
            else argument
            for argument in a_map.arguments
        ),
        theses=many(a_map.theses),
        audiences=tuple(
            replace(each, strengths=tuple((one(name), number) for name, number in each.strengths))
            for each in a_map.audiences
        ),
        expectations=tuple(replace(each, id=one(each.id)) for each in a_map.expectations),
        style=replace(
            style,
            focus=many(style.focus),
            below=many(style.below),
            collapse=many(style.collapse),
        ),
    )


def _of_sources(a_map: ArgumentMap, ids: Mapping[str, str]) -> ArgumentMap:
    def citing(node: Node) -> Node:
        cited = (replace(c, source=ids.get(c.source, c.source)) for c in node.citations)
        return replace(node, citations=tuple(cited))

    return replace(
        a_map,
        claims=tuple(map(citing, a_map.claims)),
        arguments=tuple(map(citing, a_map.arguments)),
        sources=tuple(replace(one, id=ids.get(one.id, one.id)) for one in a_map.sources),
    )


def _of_audiences(a_map: ArgumentMap, ids: Mapping[str, str]) -> ArgumentMap:
    def new(name: str | None) -> str | None:
        return None if name is None else ids.get(name, name)

    return replace(
        a_map,
        audiences=tuple(replace(one, id=ids.get(one.id, one.id)) for one in a_map.audiences),
        expectations=tuple(replace(one, audience=new(one.audience)) for one in a_map.expectations),
        style=replace(a_map.style, audience=new(a_map.style.audience)),
    )
