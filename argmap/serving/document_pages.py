"""A document in Markdown as its host would show it, with its maps as figures.

Python-Markdown makes the page, as MkDocs does, and what the document itself says is cleaned of
all that runs or hides; only then the figures take their places.
"""

import re
import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

from argmap.diagnostics import Diagnostic
from argmap.embed.documents.fences import FencedMap, fenced_maps
from argmap.embed.documents.marked_places import Filled, places_in
from argmap.embed.documents.markups import markup_for
from argmap.embed.documents.page import Page
from argmap.embed.documents.place_shapes import shape_of
from argmap.embed.documents.syntaxes import MARKDOWN
from argmap.embed.hosts.hosting import Fence, hosted, in_box
from argmap.embed.library import Library, Place
from argmap.embed.options import OptionError
from argmap.embed.request import Request, Shape
from argmap.errors import ArgmapError, MissingExtraError
from argmap.faults import FaultLog
from argmap.project import Project, folder_of
from argmap.render.markup import element
from argmap.render.markup import text as escaped
from argmap.serving.map_pages import findings_of
from argmap.serving.shell import page_of
from argmap.serving.views import Finding, View, within

_EXTENSIONS = ("extra", "sane_lists", "admonition", "toc")
_METADATA = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)
_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_INDENT = re.compile(r"[ \t>]*")
_PROBLEM = re.compile(
    r"(?P<file>[^\n]*?):(?P<line>\d+)(?::(?P<column>\d+))?: (?P<message>.*)", re.S
)
# Beyond what is safe anyway: classes and the targets of links within the page.
_CLASSES = ("code", "div", "p", "span", "table", "pre", "section", "sup", "a")
_TARGETS = ("h1", "h2", "h3", "h4", "h5", "h6", "li", "sup", "dt")

# The markup that was last shown for each map of a document, by its number, with what it asked for.
Before = dict[tuple[Path, int], tuple[object, str]]


def document_view(file: Path, project: Project, shown_before: Before | None = None) -> View:
    """Return the page of a document; the findings are those on its maps.

    What was `shown_before` at the place of a map stands there, in grey, while it cannot be shown.
    Raises MissingExtraError where what makes the page is not installed.
    """
    try:
        data = folder_of(file, project).read(file.name)
    except ArgmapError as error:
        return View(file, None, (Finding(str(error), file=file),), (file,))
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    before = {} if shown_before is None else shown_before
    return _Document(file, project, before).view(text)


class _Stretch(NamedTuple):
    """A stretch of the document, and what gives the words that stand in its place."""

    start: int
    end: int
    shown: Callable[[], str]


def _starts_of_lines(lines: Sequence[str]) -> list[int]:
    return [0, *accumulate(len(line) + 1 for line in lines)]


def _apart(indent: str, words: str) -> str:
    """Return words as a paragraph of their own, within what lines with this indent belong to."""
    blank = indent.rstrip()
    return f"\n{blank}\n{indent}{words}\n{blank}\n{indent}"


