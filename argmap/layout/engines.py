"""The layout engines, and the choice between them."""

import sys

from argmap.errors import EngineError
from argmap.layout import browser, embedded, system
from argmap.layout.engine import Engine, EngineName

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
