"""What `argmap check --fix` does with maps: findings mended, and the files written or shown."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path

from argmap.cli.changes import is_writable, require_writable, unified, write_together
from argmap.cli.printing import give, say
from argmap.cli.reading import STANDARD, reading_of
from argmap.diagnostics import Diagnostic
from argmap.document.reading import read_file, read_stream
from argmap.editing.fixing import Mended, Texts, mended_together
from argmap.editing.sound_fixes import Examined
from argmap.embed.maps_around import Around, files_of
from argmap.embed.mending import Neighbours
from argmap.errors import FileError
from argmap.formats import format_named
from argmap.formats.carriers.decoding import LARGEST
from argmap.formats.recognition import readable_format
from argmap.pipeline import read_standard_input, read_text
from argmap.project import Folder, WithTexts, project_of
from argmap.reader import Reading

YAML = "yaml"
Check = Callable[[Reading], tuple[Diagnostic, ...]]


@dataclass(slots=True)
class Mending:
    """One run over several maps, which may share files; with `only_shows` it writes nothing.

    `texts` are those of the files that are others now, by where these really are; `names` what each
    is called, and what it was; `steps` when it was changed last.
    """

    only_shows: bool
    quiet: bool
    texts: dict[Path, str] = field(default_factory=dict)
    names: dict[Path, tuple[str, str]] = field(default_factory=dict)
    steps: dict[Path, int] = field(default_factory=dict)
    step: int = 0
    looked: list[tuple[int, str, Check, Reading]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    has_mended: bool = False

    def mend(self, name: str, notation: str | None, check: Check) -> Examined:
        """Mend what the findings on a map tell, in all of its files; return what is left.

        The text from standard input goes to standard output, and what it includes is left. Raises
        FileError where a file cannot be read or written.
        """
        self.step += 1
        data = read_stream(sys.stdin.buffer, largest=LARGEST) if name == STANDARD else None
        if data is None and not Path(name).is_file():
            # A pipe is read once, and not written.
            return _as_it_is(reading_of(name, notation), check)
        whole = self._data(Path(name)) if data is None else data
        told = readable_format(name, whole)
        known = notation or (told.name if told else YAML)
        text = _decoded(whole)
        if known != YAML or text is None:
            left = _as_it_is(self._reading(name, notation, data), check)
            if known != YAML and left.found and not self.quiet:
                title = format_named(known).title
                say(f"{name}: only maps in YAML are mended, and this is read as {title}", err=True)
            if data is not None and not self.only_shows:
                give(data, nl=False)
            return left
        reading = self._reading(name, notation, data)
        left = self._mended(name, text, reading, check, data is None)
        if data is None:
            self.looked.append((self.step, name, check, left.reading))
        return left

    def stale(self) -> Iterator[Examined]:
        """Yield what is to be said of maps one of whose files was changed with a later map."""
        for step, name, check, reading in self.looked:
            if any(self.steps.get(file, 0) > step for file in files_of(reading)):
                yield _as_it_is(self._reading(name, None, None), check)

    def _mended(
        self, name: str, text: str, reading: Reading, check: Check, is_file: bool
    ) -> Examined:
        around = Around(project_of(Path(name)), self.texts)
        near = Neighbours(reading, around)
        before = {name: text, **(self._included(reading) if is_file else {})}
        paths = {one: Path(one).resolve() for one in before}

        def examine(now: Texts) -> Examined:
            others = {paths[one]: text for one, text in now.items() if text != before[one]}
            read = reading
            if others:
                project = replace(project_of(Path(name)), files=WithTexts({**self.texts, **others}))
                folder = Folder(Path(name).parent, project)
                read = read_text(now[name], file=name, folder=folder)
            found = check(read)
            return Examined(read, near.without_theirs(found) if is_file else found)

        def keeps(now: Texts) -> bool:
            return not is_file or near.are_kept({paths[one]: text for one, text in now.items()})

        outcome = mended_together(before, examine, keeps=keeps)
        changed = {one: text for one, text in outcome.texts.items() if text != before[one]}
        if not is_file:
            given = unified(text, outcome.text, name) if self.only_shows else outcome.text
            give(given if self.only_shows else given.encode(), nl=False)
        elif changed and not self._write(name, before, changed):
            return _as_it_is(reading, check)
        if is_file and not self.quiet:
            _tell_of_read_only(reading, before, outcome)
        self.has_mended = self.has_mended or bool(outcome.mended)
        if outcome.mended and not self.quiet:
            told = _sentence(name, outcome, [*changed], only_shows=self.only_shows)
            if self.only_shows:
                self.told.append(told)
            else:
                say(told, err=True)
        return outcome.left

    def _included(self, reading: Reading) -> dict[str, str]:
        """Return the texts of the included files that may be changed, by their names."""
        found: dict[str, str] = {}
        for name in reading.handwritings:
            text = _decoded(self._data(Path(name)))
            if text is not None and is_writable(Path(name)):
                found[name] = text
        return found

    def _write(self, name: str, before: Texts, changed: Texts) -> bool:
        """Write all of several files, or none, and return that; say why none is."""
        texts = {Path(one).resolve(): text for one, text in changed.items()}
        try:
            require_writable(texts, name)
        except FileError as error:
            say(str(error).removesuffix("."), err=True)
            return False
        if not self.only_shows:
            write_together(texts, name)
        for one in changed:
            self.names.setdefault(Path(one).resolve(), (one, before[one]))
        self.texts.update(texts)
        self.steps.update(dict.fromkeys(texts, self.step))
        return True

    def show(self) -> None:
        """Print what would change, each file once, and what of it is mended, if none is written."""
        for path, (name, before) in self.names.items() if self.only_shows else ():
            give(unified(before, self.texts[path], name), nl=False)
        for told in self.told:
            say(told, err=True)

    def _data(self, path: Path) -> bytes:
        own = self.texts.get(path.resolve())
        return read_file(path) if own is None else own.encode()

    def _reading(self, name: str, notation: str | None, data: bytes | None) -> Reading:
        if data is not None:
            return read_standard_input(BytesIO(data), notation)
        if self.only_shows and self.texts and notation in (None, YAML):
            project = replace(project_of(Path(name)), files=WithTexts(self.texts))
            folder = Folder(Path(name).parent, project)
            return read_text(self._data(Path(name)), file=name, folder=folder)
        return reading_of(name, notation)


def _tell_of_read_only(reading: Reading, texts: Texts, outcome: Mended) -> None:
    """Say which files of a map have findings that would be mended, and are not to be written."""
    wanted = {edit.span.file for one in outcome.left.found for edit in one.fix}
    for name in reading.handwritings:
        if name in wanted - texts.keys():
            say(f"{name} is read-only, and is not mended", err=True)


def _as_it_is(reading: Reading, check: Check) -> Examined:
    return Examined(reading, check(reading))


def _decoded(data: bytes) -> str | None:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None


def _sentence(name: str, outcome: Mended, changed: Sequence[str], *, only_shows: bool) -> str:
    """Return what was done with a map: `a.yaml: 3 findings mended, 1 is left; b.yaml changed`."""
    number, rest = len(outcome.mended), len(outcome.left.found)
    verb = "would be mended" if only_shows else "mended"
    done = f"{number} {'finding' if number == 1 else 'findings'} {verb}"
    left = "nothing is left" if not rest else f"{rest} {'is' if rest == 1 else 'are'} left"
    others = [one for one in changed if one != name]
    if not others:
        return f"{name}: {done}, {left}"
    files = ", ".join(changed)
    return f"{name}: {done}, {left}; {'what would change' if only_shows else 'changed'}: {files}"
