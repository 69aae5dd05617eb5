"""What commands print: words for people, and data for programs."""

import click

from argmap.report.log import for_log


def say(words: str, *, err: bool = False, nl: bool = True, color: bool | None = None) -> None:
    """Print words for people; in the log of a build none of them is a command."""
    click.echo(for_log(words), err=err, nl=nl, color=color)


def give(data: str, *, nl: bool = True) -> None:
    """Print data for a program, which is as it is wherever it goes."""
    click.echo(data, nl=nl)
