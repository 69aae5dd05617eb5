"""A text in Argdown → what it says; what breaks the grammar is reported, and reading goes on."""

from dataclasses import dataclass

from argmap.document import Mapping
from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.argdown.data import data_of, flag
from argmap.formats.argdown.elements import (
    CIRCLE,
    NEGATION,
    UNSTATED,
    ArgdownDocument,
    Inference,
    Kind,
    Part,
    Reference,
    Relation,
)
from argmap.formats.argdown.grouping import Grouping
from argmap.formats.argdown.including import with_included
from argmap.formats.argdown.inline import Content, content_of
from argmap.formats.argdown.levels import Levels
from argmap.formats.argdown.lines import Element, Sort, elements
from argmap.formats.argdown.scanning import Scanner
from argmap.formats.argdown.structures import Structure, tell_unused
from argmap.formats.losses import Losses
from argmap.project import Folder

_KINDS = {"+": Kind.SUPPORT, "-": Kind.ATTACK, "_": Kind.UNDERCUT, "><": Kind.CONTRADICTORY}
# What is known from the place of a thing in the text, and needs no field in a map.
_HEEDED = ("isInGroup", "isGroup", "isCanonical", NEGATION, UNSTATED, "uses")


@dataclass(slots=True)
class _Heading:
    """A heading that is open: what follows it belongs to its section."""

    level: int
    title: str
    is_group: bool


def document_of(
    text: str,
    *,
    file: str,
    log: FaultLog,
    losses: Losses,
    folder: Folder | None = None,
    included: dict[str, str] | None = None,
) -> ArgdownDocument:
    """Return what a text says; faults and losses have their places.

    What the text includes is read from `folder`; where that is None, nothing is. It is added to
    `included`, by the names of the files.
    """
    texts = {} if included is None else included
    joined = with_included(text, file=file, folder=folder, log=log, losses=losses, included=texts)
    settings = joined.settings
    reader = _Reader(log, losses)
    reader.document.files = joined.modules(log)
    reader.document.title = settings.title
    reader.document.description = settings.description
    reader.document.is_strict, reader.grouping = settings.is_strict, settings.grouping
    for element in elements(Scanner(joined.text, origins=joined.origins, log=log), log):
        reader.take(element)
    reader.end_structure()
    settings.grouping.regroup(reader.document)
    for relation in reader.document.resolve():
        losses.say(CIRCLE, relation.span)
    return reader.document


