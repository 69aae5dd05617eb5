"""ArgumentMap → Argdown: statements with their relations, and arguments with their premises."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

import argmap.schemes as schemes
from argmap.formats.argdown.elements import NEGATION, UNSTATED
from argmap.formats.argdown.escaping import escaped, head, linked, rule, shown_tags
from argmap.formats.argdown.forms import FURTHER, Forms
from argmap.formats.losses import Losses, Writing, kept
from argmap.identifiers import slug
from argmap.model import Argument, ArgumentMap, Claim, Polarity
from argmap.values import is_id, one_line

NOTATION = "Argdown"
KEEPS = frozenset(
    {
        "map.title",
        "map.description",
        "claim.label",
        "claim.contradicts",
        "claim.unstated",
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
_IN_WORDS = {"label": "label", "scheme": "schemes", "tags": "tags", "note": "notes"}


def dumps(a_map: ArgumentMap) -> Writing:
    """Return the map as Argdown, with what it cannot say."""
    losses = Losses(NOTATION)
    writer = _Writer(kept(a_map, keeps=KEEPS, losses=losses), losses)
    return Writing("\n".join(writer.lines()).strip("\n") + "\n", losses.diagnostics())


def is_name(title: str) -> bool:
    """Return whether a title is an id, such as “pear-trees”, and no label for people."""
    return is_id(title) and title == title.lower()


class _Bearing(NamedTuple):
    """What bears on a title: relations in their order, or one structure; the sign for attacks."""

    title: str
    arguments: tuple[Argument, ...]
    against: str
    is_structure: bool = False


class _Writer:
    def __init__(self, a_map: ArgumentMap, losses: Losses) -> None:
        self._map, self._losses = a_map, losses
        self._taken = {*a_map.claims_by_id, *a_map.arguments_by_id}
        self._titles = self._titled()
        self._forms = Forms(a_map)

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

    def _told(self, claim: str) -> str:
        title = self._titles[claim]
        return f"<{title}>" if claim in self._forms.described else f"[{title}]"

    def _claim(self, claim: Claim) -> Iterator[str]:
        text, was_linked = linked(claim.text, claim.link)
        if not was_linked:
            self._losses.drop(
                "links in texts without a word, or with brackets", "claim", claim.span
            )
        tags = self._tags(claim)
        told = self._told(claim.id)
        unstated = f" {{{UNSTATED}: true}}" if claim.unstated else ""
        yield f"{told}: {text}{tags}{unstated}"
        for other in dict.fromkeys(claim.contradicts):
            yield f"  >< [{self._titles[other]}]"
        bearing: list[_Bearing] = []
        if claim.id in self._forms.described:
            (use,) = set(self._map.uses_of(claim.id))
            attacks = self._map.arguments_on(use.id, Polarity.ATTACK)
            bearing += self._bearing(told, attacks, "_")
        bearing += self._bearing(told, self._map.arguments_on(claim.id), "-")
        yield from self._lines_of(bearing, below=told)

    def _bearing(
        self, title: str, arguments: Iterable[Argument], against: str
    ) -> Iterator["_Bearing"]:
        """Yield what bears on a title, in parts: some relations, or one structure."""
        structures = self._forms.structures
        for is_structure, some in groupby(arguments, lambda one: one.id in structures):
            if is_structure:
                yield from (_Bearing(title, (one,), against, True) for one in some)
            else:
                yield _Bearing(title, tuple(some), against)

    def _lines_of(self, bearing: Iterable["_Bearing"], *, below: str) -> Iterator[str]:
        """Yield the lines of what bears on what is written last, `below`, and on each other."""
        waiting = [*bearing][::-1]
        at = below
        while waiting:
            part = waiting.pop()
            if not part.is_structure:
                if at != part.title:
                    yield from ("", part.title)
                at = part.title
                yield from self._relations(part.arguments, part.against)
                continue
            (argument,) = part.arguments
            title = f"<{self._title_of(argument)}>"
            yield from ("", *self._head(argument, title))
            on_step = [*self._bearing(title, self._map.arguments_on(argument.id), "_")]
            if on_step and not on_step[0].is_structure:
                first = on_step.pop(0)
                yield from self._relations(first.arguments, first.against)
            yield from ("", *self._premises(argument), *self._conclusion(argument, part))
            waiting += on_step[::-1]
            at = ""
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

    def _title_of(self, argument: Argument) -> str:
        label = argument.label
        is_title = label and not _NO_TITLE.search(label) and slug(label, "") == argument.id
        title = label if label and is_title and not is_name(label) else self._safe(argument.id)
        if label and label != title:
            self._losses.drop("label beside a title", "argument", argument.span)
        self._tell_new_id(argument, title)
        return title

    def _head(self, argument: Argument, title: str) -> Iterator[str]:
        note = f": {escaped(one_line(argument.note))}" if argument.note else ""
        if argument.note and argument.note != one_line(argument.note):
            self._losses.say(
                "notes are on one line: further white space is left out", argument.span
            )
        yield f"{title}{note}{self._tags(argument)}"

    def _premises(self, argument: Argument) -> Iterator[str]:
        premises = dict.fromkeys(argument.premises)
        for number, premise in enumerate(premises, start=1):
            yield f"({number}) [{self._titles[premise]}]"
        known = schemes.named(argument.scheme) if argument.scheme else None
        name = known.name if known and known.id == argument.scheme else argument.scheme
        if name and (one_line(name) != name or (known and known.id != argument.scheme)):
            self._losses.say("schemes are known by their names, and on one line", argument.span)
        yield f"-- {rule(name)} --" if name else "----"

    def _conclusion(self, argument: Argument, part: "_Bearing") -> Iterator[str]:
        number = len(set(argument.premises)) + 1
        if argument.polarity is Polarity.SUPPORT:
            yield f"({number}) [{self._titles[argument.target]}]"
            return
        # What attacks is concluded: that the other thing is not so, or does not follow.
        against, end = "It is not so", argument.target
        if part.against == "_":
            against = "It does not follow"
            while end in self._map.arguments_by_id:
                end = self._map.arguments_by_id[end].target
        text = escaped(self._map.claims_by_id[end].text)
        yield f"({number}) {against}: {text} {{{NEGATION}: true}}"
        yield f"  {part.against}> {part.title}"

    def _tags(self, part: Claim | Argument) -> str:
        written, lost = shown_tags(part.tags)
        if lost:
            self._losses.say("closing brackets in tags are left out", part.span)
        return written

    def _note_lost(self) -> None:
        for argument in self._map.arguments:
            if argument.id not in self._forms.said:
                self._losses.drop("argument on what is no title", "argument", argument.span)
            if argument.id in self._forms.structures:
                continue
            if not self._forms.has_derived_id(argument):
                self._losses.say("relations have no ids: some are others now", argument.span)
            for name in FURTHER:
                if getattr(argument, name):
                    what = f"{_IN_WORDS[name]} for a relation"
                    self._losses.drop(what, "argument", argument.span)
            if argument.id in self._forms.said and len(set(argument.premises)) > 1:
                self._losses.say(
                    "Argdown has no linked premises for a step: they are written one by one",
                    argument.span,
                )
