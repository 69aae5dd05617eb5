"""The page around what has none of its own: documents, lists, and maps that cannot be drawn yet."""

from collections.abc import Iterable

from argmap.render.html.style_sheet import page_style
from argmap.themes import theme_named

_RULES = """
main.prose { padding-top: 2rem }
main table { border-collapse: collapse; margin: 1rem 0 }
main th, main td { text-align: start; vertical-align: top; padding: .4rem 1.25rem .4rem 0;
  border-bottom: 1px solid var(--border) }
main.maps :is(th, td):last-child { white-space: nowrap }
main.maps table { width: 100% }
main.maps :is(th, td):first-child { min-width: 9.5rem }
main.maps :is(th, td):nth-child(2) { overflow-wrap: break-word }
main.maps :is(th, td):last-child { padding-inline-end: 0 }
main img { max-width: 100%; height: auto }
main pre { overflow: auto; padding: .75rem 1rem; border: 1px solid var(--border) }
main.document { padding-bottom: 4rem }
main.document ul { list-style: disc; padding-inline-start: 1.5rem }
main.document figure { margin: 1.5rem 0; padding: 0 }
main .quiet { color: var(--quiet); font-size: .875rem }
"""


def page_of(title: str, body: Iterable[str]) -> bytes:
    """Return a page; the title and the body are markup already."""
    style = page_style(theme_named("auto"))
    lines = [
        "<!doctype html>",
        '<html lang="en">\n<head>\n<meta charset="utf-8"/>',
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
        f"<title>{title}</title>\n<style>\n{style}{_RULES}</style>\n</head>\n<body>",
        *body,
        "</body>\n</html>",
    ]
    return "\n".join([*lines, ""]).encode("utf-8", "replace")