class _Reader:
    def __init__(self, log: FaultLog, losses: Losses) -> None:
        self.document, self.grouping = ArgdownDocument(), Grouping()
        self._log, self._losses = log, losses
        self._headings: list[_Heading] = []
        self._section: str | None = None
        # What a more indented line relates to, from the outermost one on.
        self._above = Levels()
        self._structure: Structure | None = None
        self._last_argument: str | None = None
        # What has its section from where it is defined, and not only mentioned.
        self._placed: set[tuple[bool, str]] = set()

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
            self._last_argument = None
            if element.sort is Sort.HEADING:
                self._take_heading(element)
            elif thing := self._thing(element):
                is_alone = thing[0].is_argument and element.sort is Sort.PLAIN
                self._last_argument = thing[0].title if is_alone else None
                is_item = element.sort is Sort.ITEM
                level = element.indent + 1 if is_item else 0
                self._above.begin(thing[0], marked=thing[1], level=level)

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
        else:
            tell_unused(structure.spans.items(), argument.steps, self._losses)

    def _take_heading(self, element: Element) -> None:
        level, data = len(element.symbol), self._data(element, "heading")
        while self._headings and self._headings[-1].level >= level:
            self._headings.pop()
        content = content_of(element.content, has_title=False)
        if content.tags:
            self._losses.say("a group has no tags: those of headings are left out", element.span)
        title = content.text
        is_group = bool(title) and self.grouping.is_group(title, flag(data, "isGroup"))
        if is_group and any(one.is_group for one in self._headings):
            self._losses.say(
                "a group has no group inside: outer headings are left out", element.span
            )
        self._headings.append(_Heading(level, title, is_group))
        groups = [one.title for one in self._headings if one.is_group]
        self._section = groups[-1] if groups else None

    def _take_numbered(self, element: Element) -> None:
        number = int(element.symbol)
        if self._structure is None or (element.after_empty and number == 1):
            self.end_structure()
            self._structure = Structure(self._argument_for(element))
        structure = self._structure
        self._above.clear()
        found = self._thing(element)
        if found is None or found[0].is_argument:
            if found is not None:
                message = "the lines of an argument are statements, not arguments"
                self._log.report(Fault.NOTATION_SYNTAX, element.span, message)
            return
        thing, marked = found
        self._above.begin(thing, marked=marked)
        structure.take(number, thing.title, element.span, self._losses)
        if structure.inference is not None:
            self._conclude(structure, thing.title)
        structure.gathered.append(thing.title)

    def _conclude(self, structure: Structure, conclusion: str) -> None:
        inference = structure.inference
        assert inference is not None
        data = self._data(inference, "inference")
        premises, rule = structure.conclude(data, self._losses)
        order = self.document.next_order()
        step = Inference(premises, conclusion, rule, inference.span, order)
        self.document.arguments[structure.argument].steps.append(step)

    def _take_inference(self, element: Element) -> None:
        structure = self._structure
        if structure is None or not structure.gathered or structure.inference is not None:
            message = "an inference stands between premises, such as “(1) …”, and a conclusion"
            self._log.report(Fault.NOTATION_SYNTAX, element.span, message)
            return
        step = len(self.document.arguments[structure.argument].steps)
        self._above.begin(Reference(structure.argument, True, step))
        structure.inference = element

    def _argument_for(self, element: Element) -> str:
        """Return the title of the argument whose premises begin here."""
        title, self._last_argument = self._last_argument, None
        if title is not None and not self.document.arguments[title].steps:
            self.document.arguments[title].section = self._section
            return title
        if title is not None:
            message = f"the argument {quoted(title)} has premises and a conclusion already"
            self._log.report(Fault.DUPLICATE_ID, element.span, message)
        name = self.document.untitled()
        self.document.arguments[name] = Part(name, element.span, False, section=self._section)
        return name

    def _take_relation(self, element: Element) -> None:
        indent = self._above.outdented(element.indent)
        parent = self._above.innermost
        if parent is None or element.after_empty:
            message = "this line relates to nothing: indent it below what it relates to"
            if parent is not None:
                message = "an empty line divides this from what it relates to"
            self._log.report(Fault.NOTATION_SYNTAX, element.span, message)
            self._above.clear()
            return
        below = self._thing(element)
        if below is None:
            return
        child, marked = below
        self._above.add(indent, child, marked=marked)
        kind = _KINDS[element.symbol.strip("<>") or "><"]
        outgoing = element.symbol.endswith(">") and element.symbol != "><"
        source, target = (parent, child) if outgoing else (child, parent)
        if fault := _fault_between(parent, child, kind, outgoing):
            self._log.report(Fault.NOTATION_SYNTAX, element.span, fault)
            return
        if kind is Kind.CONTRADICTORY:
            source, target = parent, child
        structure = self._structure
        concluded = Reference(structure.concluded or "") if structure else None
        if kind is Kind.UNDERCUT and not outgoing and structure and parent == concluded:
            # What undercuts a conclusion in its structure undercuts the inference above it.
            step = len(self.document.arguments[structure.argument].steps) - 1
            target = Reference(structure.argument, True, step)
        order = self.document.next_order()
        self.document.relations.append(Relation(kind, source, target, element.span, order))

    def _thing(self, element: Element) -> tuple[Reference, bool | None] | None:
        """Note a statement or an argument; return it, and whether its text is canonical."""
        content = content_of(element.content)
        fault = content.fault
        if element.sort is Sort.PLAIN and element.content.startswith("==="):
            fault = "settings stand at the head of a text, before everything else"
        if fault:
            self._log.report(Fault.NOTATION_SYNTAX, element.span, fault)
            return None
        parts = self.document.arguments if content.is_argument else self.document.statements
        title = content.title or self.document.untitled()
        reference = Reference(title, content.is_argument)
        part = parts.get(title)
        if part is None:
            part = parts[title] = Part(title, element.span, content.title is not None)
            part.section = self._section
        elif not content.is_reference and not part.texts:
            part.span = element.span
        data = self._data(element, "part")
        is_canonical = None
        if content.text:
            is_canonical = flag(data, "isCanonical") is True
            # What has others below it ends after them.
            inside = self._above.enclosing(reference) if part.texts else None
            part.take_text(content.text, element.span, is_canonical=is_canonical, inside=inside)
            part.is_negation = flag(data, NEGATION) is True
        part.unstated = part.unstated or flag(data, UNSTATED) is True
        part.tags += [tag for tag in content.tags if tag not in part.tags]
        part.link = part.link or content.link
        self._place(part, content, data)
        if content.has_lost:
            self._losses.say("a claim has one link: further ones are left out", element.span)
        return reference, is_canonical

    def _place(self, part: Part, content: Content, data: Mapping | None) -> None:
        """Put a part into the section where it is defined, or that its metadata choose."""
        key = (content.is_argument, part.title)
        is_in_group = flag(data, "isInGroup")
        is_defined = not content.is_reference and is_in_group is None
        if self._headings and (is_in_group or (is_defined and key not in self._placed)):
            part.section = self._section
            self._placed.add(key)

    def _data(self, element: Element, bearer: str) -> Mapping | None:
        """Return the metadata of an element; those that a map has no field for are lost."""
        found: Mapping | None = None
        for data in element.data:
            found = data_of(data, self._log) or found
            if found and any(entry.key.value not in _HEEDED for entry in found.entries):
                self._losses.drop("metadata", bearer, data.span)
        return found


def _fault_between(parent: Reference, child: Reference, kind: Kind, outgoing: bool) -> str | None:
    """Return why one thing cannot bear on another like this, or None where it can."""
    if parent.step is not None and (kind is not Kind.UNDERCUT or outgoing):
        return "an inference can only be undercut: “_” or “<_”"
    if kind is Kind.CONTRADICTORY and child.is_argument:
        return "only a statement can be contradicted"
    return None