class _Document:
    def __init__(self, file: Path, project: Project, before: Before) -> None:
        self._file, self._before = file, before
        self._library = Library(project)
        self._project = project
        self._files: dict[Path, None] = {file: None}
        self._findings: list[Finding] = []
        # Nobody who writes a document knows it.
        self._mark = f"argmap{secrets.token_hex(8)}n"
        self._figures: list[str] = []

    def view(self, text: str) -> View:
        metadata = _METADATA.match(text)
        # Blank lines in their stead, so that places stay.
        head = "\n" * metadata[0].count("\n") if metadata else ""
        shown = self._with_marks(head + text[len(metadata[0]) if metadata else 0 :])
        body = _cleaned(_converted(shown))
        for number, figure in enumerate(self._figures):
            mark = f"{self._mark}{number}e"
            body = body.replace(f"<p>{mark}</p>", figure).replace(mark, figure)
        found = _HEADING.search(body)
        title = re.sub(r"<[^>]*>", "", found[1]) if found else escaped(self._file.stem)
        page = page_of(title, [element("main", {"class": "prose document"}, body)])
        findings = tuple(dict.fromkeys(self._findings))
        return View(self._file, page, findings, tuple(self._files), stands_alone=True)

    def _with_marks(self, text: str) -> str:
        """Return the text with a mark for each map, in whose place its figure comes later."""
        log = FaultLog()
        code = list(MARKDOWN.code(text))
        places = places_in(text, MARKDOWN, code=code, file=str(self._file), log=log)
        found = [*self._fences(text)]
        found += [_Stretch(one.start, one.end, partial(self._place, one)) for one in places]
        lines = _starts_of_lines(text.split("\n"))
        for one in log.diagnostics:
            start = lines[one.span.start.line - 1]
            indent = _INDENT.match(text, start)
            told = partial(self._fault, one, indent[0] if indent else "")
            found.append(_Stretch(start, start, told))
        parts, end = [], 0
        for stretch in sorted(found, key=lambda one: (one.start, one.end)):
            # What stands within a place is argmap's own.
            if stretch.start >= end:
                parts += [text[end : stretch.start], stretch.shown()]
                end = stretch.end
        return "".join([*parts, text[end:]])

    def _fences(self, text: str) -> Iterator[_Stretch]:
        lines = text.split("\n")
        starts = _starts_of_lines(lines)
        for block in fenced_maps(lines):
            place = Place(str(self._file), block.start + 2, len(block.indent) + 1)
            fence = Fence(block.words, block.text, self._file, place)
            yield _Stretch(
                starts[block.start], starts[block.end], partial(self._fence, fence, block)
            )

    def _fence(self, fence: Fence, block: FencedMap) -> str:
        return _apart(block.indent, self._shown(fence))

    def _place(self, place: Filled) -> str:
        """Return what shows the map of a place as it is now, whatever stands in it."""
        start = place.span.start
        try:
            shape, block = shape_of(place, markup_for(MARKDOWN, self._file), Page())
        except OptionError as error:
            told = Finding(error.message, "error", self._file, start.line, start.column)
            return _apart(place.prefix, self._told(told))
        if shape is Shape.IMAGE:
            # It is drawn in the page itself, which follows it.
            shape = Shape.HTML if place.on_its_own else Shape.INLINE
        request = replace(place.request, shape=shape, output=None, format=None)
        where = Place(str(self._file), start.line + 1, start.column)
        mark = self._shown(Fence((), "", self._file, where), request)
        return _apart(place.prefix, mark) if block else mark

    def _fault(self, found: Diagnostic, indent: str) -> str:
        """Return what stands above the line of a marker that is wrong."""
        return _apart(indent, "".join(map(self._told, findings_of([found], self._project))))

    def _told(self, found: Finding) -> str:
        """Return the mark of a box with a finding on the document itself."""
        self._findings.append(found)
        return self._marked(in_box(f"{self._file.name}:{found.line}: {found.message}"))

    def _shown(self, fence: Fence, request: Request | None = None) -> str:
        """Return the mark of a map, after noting what is wrong with it."""
        # The policy of this page lets no other page stand in it: it shows the picture.
        shown = hosted(
            fence,
            library=self._library,
            request=request,
            occurrence=len(self._figures) + 1,
            explores=False,
        )
        self._files.update(dict.fromkeys(shown.files))
        place, asked = (self._file, len(self._figures)), (fence.words, request)
        if shown.picture is not None:
            self._before[place] = asked, shown.html
            return self._marked(shown.html)
        self._findings += [self._finding(one) for one in shown.problems]
        parts = [within(self._project.root, shown.html)]
        known, last = self._before.get(place, (None, ""))
        if known == asked:
            parts.append(element("div", {"class": "argmap-before"}, last))
        return self._marked("\n".join(parts))

    def _marked(self, figure: str) -> str:
        self._figures.append(figure)
        return f"{self._mark}{len(self._figures) - 1}e"

    def _finding(self, problem: str) -> Finding:
        found = _PROBLEM.fullmatch(problem)
        if found is None or not Path(found["file"]).resolve().is_relative_to(self._project.root):
            return Finding(problem, file=self._file)
        where = Path(found["file"])
        return Finding(
            found["message"],
            file=where,
            line=int(found["line"]),
            column=int(found["column"] or 1),
        )


def _converted(text: str) -> str:
    try:
        from markdown import Markdown
    except ImportError as error:
        raise _missing("markdown") from error
    html: str = Markdown(extensions=list(_EXTENSIONS)).convert(text)
    return html


def _cleaned(html: str) -> str:
    """Return markup without anything that runs, sends or covers the page."""
    try:
        import nh3
    except ImportError as error:
        raise _missing("nh3") from error
    allowed: dict[str, Any] = {name: set(found) for name, found in nh3.ALLOWED_ATTRIBUTES.items()}
    for names, attribute in ((_CLASSES, "class"), (_TARGETS, "id")):
        for name in names:
            allowed.setdefault(name, set()).add(attribute)
    tags = {*nh3.ALLOWED_TAGS, "section"}
    cleaned: str = nh3.clean(html, tags=tags, attributes=allowed, link_rel="noreferrer noopener")
    return cleaned


def _missing(library: str) -> MissingExtraError:
    return MissingExtraError(
        f'a document needs {library}, which is not installed: pip install "argmap[serve]"'
    )
