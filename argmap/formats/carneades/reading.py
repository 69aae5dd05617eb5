"""A tree of YAML → what a file of Carneades says, with its faults and losses."""

from collections.abc import Iterator
from dataclasses import replace

from argmap.document import Mapping, Node, Scalar, Sequence
from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.carneades.elements import (
    BASIC_WEIGHINGS,
    GIVEN,
    STANDARDS,
    ArgumentScheme,
    Case,
    Inference,
    Meta,
    Statement,
    Weighing,
    instance,
    term,
)
from argmap.formats.carneades.weighings import WeighingReader
from argmap.formats.carriers.yaml_document import (
    entries_of,
    items_of,
    scalar_of,
    scalars_of,
    text_of,
)
from argmap.formats.losses import Losses
from argmap.kinds.truth import TRUE
from argmap.model import Label, Standard
from argmap.source import Span

_NOTES = ("note", "notes", "description")
_LABELS = {"in": Label.ACCEPTED, "out": Label.REJECTED, "undecided": Label.UNDECIDED}
_LOST = {
    "issue_schemes": "patterns of issues",
    "references": "references",
}


class CaseReader:
    """Reads one file. Faults go to the log, what a map cannot hold to the losses."""

    def __init__(self, file: str, log: FaultLog, losses: Losses) -> None:
        """Begin a case."""
        self.case = Case(file)
        self._log = log
        self._losses = losses
        self._unused_schemes: dict[str, Span] = {}
        self._weighings = WeighingReader(self.case.weighings, log, losses)

    def read(self, root: Mapping) -> Case:
        """Return what the file says."""
        parts = {entry.key.value: entry for entry in root.entries}
        known = {
            "meta": self._read_meta,
            "language": self._read_language,
            "statements": self._read_statements,
            "assumptions": self._read_assumptions,
            "weighing_functions": self._weighings.read_named,
            "argument_schemes": self._read_schemes,
            "arguments": self._read_arguments,
            "issues": self._read_issues,
            "tests": self._read_tests,
            "labels": self._read_tests,
        }
        for key, read in known.items():
            if key in parts:
                read(parts[key].value)
        for span in self._unused_schemes.values():
            self._losses.drop("schemes that derive arguments by themselves", "map", span)
        for key, entry in parts.items():
            if key in _LOST:
                self._losses.drop(_LOST[key], "map", entry.key.span)
            elif key not in known:
                self._losses.say(f"the key {quoted(key)} is left out", entry.key.span)
        return self.case

    def _read_meta(self, node: Node) -> None:
        self.case.meta = self._meta(node)

    def _read_language(self, node: Node) -> None:
        for entry in entries_of(node, "“language”", self._log):
            words = text_of(entry.value, "words of the language", self._log)
            if words is not None:
                self.case.language[term(entry.key.value)] = words

    def _read_statements(self, node: Node) -> None:
        for entry in entries_of(node, "“statements”", self._log):
            name, span = term(entry.key.value), entry.key.span
            if isinstance(entry.value, Mapping):
                text = text_of(entry.value.get("text"), "a text", self._log)
                assumed = text_of(entry.value.get("assumed"), "“assumed”", self._log)
                if assumed is not None and assumed.lower() in ("true", "yes"):
                    self.case.assumptions[name] = span
                label = scalar_of(entry.value.get("label"), "a label", self._log)
                if label is not None and label.value in _LABELS:
                    self.case.expected[name] = (_LABELS[label.value], label.span)
                meta = self._meta(entry.value.get("meta"))
            else:
                text, meta = text_of(entry.value, "a statement", self._log), Meta()
            self.case.statements[name] = Statement(name, text, span, meta)

    def _read_assumptions(self, node: Node) -> None:
        for scalar in scalars_of(node, "“assumptions”", self._log):
            self.case.assumptions[self._mentioned(scalar)] = scalar.span

    def _read_issues(self, node: Node) -> None:
        for entry in entries_of(node, "“issues”", self._log):
            issue = Mapping(entries_of(entry.value, "an issue", self._log), entry.value.span)
            positions = scalars_of(issue.get("positions"), "positions", self._log)
            names = tuple(map(self._mentioned, positions))
            self.case.issues.append(names)
            standard = scalar_of(issue.get("standard"), "a standard", self._log)
            if standard is not None:
                self._read_standard(standard, names)

    def _read_standard(self, written: Scalar, positions: tuple[str, ...]) -> None:
        standard = STANDARDS.get(written.value.upper())
        if standard is None:
            message = f"an issue’s standard is {', '.join(STANDARDS)}: {quoted(written.value)}"
            self._losses.say(f"{message} is left out", written.span)
        elif standard is not Standard.PREPONDERANCE:
            self.case.standards.update(dict.fromkeys(positions, standard))

    def _read_tests(self, node: Node) -> None:
        for entry in entries_of(node, "“tests”", self._log):
            label = _LABELS.get(entry.key.value)
            if label is None:
                message = f"a test is of {', '.join(_LABELS)}, not of {quoted(entry.key.value)}"
                self._log.report(Fault.BAD_VALUE, entry.key.span, message)
                continue
            for scalar in scalars_of(entry.value, "a test", self._log):
                self.case.expected[self._mentioned(scalar)] = (label, scalar.span)

    def _read_schemes(self, node: Node) -> None:
        for name, span, body in self._named(node, "“argument_schemes”"):
            self._unused_schemes[name] = span
            self.case.schemes[name] = ArgumentScheme(
                self._terms(body.get("variables")),
                (*self._terms(body.get("premises")), *self._terms(body.get("assumptions"))),
                self._terms(body.get("exceptions")),
                self._terms(body.get("conclusions")),
                self._meta(body.get("meta")).title,
                self._weighings.read(body.get("weight")) or Weighing(),
                self._properties(body.get("meta")),
            )
            for key in ("guards", "deletions"):
                if body.get(key) is not None:
                    self._losses.drop(f"{key} of schemes", None, body.span)

    def _read_arguments(self, node: Node) -> None:
        for name, span, body in self._named(node, "“arguments”"):
            scheme = text_of(body.get("scheme"), "a scheme", self._log)
            self._unused_schemes.pop(scheme or "", None)
            pattern = self.case.schemes.get(scheme or "", ArgumentScheme())
            given = scalars_of(body.get("parameters"), "parameters", self._log)
            values = dict(zip(pattern.variables, (s.value for s in given), strict=False))
            weighing = self._weighings.read(body.get("weight") or body.get("weigth"))
            found = Inference(
                name,
                self._premises(body.get("premises")),
                "".join(self._statements(body.get("conclusion"))[:1]),
                span,
                self._statements(body.get("undercutter")),
                scheme,
                weighing or pattern.weighing,
                pattern.properties,
                meta=self._meta(body.get("meta")),
            )
            found = self._weighed(self._completed(found, pattern, values))
            if not found.conclusion:
                message = f"the argument {quoted(name)} has no conclusion"
                self._log.report(Fault.MISSING_TEXT, span, message)
            self.case.inferences[name] = found

    def _completed(
        self, found: Inference, pattern: ArgumentScheme, values: dict[str, str]
    ) -> Inference:
        """Return an argument with what its scheme says of it."""
        if len(values) < len(pattern.variables):
            return found
        premises, conclusions, exceptions = (
            tuple(instance(one, values) for one in terms)
            for terms in (pattern.premises, pattern.conclusions, pattern.exceptions)
        )
        for name in (*premises, *conclusions, *exceptions):
            self.case.statements.setdefault(name, Statement(name, None, found.span))
        return replace(
            found,
            premises=found.premises or premises,
            conclusion=found.conclusion or next(iter(conclusions), ""),
            undercutters=(*found.undercutters, *exceptions),
        )

    def _weighed(self, found: Inference) -> Inference:
        """Return an argument whose scheme is none, but a way of weighing, with that way."""
        if found.scheme in BASIC_WEIGHINGS and found.scheme not in self.case.schemes:
            return replace(found, scheme=None, weighing=Weighing(found.scheme or ""))
        known = self.case.schemes.get(found.scheme or "")
        if known is None:
            return found
        # One that only weighs is no pattern of argument.
        is_pattern = known.premises or known.conclusions or known.weighing == Weighing()
        name = known.title or (found.scheme if is_pattern else None)
        is_mark = found.scheme == GIVEN and not found.premises
        return replace(found, scheme=name, is_mark=is_mark)

    def _properties(self, node: Node | None) -> dict[str, str]:
        """Return what orders of schemes may go by."""
        return {
            entry.key.value: entry.value.value.strip()
            for entry in entries_of(node, "“meta”", self._log)
            if isinstance(entry.value, Scalar)
        }

    def _premises(self, node: Node | None) -> tuple[str, ...]:
        if isinstance(node, Mapping):
            self._losses.drop("roles of premises", "argument", node.span)
        return self._statements(node)

    def _statements(self, node: Node | None) -> tuple[str, ...]:
        """Return the statements that a list, a mapping of roles or a lone text names."""
        return tuple(self._mentioned(scalar) for scalar in self._scalars(node))

    def _terms(self, node: Node | None) -> tuple[str, ...]:
        """Return the terms of a scheme, which may have variables."""
        return tuple(term(scalar.value) for scalar in self._scalars(node))

    def _scalars(self, node: Node | None) -> tuple[Scalar, ...]:
        if isinstance(node, Mapping):
            node = Sequence(tuple(entry.value for entry in node.entries), node.span)
        return scalars_of(node, "a statement", self._log)

    def _mentioned(self, scalar: Scalar) -> str:
        name = term(scalar.value)
        self.case.mentions.setdefault(name, scalar.span)
        return name

    def _named(self, node: Node, what: str) -> Iterator[tuple[str, Span, Mapping]]:
        """Yield the parts of a mapping by their keys, or those of a list by their ids."""
        if isinstance(node, Sequence):
            for number, item in enumerate(items_of(node), start=1):
                body = Mapping(entries_of(item, "each item", self._log), item.span)
                name = text_of(body.get("id"), "an id", self._log) or f"a{number}"
                yield name, item.span, body
            return
        for entry in entries_of(node, what, self._log):
            body = Mapping(entries_of(entry.value, what, self._log), entry.value.span)
            yield term(entry.key.value), entry.key.span, body

    def _meta(self, node: Node | None) -> Meta:
        title = id = None
        unstated = False
        notes = []
        for entry in entries_of(node, "“meta”", self._log):
            texts = [s.value.strip() for s in items_of(entry.value) if isinstance(s, Scalar)]
            text = ", ".join(filter(None, texts))
            if entry.key.value == "title":
                title = text or None
            elif entry.key.value == "id":
                id = text or None
            elif entry.key.value == "unstated" and text in TRUE:
                unstated = True
            elif text:
                notes.append(text if entry.key.value in _NOTES else f"{entry.key.value}: {text}")
        return Meta(title, id, "\n".join(notes) or None, unstated)
