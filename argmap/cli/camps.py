"""`argmap explain --semantics`: in which labellings a claim stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.cli.printing import give, say
from argmap.cli.progress import progress
from argmap.cli.reading import terminal_width
from argmap.evaluation.coherent.acceptance import Semantics
from argmap.evaluation.deadline import Deadline
from argmap.evaluation.why.camps import camps_of
from argmap.model import ArgumentMap
from argmap.report.camps import camps_json, camps_text
from argmap.report.explanation import written


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a claim: under which semantics, and what is taken to stand or fall."""

    id: str
    semantics: str
    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()
    audience: str | None = None

    def words(self, map_file: str, notation: str | None) -> Iterator[str]:
        """Yield the words of the command that asks it under the usual semantics."""
        yield from ("argmap", "explain", map_file, self.id)
        if notation is not None:
            yield from ("--from", notation)
        for option, names in (("--accept", self.accept), ("--reject", self.reject)):
            for name in names:
                yield from (option, name)
        if self.audience is not None:
            yield from ("--audience", self.audience)


def tell_camps(a_map: ArgumentMap, asked: Asked, *, format: str, deadline: Deadline) -> None:
    """Say in which labellings of a semantics a claim stands, and what divides them.

    Raises what `camps_of` raises.
    """
    with progress(f"looking for labellings with {asked.id}"):
        found = camps_of(
            a_map,
            Semantics(asked.semantics),
            asked.id,
            accept=asked.accept,
            reject=asked.reject,
            audience=asked.audience,
            seconds=deadline,
        )
    if format == "json":
        give(written(camps_json(found)))
    else:
        say(camps_text(a_map, found, width=terminal_width()), nl=False)
