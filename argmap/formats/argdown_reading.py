"""A text in Argdown → what it says; what breaks the grammar is reported, and reading goes on."""

import re
from dataclasses import dataclass, field

import yaml

from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.argdown_document import (
    ArgdownDocument,
    Inference,
    Kind,
    Part,
    Reference,
    Relation,
)
from argmap.formats.argdown_inline import Content, content_of
from argmap.formats.argdown_lines import Element, Sort, elements, front_matter, without_comments
from argmap.formats.losses import Losses
from argmap.source import Span, at_start

_KINDS = {"+": Kind.SUPPORT, "-": Kind.ATTACK, "_": Kind.UNDERCUT, "><": Kind.CONTRADICTORY}
_STRICT = {Kind.SUPPORT: Kind.ENTAILS, Kind.ATTACK: Kind.CONTRARY}
_USES = re.compile(
    r"\(?\s*uses:?\s*\[?(?P<numbers>[\d\s,]+)\]?\s*\)?|\{.*?uses:\s*\[(?P<listed>[^\]]*)\].*\}"
)
_BRACES = re.compile(r"\{.*\}\s*$")
_INCLUDE = re.compile(r"@include\([^)\n]*\)")


@dataclass(slots=True)
class _Structure:
    """A premise-conclusion structure in the making."""

    argument: str
    numbers: dict[int, str] = field(default_factory=dict)
    # What the next conclusion follows from, if nothing else is said.
    gathered: list[str] = field(default_factory=list)
    inference: Element | None = None
    # The conclusion that the latest line states, if it states one.
    concluded: str | None = None


def document_of(text: str, *, file: str, log: FaultLog, losses: Losses) -> ArgdownDocument:
    """Return what a text says; faults and losses have their places."""
    settings, rest = front_matter(text)
    reader = _Reader(log, losses)
    if settings is not None:
        reader.take_settings(settings, at_start(file))
    for found in _INCLUDE.finditer(rest):
        line = rest.count("\n", 0, found.start()) + 1
        losses.say(f"{found[0]} is not followed: a file is read by itself", _line_span(file, line))
    rest = _INCLUDE.sub(lambda found: " " * len(found[0]), rest)
    for element in elements(without_comments(rest, file=file, log=log), file=file, log=log):
        reader.take(element)
    reader.end_structure()
    return reader.document


def _line_span(file: str, line: int) -> Span:
    start = at_start(file).start
    return Span(file, type(start)(line, 1), type(start)(line, 1))


