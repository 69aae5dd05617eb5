"""`argmap embed`: the maps inside documents."""

import os
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from argmap.cli.printing import give, say
from argmap.cli.progress import progress
from argmap.cli.reading import FOUND_SOMETHING, file_name, is_folder, tell, wants_colour
from argmap.cli.watching import do_again
from argmap.diagnostics import Diagnostic
from argmap.document.reading import read_file
from argmap.embed.documents.document import decoded, refreshed_document, require_known, write
from argmap.embed.documents.drawings import Drawings
from argmap.embed.documents.refresh_result import Refreshed
from argmap.embed.documents.walking import documents_in, folders_in
from argmap.embed.library import Library, library_of, near
from argmap.errors import ArgmapError
from argmap.faults import FaultLog
from argmap.report.reports import REPORTS

LARGEST = 512 * 1024 * 1024


@click.command()
@click.argument("names", metavar="DOC...", type=file_name, nargs=-1, required=True)
@click.option("--check", "only_check", is_flag=True, help="Write nothing; name what is stale.")
@click.option(
    "--format",
    type=click.Choice([report.NAME for report in REPORTS]),
    default=REPORTS[0].NAME,
    show_default=True,
    help="Findings for people, for programs, or as annotations on a pull request.",
)
@click.option(
    "--root", metavar="DIR", type=file_name, help="Read and write nothing outside this folder."
)
@click.option(
    "--strict", is_flag=True, help="Let it fail, too, when letters are too small to read."
)
@click.option("--watch", is_flag=True, help="Refresh whenever something changes, until Ctrl-C.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(
    names: tuple[str, ...],
    only_check: bool,
    format: str,
    root: str | None,
    strict: bool,
    watch: bool,
    quiet: bool,
) -> None:
    """Refresh the maps inside each DOC, a file or a folder of documents.

    A document names a map between two comments; everything between them is argmap’s. In Markdown
    and HTML: <!-- argmap: map.yaml --> and <!-- /argmap -->. Without --root nothing is read outside
    the project of the document.

    \b
    Examples:
      argmap embed notes.md
      argmap embed --check notes.md
    """
    if watch and only_check:
        raise click.UsageError("--watch writes, and --check does not; choose one of them.")
    run = _Run(names, root, only_check=only_check, format=format, strict=strict, quiet=quiet)
    # What is saved while it refreshes has changed, too; its own documents are looked at once more.
    since = time.time_ns()
    code = run.refresh(_documents(names))
    if watch:
        if not quiet:
            say("watching for changes; stop with Ctrl-C", err=True)
        do_again(run.files_behind, run.follow, since=since)
    elif code:
        raise click.exceptions.Exit(code)


