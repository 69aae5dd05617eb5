"""How many foreign texts in Argdown say the same here as in Argdown's own program.

    python -m tests.bench.argdown_files FOLDER [--reference COMMAND]

FOLDER holds files in Argdown (.argdown, .ad) and in Markdown (.md), of which each block of Argdown
is a text, such as github.com/christianvoigt/argdown and github.com/debatelab/argdown-feedback.
COMMAND, or else the variable ARGDOWN, runs `@argdown/cli`, such as `npx @argdown/cli`. Only texts
that it exports count as tried; what is equal, and which differences are deliberate, is told in
`tests.formats.argdown_differences`.
"""

import argparse
import json
import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from argmap.faults import FaultLog
from argmap.formats.argdown.reading import document_of
from argmap.formats.argdown_markdown import blocks_of
from argmap.formats.carriers.decoding import text_of
from argmap.formats.losses import Losses
from argmap.project import Folder, Project
from tests.formats.argdown_differences import differences

_ARGDOWN, _MARKDOWN = (".argdown", ".ad"), (".md", ".markdown")


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one text: the faults that keep it from being read, and what differs."""

    name: str
    faults: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()


def texts_in(folder: Path) -> Iterator[tuple[str, Path, str]]:
    """Yield the texts of a folder: a name, the file that holds it, and the text."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = str(path.relative_to(folder))
        written = text_of(path.read_bytes(), file=name, log=FaultLog()) or ""
        if path.suffix.lower() in _ARGDOWN:
            # Files that begin with “_” are parts of others, which Argdown does not export.
            if not path.name.startswith("_"):
                yield name, path, written
        elif path.suffix.lower() in _MARKDOWN:
            for block in blocks_of(written):
                yield f"{name}:{block.line}", path, block.text


def exports(
    texts: list[tuple[str, Path, str]], folder: Path, target: Path, reference: list[str]
) -> dict[int, dict[str, Any]]:
    """Return what the reference exports, by the numbers of texts; others it refuses."""
    inside, out = target / "in", target / "out"
    for path in (one for one in folder.rglob("*") if one.suffix.lower() in _ARGDOWN):
        copy = inside / path.relative_to(folder)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    for number, (_, path, text) in enumerate(texts):
        # Beside its file, from where its includes are named.
        beside = inside / path.relative_to(folder).parent
        beside.mkdir(parents=True, exist_ok=True)
        (beside / f"argmap-text-{number}.argdown").write_bytes(text.encode())
    command = [*reference, "json", f"{inside}/**/argmap-text-*.argdown", str(out)]
    subprocess.run(command, cwd=target, capture_output=True, timeout=600)
    return {
        int(file.stem.removeprefix("argmap-text-")): json.loads(file.read_text(encoding="utf-8"))
        for file in out.rglob("*.json")
    }


def row(name: str, path: Path, text: str, folder: Path, export: dict[str, Any]) -> Row:
    """Return what becomes of a text, beside what the reference makes of it."""
    log = FaultLog()
    document = document_of(
        text.replace("\r\n", "\n") + "\n",
        file=path.name,
        log=log,
        losses=Losses("A map"),
        folder=Folder(path.parent, Project(folder)),
    )
    if log.diagnostics:
        told = (f"{one.span.start.line}: {one.message}" for one in log.diagnostics)
        return Row(name, faults=tuple(told))
    return Row(name, differs=tuple(differences(document, export)))


def main() -> None:
    """Print what differs in a folder, and the sums."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--reference",
        default=os.environ.get("ARGDOWN", "npx @argdown/cli"),
        help="the command of Argdown",
    )
    chosen = parser.parse_args()
    folder = chosen.folder.resolve()
    texts = list(texts_in(folder))
    with tempfile.TemporaryDirectory(prefix="argmap-argdown-") as target:
        found = exports(texts, folder, Path(target), shlex.split(chosen.reference))
    rows = [row(*texts[number], folder, found[number]) for number in sorted(found)]
    for one in rows:
        for fault in one.faults:
            print(f"{one.name}: not read: {fault}")
        for difference in one.differs:
            print(f"{one.name}: {difference}")
    equal = sum(not one.faults and not one.differs for one in rows)
    print(f"{len(texts)} texts, of which Argdown itself refuses {len(texts) - len(found)}")
    print(f"tried {len(rows)}, read {sum(not one.faults for one in rows)}, equal {equal}")


if __name__ == "__main__":
    main()
