"""Annotations of brat, `.ann` beside the `.txt` that they are of → ArgumentMap.

https://brat.nlplab.org/standoff.html describes the files. The names are those of the persuasive
essays of Stab and Gurevych 2017, “Parsing argumentation structures in persuasive essays”: all major
claims say one thesis, a claim is for or against it by its stance, and relations join the others.
Every claim cites the words that were annotated, and where they stand in the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from argmap.errors import FileError
from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.carriers.decoding import Read, read_text
from argmap.formats.carriers.texts import held
from argmap.formats.graphs.reading import ForeignGraph
from argmap.formats.losses import Losses
from argmap.model import ArgumentMap, Citation, Polarity, Source
from argmap.project import Folder
from argmap.reader import Reading
from argmap.source import Position, Span, at_start
from argmap.values import one_line

KEEPS: frozenset[str] = frozenset()
SOURCE = "text"
_START = re.compile(r"\A(?:#.*\n|\*.*\n)*[TRAEMN]\d+\t")
_TEXT_BOUND = re.compile(
    r"(?P<name>T\d+)\t(?P<type>\S+) (?P<spans>\d{1,9} \d{1,9}(?:;\d{1,9} \d{1,9})*)\t(?P<words>.*)"
)
_RELATION = re.compile(
    r"(?P<name>R\d+)\t(?P<type>\S+) \w+:(?P<start>[A-Z]\d+) \w+:(?P<end>[A-Z]\d+)\s*"
)
_ATTRIBUTE = re.compile(r"(?P<name>[AM]\d+)\t(?P<type>\S+) (?P<of>[A-Z]\d+)(?: (?P<value>.+))?")
_NOTE = re.compile(r"(?P<name>#\d+)\t(?P<type>\S+) (?P<of>[A-Z]\d+)\t(?P<words>.*)")
_MAJOR = "majorclaim"
_STANCE = "stance"
_STANCES = {"for": Polarity.SUPPORT, "against": Polarity.ATTACK}
_RELATIONS = {
    **dict.fromkeys(("support", "supports"), Polarity.SUPPORT),
    **dict.fromkeys(("attack", "attacks", "partial-attack"), Polarity.ATTACK),
}
_BLANK_LINES = re.compile(r"\n\s*\n")


@dataclass(slots=True)
class _Unit:
    """An annotated piece of text. `places` are its stretches, in characters of the text."""

    kind: str
    places: tuple[tuple[int, int], ...]
    words: str
    span: Span
    stance: str | None = None
    notes: list[str] = field(default_factory=list)

    @property
    def is_major(self) -> bool:
        return self.kind.casefold() == _MAJOR


@dataclass(frozen=True, slots=True)
class _Relation:
    name: str
    start: str
    end: str
    polarity: Polarity
    span: Span


def recognises(text: str) -> bool:
    """Return whether a text seems to be annotations of brat."""
    return _START.match(text) is not None


def loads(text: str | bytes, *, file: str = "<text>", folder: Folder | None = None) -> Reading:
    """Return the map that annotations make, or the faults that keep it from being one.

    The text that they are of is read from `folder`; where that is None, none is.
    """
    return read_text(text, file=file, read=_reader(folder))


def _reader(folder: Folder | None) -> Read:
    def read(text: str, file: str, log: FaultLog, losses: Losses) -> ArgumentMap | None:
        units: dict[str, _Unit] = {}
        relations: list[_Relation] = []
        for number, line in enumerate(text.split("\n"), start=1):
            if line.strip():
                span = Span(file, Position(number, 1), Position(number, len(line) + 1))
                _take(line, span, units, relations, log, losses)
        if not units and not log.diagnostics:
            message = "these are no annotations of brat: nothing in the text is marked"
            log.report(Fault.NOT_A_MAP, at_start(file), message)
        if log.diagnostics:
            return None
        essay = _Essay(file, folder, log, losses)
        return _map(units, relations, essay, ForeignGraph(file, log, losses))

    return read


def _take(
    line: str,
    span: Span,
    units: dict[str, _Unit],
    relations: list[_Relation],
    log: FaultLog,
    losses: Losses,
) -> None:
    """Add what a line says."""
    if found := _TEXT_BOUND.fullmatch(line):
        stretches = [part.split() for part in found["spans"].split(";")]
        places = tuple((int(start), int(end)) for start, end in stretches)
        if found["name"] in units:
            message = f"{quoted(found['name'])} is there twice"
            log.report(Fault.DUPLICATE_ID, span, message)
        units[found["name"]] = _Unit(found["type"], places, found["words"], span)
    elif found := _RELATION.fullmatch(line):
        polarity = _RELATIONS.get(found["type"].casefold())
        if polarity is None:
            kept = ", ".join(_RELATIONS)
            losses.say(f"relations of other kinds than {kept} are left out", span)
            return
        relations.append(_Relation(found["name"], found["start"], found["end"], polarity, span))
    elif found := _ATTRIBUTE.fullmatch(line):
        unit, value = units.get(found["of"]), (found["value"] or "").strip()
        if unit is None:
            losses.say("attributes of what is not there are left out", span)
        elif found["type"].casefold() != _STANCE or value.casefold() not in _STANCES:
            losses.say("attributes other than the stance For or Against are left out", span)
        else:
            unit.stance = value.casefold()
    elif (found := _NOTE.fullmatch(line)) and found["of"] in units:
        units[found["of"]].notes.append(found["words"])
    elif line[0] in "TR":
        message = "this line is no annotation of brat"
        advice = "between its name, its type with places, and its words stands one tab each"
        log.report(Fault.NOTATION_SYNTAX, span, message, help=advice)
    else:
        losses.say("annotations other than texts, relations, stances and notes are left out", span)


def _map(
    units: dict[str, _Unit], relations: list[_Relation], essay: "_Essay", graph: ForeignGraph
) -> ArgumentMap | None:
    majors = [name for name, unit in units.items() if unit.is_major]
    thesis = min(majors, key=lambda name: units[name].places, default=None)
    one = {name: thesis or name for name in majors}
    for name, unit in units.items():
        if one.get(name, name) != name:
            continue
        said = [units[other] for other in majors] if name == thesis else [unit]
        said.sort(key=lambda told: told.places)
        graph.claim(
            name,
            unit.words,
            unit.span,
            citations=tuple(essay.citation(told) for told in said),
            tags=(_tag(unit.kind),),
            note="\n".join(note for told in said for note in told.notes) or None,
        )
    _add_arguments(units, relations, thesis, one, graph)
    theses = [thesis] if thesis else None
    return graph.built(theses=theses, title=essay.title, sources=(essay.source(),))


def _add_arguments(
    units: dict[str, _Unit],
    relations: list[_Relation],
    thesis: str | None,
    one: dict[str, str],
    graph: ForeignGraph,
) -> None:
    joined = {relation.start for relation in relations}
    for name, unit in units.items():
        if unit.stance is not None and thesis is not None and not unit.is_major:
            polarity = _STANCES[unit.stance]
            graph.argument(f"{name}.stance", [name], thesis, unit.span, polarity=polarity)
        elif unit.stance is not None or (not unit.is_major and name not in joined):
            graph.losses.say("claims that are joined to nothing above them stand alone", unit.span)
    for relation in relations:
        start, end = one.get(relation.start, relation.start), one.get(relation.end, relation.end)
        graph.argument(relation.name, [start], end, relation.span, polarity=relation.polarity)


def _tag(kind: str) -> str:
    """Return the type of an annotation as a tag, such as `major-claim`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", kind).replace("_", "-").casefold()


