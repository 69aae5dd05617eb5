"""What a slide says of an argument in words: claim and premises, how it stands, and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argmap.drawing.citing import citing_line
from argmap.languages import words_in
from argmap.languages.words import Words
from argmap.model import Argument, ArgumentMap, Claim, Polarity
from argmap.outline import Relation, mention, step_name
from argmap.render.explorer.words import own_words
from argmap.render.language import own_language
from argmap.render.markup import Attributes, element, empty_tag, open_tag, text
from argmap.render.renderer import Picture
from argmap.render.slides.letters import Passage
from argmap.render.slides.reasons import Reasons
from argmap.values import within_sentence
from argmap.weighing import Standing

_ON_CLAIMS = {Polarity.SUPPORT: Relation.SUPPORT, Polarity.ATTACK: Relation.ATTACK}
_ON_STEPS = {Polarity.SUPPORT: Relation.BACKING, Polarity.ATTACK: Relation.UNDERCUT}
_SIGNS = {
    Standing.STANDS: "M-3.4,0.2l2.5,2.6l4.4,-5.4",
    Standing.FALLS: "M-2.6,-2.6l5.2,5.2M-2.6,2.6l5.2,-5.2",
    Standing.NOT_SHOWN: "M-2.7,0a2.7,2.7 0 1 1 5.4,0a2.7,2.7 0 1 1 -5.4,0",
    Standing.UNDECIDED: "M-2,-2.4A2.1,2.1 0 1 1 0,0.4v0.9M0,3.6v0.1",
}
# Beside the lines of a text: what is between paragraphs, and what a badge or an edge takes.
GAP = 16.0


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says what stands on slides, of what a picture shows."""

    picture: Picture

    @property
    def map(self) -> ArgumentMap:
        """Return what is shown of the map."""
        return self.picture.map

    @property
    def words(self) -> Words:
        """Return argmap's own words in the language of the map."""
        return words_in(self.map.language)

    @property
    def own_words(self) -> dict[str, str]:
        """Return the words of pages with a script, in the same language."""
        return dict(own_words(self.words.tag))

    @property
    def reasons(self) -> Reasons | None:
        """Return the reasons of all verdicts, None where there are none."""
        found = self.picture.evaluation
        return None if found is None else Reasons(self.map, found, self.words)

    def own(self, name: str, said: str, attributes: Attributes | None = None) -> str:
        """Return an element with words of argmap's own."""
        language = own_language(self.map.language)
        # By itself it would take its direction from a name at its begin. All its languages are
        # read rightwards.
        given = {**(attributes or {}), "lang": language, "dir": "ltr"}
        return element(name, given, text(said))

    def standing(self, id: str) -> Standing | None:
        """Return the verdict on a claim or an argument, if there is one."""
        found = self.picture.evaluation
        return None if found is None else found.verdict(id).standing

    def judged(self, id: str, said: str) -> str:
        """Return a text on a claim with its badge, and its word for those who cannot see that."""
        standing = self.standing(id)
        if standing is None:
            return text(said)
        unseen = self.own("span", f" ({self.words.judged(standing)})", {"class": "unseen"})
        return f"{sign(standing)}{text(said)}{unseen}"

    def verdict(self, id: str) -> Iterator[str]:
        """Yield how a claim or an argument stands, and why."""
        standing, reasons = self.standing(id), self.reasons
        if standing is None or reasons is None:
            return
        yield open_tag("p", {"class": f"verdict {standing.value}"})
        yield sign(standing)
        judged = self.words.judged(standing)
        yield self.own("strong", f"{judged[:1].upper()}{judged[1:]}.")
        yield f"{self.own('span', reasons.of(id), {'class': 'why'})}</p>"

    def bearing(self, argument: Argument) -> Relation:
        """Return how an argument bears on its target."""
        on_claim = argument.target in self.map.claims_by_id
        return (_ON_CLAIMS if on_claim else _ON_STEPS)[argument.polarity]

    def target(self, argument: Argument) -> str:
        """Return what an argument bears on: a claim in full, or a step as from where to where."""
        claim = self.map.claims_by_id.get(argument.target)
        if claim is not None:
            return claim.text
        step = self.map.arguments_by_id[argument.target]
        from_there = self.words.listed(tuple(self._quoted(one) for one in step.premises))
        # A step on steps leads to the claim that they lead to.
        while step.target in self.map.arguments_by_id:
            step = self.map.arguments_by_id[step.target]
        return f"{from_there} → {self._quoted(step.target)}"

    def _quoted(self, id: str) -> str:
        return self.words.quoted(within_sentence(mention(self.map.claims_by_id[id])))

    def cited(self, node: Claim | Argument) -> str:
        """Return what a claim or an argument cites and what else is to be said of it, in a line."""
        line = citing_line(node.citations, names=self.picture.showing.source_names, full=True)
        remarks = self.words.remarks_on(node) if isinstance(node, Claim) else ()
        return " · ".join(filter(None, (line, *remarks)))


