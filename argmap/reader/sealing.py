"""A file that is sealed: the map that it is by itself, and its claims with the verdicts there.

What stands in a sealed file is part of what a map says, so the reader asks for it: no stage after
this one knows of other maps.
"""

import os
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote

from argmap.model import ArgumentMap, Claim, Home
from argmap.reader.drafts import ClaimDraft, Drafts
from argmap.reader.fields import Fields
from argmap.reader.map_file import MapFile
from argmap.reader.naming import Naming
from argmap.source import at_start
from argmap.values import printable


class SealedMap(NamedTuple):
    """A sealed file, as it was read, and the map that it is by itself.

    `places` has where each claim is written: the name of its file, and its number in that.
    """

    file: MapFile
    map: ArgumentMap
    places: Mapping[str, tuple[str, int]]


def places_in(files: Sequence[MapFile], naming: Naming) -> Mapping[str, tuple[str, int]]:
    """Return where the claims of a map are written, behind seals as well, by their ids."""
    return {
        naming.ids[draft]: draft.written_at or (file.name, number)
        for file in files
        for number, draft in enumerate(file.drafts.claims)
        if draft in naming.ids
    }


def away_file(sealed: SealedMap, way: str, name: str) -> MapFile:
    """Return a sealed file with its claims as they stand there.

    `way` leads to its folder, where it has this name; findings may call it otherwise.
    """
    own = sealed.file
    path = posixpath.join(way, name)
    drafts = Drafts(claims=list(_drafts(sealed, path)))
    title = {key: node for key, node in own.fields.nodes.items() if key == "title"}
    fields = Fields(title, own.root.span)
    return MapFile(own.document, own.root, fields, drafts, (), way, True, True)


def _drafts(sealed: SealedMap, path: str) -> Iterator[ClaimDraft]:
    # Only then: most maps seal nothing.
    from argmap.evaluation.grounded.labelling import evaluate

    verdicts, link = evaluate(sealed.map), quote(os.fsencode(path))
    for claim in sealed.map.claims:
        standing = verdicts.claims[claim.id].standing
        home = Home(printable(path), standing, claim.id)
        # What it rests on is at home there, its citations among it.
        away = Claim(
            claim.id,
            claim.text,
            label=claim.label,
            unstated=claim.unstated,
            home=home,
            tags=claim.tags,
            link=link,
            note=claim.note,
            span=claim.span,
            text_span=claim.text_span,
        )
        span, place = claim.span or at_start(path), sealed.places.get(claim.id)
        yield ClaimDraft(claim.text, span, sealed=away, written_at=place)
