"""ArgumentMap → YAML, nested the way an author would write it.

Reading the result gives an equal map. Ids that the reader derives again are left out; a claim used
in several places is written at the first and referred to from the others; what would be nested
too deep moves to `claims`.
"""

from collections.abc import Mapping, Sequence

from argmap.formats.carriers.yaml_text import Bare, Block, Inline, Item, written
from argmap.formats.losses import Writing
from argmap.formats.yaml.elements import (
    audience_of,
    citations_of,
    expectation_of,
    home_of,
    number_of,
    source_of,
    strength_of,
    style_of,
)
from argmap.formats.yaml.parts import Others
from argmap.grammar import VERSION
from argmap.identifiers import argument_id, slug
from argmap.model import Argument, ArgumentMap, Polarity

# Levels of lists and mappings. A claim with support of its own is not written deeper than this.
DEEPEST = 20
# What the reader takes, less the room that a citation inside a premise needs.
_DEEPEST_READABLE = 90
_NO_OTHERS = Others()


def dumps(a_map: ArgumentMap, others: Others = _NO_OTHERS) -> Writing:
    """Return the map as YAML that reads back as an equal map, beside `others` that it names."""
    return Writing(written(_Writer(a_map, others).root()))


def tree(a_map: ArgumentMap) -> Block:
    """Return the map as nested mappings and lists, as an author would write them."""
    return _Writer(a_map, _NO_OTHERS).root()


