"""The tools that look: at a map, or at the text that it is about. None writes anything."""

import re

from argmap.checks.language.passages import passages_of
from argmap.checks.quote_not_found import shortened
from argmap.checks.runner import Selection
from argmap.diagnostics import Diagnostic, Severity
from argmap.editing.fixing import mended
from argmap.editing.sound_fixes import Examined
from argmap.errors import ArgmapError, ConfigurationError, MapError
from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.why.explanation import explain
from argmap.evaluation.why.ways import ways_to_turn
from argmap.faults import quoted
from argmap.formats.recognition import READABLE, WRITABLE
from argmap.mcp.answers import LONGEST, answered, as_data
from argmap.mcp.shelf import Shelf, whole
from argmap.pipeline import convert, draw
from argmap.report import pages, text
from argmap.report.explanation import explanation_text
from argmap.report.outline_text import outline, tally
from argmap.report.ways import ways_text
from argmap.values import canonical

WIDTH = 100
# What is asked of a map that is sound: these codes, most of which are off by default.
GAPS = frozenset(
    ("unanswered-rebuttal", "unanswered-question", "unsourced-leaf", "one-sided", "unused-source")
)
_BLANK_LINES = re.compile(r"\n\s*\n")
_SECONDS = 5.0
_MOST_THESES = 5


def checked(shelf: Shelf, file: str, draft: str, *, mends: bool) -> str:
    """Return the findings on a map, and what would mend those that can be mended."""
    reading = shelf.reading(file, draft)
    examined = shelf.examined(reading)
    if not examined.found:
        return f"{reading.file}: nothing found."
    told = as_data(findings(examined), of=f"findings on {reading.file}", longest=LONGEST // 2)
    parts = [count(examined.found), told]
    if any(one.fix for one in examined.found):
        parts.append(_fixes(shelf, examined, mends=mends))
    codes = dict.fromkeys(str(one.code) for one in examined.found)
    pages_of = f"To read why, ask “explain” with a code: {', '.join(codes)}."
    return answered(*parts, pages_of)


def findings(examined: Examined) -> str:
    """Return the findings as text, with the lines that they are about."""
    return text.render(examined.found, texts=examined.reading.texts)


def count(found: tuple[Diagnostic, ...]) -> str:
    """Return how many findings there are, as `3 findings, 1 of them an error`."""
    errors = sum(one.severity is Severity.ERROR for one in found)
    number = "1 finding" if len(found) == 1 else f"{len(found)} findings"
    return f"{number}, {errors} of them {'an error' if errors == 1 else 'errors'}."


def _fixes(shelf: Shelf, examined: Examined, *, mends: bool) -> str:
    reading = examined.reading
    name = reading.file

    def examine(changed: str) -> Examined:
        return shelf.examined(shelf.read(name, changed.encode()))

    outcome = mended(reading.text, examine)
    if not outcome.mended:
        return ""
    done = "\n".join(f"- {one.code}: {one.message}" for one in outcome.mended)
    if mends:
        return f"The map with {len(outcome.mended)} of them mended:\n\n" + as_data(
            outcome.text, of=f"{name}, mended", longest=LONGEST // 2
        )
    advice = "Ask again with mend=true to have the mended text."
    return f"These can be mended without choosing:\n\n{as_data(done, of=name)}\n{advice}"


def explained(shelf: Shelf, file: str, draft: str, about: str) -> str:
    """Return why a claim stands or falls and what would turn that, or the page on a code."""
    page = pages.page(about) if not (file or draft) else None
    if page is not None:
        return answered(page)
    if not (file or draft):
        raise ConfigurationError(f"There is no check {quoted(about)}; for a claim, name the map.")
    a_map = whole(shelf.reading(file, draft))
    name = canonical(about)
    told = explanation_text(a_map, explain(a_map, evaluate(a_map), name), width=WIDTH)
    found = ways_to_turn(a_map, name, seconds=_SECONDS)
    return answered(as_data(f"{told}\n{ways_text(a_map, found, width=WIDTH)}", of=about))


def rendered(shelf: Shelf, file: str, draft: str) -> tuple[str, bytes | None]:
    """Return a map as an outline with its verdicts, and as a picture in PNG.

    Where the picture cannot be made, as that of a large map, the outline comes with the reason.
    """
    reading = shelf.reading(file, draft)
    a_map = whole(reading)
    found = evaluate(a_map)
    shown = f"{outline(a_map, width=WIDTH, evaluation=found)}\n{tally(found)}"
    outlined = as_data(shown, of=reading.file, longest=LONGEST - 2_000)
    try:
        picture = draw(a_map, format="png", defaults=shelf.settings(reading.file).style)
    except MapError:
        raise
    except ArgmapError as error:
        return answered(outlined, f"There is no picture: {error}"), None
    return answered(outlined), picture


def converted(shelf: Shelf, file: str, draft: str, *, to: str, notation: str | None) -> str:
    """Return a map in another notation, and what that cannot hold."""
    for name, known in ((notation, READABLE), (to, WRITABLE)):
        if name is not None and name not in known:
            raise ConfigurationError(f"There is no notation {quoted(name)}; {', '.join(known)}.")
    reading = shelf.reading(file, draft, notation)
    written = convert(whole(reading), to=to)
    lost = (*reading.diagnostics, *written.losses)
    told = "\n".join(f"- {one.message}" for one in lost)
    losses = f"What is lost:\n{as_data(told, of='losses', longest=4_000)}" if lost else ""
    return answered(as_data(written.whole, of=to, longest=LONGEST - 6_000), losses)


def found_quote(shelf: Shelf, file: str, quote: str) -> str:
    """Return whether a text has these words, and else the nearest passage that it has."""
    text_of_source = shelf.text(file)
    passages = passages_of(text_of_source)
    places = passages.paragraphs_with(quote)
    if places:
        return f"The words stand in {file}, in paragraph ¶{places[0]}; quote them as they are."
    longer = passages.longer(quote)
    near = longer or passages.nearest(quote)
    if near is None:
        return f"Nothing in {file} is like these words. Leave the quotation out, or look again."
    where = passages.paragraphs_with(near)
    at = f" (¶{where[0]})" if where else ""
    lead = "These are the whole words there" if longer else "The words are not there; the nearest"
    shown = as_data(shortened(near, longest=2_000), of=file)
    paragraphs = [one for one in _BLANK_LINES.split(text_of_source) if one.strip()]
    around = shortened(paragraphs[where[0] - 1].strip(), longest=4_000) if where else ""
    whole_one = as_data(around, of=f"{file}, the paragraph") if around not in ("", near) else ""
    return answered(f"{lead}{at}:", shown, whole_one)


def suggested(shelf: Shelf, file: str, draft: str) -> str:
    """Return what a map leaves open: no answer, no source, one side only, what all hangs on."""
    reading = shelf.reading(file, draft)
    a_map = whole(reading)
    gaps = shelf.examined(reading, Selection(GAPS, frozenset())).found
    lines = dict.fromkeys(f"- line {one.span.start.line}: {one.message}" for one in gaps)
    parts = [as_data("\n".join(lines), of="what is open", longest=LONGEST // 2)] if lines else []
    for thesis in a_map.theses[:_MOST_THESES]:
        found = ways_to_turn(a_map, thesis, seconds=_SECONDS)
        told = ways_text(a_map, found, width=WIDTH)
        parts.append(as_data(told, of=f"what {thesis} hangs on", longest=LONGEST // 8))
    return answered("Nothing is open." if not lines else "What the map leaves open:", *parts)
