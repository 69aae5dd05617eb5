"""Texts that an editor has open, as it has them: they need not be saved."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from lsprotocol import types

from argmap.checks.runner import Selection
from argmap.diagnostics import Diagnostic
from argmap.document import parse
from argmap.document.parsing import Document
from argmap.document.reparsing import reparsed
from argmap.embed.documents.marked_places import NAME as MARKER_NAME
from argmap.embed.documents.syntaxes import SUFFIXES as SUFFIXES_OF_DOCUMENTS
from argmap.examination import check
from argmap.formats import in_folder
from argmap.formats.recognition import readable_format
from argmap.formats.recognition.likeness import with_likeness
from argmap.lsp.positions import Border
from argmap.lsp.settings import Settings, settings_for
from argmap.project import Folder, Project, WithTexts, folder_of, project_of
from argmap.reader import Reading, read
from argmap.reader.written import Written
from argmap.theme_files import with_theme

LANGUAGE = "yaml"
SUFFIXES = (".yaml", ".yml")
_IS_MAP = re.compile(r"^\ufeff?(?:\{[ \t]*)?([\"']?)argmap\1[ \t]*:", re.MULTILINE)
_LONE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class OpenText:
    """A text in an editor, and what is read of it, which is found when it is first asked for.

    `encoding` is that in whose units the editor counts, and `others` have the texts of other files,
    by where these really are, as far as they are not those on the disk. Another version is another
    value, so no answer depends on what the text was before; `before` is the tree of an earlier one,
    of which this text's is made sooner.
    """

    uri: str
    version: int
    text: str
    language: str = LANGUAGE
    encoding: str = types.PositionEncodingKind.Utf16
    others: Mapping[Path, str] = field(default_factory=dict, hash=False)
    before: Document | None = field(default=None, compare=False, repr=False)

    @cached_property
    def path(self) -> Path | None:
        """Return the file that the text is of, None where it was never saved."""
        if not self.uri.startswith("file:"):
            return None
        # Only then: in a browser there are no files, nor this library.
        from pygls.uris import to_fs_path

        path = to_fs_path(self.uri)
        # No file has such a name, and no system takes it for one.
        return Path(path) if path and "\0" not in path else None

    @cached_property
    def home(self) -> Path | None:
        """Return where the file really is that the text is of, None where it was never saved."""
        try:
            return self.path and self.path.resolve()
        except (OSError, RuntimeError):
            # A link that leads to itself, which Python takes for a fault up to 3.12.
            return self.path

    @property
    def name(self) -> str:
        """Return what the text is called in findings."""
        return str(self.path) if self.path else self.uri

    @cached_property
    def border(self) -> Border:
        """Return what converts places of the text."""
        return Border(self.text, self.encoding)

    @cached_property
    def is_map(self) -> bool:
        """Return whether this is for argmap: a text in YAML with “argmap:” at its top."""
        is_yaml = self.language == LANGUAGE or self.name.lower().endswith(SUFFIXES)
        if not is_yaml or _IS_MAP.search(self.text) is None:
            return False
        told = readable_format(self.path.name, self.data) if self.path else None
        return told is None or told.name == "yaml"

    @cached_property
    def may_embed(self) -> bool:
        """Return whether maps may be shown between markers in the text, or in a block of code."""
        is_known = self.path is not None and self.path.suffix.lower() in SUFFIXES_OF_DOCUMENTS
        return is_known and MARKER_NAME in self.text

    @cached_property
    def data(self) -> bytes:
        """Return the text as the bytes of a file."""
        return self.text.encode()

    @cached_property
    def reading(self) -> Reading:
        """Return what is read of the text, with its drafts, which many answers need."""
        return self._settled(read(self.tree, folder=self._folder, keeps_drafts=True), self.data)

    @cached_property
    def written(self) -> Written:
        """Return the drafts of what is read, and every place where an id is written."""
        return self.reading.written

    def read(self, text: str) -> Reading:
        """Return what would be read of another text in its place.

        What was never saved names no files.
        """
        if text == self.text:
            return self.reading
        data = text.encode()
        return self._settled(
            read(reparsed(self.tree, data, file=self.name), folder=self._folder), data
        )

    def _settled(self, reading: Reading, data: bytes) -> Reading:
        """Return a reading with the files that it names, as the whole journey has it."""
        if self._folder is not None and reading.readable is not None:
            reading = with_theme(in_folder(reading, self._folder))
        return reading if reading.map is not None else with_likeness(reading, data, tried=LANGUAGE)

    @cached_property
    def _folder(self) -> Folder | None:
        if self.path is None:
            return None
        if not self.others:
            return folder_of(self.path)
        project = Project(project_of(self.path).root, files=WithTexts(self.others))
        return folder_of(self.path, project)

    @cached_property
    def settings(self) -> Settings:
        """Return the settings of the project that the text belongs to."""
        return settings_for(self.path or Path())

    @cached_property
    def findings(self) -> tuple[Diagnostic, ...]:
        """Return everything that `argmap check` would say of the text."""
        return self._found_in(self.reading)

    def found_in(self, reading: Reading) -> tuple[Diagnostic, ...]:
        """Return everything that `argmap check` would say of a reading, as of this text."""
        return self.findings if reading is self.reading else self._found_in(reading)

    def found_among(self, codes: Collection[str], reading: Reading) -> tuple[Diagnostic, ...]:
        """Return what has one of these codes of all that `argmap check` would say of a reading."""
        found = self._found_in(reading, self.settings.selection.among(codes))
        return tuple(one for one in found if one.code in codes)

    def _found_in(
        self, reading: Reading, selection: Selection | None = None
    ) -> tuple[Diagnostic, ...]:
        return check(
            reading,
            selection=selection or self.settings.selection,
            given_texts={},
            defaults=self.settings.style,
        )

    @cached_property
    def tree(self) -> Document:
        """Return the tree of the text, with places, as far as it can be read."""
        if self.before is None:
            return parse(self.data, file=self.name)
        return reparsed(self.before, self.data, file=self.name)

    @property
    def _latest(self) -> Document | None:
        """Return the last tree without faults that there is, without making one."""
        tree: Document | None = self.__dict__.get("tree")
        return self.before if tree is None or tree.diagnostics else tree

    def changed(
        self, changes: Iterable[types.TextDocumentContentChangeEvent], version: int
    ) -> "OpenText":
        """Return the text after changes, each of which speaks of what the one before has left."""
        text = self.text
        for change in changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                border = Border(text, self.encoding)
                start, end = (border.offset(at) for at in (change.range.start, change.range.end))
                text = f"{text[:start]}{change.text}{text[max(start, end) :]}"
            else:
                text = change.text
        return replace(self.with_text(text), version=version)

    def beside(self, texts: Mapping[Path, str]) -> "OpenText":
        """Return the text as it is read where other files have these texts, saved or not."""
        others = {path: text for path, text in texts.items() if path != self.home}
        return replace(self, others=others, before=self._latest)

    def is_about(self, path: Path, text: str | None) -> bool:
        """Return whether something else may be read of this text now that a file has that one.

        None stands for what is on the disk.
        """
        if not self.is_map or self.path is None or "reading" not in self.__dict__:
            return self.is_map and self.path is not None
        known = self._files_read.get(path)
        return known is not None and (text is None or known.splitlines() != text.splitlines())

    @cached_property
    def _files_read(self) -> dict[Path, str]:
        """Return the texts of the other files that were read, by where these really are."""
        return {Path(name).resolve(): text for name, text in self.reading.included.items()}

    def with_text(self, text: str) -> "OpenText":
        """Return what another text would be in its place."""
        return replace(self, text=sound(text), before=self._latest)


def sound(text: str) -> str:
    """Return a text in which what is no character, half of one, is a sign for that."""
    return _LONE.sub("\N{REPLACEMENT CHARACTER}", text)
