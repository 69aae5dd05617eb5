"""The maps of a project by the names that a text has to write, where it names another map."""

import os
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from argmap.document.quoting import as_scalar
from argmap.errors import ArgmapError
from argmap.grammar import CLAIM, HOME, INCLUSION, MAP
from argmap.kinds.record import Field
from argmap.lsp.documents import SUFFIXES, OpenText
from argmap.project import project_of

# More are no answer that anybody reads.
MOST_OFFERED, MOST_LOOKED_AT, MOST_READ = 200, 2_000, 4_096
_TITLE = re.compile(r"^title:[ \t]+(?P<quote>[\"']?)(?P<title>.+?)(?P=quote)[ \t]*$", re.MULTILINE)
_NAMING = tuple(
    record.field(name)
    for record, name in ((MAP, "include"), (INCLUSION, "file"), (CLAIM, "home"), (HOME, "map"))
)


class NamedMap(NamedTuple):
    """A map by its path from the folder of a text, as YAML writes that, and its title, if any."""

    path: str
    written: str
    title: str


def names_a_map(field: Field | None) -> bool:
    """Return whether what stands under a key may be the file of another map."""
    return field is not None and any(field is one for one in _NAMING)


def other_maps(document: OpenText) -> Iterator[NamedMap]:
    """Yield the maps of the project of a text, but for itself; of one never saved there are none.

    The nearest come first: those of its own folder, and what lies below.
    """
    if document.path is None:
        return
    # Only then: in a browser there are no files.
    from argmap.embed.documents.walking import files_in

    own, project = document.path.resolve(), project_of(document.path)
    found: list[tuple[tuple[int, str], NamedMap]] = []
    for path in islice(files_in(project.root, SUFFIXES, most=MOST_LOOKED_AT), MOST_LOOKED_AT):
        try:
            is_other = project.require(path, name=path.name) != own and path.is_file()
            begins = _beginning(path) if is_other else ""
        except (ArgmapError, OSError):
            continue
        if re.search(r"^argmap:", begins, re.MULTILINE):
            way = Path(os.path.relpath(path.resolve(), own.parent)).as_posix()
            title = _TITLE.search(begins)
            one = NamedMap(way, as_scalar(way), title["title"] if title else "")
            found.append(((way.count("/") + 2 * way.count("../"), way), one))
    yield from (one for _, one in sorted(found)[:MOST_OFFERED])


def _beginning(path: Path) -> str:
    with path.open("rb") as stream:
        return stream.read(MOST_READ).decode("utf-8", "replace").removeprefix("\ufeff")
