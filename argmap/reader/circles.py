"""Files that include one another in a circle → one finding, which has the whole chain."""

from collections.abc import Sequence
from pathlib import PurePath

from argmap.diagnostics import Related
from argmap.faults import Fault, FaultLog, quoted
from argmap.source import Span

_OWN_FILE = "move what both need into a file of its own, and include that in each of them"


def circle_in_words(files: Sequence[str]) -> str:
    """Return how files include one another of which the last includes the first again."""
    if len(files) == 1:
        return "the file includes itself"
    names = [PurePath(file).name for file in files]
    return f"the files include one another in a circle: {' → '.join((*names, names[0]))}"


def report_circle(
    circle: Sequence[tuple[str, Span | None]], closing: Span, *, log: FaultLog, alone: str
) -> None:
    """Report a circle, of which `closing` is the place that names its first file again.

    The circle has the files in their order, each with the place in it that includes the next. A
    file that includes itself gets the advice `alone`.
    """
    names = [PurePath(file).name for file, _ in circle]
    ways = zip(circle[:-1], names[1:], strict=True)
    related = tuple(Related(at, f"{quoted(name)} is included here") for (_, at), name in ways if at)
    advice = alone if len(circle) == 1 else _OWN_FILE
    message = circle_in_words(names)
    log.report(Fault.CIRCULAR_INCLUDE, closing, message, related=related, help=advice)
