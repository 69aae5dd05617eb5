"""What a file of Carneades says → the claims and arguments of a map."""

from collections.abc import Iterator, Mapping

import argmap.schemes as schemes
from argmap.formats.carneades.elements import (
    CONSTANT,
    CUMULATIVE,
    FACTORIZED,
    PREFERENCE,
    Case,
    Inference,
    in_words,
)
from argmap.formats.carneades.labelling import labels_of
from argmap.formats.carneades.signs import Sign, forget_mere_denials, rejecting, signs_of
from argmap.formats.carneades.weighings import full_weights
from argmap.formats.graphs.reading import ForeignGraph
from argmap.model import STRENGTHS, Label, Polarity, Status


class CaseMapping:
    """Adds to a graph what a case says; `claims` are the statements that become claims."""

    def __init__(self, case: Case, graph: ForeignGraph) -> None:
        """Weigh the arguments of a case, and see what they bear on."""
        self._case = case
        self._graph = graph
        self.labels = labels_of(case)
        self._rejecting = rejecting(case)
        self._signs: Mapping[str, Sign] = signs_of(case)
        forget_mere_denials(case)
        left_out = {*self._signs, *self._rejecting}
        self.claims = tuple(name for name in case.statements if name not in left_out)
        self._rivals = dict(self._contradictions())
        self._opposed = {name for name, others in self._rivals.items() if others}
        self._opposed |= {sign.target for sign in self._signs.values() if not sign.is_undercut}
        self._weights = full_weights(case)
        self._at_issue = {name for positions in case.issues for name in positions}
        self._given = dict(self._given_strengths())
        arguments = [one for one in case.inferences.values() if not self._is_given(one)]
        self._strengths = {one.name: self._strength(one) for one in arguments}
        strengths = [*self._strengths.values(), *self._given.values()]
        # The stricter standards compare weights, where others only need one.
        self._is_weighed = bool(case.standards) or any(one is not None for one in strengths)

    def add(self) -> None:
        """Add the claims, the arguments and the contradictions."""
        for name in self.claims:
            self._add_claim(name)
        for inference in self._case.inferences.values():
            self._add_argument(inference)
        for name, others in self._rivals.items():
            for other in others:
                self._graph.contradiction(name, other)

    def _contradictions(self) -> Iterator[tuple[str, list[str]]]:
        """Yield each claim with the later positions of its issue, and the earlier with none."""
        for positions in self._case.issues:
            claims = [name for name in dict.fromkeys(positions) if name in set(self.claims)]
            if len(claims) > 1 and claims[0] in self._case.standards:
                message = (
                    "the standard of an issue is held against what speaks against a position, not "
                    "against the other positions, of which the strongest wins"
                )
                self._graph.losses.say(message, self._case.mentions.get(claims[0]))
            for place, one in enumerate(claims):
                others = claims[place + 1 :]
                if one in self._case.assumptions:
                    others = [other for other in others if other not in self._case.assumptions]
                    if len(others) < len(claims) - place - 1:
                        message = (
                            "positions of an issue that are all assumed are all in there: they do "
                            "not contradict each other in the map"
                        )
                        self._graph.losses.say(message, self._case.assumptions[one])
                yield one, others

    def _given_strengths(self) -> Iterator[tuple[str, float | None]]:
        """Yield what an argument without premises gives, with the strength that counts."""
        for one in self._case.inferences.values():
            if self._is_given(one):
                is_held = one.conclusion in self._opposed or one.conclusion in self._case.standards
                is_held = is_held or any(
                    one.conclusion in others for others in self._rivals.values()
                )
                weight = self._weights[one.name]
                yield one.conclusion, weight if is_held and not one.is_mark else None

    def _is_given(self, one: Inference) -> bool:
        """Return whether an argument only gives its conclusion."""
        return not (one.premises or one.undercutters or one.conclusion in self._signs)

    def _add_claim(self, name: str) -> None:
        statement = self._case.statements[name]
        self._graph.claim(
            name,
            in_words(name, self._case),
            statement.span,
            wanted=statement.meta.id,
            label=statement.meta.title,
            note=statement.meta.note,
            unstated=statement.meta.unstated,
            status=self._status(name),
            standard=self._case.standards.get(name),
            given=None if name in self._case.assumptions else self._given.get(name),
        )

    def _status(self, name: str) -> Status | None:
        arguments = self._case.inferences.values()
        is_argued = any(one.conclusion == name and not self._is_given(one) for one in arguments)
        if name in self._rejecting.values():
            return Status.REJECTED
        if name in self._case.assumptions:
            is_rival = any(name in others for others in self._rivals.values())
            # What is assumed is in there, whatever speaks against it and by any standard.
            if name in self._opposed or is_rival or name in self._case.standards:
                return Status.CERTAIN
            return Status.ASSUMED if is_argued else None
        if name in self._given:
            return Status.ASSUMED if is_argued else None
        return None if is_argued else Status.REJECTED

    def _add_argument(self, one: Inference) -> None:
        if self._is_given(one):
            return
        if not one.premises:
            text = f"{one.meta.title or one.name} needs no premises."
            self._graph.claim(_ground(one), text, one.span)
        sign = self._signs.get(one.conclusion)
        targets = [one.conclusion]
        if sign is not None:
            undercut = self._case.inferences[sign.target] if sign.is_undercut else None
            targets = [name for name, _ in _steps(undercut)] if undercut else [sign.target]
        strength = self._strengths[one.name]
        # There, an argument without a weight has the greatest of all.
        usual = STRENGTHS["decisive"] if self._is_weighed else None
        known = schemes.named(one.scheme or "")
        for step, premises in _steps(one):
            for number, target in enumerate(targets):
                self._graph.argument(
                    step if number == 0 else f"{step} against {target}",
                    premises,
                    target,
                    one.span,
                    polarity=Polarity.SUPPORT if sign is None else Polarity.ATTACK,
                    wanted=one.meta.id or one.name,
                    label=one.meta.title,
                    note=one.meta.note,
                    scheme=known.id if known else one.scheme,
                    strength=usual if strength is None else strength,
                )
        self._add_undercuts(one)

    def _add_undercuts(self, one: Inference) -> None:
        for undercutter in one.undercutters:
            for step, _ in _steps(one) if undercutter not in self._signs else ():
                key = f"{undercutter} undercuts {step}"
                self._graph.argument(key, [undercutter], step, one.span, polarity=Polarity.ATTACK)

    def _strength(self, one: Inference) -> float | None:
        """Return the weight of an argument where it may be compared; None where it is the usual."""
        kind = one.weighing.kind
        if kind == CONSTANT:
            return one.weighing.constant
        if one.conclusion not in self._at_issue:
            return None
        if kind in (FACTORIZED, PREFERENCE):
            return self._weights[one.name] or None
        if kind == CUMULATIVE and len(one.premises) > 1:
            standing = sum(self.labels[name] is Label.ACCEPTED for name in one.premises)
            message = (
                "the weight of a cumulative argument grows with each premise that stands: each is "
                "read as an argument of its own, with the weight that those have which now stand"
            )
            self._graph.losses.say(message, one.span)
            return max(standing, 1) / len(one.premises)
        return None


def _ground(one: Inference) -> str:
    return f"ground of {one.name}"


def _steps(one: Inference) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the arguments of a map that an argument is: each premise alone, or all linked."""
    # A statement may have the same name.
    name = f"argument {one.name}"
    if not one.premises:
        yield name, (_ground(one),)
    elif not one.weighing.is_by_each:
        yield name, one.premises
    else:
        for number, premise in enumerate(one.premises, start=1):
            yield f"{name} {number}", (premise,)
