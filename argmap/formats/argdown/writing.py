"""ArgumentMap → Argdown: statements with their relations, and arguments with their premises."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import groupby

import argmap.schemes as schemes
from argmap.formats.argdown.escaping import escaped, head, linked, rule, shown_tags
from argmap.formats.losses import Losses, Writing, kept
from argmap.identifiers import argument_id, slug
from argmap.model import Argument, ArgumentMap, Claim, Polarity
from argmap.values import is_id, one_line

NOTATION = "Argdown"
KEEPS = frozenset(
    {
        "map.title",
        "map.description",
        "claim.label",
        "claim.contradicts",
        "claim.tags",
        "claim.group",
        "claim.link",
        "argument.label",
        "argument.scheme",
        "argument.tags",
        "argument.note",
    }
)
# What cannot be a title: behind a bracket, some signs are symbols.
_NO_TITLE = re.compile(r"[\[\]<>\n]|^[-_+!]|@include\(")
_FURTHER = ("label", "scheme", "tags", "note")
_IN_WORDS = {"label": "label", "scheme": "schemes", "tags": "tags", "note": "notes"}


def dumps(a_map: ArgumentMap) -> Writing:
    """Return the map as Argdown, with what it cannot say."""
    losses = Losses(NOTATION)
    writer = _Writer(kept(a_map, keeps=KEEPS, losses=losses), losses)
    return Writing("\n".join(writer.lines()).strip("\n") + "\n", losses.diagnostics())


def is_name(title: str) -> bool:
    """Return whether a title is an id, such as “pear-trees”, and no label for people."""
    return is_id(title) and title == title.lower()


class _Writer:
    def __init__(self, a_map: ArgumentMap, losses: Losses) -> None:
        self._map, self._losses = a_map, losses
        self._taken = {*a_map.claims_by_id, *a_map.arguments_by_id}
        self._titles = self._titled()
        self._structures = {a.id for a in a_map.arguments if self._is_structure(a)}
        # Claims that are written as arguments, because what undercuts those can then be said.
        self._described: set[str] = set()
        self._said: set[str] = set()
        self._describe()

    def lines(self) -> Iterator[str]:
        """Yield the lines of the text."""
        yield from head(self._map.title, self._map.description)
        groups: dict[str | None, list[Claim]] = {None: []}
        for claim in self._map.claims:
            groups.setdefault(claim.group and one_line(claim.group), []).append(claim)
        # What has no heading comes before the first one.
        for group, claims in groups.items():
            if group is not None:
                yield from (f"# {escaped(group)}", "")
            for claim in claims:
                yield from self._claim(claim)
        self._note_lost()

    def _titled(self) -> dict[str, str]:
        """Return a title for each claim: its label, else its id."""
        titles: dict[str, str] = {}
        taken = self._taken
        for claim in self._map.claims:
            label = claim.label
            if label and not _NO_TITLE.search(label) and not is_name(label) and label not in taken:
                titles[claim.id] = label
                taken.add(label)
            else:
                titles[claim.id] = self._safe(claim.id)
                if label:
                    self._losses.drop("label beside a title", "claim", claim.span)
            self._tell_new_id(claim, titles[claim.id])
        return titles

    def _safe(self, name: str) -> str:
        """Return an id as a title, with letters before it where it begins like a symbol."""
        while _NO_TITLE.search(name):
            name = f"id{name}"
            if name in self._taken:
                name = f"-{name}"
        self._taken.add(name)
        return name

    def _tell_new_id(self, part: Claim | Argument, title: str) -> None:
        wanted = title if is_name(title) else slug(title, "")
        if wanted != part.id:
            self._losses.say("ids are made from titles: some are others now", part.span)

    def _is_structure(self, argument: Argument) -> bool:
        """Return whether an argument is written with premises and a conclusion."""
        if argument.target not in self._titles or argument.polarity is Polarity.ATTACK:
            return False
        says_more = any(getattr(argument, name) for name in _FURTHER)
        is_linked = len(set(argument.premises)) > 1
        is_derived = self._has_derived_id(argument)
        return says_more or is_linked or not is_derived or bool(self._map.arguments_on(argument.id))

    def _has_derived_id(self, argument: Argument) -> bool:
        """Return whether an argument has the id that it would get where it has none."""
        return argument.id == argument_id(argument.target, self._ordinals[argument.id])

    @cached_property
    def _ordinals(self) -> dict[str, int]:
        """Return the place of each argument among all on its target, from 1."""
        targets = dict.fromkeys(argument.target for argument in self._map.arguments)
        return {
            argument.id: ordinal
            for target in targets
            for ordinal, argument in enumerate(self._map.arguments_on(target), start=1)
        }

    def _describe(self) -> None:
        """Find what can be said, from what bears on claims and structures upwards."""
        ends: tuple[str, ...] = (*self._titles, *self._structures)
        waiting = [argument for end in ends for argument in self._map.arguments_on(end)]
        while waiting:
            argument = waiting.pop()
            self._said.add(argument.id)
            attacks = self._map.arguments_on(argument.id, Polarity.ATTACK)
            if attacks and self._can_be_described(argument):
                self._described.add(argument.premises[0])
                waiting += attacks

    def _can_be_described(self, argument: Argument) -> bool:
        """Return whether its one premise can stand for an argument that is undercut."""
        if argument.id in self._structures or len(set(argument.premises)) > 1:
            return False
        premise = argument.premises[0]
        concluded = any(a.id in self._structures for a in self._map.arguments_on(premise))
        is_free = premise not in self._contradicted and not concluded
        return is_free and all(use is argument for use in self._map.uses_of(premise))

    @cached_property
    def _contradicted(self) -> set[str]:
        pairs = ((claim.id, *claim.contradicts) for claim in self._map.claims if claim.contradicts)
        return {name for pair in pairs for name in pair}

    def _told(self, claim: str) -> str:
        title = self._titles[claim]
        return f"<{title}>" if claim in self._described else f"[{title}]"

    def _claim(self, claim: Claim) -> Iterator[str]:
        text, was_linked = linked(claim.text, claim.link)
        if not was_linked:
            self._losses.drop(
                "links in texts without a word, or with brackets", "claim", claim.span
            )
        tags = self._tags(claim)
        yield f"{self._told(claim.id)}: {text}{tags}"
        for other in dict.fromkeys(claim.contradicts):
            yield f"  >< [{self._titles[other]}]"
        if claim.id in self._described:
            (use,) = set(self._map.uses_of(claim.id))
            attacks = self._map.arguments_on(use.id, Polarity.ATTACK)
            yield from self._relations(attacks, "_")
        begun = True
        on_claim = self._map.arguments_on(claim.id)
        for is_structure, some in groupby(on_claim, lambda one: one.id in self._structures):
            if is_structure:
                yield ""
                for argument in some:
                    yield from self._structure(argument)
                begun = False
                continue
            if not begun:
                yield self._told(claim.id)
            yield from self._relations(some, "-")
            begun = True
        if begun:
            yield ""

    def _relations(self, arguments: Iterable[Argument], against: str) -> Iterator[str]:
        written: set[str] = set()
        for argument in arguments:
            symbol = "+" if argument.polarity is Polarity.SUPPORT else against
            for premise in dict.fromkeys(argument.premises):
                line = f"  {symbol} {self._told(premise)}"
                if line in written:
                    self._losses.say("the same argument twice is one relation", argument.span)
                else:
                    yield line
                written.add(line)

    def _structure(self, argument: Argument) -> Iterator[str]:
        label = argument.label
        is_title = label and not _NO_TITLE.search(label) and slug(label, "") == argument.id
        title = label if label and is_title and not is_name(label) else self._safe(argument.id)
        if label and label != title:
            self._losses.drop("label beside a title", "argument", argument.span)
        self._tell_new_id(argument, title)
        note = f": {escaped(one_line(argument.note))}" if argument.note else ""
        if argument.note and argument.note != one_line(argument.note):
            self._losses.say(
                "notes are on one line: further white space is left out", argument.span
            )
        yield f"<{title}>{note}{self._tags(argument)}"
        on_step = self._map.arguments_on(argument.id)
        yield from self._relations(on_step, "_")
        yield ""
        premises = list(dict.fromkeys(argument.premises))
        for number, premise in enumerate(premises, start=1):
            yield f"({number}) [{self._titles[premise]}]"
        known = schemes.named(argument.scheme) if argument.scheme else None
        name = known.name if known and known.id == argument.scheme else argument.scheme
        if name and (one_line(name) != name or (known and known.id != argument.scheme)):
            self._losses.say("schemes are known by their names, and on one line", argument.span)
        yield f"-- {rule(name)} --" if name else "----"
        yield f"({len(premises) + 1}) [{self._titles[argument.target]}]"
        yield ""

    def _tags(self, part: Claim | Argument) -> str:
        written, lost = shown_tags(part.tags)
        if lost:
            self._losses.say("closing brackets in tags are left out", part.span)
        return written

    def _note_lost(self) -> None:
        for argument in self._map.arguments:
            if argument.id in self._structures:
                continue
            if not self._has_derived_id(argument):
                self._losses.say("relations have no ids: some are others now", argument.span)
            for name in _FURTHER:
                if getattr(argument, name):
                    what = f"{_IN_WORDS[name]} for a relation"
                    self._losses.drop(what, "argument", argument.span)
            if argument.id not in self._said:
                self._losses.drop("argument on what is no title", "argument", argument.span)
            elif len(set(argument.premises)) > 1:
                self._losses.say(
                    "Argdown has no linked premises against something: they are written one by one",
                    argument.span,
                )
