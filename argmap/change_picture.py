"""Two maps in one picture: what is new, gone or changed says so, with the new verdicts."""

from dataclasses import replace

from argmap.comparing.both import both_in_one
from argmap.comparing.differences import Comparison
from argmap.planning import Plan, RenderOptions, planned
from argmap.render import picture_format
from argmap.render.renderer import renderer_named

# Beyond this Mermaid draws nothing, unless it is told to.
_LONGEST_DIAGRAM, _MOST_ARROWS = 50_000, 500


def draw_both(found: Comparison, *, format: str = "svg") -> bytes:
    """Return the picture of a change as a file of one of `argmap.render.PICTURE_FORMATS`.

    What is gone is drawn as what has no effect. Raises what `argmap.pipeline.draw` raises.
    """
    known = picture_format(format)
    plan = planned_both(found, placed=known.is_placed)
    shown = plan.picture(placed=known.is_placed, narrow=known.is_page, stepped=known.has_steps)
    return renderer_named(format).render(shown)


def both_as_mermaid(found: Comparison) -> str:
    """Return a block of Markdown in which GitHub and others draw the change.

    Where they would refuse so large a diagram, it is a sentence that says so.
    """
    diagram = draw_both(found, format="mermaid").decode()
    arrows = len(planned_both(found, placed=False).picture(placed=False).drawing.arrows)
    if len(diagram) > _LONGEST_DIAGRAM or arrows > _MOST_ARROWS:
        return "The change is too large to be drawn here.\n"
    return f"```mermaid\n{diagram}```\n"


def planned_both(found: Comparison, *, placed: bool = True) -> Plan:
    """Return what is drawn of two maps, and how."""
    both = both_in_one(found)
    options = RenderOptions(evaluate=True, reject=both.gone)
    plan = planned(both.map, options=options, defaults=None, placed=placed)
    seen = plan.showing.evaluation
    assert seen is not None, "verdicts are asked for"
    # What has lost its only support stands in the new map, which knows of no support.
    verdicts = replace(
        found.evaluation,
        claims={**seen.claims, **found.evaluation.claims},
        arguments={**seen.arguments, **found.evaluation.arguments},
    )
    # Nobody has asked what if something fell: that is what is.
    showing = replace(plan.showing, evaluation=verdicts, changed=(), rejected=())
    return replace(plan, showing=showing)
