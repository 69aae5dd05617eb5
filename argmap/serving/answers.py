"""Answers to requests: pages, pictures that documents show, and what makes pages live."""

import html
import json
import mimetypes
import re
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from urllib.parse import quote

from argmap.errors import ArgmapError
from argmap.project import Folder, Project
from argmap.render.markup import element, empty_tag
from argmap.serving.editors import Editor
from argmap.serving.hub import Shown
from argmap.serving.views import DOCUMENTS, SLIDES, Address, Finding, Names, place_of, within

# What makes pages live is below this name, which no file has that is served.
OWN = ".live"
_FILES = {
    "live.js": ("text/javascript", "argmap.render.explorer", "modules/live.js"),
    "findings.js": ("text/javascript", "argmap.render.explorer", "modules/findings.js"),
    "elements.js": ("text/javascript", "argmap.render.explorer", "modules/elements.js"),
    "data.js": ("text/javascript", "argmap.render.explorer", "modules/data.js"),
    "paper.js": ("text/javascript", "argmap.render.explorer", "modules/paper.js"),
    "live.css": ("text/css", "argmap.serving", "live.css"),
    # Browsers ask a site for one, and tell of it as a fault where there is none.
    "icon.svg": ("image/svg+xml", "argmap.render.html", "icon.svg"),
}
_IMAGES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif")
_LARGEST_IMAGE = 50_000_000
_ESCAPES = {ord(one): f"\\u{ord(one):04x}" for one in "<>&\u2028\u2029"}
_POLICY = re.compile(
    rb'<meta http-equiv="Content-Security-Policy" content="(?P<policy>[^"]*)"\s*/?>'
)
_USUAL = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


@dataclass(frozen=True)
class Answer:
    """The status, the bytes and the headers of an answer."""

    status: int
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)


def own_file(name: str) -> Answer | None:
    """Return one of the files that make pages live."""
    if name not in _FILES:
        return None
    kind, package, path = _FILES[name]
    body = resources.files(package).joinpath(path).read_bytes()
    return Answer(200, body, {"Content-Type": f"{kind}; charset=utf-8"})


def image(names: tuple[str, ...], root: Path) -> Answer | None:
    """Return a picture that a document may show; None for whatever else there is.

    It runs nothing, not even where it is opened alone.
    """
    name = names[-1]
    if not name.lower().endswith(_IMAGES):
        return None
    try:
        folder = Folder(root, Project(root))
        body = folder.read("/".join(names), largest=_LARGEST_IMAGE)
    except ArgmapError:
        return None
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return Answer(200, body, {"Content-Type": kind, "Content-Security-Policy": policy})


def may_be_map(names: Names) -> bool:
    """Return whether what has these names is a map, if it is shown at all."""
    return bool(names[-1]) and not names[-1].lower().endswith(DOCUMENTS)


def live_page(
    shown: Shown, address: Address, token: str, waiting: bytes, *, is_map: bool
) -> Answer:
    """Return a page that follows its files; `waiting` stands in where nothing could be made yet.

    That of a map leads to the other page of it.
    """
    own = f"/{token}/{OWN}"
    form = f"&{address.form}" if address.form else ""
    data: dict[str, object] = {
        "version": shown.version,
        "events": f"{own}/events?of={_address(address.names)}{form}",
    }
    if is_map:
        data["other"] = _other(address)
    head = [
        empty_tag("link", {"rel": "icon", "href": f"{own}/icon.svg"}),
        empty_tag("link", {"rel": "stylesheet", "href": f"{own}/live.css"}),
        element("script", {"type": "application/json", "id": "argmap-live"}, _written(data)),
        element("script", {"type": "module", "src": f"{own}/live.js"}, ""),
    ]
    page = shown.page or waiting
    found = _POLICY.search(page)
    policy = found["policy"].decode() if found else _USUAL
    page = _POLICY.sub(b"", page, count=1)
    page = page.replace(b"</head>", "\n".join([*head, "</head>"]).encode(), 1)
    headers = {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": _with_own(policy),
    }
    return Answer(200, page, headers)


def state_of(shown: Shown, editor: Editor, root: Path) -> str:
    """Return what a page is told of itself, as JSON."""
    return _written(
        {
            "version": shown.version,
            "good": shown.is_good,
            "findings": [_finding(one, editor, root) for one in shown.findings],
            "places": {
                id: editor.at(shown.home, line, column)
                for id, (line, column) in shown.places.items()
            },
        }
    )


def _finding(found: Finding, editor: Editor, root: Path) -> dict[str, object]:
    file = found.file
    return {
        "severity": found.severity,
        "message": within(root, found.message),
        "place": place_of(found, root),
        "address": None if file is None else editor.at(file, found.line, found.column),
    }


def _written(value: object) -> str:
    """Return a value as JSON that may stand in a script and on one line."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return written.encode("utf-8", "replace").decode().translate(_ESCAPES)


def _other(address: Address) -> dict[str, str]:
    """Return what leads to the other page of a map: from its explorer to its slides, and back."""
    # A colon in a name would be taken for the end of a scheme.
    file = f"./{quote(address.names[-1])}"
    if address.form:
        return {"href": file, "name": "Explorer"}
    return {"href": f"{file}?{SLIDES}", "name": "Slides"}


def _address(names: Names) -> str:
    return quote("/".join(names), safe="")


def _with_own(policy: str) -> str:
    """Return the policy of a page with what makes it live: our script, its news, pictures."""
    own = {
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "connect-src": "'self'",
    }
    parts = [one.split() for one in html.unescape(policy).split(";") if one.split()]
    found = {name: [one for one in values if one != "'none'"] for name, *values in parts}
    # Hashes of styles would keep those of a changed map out.
    found["style-src"] = ["'unsafe-inline'"]
    found["default-src"] = found.get("default-src") or ["'none'"]
    for name, source in own.items():
        found.setdefault(name, []).append(source)
    for name in ("base-uri", "form-action", "frame-ancestors", "object-src"):
        found[name] = ["'none'"]
    return "; ".join(" ".join([name, *values]) for name, values in found.items())
