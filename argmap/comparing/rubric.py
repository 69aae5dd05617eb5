"""What a teacher gives points for: a file in YAML → a Rubric."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from argmap.comparing.exercise import Mark, Remark
from argmap.document import Mapping as MappingNode
from argmap.document.parsing import parse
from argmap.document.reading import read_file
from argmap.document.tree import Beginning
from argmap.errors import MapError
from argmap.faults import Fault, FaultLog
from argmap.kinds.identifier import Identifier
from argmap.kinds.map_of import MapOf
from argmap.kinds.number import Number
from argmap.kinds.record import Field, Record
from argmap.model import ArgumentMap
from argmap.reader.fields import fields_of
from argmap.suggestions import did_you_mean

_MOST = 1000.0
_BEGINNING = Beginning(
    "a rubric begins with the key “points” or “claims”", "write for example: points: {found: 1}"
)
RUBRIC = Record(
    "rubric",
    "a rubric",
    "What is worth how many points.",
    (
        Field("points", MapOf(Identifier("a mark"), Number(-_MOST, _MOST)), "Points by marks."),
        Field("claims", MapOf(Identifier("a claim"), Number(0, _MOST)), "How much claims count."),
    ),
)


@dataclass(frozen=True, slots=True)
class Rubric:
    """Points for each mark, and by how much those of a claim of the model are multiplied."""

    points: Mapping[Mark, float] = field(default_factory=dict)
    claims: Mapping[str, float] = field(default_factory=dict)

    def points_of(self, remark: Remark) -> float:
        """Return the points for a remark; what the rubric does not name gives none."""
        weight = 1.0 if remark.claim is None else self.claims.get(remark.claim, 1.0)
        return self.points.get(remark.mark, 0.0) * weight


def load_rubric(path: Path, model: ArgumentMap) -> Rubric:
    """Return the rubric in a file for a model.

    Raises FileError where it cannot be read, MapError where it names what is no mark, or no claim
    of the model.
    """
    document = parse(read_file(path), file=str(path), beginning=_BEGINNING)
    log = FaultLog()
    rubric = Rubric()
    if isinstance(document.root, MappingNode):
        fields = fields_of(document.root, RUBRIC, log=log)
        known = {"points": tuple(Mark), "claims": tuple(model.claims_by_id)}
        values: dict[str, dict[str, float]] = {"points": {}, "claims": {}}
        for key, names in known.items():
            for entry in fields.entries(key):
                name = entry.key.value
                if name not in names:
                    what = "mark" if key == "points" else "claim of the model"
                    hint = did_you_mean(name, names) or f"; they are {', '.join(names[:9])}"
                    log.report(Fault.BAD_VALUE, entry.key.span, f"“{name}” is no {what}{hint}")
                else:
                    values[key][name] = float(Number(-_MOST, _MOST).value(entry.value))
        rubric = Rubric({Mark(name): n for name, n in values["points"].items()}, values["claims"])
    found = (*document.diagnostics, *log.diagnostics)
    if found:
        raise MapError(found, texts={str(path): document.text})
    return rubric
