"""What is shown beside a text, and the files that it comes from and becomes."""

import base64
from collections.abc import Iterator

from argmap.editing.formatting import formatted
from argmap.errors import ArgmapError, MapError
from argmap.evaluation.deadline import Deadline
from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.verdicts import Evaluation
from argmap.evaluation.why.explanation import explain
from argmap.evaluation.why.ways import ways_to_turn
from argmap.formats.carriers.decoding import largest_of
from argmap.formats.recognition import readable_format
from argmap.model import ArgumentMap
from argmap.pipeline import DRAWN, convert, draw, dumps, picture, read_text
from argmap.playground.answers import Answer
from argmap.reader import Reading
from argmap.render import PICTURE_NAMES
from argmap.render.html.bibliography import bibliography
from argmap.render.html.outline_lists import Teller, outline
from argmap.render.language import language_tag, own_language
from argmap.render.renderer import renderer_named
from argmap.render.svg import svg_text
from argmap.report import text as report
from argmap.report.explanation import told_steps
from argmap.report.outline_text import SIGNS, tally
from argmap.report.ways import ways_text

# Every id in the outline begins so, and none of the page does.
PREFIX = "outline-"
# How long to look for what would turn a verdict, in seconds; an answer without it comes at once.
LONGEST_SEARCH = 1.0
# Columns for sentences that the page wraps itself.
_NO_LIMIT = 100_000


def view(text: str, name: str, narrow: bool = False) -> Answer:
    """Return what is shown beside a text: its outline, its claims and its picture.

    Of a text that holds no whole map nothing is shown. For a `narrow` page there is a drawing that
    can be read there as well, if the usual one cannot.
    """
    reading = read_text(text, file=name)
    a_map = reading.map
    if a_map is None:
        return {"whole": False}
    evaluation = evaluate(a_map)
    shown: Answer = {
        "whole": True,
        "title": a_map.title or "",
        "language": language_tag(a_map.language) or "en",
        "tally": tally(evaluation),
        "outline": "\n".join(_outlined(a_map, evaluation)),
        "claims": list(_claims(a_map, evaluation)),
    }
    try:
        drawn = picture(a_map, narrow=narrow)
        shown["picture"] = renderer_named("svg").render(drawn).decode()
        if drawn.narrow:
            shown["narrow"] = svg_text(drawn.narrow, theme=drawn.theme)
        return shown
    except ArgmapError as error:
        return {**shown, "no_picture": str(error)}


def explanation(text: str, name: str, id: str) -> Answer:
    """Return why a claim stands or falls: sentences, each at its depth, and what would turn it."""
    a_map = _whole(read_text(text, file=name))
    found = explain(a_map, evaluate(a_map), id)
    steps = [
        {"depth": step.depth, "id": step.id, "sentence": " ".join(told.split())}
        for step, told in told_steps(a_map, found)
    ]
    ways = ways_to_turn(a_map, id, seconds=Deadline(LONGEST_SEARCH))
    told_ways = ways_text(a_map, ways, width=_NO_LIMIT).strip().splitlines()
    return {"steps": steps, "ways": told_ways}


def written(text: str, name: str, format: str, notation: bool = False) -> Answer:
    """Return a map as a file of a format of pictures, or of a `notation`, with what is lost in it.

    Some go by the same name.
    """
    a_map = _whole(read_text(text, file=name))
    if not notation and format in PICTURE_NAMES and format not in DRAWN:
        return {"data": _encoded(draw(a_map, format=format)), "losses": ""}
    writing = convert(a_map, to=format)
    losses = report.render(writing.losses, texts={name: text})
    return {"data": _encoded(writing.whole.encode()), "losses": losses}


def opened(name: str, data: bytes = b"") -> Answer:
    """Return the file of any notation as a map to edit, and what is lost on the way."""
    if len(data) > largest_of(name):
        return {"error": f"{name} is larger than argmap reads."}
    format = readable_format(name, data)
    if format is None or format.name == "yaml":
        return {"text": _decoded(data, name), "losses": ""}
    reading, told = read_text(data, file=name, notation=format.name), format.title
    if reading.map is None and format.has_several:
        # An editor has one map; which one is said.
        first = read_text(data, file=name, notation=format.name, block=1)
        if first.map is not None:
            reading, told = first, f"{format.title}, the first map in it"
    a_map = _whole(reading)
    losses = report.render(reading.diagnostics, texts=reading.texts)
    return {"text": formatted(dumps(a_map), file=name), "losses": losses, "notation": told}


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What is wrong with it is told as of any file.
        _whole(read_text(data, file=name))
        raise


def _whole(reading: Reading) -> ArgumentMap:
    if reading.map is None:
        raise MapError(reading.diagnostics, texts=reading.texts)
    return reading.map


def _outlined(a_map: ArgumentMap, evaluation: Evaluation) -> Iterator[str]:
    language = language_tag(a_map.language) or "en"
    teller = Teller(a_map, own_language(language), evaluation, PREFIX)
    yield from outline(teller)
    yield from bibliography(teller)


def _claims(a_map: ArgumentMap, evaluation: Evaluation) -> Iterator[Answer]:
    for claim in a_map.claims:
        sign = SIGNS[evaluation.verdict(claim.id).standing]
        yield {"id": claim.id, "name": " ".join(claim.name.split()), "sign": sign}


def _encoded(data: bytes) -> str:
    return base64.b64encode(data).decode()
