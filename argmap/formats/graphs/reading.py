"""What readers of graphs share: claims and arguments under foreign names → ArgumentMap.

A reader adds what it finds in any order; names need not be ids. What names nothing is reported.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.carriers.texts import all_held, held
from argmap.formats.losses import Losses
from argmap.identifiers import Names
from argmap.model import Argument, ArgumentMap, Claim, Expectation, Label, Polarity
from argmap.source import Span, at_start
from argmap.suggestions import did_you_mean
from argmap.values import canonical, is_id, is_id_path, is_link, one_line, require_grounded
from argmap.weighing import Expected

MOST_PARTS = 2_000_000

_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def says_something(name: str) -> bool:
    """Return whether a foreign name is an id that is worth keeping: no number, no UUID."""
    return is_id(name) and any(map(str.isalpha, name)) and not _UUID.fullmatch(name)


@dataclass(slots=True)
class _Step:
    """An argument whose ends are still foreign names."""

    premises: list[str]
    target: str
    polarity: Polarity
    fields: dict[str, Any]
    span: Span


@dataclass(slots=True)
class ForeignGraph:
    """A map in the making; lives as long as one file is read.

    `ids` are those of the built map by the foreign names.
    """

    file: str
    log: FaultLog
    losses: Losses
    ids: Mapping[str, str] = field(default_factory=dict)
    _claims: dict[str, tuple[str, dict[str, Any], Span]] = field(default_factory=dict)
    _steps: dict[str, _Step] = field(default_factory=dict)
    _contradictions: dict[str, list[str]] = field(default_factory=dict)
    _wanted: dict[str, str] = field(default_factory=dict)

    def claim(
        self, name: str, text: object, span: Span, *, wanted: str | None = None, **fields: Any
    ) -> None:
        """Add a claim, with further fields of a Claim; a text that is none is reported.

        `wanted` is the id that it gets where nothing else has it; so for arguments.
        """
        if name in self._claims or name in self._steps:
            message = f"{quoted(name)} is there twice"
            self.log.report(Fault.DUPLICATE_ID, span, message)
            return
        known = len(self.log.diagnostics)
        shown = held(text, "text", span, self.log) if isinstance(text, str) else None
        if shown is None and len(self.log.diagnostics) == known:
            message = f"{quoted(name)} has no text that can be shown"
            self.log.report(Fault.EMPTY_TEXT, span, message)
        self._claims[name] = (shown or name, self._held(fields, span), span)
        if wanted is not None:
            self._wanted[name] = wanted

    def argument(
        self,
        name: str,
        premises: Iterable[str],
        target: str,
        span: Span,
        *,
        polarity: Polarity = Polarity.SUPPORT,
        wanted: str | None = None,
        **fields: Any,
    ) -> None:
        """Add an argument by the foreign names of its premises and of its target."""
        if name in self._claims or name in self._steps:
            self.log.report(Fault.DUPLICATE_ID, span, f"{quoted(name)} is there twice")
            return
        kept = self._held(fields, span)
        self._steps[name] = _Step(list(premises), target, polarity, kept, span)
        if wanted is not None:
            self._wanted[name] = wanted

    def text_of(self, name: str) -> str:
        """Return the text of a claim that was added."""
        return self._claims[name][0]

    def add_note(self, name: str, text: str) -> None:
        """Add a line to the note of a claim that was added."""
        fields = self._claims[name][1]
        fields["note"] = "\n".join(filter(None, (fields.get("note"), text)))

    def contradiction(self, one: str, other: str) -> None:
        """Note that two claims cannot both be true."""
        self._contradictions.setdefault(one, []).append(other)

    def built(
        self, *, expected: Mapping[str, tuple[Label, Span]] | None = None, **fields: Any
    ) -> ArgumentMap | None:
        """Return the map, or None after a fault, with further fields of an ArgumentMap.

        Without `theses` they are the claims that others lead to and that lead to nothing.
        `expected` gives verdicts, by the names of claims and arguments.
        """
        fields = self._held(fields, at_start(self.file))
        self._require_ends()
        self._require_ground()
        if not self._claims and not self.log.diagnostics:
            message = "there is no claim in this file"
            self.log.report(Fault.NOT_A_MAP, at_start(self.file), message)
        if self.log.diagnostics:
            return None
        ids = self.ids = self._ids()
        theses = fields.pop("theses", None)
        if theses is None:
            theses = self._roots()
        return ArgumentMap(
            tuple(self._claim(name, ids) for name in self._claims),
            tuple(self._arguments(ids)),
            tuple(ids[name] for name in theses),
            expectations=tuple(
                Expectation(ids[name], Expected(label.value), span=span)
                for name, (label, span) in (expected or {}).items()
            ),
            span=at_start(self.file),
            **fields,
        )

    def _held(self, fields: dict[str, Any], span: Span) -> dict[str, Any]:
        """Return fields with only what a map can hold; a link that is none is told as lost."""
        found = all_held(fields, span, self.log)
        link = found.get("link")
        if link is not None and not is_link(link, relative=True):
            self.losses.say("addresses that no map can have as links are left out", span)
            found["link"] = None
        return found

    def _require_ends(self) -> None:
        known = [*self._claims, *self._steps] if self._steps else []
        for step in self._steps.values():
            for end in [*step.premises, step.target]:
                is_there = end in self._claims or (end == step.target and end in self._steps)
                if not is_there:
                    near = did_you_mean(end, known[:1000]) or ""
                    message = f"there is no {quoted(end)}{near}"
                    self.log.report(Fault.UNKNOWN_REFERENCE, step.span, message)

    def _require_ground(self) -> None:
        """Report arguments that bear on each other in a circle."""
        if self.log.diagnostics:
            return
        try:
            require_grounded({name: step.target for name, step in self._steps.items()})
        except ValueError as error:
            self.log.report(Fault.BAD_VALUE, at_start(self.file), str(error))

    def _ids(self) -> Mapping[str, str]:
        ids: dict[str, str] = {}
        given: set[str] = set()
        for name in (*self._claims, *self._steps):
            if says_something(canonical(name)) and canonical(name) not in given:
                ids[name] = canonical(name)
                given.add(ids[name])
        for name, any_form in self._wanted.items():
            wanted = canonical(any_form)
            if wanted not in given and is_id_path(wanted):
                given.add(wanted)
                ids[name] = wanted
        names = Names(given)
        for name, (text, fields, _) in self._claims.items():
            if name not in ids:
                ids[name] = names.claim(fields.get("label"), one_line(text))
        ordinals: dict[str, int] = {}
        # As in a map of ours, those for a target are counted before those against it.
        by_polarity = sorted(self._steps, key=lambda n: self._steps[n].polarity is Polarity.ATTACK)
        for name in by_polarity:
            # What a step bears on may be a step that has no id yet.
            target = ids.get(self._steps[name].target, "argument")
            ordinals[target] = ordinals.get(target, 0) + 1
            if name not in ids:
                ids[name] = names.argument(target, ordinals[target])
        return ids

    def _roots(self) -> list[str]:
        premises = {premise for step in self._steps.values() for premise in step.premises}
        targets = dict.fromkeys(step.target for step in self._steps.values())
        return [name for name in self._claims if name in targets and name not in premises]

    def _claim(self, name: str, ids: Mapping[str, str]) -> Claim:
        text, fields, span = self._claims[name]
        others = tuple(
            dict.fromkeys(ids[o] for o in self._contradictions.get(name, ()) if o in ids)
        )
        claim = Claim(ids[name], text, span=span, text_span=span, **fields)
        return replace(claim, contradicts=others) if others else claim

    def _arguments(self, ids: Mapping[str, str]) -> Iterable[Argument]:
        for name, step in self._steps.items():
            yield Argument(
                ids[name],
                tuple(dict.fromkeys(ids[premise] for premise in step.premises)),
                ids[step.target],
                step.polarity,
                span=step.span,
                **step.fields,
            )
