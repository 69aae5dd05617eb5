"""Which document of Sphinx has the figure of which map, so that others lead there."""

from collections.abc import Iterator, Mapping, Set
from typing import Any

from docutils import nodes
from sphinx.addnodes import only
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment
from sphinx.environment.collectors import EnvironmentCollector

from argmap.embed.hosts.sphinx.map_nodes import MapNode
from argmap.links import figures_led_to

# The figures of a document, each with the conditions under which it is shown, and those that its
# maps may lead to.
Found = tuple[Mapping[str, Set[tuple[str, ...]]], Set[str]]


class Figures(EnvironmentCollector):  # type: ignore[misc]
    """Keeps which figures the documents have; where one moves, what leads to it is written anew."""

    def clear_doc(self, app: Sphinx, env: BuildEnvironment, docname: str) -> None:
        """Forget a document."""
        _kept(env).pop(docname, None)

    def merge_other(
        self, app: Sphinx, env: BuildEnvironment, docnames: Set[str], other: BuildEnvironment
    ) -> None:
        """Take what another process has read."""
        _kept(env).update({name: _kept(other)[name] for name in docnames if name in _kept(other)})

    def process_doc(self, app: Sphinx, doctree: nodes.document) -> None:
        """Note the figures of a document that was read."""
        figures: dict[str, set[tuple[str, ...]]] = {}
        led_to: set[str] = set()
        for node in doctree.findall(MapNode):
            if node["picture"] is not None:
                led_to |= figures_led_to(node["picture"].whole)
            if node.get("figure"):
                figures.setdefault(node["figure"], set()).add(tuple(_conditions(node)))
        if figures or led_to:
            _kept(app.env)[app.env.docname] = figures, led_to

    def get_updated_docs(self, app: Sphinx, env: BuildEnvironment) -> list[str]:
        """Return the documents that lead to figures which are elsewhere now."""
        before: dict[str, Any] = getattr(env, "argmap_homes", {})
        now: dict[str, Any] = {}
        for doc, (figures, _) in sorted(_kept(env).items()):
            for name, ways in figures.items():
                now.setdefault(name, []).append((doc, sorted(ways)))
        env.argmap_homes = now
        moved = {name for name in {*before, *now} if before.get(name) != now.get(name)}
        return [doc for doc, (_, led_to) in _kept(env).items() if led_to & moved]


def document_with(figure: str, builder: Builder, docname: str) -> str | None:
    """Return the document that shows a figure, `docname` itself if it does; None if none does."""
    kept = _kept(builder.env)
    for name in (docname, *sorted(kept)):
        ways = kept[name][0].get(figure, ()) if name in kept else ()
        if any(all(map(builder.tags.eval_condition, way)) for way in ways):
            return name
    return None


def _conditions(node: nodes.Node) -> Iterator[str]:
    parent = node.parent
    while parent is not None:
        if isinstance(parent, only):
            yield parent["expr"]
        parent = parent.parent


def _kept(env: BuildEnvironment) -> dict[str, Any]:
    if not hasattr(env, "argmap_figures"):
        env.argmap_figures = {}
    found: dict[str, Any] = env.argmap_figures
    return found
