"""Where a paragraph must end a line, for programs that break lines themselves."""

from itertools import pairwise

from argmap.render.scene.things import Paragraph, Run


def broken(
    paragraph: Paragraph, *, first: bool = False, every: bool = False
) -> tuple[tuple[Run, ...], ...]:
    """Return the words of a paragraph in as few lines as have to be told.

    A word that is broken, or a script without blanks, needs all lines of the drawing. Else the
    `first` line alone ends where it was measured, if that is asked for, and the rest flows; or
    `every` line does.
    """
    words = paragraph.words
    ends = _ends(words, paragraph.lines)
    if ends and not every and all(words[end] == " " for end in ends):
        ends = ends[:1] if first else []
    bounds = [0, *ends, len(words)]
    lines = [_between(paragraph.runs, start, end) for start, end in pairwise(bounds)]
    beside = tuple(run for run in paragraph.runs if run.beside)
    return (*lines[:-1], (*lines[-1], *beside))


def _ends(words: str, lines: tuple[str, ...]) -> list[int]:
    """Return where lines but the last end in the words; none where they say something else."""
    found, at = [], 0
    for line in lines[:-1]:
        if not words.startswith(line, at) or at + len(line) >= len(words):
            return []
        at += len(line)
        found.append(at)
        at += words[at] == " "
    return found


def _between(runs: tuple[Run, ...], start: int, end: int) -> tuple[Run, ...]:
    """Return the runs that have the words between two places, without blanks at their ends."""
    found, at = [], 0
    for run in runs:
        if run.beside:
            continue
        part = run.words[max(start - at, 0) : max(end - at, 0)]
        at += len(run.words)
        if part:
            found.append(run._replace(words=part))
    if found:
        found[0] = found[0]._replace(words=found[0].words.lstrip(" "))
        found[-1] = found[-1]._replace(words=found[-1].words.rstrip(" "))
    return tuple(found)
