"""Goal Structuring Notation in YAML, as gsn2x reads it ↔ ArgumentMap.

GSN Community Standard, version 3. A goal and a solution are claims; what supports a goal is linked,
but each strategy is an argument of its own, whose premises are what supports the strategy. An
assumption is a further premise, a justification backs a step, a context is noted. What challenges
another element is a rebuttal, and of a strategy or of a relation an undercut. The modules that a
module uses are read with it.
"""

import posixpath
import re
from dataclasses import replace

from argmap.document import Mapping, Scalar
from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.carriers.joining import files_of
from argmap.formats.carriers.yaml_document import ReadTree, read_tree, scalars_of
from argmap.formats.graphs.reading import ForeignGraph
from argmap.formats.gsn.building import Builder
from argmap.formats.gsn.elements import Element, element_of, require_elements
from argmap.formats.gsn.modules import Development, Library, Module
from argmap.formats.gsn.writing import KEEPS, NOTATION, case_of, text_of_case
from argmap.formats.losses import Losses, Writing
from argmap.model import ArgumentMap
from argmap.project import Folder
from argmap.reader import MapModule, Reading
from argmap.suggestions import did_you_mean

__all__ = ["KEEPS", "dumps", "loads", "recognises"]
_NAME = r"""(?:["']?(?:C?G|C?Sn|[SCAJ])[^\s:{}\[\],"']*["']?)"""
_KEY = r"""["']?\b(?:text|supportedBy|inContextOf|challenges|undeveloped)["']?[ \t]*:"""
_START = re.compile(rf"^{_NAME}[ \t]*:.*\n(?:[ \t].*\n)*", re.MULTILINE)
_PARTS = re.compile(rf"^[ \t]+{_KEY}", re.MULTILINE)
# In flow style, with small mappings such as places before what tells.
_BODY = rf"\s*:\s*\{{(?:[^{{}}]|\{{[^{{}}]*\}})*?{_KEY}"
_IN_BRACES = re.compile(rf"^{_NAME}{_BODY}", re.MULTILINE)
_ALL_IN_BRACES = re.compile(
    rf"""\A(?:\s|\#.*\n|---)*\{{\s*(?:["']?module["']?\s*:[^{{}}]*\{{[^{{}}]*\}}\s*,\s*)?"""
    rf"{_NAME}{_BODY}"
)
_TYPED = re.compile(
    r"""["']?\bnodeType["']?\s*:\s*["']?(?:(?:Counter)?(?:Goal|Solution)|Strategy|Context"""
    r"""|Assumption|Justification)\b"""
)
_MODULE = re.compile(
    r"^module[ \t]*:(?:[ \t]*\{[^{}]*?|[ \t]*\n(?:[ \t].*\n)*?[ \t]+)\b(?:uses|extends)[ \t]*:",
    re.MULTILINE,
)
_WHOLE = (_IN_BRACES, _ALL_IN_BRACES, _TYPED, _MODULE)


def recognises(text: str) -> bool:
    """Return whether a text seems to be in Goal Structuring Notation."""
    in_blocks = any(_PARTS.search(found[0]) for found in _START.finditer(text))
    return in_blocks or any(pattern.search(text) for pattern in _WHOLE)


def loads(text: str | bytes, *, file: str = "<text>", folder: Folder | None = None) -> Reading:
    """Return the map that a file holds, or the faults that keep it from being one.

    The modules that it uses are read from `folder`; where that is None, none is.
    """
    included: dict[str, str] = {}
    found: list[Module] = []
    reading = read_tree(text, file=file, read=_reader(folder, included, found))
    return replace(reading, included=included, modules=_as_modules(found))


def _as_modules(found: list[Module]) -> tuple[MapModule, ...]:
    return tuple(MapModule(one.file, one.path, one.name, one.brief, user=one.user) for one in found)


def dumps(a_map: ArgumentMap) -> Writing:
    """Return the safety case of a map, and what it leaves out."""
    losses = Losses(NOTATION)
    parts = case_of(a_map, losses)
    text = text_of_case(parts.values(), name=a_map.title, brief=a_map.description)
    return Writing(text, losses.diagnostics())


def _reader(folder: Folder | None, included: dict[str, str], modules: list[Module]) -> ReadTree:
    """Return what reads a case; it adds all `modules`, and the texts that are `included`."""

    def read(root: Mapping, log: FaultLog, losses: Losses) -> ArgumentMap | None:
        modules.extend(Library(folder, log, losses, included).modules(root))
        elements = _elements(modules, log)
        for module in modules:
            for development in module.developments:
                _develop(development, modules, elements, log, losses)
        if log.diagnostics:
            return None
        graph = ForeignGraph(root.span.file, log, losses)
        Builder(elements, graph).build()
        files = files_of(_as_modules(modules))
        return graph.built(title=modules[0].name, description=modules[0].brief, files=files)

    return read


def _elements(modules: list[Module], log: FaultLog) -> dict[str, Element]:
    """Return the elements of all modules by their names, and report what they name in vain."""
    elements: dict[str, Element] = {}
    for module in modules:
        group = None if module is modules[0] else module.name
        for entry in module.elements:
            element = element_of(entry, log, module=group, way=posixpath.dirname(module.path))
            if element is not None:
                elements.setdefault(element.name, element)
    known = {entry.key.value for module in modules for entry in module.elements}
    require_elements(elements, known, log)
    return elements


def _develop(
    development: Development,
    modules: list[Module],
    elements: dict[str, Element],
    log: FaultLog,
    losses: Losses,
) -> None:
    """Support an element of another module with what a module develops it by."""
    if development.module not in (module.name for module in modules):
        message = f"what extends {quoted(development.module)} is left out: no such module is used"
        losses.say(message, development.span)
        return
    names = scalars_of(development.support, "what supports an element", log)
    for one in (development.element, *names):
        _require(one, elements, log)
    element = elements.get(development.element.value)
    if element is not None:
        support = (*element.related["supportedBy"], *(one.value for one in names))
        places = (*element.places["supportedBy"], *(one.span for one in names))
        elements[element.name] = replace(
            element,
            related={**element.related, "supportedBy": support},
            places={**element.places, "supportedBy": places},
            is_developed=True,
        )


def _require(named: Scalar, elements: dict[str, Element], log: FaultLog) -> None:
    if named.value not in elements:
        near = did_you_mean(named.value, list(elements))
        message = f"there is no element {quoted(named.value)}{near}"
        log.report(Fault.UNKNOWN_REFERENCE, named.span, message)
