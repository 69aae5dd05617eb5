"""ArgumentMap → the elements of a safety case, in the YAML of gsn2x.

A claim is a goal, and an argument with more to say than its premises a strategy. What gsn2x checks
is obeyed, because it draws no case that is otherwise: an element challenges one thing, and a
counter goal has one argument, without a strategy.
"""

from collections.abc import Iterable, Sequence

from argmap.formats.carriers.yaml_text import Block, written
from argmap.formats.graphs.reading import says_something
from argmap.formats.gsn.elements import Kind, type_told_by
from argmap.formats.gsn.modules import MODULE
from argmap.formats.gsn.opposing import Opposing, Place, is_named, tell_nameless
from argmap.formats.gsn.parts import Part, free, listed, shown
from argmap.formats.gsn.reach import require_reach
from argmap.formats.gsn.remarks import remarks_in
from argmap.formats.gsn.roles import Roles
from argmap.formats.losses import PARTS, Losses, kept
from argmap.model import Argument, ArgumentMap, Claim, Polarity, Status
from argmap.values import one_line

NOTATION = "Goal Structuring Notation"
KEEPS = frozenset(
    {
        "map.title",
        "map.description",
        "map.theses",
        "claim.status",
        "claim.tags",
        "claim.link",
        "claim.note",
        "argument.label",
        "argument.tags",
        "argument.note",
    }
)
_DEFEATED = "defeated"
_IN_CONTEXT = {Kind.CONTEXT, Kind.ASSUMPTION, Kind.JUSTIFICATION}
_OTHER_NAME = "an element has no id without a letter, none with “/” and no “module”: it is changed"
_OF_FILE = "the name of a file before an id is left out: all modules share their ids in GSN"
_JOINED = "a counter goal has one argument in gsn2x: its arguments are joined to one"
_BARE = "labels, notes and tags of arguments for a counter goal are left out"


def case_of(a_map: ArgumentMap, losses: Losses) -> dict[str, Part]:
    """Return the elements of the case that a map is, by their names, and tally what it loses."""
    writer = _Writer(kept(a_map, keeps=KEEPS, losses=losses), losses)
    parts = writer.parts()
    require_reach(parts, losses, a_map.span)
    return parts


def text_of_case(
    parts: Iterable[Part], *, name: str | None, brief: str | None, uses: Sequence[str] = ()
) -> str:
    """Return the YAML of elements, with the heading of their module where there is one."""
    root = Block()
    if name is not None or brief is not None or uses:
        heading = Block({"name": shown(name or ""), "brief": shown(brief or "")})
        heading.add("uses", listed(uses))
        root.add(MODULE, heading)
    root |= {shown(part.name): part.block() for part in parts}
    return written(root)


