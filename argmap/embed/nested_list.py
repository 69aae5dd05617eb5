"""A map as the items of a nested list, for every markup to write in its own way."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from argmap.drawing.citing import citing_line
from argmap.languages.words import uncapitalized
from argmap.model import Argument, Claim
from argmap.outline import Entry, Telling, mention, sections, step_name
from argmap.render.renderer import Picture


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: how deep it stands, from 0, and its words by how they are told.

    `lead` says how it bears on the item above, `text` what is claimed, `remarks` what follows.
    """

    depth: int
    lead: str | None
    text: str | None
    remarks: tuple[str, ...]


def items(picture: Picture, *, deepest: int) -> Iterator[Item]:
    """Yield the items of the outline of what a picture shows, not deeper than `deepest`.

    What would be deeper is told further on, in a branch of its own.
    """
    audience = picture.drawing.audience
    for number, section in enumerate(sections(picture.map, deepest=deepest)):
        for entry in section.entries:
            item = _item(entry, picture)
            if audience is not None and number == 0 and entry is section.entries[0]:
                said = picture.words.weighed_for.format(picture.words.quoted(audience))
                # A list has no heading that could say it.
                item = replace(item, remarks=(*item.remarks, uncapitalized(said)))
            yield item


def _item(entry: Entry, picture: Picture) -> Item:
    words = picture.words
    node, lead = entry.node, words.relations.get(entry.relation)
    if isinstance(node, Argument):
        together = words.together if len(node.premises) > 1 else words.alone
        name = f" ({step_name(node)})" if step_name(node) else ""
        return Item(entry.depth, f"{lead}, {together}{name}", None, _remarks(entry, picture))
    if entry.telling is not Telling.WHOLE:
        return Item(entry.depth, lead, mention(node), (words.tellings[entry.telling],))
    return Item(entry.depth, lead, node.text, _remarks(entry, picture))


def _remarks(entry: Entry, picture: Picture) -> tuple[str, ...]:
    node, remarks, words = entry.node, [], picture.words
    if picture.evaluation is not None:
        remarks.append(words.verdicts[picture.evaluation.verdict(node.id).standing])
    if isinstance(node, Claim):
        remarks += words.remarks_on(node)
    cited = citing_line(node.citations, names=picture.showing.source_names, full=True)
    return (*remarks, cited) if cited else tuple(remarks)
