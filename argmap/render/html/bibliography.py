"""The bibliography of a page: each source, and the claims that cite it."""

from collections.abc import Iterator

from argmap.drawing.citing import full_names
from argmap.languages.words import Words
from argmap.model import Argument, Citation, Claim, Source
from argmap.render.bibliography import cited, published, sentence
from argmap.render.html.outline_lists import Teller
from argmap.render.markup import element, open_tag, text
from argmap.values import one_line

# A source with more users shows them when asked.
MANY = 8


def bibliography(teller: Teller) -> Iterator[str]:
    """Yield the lines of markup of the section on sources; none for a map without sources."""
    works = cited(teller.map)
    if not works:
        return
    yield open_tag("section", {"id": f"{teller.prefix}sources", "class": "prose"})
    if teller.level:
        yield teller.own("h2", teller.words.sources)
    else:
        yield teller.heading(text(teller.words.sources), {"lang": teller.own_language})
    yield "<ul>"
    for name, uses in works.items():
        source = teller.map.sources_by_id[name]
        yield open_tag("li", {"id": teller.source_anchor(name)})
        yield element("p", {"dir": "auto"}, " ".join(_described(source, teller.words)))
        yield from _uses(uses, teller)
        yield "</li>"
    yield "</ul>\n</section>"


def _described(source: Source, words: Words) -> Iterator[str]:
    if source.authors:
        yield text(sentence(one_line(words.listed(full_names(source)))))
    title = source.title or (None if source.authors else source.id)
    if title:
        yield element("cite", {}, text(sentence(one_line(title))))
    if published(source):
        yield f"{text(one_line(published(source)))}."
    if source.note:
        yield text(one_line(source.note))
    if source.url:
        yield element("a", {"href": source.url}, text(source.url))


def _uses(uses: list[tuple[Claim | Argument, Citation]], teller: Teller) -> Iterator[str]:
    if not uses:
        return
    places: dict[str, list[str]] = {}
    for node, citation in uses:
        link = teller.link_to(node) if isinstance(node, Claim) else _link_to_step(node, teller)
        at = [text(one_line(citation.at))] if citation.at else []
        places.setdefault(link, []).extend(at)
    yield '<details open="">' if len(places) <= MANY else "<details>"
    yield teller.own("summary", teller.words.counted(teller.words.cited_in, len(places)))
    yield '<ul class="uses">'
    for link, found in places.items():
        # A claim may end with a full stop, a question with its mark: no comma fits behind them.
        where = f" ({', '.join(dict.fromkeys(found))})" if found else ""
        yield f"<li>{link}{where}</li>"
    yield "</ul>\n</details>"


def _link_to_step(argument: Argument, teller: Teller) -> str:
    words = argument.label or argument.scheme or argument.id
    address = f"#{teller.step_anchor(argument.id)}"
    return element("a", {"href": address, "dir": "auto"}, text(words))
