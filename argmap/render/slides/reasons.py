"""Why something stands or falls, as half a sentence in the language of the map.

`argmap/render/explorer/modules/labelling/news.js` says the same where a reader asks.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from argmap.evaluation.verdicts import Evaluation, ReasonKind, Verdict
from argmap.languages.words import Words
from argmap.model import ArgumentMap, Polarity, Status
from argmap.outline import mention, step_name
from argmap.values import within_sentence
from argmap.weighing import Standing

MOST_NAMED = 3
_COUNTED = (ReasonKind.STANDS, ReasonKind.UNSUPPORTED)
_BY_ARGUMENTS = (ReasonKind.UNSUPPORTED, ReasonKind.CIRCULAR)


@dataclass(frozen=True, slots=True)
class Reasons:
    """The reasons of verdicts on a map; what is not in it is counted, and not named."""

    map: ArgumentMap
    evaluation: Evaluation
    words: Words

    def of(self, id: str) -> str:
        """Return why a claim or an argument has its verdict, as a sentence."""
        said = self.half(id)
        return f"{said[:1].upper()}{said[1:]}."

    def half(self, id: str) -> str:
        """Return why a claim or an argument has its verdict, as half a sentence."""
        verdict = self.evaluation.verdict(id)
        home = self.map.claims_by_id[id].home if id in self.map.claims_by_id else None
        if home is not None and home.verdict is verdict.standing:
            return self.words.away[verdict.standing].format(home.map)
        known = [one for one in verdict.reason.because if self._is_shown(one)]
        hidden = len(verdict.reason.because) - len(known)
        decided = self._deciding(id, verdict, known)
        kind = self._kind(id, verdict)
        # Where the words are on what is named, two of one name are one.
        named = decided if verdict.reason.kind in _COUNTED else self._names(decided)
        several = self.words.reasons_of_several if len(named) + hidden > 1 else {}
        told = several.get(kind) or self.words.reasons[kind]
        return told.format(self._listed(decided, hidden)) if "{}" in told else told

    def named(self, id: str) -> str:
        """Return what a claim or an argument is called within a sentence."""
        if id in self.map.claims_by_id:
            return self.quoted(id)
        argument = self.map.arguments_by_id[id]
        scheme = step_name(argument) if len(argument.premises) > MOST_NAMED else ""
        own = argument.label or scheme
        if own:
            return self.words.argument_named.format(self.words.quoted(within_sentence(own)))
        first, *others = dict.fromkeys(argument.premises)
        if not others:
            return self.quoted(first)
        return self.words.linked.format(self.quoted(first), self._listed(others, 0))

    def quoted(self, id: str) -> str:
        """Return a claim by its headline, in quotes and without a full stop."""
        return self.words.quoted(within_sentence(mention(self.map.claims_by_id[id])))

    def _is_shown(self, id: str) -> bool:
        return id in self.map.claims_by_id or id in self.map.arguments_by_id

    def _kind(self, id: str, verdict: Verdict) -> str:
        """Return the word for a reason: what the author lays down is told apart from a question."""
        claim, kind = self.map.claims_by_id.get(id), verdict.reason.kind
        status = claim.status if claim else None
        if kind is ReasonKind.GRANTED and status is Status.CERTAIN:
            return "certain"
        if kind is ReasonKind.REJECTED and status is Status.REJECTED:
            return "rejected-by-author"
        unproven = kind is ReasonKind.PREMISE_FELL and verdict.standing is Standing.NOT_SHOWN
        return "premise-not-shown" if unproven else kind.value

    def _deciding(self, id: str, verdict: Verdict, known: Sequence[str]) -> list[str]:
        """Return what is named of what decided: of what fell, only what is for it."""
        if verdict.reason.kind not in _BY_ARGUMENTS:
            return list(known)
        supports = {one.id for one in self.map.arguments_on(id, Polarity.SUPPORT)}
        return [one for one in known if one in supports]

    def _names(self, ids: Sequence[str]) -> list[str]:
        return list(dict.fromkeys(self.named(one) for one in ids))

    def _listed(self, ids: Sequence[str], hidden: int) -> str:
        words = self.words
        names = self._names(ids)
        if hidden:
            names.append(words.untold)
        if len(names) > MOST_NAMED:
            rest = len(names) - MOST_NAMED + 1
            names[MOST_NAMED - 1 :] = [words.counted(words.others, rest)]
        return words.listed(tuple(names)) if names else words.untold
