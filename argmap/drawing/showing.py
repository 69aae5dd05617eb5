"""What of a map is drawn, and how it is judged: what every box and pill is made from."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from argmap.drawing.citing import citing_line, short_names
from argmap.drawing.measure import text_width
from argmap.drawing.options import DrawingOptions
from argmap.drawing.shapes import Drawing, Lead, Role
from argmap.drawing.sizes import SMALL_TEXT_SIZE
from argmap.evaluation.verdicts import Evaluation
from argmap.languages import words_in
from argmap.languages.words import Words
from argmap.model import Argument, ArgumentMap, Claim, Label, Polarity
from argmap.view import View
from argmap.weighing import Standing


@dataclass(frozen=True, kw_only=True)
class Showing:
    """A view of a map, how to draw it, and the verdicts to show.

    `changed` are the ids of claims and arguments whose verdict is another one than that of the map
    as it is written, `accepted` and `rejected` those that are supposed to stand or to fall;
    `degrees` are numbers from 0 to 1 to show on claims. `part_names` are what the parts of the map
    are called, by their numbers, and `whole_roles` the roles where they are known already; `whole`
    is the drawing of all parts, where the legend is to speak for it.
    """

    view: View
    options: DrawingOptions
    evaluation: Evaluation | None = None
    changed: Collection[str] = ()
    accepted: Collection[str] = ()
    rejected: Collection[str] = ()
    degrees: Mapping[str, float] | None = None
    part_names: Sequence[str] = ()
    whole_roles: Mapping[str, Role] | None = None
    whole: Drawing | None = None

    def of(self, view: View, *, part_names: Sequence[str]) -> "Showing":
        """Return how a part of the same map is shown."""
        return replace(self, view=view, part_names=part_names, whole_roles=self.roles)

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
        if self.whole_roles is not None:
            return self.whole_roles
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

    @cached_property
    def source_names(self) -> Mapping[str, str]:
        """Return what the sources of the whole map are called, by their ids."""
        return short_names(self.view.whole.sources, self.words)

    def small_line(self, claim: Claim) -> str:
        """Return the line at the foot of a box, an empty text where there is nothing to say.

        It says what the claim cites, in what other map it is argued, that it is unstated, and how
        well it must be shown; of a claim that is only named here, nothing.
        """
        if claim.id in self.view.named:
            return ""
        parts = self.words.remarks_on(claim)
        if self.options.sources:
            full = claim.id in self.naming
            cited = citing_line(claim.citations, names=self.source_names, full=full)
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

    def leads(self, claim: Claim, room: float) -> tuple[Lead, ...]:
        """Return a line for each part in which a claim goes on, cut to its room."""
        words = self.words
        found = []
        for onward in self.view.onward.get(claim.id, ()):
            place = f"→ {self.part_names[onward.part]}"
            if onward.contradicts is not None:
                line = self._cut(words.contradicts + " ", onward.contradicts, f" {place}", room)
                if not self._has_room(line, room):
                    line = self._cut(f"{place}: ", onward.contradicts, "", room)
            else:
                counted = words.counted(words.claims, onward.claims)
                line = self._cut(f"{place}: ", onward.title, f" · {counted}", room)
            found.append(Lead(line if self._has_room(line, room) else place, onward.part))
        return tuple(found)

    def _cut(self, before: str, name: str, after: str, room: float) -> str:
        """Return a line in which a name is cut so that all has room, if it can be."""
        short = name
        while short and not self._has_room(f"{before}{short}{after}", room):
            name = name[:-1]
            short = f"{name.rstrip(' ,;:.…')}…" if name.strip() else ""
        if short:
            return f"{before}{short}{after}"
        return f"{before.rstrip(' :')}{after}"

    def _has_room(self, line: str, room: float) -> bool:
        return (
            text_width(line, size=SMALL_TEXT_SIZE, italic=True) <= room / self.options.letter_width
        )

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

    def verdict(self, name: str) -> Standing | None:
        """Return the verdict on a claim or a step, where verdicts are shown."""
        return None if self.evaluation is None else self.evaluation.verdict(name).standing

    def has_changed(self, name: str) -> bool:
        """Return whether the verdict shown is another one than that of the map as written."""
        return self.evaluation is not None and name in self.changed


def role_of(argument: Argument) -> Role:
    """Return the role that an argument gives to its premises."""
    return Role.SUPPORT if argument.polarity is Polarity.SUPPORT else Role.ATTACK