class _Writer:
    """Knows which claims are written already, and which wait to be written under `claims`."""

    def __init__(self, a_map: ArgumentMap, others: Others) -> None:
        self._map = a_map
        self._elsewhere = others
        self._done: set[str] = set()
        self._waiting: list[str] = []
        self._named = _referred_to(a_map) | others.named
        self._heights = _heights(a_map)
        self._ordinals = _ordinals(a_map)

    def root(self) -> Block:
        """Return the whole map."""
        a_map = self._map
        root = Block({"argmap": Bare(VERSION)})
        root.add("title", a_map.title)
        root.add("description", a_map.description)
        root.add("language", a_map.language)
        root.add("include", self._inclusions())
        root.add("sources", Block({s.id: source_of(s) for s in a_map.sources}))
        root.add("style", style_of(a_map.style))
        theses = [self._claim(thesis, depth=2) for thesis in a_map.theses]
        root.add("thesis", theses[0] if len(theses) == 1 else theses)
        root.add("claims", self._others())
        root.add("audiences", Block({a.id: audience_of(a) for a in a_map.audiences}))
        root.add("expect", Block({e.id: expectation_of(e) for e in a_map.expectations}))
        return root

    def _inclusions(self) -> list[Item]:
        sealed = [
            Block({"file": file, "as": name, "sealed": Bare("true")}, compact=True)
            for name, file in self._elsewhere.sealed.items()
        ]
        return [*self._elsewhere.included, *sealed]

    def _others(self) -> list[Item]:
        """Return what no thesis reaches, and whatever was too deep, in the order of the map."""
        others: list[Item] = []
        for claim in (None, *self._map.claims):
            if claim is not None and self._is_to_come(claim.id):
                others.append(self._claim(claim.id, depth=2))
            while self._waiting:
                waiting = self._waiting.pop(0)
                if self._is_to_come(waiting):
                    others.append(self._claim(waiting, depth=2))
        return others

    def _is_to_come(self, claim: str) -> bool:
        """Return whether something is still to be said of a claim."""
        is_here = claim not in self._elsewhere.claims or bool(self._map.arguments_on(claim))
        return is_here and claim not in self._done

    def _statement(self, claim: str, *, depth: int) -> Item:
        """Return the claim where it is written for the first time, else a reference to it."""
        too_deep = depth > DEEPEST and bool(self._map.arguments_on(claim))
        too_high = depth + 2 * self._heights.get(claim, 0) > _DEEPEST_READABLE
        if claim in self._done or claim in self._map.theses or too_deep or too_high:
            if claim not in self._done and claim not in self._map.theses:
                self._waiting.append(claim)
                self._named.add(claim)
            return Block({"ref": claim})
        return self._claim(claim, depth=depth)

    def _claim(self, name: str, *, depth: int) -> Item:
        self._done.add(name)
        is_elsewhere = name in self._elsewhere.claims
        block = Block({"ref": name}) if is_elsewhere else self._described(name)
        self._bearing(block, name, depth=depth)
        return self._map.claims_by_id[name].text if block.keys() == {"text"} else block

    def _described(self, name: str) -> Block:
        claim = self._map.claims_by_id[name]
        block = Block()
        if name in self._named or name != slug(claim.label, claim.text):
            block.add("id", name)
        block.add("label", claim.label)
        block.add("text", claim.text)
        block.add("source", citations_of(claim.citations))
        status = None if claim.home else claim.status
        block.add("status", status and status.value)
        block.add("credence", None if claim.credence is None else number_of(claim.credence))
        block.add("given", strength_of(claim.given))
        block.add("standard", claim.standard and claim.standard.value)
        block.add("unstated", Bare("true") if claim.unstated else None)
        block.add("home", home_of(claim.home))
        block.add("contradicts", Inline(claim.contradicts))
        block.add("tags", Inline(claim.tags))
        block.add("group", claim.group)
        block.add("link", claim.link)
        block.add("question", claim.question)
        block.add("note", claim.note)
        return block

    def _bearing(self, block: Block, name: str, *, depth: int) -> None:
        supports = self._map.arguments_on(name, Polarity.SUPPORT)
        if len(supports) == 1 and self._is_bare(supports[0]):
            block.add("premises", self._premises(supports[0], depth=depth + 2))
        else:
            block.add("arguments", self._reasons(supports, depth=depth + 2))
        attacks = self._map.arguments_on(name, Polarity.ATTACK)
        block.add("rebuttals", self._reasons(attacks, depth=depth + 2))

    def _reasons(self, arguments: Sequence[Argument], *, depth: int) -> list[Item]:
        return [self._reason(argument, depth=depth) for argument in arguments]

    def _reason(self, argument: Argument, *, depth: int) -> Item:
        if len(argument.premises) == 1 and self._is_bare(argument):
            return self._statement(argument.premises[0], depth=depth)
        block = Block()
        if not self._has_derived_id(argument):
            block.add("id", argument.id)
        block.add("label", argument.label)
        block.add("scheme", argument.scheme)
        block.add("strength", strength_of(argument.strength))
        block.add("value", argument.value)
        block.add("question", argument.question)
        block.add("source", citations_of(argument.citations))
        block.add("tags", Inline(argument.tags))
        block.add("note", argument.note)
        block.add("premises", self._premises(argument, depth=depth + 2))
        on = self._map.arguments_on
        block.add("backing", self._reasons(on(argument.id, Polarity.SUPPORT), depth=depth + 2))
        block.add("rebuttals", self._reasons(on(argument.id, Polarity.ATTACK), depth=depth + 2))
        return block

    def _premises(self, argument: Argument, *, depth: int) -> list[Item]:
        return [self._statement(premise, depth=depth) for premise in argument.premises]

    def _has_derived_id(self, argument: Argument) -> bool:
        return argument.id == argument_id(argument.target, self._ordinals[argument.id])

    def _is_bare(self, argument: Argument) -> bool:
        """Return whether nothing is said of the argument but its premises."""
        words = (argument.label, argument.scheme, argument.value, argument.question, argument.note)
        return (
            self._has_derived_id(argument)
            and all(value is None for value in (*words, argument.strength))
            and not (argument.citations or argument.tags or self._map.arguments_on(argument.id))
        )


def _referred_to(a_map: ArgumentMap) -> set[str]:
    """Return the claims that the file names somewhere, so that their ids should be seen."""
    named = {expectation.id for expectation in a_map.expectations}
    used: set[str] = set(a_map.theses)
    for claim in a_map.claims:
        named.update(claim.contradicts)
    for argument in a_map.arguments:
        named.update(premise for premise in argument.premises if premise in used)
        used.update(argument.premises)
        if len(set(argument.premises)) < len(argument.premises):
            named.update(argument.premises)
    return named


def _heights(a_map: ArgumentMap) -> Mapping[str, int]:
    """Return for each claim how far arguments on its arguments, and on those, are nested."""
    target_of = {argument.id: argument.target for argument in a_map.arguments}
    heights: dict[str, int] = {}
    for argument in a_map.arguments:
        steps, target = 1, argument.target
        while target in target_of:
            steps, target = steps + 1, target_of[target]
        heights[target] = max(heights.get(target, 0), steps)
    return heights


def _ordinals(a_map: ArgumentMap) -> Mapping[str, int]:
    """Return the place of each argument among all on its target, from 1."""
    targets = dict.fromkeys(argument.target for argument in a_map.arguments)
    return {
        argument.id: ordinal
        for target in targets
        for ordinal, argument in enumerate(a_map.arguments_on(target), start=1)
    }
