"""The files that an assistant may name: those of one folder, none of them hidden."""

import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from argmap.checks.runner import Selection, selected
from argmap.configuration import Configuration, configuration_for
from argmap.diagnostics import Diagnostic
from argmap.editing.sound_fixes import Examined
from argmap.errors import FileError, MapError
from argmap.examination import check
from argmap.formats.carriers.decoding import largest_of
from argmap.formats.recognition import readable_format
from argmap.model import ArgumentMap
from argmap.output import write_whole
from argmap.pipeline import read_text
from argmap.project import Folder, Project
from argmap.reader import Reading

# How a map is called that is given as text.
DRAFT, DRAFT_IN_JSON = "draft.yaml", "draft.json"
LONGEST_DRAFT = 1_000_000


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder that all files lie in which an assistant names."""

    folder: Folder

    @classmethod
    def of(cls, root: Path) -> "Shelf":
        """Return the shelf of a folder; raise FileError where there is none."""
        if not root.is_dir():
            raise FileError(f"There is no folder {root}.")
        return cls(Folder(root.resolve(), Project(root, "--root")))

    def data(self, name: str) -> bytes:
        """Return the bytes of a file; raise FileError where it may not be read or cannot be."""
        return self.folder.read(self._held(name), called=name, largest=largest_of(name))

    def text(self, name: str) -> str:
        """Return the text of a file; raise FileError where it is none in UTF-8."""
        try:
            return self.data(name).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise FileError(f"“{name}” is not text in UTF-8.") from error

    def holds(self, name: str) -> bool:
        """Return whether there is such a file that may be read."""
        # A name that is too long for any file is that of none.
        return self.folder.holds(self._held(name)) and os.path.exists(self.folder.path / name)

    def reading(self, file: str, text: str, notation: str | None = None) -> Reading:
        """Return what a file holds as a map, or a text that is given in its place."""
        if bool(file) == bool(text):
            raise FileError("Give either “file”, the name of a map, or “text”, the map itself.")
        if len(text) > LONGEST_DRAFT:
            raise FileError("The text has more than a million characters; save it as a file.")
        name = file or (DRAFT_IN_JSON if text.lstrip()[:1] == "{" else DRAFT)
        return self.read(name, self.data(file) if file else text.encode(), notation)

    def read(self, name: str, data: bytes, notation: str | None = None) -> Reading:
        """Return what these bytes say as a map, as if they were in the file of that name."""
        if notation is None:
            known = readable_format(name, data)
            notation = known.name if known else "yaml"
        home = Folder((self.folder.path / self._held(name)).parent, self.folder.project)
        return read_text(data, file=name, notation=notation, folder=home)

    def examined(self, reading: Reading, selection: Selection | None = None) -> Examined:
        """Return what was read with what its checks find; the settings of the project say which."""
        return Examined(reading, self._look(reading, selection))

    def _look(self, reading: Reading, selection: Selection | None) -> tuple[Diagnostic, ...]:
        settings = self.settings(reading.file)
        chosen = selection or selected(settings.select, settings.ignore)
        look = partial(check, given_texts={}, defaults=settings.style)
        return look(reading, selection=chosen)

    def settings(self, name: str) -> Configuration:
        """Return the settings for a file, of this folder or one below it."""
        root = self.folder.project.root
        return configuration_for(self.folder.path / self._held(name), within=root)

    def write(self, name: str, text: str) -> None:
        """Write a map in YAML; raise FileError where no such file may be written."""
        self.require_map_name(name)
        path = self.folder.project.require(self.folder.path / self._held(name), name=name)
        if os.path.exists(path) and not path.is_file():
            raise FileError(f"“{name}” is no file that can be written.")
        if not path.parent.is_dir():
            raise FileError(f"“{name}” cannot be written: there is no such folder.")
        write_whole(path, text.encode())

    @staticmethod
    def require_map_name(name: str) -> None:
        """Raise FileError where a name is not that of a map in YAML."""
        if not name.endswith((".yaml", ".yml")):
            raise FileError(f"“{name}” is no name of a map: it should end in “.yaml”.")

    @staticmethod
    def _held(name: str) -> str:
        # The system reads no further than a null, whatever was looked at before.
        if not name.strip() or "\0" in name:
            raise FileError("The name of a file is empty, or has a character that no name has.")
        return name


def whole(reading: Reading) -> ArgumentMap:
    """Return the map; raise MapError where there is none."""
    if reading.map is None:
        raise MapError(reading.diagnostics, texts=reading.texts)
    return reading.map
