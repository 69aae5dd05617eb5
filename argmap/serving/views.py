"""What is shown of one address: a page, or what is wrong with what should be one."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from argmap.render.markup import text as escaped

Names = tuple[str, ...]
# What stands in an address of a map for its slides, as in “map.yaml?slides”.
SLIDES = "slides"
# How the names of maps end that are found in a folder, and of documents that have a page.
MAPS = (".yaml", ".yml")
DOCUMENTS = (".md", ".markdown")


class Address(NamedTuple):
    """The names on the way from the root, the last one empty for a folder, and what is shown.

    `form` is SLIDES, or empty for the usual page.
    """

    names: Names
    form: str = ""


@dataclass(frozen=True)
class Finding:
    """Something that keeps a page from being made anew, and where it is written.

    `file` is None where it is of no file; `severity` is the word that reports have.
    """

    message: str
    severity: str = "error"
    file: Path | None = None
    line: int = 1
    column: int = 1


@dataclass(frozen=True)
class View:
    """A page with all that it was made from.

    `page` is None where there is none, because of the `findings`. `files` are those that it
    depends on, folders among them where what they hold counts. `places` has the line and the
    column of each claim and argument of a map, by its id; `home` is the file that they are in. One
    that `stands_alone` shows its files as they are, and what is wrong in its place.
    """

    home: Path
    page: bytes | None = None
    findings: tuple[Finding, ...] = ()
    files: tuple[Path, ...] = ()
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    stands_alone: bool = False


def place_of(found: Finding, root: Path) -> str | None:
    """Return where a finding is, with its file named from the root; None where it is in no file."""
    if found.file is None or found.file == root:
        return None
    # A link is named as it is called, not as where it leads.
    file = Path(os.path.realpath(found.file.parent), found.file.name)
    name = file.relative_to(root).as_posix() if file.is_relative_to(root) else file.name
    return f"{name}:{found.line}:{found.column}"


def within(root: Path, told: str) -> str:
    """Return words, or markup made of them, in which files are named from the root of the project.

    A page is shown to others, on a wall perhaps, and where a project lies is none of its matter.
    """
    if root == root.parent:
        return told
    names = {str(root), root.as_posix()}
    ways = "|".join(re.escape(one) for one in sorted(names | {*map(escaped, names)}))
    return re.sub(rf"(?<![\w/\\])(?:{ways})[/\\]", "", told)
