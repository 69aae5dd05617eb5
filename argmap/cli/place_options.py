"""Options that name a place where a picture is read."""

import click

from argmap.destinations import NARROWEST_FIT, SHEET_NAMES, WIDEST_FIT, is_destination
from argmap.suggestions import did_you_mean


def known_place(ctx: click.Context, parameter: click.Parameter, name: str | None) -> str | None:
    """Return the name of a place where pictures are read; raise BadParameter for any other."""
    if name is not None and not is_destination(name):
        near = did_you_mean(name, SHEET_NAMES) or ""
        message = (
            f"“{name}” is not a width from {NARROWEST_FIT} to {WIDEST_FIT} pixels, "
            f"nor one of {', '.join(SHEET_NAMES)}{near}"
        )
        raise click.BadParameter(message, ctx, parameter)
    return name
