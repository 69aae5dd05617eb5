"""Text → a Document: parsed again behind each fault, so that what can be read of it is."""

import contextlib
from dataclasses import dataclass
from typing import NamedTuple

import yaml

from argmap.diagnostics import Diagnostic
from argmap.document import loaders
from argmap.document.nodes import Node
from argmap.document.reading import MOST_PARTS, Prepared, prepare
from argmap.document.recovery import Lost, Repair
from argmap.document.tree import OF_A_MAP, Beginning, StopError, TreeBuilder
from argmap.faults import Fault, FaultLog, TooManyFaultsError

# The parser in pure Python words its errors better, but takes seconds for a megabyte.
LARGEST_REPARSED = 64 * 1024
# A text is parsed again behind each fault, and a large one takes long, so there is an end to it.
MOST_REPAIRS = 60
MOST_REPARSED = 2 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed text, and the lines of it that are not in the tree because of a fault.

    `root` is None where nothing could be made of it.
    """

    file: str
    text: str
    root: Node | None
    diagnostics: tuple[Diagnostic, ...] = ()
    lost: tuple[Lost, ...] = ()


class _Problem(NamedTuple):
    """What the parser complains of.

    `quoted` are the lines of the last text in quotes before it, `bracket` the line of the bracket
    within which it stands, 0 without one.
    """

    error: yaml.MarkedYAMLError
    quoted: tuple[int, int] = (0, 0)
    bracket: int = 0


def parse(data: bytes | str, *, file: str, beginning: Beginning = OF_A_MAP) -> Document:
    """Return the document that `data` holds, with what is wrong with it as YAML.

    `file` is the name that spans carry. Nothing is raised for a faulty text. A root that is not a
    mapping is a fault too, because nothing that argmap reads begins like that; `beginning` has the
    words for it.
    """
    log = FaultLog()
    prepared = prepare(data, file=file, log=log, most_parts=MOST_PARTS)
    if prepared.data is None:
        return Document(file, prepared.text, None, log.diagnostics)
    parser = _Parser(prepared, file, log, beginning)
    gone: set[Lost] = set()
    with contextlib.suppress(TooManyFaultsError):
        if b"<<<<<<<" in prepared.data:
            # Only then: it is seldom that Git has left something to be done.
            from argmap.document.conflicts import without_conflicts

            prepared, gone = without_conflicts(prepared, file=file, log=log)
        parser.parse(prepared)
    lost = tuple(sorted({*parser.lost, *gone}, key=lambda one: one.first))
    return Document(file, prepared.text, parser.root, log.diagnostics, lost)


class _Parser:
    """Parses one text again and again, until it has gone past all that is wrong with it."""

    def __init__(self, prepared: Prepared, file: str, log: FaultLog, beginning: Beginning) -> None:
        self.root: Node | None = None
        self.lost: tuple[Lost, ...] = ()
        self._text, self._file, self._log = prepared.text, file, log
        self._beginning = beginning
        self._read = 0
        self._gaps: list[int] = []

    def parse(self, prepared: Prepared) -> None:
        """Make the tree, and report what is wrong. Raises TooManyFaultsError."""
        assert prepared.data is not None, "only what may be parsed comes here"
        problem = None if prepared.indented else self._attempt(prepared.data)
        if problem is None and not prepared.indented:
            return
        if len(prepared.data) > MOST_REPARSED:
            if problem is not None:
                # Only where something is wrong, as below.
                from argmap.document.syntax import report_syntax_error

                report_syntax_error(problem.error, self._text, file=self._file, log=self._log)
            return
        repair = Repair(prepared.data.decode())
        repair.leave_out_blocks(prepared.indented)
        for _ in range(MOST_REPAIRS):
            if problem is not None:
                self._mend(problem, repair)
            problem = self._attempt(repair.text.encode(), mended=True)
            if problem is None or self._read > MOST_REPARSED:
                break
        if problem is not None and repair.lost:
            # All that can be had is what stands above the first fault.
            repair.leave_out_rest(repair.lost[0].first)
            self._attempt(repair.text.encode(), mended=True)
        lines = self._text.split("\n")
        gaps = (Lost(line, line, lines[line - 1]) for line in self._gaps)
        self.lost = tuple(sorted({*repair.lost, *gaps}, key=lambda one: one.first))

    def _attempt(self, data: bytes, *, mended: bool = False) -> _Problem | None:
        """Build the tree of a text; return what the parser stumbled over, or None."""
        used = [loaders.FASTEST]
        if loaders.FASTEST is not loaders.PURE and self._read + len(data) <= LARGEST_REPARSED:
            used.append(loaders.PURE)
        self._read += len(data)
        problem: _Problem | None = None
        for loader in used:
            log = FaultLog()
            builder = TreeBuilder(self._text, self._file, log, self._beginning)
            try:
                builder.build(loader, data)
            except (StopError, TooManyFaultsError):
                pass
            except yaml.MarkedYAMLError as error:
                problem = _Problem(error, builder.quoted, builder.bracket)
                continue
            except (yaml.YAMLError, ValueError, OverflowError):
                # An escape such as "\UFFFFFFFF" is too much for the parser in pure Python.
                unknown = yaml.MarkedYAMLError(problem="unknown escape character")
                problem = problem or _Problem(unknown)
                continue
            self.root, self._gaps = builder.root, builder.gaps
            self._log.add(one for one in log.diagnostics if not (mended and self._is_told(one)))
            return None
        return problem

    def _is_told(self, fault: Diagnostic) -> bool:
        """Return whether a fault of a mended text is told already, or comes from the mending."""
        lines = {one.span.start.line for one in self._log.diagnostics}
        return fault.code == Fault.NOT_A_MAP or fault.span.start.line in lines

    def _mend(self, problem: _Problem, repair: Repair) -> None:
        """Report a problem, unless an earlier one is its cause, and go past it."""
        from argmap.document.situations import Of
        from argmap.document.syntax import report_syntax_error

        log = FaultLog()
        written = self._text
        of = report_syntax_error(
            problem.error, repair.text, file=self._file, log=log, written=written
        )
        (fault,) = log.diagnostics
        mark = getattr(problem.error, "problem_mark", None)
        if of is Of.COLON and mark is not None and repair.take_colon(mark.index):
            self._log.add(log.diagnostics)
            return
        line, structural = fault.span.start.line, of is Of.LINES
        if repair.follows(line, structural=structural):
            repair.leave_out_more()
            return
        self._log.add(log.diagnostics)
        opening, end = problem.quoted
        if fault.code != Fault.YAML_SYNTAX:
            repair.leave_out_rest(line)
        elif problem.bracket:
            repair.leave_out(problem.bracket, structural=False)
        elif opening < end == line:
            # The quotation mark that ends a text here was meant to begin one.
            repair.leave_out(opening, structural=False)
        else:
            repair.leave_out(line, structural=structural)