class _Writer:
    def __init__(self, a_map: ArgumentMap, losses: Losses) -> None:
        self._map, self._losses = a_map, losses
        self._roles = Roles(a_map, losses)
        self._parts: dict[str, Part] = {}
        self._names = self._named()
        self._taken = set(self._names.values())
        self._opposing = Opposing(a_map, self._roles, self._names, self._parts, losses)

    def parts(self) -> dict[str, Part]:
        """Return all elements."""
        supports: dict[str, list[Argument]] = {claim.id: [] for claim in self._map.claims}
        for argument in self._roles.written(polarity=Polarity.SUPPORT):
            supports[argument.target].append(argument)
        for claim in self._map.claims:
            self._add_claim(claim, bool(supports[claim.id]))
            support = self._support_counter if self._is_counter(claim.id) else self._support
            support(claim, supports[claim.id])
        for argument in self._roles.written(polarity=Polarity.ATTACK):
            self._opposing.add(argument)
        self._opposing.mark_defeated()
        self._tell_theses()
        return self._parts

    def _is_counter(self, claim: str) -> bool:
        return claim in self._roles.counters

    def _named(self) -> dict[str, str]:
        """Return the names of elements by the ids of claims and arguments."""
        ids = [*(one.id for one in self._map.claims), *(one.id for one in self._map.arguments)]
        names = {id: id for id in ids if _is_name(id)}
        taken = set(names)
        for id in ids:
            if id in names:
                continue
            claim = self._map.claims_by_id.get(id)
            # Within its file it is called so.
            last = id.rpartition("/")[2]
            is_free = _is_name(last) and last not in taken
            prefix = "S" if claim is None else "G"
            names[id] = last if is_free else free(f"{prefix}-{id.replace('/', '-')}", taken)
            taken.add(names[id])
            if claim is not None:
                self._losses.say(_OF_FILE if is_free else _OTHER_NAME, claim.span)
        return names

    def _add_claim(self, claim: Claim, is_supported: bool) -> None:
        kind, is_counter = self._roles.kinds[claim.id], self._is_counter(claim.id)
        part = Part(self._names[claim.id], kind, claim.text, _file(claim), is_counter)
        part.url = claim.link
        part.undeveloped = claim.status is Status.OPEN and not is_supported
        is_told = part.undeveloped or (claim.status is Status.ASSUMED and kind is Kind.ASSUMPTION)
        if claim.status is not None and not is_told:
            self._losses.drop(PARTS["claim.status"], "claim", claim.span)
        told = set() if kind is Kind.GOAL else {kind.lower()}
        told |= {"undeveloped"} if part.undeveloped else set()
        part.classes = [tag for tag in claim.tags if tag not in told]
        self._parts[part.name] = part
        kinds: set[Kind] = set()
        if kind in (Kind.GOAL, Kind.STRATEGY) and not is_counter:
            # In the context of what is argued for, the others would be premises and backing.
            kinds = {Kind.CONTEXT} if is_supported else _IN_CONTEXT
        self._remark(part, claim, claim.text, kinds)

    def _remark(self, part: Part, of: Claim | Argument, text: str | None, kinds: set[Kind]) -> None:
        """Give an element what a note says: the lines of its text, its contexts, and the rest."""
        found = remarks_in(of.note, text, lambda name, said: self._is_context(name, said, kinds))
        part.text, part.note = found.written or text, found.rest
        for name, said in found.contexts:
            part.in_context_of.append(name)
            if name not in self._taken:
                kind = Kind(type_told_by(name) or Kind.CONTEXT)
                self._parts.setdefault(name, Part(name, kind, said, part.file))

    def _is_context(self, name: str, said: str, kinds: set[Kind]) -> bool:
        """Return whether a note of something with contexts of some kinds names one of them."""
        if type_told_by(name) not in kinds:
            return False
        claim = self._map.claims_by_id.get(name)
        if name in self._taken:
            is_same = claim is not None and claim.text == said
            return is_same and self._roles.kinds[name] in kinds and self._roles.is_told(name)
        return name not in self._parts or self._parts[name].text == said

    def _support(self, claim: Claim, arguments: Sequence[Argument]) -> None:
        """Write the arguments for a goal: the first may be without a strategy."""
        part = self._parts[self._names[claim.id]]
        for argument in arguments:
            premises, backing = self._premises(argument), self._roles.backing(argument.id)
            assumed = [n for n in premises if self._roles.kinds[n] is Kind.ASSUMPTION]
            plain = [self._names[name] for name in premises if name not in assumed]
            is_first = argument is arguments[0] and not (assumed and len(arguments) > 1)
            if is_first and not backing and _says_nothing(argument):
                step, end = part, plain[0]
                self._opposing.places[argument.id] = Place.between(part.name, end)
            else:
                step = self._strategy(argument, part)
                end = step.name
                part.supported_by.append(end)
                self._opposing.places[argument.id] = Place.of(end)
            if _DEFEATED in argument.tags:
                part.defeated_relations.append(end)
            step.supported_by += plain
            step.in_context_of += [self._names[name] for name in assumed]
            for one in backing:
                names = [self._names[name] for name in one.premises]
                step.in_context_of += names
                self._opposing.places[one.id] = Place.between(step.name, names[0])

    def _strategy(self, argument: Argument, goal: Part) -> Part:
        name = self._names[argument.id]
        part = Part(name, Kind.STRATEGY, None, _file(argument) or goal.file)
        part.classes = [tag for tag in argument.tags if tag != _DEFEATED]
        self._parts[name] = part
        label = argument.label and one_line(argument.label)
        self._remark(part, argument, label, {Kind.CONTEXT})
        return part

    def _support_counter(self, claim: Claim, arguments: Sequence[Argument]) -> None:
        """Write the arguments for a counter goal as one."""
        part = self._parts[self._names[claim.id]]
        if len(arguments) > 1:
            self._losses.say(_JOINED, arguments[1].span)
        for argument in arguments:
            if argument.label or argument.note or set(argument.tags) - {_DEFEATED}:
                self._losses.say(_BARE, argument.span)
            tell_nameless(argument, self._losses)
            names = [self._names[name] for name in self._premises(argument)]
            part.supported_by += names
            self._opposing.places[argument.id] = Place.between(part.name, names[0])
            if _DEFEATED in argument.tags:
                part.defeated_relations.append(names[0])

    def _premises(self, argument: Argument) -> Sequence[str]:
        return self._roles.premises[argument.id]

    def _tell_theses(self) -> None:
        """Tell where others are theses than those that arguments lead to, and that lead nowhere."""
        written = [a for p in Polarity for a in self._roles.written(polarity=p)]
        used = {name for one in written for name in self._premises(one)}
        used |= self._roles.justifying
        roots = {one.target for one in written if one.target in self._map.claims_by_id} - used
        if self._map.theses and set(self._map.theses) != roots:
            self._losses.drop(PARTS["map.theses"], None, self._map.span)


def _is_name(id: str) -> bool:
    return says_something(id) and id != MODULE and "/" not in id


def _says_nothing(argument: Argument) -> bool:
    """Return whether an argument has nothing that only a strategy can say."""
    tags = set(argument.tags) - {_DEFEATED}
    return not (argument.label or argument.note or tags or is_named(argument))


def _file(part: Claim | Argument) -> str:
    return part.span.file if part.span else ""
