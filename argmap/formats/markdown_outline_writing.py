"""ArgumentMap → a list in Markdown; `markdown_outline` says what its marks mean."""

import re
from collections.abc import Iterator

from argmap.formats.losses import Losses, Writing, kept
from argmap.identifiers import slug
from argmap.model import Argument, ArgumentMap, Polarity

KEEPS = frozenset({"map.title", "map.theses", "claim.tags"})
_PLAIN_TAG = re.compile(r"[\w-]*[^\W\d_][\w-]*")
_SPECIAL = re.compile(
    r"^(?=[-+*&~•#])|(?<!\S)(?=#)|(?=\{#)|\\(?=[-+*&~•#{\\]|[a-z]+[ \t]*:)"
    r"|(?<=^)(?=(?:pro|con|for|against|supports?|opposes?|because|but|however|reason|objection"
    r"|rebuttal)[ \t]*:)",
    re.IGNORECASE,
)
# How deep, the mark, a claim, and the argument that it is a premise of.
_Line = tuple[int, str, str, Argument | None]


def dumps(a_map: ArgumentMap) -> Writing:
    """Return the map as a list in Markdown."""
    losses = Losses("An outline")
    reduced = kept(a_map, keeps=KEEPS, losses=losses)
    # Which claims are referred to, and so need their ids, shows when all is written.
    referred = _Writer(reduced, Losses(""), frozenset())
    for _ in referred.lines():
        pass
    writer = _Writer(reduced, losses, frozenset(referred.referred))
    return Writing("\n".join(writer.lines()) + "\n", losses.diagnostics())


class _Writer:
    def __init__(self, a_map: ArgumentMap, losses: Losses, named: frozenset[str]) -> None:
        self.referred: set[str] = set()
        self._map, self._losses, self._named = a_map, losses, named
        self._done: set[str] = set()

    def lines(self) -> Iterator[str]:
        """Yield the lines of the outline."""
        if self._map.title:
            yield from (f"# {self._map.title}", "")
        # What is still to be written, the last first.
        waiting: list[_Line] = []
        for root in self._roots():
            waiting.append((0, "-", root, None))
            while waiting:
                depth, mark, claim, step = waiting.pop()
                is_new = claim not in self._done
                yield f"{'  ' * depth}{mark} {self._told(claim)}"
                self._done.add(claim)
                following = list(self._below(depth + 1, claim)) if is_new else []
                if step is not None and claim == step.premises[-1]:
                    following += self._on_step(depth + 1, step)
                waiting += reversed(following)

    def _roots(self) -> Iterator[str]:
        yield from self._map.theses
        for claim in self._map.claims:
            if claim.id not in self._done:
                self._losses.say("what no thesis leads to stands on the first level as well")
                yield claim.id

    def _below(self, depth: int, target: str) -> Iterator[_Line]:
        for argument in self._map.arguments_on(target):
            mark = "+" if argument.polarity is Polarity.SUPPORT else "-"
            yield from self._premises(depth, mark, argument)

    def _on_step(self, depth: int, step: Argument) -> Iterator[_Line]:
        for argument in self._map.arguments_on(step.id):
            if argument.polarity is Polarity.SUPPORT:
                self._losses.drop("support for a step", "argument", argument.span)
            else:
                yield from self._premises(depth, "~", argument)

    def _premises(self, depth: int, mark: str, argument: Argument) -> Iterator[_Line]:
        for number, premise in enumerate(dict.fromkeys(argument.premises)):
            yield depth, mark if number == 0 else "&", premise, argument

    def _told(self, name: str) -> str:
        if name in self._done:
            self.referred.add(name)
            return f"{{#{name}}}"
        claim = self._map.claims_by_id[name]
        text = _SPECIAL.sub(lambda found: f"\\{found[0]}", claim.text)
        tags = [tag for tag in claim.tags if _PLAIN_TAG.fullmatch(tag)]
        if len(tags) < len(claim.tags):
            self._losses.say("tags of several words are left out", claim.span)
        shown = "".join(f" #{tag}" for tag in tags)
        has_own = name in self._named or slug(None, claim.text) != name
        return f"{text}{shown}{f' {{#{name}}}' if has_own else ''}"
