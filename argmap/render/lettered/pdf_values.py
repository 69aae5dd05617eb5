"""Runs of text as Typst is told of them."""

from argmap.render.lettered.lettering import PlacedRun


def run_value(run: PlacedRun, points: float) -> dict[str, object]:
    """Return a run as a value, with so many points for each pixel."""
    return {
        "shown": run.shown,
        "families": [name.lower() for name in run.face.families],
        "x": run.x * points,
        "y": run.y * points,
        "size": run.size * points,
        "colour": run.colour,
        "weight": "bold" if run.face.bold else "regular",
        "style": "italic" if run.face.italic else "normal",
    }