def sign(standing: Standing) -> str:
    """Return the badge of a verdict as it stands in a text."""
    frame = {"viewBox": "-8 -8 16 16", "class": f"sign {standing.value}", "aria-hidden": "true"}
    parts = empty_tag("circle", {"r": 7.0}) + empty_tag("path", {"d": _SIGNS[standing]})
    return element("svg", frame, parts)


def argument_told(speaker: Speaker, argument: Argument) -> Iterator[str]:
    """Yield the words on an argument."""
    relation = speaker.bearing(argument)
    target = speaker.map.claims_by_id.get(argument.target)
    said = speaker.target(argument)
    heading = speaker.judged(target.id, said) if target else text(said)
    yield element("h2", {"dir": "auto"}, heading)
    yield open_tag("div", {"class": f"premises {relation}"})
    yield "<h3>"
    yield speaker.own("span", speaker.words.relations[relation])
    if _name(argument):
        yield element("span", {"class": "name", "dir": "auto"}, text(_name(argument)))
    yield "</h3>\n<ul>"
    for premise in dict.fromkeys(argument.premises):
        yield from _claim(speaker, speaker.map.claims_by_id[premise])
    yield "</ul>"
    if speaker.cited(argument):
        yield element("p", {"class": "cited", "dir": "auto"}, text(speaker.cited(argument)))
    yield "</div>"
    yield from speaker.verdict(argument.id)


def _name(argument: Argument) -> str:
    """Return the name of an argument as its picture has it: that of its scheme without a label."""
    return argument.label or step_name(argument)


def claim_told(speaker: Speaker, claim: Claim) -> Iterator[str]:
    """Yield the words on a claim that has no part in any argument."""
    yield element("h2", {"dir": "auto"}, speaker.judged(claim.id, claim.text))
    others = speaker.map.contradictions_of(claim.id)
    if others:
        yield '<div class="premises attack">'
        yield speaker.own("h3", speaker.words.contradicts)
        yield "<ul>"
        for other in others:
            yield from _claim(speaker, speaker.map.claims_by_id[other])
        yield "</ul></div>"
    if speaker.cited(claim):
        yield element("p", {"class": "cited", "dir": "auto"}, text(speaker.cited(claim)))
    yield from speaker.verdict(claim.id)


def _claim(speaker: Speaker, claim: Claim) -> Iterator[str]:
    yield '<li dir="auto">'
    yield element("p", {}, speaker.judged(claim.id, claim.text))
    if speaker.cited(claim):
        yield element("small", {"dir": "auto"}, text(speaker.cited(claim)))
    yield "</li>"


def passages(speaker: Speaker, node: Claim | Argument) -> Sequence[Passage]:
    """Return the texts that are told of a claim or an argument, as they take room."""
    reasons = speaker.reasons
    found = []
    if isinstance(node, Argument):
        claims = [speaker.map.claims_by_id[one] for one in dict.fromkeys(node.premises)]
        found.append(Passage(speaker.target(node), 1.5 * GAP, bold=True))
        relation = speaker.words.relations[speaker.bearing(node)]
        found.append(Passage(f"{relation} {_name(node)}", GAP, small=True, bold=True))
    else:
        claims = [speaker.map.claims_by_id[one] for one in speaker.map.contradictions_of(node.id)]
        found.append(Passage(node.text, GAP, bold=True))
    for claim in claims:
        found.append(Passage(claim.text, GAP))
        found.append(Passage(speaker.cited(claim), 0.0, small=True))
    found.append(Passage(speaker.cited(node), GAP, small=True))
    if reasons is not None:
        found.append(Passage(reasons.of(node.id), 2 * GAP, small=True))
    return [one for one in found if one.text]
