"""The examples on a page of the manual: found, run in a folder of their own, compared.

A block of the language `console` holds commands after `$ ` and what each of them prints; a line
that is only `…` stands for any lines. A comment above a block says more of it, as in
`<!-- file: town.yaml, with findings -->`:

    file: NAME        the block is a file of that name, for the commands below it
    from the start    and for those above it
    picture: NAME     the map is drawn as docs/pictures/NAME.svg
    with findings     the map is shown because something is wrong with it
"""

import contextlib
import doctest
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sysconfig
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from argmap.bibliographies.opening import library_of
from argmap.checks.runner import Selection
from argmap.diagnostics import Diagnostic
from argmap.examination import check
from argmap.pipeline import read_text
from argmap.project import folder_of

PROJECT = Path(__file__).parents[1]
COLUMNS = 80
ANY_LINES = "…"
# The settings of editors, which the manual shows and does not run.
SETTINGS = ("lisp", "lua")
# Languages of documents that pages show; commands may be given them as files.
DOCUMENTS = ("asciidoc", "html", "latex", "markdown", "rst", "tex", "typst")
# What would install something, or change the reader's shell. They are looked at, not run.
NOT_RUN = (
    "python3 -m venv .venv && . .venv/bin/activate",
    "python -m pip install .",
    "python -m pip wheel --no-deps .",
    "python -m pip install . && argmap render maps/western-friendly-autocracy.yaml",
    'python -m pip install ".[png,pdf]"',
    'python -m pip install -e ".[test]" && python -m pytest',
    'python -m pip install -e ".[docs]" && mkdocs serve -f .mkdocs.yml',
    "python docs/generate.py",
    'python -m pip install ".[playground]"',
    # These need npm or its archive, or go on until they are stopped.
    "argmap playground -o site/try",
    "argmap playground -o site/try --pyodide pyodide-314.0.7.tgz",
    "npm pack pyodide@314.0.7",
    "python -m http.server -d site/try",
    "mkdocs build",
    "pre-commit install",
    "python -m pytest tests/test_reader.py -k circles",
    "python -m pytest tests/test_reader.py",
    "python -m pytest tests/checks",
    "python -m pytest -m slow",
    "bash .ci/run",
    # These go on until Ctrl-C; tests/serving tries them.
    "argmap serve argument.yaml --open",
    "argmap serve argument.yaml --source-texts all",
    'argmap serve argument.yaml --editor "myeditor://open?file={file}&line={line}"',
    "argmap serve maps",
    "argmap serve report.md",
    "argmap serve report.md --editor idea",
    # There is no repository of Git where the pages are run.
    "argmap diff HEAD~3:argument.yaml argument.yaml",
    "argmap diff argument.yaml",
    "argmap git-setup",
    "argmap git-setup --check",
    "argmap log argument.yaml",
    "argmap log argument.yaml dogs-allowed",
)

