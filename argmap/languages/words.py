"""What argmap itself says in pictures and outlines, in one language."""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import NamedTuple

from argmap.model import Claim, Standard, Status
from argmap.outline import Relation, Telling
from argmap.weighing import Standing

Forms = tuple[str, ...]

# Something in quotation marks of whatever kind, with nothing of the kind in it.
_QUOTED = re.compile('[“„«"]\\s?([^“”„«»"]*?)\\s?[”“»"]')


class Change(StrEnum):
    """What has happened to a claim or a step since an older version of a map."""

    NEW = "new"
    GONE = "gone"
    REWORDED = "reworded"
    MOVED = "moved"
    CHANGED = "changed"
    FLIPPED = "flipped"


class Words(NamedTuple):
    """The words of one language; `tag` names it as in the attribute `lang`.

    `plural` tells which of the forms of a counted thing goes with a number. `{}` stands for a
    number, a name, or a counted thing. `verdicts` follow “the thesis”; `undecided` and `not_shown`
    stand alone. `standard_rules` are sentences that say what a standard asks for. `changes` are
    tags, so of one word each. `reasons` are halves of sentences on what a verdict rests on, by the
    words of ReasonKind; where several things decided and that makes a difference, those in
    `reasons_of_several` are said. `away` is said instead of what has its verdict from another map.
    """

    tag: str
    plural: Callable[[int], int]
    conjunction: str
    and_others: str
    no_year: str
    quotation: str
    inner_quotation: str

    map: str
    no_thesis: str
    map_for: str
    counts: str
    claims: Forms
    supports: Forms
    attacks: Forms
    thesis_is: str
    verdicts: Mapping[Standing, str]
    undecided: str
    not_shown: str
    statuses: Mapping[Status, str]
    unstated: str
    argued_in: str
    standard: str
    standards: Mapping[Standard, str]
    standard_rules: Mapping[Standard, str]
    weighed_for: str

    legend_support: str
    legend_rebuttal: str
    legend_rebuttal_or_undercut: str
    legend_contradiction: str
    legend_linked: str
    legend_step: str
    legend_unstated: str
    legend_away: str
    legend_without_effect: str
    legend_degree: str
    legend_changed: str
    changes: Mapping[Change, str]

    argument: str
    linked_for: str
    linked_against: str
    single_for: str
    single_against: str
    more: str
    hidden_below: str
    hidden_above: str

    relations: Mapping[Relation, str]
    speaks_for: str
    speaks_against: str
    together: str
    alone: str
    premises: Forms
    tellings: Mapping[Telling, str]
    contradicts: str
    note: str
    link: str
    link_back: str

    skip: str
    picture: str
    the_argument: str
    as_outline: str
    enlarge: str
    open_explorer: str
    close: str
    part_shown: str
    overview: str
    part: str
    page: str
    page_of: str
    sources: str
    cited_in: Forms

    moves: str
    moves_now: str
    moves_when_it_holds: str
    moves_when_it_fails: str

    news: Mapping[Standing, str]
    because: str
    argument_named: str
    argument_from: str
    linked: str
    others: Forms
    untold: str
    away: Mapping[Standing, str]
    reasons: Mapping[str, str]
    reasons_of_several: Mapping[str, str]

    def counted(self, forms: Forms, number: int) -> str:
        """Return a number with what it counts, such as “3 claims”."""
        return forms[self.plural(number)].format(number)

    def listed(self, names: tuple[str, ...]) -> str:
        """Return names as in a sentence, such as “A, B and C”."""
        *before, last = names or ("",)
        return f"{', '.join(before)} {self.conjunction} {last}" if before else last

    def judged(self, standing: Standing) -> str:
        """Return the word for a verdict as it stands alone, such as “falls” or “not shown”."""
        own = {Standing.UNDECIDED: self.undecided, Standing.NOT_SHOWN: self.not_shown}
        return own.get(standing) or self.verdicts[standing]

    def remarks_on(self, claim: Claim) -> tuple[str, ...]:
        """Return where else a claim is argued, that it is unstated, and its unusual standard."""
        unstated = [self.unstated] if claim.unstated else []
        # What stands for a whole file says its name already.
        if claim.home is not None and claim.home.map != claim.text:
            unstated.insert(0, self.argued_in.format(claim.home.map))
        if claim.standard in (None, Standard.PREPONDERANCE):
            return tuple(unstated)
        return (*unstated, self.standard.format(self.standards[claim.standard]))

    def status_of(self, claim: Claim) -> str | None:
        """Return the word for what the author declares of a claim, None where that is nothing."""
        declares = claim.status is not None and claim.home is None
        return self.statuses[claim.status] if declares and claim.status else None

    def explained(self, claim: Claim) -> tuple[str, ...]:
        """Return the remarks on a claim, that on its standard with what it asks for."""
        remarks = self.remarks_on(claim)
        if claim.standard in (None, Standard.PREPONDERANCE):
            return remarks
        rule = self.standard_rules[claim.standard].removesuffix(".")
        return (*remarks[:-1], f"{remarks[-1]}. {rule}")

    def quoted(self, text: str) -> str:
        """Return a text in quotation marks."""
        return self.quotation.format(text)

    def quoted_again(self, text: str) -> str:
        """Return a text in quotation marks, in which other marks stand for those of its own."""
        inner = self.inner_quotation.format(r"\1")
        return self.quoted(_QUOTED.sub(inner, text))


def uncapitalized(words: str) -> str:
    """Return words as they are within a sentence: with a small letter at their start."""
    return words[:1].lower() + words[1:]


def one_or_more(number: int) -> int:
    """Return the form for a number where only one is singular."""
    return 0 if number == 1 else 1
