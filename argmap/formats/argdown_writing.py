"""ArgumentMap → Argdown: statements with their relations, then arguments with their premises."""

import json
import re
from collections.abc import Iterator

import argmap.schemes as schemes
from argmap.formats.losses import Losses, Writing, kept
from argmap.identifiers import argument_id, slug
from argmap.model import Argument, ArgumentMap, Claim, Polarity
from argmap.values import is_id, one_line

NOTATION = "Argdown"
KEEPS = frozenset(
    {
        "map.title",
        "claim.label",
        "claim.contradicts",
        "claim.tags",
        "claim.group",
        "claim.link",
        "argument.label",
        "argument.scheme",
    }
)
_SPECIAL = re.compile(r"[\\\[\]<>{}#@*_]|(?<![^\s])//|/(?=\*)|^(?=[-+=(\d.])|(?<=\s)(?=-{2,}\s)")
_UNTITLED = re.compile(r"[\[\]<>\n]")
_PLAIN_TAG = re.compile(r"[\w-]+")


def dumps(a_map: ArgumentMap) -> Writing:
    """Return the map as Argdown, with what it cannot say."""
    losses = Losses(NOTATION)
    writer = _Writer(kept(a_map, keeps=KEEPS, losses=losses), losses)
    return Writing("\n".join(writer.lines()).strip("\n") + "\n", losses.diagnostics())


class _Writer:
    def __init__(self, a_map: ArgumentMap, losses: Losses) -> None:
        self._map, self._losses = a_map, losses
        self._titles = self._titled()
        self._structures = [a for a in a_map.arguments if self._is_structure(a)]
        self._structured = {argument.id for argument in self._structures}

    def lines(self) -> Iterator[str]:
        """Yield the lines of the text."""
        if self._map.title:
            yield from (
                "===",
                f"title: {json.dumps(self._map.title, ensure_ascii=False)}",
                "===",
                "",
            )
        groups: dict[str | None, list[Claim]] = {None: []}
        for claim in self._map.claims:
            groups.setdefault(claim.group, []).append(claim)
        # What has no heading comes before the first one.
        for argument in self._structures:
            yield from self._structure(argument)
        for group, claims in groups.items():
            if group is not None:
                yield from (f"# {_escaped(one_line(group))}", "")
            for claim in claims:
                yield from self._claim(claim)
        self._note_lost()

    def _titled(self) -> dict[str, str]:
        """Return a title for each claim: its label where the id follows from it, else its id."""
        titles: dict[str, str] = {}
        taken = {claim.id for claim in self._map.claims}
        taken |= {argument.id for argument in self._map.arguments}
        for claim in self._map.claims:
            label = claim.label
            if label and not _UNTITLED.search(label) and not is_id(label) and label not in taken:
                titles[claim.id] = label
                taken.add(label)
                if slug(label, claim.text) != claim.id:
                    self._losses.say("ids are made from titles: some claims have others now")
            else:
                titles[claim.id] = claim.id
                if label:
                    self._losses.drop("label beside a title", "claim", claim.span)
        return titles

    def _is_structure(self, argument: Argument) -> bool:
        """Return whether an argument is written with premises and a conclusion."""
        if argument.target not in self._titles or argument.polarity is Polarity.ATTACK:
            return False
        says_more = argument.label or argument.scheme or self._map.arguments_on(argument.id)
        siblings = self._map.arguments_on(argument.target)
        derived = argument.id == argument_id(argument.target, siblings.index(argument) + 1)
        return bool(says_more) or len(argument.premises) > 1 or not derived

    def _claim(self, claim: Claim) -> Iterator[str]:
        tags = "".join(f" {_tag(tag)}" for tag in claim.tags)
        text = _escaped(claim.text)
        if claim.link:
            text = f"[{text}]({claim.link})"
        yield f"[{self._titles[claim.id]}]: {text}{tags}"
        for other in dict.fromkeys(claim.contradicts):
            yield f"  >< [{self._titles[other]}]"
        yield from self._relations(claim.id)
        yield ""

    def _relations(self, target: str) -> Iterator[str]:
        written: set[str] = set()
        for argument in self._map.arguments_on(target):
            if argument.id in self._structured:
                continue
            symbol = "+" if argument.polarity is Polarity.SUPPORT else "-"
            if argument.target not in self._titles and symbol == "-":
                symbol = "_"
            for premise in dict.fromkeys(argument.premises):
                line = f"  {symbol} [{self._titles[premise]}]"
                if line in written:
                    self._losses.say("the same argument twice is one relation", argument.span)
                else:
                    yield line
                written.add(line)

    def _structure(self, argument: Argument) -> Iterator[str]:
        label = argument.label
        is_title = label and not _UNTITLED.search(label) and slug(label, "") == argument.id
        yield f"<{label if is_title else argument.id}>"
        yield from self._relations(argument.id)
        yield ""
        premises = list(dict.fromkeys(argument.premises))
        for number, premise in enumerate(premises, start=1):
            yield f"({number}) [{self._titles[premise]}]"
        known = schemes.named(argument.scheme) if argument.scheme else None
        rule = known.name if known and known.id == argument.scheme else argument.scheme
        yield f"-- {_rule(rule)} --" if rule else "----"
        yield f"({len(premises) + 1}) [{self._titles[argument.target]}]"
        yield ""

    def _note_lost(self) -> None:
        reached = set(self._titles) | self._structured
        for argument in self._map.arguments:
            if argument.id in self._structured:
                continue
            if argument.target not in reached:
                self._losses.drop("argument on what is no title", "argument", argument.span)
                continue
            if len(argument.premises) > 1:
                self._losses.say(
                    "Argdown has no linked premises against something: they are written one by one",
                    argument.span,
                )
            for what, value in (("label", argument.label), ("schemes", argument.scheme)):
                if value:
                    self._losses.drop(f"{what} for a relation", "argument", argument.span)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", text)


def _tag(tag: str) -> str:
    return f"#{tag}" if _PLAIN_TAG.fullmatch(tag) else f"#({one_line(tag).replace(')', '')})"


def _rule(rule: str) -> str:
    return re.sub(r"-{2,}|[{}(),]", " ", one_line(rule))
