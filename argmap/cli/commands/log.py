"""`argmap log`: the history of a map, or of one claim, in Git."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import click

from argmap.cli.printing import say
from argmap.cli.progress import progress
from argmap.cli.reading import file_name, reading_of, require_map, terminal_width
from argmap.cli.revisions import Commit, commits_of, reading_in, with_commits_of
from argmap.comparing.differences import compared
from argmap.comparing.history import Entry, Version, history
from argmap.comparing.matching import matched
from argmap.errors import UnfitOptionError
from argmap.model import ArgumentMap
from argmap.reader import Reading
from argmap.report.comparison import SIGNS, flip_in_words, sentence
from argmap.report.wrapping import wrapped
from argmap.suggestions import did_you_mean
from argmap.values import canonical

_NOW = "not committed yet"
_Read = Callable[[Commit], Reading | None]


@click.command()
@click.argument("map_file", metavar="MAP", type=file_name)
@click.argument("claim", metavar="[ID]", type=canonical, required=False)
@click.option(
    "-n", "--most", type=click.IntRange(1), metavar="N", help="Look back N commits of the file."
)
def command(map_file: str, claim: str | None, most: int | None) -> None:
    """Say what each commit changed in MAP as an argument, the newest first.

    With the ID of a claim or an argument: when it was added, reworded, moved, and when its verdict
    flipped. It is followed through other ids and words, and through other names of the file. A
    merge is one step, which brings in all that was merged. A commit in which the map could not be
    read is passed over.

    \b
    Examples:
      argmap log argument.yaml
      argmap log argument.yaml dogs-allowed
    """
    path = Path(map_file)
    reading = reading_of(map_file)
    now = require_map(reading)
    _require_known(now, claim)
    read = cache(lambda commit: reading_in(commit, path))
    commits = _commits(path, reading, read, most=most)
    names = {commit.hash: commit for commit in commits[:most]}
    with progress(f"looking through {len(names)} commits"):
        versions = [Version("", now), *_versions(commits, read, most=most)]
        is_same = len(versions) > 1 and not compared(
            versions[1].map, now, matched(versions[1].map, now)
        )
        # What is committed has an id of its own there, which may be another one.
        if is_same:
            versions = [Version(versions[1].name, now), *versions[2:]]
        told = [
            line
            for entry in history(versions, claim)
            if not entry.version.name or entry.version.name in names
            for line in _lines(entry, names, is_whole=claim is None)
        ]
    say("\n".join(told or [_nothing(len(names))]))


def _nothing(number: int) -> str:
    return f"nothing changed in the last {f'{number} commits' if number > 1 else 'commit'}"


def _commits(path: Path, now: Reading, read: _Read, *, most: int | None) -> tuple[Commit, ...]:
    """Return all commits that changed the map, or what is included now or was in the last few."""
    commits = commits_of(path)
    before = (read(commit) for commit in commits[:most])
    return with_commits_of(commits, path, [now, *(one for one in before if one is not None)])


def _versions(commits: tuple[Commit, ...], read: _Read, *, most: int | None) -> Iterator[Version]:
    """Yield the map in each of the commits, and one more, so that it does not seem to begin."""
    for number, commit in enumerate(commits):
        reading = read(commit)
        if reading is not None and reading.map is not None:
            yield Version(commit.hash, reading.map)
            if most is not None and number >= most:
                return


def _require_known(a_map: ArgumentMap, wanted: str | None) -> None:
    known = (*a_map.claims_by_id, *a_map.arguments_by_id)
    if wanted is not None and wanted not in known:
        hint = did_you_mean(wanted, known) or "."
        raise UnfitOptionError(f"there is no claim or argument “{wanted}” in the map{hint}")


def _lines(entry: Entry, commits: dict[str, Commit], *, is_whole: bool) -> Iterator[str]:
    commit, width = commits.get(entry.version.name), terminal_width()
    head = f"{commit.date} {commit.short} {commit.author}: {commit.subject}" if commit else _NOW
    yield from wrapped(head, width=width, others="  ")
    found = entry.comparison
    if found is None:
        what = f"the map begins, with {len(entry.version.map.claims)} claims"
        yield f"  + {what if is_whole else 'it was there from the beginning'}"
        return
    for one in entry.differences:
        told = f"{SIGNS[one.kind]} {sentence(found, one)}"
        yield from wrapped(told, width=width, first="  ", others="    ")
    for flip in entry.flips:
        if flip.new in found.new.claims_by_id or not is_whole:
            told = f"• {flip_in_words(found, flip)}"
            yield from wrapped(told, width=width, first="  ", others="    ")
