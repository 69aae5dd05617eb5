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
from argmap.embed.hosts.hosting import Fence, hosted
from argmap.embed.library import Place, library_of

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
        words = words_in(tokens[number].info.strip())
        if words is None:
            return str(usual(tokens, number, options, environment))
        return _shown(tokens[number], words, environment, root)

    md.add_render_rule("fence", fence)


def _shown(
    token: Token, words: tuple[str, ...], environment: MutableMapping[str, Any], root: Any
) -> str:
    document = Path(environment.get("argmap_document", "text.md"))
    if "argmap_library" not in environment:
        environment["argmap_library"] = library_of(document, root, setting="root")
    occurrence = environment["argmap_maps"] = environment.get("argmap_maps", 0) + 1
    place = Place(str(document), (token.map or [0])[0] + 2)
    fenced = Fence(words, token.content, document, place)
    found = hosted(fenced, library=environment["argmap_library"], occurrence=occurrence)
    for problem in found.problems:
        _LOG.warning(problem)
    for remark in found.remarks:
        _LOG.info(remark)
    return found.html + "\n"
