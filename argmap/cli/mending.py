"""What `argmap check --fix` does with a map: its findings mended, and the text written or shown."""

import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from argmap.cli.changes import may_be_written, unified
from argmap.cli.printing import give, say
from argmap.cli.reading import STANDARD, reading_of
from argmap.diagnostics import Diagnostic
from argmap.document.reading import read_file, read_stream
from argmap.editing.fixing import Examined, Mended, mended
from argmap.formats import format_named
from argmap.formats.carriers.decoding import LARGEST
from argmap.formats.recognition import readable_format
from argmap.output import write_whole
from argmap.pipeline import read_standard_input, read_text
from argmap.project import folder_of
from argmap.reader import Reading

YAML = "yaml"
Check = Callable[[Reading], tuple[Diagnostic, ...]]


def mend(
    name: str, notation: str | None, check: Check, *, only_shows: bool, quiet: bool
) -> tuple[Examined, bool]:
    """Mend what the findings on a map tell; return what is left, and whether anything was mended.

    With `only_shows` nothing is written, and what would be is printed as a unified diff. The text
    from standard input goes to standard output. Raises FileError where a file cannot be read or
    written.
    """
    data = read_stream(sys.stdin.buffer, largest=LARGEST) if name == STANDARD else None
    if data is None and not Path(name).is_file():
        # A pipe is read once, and not written.
        return _as_it_is(reading_of(name, notation), check), False
    whole = read_file(Path(name)) if data is None else data
    told = readable_format(name, whole)
    known = notation or (told.name if told else YAML)
    text = _decoded(whole)
    if known != YAML or text is None:
        left = _as_it_is(_reading(name, notation, data), check)
        if known != YAML and left.found and not quiet:
            title = format_named(known).title
            say(f"{name}: only maps in YAML are mended, and this is read as {title}", err=True)
        if data is not None and not only_shows:
            give(data, nl=False)
        return left, False

    def examine(changed: str) -> Examined:
        if changed == text:
            return _as_it_is(_reading(name, notation, data), check)
        folder = folder_of(Path(name))
        return _as_it_is(read_text(changed, file=name, folder=folder), check)

    outcome = mended(text, examine)
    if only_shows:
        give(unified(text, outcome.text, name), nl=False)
    elif data is not None:
        give(outcome.text.encode(), nl=False)
    elif outcome.mended and not may_be_written(Path(name)):
        say(f"{name} leads to a file outside the project, which is not written", err=True)
        return examine(text), False
    elif outcome.mended:
        write_whole(Path(name), outcome.text.encode())
    if outcome.mended and not quiet:
        say(_sentence(name, outcome, only_shows=only_shows), err=True)
    return outcome.left, bool(outcome.mended)


def _as_it_is(reading: Reading, check: Check) -> Examined:
    return Examined(reading, check(reading))


def _reading(name: str, notation: str | None, data: bytes | None) -> Reading:
    if data is None:
        return reading_of(name, notation)
    return read_standard_input(BytesIO(data), notation)


def _decoded(data: bytes) -> str | None:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None


def _sentence(name: str, outcome: Mended, *, only_shows: bool) -> str:
    """Return what was done with a file: `a.yaml: 3 findings mended, 1 is left`."""
    number, rest = len(outcome.mended), len(outcome.left.found)
    verb = "would be mended" if only_shows else "mended"
    done = f"{number} {'finding' if number == 1 else 'findings'} {verb}"
    left = "nothing is left" if not rest else f"{rest} {'is' if rest == 1 else 'are'} left"
    return f"{name}: {done}, {left}"
