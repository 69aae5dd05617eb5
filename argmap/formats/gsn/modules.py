"""A safety case in several files: the module that is read, with those that its `uses` names.

Only YAML of the project is read, by relative paths, and each file once, however often and in
whatever circle it is named. Nothing is fetched.
"""

from collections import deque
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from argmap.diagnostics import Related
from argmap.document import Entry, Node, Scalar
from argmap.document import Mapping as MappingNode
from argmap.document.parsing import parse
from argmap.document.reading import LARGEST
from argmap.errors import FileError
from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.carriers.joining import path_from
from argmap.formats.carriers.yaml_document import entries_of, items_of, scalars_of, text_of
from argmap.formats.gsn.elements import LAYOUT
from argmap.formats.losses import Losses
from argmap.project import Folder, folder_of
from argmap.source import Span
from argmap.values import is_relative_path

MODULE = "module"
SUFFIXES = (".yaml", ".yml")
MOST_FILES = 1_000


@dataclass(frozen=True, slots=True)
class Development:
    """An element that a module leaves to others, and what another module supports it with."""

    module: str
    element: Scalar
    support: Node
    span: Span


@dataclass(frozen=True, slots=True)
class Module:
    """What one file holds: its name and what it is about, its elements, and what they develop.

    `file` is what it is called in findings, and `path` starts from the folder of the first. It is
    read for its `user`, the first that uses it.
    """

    file: str
    path: str
    name: str | None
    brief: str | None
    elements: tuple[Entry, ...]
    developments: tuple[Development, ...]
    uses: tuple[Scalar, ...]
    user: str | None = None


@dataclass(slots=True)
class Library:
    """Where modules are read from; `texts` are those that were, by their names in findings."""

    folder: Folder | None
    log: FaultLog
    losses: Losses
    texts: dict[str, str]
    size: int = 0
    known: set[Path] = field(default_factory=set)

    def modules(self, root: MappingNode) -> list[Module]:
        """Return the module at a root and all that it uses, one after the other uses them."""
        if self.folder is not None:
            self.known.add((self.folder.path / Path(root.span.file).name).resolve())
        found: list[Module] = []
        places: dict[str, Span] = {}
        waiting: deque[tuple[MappingNode, str, Folder | None, str | None]] = deque()
        waiting.append((root, PurePath(root.span.file).name, self.folder, None))
        while waiting:
            tree, path, folder, user = waiting.popleft()
            module = replace(self._module(tree, path), user=user)
            found.append(module)
            self._require_once(module, places)
            # Each name once: to follow one takes time, and a list may be long.
            for named in {one.value.strip(): one for one in module.uses}.values():
                opened = self._opened(named, folder)
                waiting.extend((*one, module.file) for one in opened)
        return found

    def _module(self, root: MappingNode, path: str) -> Module:
        elements = tuple(entry for entry in root.entries if entry.key.value != MODULE)
        name = brief = None
        uses: tuple[Scalar, ...] = ()
        developments: list[Development] = []
        for entry in entries_of(root.get(MODULE), "“module”", self.log):
            key = entry.key.value
            if key == "name":
                name = text_of(entry.value, "a name", self.log)
            elif key == "brief":
                brief = text_of(entry.value, "a brief", self.log)
            elif key == "uses":
                uses = scalars_of(entry.value, "uses", self.log)
            elif key == "extends":
                for node in items_of(entry.value):
                    developments += self._developments(node, entry.key.span)
            elif key not in LAYOUT:
                message = f"{quoted(key)} of a module is left out"
                self.losses.say(message, entry.key.span)
        return Module(root.span.file, path, name, brief, elements, tuple(developments), uses)

    def _developments(self, node: Node, span: Span) -> list[Development]:
        known = entries_of(node, "what a module extends", self.log)
        extended = MappingNode(known, node.span)
        module = text_of(extended.get("module"), "a module", self.log)
        develops = entries_of(extended.get("develops"), "“develops”", self.log)
        return [Development(module or "", one.key, one.value, span) for one in develops]

    def _require_once(self, module: Module, places: dict[str, Span]) -> None:
        """Report elements that another module has, too."""
        for entry in module.elements:
            name, span = entry.key.value, entry.key.span
            if name in places:
                related = (Related(places[name], "here for the first time"),)
                message = f"the element {quoted(name)} is there twice"
                self.log.report(Fault.DUPLICATE_ID, span, message, related=related)
            places.setdefault(name, span)

    def _opened(
        self, named: Scalar, folder: Folder | None
    ) -> list[tuple[MappingNode, str, Folder | None]]:
        """Return the tree of a file that is used, its path and its folder; none that is known."""
        path, span = named.value.strip(), named.span
        if folder is None:
            self.losses.say("modules that are used are left out: this text is in no folder", span)
            return []
        if not is_relative_path(path) or not path.lower().endswith(SUFFIXES):
            message = f"{quoted(path)} is no module: name a file in YAML by a relative path"
            self.log.report(Fault.BAD_VALUE, span, message)
            return []
        try:
            target = folder.file(path)
            if target.resolve() in self.known:
                return []
            self.known.add(target.resolve())
            data = folder.read(path, largest=LARGEST)
        except FileError as error:
            self.log.report(Fault.UNKNOWN_REFERENCE, span, str(error).rstrip("."))
            return []
        self.size += len(data)
        if self.size > LARGEST or len(self.known) > MOST_FILES:
            self.log.report(Fault.TOO_LARGE, span, "more modules are used than can be read")
            return []
        document = parse(data, file=str(target))
        self.texts[str(target)] = document.text
        self.log.add(document.diagnostics)
        if not isinstance(document.root, MappingNode):
            return []
        way = path_from(self.folder or folder, target)
        return [(document.root, way, folder_of(target, folder.project))]