class _Run:
    """What a call does with its documents, once or again and again."""

    def __init__(
        self,
        names: tuple[str, ...],
        root: str | None,
        *,
        only_check: bool,
        format: str,
        strict: bool,
        quiet: bool,
    ) -> None:
        """Take the names of documents and folders, and the options."""
        self._names = names
        self._folders = tuple(name for name in names if is_folder(name))
        # The files that each document depends on, by its name.
        self._files: dict[str, tuple[Path, ...]] = {}
        # The documents that show maps, and those that came later and were not told of.
        self._with_maps: set[str] = set()
        self._new: set[str] = set()
        self._root, self._only_check = root, only_check
        self._format, self._strict, self._quiet = format, strict, quiet
        # What was told of documents as they were written here, by their names.
        self._told_as_written: dict[str, tuple[Diagnostic, ...]] = {}

    def files_behind(self) -> dict[str, tuple[Path, ...]]:
        """Return what each document depends on, and the folders of each folder, by their names."""
        return self._files | {name: tuple(folders_in(Path(name))) for name in self._folders}

    def follow(self, changed: list[str]) -> None:
        """Refresh the documents that changed; those of a folder come, and go."""
        stale = list(changed)
        if not {*self._folders}.isdisjoint(changed):
            there = [name for name in self._names if name not in self._folders or is_folder(name)]
            now = [str(document) for document in _documents(there)]
            for name in sorted(self._files.keys() - now):
                del self._files[name]
                self._new.discard(name)
                if name in self._with_maps:
                    self._with_maps.remove(name)
                    self._say(f"{name} is gone")
            new = [name for name in now if name not in self._files]
            self._new |= {*new}
            self._files |= {name: (Path(name),) for name in new}
            stale += new
        self.refresh(Path(name) for name in stale if name in self._files)
        for name in sorted(self._new & self._with_maps):
            self._new.remove(name)
            self._say(f"{name} is watched, too")

    def _say(self, news: str) -> None:
        if not self._quiet:
            say(news, err=True)

    def refresh(self, documents: Iterable[Path]) -> int:
        """Refresh documents, tell what is wrong with them, and return the exit code."""
        libraries: dict[Path, Library] = {}
        drawings = Drawings()
        told: list[Diagnostic] = []
        remarks: list[Diagnostic] = []
        texts: dict[str, str] = {}
        code = 0
        for path in documents:
            self._files.setdefault(str(path), (path,))
            try:
                library = library_of(path, self._root, setting="--root")
                library = libraries.setdefault(library.project.root, library)
                with progress(f"refreshing {path}", quiet=self._quiet):
                    found = _refresh(path, library, drawings, self._only_check)
            except ArgmapError as error:
                code = max(code, tell(error))
                continue
            self._files[str(path)] = (path, *found.files)
            if found.places:
                self._with_maps.add(str(path))
            wrong = found.faults or (found.stale if self._only_check else ())
            told += wrong
            remarks += self._new_remarks(str(path), found)
            texts |= found.texts
            if found.stale and not wrong:
                places = len({one.span for one in found.stale})
                self._say(f"{path} is refreshed: {places} of {found.places} places")
        failing = [*told, *(remarks if self._strict else ())]
        spoken = failing if self._quiet else [*told, *remarks]
        _tell(spoken, texts, self._format)
        return code or (FOUND_SOMETHING if failing else 0)

    def _new_remarks(self, name: str, found: Refreshed) -> tuple[Diagnostic, ...]:
        """Return the remarks on a document, but for those that were told as it was written.

        Whoever watches hears of each file that is written, this command's own ones among them.
        """
        before = self._told_as_written.pop(name, None)
        if found.stale and not found.faults and not self._only_check:
            self._told_as_written[name] = found.remarks
        elif before == found.remarks:
            return ()
        return found.remarks


def _refresh(path: Path, library: Library, drawings: Drawings, only_check: bool) -> Refreshed:
    log = FaultLog()
    require_known(path)
    whole = decoded(read_file(path, largest=LARGEST, only_regular=True), file=str(path), log=log)
    if whole is None:
        return Refreshed(None, faults=log.diagnostics)
    content, mark = whole
    found = refreshed_document(content, path=path, library=library, drawings=drawings)
    if found.text is not None and not only_check:
        write(path, found, mark=mark, old=content)
    return found


def _tell(found: list[Diagnostic], texts: dict[str, str], format: str) -> None:
    """Tell what is wrong: people hear it beside the output, programs get it as the output."""
    for_people = format == REPORTS[0].NAME
    if found or not for_people:
        report = next(report for report in REPORTS if format == report.NAME)
        stream = sys.stderr if for_people else sys.stdout
        shown = report.render(found, texts=texts, colour=for_people and wants_colour(stream))
        if for_people:
            say(shown, err=True, color=True, nl=False)
        else:
            give(shown, nl=not shown.endswith("\n"))


def _documents(names: Iterable[str]) -> Iterator[Path]:
    """Yield each document once, those in folders in the order of their names.

    Behind a link it is the document itself, from which it names its maps.
    """
    seen: set[Path] = set()
    for name in names:
        path = Path(name)
        for document in documents_in(path) if is_folder(name) else (path,):
            # A `Path` would not follow links in a circle, nor names that are too long.
            itself = Path(os.path.realpath(document))
            if itself not in seen:
                seen.add(itself)
                is_link = os.path.islink(document)  # noqa: PTH114
                yield near(itself) if is_link else document
