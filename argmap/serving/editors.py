"""Addresses that open an editor at a line of a file."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from argmap.errors import UnfitOptionError
from argmap.suggestions import did_you_mean

# Programs that register a scheme of their own, each with the address that opens a place.
EDITORS = {
    "vscode": "vscode://file{file}:{line}:{column}",
    "vscodium": "vscodium://file{file}:{line}:{column}",
    "cursor": "cursor://file{file}:{line}:{column}",
    "zed": "zed://file{file}:{line}:{column}",
    "idea": "idea://open?file={file}&line={line}&column={column}",
    "textmate": "txmt://open?url=file://{file}&line={line}&column={column}",
}
USUAL_EDITOR = "vscode"
_PLACES = ("file", "line", "column")
_ADDRESS = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*):\S*\{file\}\S*", re.IGNORECASE)
# These run or show what is written in them.
_NO_EDITORS = ("javascript", "data", "vbscript", "blob", "http", "https", "about")


@dataclass(frozen=True)
class Editor:
    """An editor by the address that opens it; `{file}`, `{line}` and `{column}` say where."""

    address: str

    def at(self, file: Path, line: int = 1, column: int = 1) -> str:
        """Return the address of a place in a file."""
        path = quote(file.resolve().as_posix())
        # On Windows, a path begins with the letter of a drive.
        named = path if path.startswith("/") else f"/{path}"
        values = {"file": named, "line": str(line), "column": str(column)}
        return re.sub(r"\{(\w+)\}", lambda found: values[found[1]], self.address)


def editor_named(name: str) -> Editor:
    """Return an editor by its name, or by an address with `{file}`.

    Raises UnfitOptionError where it is neither.
    """
    if name in EDITORS:
        return Editor(EDITORS[name])
    found = _ADDRESS.fullmatch(name)
    if found is None:
        known = ", ".join(EDITORS)
        hint = did_you_mean(name, EDITORS) or f"; it is one of {known}, or an address with {{file}}"
        raise UnfitOptionError(f"no editor “{name}”{hint}")
    if found["scheme"].lower() in _NO_EDITORS:
        raise UnfitOptionError(f"“{found['scheme']}:” opens no editor")
    unknown = [one for one in re.findall(r"\{(\w+)\}", name) if one not in _PLACES]
    if unknown:
        wanted = ", ".join(f"{{{one}}}" for one in _PLACES)
        raise UnfitOptionError(f"“{{{unknown[0]}}}” is not known in an address; there are {wanted}")
    return Editor(name)
