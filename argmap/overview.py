"""A map of several files, seen from afar: a claim for each file, arguments between them."""

from collections.abc import Iterator

from argmap.errors import UnfitOptionError
from argmap.identifiers import Names
from argmap.model import Argument, ArgumentMap, Claim, Home, Polarity
from argmap.source import File
from argmap.style import Style

Relation = tuple[str, str, Polarity]


def overview_of(a_map: ArgumentMap) -> ArgumentMap:
    """Return a map of the files that a map is made of: which speak for others, and which against.

    One leads to another where a premise of the one bears on what the other says. Raises
    UnfitOptionError where the map is in one file.
    """
    if len(a_map.files) < 2:
        raise UnfitOptionError("the map is in one file, so there is no overview of its files.")
    names = Names(())
    ids = {file.name: names.claim(file.title, file.path) for file in a_map.files}
    relations = dict.fromkeys(_relations(a_map))
    arguments = tuple(
        Argument(names.argument(ids[to], 1), (ids[of],), ids[to], polarity)
        for of, to, polarity in relations
    )
    style = a_map.style
    return ArgumentMap(
        tuple(_claim(file, ids, a_map) for file in a_map.files),
        arguments,
        (ids[a_map.files[0].name],),
        title=a_map.title,
        language=a_map.language,
        style=Style(theme=style.theme, direction=style.direction, width=style.width),
        folder=a_map.folder,
    )


def _claim(file: File, ids: dict[str, str], a_map: ArgumentMap) -> Claim:
    others = {
        ids[_home(a_map, other)]
        for claim in a_map.claims
        if _home(a_map, claim.id) == file.name
        for other in claim.contradicts
        if _home(a_map, other) not in ("", file.name)
    }
    contradicts = tuple(id for id in ids.values() if id in others)
    return Claim(
        ids[file.name],
        file.path,
        label=file.title,
        contradicts=contradicts,
        home=Home(file.path) if file.is_sealed else None,
        link=file.link,
    )


def _relations(a_map: ArgumentMap) -> Iterator[Relation]:
    for argument in a_map.arguments:
        to = _home(a_map, argument.target)
        for premise in argument.premises:
            of = _home(a_map, premise)
            if of and to and of != to:
                yield of, to, argument.polarity


def _home(a_map: ArgumentMap, id: str) -> str:
    """Return the name of the file in which a claim is written, or that on which a step bears."""
    seen = a_map.arguments_by_id.get(id)
    while seen is not None:
        id = seen.target
        seen = a_map.arguments_by_id.get(id)
    claim = a_map.claims_by_id[id]
    if claim.home is not None:
        sealed = (file.name for file in a_map.files if file.path == claim.home.map)
        return next(sealed, claim.span.file if claim.span else "")
    return claim.span.file if claim.span else ""
