"""A map as the page of its explorer, or as its slides, made from its file as it is now."""

from collections.abc import Iterable
from pathlib import Path

from argmap.configuration import configuration_for, settings_file_for
from argmap.diagnostics import Diagnostic, Severity
from argmap.errors import ArgmapError, ConfigurationError, MapError
from argmap.model import Argument, ArgumentMap, Claim
from argmap.picture_files.dependencies import dependencies
from argmap.pipeline import picture, read_path
from argmap.planning import RenderOptions
from argmap.project import Project
from argmap.reader import Reading
from argmap.render import picture_format
from argmap.render.renderer import renderer_named
from argmap.serving.views import Finding, View
from argmap.themes import THEME_NAMES

# The richest page that there is.
PAGE = "explorer"


def map_view(
    file: Path,
    project: Project,
    form: str = PAGE,
    *,
    options: RenderOptions | None = None,
    notation: str | None = None,
) -> View:
    """Return the page of a map, or the findings that keep it from being drawn.

    `notation` is that of the map, None where its file tells it.
    """
    reading, given = None, options or RenderOptions()
    # A person may give a theme from anywhere.
    theme = () if given.theme in (None, *THEME_NAMES) else (Path(str(given.theme)),)

    def behind() -> tuple[Path, ...]:
        return (*dependencies(file, reading, project), *theme)

    try:
        reading = read_path(file, notation, project=project)
        if reading.map is None:
            found = findings_of(reading.diagnostics, project)
            return View(file, None, found, behind())
        page = _drawn(reading.map, file, project, form, given)
    except MapError as error:
        found = findings_of(error.diagnostics, project)
    except ConfigurationError as error:
        where = settings_file_for(file, within=project.root) or file
        found = (Finding(str(error).removeprefix(f"{where}: "), file=where),)
    except ArgmapError as error:
        found = (Finding(str(error), file=file),)
    else:
        return View(file, page, (), behind(), dict(_places(reading)))
    return View(file, None, found, behind())


def findings_of(diagnostics: Iterable[Diagnostic], project: Project) -> tuple[Finding, ...]:
    """Return the errors among diagnostics; a file outside the project is not named."""
    return tuple(_finding(one, project) for one in diagnostics if one.severity is Severity.ERROR)


def _finding(found: Diagnostic, project: Project) -> Finding:
    file = Path(found.span.file)
    is_inside = file.resolve().is_relative_to(project.root)
    start = found.span.start
    help = f" — {found.help}" if found.help else ""
    message = f"{found.message}{help} [{found.code}]"
    where = file if is_inside else None
    return Finding(message, str(found.severity), where, start.line, start.column)


def _drawn(
    a_map: ArgumentMap, file: Path, project: Project, form: str, options: RenderOptions
) -> bytes:
    defaults, known = configuration_for(file, within=project.root).style, picture_format(form)
    # Nobody edits a map on a telephone; the drawing for one takes as long as the other.
    shown = picture(
        a_map,
        options=options,
        defaults=defaults,
        placed=known.is_placed,
        stepped=known.has_steps,
        narrow=False,
    )
    return renderer_named(form).render(shown)


def _places(reading: Reading) -> Iterable[tuple[str, tuple[int, int]]]:
    assert reading.map is not None
    nodes: tuple[Claim | Argument, ...] = (*reading.map.claims, *reading.map.arguments)
    for node in nodes:
        if node.span is not None and Path(node.span.file) == Path(reading.file):
            yield node.id, (node.span.start.line, node.span.start.column)
