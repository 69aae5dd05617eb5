"""The layout engines, and the choice between them."""

import sys
from functools import lru_cache

from argmap.errors import EngineError
from argmap.layout import browser, embedded, system
from argmap.layout.engine import Engine, EngineName, Limits

IN_BROWSER = sys.platform == "emscripten"
# Both are the Graphviz inside argmap, so both go by one name.
ENGINES: tuple[Engine, ...] = (browser if IN_BROWSER else embedded, system)


def choose(name: EngineName) -> Engine:
    """Return the engine of that name; `auto` is the first that can be used here.

    Raises EngineError where there is none.
    """
    if name == "auto":
        return _first_usable()
    engine = next(engine for engine in ENGINES if name == engine.NAME)
    reason = engine.missing()
    if reason is not None:
        raise EngineError(reason)
    return engine


def laid_out(dot: str, name: EngineName, limits: Limits) -> str:
    """Return what the engine of that name makes of a DOT source, as Graphviz's `json`.

    The last few of the Graphviz inside argmap are kept: while somebody writes on a map whose page
    is open, most changes leave all boxes as large as they were, and so the source as it was. Those
    of the computer's Graphviz are not, as it may be another one by now.

    Raises EngineError where there is no such engine, and what `Engine.run` raises.
    """
    engine = choose(name)
    if engine.NAME == system.NAME:
        return engine.run(dot, limits=limits)
    return _laid_out_inside(dot, limits)


@lru_cache(maxsize=4)
def _laid_out_inside(dot: str, limits: Limits) -> str:
    return choose("embedded").run(dot, limits=limits)


def _first_usable() -> Engine:
    reasons = []
    for engine in ENGINES:
        reason = engine.missing()
        if reason is None:
            return engine
        reasons.append(reason)
    if IN_BROWSER:
        # There is no other way there than the first.
        raise EngineError(reasons[0])
    raise EngineError(
        "no Graphviz was found to lay out the drawing; run "
        f"{embedded.INSTALL}, or install Graphviz (https://graphviz.org/download) "
        "and see that “dot” is on the PATH"
    )
