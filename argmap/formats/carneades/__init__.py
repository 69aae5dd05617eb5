"""Carneades 4, argument graphs in YAML ↔ ArgumentMap.

Gordon, Prakken and Walton (2007), “The Carneades model of argument and burden of proof”, and the
program of that name. A statement is a claim; one that is neither assumed nor argued for is out
there, and so rejected here. The positions of an issue contradict each other, and its standard is
theirs. What is tested is expected.
"""

import re

from argmap.document import Mapping as MappingNode
from argmap.document.parsing import parse
from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.carneades.differences import tell_differences
from argmap.formats.carneades.elements import NEGATION, Case, Statement
from argmap.formats.carneades.labelling import labels_of
from argmap.formats.carneades.mapping import CaseMapping
from argmap.formats.carneades.reading import CaseReader
from argmap.formats.carneades.writing import KEEPS, NOTATION, written_graph
from argmap.formats.carriers.yaml_document import read_tree
from argmap.formats.graphs.reading import ForeignGraph
from argmap.formats.losses import Losses, Writing
from argmap.model import ArgumentMap
from argmap.reader import Reading
from argmap.suggestions import did_you_mean

__all__ = ["KEEPS", "dumps", "loads", "recognises"]
_START = re.compile(r"^(?:statements|arguments|argument_schemes)[ \t]*:", re.MULTILINE)


def recognises(text: str) -> bool:
    """Return whether a text seems to be a graph of Carneades."""
    return _START.search(text) is not None


def loads(text: str | bytes, *, file: str = "<text>") -> Reading:
    """Return the map that a file holds, or the faults that keep it from being one."""
    return read_tree(text, file=file, read=_read)


def dumps(a_map: ArgumentMap) -> Writing:
    """Return the graph of a map, and what it leaves out, with the verdicts that change there."""
    losses = Losses(NOTATION)
    text, terms = written_graph(a_map, losses)
    log = FaultLog()
    root = parse(text, file="<text>").root
    if isinstance(root, MappingNode):
        labels = labels_of(_case(root, log, Losses(NOTATION)))
        tell_differences(a_map, {id: labels[term] for id, term in terms.items()}, losses)
    return Writing(text, losses.diagnostics())


def _read(root: MappingNode, log: FaultLog, losses: Losses) -> ArgumentMap | None:
    case = _case(root, log, losses)
    if log.diagnostics:
        return None
    graph = ForeignGraph(case.file, log, losses)
    mapping = CaseMapping(case, graph)
    mapping.add()
    expected = {name: found for name, found in case.expected.items() if name in mapping.claims}
    found = graph.built(expected=expected, title=case.meta.title, description=case.meta.note)
    if found is not None:
        there = {graph.ids[name]: mapping.labels[name] for name in mapping.claims}
        tell_differences(found, there, losses)
    return found


def _case(root: MappingNode, log: FaultLog, losses: Losses) -> Case:
    case = CaseReader(root.span.file, log, losses).read(root)
    _require_statements(case, log)
    return case


def _require_statements(case: Case, log: FaultLog) -> None:
    """Report what is mentioned and is no statement, where the language does not make it one."""
    for name, span in case.mentions.items():
        if name in case.statements:
            continue
        is_negation = name.startswith(NEGATION) and name.removeprefix(NEGATION) in case.statements
        if case.language or case.schemes or is_negation or name in case.assumptions:
            case.statements[name] = Statement(name, None, span)
        else:
            near = did_you_mean(name, list(case.statements)) or ""
            log.report(Fault.UNKNOWN_REFERENCE, span, f"there is no statement {quoted(name)}{near}")