_BLOCK = re.compile(
    r"^(?:<!-- (?P<remark>[^\n]*) -->\n+)?"
    r"(?P<fence>`{3,})(?P<language>[^`\n]*)\n(?P<text>.*?)^(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of code on a page: `start` and `end` are where its text lies in the page."""

    language: str
    text: str
    remarks: tuple[str, ...]
    line: int
    start: int
    end: int

    @property
    def file(self) -> str | None:
        """Return the name under which the commands of the page find the block, or None."""
        names = [r.removeprefix("file: ") for r in self.remarks if r.startswith("file: ")]
        return names[0] if names else None


def blocks_of(page: str) -> list[Block]:
    """Return the blocks of a page in their order."""
    return [
        Block(
            found["language"],
            found["text"],
            tuple(part.strip() for part in (found["remark"] or "").split(",")),
            page.count("\n", 0, found.start("text")),
            found.start("text"),
            found.end("text"),
        )
        for found in _BLOCK.finditer(page)
    ]


def prepare(folder: Path, page: str) -> None:
    """Put into an empty folder what the commands of a page may use from the start."""
    shutil.copytree(PROJECT / "maps", folder / "maps", ignore=shutil.ignore_patterns("*.svg"))
    for block in blocks_of(page):
        if "from the start" in block.remarks:
            _save(block, folder)


def refreshed(page: str, *, folder: Path) -> str:
    """Return the page with what its commands really print, run one after another in `folder`."""
    written, parts = 0, []
    for block in blocks_of(page):
        _save(block, folder)
        if block.language == "console":
            parts += [page[written : block.start], _refreshed_console(block.text, folder)]
            written = block.end
    return "".join([*parts, page[written:]])


def commands_of(page: str, *, folder: Path) -> Iterator[str]:
    """Yield the commands of a page; the files before each of them are in `folder` by then."""
    for block in blocks_of(page):
        _save(block, folder)
        if block.language == "console":
            yield from (command for command, _ in _commands(block.text))


def faults_of(page: str, *, folder: Path) -> Iterator[str]:
    """Yield a sentence for every example, beside those of `console`, that is not as it should be.

    Examples in Python and for the shell are run in `folder`.
    """
    python = ""
    for block in blocks_of(page):
        if block.language == "python":
            python += "\n" * (block.line - python.count("\n")) + block.text
    if python:
        yield from _python_faults(python, folder)
    for block in blocks_of(page):
        for fault in _faults(block, folder):
            yield f"line {block.line}: {fault}"


def _save(block: Block, folder: Path) -> None:
    if block.file:
        target = folder / block.file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(block.text, encoding="utf-8")


def _refreshed_console(text: str, folder: Path) -> str:
    lines: list[str] = []
    for command, shown in _commands(text):
        printed = run(command, folder=folder).rstrip("\n").split("\n")
        lines += [f"$ {command}", *(shown if _agree(shown, printed) else printed)]
    return "".join(f"{line}\n" for line in lines if lines)


def _commands(text: str) -> Iterator[tuple[str, list[str]]]:
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, *shown = part.rstrip("\n").split("\n")
        yield command, shown


def _agree(shown: list[str], printed: list[str]) -> bool:
    if not shown:
        return printed == [""]
    pattern = "\n".join(r".*" if line == ANY_LINES else re.escape(line) for line in shown)
    return re.fullmatch(pattern, "\n".join(printed), flags=re.DOTALL) is not None


def run(command: str, *, folder: Path) -> str:
    """Return what a command prints on standard output and error, as one text."""
    return _run(command, folder).stdout


def _run(command: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("NO_COLOR", "FORCE_COLOR", "PYTHONWARNINGS")
    }
    scripts = sysconfig.get_path("scripts")
    environment |= {
        "PATH": os.pathsep.join([scripts, environment["PATH"]]),
        "COLUMNS": str(COLUMNS),
        "PYTHONUTF8": "1",
    }
    return subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def _python_faults(text: str, folder: Path) -> Iterator[str]:
    test = doctest.DocTestParser().get_doctest(text, {}, "page", None, 0)
    if not test.examples:
        yield "the Python on this page has no example that begins with “>>>”"
    report = io.StringIO()
    with contextlib.chdir(folder):
        doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=report.write)
    if report.getvalue():
        yield report.getvalue()


def _faults(block: Block, folder: Path) -> Iterator[str]:
    if block.language == "yaml" and block.text.startswith("argmap:"):
        yield from _map_faults(block, folder)
    elif block.language == "yaml":
        yield from _recipe_faults(block)
    elif block.language == "toml":
        tomllib.loads(block.text)
    elif block.language == "json":
        json.loads(block.text)
    elif block.language == "sh":
        for command in _to_be_run(block.text.splitlines()):
            if (ended := _run(command, folder)).returncode:
                yield f"“{command}” fails: {ended.stdout}"
    elif block.language == "bibtex":
        found = library_of("refs.bib", block.text)
        yield from (one.message for one in found.defects)
        yield from (one.message for key in found for one in found.described(key).defects)
    elif block.language == "sql":
        yield from _sql_faults(block, folder)
    elif block.language == "text":
        if "argmap " in block.text and "$ " in block.text:
            yield "commands belong in a block of the language “console”"
    elif block.language not in ("console", "python", *SETTINGS, *DOCUMENTS):
        yield f"“{block.language}” is no language of the manual"


def _sql_faults(block: Block, folder: Path) -> Iterator[str]:
    """Ask the database that commands of the page made; each question has an answer there."""
    base = sqlite3.connect(folder / "corpus.db")
    try:
        if not base.execute(block.text).fetchall():
            yield "this question finds nothing"
    except sqlite3.Error as error:
        yield f"this question cannot be asked: {error}"
    finally:
        base.close()


def _to_be_run(commands: list[str]) -> Iterator[str]:
    for command in commands:
        after = command.rpartition(" && ")[2]
        if command not in NOT_RUN:
            yield command
        elif after != command and after.startswith("argmap "):
            yield after


def _map_faults(block: Block, folder: Path) -> Iterator[str]:
    found = findings(block.text, folder=folder)
    wanted = "with findings" in block.remarks
    if wanted and not found:
        yield "nothing is wrong with this map"
    if not wanted:
        yield from (f"{d.span.start.line}: {d.code}: {d.message}" for d in found)


def findings(text: str, *, folder: Path) -> tuple[Diagnostic, ...]:
    """Return what `argmap check` says of a map in `folder`."""
    reading = read_text(text, file="map.yaml", folder=folder_of(folder / "map.yaml"))
    return check(reading, selection=Selection(), given_texts={})


def _recipe_faults(block: Block) -> Iterator[str]:
    """Look at the commands in settings of other tools; pages show them in `console` as well."""
    for command in _values_of(yaml.safe_load(block.text), "run"):
        if command not in NOT_RUN and not command.startswith("argmap "):
            yield f"nobody has tried “{command}”"


def _values_of(value: object, key: str) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if name == key and isinstance(inner, str):
                yield inner
            else:
                yield from _values_of(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from _values_of(inner, key)
