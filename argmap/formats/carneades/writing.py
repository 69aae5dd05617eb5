"""ArgumentMap → Carneades’s YAML.

Carneades has only arguments for statements. What speaks against a claim is written as an argument
for its negation, and both are positions of an issue; what undercuts a step, as one for a statement
that the step does not apply. A statement is in one issue at most, and a proof standard is that of
the issue.
"""

from collections.abc import Iterable, Mapping, Sequence

from argmap.formats.carneades.elements import GIVEN, NEGATION, NOT, STANDARDS
from argmap.formats.carneades.terms import terms_of
from argmap.formats.carriers.yaml_text import Bare, Block, Inline, Item, written
from argmap.formats.losses import PARTS, Losses, kept
from argmap.model import STRENGTHS, Argument, ArgumentMap, Claim, Polarity, Standard, Status
from argmap.weighing import Expected

NOTATION = "Carneades"
KEEPS = frozenset(
    {
        "map.title",
        "map.description",
        "map.expectations",
        "claim.label",
        "claim.contradicts",
        "claim.status",
        "claim.given",
        "claim.standard",
        "claim.unstated",
        "claim.note",
        "argument.label",
        "argument.scheme",
        "argument.strength",
        "argument.note",
    }
)
_LABELS = {
    **dict.fromkeys((Expected.ACCEPTED, Expected.STANDS), "in"),
    **dict.fromkeys((Expected.REJECTED, Expected.FALLS, Expected.NOT_SHOWN), "out"),
    Expected.UNDECIDED: "undecided",
}


def written_graph(a_map: ArgumentMap, losses: Losses) -> tuple[str, Mapping[str, str]]:
    """Return the graph of a map, and the terms of its claims by their ids."""
    a_map = kept(a_map, keeps=KEEPS, losses=losses)
    writer = _Writer(a_map, losses)
    return written(writer.root()), {claim.id: writer.terms[claim.id] for claim in a_map.claims}


