"""What of a map is drawn, and how it is judged: what every box and pill is made from."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from argmap.drawing.citing import citing_line
from argmap.drawing.options import DrawingOptions
from argmap.drawing.shapes import Box, Pill, Role
from argmap.evaluation.verdicts import Evaluation
from argmap.languages import words_in
from argmap.languages.words import Words
from argmap.model import Argument, ArgumentMap, Claim, Label, Polarity
from argmap.view import View

Shape = TypeVar("Shape", Box, Pill)


@dataclass(frozen=True, kw_only=True)
class Showing:
    """A view of a map, how to draw it, and the verdicts to show.

    `changed` are the ids of claims and arguments whose verdict is another one than that of the map
    as it is written; `degrees` are numbers from 0 to 1 to show on claims.
    """

    view: View
    options: DrawingOptions
    evaluation: Evaluation | None = None
    changed: Collection[str] = ()
    degrees: Mapping[str, float] | None = None

    @property
    def map(self) -> ArgumentMap:
        """Return the part of the map to show."""
        return self.view.map

    @cached_property
    def words(self) -> Words:
        """Return argmap's own words in the language of the map."""
        return words_in(self.map.language)

    @cached_property
    def roles(self) -> Mapping[str, Role]:
        """Return what each claim does in the whole map, by its first use."""
        whole = self.view.whole
        roles = dict.fromkeys(whole.theses, Role.THESIS)
        for argument in whole.arguments:
            for premise in argument.premises:
                roles.setdefault(premise, role_of(argument))
        for claim in whole.claims:
            roles.setdefault(claim.id, Role.NEUTRAL)
        return roles

    @cached_property
    def stepped(self) -> frozenset[str]:
        """Return the ids of the arguments that show their step as a pill."""
        return frozenset(one.id for one in self.map.arguments if self._shows_its_step(one))

    def _shows_its_step(self, argument: Argument) -> bool:
        return bool(
            len(argument.premises) > 1
            or argument.id in self.view.companions
            or argument.label
            or argument.scheme
            or self.map.arguments_on(argument.id)
        )

    @cached_property
    def naming(self) -> frozenset[str]:
        """Return the claims that name what they cite; the others leave out the only source."""
        citing = [claim.id for claim in self.map.claims if claim.citations]
        if len(self.map.sources) > 1:
            return frozenset(citing)
        theses = set(self.map.theses).intersection(citing)
        return frozenset(theses or citing[:1])

    def small_line(self, claim: Claim) -> str:
        """Return the line at the foot of a box, an empty text where there is nothing to say.

        It says what the claim cites, that it is unstated, and how well it must be shown.
        """
        parts = self.words.remarks_on(claim)
        if self.options.sources:
            full = claim.id in self.naming
            sources = self.map.sources_by_id
            cited = citing_line(claim.citations, sources=sources, full=full, words=self.words)
            parts = (cited, *parts)
        return " · ".join(filter(None, parts))

    def told(self, claim: Claim) -> str:
        """Return the whole claim in words, with the rule of its standard where it has its own."""
        text = claim.text if claim.label is None else f"{claim.label}: {claim.text}"
        return " ".join((text, *(f"({remark})" for remark in self.words.explained(claim))))

    def more(self, claim: Claim) -> tuple[str, ...]:
        """Return the lines that say how the map goes on unseen."""
        words, view = self.words, self.view
        below, above = view.hidden_below.get(claim.id), view.hidden_above.get(claim.id)
        lines = []
        if below:
            lines.append(words.hidden_below.format(words.counted(words.claims, below)))
        if above:
            lines.append(words.hidden_above.format(words.counted(words.claims, above)))
        return tuple(lines)

    def aim(self, argument: Argument) -> str:
        """Return what an argument is for or against, in words."""
        words, linked = self.words, len(argument.premises) > 1
        if argument.polarity is Polarity.SUPPORT:
            aim = words.linked_for if linked else words.single_for
        else:
            aim = words.linked_against if linked else words.single_against
        return aim.format(words.quoted(argument.target))

    def fails(self, argument: Argument) -> bool:
        """Return whether an argument has no effect: it fell, or attacks what stands."""
        if self.evaluation is None:
            return False
        if self.evaluation.arguments[argument.id].label is Label.REJECTED:
            return True
        attacks = argument.polarity is Polarity.ATTACK
        return attacks and self.evaluation.verdict(argument.target).label is Label.ACCEPTED

    def judged(self, shape: Shape) -> Shape:
        """Return a shape with its verdict, where verdicts are shown."""
        if self.evaluation is None:
            return shape
        standing = self.evaluation.verdict(shape.id).standing
        return replace(shape, verdict=standing, changed=shape.id in self.changed)


def role_of(argument: Argument) -> Role:
    """Return the role that an argument gives to its premises."""
    return Role.SUPPORT if argument.polarity is Polarity.SUPPORT else Role.ATTACK