class _Essay:
    """The text that was annotated, as far as it can be read."""

    def __init__(self, file: str, folder: Folder | None, log: FaultLog, losses: Losses) -> None:
        self._name = f"{PurePath(file).stem}.txt"
        self._start = at_start(file)
        self._log, self._losses = log, losses
        self._text: str | None = None
        if folder is not None:
            try:
                data = folder.read(self._name)
                self._text = data.decode("utf-8-sig")
            except (FileError, UnicodeDecodeError):
                message = f"the text {quoted(self._name)} cannot be read, so no place in it is told"
                losses.say(message, self._start)

    @property
    def title(self) -> str | None:
        """Return the first line of the text, which is what essays are called."""
        return held(next(self._lines(), None), "title", self._start, self._log)

    def source(self) -> Source:
        """Return the text as a source."""
        file = self._name if self._text is not None else None
        return Source(SOURCE, title=self.title, file=file)

    def citation(self, unit: _Unit) -> Citation:
        """Return where the words of a unit stand, with the words."""
        quote = held(one_line(unit.words), "quotation", unit.span, self._log)
        if self._text is None or quote is None:
            return Citation(SOURCE, quote=quote, span=unit.span)
        stretches = [one_line(self._text[first:last]) for first, last in unit.places]
        if " ".join(stretches) != quote:
            self._losses.say(
                "words that do not stand where the annotation says are cited without a place",
                unit.span,
            )
            return Citation(SOURCE, quote=quote, span=unit.span)
        before = self._text[: unit.places[0][0]].lstrip()
        paragraph = len(_BLANK_LINES.findall(before)) + 1
        joined = " […] ".join(stretches)
        return Citation(SOURCE, at=f"¶{paragraph}", quote=joined, span=unit.span)

    def _lines(self) -> Iterator[str]:
        return (line.strip() for line in (self._text or "").split("\n") if line.strip())