class _Writer:
    """Knows the terms of all parts, and which arguments are written."""

    def __init__(self, a_map: ArgumentMap, losses: Losses) -> None:
        self._map = a_map
        self._losses = losses
        self._arguments = self._without_backing()
        self.terms = terms_of((*a_map.claims, *self._arguments))
        self._argued = {a.target for a in self._arguments if a.polarity is Polarity.SUPPORT}
        self._attacked = {a.target for a in self._arguments if a.polarity is Polarity.ATTACK}
        self._standards = dict(self._written_standards())
        contradicting = {claim.id for claim in a_map.claims if claim.contradicts}
        contradicting |= {other for claim in a_map.claims for other in claim.contradicts}
        self._beatable = {*self._attacked, *self._standards, *contradicting}
        self._given = {claim.id for claim in a_map.claims if self._is_given(claim)}
        # The stricter standards need weights.
        weighs = any(a.strength is not None for a in self._arguments)
        weighs = weighs or any(a_map.claims_by_id[name].given for name in self._given)
        self._is_weighed = weighs or bool(self._standards)
        self._schemes = self._named_schemes()

    def root(self) -> Block:
        """Return the whole file."""
        root = Block()
        root.add("meta", _meta(title=self._map.title, description=self._map.description))
        root.add("argument_schemes", self._written_schemes())
        root.add("statements", Block(dict(self._statements())))
        root.add("issues", self._issues())
        arguments = {self.terms[one.id]: self._argument(one) for one in self._arguments}
        root.add("arguments", Block({**arguments, **dict(self._givings())}))
        assumed = [self.terms[claim.id] for claim in self._map.claims if self._is_assumed(claim)]
        assumed += [self._denial(c.id) for c in self._map.claims if self._is_put_out(c)]
        root.add("assumptions", assumed)
        root.add("tests", self._tests())
        return root

    def _without_backing(self) -> tuple[Argument, ...]:
        """Return the arguments but for those that back a step, and those that bear on these."""
        by_id = self._map.arguments_by_id
        found = []
        for argument in self._map.arguments:
            one: Argument | None = argument
            while one and (one.target not in by_id or one.polarity is Polarity.ATTACK):
                one = by_id.get(one.target)
            if one is None:
                found.append(argument)
            else:
                self._losses.drop("backing", None, argument.span)
        return tuple(found)

    def _statements(self) -> Iterable[tuple[str, Item]]:
        for claim in self._map.claims:
            term = self.terms[claim.id]
            id = None if term == claim.id else claim.id
            block = Block({"text": claim.text})
            block.add(
                "meta", _meta(title=claim.label, id=id, note=claim.note, unstated=claim.unstated)
            )
            yield term, claim.text if block.keys() == {"text"} else block
            if self._is_denied(claim.id):
                yield self._denial(claim.id), NOT + claim.text
        for argument in self._arguments:
            if argument.id in self._attacked:
                yield self._denial(argument.id), self._denial(argument.id)

    def _denial(self, id: str) -> str:
        """Return the term of what is concluded against a claim, or against a step."""
        is_claim = id in self._map.claims_by_id
        return NEGATION + (self.terms[id] if is_claim else f"app({self.terms[id]})")

    def _argument(self, argument: Argument) -> Block:
        is_support = argument.polarity is Polarity.SUPPORT
        target = self.terms[argument.target] if is_support else self._denial(argument.target)
        premises = tuple(self.terms[premise] for premise in dict.fromkeys(argument.premises))
        block = Block({"conclusion": target, "premises": Inline(premises)})
        block.add("scheme", self._schemes.get(self._scheme_of(argument)))
        if argument.id in self._attacked:
            block.add("undercutter", self._denial(argument.id))
        id = None if self.terms[argument.id] == argument.id else argument.id
        block.add("meta", _meta(title=argument.label, id=id, note=argument.note))
        return block

    def _scheme_of(self, argument: Argument) -> tuple[str | None, float | None]:
        if not self._is_weighed:
            return argument.scheme, None
        # Without a weight an argument would have the greatest of all.
        strength = argument.strength
        return argument.scheme, STRENGTHS["moderate"] if strength is None else strength

    def _named_schemes(self) -> Mapping[tuple[str | None, float | None], str]:
        wanted = dict.fromkeys(map(self._scheme_of, self._arguments))
        given = sorted(name for name in self._given)
        wanted |= {(None, self._map.claims_by_id[name].given): None for name in given}
        wanted.pop((None, None), None)
        wanted.pop((None, 0.0), None)
        return {key: f"scheme{number}" for number, key in enumerate(wanted, start=1)}

    def _written_schemes(self) -> Sequence[Item]:
        """Return a list of the schemes: Carneades takes no mapping here."""
        found = [_scheme(name, *key) for key, name in self._schemes.items()]
        if any(not self._map.claims_by_id[name].given for name in self._given):
            # What is given gives way to any argument against it.
            weights = [weight for _, weight in self._schemes if weight is not None]
            found.append(_scheme(GIVEN, None, min([0.001, *(one / 2 for one in weights)])))
        return found

    def _givings(self) -> Iterable[tuple[str, Item]]:
        """Yield an argument without premises for each given claim that something may beat."""
        taken = set(self.terms.values())
        for claim in self._map.claims:
            if claim.id in self._given:
                name = f"given_{self.terms[claim.id]}"
                while name in taken:
                    name += "_"
                taken.add(name)
                scheme = self._schemes[None, claim.given] if claim.given else GIVEN
                yield name, Block({"conclusion": self.terms[claim.id], "scheme": scheme})

    def _is_given(self, claim: Claim) -> bool:
        """Return whether a claim stands unless something beats it, and something may."""
        is_unargued = claim.status is None and claim.id not in self._argued
        return (is_unargued or claim.status is Status.ASSUMED) and claim.id in self._beatable

    def _is_put_out(self, claim: Claim) -> bool:
        """Return whether a claim is rejected by assuming its negation, since it is argued for."""
        if claim.status is not Status.REJECTED or claim.id not in self._argued:
            return False
        return claim.id not in self._beatable

    def _issues(self) -> Block:
        block = Block()
        placed: set[str] = set()
        for claims in self._contradictory():
            positions = [self.terms[one] for one in claims]
            positions += [self._denial(one) for one in claims if self._is_denied(one)]
            placed.update(claims)
            if len(positions) > 1:
                issue = Block({"positions": Inline(tuple(positions))})
                issue.add("standard", self._standard_of(claims))
                block[f"issue{len(block) + 1}"] = issue
        return block

    def _written_standards(self) -> Iterable[tuple[str, str]]:
        """Yield the claims that have a stricter standard, with its name; tell the other kinds."""
        names = {standard: name for name, standard in STANDARDS.items()}
        for claim in self._map.claims:
            if claim.standard in (None, Standard.PREPONDERANCE):
                continue
            if claim.standard in names:
                yield claim.id, names[claim.standard]
            else:
                message = f"Carneades has no standard “{claim.standard}”: dropped"
                self._losses.say(message, claim.span)

    def _is_denied(self, claim: str) -> bool:
        """Return whether the negation of a claim is written: a standard needs something to beat."""
        is_put_out = self._is_put_out(self._map.claims_by_id[claim])
        return claim in self._attacked or claim in self._standards or is_put_out

    def _standard_of(self, claims: Sequence[str]) -> str | None:
        """Return the standard of an issue: the strictest of those of its claims; tell others."""
        wanted = [self._standards.get(claim) for claim in claims]
        strictest = max(wanted, key=lambda name: list(STANDARDS).index(name or "PE"))
        if len(set(wanted)) > 1:
            message = (
                "Carneades has one standard for an issue: contradicting claims get the strictest"
            )
            self._losses.say(message, self._map.claims_by_id[claims[0]].span)
        return strictest

    def _contradictory(self) -> Iterable[list[str]]:
        """Yield claims that all contradict each other, each claim once; tell the other pairs."""
        others: dict[str, set[str]] = {claim.id: set() for claim in self._map.claims}
        for claim in self._map.claims:
            for other in claim.contradicts:
                others[claim.id].add(other)
                others[other].add(claim.id)
        placed: set[str] = set()
        order = {claim.id: number for number, claim in enumerate(self._map.claims)}
        for claim in self._map.claims:
            if claim.id in placed:
                continue
            together = [claim.id]
            for other in sorted(others[claim.id], key=order.__getitem__):
                if other not in placed and others[other].issuperset(together) and other != claim.id:
                    together.append(other)
            placed.update(together)
            for one in together:
                for _ in others[one].difference(together) | (others[one] & {one}):
                    message = "Carneades has one issue a statement: further contradictions are lost"
                    self._losses.say(message, self._map.claims_by_id[one].contradicts_span)
            yield together

    def _is_assumed(self, claim: Claim) -> bool:
        """Return whether a claim is assumed there: it stands, argued for or not."""
        is_argued = claim.id in self._argued
        if claim.given and claim.id not in self._given:
            self._losses.drop(PARTS["claim.given"], "claim", claim.span)
        if claim.status is Status.CERTAIN and claim.id not in self._beatable:
            self._losses.say("Carneades has no certain statements: they are assumed", claim.span)
        if claim.status is Status.OPEN and not is_argued:
            message = "Carneades has no open statements: what is neither assumed nor argued is out"
            self._losses.say(message, claim.span)
        if claim.status is Status.REJECTED and is_argued and not self._is_put_out(claim):
            message = "Carneades cannot reject what is argued for and disputed: the status is lost"
            self._losses.say(message, claim.span)
        if claim.id in self._given:
            return False
        if claim.status in (Status.ASSUMED, Status.CERTAIN):
            return True
        return claim.status is None and not is_argued

    def _tests(self) -> Block:
        found: dict[str, list[str]] = {}
        for expected in self._map.expectations:
            if expected.id not in self._map.claims_by_id:
                self._losses.drop("tests of arguments", None, expected.span)
            elif expected.verdict is None or not expected.is_plain:
                self._losses.drop("tests of degrees, semantics and audiences", None, expected.span)
            else:
                found.setdefault(_LABELS[expected.verdict], []).append(self.terms[expected.id])
        return Block({label: Inline(tuple(terms)) for label, terms in found.items()})


def _scheme(id: str, scheme: str | None, weight: float | None) -> Block:
    block = Block({"id": id})
    block.add("meta", _meta(title=scheme))
    if weight is not None:
        block.add("weight", Block({"constant": Bare(_number(weight))}))
    return block


def _number(weight: float) -> str:
    """Return a number with a point, without which readers of YAML take `1e-05` for a text."""
    digits = repr(weight)
    return digits if "." in digits else digits.replace("e", ".0e")


def _meta(*, unstated: bool = False, **texts: str | None) -> Block:
    block = Block()
    for key, text in texts.items():
        block.add(key, text)
    block.add("unstated", Bare("true") if unstated else None)
    return block
