"""The slides of a talk as sections of a page: the title, a slide for each argument, the verdict."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from argmap.model import Argument, Claim
from argmap.outline import Relation
from argmap.render.markup import element, open_tag, text
from argmap.render.renderer import Stop, Talk
from argmap.render.slides.letters import BESIDE, WHOLE, Passage, size_of
from argmap.render.slides.telling import GAP, Speaker, argument_told, claim_told, passages
from argmap.render.svg import svg_text
from argmap.values import one_line

MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class _Deck:
    """All slides: their `numbers` by what each tells of."""

    speaker: Speaker
    talk: Talk
    numbers: dict[str, int]
    length: int


def deck(speaker: Speaker) -> Iterator[str]:
    """Yield the slides as sections."""
    talk = speaker.picture.talk
    if talk is None:
        raise ValueError("this picture has no talk")
    numbers = {stop.id: number for number, stop in enumerate(talk.stops, start=2)}
    concludes = speaker.picture.evaluation is not None and bool(speaker.map.theses)
    made = _Deck(speaker, talk, numbers, 1 + len(talk.stops) + concludes)
    yield from _title(made)
    for stop in talk.stops:
        yield from _step(made, stop)
    if concludes:
        yield from _conclusion(made)


def _opened(number: int, kind: str, size: int, of: str | None = None) -> str:
    # The number is the one in the address, where no script is needed to come to it. What it tells
    # of is found again in a map that has changed.
    names = {"class": f"slide {kind} size-{size}", "id": f"step={number}", "data-of": of}
    return open_tag("section", names)


def _progress(made: _Deck, number: int) -> str:
    return f'<p class="progress">{number} / {made.length}</p>'


def _title(made: _Deck) -> Iterator[str]:
    speaker = made.speaker
    a_map = speaker.map
    theses = [a_map.claims_by_id[one] for one in a_map.theses]
    # A thesis is the better title than none.
    title = a_map.title or (theses.pop(0).text if theses else speaker.words.map)
    about = [one_line(one) for one in re.split(r"\n\s*\n", a_map.description or "")]
    about = [one for one in about if one]
    told = [Passage(title, GAP, bold=True, times=2.0)]
    told += [Passage(one.text, 4 * GAP, times=1.25) for one in theses]
    told += [Passage(one, 1.5 * GAP, small=True) for one in about]
    size = size_of(told, width=WHOLE, letter_width=speaker.picture.theme.letter_width)
    yield _opened(1, "title", size)
    yield '<div class="words">'
    yield element("h1", {"dir": "auto"}, text(title))
    for one in theses:
        yield element("p", {"class": "thesis", "dir": "auto"}, text(one.text))
    yield from (element("p", {"class": "about", "dir": "auto"}, text(one)) for one in about)
    found = speaker.picture.evaluation
    if found is not None and found.audience is not None:
        who = speaker.words.quoted(found.audience)
        yield speaker.own("p", f"{speaker.words.weighed_for.format(who)}.", {"class": "about"})
    yield "</div>"
    for number, stop in enumerate(made.talk.theses):
        yield _figure(made, stop, f"thesis-{number}", {})
    yield _progress(made, 1)
    yield "</section>"


def _step(made: _Deck, stop: Stop) -> Iterator[str]:
    speaker, number = made.speaker, made.numbers[stop.id]
    argument = speaker.map.arguments_by_id.get(stop.id)
    node: Argument | Claim = argument or speaker.map.claims_by_id[stop.id]
    letter_width = speaker.picture.theme.letter_width
    width = BESIDE if stop.is_readable else WHOLE
    size = size_of(passages(speaker, node), width=width, letter_width=letter_width)
    kind = "step" if stop.is_readable else "step alone"
    yield _opened(number, kind, size, stop.id)
    yield '<div class="words">'
    if isinstance(node, Argument):
        yield from argument_told(speaker, node)
    else:
        yield from claim_told(speaker, node)
    yield "</div>"
    relation = speaker.bearing(node) if isinstance(node, Argument) else Relation.ROOT
    yield _figure(made, stop, str(number), {"data-how": relation})
    yield _progress(made, number)
    yield "</section>"


def _figure(made: _Deck, stop: Stop, name: str, attributes: dict[str, str]) -> str:
    theme = made.speaker.picture.theme
    svg = svg_text(stop.placed, theme=theme, in_page=True, apart=name, styled=False).strip()
    told = {"class": "card", "data-card": name, **attributes}
    return element("figure", told, svg)


def _conclusion(made: _Deck) -> Iterator[str]:
    speaker, number = made.speaker, made.length
    a_map, reasons = speaker.map, speaker.reasons
    assert reasons is not None
    theses = [a_map.claims_by_id[one] for one in a_map.theses]
    turning = [a_map.claims_by_id[one] for one in made.talk.turning or ()]
    named = turning if len(turning) <= MOST_NAMED else turning[: MOST_NAMED - 1]
    told = [Passage(one.text, 2 * GAP, bold=True) for one in theses]
    told += [Passage(reasons.of(one.id), GAP) for one in theses]
    told += [Passage(" ", GAP), *(Passage(one.text, GAP) for one in named)]
    size = size_of(told, width=WHOLE, letter_width=speaker.picture.theme.letter_width)
    yield _opened(number, "conclusion", size)
    yield '<div class="words">'
    for one in theses:
        yield element("h2", {"dir": "auto"}, text(one.text))
        yield from speaker.verdict(one.id)
    if made.talk.turning is not None:
        yield speaker.own("h3", speaker.own_words["hangs"])
        if not named:
            yield speaker.own("p", speaker.own_words["hangs_none"])
        yield "<ul>"
        for one in named:
            yield element("li", {"dir": "auto"}, speaker.judged(one.id, one.text))
        if len(turning) > len(named):
            rest = speaker.words.counted(speaker.words.others, len(turning) - len(named))
            yield speaker.own("li", f"+ {rest}")
        yield "</ul>"
    yield "</div>"
    yield _progress(made, number)
    yield "</section>"
