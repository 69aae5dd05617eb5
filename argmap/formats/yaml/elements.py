"""The small things that a map is made of → YAML."""

from collections.abc import Sequence
from dataclasses import fields

from argmap.formats.carriers.yaml_text import Bare, Block, Inline, Item
from argmap.model import STRENGTHS, Audience, Citation, Expectation, Home, Source
from argmap.style import Style
from argmap.weighing import Standing


def home_of(home: Home | None) -> Item | None:
    """Return where a claim is argued, None where that is here."""
    if home is None:
        return None
    if home.verdict is Standing.STANDS:
        return home.map
    return Block({"map": home.map, "verdict": home.verdict.value})


def source_of(source: Source) -> Block:
    """Return a work with what is known of it."""
    block = Block()
    block.add("author", Inline(source.authors) if len(source.authors) != 1 else source.authors[0])
    block.add("title", source.title)
    block.add("container", source.container)
    block.add("publisher", source.publisher)
    block.add("year", source.year)
    block.add("url", source.url)
    block.add("file", source.file)
    block.add("note", source.note)
    return block


def audience_of(audience: Audience) -> Block:
    """Return what an audience finds strong, and how it ranks values."""
    block = Block()
    strengths: dict[str, Item] = {
        name: strength_of(strength) or "" for name, strength in audience.strengths
    }
    block.add("strengths", Block(strengths))
    block.add("values", Inline(audience.order))
    return block


def expectation_of(expected: Expectation) -> Item:
    """Return what should follow, a word where that is a plain verdict."""
    verdict = expected.verdict and expected.verdict.value
    if verdict and expected.is_plain:
        return verdict
    block = Block(compact=True)
    block.add("verdict", verdict)
    block.add("semantics", expected.semantics)
    block.add("audience", expected.audience)
    if expected.degree is not None:
        block.add("degree", Inline(tuple([number_of(one) for one in expected.degree])))
    return block


def style_of(style: Style) -> Block:
    """Return the wishes that an author has."""
    block = Block()
    for field in fields(style):
        value = getattr(style, field.name)
        if field.name == "tag_colours":
            block.add(field.name, Block(dict(value)))
        elif isinstance(value, tuple):
            block.add(field.name, list(value))
        elif field.name == "audience":
            block.add(field.name, value)
        elif value is not None:
            block.add(field.name, Bare(str(value).lower()))
    return block


def citations_of(citations: Sequence[Citation]) -> Item | None:
    """Return a citation, or a list of several."""
    written_citations = [_citation(citation) for citation in citations]
    return written_citations[0] if len(written_citations) == 1 else written_citations


def _citation(citation: Citation) -> Item:
    if citation.at is None and citation.quote is None:
        return citation.source
    block = Block({"ref": citation.source}, compact=True)
    block.add("at", citation.at)
    block.add("quote", citation.quote)
    return block


def strength_of(strength: float | None) -> str | None:
    """Return a strength in a word if there is one for it."""
    if strength is None:
        return None
    words = {value: word for word, value in STRENGTHS.items()}
    return words.get(strength) or number_of(strength)


def number_of(number: float) -> str:
    """Return the shortest way to write a number."""
    short = f"{number:g}"
    return Bare(short if float(short) == number else repr(float(number)))
