"""`argmap search`: the claims of a corpus that have what is looked for."""

import sys
from pathlib import Path

import click

from argmap.cli.printing import give, say
from argmap.cli.reading import (
    answer_format_option,
    file_name,
    terminal_width,
    wants_colour,
)
from argmap.corpus.database import opened
from argmap.corpus.searching import MOST_RANKED, Wish, search
from argmap.report.corpus import hits_json, hits_text
from argmap.report.explanation import written
from argmap.values import canonical
from argmap.weighing import Standing


@click.command()
@click.argument("corpus", metavar="CORPUS", type=file_name)
@click.argument("words", metavar="[WORDS]...", nargs=-1)
@click.option(
    "--stands", "standings", flag_value="stands", multiple=True, help="Claims that stand."
)
@click.option("--falls", "standings", flag_value="falls", multiple=True, help="Claims that fall.")
@click.option(
    "--not-shown", "standings", flag_value="not-shown", multiple=True, help="Claims not shown."
)
@click.option(
    "--undecided", "standings", flag_value="undecided", multiple=True, help="Undecided claims."
)
@click.option("--theses", is_flag=True, help="Only theses.")
@click.option(
    "--cites", metavar="SOURCE", help="What cites this: an id, or words of title and authors."
)
@click.option("--attacks", metavar="ID", type=canonical, help="Premises of attacks on this.")
@click.option("--supports", metavar="ID", type=canonical, help="Premises of supports of this.")
@click.option("--scheme", metavar="ID", help="Premises of arguments of this scheme.")
@click.option(
    "-n",
    "--most",
    type=click.IntRange(1),
    default=20,
    show_default=True,
    help="Show so many claims.",
)
@answer_format_option
def command(
    corpus: str,
    words: tuple[str, ...],
    standings: tuple[str, ...],
    theses: bool,
    cites: str | None,
    attacks: str | None,
    supports: str | None,
    scheme: str | None,
    most: int,
    format: str,
) -> None:
    """Find the claims with all WORDS in CORPUS, a database that “argmap index” made.

    A word is found by how it begins, whatever its case and accents; words in quotation marks are
    found in a row. The best come first: those that say it shortest, of rare words, in the claim
    itself and not in its note or quotation. Several verdicts mean any of them.

    \b
    Examples:
      argmap search corpus.db dogs
      argmap search corpus.db '"stay longer"' --stands
      argmap search corpus.db --falls --attacks dogs-allowed
    """
    wish = Wish(
        words=" ".join(words),
        standings=tuple(map(Standing, dict.fromkeys(standings))),
        cites=cites,
        attacks=attacks,
        supports=supports,
        scheme=scheme,
        theses=theses,
    )
    if wish == Wish():
        raise click.UsageError("say what to look for: words, or what the claims are to have.")
    file = Path(corpus)
    with opened(file) as base:
        hits, ranked_all = search(base, file, wish, most=most)
    if format == "json":
        give(written(hits_json(hits)))
    elif not hits:
        say("no claim has all of that", err=True)
    else:
        colour = wants_colour(sys.stdout)
        shown = hits_text(hits, width=terminal_width(), mark=_bold if colour else str)
        say(shown, color=colour)
    if not ranked_all:
        told = f"more than {MOST_RANKED:,} claims have that"
        say(f"{told}; these are the best of the first: add a word", err=True)


def _bold(words: str) -> str:
    return click.style(words, bold=True)
