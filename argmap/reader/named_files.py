"""What belongs to a map of files that it includes under names: what bears on its own claims."""

from collections.abc import Iterator
from dataclasses import replace

from argmap.graph import reaching
from argmap.model import Argument, ArgumentMap, Claim
from argmap.reader.drafts import Drafts
from argmap.reader.naming import Naming


def without_unnamed(a_map: ArgumentMap, drafts: Drafts, naming: Naming) -> ArgumentMap:
    """Return the map without what stands in files with names and bears on nothing outside them.

    Such a file may be about much that is no business of a map that names a claim of it.
    """
    kept = reaching(a_map, *_named(a_map, drafts, naming))
    claims = tuple(claim for claim in a_map.claims if claim.id in kept)
    arguments = tuple(argument for argument in a_map.arguments if argument.id in kept)
    nodes: tuple[Claim | Argument, ...] = (*claims, *arguments)
    cited = {citation.source for node in nodes for citation in node.citations}
    prefixes = {prefix for prefix in naming.prefixes.values() if prefix}
    sources = tuple(
        source
        for source in a_map.sources
        if source.id in cited or not source.id.startswith(tuple(prefixes))
    )
    if (len(claims), len(sources)) == (len(a_map.claims), len(a_map.sources)):
        return a_map
    return replace(a_map, claims=claims, arguments=arguments, sources=sources)


def _named(a_map: ArgumentMap, drafts: Drafts, naming: Naming) -> Iterator[str]:
    """Yield the ids of what the files without a name say, and of what they name."""
    own = {name for name, prefix in naming.prefixes.items() if not prefix}
    for reference in drafts.references:
        if reference.name.span.file in own:
            yield naming.id_of(reference.name)
    nodes: tuple[Claim | Argument, ...] = (*a_map.claims, *a_map.arguments)
    for node in nodes:
        draft = naming.claim_ids.get(node.id)
        is_sealed = draft is not None and draft.sealed is not None
        if node.span is not None and node.span.file in own and not is_sealed:
            yield node.id
    yield from (*a_map.theses, *(one.id for one in a_map.expectations))
    yield from (name for one in a_map.audiences for name, _ in one.strengths)
    style = a_map.style
    yield from (*style.focus, *style.collapse, *style.below)
