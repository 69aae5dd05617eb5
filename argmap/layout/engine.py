"""What a layout engine is: a module that turns DOT into places, within limits."""

from typing import Literal, NamedTuple, Protocol

from argmap.errors import EngineError, LayoutLimitError

EngineName = Literal["embedded", "system", "auto"]


class Limits(NamedTuple):
    """How long one layout may take, in seconds, and how much memory it may use, in bytes."""

    seconds: float = 60.0
    memory: int = 2 * 1024**3


class Engine(Protocol):
    """The shape of an engine module."""

    NAME: str

    def missing(self) -> str | None:
        """Return why the engine cannot be used here in one sentence, or None if it can."""

    def run(self, dot: str, *, output: str = "json", limits: Limits) -> str:
        """Return what Graphviz's `dot` makes of a DOT source, in one of its output formats.

        Raises LayoutLimitError where a limit is passed, EngineError where Graphviz is missing,
        breaks down or does not accept the source.
        """


def too_slow(limits: Limits) -> LayoutLimitError:
    """Return the error for a layout that ran out of time."""
    return LayoutLimitError(
        f"the layout took longer than {limits.seconds:g} s; allow more with --time-limit, "
        "or split the map"
    )


def too_large(limits: Limits) -> LayoutLimitError:
    """Return the error for a layout that ran out of memory."""
    return LayoutLimitError(
        f"the layout needed more than the {limits.memory / 1024**2:.0f} MiB of memory it may use; "
        "split the map into several"
    )


def too_deep() -> LayoutLimitError:
    """Return the error for a chain of claims that is too long for Graphviz's call stack."""
    return LayoutLimitError("the drawing is too deep for the layout; split the map into several")


def refused(message: str) -> EngineError:
    """Return the error for what Graphviz says went wrong."""
    words = " ".join(message.split()).removeprefix("Error: ").rstrip(".")
    return EngineError(f"Graphviz could not lay out the drawing: {words or 'it does not say why'}")
