"""A document in Markdown as its host would show it, with its maps as figures.

Python-Markdown makes the page, as MkDocs does, and what the document itself says is cleaned of
all that runs or hides; only then the figures take their places.
"""

import re
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from argmap.embed.documents.fences import fenced_maps
from argmap.embed.hosts.hosting import Fence, hosted
from argmap.embed.library import Library, Place
from argmap.errors import ArgmapError, MissingExtraError
from argmap.project import Project, folder_of
from argmap.render.markup import element
from argmap.render.markup import text as escaped
from argmap.serving.shell import page_of
from argmap.serving.views import Finding, View, within

SUFFIXES = (".md", ".markdown")
_EXTENSIONS = ("extra", "sane_lists", "admonition", "toc")
_METADATA = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)
_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_PROBLEM = re.compile(
    r"(?P<file>[^\n]*?):(?P<line>\d+)(?::(?P<column>\d+))?: (?P<message>.*)", re.S
)
# Beyond what is safe anyway: classes and the targets of links within the page.
_CLASSES = ("code", "div", "p", "span", "table", "pre", "section", "sup", "a")
_TARGETS = ("h1", "h2", "h3", "h4", "h5", "h6", "li", "sup", "dt")


def document_view(file: Path, project: Project) -> View:
    """Return the page of a document; the findings are those on its maps.

    Raises MissingExtraError where what makes the page is not installed.
    """
    try:
        data = folder_of(file, project).read(file.name)
    except ArgmapError as error:
        return View(file, None, (Finding(str(error), file=file),), (file,))
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return _Document(file, project).view(text)


class _Document:
    def __init__(self, file: Path, project: Project) -> None:
        self._file = file
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
        lines = (head + text[len(metadata[0]) if metadata else 0 :]).split("\n")
        body = _cleaned(_converted("\n".join(self._with_marks(lines))))
        for number, figure in enumerate(self._figures):
            mark = f"{self._mark}{number}e"
            body = body.replace(f"<p>{mark}</p>", figure).replace(mark, figure)
        found = _HEADING.search(body)
        title = re.sub(r"<[^>]*>", "", found[1]) if found else escaped(self._file.stem)
        page = page_of(title, [element("main", {"class": "prose document"}, body)])
        return View(self._file, page, tuple(self._findings), tuple(self._files))

    def _with_marks(self, lines: list[str]) -> Iterator[str]:
        end = 0
        for occurrence, block in enumerate(fenced_maps(lines), start=1):
            place = Place(str(self._file), block.start + 2, len(block.indent) + 1)
            fence = Fence(block.words, block.text, self._file, place)
            # The policy of this page lets no other page stand in it: it shows the picture.
            shown = hosted(fence, library=self._library, occurrence=occurrence, explores=False)
            self._files.update(dict.fromkeys(shown.files))
            figure = shown.html
            if shown.picture is None:
                self._findings += [self._finding(one) for one in shown.problems]
                figure = within(self._project.root, figure)
            mark = f"{self._mark}{len(self._figures)}e"
            self._figures.append(figure)
            blank = block.indent.rstrip()
            yield from [*lines[end : block.start], blank, block.indent + mark, blank]
            end = block.end
        yield from lines[end:]

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
