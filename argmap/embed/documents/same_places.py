"""Whether the places of a document are still the same ones after they are filled.

In Markdown an empty line or a paragraph decides whether the lines below are code.
"""

from collections.abc import Sequence
from itertools import pairwise

from argmap.embed.documents.marked_places import Filled, places_in
from argmap.embed.documents.syntaxes import Stretch, Syntax
from argmap.faults import Fault, FaultLog, TooManyFaultsError

_CODE = "what belongs here would be read as code, and so would the end of this place"
_LEFT = "begin the marker further to the left, or below an empty line"
_MORE = "what belongs here would make a place of what is code below it now"


def require_lasting(
    places: Sequence[Filled], stretches: Sequence[Stretch], new: str, syntax: Syntax, log: FaultLog
) -> None:
    """Report the first place after which a document would have other places than before.

    `stretches` is where each of them lies in the `new` text, if all could be filled.
    """
    if len(stretches) < len(places):
        return
    found = set(_stretches_in(new, syntax))
    for place, stretch in zip(places, stretches, strict=True):
        if stretch not in found:
            log.report(Fault.BAD_MARKER, place.span, f"{_CODE}; {_LEFT}")
            return
    ends = [*(end for _, end in stretches), len(new)]
    for place, (end, following) in zip(places, pairwise(ends), strict=True):
        if any(end <= start < following for start, _ in found.difference(stretches)):
            log.report(Fault.BAD_MARKER, place.span, f"{_MORE}; leave an empty line below it")
            return


def _stretches_in(text: str, syntax: Syntax) -> list[Stretch]:
    try:
        found = places_in(text, syntax, code=list(syntax.code(text)), file="", log=FaultLog())
    except TooManyFaultsError:
        return []
    return [(one.start, one.end) for one in found]
