"""`argmap skill`: a skill that teaches an assistant how a good map is made."""

import click

from argmap.cli.printing import give
from argmap.skill import skill


@click.command()
def command() -> None:
    """Print a SKILL.md, which teaches an assistant to make good maps.

    It says step by step how a good map is made, and has the format and the commands in short.

    \b
    Example:
      argmap skill > SKILL.md
    """
    give(skill(), nl=False)
