"""A map that was joined of modules → a map for each, which seals those that it relies on.

An argument is written where its conclusion is. What is argued in another module comes in with the
verdict that it has there, so that a module and the joined map agree on every claim. What is only
stated there, in the context of something, is a claim at home there: modules often state the context
of one another, and files that include one another cannot be read.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from argmap.diagnostics import Related
from argmap.evaluation.grounded.labelling import evaluate
from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.gsn.elements import Kind
from argmap.formats.yaml.parts import MapPart, Others
from argmap.model import Argument, ArgumentMap, Claim, Home
from argmap.reader import MapModule
from argmap.reader.including import MOST_SEALED
from argmap.source import Span, at_start

_CONTEXT = {Kind.ASSUMPTION.lower(), Kind.JUSTIFICATION.lower()}
_JOIN = "convert them to a file instead of a folder; all modules are one map there"


def module_maps(
    a_map: ArgumentMap,
    modules: Sequence[MapModule],
    *,
    goals: Mapping[str, str],
    log: FaultLog,
) -> tuple[MapPart, ...]:
    """Return the map of each module in which there is a claim; none after a fault.

    `goals` are the names of the files to be, without their suffix, by those of modules. They are
    ids, and all in one folder.
    """
    split = _Split(a_map, goals, own=modules[0].file)
    split.require_order(log)
    if log.diagnostics:
        return ()
    return tuple(split.part(one) for one in modules if one.file in split.claims)


def _file(goal: str) -> str:
    return f"{goal}.yaml"


class _Split:
    """Knows in which module each claim and each argument is."""

    def __init__(self, a_map: ArgumentMap, goals: Mapping[str, str], *, own: str) -> None:
        self._own = own
        self._map, self._goals, self._verdicts = a_map, goals, evaluate(a_map).claims
        self._home = {claim.id: (claim.span or at_start("")).file for claim in a_map.claims}
        self.claims: dict[str, list[Claim]] = {}
        for claim in a_map.claims:
            self.claims.setdefault(self._home[claim.id], []).append(claim)
        self._arguments: dict[str, list[Argument]] = {}
        # By the module that relies on another, where it first does.
        self._uses: dict[str, dict[str, Span]] = {file: {} for file in self.claims}
        # What others rely on; the thesis of a module in which nothing is argued.
        self._told: set[str] = set()
        for argument in a_map.arguments:
            home = self._home[self._conclusion(argument)]
            self._arguments.setdefault(home, []).append(argument)
            for premise in argument.premises:
                other = self._home[premise]
                if other == home:
                    continue
                self._told.add(premise)
                if not self._is_stated(premise):
                    self._uses[home].setdefault(other, argument.span or at_start(home))

    def _is_stated(self, claim: str) -> bool:
        """Return whether a claim is part of a context, and nothing bears on it anywhere."""
        is_context = not _CONTEXT.isdisjoint(self._map.claims_by_id[claim].tags)
        return is_context and not self._map.arguments_on(claim)

    def _conclusion(self, argument: Argument) -> str:
        """Return the claim that an argument bears on, be it by other arguments."""
        while argument.target in self._map.arguments_by_id:
            argument = self._map.arguments_by_id[argument.target]
        return argument.target

    def require_order(self, log: FaultLog) -> None:
        """Report the first circle of modules that rely on one another, or a line that is too long.

        A line is too long where its files could not be read.
        """
        done: dict[str, int] = {}
        for start in self._uses:
            trail: dict[str, Iterator[str]] = {}
            following: str | None = None if start in done else start
            while following is not None or trail:
                if following is None:
                    file, _ = trail.popitem()
                    done[file] = max((1 + done[other] for other in self._uses[file]), default=0)
                    if done[file] > MOST_SEALED:
                        self._report_line(file, log)
                        return
                elif following in trail:
                    files = list(trail)
                    self._report_circle(files[files.index(following) :], log)
                    return
                elif following not in done:
                    trail[following] = iter(self._uses[following])
                following = next(trail[next(reversed(trail))], None) if trail else None

    def _report_line(self, file: str, log: FaultLog) -> None:
        message = f"modules rely on one another more than {MOST_SEALED} deep, which no map can"
        span = next(iter(self._uses[file].values()))
        log.report(Fault.TOO_LARGE, span, message, help=_JOIN)

    def _report_circle(self, circle: list[str], log: FaultLog) -> None:
        pairs = list(zip(circle, [*circle[1:], circle[0]], strict=True))
        names = " → ".join([*circle, circle[0]])
        *related, last = [
            Related(self._uses[one][other], f"this relies on {quoted(other)}")
            for one, other in pairs
        ]
        message = f"modules that rely on one another cannot be maps of their own: {names}"
        log.report(Fault.CIRCULAR_INCLUDE, last.span, message, related=tuple(related), help=_JOIN)

    def part(self, module: MapModule) -> MapPart:
        """Return a module as a map."""
        arguments = self._arguments.get(module.file, ())
        used = dict.fromkeys(premise for one in arguments for premise in one.premises)
        away = {name: self._away(name) for name in used if self._home[name] != module.file}
        ids = {name: claim.id for name, claim in away.items()}
        own = [replace(claim, group=None) for claim in self.claims[module.file]]
        targets = {one.target for one in arguments}
        theses = [claim.id for claim in own if claim.id in targets and claim.id not in used]
        part = ArgumentMap(
            (*own, *away.values()),
            tuple(
                replace(one, premises=tuple(ids.get(premise, premise) for premise in one.premises))
                for one in arguments
            ),
            tuple(theses or [claim.id for claim in own if claim.id in self._told - used.keys()]),
            title=module.title,
            description=module.description,
        )
        goals = [self._goals[other] for other in self._uses[module.file]]
        sealed = {goal: _file(goal) for goal in goals}
        argued = frozenset(claim.id for name, claim in away.items() if not self._is_stated(name))
        return MapPart(module.file, self._own, part, Others(sealed=sealed, claims=argued))

    def _away(self, name: str) -> Claim:
        """Return a claim as other modules have it, with the verdict from its own."""
        claim, other = self._map.claims_by_id[name], self._home[name]
        home = Home(_file(self._goals[other]), self._verdicts[name].standing)
        id = name if self._is_stated(name) else f"{self._goals[other]}/{name}"
        return Claim(id, claim.text, home=home, tags=claim.tags)
