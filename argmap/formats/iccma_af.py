"""`.af`, the notation of ICCMA since 2023 ↔ ArgumentMap.

The first line is `p af N`, and the arguments are the numbers 1 to N; each further line is an
attack, the numbers of the attacker and of the attacked. Lines that begin with `#` are comments.
"""

import re

from argmap.faults import Fault, FaultLog, TooManyFaultsError, quoted
from argmap.formats.framework import (
    MOST_NODES,
    Attack,
    FrameworkFault,
    Name,
    Node,
    built,
    lines_of,
    span_in,
    text_of,
)
from argmap.formats.framework_writing import Writing, framework_of, losses_in
from argmap.model import ArgumentMap
from argmap.reader import Reading
from argmap.source import Span, at_start

_WORD = re.compile(r"\S+")
_NUMBER = re.compile(r"[0-9]{1,18}")


def loads(text: str | bytes, *, file: str = "<text>") -> Reading:
    """Return the map that a framework makes, or the faults that keep it from being one."""
    log = FaultLog()
    readable = text_of(text, file=file, log=log)
    a_map = None
    if readable is not None:
        try:
            a_map = _read(readable, file, log)
        except TooManyFaultsError:
            a_map = None
    return Reading(a_map, log.diagnostics, readable or "", {})


def dumps(a_map: ArgumentMap) -> Writing:
    """Return the framework in a map; comments say which claim each number stands for."""
    framework = framework_of(a_map)
    number = {claim.id: order for order, claim in enumerate(framework.claims, start=1)}
    lines = [f"p af {len(number)}"]
    lines += [f"# {order} {name}" for name, order in number.items() if name != str(order)]
    lines += [f"{number[attacker]} {number[target]}" for attacker, target in framework.attacks]
    losses = list(losses_in(a_map, texts=False, labels=False))
    if any(name != str(order) for name, order in number.items()):
        losses.append("Left out: the ids of the claims, which are numbers now.")
    return Writing("\n".join(lines) + "\n", tuple(losses))


def _read(text: str, file: str, log: FaultLog) -> ArgumentMap | None:
    count: int | None = None
    place = at_start(file)
    attacks: list[Attack] = []
    for line_number, line in lines_of(text):
        if line.lstrip().startswith("#"):
            continue
        words = [
            Name(m.group(), span_in(file, line_number, m.start(), m.end()))
            for m in _WORD.finditer(line)
        ]
        whole = words[0].span.to(words[-1].span)
        if count is None:
            count, place = _count(words, whole, log), whole
        elif words[0].text == "p":
            log.report(FrameworkFault.SYNTAX, whole, "only the first line says “p af”")
        elif attack := _attack(words, whole, count, log):
            attacks.append(attack)
    if count is None:
        message = "this is not a framework in the “.af” notation: there is no line “p af N”"
        log.report(FrameworkFault.SYNTAX, at_start(file), message)
    nodes = (Node(Name(str(number), place)) for number in range(1, (count or 0) + 1))
    return built(() if log.diagnostics else nodes, attacks, file=file, log=log)


def _count(words: list[Name], whole: Span, log: FaultLog) -> int:
    texts = [word.text for word in words]
    if len(texts) != 3 or texts[:2] != ["p", "af"] or not _NUMBER.fullmatch(texts[2]):
        message = "the first line should say “p af N”, where N is the number of arguments"
        log.report(FrameworkFault.SYNTAX, whole, message)
        return MOST_NODES
    count = int(texts[2])
    if count > MOST_NODES:
        message = f"a framework has at most {MOST_NODES:,} arguments here, not {texts[2]}"
        log.report(Fault.TOO_LARGE, words[2].span, message)
        return count
    return count


def _attack(words: list[Name], whole: Span, count: int, log: FaultLog) -> Attack | None:
    if len(words) != 2:
        message = "an attack is two numbers: the attacker and the attacked"
        log.report(FrameworkFault.SYNTAX, whole, message)
        return None
    ends = []
    for word in words:
        if not _NUMBER.fullmatch(word.text):
            message = f"{quoted(word.text)} is not a number of an argument"
            log.report(FrameworkFault.SYNTAX, word.span, message)
        elif not 1 <= int(word.text) <= count:
            message = f"there is no argument {word.text}; they are numbered from 1 to {count}"
            log.report(Fault.UNKNOWN_REFERENCE, word.span, message)
        else:
            ends.append(Name(str(int(word.text)), word.span))
    return Attack(ends[0], ends[1]) if len(ends) == 2 else None
