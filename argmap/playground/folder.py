"""The folder of the playground: every file that the page needs, and nothing from elsewhere."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from importlib import resources
from importlib.metadata import version
from pathlib import Path

from argmap.formats import FORMATS, Format
from argmap.playground.examples import examples
from argmap.playground.packages import FURTHER, NEEDED, archive, licences
from argmap.playground.pyodide import VERSION
from argmap.render import PICTURE_FORMATS
from argmap.render.markup import element, text

PAGE = Path(__file__).with_name("page")
# What goes there as it stands here, by where it goes.
_AS_IS = {
    "page.js": "page.js",
    "page.css": "page.css",
    "worker.js": "scripts/worker.js",
}
_TITLES = {
    "svg": "SVG, for web pages",
    "png": "PNG, a bitmap",
    "html": "HTML, a page with picture and outline",
    "explorer": "Explorer, a page to fold, search and ask in",
    "slides": "Slides for a talk, a step for each argument",
    "md": "Markdown, an outline",
    "obsidian": "Obsidian, a note",
    "mermaid": "Mermaid’s flowcharts",
    "json": "JSON of the drawing",
    "canvas": "JSON Canvas",
    "drawio": "draw.io",
    "excalidraw": "Excalidraw",
    "tikz": "TikZ, for LaTeX",
    "dot": "DOT of Graphviz",
}
# Whoever has been given the folder is told where the source of Pyodide is, as its licence asks.
_NOTICE = f"""What is in this folder

argmap {{version}} (licence: MIT) and what it needs. Other people's work in it, and its licences:

pyodide {VERSION} (folder “pyodide”): Mozilla Public License 2.0, in the source at
https://github.com/pyodide/pyodide/tree/{VERSION}; with CPython, licensed by the Python Software
Foundation, https://docs.python.org/3/license.html

"""


def playground(pyodide: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of the folder by their names, with those of Pyodide.

    The same argmap gives the same bytes. Raises MissingExtraError where a library is missing.
    """
    files = {name: (PAGE / source).read_bytes() for name, source in _AS_IS.items()}
    files["icon.svg"] = resources.files("argmap.render.html").joinpath("icon.svg").read_bytes()
    files["index.html"] = _index().encode()
    files["examples.json"] = _examples().encode()
    files["argmap.zip"] = archive(NEEDED)
    files["further.zip"] = archive(FURTHER)
    files["licences.txt"] = _licences().encode()
    files |= {f"pyodide/{name}": content for name, content in pyodide.items()}
    return {**files, "service-worker.js": _service_worker(files).encode()}


def _index() -> str:
    suffixes = {
        suffix for one in FORMATS if one.reads for suffix in (*one.suffixes, *one.read_from)
    }
    page = (PAGE / "index.html").read_text(encoding="utf-8")
    page = page.replace("{suffixes}", ",".join(sorted(suffixes)))
    return page.replace("{downloads}", "\n".join(_downloads()))


def _downloads() -> Iterator[str]:
    yield _download("yaml", ".yaml", "The map, as YAML")
    yield element("p", {"class": "group"}, "Pictures and pages")
    for one in PICTURE_FORMATS:
        if one.name in _TITLES and not one.is_notation:
            yield _download(one.name, one.suffixes[0], _TITLES[one.name])
    yield element("p", {"class": "group"}, "Other programs")
    for one in PICTURE_FORMATS:
        if one.name in _TITLES and one.is_notation:
            yield _download(one.name, one.suffixes[0], _TITLES[one.name])
    yield element("p", {"class": "group"}, "Other notations")
    for notation in _notations():
        yield _download(notation.name, notation.suffixes[0], notation.title, notation=True)


def _notations() -> tuple[Format, ...]:
    # CSV is two files, and YAML stands above.
    return tuple(one for one in FORMATS if one.writes and not one.further and one.name != "yaml")


def _download(format: str, suffix: str, title: str, *, notation: bool = False) -> str:
    about = f"{text(title)} {element('small', {}, text(suffix))}"
    attributes = {"type": "button", "data-format": format, "data-suffix": suffix}
    attributes |= {"data-notation": ""} if notation else {}
    return element("button", attributes, about)


def _examples() -> str:
    return json.dumps([one._asdict() for one in examples()], ensure_ascii=False, indent=1)


def _licences() -> str:
    own = _NOTICE.replace("{version}", version("argmap"))
    bundled = (PAGE / "licences.txt").read_text(encoding="utf-8")
    return "\n".join([own, *licences((*NEEDED, *FURTHER)), bundled])


def _service_worker(files: Mapping[str, bytes]) -> str:
    """Return the script that keeps all files; its text changes when any of them does."""
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())}
    hashes = {"./": hashes["index.html"], **hashes}
    whole = hashlib.sha256(json.dumps(hashes).encode()).hexdigest()
    kept = {"name": f"argmap-playground-{whole[:16]}", "files": hashes}
    script = (PAGE / "scripts" / "service-worker.js").read_text(encoding="utf-8")
    empty = 'const KEPT = { name: "", files: {} };'
    assert empty in script, "the list of files has its place in the script"
    return script.replace(empty, f"const KEPT = {json.dumps(kept, indent=2)};")
