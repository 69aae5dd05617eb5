"""Maps in notebooks of Jupyter: what a cell shows of a map, and the magic `%%argmap`.

After `%load_ext argmap.embed.hosts.jupyter`, a cell that begins with `%%argmap` holds a map, and
`%argmap tree.yaml theme=dark` shows one that is in a file.
"""

from pathlib import Path
from typing import Any

from IPython.core.error import UsageError
from IPython.core.interactiveshell import InteractiveShell
from IPython.display import display

from argmap.embed.figure_making import part_caption
from argmap.embed.hosts.display import WIDTH, next_occurrence
from argmap.embed.hosts.hosting import Fence, Hosted, hosted
from argmap.embed.library import Place, library_of
from argmap.render.renderer import Picture, renderer_named
from argmap.report.outline_text import outline
from argmap.settings.words import words_of

_CELL = "<cell>"


class ShownMap:
    """What a cell shows of a map that was written in it."""

    def __init__(self, html: str, svg: str | None, words: str) -> None:
        """Take the map as HTML, as a picture where there is one, and as words for a terminal."""
        self._bundle = {"text/html": html, "text/plain": words}
        if svg is not None:
            self._bundle["image/svg+xml"] = svg

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return self._bundle


def cell(shell: InteractiveShell, line: str, text: str) -> None:
    """Show the map in a cell, or the file that the line names, or what is wrong with it.

    The line has the options of `argmap embed`, such as `tree.yaml theme=dark`.

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
    found = hosted(fence, library=library_of(home), occurrence=next_occurrence(), cleaned=True)
    if found.picture is None:
        # What follows in a notebook that runs as a whole would speak of a map that is not there.
        raise UsageError("\n".join(found.problems))
    for number, picture in enumerate(found.parts or (found.picture,)):
        html = found.figures[number] if found.parts else found.html
        svg = renderer_named("svg").render(picture).decode() if picture.placed else None
        display(ShownMap(html, svg, _in_words(picture, found)))
    if name is not None:
        shell.push({name: found.picture.whole})


def _in_words(picture: Picture, found: Hosted) -> str:
    """Return what a terminal shows: the whole map in words, of which each further part is one."""
    if picture.part is not None and picture.part.number and found.request is not None:
        return part_caption(picture, found.request) or ""
    return outline(picture.whole, width=WIDTH, evaluation=picture.evaluation)


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Add the magics `%%argmap` and `%argmap` to a shell of IPython."""

    def argmap(line: str, text: str = "") -> None:
        """Show the map that this cell holds, or that is in a file: %argmap tree.yaml theme=dark."""
        cell(shell, line, text)

    shell.register_magic_function(argmap, magic_kind="line_cell", magic_name="argmap")
