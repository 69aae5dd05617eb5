"""Maps in notebooks of Jupyter: what a cell shows of a map, and the magic `%%argmap`.

After `%load_ext argmap.embed.jupyter`, a cell that begins with `%%argmap` holds a map.
"""

from pathlib import Path
from typing import Any

from IPython.core.error import UsageError
from IPython.core.interactiveshell import InteractiveShell
from IPython.display import display

from argmap.embed.display import WIDTH, next_occurrence
from argmap.embed.hosting import Fence, hosted
from argmap.embed.library import Place, library_of
from argmap.embed.options import words_of
from argmap.report.outline import outline

_CELL = "<cell>"


class ShownMap:
    """What a cell shows of a map that was written in it."""

    def __init__(self, html: str, words: str) -> None:
        """Take the map as HTML, and as words for a terminal."""
        self._html, self._words = html, words

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/html": self._html, "text/plain": self._words}


def cell(shell: InteractiveShell, line: str, text: str) -> None:
    """Show the map in a cell, or what is wrong with it; `line` has the options of `argmap embed`.

    With `--name NAME` before them the map becomes a variable of that name. Raises UsageError for a
    name that is none.
    """
    words = [word.text for word in words_of(line)]
    name = None
    if words[:1] == ["--name"]:
        name, words = (words[1] if len(words) > 1 else ""), words[2:]
        if not name.isidentifier():
            raise UsageError(f"“{name}” is no name of a variable; write %%argmap --name my_map")
    home = Path.cwd() / "cell"
    fence = Fence(tuple(words), text, home, Place(_CELL, 2))
    found = hosted(fence, library=library_of(home), occurrence=next_occurrence())
    if found.picture is None:
        # What follows in a notebook that runs as a whole would speak of a map that is not there.
        raise UsageError("\n".join(found.problems))
    told = outline(found.picture.whole, width=WIDTH, evaluation=found.picture.evaluation)
    display(ShownMap(found.html, told))
    if name is not None:
        shell.push({name: found.picture.whole})


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Add the magic `%%argmap` to a shell of IPython."""

    def argmap(line: str, text: str) -> None:
        """Show the map that this cell holds."""
        cell(shell, line, text)

    shell.register_magic_function(argmap, magic_kind="cell", magic_name="argmap")
