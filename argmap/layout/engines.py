"""The layout engines, and the choice between them."""

from typing import Literal

from argmap.errors import EngineError
from argmap.layout import embedded, system
from argmap.layout.engine import Engine

EngineName = Literal["embedded", "system", "auto"]

ENGINES: tuple[Engine, ...] = (embedded, system)


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
    for engine in ENGINES:
        if engine.missing() is None:
            return engine
    raise EngineError(
        "no Graphviz was found to lay out the drawing; run "
        f"{embedded.INSTALL}, or install Graphviz (https://graphviz.org/download) "
        "and see that “dot” is on the PATH"
    )
