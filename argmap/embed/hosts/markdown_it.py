"""A plugin of markdown-it-py: a block of code that says `argmap` becomes a figure.

Use it as `MarkdownIt().use(argmap_plugin)`. Each rendering tells by its environment which document
it is: `md.render(text, {"argmap_document": "docs/page.md"})`.
"""

import logging
from collections.abc import MutableMapping, Sequence
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererProtocol
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from argmap.embed.documents.fences import words_in
from argmap.embed.hosts.hosting import Fence, Hosted, hosted, with_mark
from argmap.embed.library import Place, library_of
from argmap.links import figures_of, settled

_LOG = logging.getLogger("argmap")


def argmap_plugin(md: MarkdownIt, *, root: str | Path | None = None) -> None:
    """Show maps where blocks of code ask for them; other blocks stay what they are.

    Nothing outside the folder `root`, else that of the document’s project, is read. What is wrong
    with a map is told by the logger `argmap` as a warning.
    """
    usual = md.renderer.rules["fence"]

    def fence(
        renderer: RendererProtocol,
        tokens: Sequence[Token],
        number: int,
        options: OptionsDict,
        environment: MutableMapping[str, Any],
    ) -> str:
        if words_in(tokens[number].info.strip()) is None:
            return str(usual(tokens, number, options, environment))
        page = environment.get("argmap_page")
        if page is None or page[0] is not tokens:
            # What one map leads to may stand below it.
            page = environment["argmap_page"] = (tokens, _page(tokens, environment, root))
        return str(page[1][number])

    md.add_render_rule("fence", fence)


def _page(
    tokens: Sequence[Token], environment: MutableMapping[str, Any], root: Any
) -> dict[int, str]:
    """Return what stands in place of each block with a map, by the number of its token."""
    marks: set[str] = set()
    found: dict[int, str] = {}
    for number, token in enumerate(tokens):
        words = words_in(token.info.strip()) if token.type == "fence" else None
        if words is not None:
            found[number] = with_mark(_shown(token, words, environment, root), marks).html
    return {
        number: settled(html, figure_at=figures_of(marks), file_at=str) + "\n"
        for number, html in found.items()
    }


def _shown(
    token: Token, words: tuple[str, ...], environment: MutableMapping[str, Any], root: Any
) -> Hosted:
    document = Path(environment.get("argmap_document", "text.md"))
    if "argmap_library" not in environment:
        environment["argmap_library"] = library_of(document, root, setting="root")
    occurrence = environment["argmap_maps"] = environment.get("argmap_maps", 0) + 1
    place = Place(str(document), (token.map or [0])[0] + 2)
    fenced = Fence(words, token.content, document, place)
    library = environment["argmap_library"]
    found = hosted(fenced, library=library, occurrence=occurrence, in_pages=True)
    for problem in found.problems:
        _LOG.warning(problem)
    for remark in found.remarks:
        _LOG.info(remark)
    return found
