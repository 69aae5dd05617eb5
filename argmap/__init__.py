"""Arguments as code: read a map, ask what is wrong with it, draw it.

>>> import argmap
>>> pears = argmap.loads("{argmap: 1, thesis: {text: Plant a pear., premises: [It gives shade.]}}")
>>> pears.claims_by_id["plant-a-pear"].text
'Plant a pear.'
>>> [premise for argument in pears.arguments for premise in argument.premises]
['it-gives-shade']
>>> argmap.loads(argmap.dumps(pears)) == pears
True
"""

# Known to checkers of types; to import `typing` takes longer than all of this, and Ctrl-C is heard
# only afterwards.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Any

    from argmap.errors import ArgmapError, MapError
    from argmap.evaluation.grounded.labelling import evaluate
    from argmap.evaluation.verdicts import Evaluation, Reason, ReasonKind, Verdict
    from argmap.model import (
        Argument,
        ArgumentMap,
        Audience,
        Citation,
        Claim,
        Expectation,
        Label,
        Polarity,
        Source,
        Standard,
        Status,
    )
    from argmap.pipeline import convert, draw, dumps, load, loads
    from argmap.planning import RenderOptions
    from argmap.style import Style

_HOMES = {
    "argmap.errors": ("ArgmapError", "MapError"),
    "argmap.model": (
        "Argument",
        "ArgumentMap",
        "Audience",
        "Citation",
        "Claim",
        "Expectation",
        "Label",
        "Polarity",
        "Source",
        "Standard",
        "Status",
    ),
    "argmap.style": ("Style",),
    "argmap.evaluation.grounded.labelling": ("evaluate",),
    "argmap.evaluation.verdicts": ("Evaluation", "Reason", "ReasonKind", "Verdict"),
    "argmap.planning": ("RenderOptions",),
    "argmap.pipeline": ("convert", "draw", "dumps", "load", "loads"),
}

__all__ = [
    "ArgmapError",
    "Argument",
    "ArgumentMap",
    "Audience",
    "Citation",
    "Claim",
    "Evaluation",
    "Expectation",
    "Label",
    "MapError",
    "Polarity",
    "Reason",
    "ReasonKind",
    "RenderOptions",
    "Source",
    "Standard",
    "Status",
    "Style",
    "Verdict",
    "convert",
    "draw",
    "dumps",
    "evaluate",
    "load",
    "loads",
]


def __getattr__(name: str) -> "Any":
    """Return a public name from its home, imported when it is first asked for."""
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names:
            module = import_module(home)
            _let_notebooks_show_maps()
            return getattr(module, name)
    raise AttributeError(f"module 'argmap' has no attribute {name!r}")


def _let_notebooks_show_maps() -> None:
    """Tell the model, where somebody has loaded it, how a notebook shows a map."""
    import sys

    model = sys.modules.get("argmap.model")
    if model is not None:
        model.ArgumentMap.shown_by = _in_notebooks


def _in_notebooks(a_map: "ArgumentMap") -> "dict[str, str]":
    from argmap.embed.hosts.display import mime_bundle

    return mime_bundle(a_map)
