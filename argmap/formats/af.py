"""`.af`, the notation of ICCMA since 2023 ↔ ArgumentMap.

The first line is `p af N`, and the arguments are the numbers 1 to N; each further line is an
attack, the numbers of the attacker and of the attacked. Lines that begin with `#` are comments.
"""

import re

from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.carriers.decoding import read_text
from argmap.formats.frameworks.reading import (
    MOST_NODES,
    Edge,
    Name,
    Node,
    built,
    lines_of,
    require_room,
    words_of,
)
from argmap.formats.frameworks.writing import framework_of, losses_in
from argmap.formats.losses import Losses, Writing
from argmap.model import ArgumentMap
from argmap.reader import Reading
from argmap.source import at_start

NOTATION = "The notation .af"
KEEPS = frozenset({"claim.contradicts"})
_START = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*p af \d")
_NUMBER = re.compile(r"[0-9]{1,18}")


def recognises(text: str) -> bool:
    """Return whether a text seems to be in this notation."""
    return _START.match(text) is not None


def loads(text: str | bytes, *, file: str = "<text>") -> Reading:
    """Return the map that a framework makes, or the faults that keep it from being one."""
    return read_text(text, file=file, read=_read)


def dumps(a_map: ArgumentMap) -> Writing:
    """Return the framework in a map; comments say which claim each number stands for."""
    framework = framework_of(a_map)
    number = {claim.id: order for order, claim in enumerate(framework.claims, start=1)}
    if set(number) == {str(order) for order in number.values()}:
        number = {name: int(name) for name in number}
    lines = [f"p af {len(number)}"]
    lines += [f"# {order} {name}" for name, order in number.items() if name != str(order)]
    lines += [f"{number[attacker]} {number[target]}" for attacker, target in framework.attacks]
    losses = losses_in(a_map, notation=NOTATION, keeps=KEEPS)
    if any(name != str(order) for name, order in number.items()):
        losses.say("the ids of the claims are numbers now")
    return Writing("\n".join(lines) + "\n", losses.diagnostics())


def _read(text: str, file: str, log: FaultLog, losses: Losses) -> ArgumentMap | None:
    count: int | None = None
    place = 1
    attacks: list[Edge] = []
    for number, line in lines_of(text):
        if line.lstrip().startswith("#"):
            continue
        words = words_of(line, number, file)
        if count is None:
            count, place = _count(words, log), number
        elif words[0].text == "p":
            log.report(
                Fault.NOTATION_SYNTAX, words[0].to(words[-1]), "only the first line says “p af”"
            )
        elif attack := _attack(words, count, log):
            require_room(attacks, words[0].span, log)
            attacks.append(attack)
    if count is None:
        message = "this is not a framework in the “.af” notation: there is no line “p af N”"
        log.report(Fault.NOTATION_SYNTAX, at_start(file), message)
    nodes = (Node(Name(str(order), file, place, 1)) for order in range(1, (count or 0) + 1))
    return built(nodes, attacks, file=file, log=log, losses=losses)


def _count(words: list[Name], log: FaultLog) -> int:
    texts = [word.text for word in words]
    if len(texts) != 3 or texts[:2] != ["p", "af"] or not _NUMBER.fullmatch(texts[2]):
        message = "the first line should say “p af N”, where N is the number of arguments"
        log.report(Fault.NOTATION_SYNTAX, words[0].to(words[-1]), message)
        return MOST_NODES
    count = int(texts[2])
    if count > MOST_NODES:
        message = f"a framework has at most {MOST_NODES:,} arguments here, not {texts[2]}"
        log.report(Fault.TOO_LARGE, words[2].span, message)
    return count


def _attack(words: list[Name], count: int, log: FaultLog) -> Edge | None:
    if len(words) != 2:
        message = "an attack is two numbers: the attacker and the attacked"
        log.report(Fault.NOTATION_SYNTAX, words[0].to(words[-1]), message)
        return None
    ends = []
    for word in words:
        if not _NUMBER.fullmatch(word.text):
            message = f"{quoted(word.text)} is not a number of an argument"
            log.report(Fault.NOTATION_SYNTAX, word.span, message)
        elif not 1 <= int(word.text) <= count:
            message = f"there is no argument {word.text}; they are numbered from 1 to {count}"
            log.report(Fault.UNKNOWN_REFERENCE, word.span, message)
        else:
            ends.append(word._replace(text=str(int(word.text))))
    return Edge(ends[0], ends[1]) if len(ends) == 2 else None