class _Reader:
    def __init__(self, log: FaultLog, losses: Losses) -> None:
        self.document = ArgdownDocument()
        self._log, self._losses = log, losses
        self._section: str | None = None
        # What a more indented line relates to: the indentation, and the thing.
        self._above: list[tuple[int, Reference]] = []
        self._structure: _Structure | None = None
        self._last_argument: str | None = None

    def take_settings(self, settings: str, span: Span) -> None:
        """Take the title and the mode from the head of the text."""
        try:
            found = yaml.safe_load(settings)
        except (yaml.YAMLError, RecursionError, ValueError):
            self._log.report(Fault.NOTATION_SYNTAX, span, "the settings at the head are not YAML")
            return
        if not isinstance(found, dict):
            return
        title, model = found.get("title"), found.get("model")
        if isinstance(title, str) and title.strip():
            self.document.title = title
        self.document.is_strict = isinstance(model, dict) and model.get("mode") == "strict"
        if set(found) - {"title", "model"}:
            self._losses.say("further settings at the head are left out", span)

    def take(self, element: Element) -> None:
        """Take the next element of the text."""
        if element.sort is Sort.INFERENCE:
            self._take_inference(element)
        elif element.sort is Sort.NUMBERED:
            self._take_numbered(element)
        elif element.sort is Sort.RELATION:
            self._take_relation(element)
        else:
            self.end_structure()
            self._above.clear()
            if element.sort is Sort.HEADING:
                self._section = content_of(element.content).text or None
                self._last_argument = None
                return
            thing = self._thing(content_of(element.content), element)
            self._last_argument = thing.title if thing.is_argument else None
            self._above.append((element.indent, thing))

    def end_structure(self) -> None:
        """End the structure that is being read, if there is one."""
        structure, self._structure = self._structure, None
        if structure is None:
            return
        argument = self.document.arguments[structure.argument]
        if structure.inference is not None:
            message = "a conclusion should follow this inference"
            self._log.report(Fault.NOTATION_SYNTAX, structure.inference.span, message)
        elif not argument.steps:
            message = "these premises lead to nothing: an inference and a conclusion are missing"
            self._log.report(Fault.NOTATION_SYNTAX, argument.span, message)

    def _take_numbered(self, element: Element) -> None:
        number = int(element.symbol)
        if self._structure is None or (element.after_blank and number == 1):
            self.end_structure()
            self._structure = _Structure(self._argument_for(element))
        structure = self._structure
        if number in structure.numbers:
            message = f"({number}) is there twice in this argument"
            self._log.report(Fault.DUPLICATE_ID, element.span, message)
        content = content_of(element.content)
        if content.is_argument:
            message = "the lines of an argument are statements, not arguments"
            self._log.report(Fault.NOTATION_SYNTAX, element.span, message)
            return
        thing = self._thing(content, element)
        self._above = [(element.indent, thing)]
        structure.numbers[number] = thing.title
        structure.concluded = thing.title if structure.inference is not None else None
        if structure.inference is not None:
            self._conclude(structure, thing.title)
        structure.gathered.append(thing.title)

    def _conclude(self, structure: _Structure, conclusion: str) -> None:
        inference, structure.inference = structure.inference, None
        assert inference is not None
        rule, used = _rule_and_uses(inference.content)
        unknown = [number for number in used if number not in structure.numbers]
        for number in unknown:
            message = f"there is no line ({number}) above this inference"
            self._log.report(Fault.UNKNOWN_REFERENCE, inference.span, message)
        premises = [structure.numbers[number] for number in used if number not in unknown]
        step = Inference(premises or structure.gathered, conclusion, rule, inference.span)
        self.document.arguments[structure.argument].steps.append(step)
        structure.gathered = []

    def _take_inference(self, element: Element) -> None:
        structure = self._structure
        if structure is None or not structure.gathered or structure.inference is not None:
            message = "an inference stands between premises, such as “(1) …”, and a conclusion"
            self._log.report(Fault.NOTATION_SYNTAX, element.span, message)
            return
        self._above.clear()
        structure.inference = element

    def _argument_for(self, element: Element) -> str:
        """Return the title of the argument whose premises begin here."""
        title, self._last_argument = self._last_argument, None
        if title is not None and not self.document.arguments[title].steps:
            return title
        if title is not None:
            message = f"the argument {quoted(title)} has premises and a conclusion already"
            self._log.report(Fault.DUPLICATE_ID, element.span, message)
        number = sum(not one.is_named for one in self.document.arguments.values()) + 1
        while f"Untitled {number}" in self.document.arguments:
            number += 1
        name = f"Untitled {number}"
        self.document.arguments[name] = Part(name, element.span, False, section=self._section)
        return name

    def _take_relation(self, element: Element) -> None:
        while self._above and self._above[-1][0] >= element.indent:
            self._above.pop()
        content = content_of(element.content)
        if not self._above:
            message = "this line relates to nothing: indent it below what it relates to"
            self._log.report(Fault.NOTATION_SYNTAX, element.span, message)
            return
        parent = self._above[-1][1]
        child = self._thing(content, element)
        self._above.append((element.indent, child))
        kind = _KINDS[element.symbol.strip("<>") or "><"]
        outgoing = element.symbol.endswith(">") and element.symbol != "><"
        source, target = (parent, child) if outgoing else (child, parent)
        if kind is Kind.CONTRADICTORY:
            source, target = parent, child
            if parent.is_argument or child.is_argument:
                message = "only statements contradict each other"
                self._log.report(Fault.NOTATION_SYNTAX, element.span, message)
                return
        structure = self._structure
        if kind is Kind.UNDERCUT and structure and target == Reference(structure.concluded or ""):
            # What undercuts a conclusion in its structure undercuts the inference above it.
            target = Reference(structure.argument, True)
        if self.document.is_strict and not (source.is_argument or target.is_argument):
            kind = _STRICT.get(kind, kind)
        self.document.relations.setdefault(Relation(kind, source, target, element.span))

    def _thing(self, content: Content, element: Element) -> Reference:
        """Note a statement or an argument and return its title."""
        parts = self.document.arguments if content.is_argument else self.document.statements
        title = content.title or self.document.untitled()
        part = parts.get(title)
        if part is None:
            part = Part(title, element.span, content.title is not None, section=self._section)
            parts[title] = part
        elif content.is_definition and not part.texts:
            part.span = element.span
        if content.text:
            part.texts.append(content.text)
        part.tags += [tag for tag in content.tags if tag not in part.tags]
        part.link = part.link or content.link
        if content.metadata is not None:
            self._losses.drop("metadata", "part", element.span)
        if content.has_lost:
            self._losses.say("a claim has one link: further ones are left out", element.span)
        return Reference(title, content.is_argument)


def _rule_and_uses(written: str) -> tuple[str | None, list[int]]:
    found = _USES.search(written)
    numbers = re.findall(r"\d+", (found["numbers"] or found["listed"] or "") if found else "")
    rule = _BRACES.sub("", written if found is None else _USES.sub("", written)).strip(" ,;\t")
    return rule or None, [int(number) for number in numbers]
