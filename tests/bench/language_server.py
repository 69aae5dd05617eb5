"""How much of a processor an editor waits for at each answer after a keystroke.

    python -m tests.bench.language_server [CLAIMS]

Each answer is that to a text just changed, of which only the tree is known that it had before;
`again` is that to the second question about the same text, and `opened` that to one of which
nothing is known.
"""

import sys
import time
from collections.abc import Callable

from lsprotocol import types

from argmap.garbage import collect_seldom
from argmap.lsp.actions import actions
from argmap.lsp.completion import completion
from argmap.lsp.definition import definition
from argmap.lsp.documents import OpenText
from argmap.lsp.findings import findings_in
from argmap.lsp.folding import folding
from argmap.lsp.formatting import formatting
from argmap.lsp.highlights import highlights
from argmap.lsp.hints import hints
from argmap.lsp.hover import hover
from argmap.lsp.links import links
from argmap.lsp.refactorings import refactorings
from argmap.lsp.references import references
from argmap.lsp.renaming import rename
from argmap.lsp.selection import selection
from argmap.lsp.snippets import snippets
from argmap.lsp.symbols import symbols
from argmap.lsp.tokens import semantic_tokens
from argmap.lsp.workspace import Workspace


def text_of(claims: int) -> str:
    """Return a map with about so many claims: steps of three premises, each with a rebuttal."""
    lines = [
        "argmap: 1",
        "thesis:",
        "  id: thesis",
        "  text: Dogs are to be let in.",
        "  arguments:",
    ]
    for number in range(claims // 4):
        lines += [
            f"    - id: step-{number}",
            "      premises:",
            f"        - id: claim-{number}",
            f"          text: Dog number {number} is quiet.",
            f"        - Guest number {number} likes dogs.",
            f"        - {{text: Rule {number} holds., status: assumed}}",
            "      rebuttals:",
            f"        - Guest {number} was asked only once.",
        ]
    return "\n".join([*lines, ""])


def main() -> None:
    """Print a row for each request."""
    text = text_of(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
    line = text.count("\n") // 2 // 8 * 8 + 8
    at = types.Position(line, 16)
    seen = types.Range(types.Position(line, 0), types.Position(line + 60, 0))
    here = types.Range(at, at)
    asked: dict[str, Callable[[OpenText], object]] = {
        "completion": lambda one: completion(one, at),
        "definition": lambda one: definition(one, at),
        "highlights": lambda one: highlights(one, at),
        "references": lambda one: references(one, at, with_home=True),
        "hover": lambda one: hover(one, at),
        "hints": lambda one: hints(one, seen),
        "symbols": symbols,
        "tokens": semantic_tokens,
        "some tokens": lambda one: semantic_tokens(one, seen),
        "selection": lambda one: selection(one, [at]),
        "links": links,
        "snippets": lambda one: snippets(one, at, fills_in=True, as_it_is=True),
        "all claims": lambda one: Workspace().symbols("dog", (), (one,), "utf-16"),
        "folding": folding,
        "formatting": formatting,
        "findings": findings_in,
        "actions": lambda one: actions(one, here, None, is_later=True),
        "one action": lambda one: actions(one, here, None),
        "refactorings": lambda one: refactorings(one, here, None, is_later=True),
        "rename": lambda one: rename(one, at, "another"),
    }
    # As the command has it.
    collect_seldom()
    key = types.Range(types.Position(line + 1, 20), types.Position(line + 1, 20))
    typed = types.TextDocumentContentChangePartial(key, "x")
    print(f"{'':12}{'ms':>8}{'again':>8}{'opened':>8}")
    for name, answer in asked.items():
        opened = OpenText("untitled:1", 1, text)
        last = _time(answer, opened)
        _ = opened.tree
        document = opened.changed([typed], 2)
        first, again = _time(answer, document), _time(answer, document)
        print(f"{name:12}{first:8.0f}{again:8.0f}{last:8.0f}")


def _time(answer: Callable[[OpenText], object], document: OpenText) -> float:
    start = time.process_time()
    answer(document)
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    main()
