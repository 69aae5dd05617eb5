"""Premises, inferences and conclusions in the making: what each conclusion follows from."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from argmap.document import Mapping
from argmap.formats.argdown.data import numbers
from argmap.formats.argdown.elements import Inference
from argmap.formats.argdown.inline import plain
from argmap.formats.argdown.lines import Element
from argmap.formats.argdown.scanning import DATA
from argmap.formats.losses import Losses
from argmap.source import Span

_COMMA = re.compile(r"(?<!\\),")
# What an inference uses, as it was written before there were metadata.
_USES = re.compile(r"\(\s*uses:?[\d\s,]+\)")


@dataclass(slots=True)
class Structure:
    """A premise-conclusion structure in the making."""

    argument: str
    numbers: dict[int, str] = field(default_factory=dict)
    # Where the statements of its lines are.
    spans: dict[str, Span] = field(default_factory=dict)
    # What the next conclusion follows from, if nothing else is said.
    gathered: list[str] = field(default_factory=list)
    inference: Element | None = None
    # The conclusion that the latest line states, if it states one.
    concluded: str | None = None

    def take(self, number: int, title: str, span: Span, losses: Losses) -> None:
        """Note the statement of a line."""
        if number in self.numbers:
            losses.say("a number is there twice in an argument: “uses” means the last one", span)
        self.numbers[number] = title
        self.spans.setdefault(title, span)
        self.concluded = title if self.inference is not None else None

    def conclude(self, data: Mapping | None, losses: Losses) -> tuple[list[str], str | None]:
        """End the inference, which has `data`; return the titles of its premises, and its rule."""
        assert self.inference is not None
        written, span = self.inference.content.replace(DATA, ""), self.inference.span
        used = numbers(data, "uses")
        if found := _USES.search(written):
            written = _USES.sub("", written)
            used = [int(number) for number in re.findall(r"\d{1,9}", found[0])]
        if any(number not in self.numbers for number in used):
            losses.say("“uses” with a number that is not above is left out", span)
        premises = [self.numbers[number] for number in used if number in self.numbers]
        rules = map(plain, _COMMA.split(written))
        found_premises = premises or self.gathered
        self.inference, self.gathered = None, []
        return found_premises, ", ".join(one for one in rules if one) or None


def tell_unused(
    lines: Iterable[tuple[str, Span]], steps: Sequence[Inference], losses: Losses
) -> None:
    """Tell which lines of an argument no inference uses; lines are statements with their places."""
    for span in _unused(lines, steps):
        losses.say("a line that no inference uses is a claim beside its argument", span)


def _unused(lines: Iterable[tuple[str, Span]], steps: Sequence[Inference]) -> Iterator[Span]:
    used = {title for step in steps for title in (*step.premises, step.conclusion)}
    return (span for title, span in lines if title not in used)
