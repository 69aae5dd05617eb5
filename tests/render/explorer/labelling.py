"""Questions to the labelling in JavaScript, and what Python answers to them."""

import contextlib
import json
import random
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from argmap.errors import UnfitOptionError
from argmap.evaluation.comparison import changes
from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.verdicts import Verdict
from argmap.model import ArgumentMap, Claim
from argmap.page_data.network import network_data
from argmap.planning import RenderOptions, planned
from argmap.style import Style
from argmap.weighing import Home, Standing
from tests.evaluation.random_maps import random_map
from tests.evaluation.weighed_maps import weighed_map
from tests.npm import leave_out

HIDDEN = "kept-back"
SCRIPT = Path(__file__).with_name("answering.mjs")


@dataclass(frozen=True)
class WhatIf:
    """A question to a map of which the claims with the tag HIDDEN are hidden."""

    map: ArgumentMap
    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()
    audience: str | None = None

    def asked(self) -> dict[str, Any]:
        """Return the question as JavaScript is asked it."""
        options = RenderOptions(without=(HIDDEN,) if self._hides else ())
        a_map = replace(self.map, style=Style())
        plan = planned(a_map, options=options, defaults=None, placed=True)
        question = {"accept": self.accept, "reject": self.reject, "audience": self.audience}
        return {"network": network_data(plan.showing), "question": question}

    @property
    def _hides(self) -> bool:
        return any(HIDDEN in claim.tags for claim in self.map.claims)

    def expected(self, shown: set[str]) -> dict[str, Any]:
        """Return what Python answers, as far as it may be told."""
        who = self.audience
        try:
            found = evaluate(self.map, accept=self.accept, reject=self.reject, audience=who)
        except UnfitOptionError:
            return {"refused": True}
        before = evaluate(self.map, audience=who)
        told = {**found.claims, **found.arguments}
        return {
            "verdicts": {id: _told(one, shown) for id, one in told.items() if id in shown},
            "changes": [one.id for one in changes(before, found) if one.id in shown],
        }


def _told(verdict: Verdict, shown: set[str]) -> dict[str, Any]:
    because = [one for one in verdict.reason.because if one in shown]
    return {
        "label": verdict.label,
        "standing": verdict.standing,
        "reason": verdict.reason.kind,
        "because": because,
        "hidden": len(verdict.reason.because) - len(because),
    }


class Answering:
    """The labelling in JavaScript, in a process of its own that answers line by line."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def __call__(self, asked: dict[str, Any]) -> Any:
        """Return the answer to a question."""
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(asked) + "\n")
        process.stdin.flush()
        line = process.stdout.readline()
        assert line, "the labelling has stopped"
        return json.loads(line)


@contextlib.contextmanager
def answering() -> Iterator[Answering]:
    """Start the labelling in JavaScript; without Node the test is left out."""
    node = shutil.which("node")
    if node is None:
        leave_out("Node is not installed.")
    with subprocess.Popen(
        [node or "node", str(SCRIPT)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        try:
            yield Answering(process)
        finally:
            process.kill()


def random_question(seed: int) -> WhatIf:
    """Return a random map with a random question; some claims are hidden, some maps are large."""
    dice = random.Random(seed)
    size = dice.choice((3, 5, 8, 8, 20, 60))
    if dice.random() < 0.5:
        a_map, _ = weighed_map(seed, claims=size, arguments=dice.randint(1, size * 2))
    else:
        a_map = random_map(
            seed,
            claims=size,
            arguments=dice.randint(1, size * 2),
            attacks=dice.choice((0.2, 0.4, 0.7)),
            on_arguments=dice.choice((0.1, 0.25, 0.5)),
        )
    a_map = _including(a_map, dice)
    hides = dice.choice((0.0, 0.0, 0.2, 0.5))
    claims = tuple(
        replace(one, tags=(HIDDEN,)) if dice.random() < hides else one for one in a_map.claims
    )
    if all(HIDDEN in one.tags for one in claims):
        claims = a_map.claims
    names = [*(one.id for one in claims), *(one.id for one in a_map.arguments)]
    asked = dice.sample(names, min(len(names), dice.choice((0, 1, 1, 2, 3, 6))))
    side = [dice.random() < 0.5 for _ in asked]
    return WhatIf(
        replace(a_map, claims=claims),
        tuple(one for one, stands in zip(asked, side, strict=True) if stands),
        tuple(one for one, stands in zip(asked, side, strict=True) if not stands),
        dice.choice((None, *(one.id for one in a_map.audiences))),
    )


def _including(a_map: ArgumentMap, dice: random.Random) -> ArgumentMap:
    """Return the map with parts of other maps: with their names, or sealed, where nothing bears."""
    if dice.random() < 0.5:
        return a_map
    ids = [*(one.id for one in a_map.claims), *(one.id for one in a_map.arguments)]
    named = {id: f"other/{id}" if dice.random() < 0.5 else id for id in ids}
    met = {one.target for one in a_map.arguments}
    met.update(
        other for one in a_map.claims for other in (one.id, *one.contradicts) if one.contradicts
    )
    free = {one.id for one in a_map.claims if one.id not in met}
    sealed = {one for one in sorted(free) if dice.random() < 0.5}
    claims = tuple(
        Claim(named[one.id], one.text, home=Home("Other", dice.choice(tuple(Standing))))
        if one.id in sealed
        else replace(one, id=named[one.id], contradicts=tuple(named[id] for id in one.contradicts))
        for one in a_map.claims
    )
    arguments = tuple(
        replace(
            one,
            id=named[one.id],
            target=named[one.target],
            premises=tuple(named[id] for id in one.premises),
        )
        for one in a_map.arguments
    )
    audiences = tuple(
        replace(one, strengths=tuple((named[id], strength) for id, strength in one.strengths))
        for one in a_map.audiences
    )
    return replace(a_map, claims=claims, arguments=arguments, audiences=audiences)


def differing(what_if: WhatIf, answer: Answering) -> tuple[Any, Any] | None:
    """Return what JavaScript and Python say where these differ; None where they agree.

    Only what is shown is asked about: JavaScript knows no ids of what is hidden.
    """
    data = what_if.asked()
    shown = {one for one in data["network"]["ids"] if one is not None}
    question = replace(
        what_if,
        accept=tuple(one for one in what_if.accept if one in shown),
        reject=tuple(one for one in what_if.reject if one in shown),
    )
    data["question"] |= {"accept": question.accept, "reject": question.reject}
    found, expected = answer(data), question.expected(shown)
    return None if found == json.loads(json.dumps(expected)) else (found, expected)
