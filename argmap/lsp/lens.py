"""`textDocument/codeLens`, and what it leads to: the live picture of a map, in a browser."""

import subprocess
import sys
import threading
from pathlib import Path
from typing import NamedTuple

from lsprotocol import types

from argmap.errors import ArgmapError
from argmap.lsp.documents import OpenText

OPEN_PICTURE = "argmap.openPicture"
_TITLE = "Open the live picture"
_TOP = types.Range(types.Position(0, 0), types.Position(0, 0))
# Not from the folder that an editor works in: it is that of anybody’s files.
_SERVE = (sys.executable, "-P", "-m", "argmap", "serve")


def lenses(document: OpenText) -> list[types.CodeLens]:
    """Return what stands above a map: a command that shows its picture, once it is a file."""
    if document.path is None or not document.path.is_file():
        return []
    command = types.Command(_TITLE, OPEN_PICTURE, arguments=[document.uri])
    return [types.CodeLens(_TOP, command)]


class PictureError(ArgmapError):
    """There is no live picture of a map."""


class _Served(NamedTuple):
    process: "subprocess.Popen[str]"
    address: str


class LivePictures:
    """The pages that `argmap serve` shows for an editor, each by a process of its own."""

    def __init__(self) -> None:
        """Serve nothing yet."""
        self._served: dict[Path, _Served] = {}

    def address(self, path: Path) -> str:
        """Return where the live picture of a map is; raise PictureError where there is none."""
        known = self._served.get(path)
        if known is None or known.process.poll() is not None:
            known = self._served[path] = _served(path)
        return known.address

    def close(self) -> None:
        """End all of them."""
        for one in self._served.values():
            one.process.terminate()
        self._served.clear()


def _served(path: Path) -> _Served:
    process = subprocess.Popen(
        [*_SERVE, str(path)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
    )
    assert process.stdout is not None
    told, _, address = process.stdout.readline().rpartition(" is at ")
    if not told:
        said = process.communicate()[1].strip().removeprefix("argmap: ")
        raise PictureError(said or "there is no page, and nothing says why.")
    # Nobody reads what it says from now on, and a full pipe would stop it.
    threading.Thread(target=process.communicate, daemon=True).start()
    return _Served(process, address.strip())
