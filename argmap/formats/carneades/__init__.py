"""Carneades 4, argument graphs in YAML ↔ ArgumentMap.

Gordon, Prakken and Walton (2007), “The Carneades model of argument and burden of proof”, and the
program of that name. A statement is a claim; one that is neither assumed nor argued for is out
there, and so rejected here. The positions of an issue contradict each other, and its standard is
theirs. What is tested is expected.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import argmap.schemes as schemes
from argmap.document import Mapping as MappingNode
from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.carneades.elements import (
    NEGATION,
    Case,
    Inference,
    Statement,
    in_words,
    is_wordless,
)
from argmap.formats.carneades.reading import CaseReader
from argmap.formats.carneades.writing import KEEPS, dumps
from argmap.formats.carriers.yaml_document import read_tree
from argmap.formats.graphs.reading import ForeignGraph
from argmap.formats.losses import Losses
from argmap.model import STRENGTHS, ArgumentMap, Polarity, Status
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


def _read(root: MappingNode, log: FaultLog, losses: Losses) -> ArgumentMap | None:
    case = CaseReader(root.span.file, log, losses).read(root)
    _require_statements(case, log)
    if log.diagnostics:
        return None
    signs = _signs(case)
    _forget_mere_denials(case)
    graph = ForeignGraph(case.file, log, losses)
    _add_claims(case, signs, graph)
    _add_arguments(case, signs, graph)
    for positions in case.issues:
        claims = [
            name
            for name in dict.fromkeys(positions)
            if name in case.statements and name not in signs
        ]
        if len(claims) > 1 and claims[0] in case.standards:
            message = (
                "the standard of an issue is held against what speaks against a position, not "
                "against the other positions, of which the strongest wins"
            )
            losses.say(message, case.mentions.get(claims[0]))
        for place, one in enumerate(claims):
            for other in claims[place + 1 :]:
                graph.contradiction(one, other)
    expected = {name: found for name, found in case.expected.items() if name not in signs}
    return graph.built(expected=expected, title=case.meta.title, description=case.meta.note)


def _require_statements(case: Case, log: FaultLog) -> None:
    """Report what is mentioned and is no statement, where the language does not make it one."""
    for name, span in case.mentions.items():
        if name in case.statements:
            continue
        is_negation = name.startswith(NEGATION) and name.removeprefix(NEGATION) in case.statements
        if case.language or case.schemes or is_negation:
            case.statements[name] = Statement(name, None, span)
        else:
            near = did_you_mean(name, list(case.statements)) or ""
            log.report(Fault.UNKNOWN_REFERENCE, span, f"there is no statement {quoted(name)}{near}")


def _forget_mere_denials(case: Case) -> None:
    """Take out the negations that only complete an issue: no argument, assumption or test has them.

    They have no weight there, so that they only make the standard of the issue count.
    """
    inferences = case.inferences.values()
    named = {name for one in inferences for name in (*one.premises, one.conclusion)}
    named |= {name for one in inferences for name in one.undercutters}
    named |= {*case.assumptions, *case.expected}
    for name in tuple(case.statements):
        denied = name.removeprefix(NEGATION)
        is_denial = denied != name and denied in case.statements
        if is_denial and name not in named and is_wordless(name, case):
            del case.statements[name]


@dataclass(frozen=True, slots=True)
class _Sign:
    """What a statement speaks against, where it only stands for that."""

    target: str
    is_undercut: bool


def _signs(case: Case) -> Mapping[str, _Sign]:
    """Return the statements that only stand for what speaks against another part.

    Such are an undercutter and a negation without words of their own, when nothing but the
    conclusion of an argument names them.
    """
    concluded = {inference.conclusion for inference in case.inferences.values()}
    used = {premise for inference in case.inferences.values() for premise in inference.premises}
    used |= {*case.assumptions, *case.expected}
    undercutting = Counter(u for one in case.inferences.values() for u in one.undercutters)
    disputed = {name for positions in case.issues for name in positions}
    signs = {}
    for inference in case.inferences.values():
        for name in inference.undercutters:
            if undercutting[name] == 1 and name not in disputed:
                signs[name] = _Sign(inference.name, True)
    for name in case.statements:
        denied = name.removeprefix(NEGATION)
        if denied != name and denied in case.statements and name not in undercutting:
            signs[name] = _Sign(denied, False)
    return {
        name: sign
        for name, sign in signs.items()
        if name in concluded and name not in used and is_wordless(name, case)
    }


def _add_claims(case: Case, signs: Mapping[str, _Sign], graph: ForeignGraph) -> None:
    arguments = case.inferences.values()
    argued_for = {one.conclusion for one in arguments if one.premises}
    assumed = {*case.assumptions, *(one.conclusion for one in arguments if not one.premises)}
    for name, statement in case.statements.items():
        if name in signs:
            continue
        status = None
        if name in assumed and name in argued_for:
            status = Status.ASSUMED
        elif name not in assumed and name not in argued_for:
            status = Status.REJECTED
        graph.claim(
            name,
            in_words(name, case),
            statement.span,
            wanted=statement.meta.id,
            label=statement.meta.title,
            note=statement.meta.note,
            status=status,
            standard=case.standards.get(name),
            # What is assumed is in there by any standard.
            given=STRENGTHS["decisive"] if name in assumed and name in case.standards else None,
        )


def _add_arguments(case: Case, signs: Mapping[str, _Sign], graph: ForeignGraph) -> None:
    steps = {name: dict(_steps(inference)) for name, inference in case.inferences.items()}
    # The stricter standards compare weights, where others only need one.
    weighs = any(inference.weight is not None for inference in case.inferences.values())
    is_weighed = weighs or bool(case.standards)
    # There, an argument without a weight has the greatest of all.
    usual = STRENGTHS["decisive"] if is_weighed else None
    for name, inference in case.inferences.items():
        if not inference.premises:
            message = "an argument without premises is left out, and its conclusion assumed"
            graph.losses.say(message, inference.span)
        sign = signs.get(inference.conclusion)
        targets = [inference.conclusion]
        if sign is not None:
            targets = list(steps[sign.target]) if sign.is_undercut else [sign.target]
        known = schemes.named(inference.scheme or "")
        for step, premises in steps[name].items():
            for number, target in enumerate(targets):
                graph.argument(
                    step if number == 0 else f"{step} against {target}",
                    premises,
                    target,
                    inference.span,
                    polarity=Polarity.SUPPORT if sign is None else Polarity.ATTACK,
                    wanted=inference.meta.id or name,
                    label=inference.meta.title,
                    note=inference.meta.note,
                    scheme=known.id if known else inference.scheme,
                    strength=usual if inference.weight is None else inference.weight,
                )
        for undercutter in inference.undercutters:
            for step in steps[name] if undercutter not in signs else ():
                key = f"{undercutter} undercuts {step}"
                span = inference.span
                graph.argument(key, [undercutter], step, span, polarity=Polarity.ATTACK)


def _steps(inference: Inference) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the arguments of a map that an argument is: each premise alone, or all linked."""
    # A statement may have the same name.
    name = f"argument {inference.name}"
    if not inference.is_convergent:
        yield from [(name, inference.premises)] if inference.premises else ()
        return
    for number, premise in enumerate(inference.premises, start=1):
        yield f"{name} {number}", (premise,)
