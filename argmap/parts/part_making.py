"""A cut forest becomes parts: what each shows, how it is called, and where it goes on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from argmap.languages import words_in
from argmap.outline import mention
from argmap.parts.branches import Forest, Item
from argmap.parts.cutting import Cutting
from argmap.parts.part import Part
from argmap.values import followed_by
from argmap.view import Crumb, Onward


@dataclass(slots=True)
class _Draft:
    """A part before all parts have their numbers.

    `run` is the number of the run of its root, and `group` are the branches gathered below it, if
    they are. `expanded` are the claims whose reasons it shows; `starts` are the drafts that go on
    from here. `told` are the claims that it tells; those that only remind of a step are not.
    """

    roots: tuple[str, ...]
    run: int = 0
    group: tuple[str, ...] = ()
    claims: dict[str, None] = field(default_factory=dict)
    steps: dict[str, dict[str, None]] = field(default_factory=dict)
    expanded: dict[str, None] = field(default_factory=dict)
    starts: list["_Draft"] = field(default_factory=list)
    told: set[str] = field(default_factory=set)


def assembled(forest: Forest, cutting: Cutting) -> tuple[Part, ...]:
    """Return the parts in the order of reading, the overview first; time is linear in the map."""
    return tuple(_Assembly(forest, cutting).parts())


class _Assembly:
    """All parts of one map, and where each claim has what bears on it."""

    def __init__(self, forest: Forest, cutting: Cutting) -> None:
        self._forest, self._cutting = forest, cutting
        self._places = {claim.id: n for n, claim in enumerate(forest.map.claims)}
        self._drafts: list[_Draft] = []
        # By claim and run.
        self._numbers: dict[tuple[str, int], int] = {}
        for roots in cutting.firsts:
            waiting = [_Draft(roots)]
            while waiting:
                draft = waiting.pop()
                self._fill(draft)
                number = len(self._drafts)
                for claim in draft.expanded:
                    run = draft.run if claim in draft.roots else 0
                    self._numbers[claim, run] = number
                self._drafts.append(draft)
                waiting += reversed(draft.starts)

    def parts(self) -> Iterator[Part]:
        titles = [self._title(draft) for draft in self._drafts]
        for number, draft in enumerate(self._drafts):
            yield Part(
                number,
                draft.roots,
                titles[number],
                tuple(sorted(draft.claims, key=self._places.__getitem__)),
                {name: tuple(premises) for name, premises in draft.steps.items()},
                tuple(self._trail(draft)) if number else (),
                {
                    claim: onward
                    for claim in draft.claims
                    if (onward := tuple(self._onward(claim, draft, titles)))
                },
                frozenset(self._named(draft)),
            )

    def _fill(self, draft: _Draft) -> None:
        """Walk through a part, depth first, and note what it shows and where it goes on."""
        stack = list(reversed(draft.roots))
        while stack:
            claim = stack.pop()
            draft.claims[claim] = None
            is_root = claim in draft.roots
            if claim in self._cutting.cuts and not is_root and claim not in draft.group:
                self._start(claim, draft)
                continue
            if draft.group and is_root:
                stack += reversed(self._gathered(claim, draft))
                continue
            draft.expanded[claim] = None
            inner = [i.premise for i in self._shown_items(claim, draft, is_root) if i.hangs]
            stack += reversed(inner)

    def _start(self, claim: str, draft: _Draft) -> None:
        """Note where a branch goes on that is cut off: in its own part, or in one with others."""
        above = self._forest.parents[claim]
        if above in draft.roots and draft.group:
            return
        groups = self._cutting.gathered.get(above, ())
        group = next((one for one in groups if claim in one), ())
        if not group:
            draft.starts.append(_Draft((claim,)))
        elif claim == group[0]:
            draft.starts.append(_Draft((above,), group=group))

    def _gathered(self, claim: str, draft: _Draft) -> list[str]:
        """Return the branches gathered below a claim; what counts only with them is shown too."""
        items = self._forest.items[claim]
        bundles = {item.bundle for item in items if item.premise in draft.group and item.hangs}
        self._note_items([item for item in items if item.bundle in bundles], draft)
        return list(draft.group)

    def _shown_items(self, claim: str, draft: _Draft, is_root: bool) -> tuple[Item, ...]:
        """Return the items of a claim that a part shows, which are noted there with their steps."""
        items, runs = self._forest.items[claim], self._cutting.runs.get(claim)
        if runs:
            run = draft.run if is_root else 0
            if run + 1 < len(runs):
                draft.starts.append(_Draft((claim,), run + 1))
            items = items[slice(*runs[run])]
        self._note_items(items, draft)
        return items

    def _note_items(self, items: Sequence[Item], draft: _Draft) -> None:
        for item in items:
            self._note_step(item.argument, draft)
            draft.steps[item.argument][item.premise] = None
            draft.claims[item.premise] = None
            draft.told.add(item.premise)

    def _note_step(self, name: str, draft: _Draft) -> None:
        """Note an argument, and those on the way to its claim whose premises are shown elsewhere.

        Of each of these, one premise stands for all.
        """
        arguments = self._forest.map.arguments_by_id
        outer: dict[str, str] = {}
        while name in arguments and name not in draft.steps:
            draft.steps[name] = {}
            name = arguments[name].target
            if name in arguments and name not in draft.steps:
                first = arguments[name].premises[0]
                draft.claims[first] = None
                outer[name] = first
        for step, first in outer.items():
            draft.steps[step][first] = None

    def _named(self, draft: _Draft) -> Iterator[str]:
        """Yield the claims that are only named: what goes on, and what stands for a whole step."""
        for claim in draft.claims:
            goes_on = claim in draft.roots and (draft.run or draft.group)
            if goes_on or (claim not in draft.told and claim not in draft.roots):
                yield claim

    def _title(self, draft: _Draft) -> str:
        a_map = self._forest.map
        if draft is self._drafts[0] and a_map.title:
            return a_map.title
        first, *others = draft.group or draft.roots or ("",)
        name = mention(a_map.claims_by_id[first]) if first else ""
        if draft.run:
            return f"{name} ({draft.run + 1})"
        if others:
            more = words_in(a_map.language).more.format(len(others))
            return followed_by(name, more)
        return name

    def _trail(self, draft: _Draft) -> Iterator[Crumb]:
        path = self._forest.path(draft.roots[0])
        for claim in (*path, draft.roots[0]) if draft.group or draft.run else path:
            name = mention(self._forest.map.claims_by_id[claim])
            yield Crumb(name, self._numbers[claim, 0])

    def _onward(self, claim: str, draft: _Draft, titles: list[str]) -> Iterator[Onward]:
        items = self._forest.items[claim]
        if claim not in draft.expanded:
            if items and claim not in draft.roots:
                number = self._numbers[claim, 0]
                yield Onward(number, titles[number], self._forest.sizes[claim])
            return
        runs = self._cutting.runs.get(claim, ())
        run = draft.run if claim in draft.roots else 0
        if run + 1 < len(runs):
            number = self._numbers[claim, run + 1]
            rest = (item for item in items[runs[run + 1][0] :] if item.hangs)
            count = sum(1 + self._forest.sizes[item.premise] for item in rest)
            yield Onward(number, titles[number], count)
        for other in self._forest.map.contradictions_of(claim):
            if other not in draft.claims:
                number = self._numbers[other, 0]
                name = mention(self._forest.map.claims_by_id[other])
                yield Onward(number, titles[number], 0, name)
