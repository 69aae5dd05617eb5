"""The index of a build: a page of cards that can be searched, a card for each map."""

import base64
import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from urllib.parse import quote

from argmap.building.journal import Entry
from argmap.building.work import Job, Summary
from argmap.render.markup import element, empty_tag, open_tag, text
from argmap.weighing import Standing

_COUNTED = {
    Standing.STANDS: ("stands", "stand"),
    Standing.FALLS: ("falls", "fall"),
    Standing.NOT_SHOWN: ("not shown", "not shown"),
    Standing.UNDECIDED: ("undecided", "undecided"),
}
# Every word must be in a card; case and accents make no difference.
_SCRIPT = """
const field = document.querySelector("input"), told = document.querySelector("output");
const plain = (s) => s.normalize("NFKD").replace(/\\p{M}/gu, "").toLowerCase();
const cards = [...document.querySelectorAll("article")].map((c) => [c, plain(c.textContent)]);
field.addEventListener("input", () => {
  const words = plain(field.value).split(/\\s+/).filter(Boolean);
  let number = 0;
  for (const [card, content] of cards) {
    card.hidden = !words.every((word) => content.includes(word));
    number += !card.hidden;
  }
  told.textContent = words.length ? `${number} of ${cards.length}` : "";
});
"""
_STYLE = """
:root { color-scheme: light dark; --line: #8884; --quiet: #666 }
@media (prefers-color-scheme: dark) { :root { --quiet: #aaa } }
* { box-sizing: border-box }
body { font: 1rem/1.45 system-ui, sans-serif; margin: 0 auto; max-width: 80rem;
  padding: 1.5rem 1rem }
h1 { font-size: 1.5rem; margin: 0 }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: baseline;
  margin-bottom: 1.5rem }
input { font: inherit; padding: .35rem .6rem; border: 1px solid var(--line); border-radius: 6px;
  flex: 1 1 14rem; max-width: 28rem }
p { margin: .25rem 0 }
.quiet { color: var(--quiet); font-size: .875rem }
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); gap: 1rem }
article { border: 1px solid var(--line); border-radius: 8px; padding: .75rem;
  content-visibility: auto; contain-intrinsic-size: auto 20rem; overflow-wrap: anywhere }
article[hidden] { display: none }
article > a { display: block; background: #fff; border-radius: 4px; overflow: hidden }
img { display: block; width: 100%; height: 10rem; object-fit: contain }
h2 { font-size: 1rem; margin: .6rem 0 .25rem }
.broken { border-style: dashed }
"""


def index_page(built: Sequence[tuple[Job, Entry]]) -> bytes:
    """Return the page in UTF-8. Nothing that a map says can become markup."""
    return "\n".join([*_page(built), ""]).encode(errors="replace")


def _page(built: Sequence[tuple[Job, Entry]]) -> Iterator[str]:
    policy = (
        "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; "
        f"script-src 'sha256-{_hash(_SCRIPT)}'"
    )
    number = "1 map" if len(built) == 1 else f"{len(built)} maps"
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8"/>'
    yield empty_tag("meta", {"http-equiv": "Content-Security-Policy", "content": policy})
    yield '<meta name="viewport" content="width=device-width, initial-scale=1"/>'
    yield f"{element('title', {}, number)}\n<style>{_STYLE}</style>\n</head>\n<body>"
    yield f"<header>{element('h1', {}, number)}"
    yield '<input type="search" placeholder="Search" aria-label="Search in titles and theses"/>'
    yield '<output class="quiet" aria-live="polite"></output></header>\n<main>'
    for job, entry in built:
        yield from _card(job, entry)
    yield f"</main>\n<script>{_SCRIPT}</script>\n</body>\n</html>"


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _card(job: Job, entry: Entry) -> Iterator[str]:
    summary = entry.summary
    yield open_tag("article", {"class": "broken" if entry.broken else None})
    if summary is None:
        yield element("h2", {"dir": "auto"}, text(_place(job)))
        yield element("p", {}, text(f"This map cannot be drawn: {entry.broken}"))
        yield "</article>"
        return
    first = next(iter(job.targets.values()))
    shown = job.targets.get("html", first)
    if "svg" in job.targets:
        alt = f"The map “{summary.title}”"
        image = {"src": _address(job.targets["svg"]), "alt": alt, "loading": "lazy"}
        yield element("a", {"href": _address(shown)}, empty_tag("img", image))
    title = element("a", {"href": _address(shown)}, text(summary.title))
    yield element("h2", {"dir": "auto"}, title)
    for thesis, standing in summary.theses:
        said = (
            f"{text(thesis) if thesis != summary.title else ''} <em>({_COUNTED[standing][0]})</em>"
        )
        yield element("p", {"dir": "auto"}, said)
    yield element("p", {"class": "quiet"}, text(_counts(summary)))
    yield element("p", {"class": "quiet"}, text(_place(job)))
    links = (
        element("a", {"href": _address(file)}, text(form)) for form, file in job.targets.items()
    )
    yield element("p", {"class": "quiet"}, " · ".join(links))
    yield "</article>"


def _address(file: str) -> str:
    """Return how the page leads to a file, whatever its name is made of."""
    return quote(os.fsencode(file))


def _place(job: Job) -> str:
    """Return where the map lies among the others, with nothing of the machine that drew it."""
    place = PurePosixPath(next(iter(job.targets.values()))).parent / job.home.name
    return f"{place}#{job.block}" if job.block else str(place)


def _counts(summary: Summary) -> str:
    parts = [f"{summary.claims} claim{'s' * (summary.claims != 1)}"]
    for standing, (one, many) in _COUNTED.items():
        number = summary.verdicts[standing]
        parts += [f"{number} {one if number == 1 else many}"] * bool(number)
    findings = f"{summary.findings} finding{'s' * (summary.findings != 1)}"
    parts += [findings] * bool(summary.findings)
    return ", ".join(parts)
