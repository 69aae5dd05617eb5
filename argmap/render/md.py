"""A map becomes an outline in Markdown (CommonMark): nested lists, and then what it cites.

It shows the part of the map that the picture would show; what is left out is counted.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from argmap.drawing.citing import citing_line, full_names
from argmap.drawing.reading_side import isolated
from argmap.languages.words import Words, uncapitalized
from argmap.model import Argument, Citation, Claim, Source
from argmap.outline import Entry, Section, Telling, mention, sections, step_name
from argmap.render.bibliography import cited, published, sentence
from argmap.render.markdown_text import escaped
from argmap.render.renderer import Picture
from argmap.values import one_line

# Beyond this depth a claim that goes on gets a heading of its own: few readers of Markdown show
# deeper lists well.
DEEPEST = 6
_NOT_IN_ADDRESS = re.compile(r"[<>`{}]")

More = Mapping[str, tuple[str, ...]]
# What the places are called where claims and arguments are told, by id.
Names = Mapping[str, str]
NO_NAMES: Names = MappingProxyType({})


def render(picture: Picture) -> bytes:
    """Return the outline; a text of the map stands in it as it is, and is never markup."""
    return outline(picture)


def outline(picture: Picture, names: Names = NO_NAMES) -> bytes:
    """Return the outline; what has a name is followed by it, and its mentions lead there."""
    return ("\n".join(_lines(picture, names)).lstrip("\n") + "\n").encode()


def _lines(picture: Picture, names: Names) -> Iterator[str]:
    a_map = picture.map
    if a_map.title:
        yield f"# {escaped(a_map.title)}"
    for paragraph in re.split(r"\n\s*\n", a_map.description or ""):
        if paragraph.strip():
            yield from ("", escaped(paragraph))
    if picture.drawing.audience is not None:
        said = picture.words.weighed_for.format(picture.words.quoted(picture.drawing.audience))
        yield from ("", f"*{escaped(said)}.*")
    more = {box.id: box.more for box in picture.drawing.boxes}
    for section in sections(a_map, deepest=DEEPEST):
        yield from ("", *_section(section, picture, more, names))
    citing = cited(a_map)
    works = [work for work in a_map.sources if citing[work.id] or a_map is picture.whole]
    if works:
        called = picture.showing.source_names
        lines = (f"- {reference(work, called[work.id], picture.words)}" for work in works)
        yield from ("", f"## {picture.words.sources}", "", *lines)


def _section(section: Section, picture: Picture, more: More, names: Names) -> Iterator[str]:
    root = section.root
    yield f"{'###' if section.continued else '##'} {escaped(root.name)}"
    # A heading can have no name of its own.
    told = [escaped(root.text)] if root.label or root.id in names else []
    told += [*_remarks(section.entries[0], picture, more, names), *_name(root.id, names)]
    if told:
        yield from ("", " ".join(told))
    if section.entries[1:]:
        yield ""
    for entry in section.entries[1:]:
        words = " ".join(_words(entry, picture, more, names))
        yield f"{'  ' * (entry.depth - 1)}- {words}"


def _words(entry: Entry, picture: Picture, more: More, names: Names) -> Iterator[str]:
    """Yield what an item of the list says: how it bears on the one above, and what is claimed."""
    words = picture.words
    node, relation = entry.node, words.relations.get(entry.relation)
    base = _base(entry, picture)
    if isinstance(node, Argument):
        opening = words.together if len(node.premises) > 1 else words.alone
        name = escaped(step_name(node))
        yield f"**{relation}, {opening} ({name}):**" if name else f"**{relation}, {opening}:**"
    elif entry.telling is Telling.WHOLE:
        if relation:
            yield f"**{relation}:**"
        if node.label:
            label = isolated(escaped(node.label), within=base)
            yield f"*{label}*{sentence(node.label)[len(node.label) :]}"
        yield isolated(escaped(node.text), within=base)
    else:
        if relation:
            yield f"**{relation}:**"
        telling = isolated(f"({words.tellings[entry.telling]})", within=base)
        yield f"{_led(isolated(escaped(mention(node)), within=base), node.id, names)} *{telling}*"
        return
    yield from _remarks(entry, picture, more, names)
    yield from _name(node.id, names)


def _name(told: str, names: Names) -> Iterator[str]:
    if told in names:
        yield f"^{names[told]}"


def _led(words: str, told: str, names: Names) -> str:
    """Return words that lead to where something is told, if that has a name."""
    return f"[{words}](#^{names[told]})" if told in names else words


def _base(entry: Entry, picture: Picture) -> list[str]:
    """Return what an item begins with, by whose first letter it is read as a whole."""
    relation = picture.words.relations.get(entry.relation)
    node = entry.node
    first = mention(node) if isinstance(node, Claim) else step_name(node)
    return [relation or first or ""]


def _remarks(entry: Entry, picture: Picture, more: More, names: Names) -> Iterator[str]:
    """Yield what follows a claim or the name of an argument, each in brackets of its own."""
    node, words, called = entry.node, picture.words, picture.showing.source_names
    arguments = [node] if isinstance(node, Argument) else [entry.argument] if entry.argument else []
    if picture.evaluation:
        verdict = words.verdicts[picture.evaluation.verdict(node.id).standing]
        yield f"*{isolated(f'({verdict})', within=_base(entry, picture))}*"
    if isinstance(node, Claim):
        yield from _quoted(node.citations, called, words)
        if status := words.status_of(node):
            yield f"*({status})*"
        yield from (f"*({escaped(remark)})*" for remark in words.explained(node))
        for other in node.contradicts:
            name = _led(escaped(mention(picture.map.claims_by_id[other])), other, names)
            yield f"({uncapitalized(words.contradicts)} {name})"
        yield from (f"*({line})*" for line in more.get(node.id, ()))
        yield from _noted(node.note, words)
        if node.link:
            yield f"[{words.link}](<{address(node.link)}>)"
    for argument in arguments:
        hidden = len(picture.whole.arguments_by_id[argument.id].premises) - len(argument.premises)
        if hidden:
            yield f"*({words.more.format(hidden)})*"
        yield from _quoted(argument.citations, called, words)
        yield from _noted(argument.note, words)


def _quoted(
    citations: Iterable[Citation], called: Mapping[str, str], words: Words
) -> Iterator[str]:
    line = citing_line(citations, names=called, full=True)
    if line:
        quotes = [words.quoted(one.quote) for one in citations if one.quote]
        yield f"({'; '.join(map(escaped, (line, *quotes)))})"


def _noted(note: str | None, words: Words) -> Iterator[str]:
    if note:
        yield f"*{words.note}* {escaped(note)}"


def reference(source: Source, name: str, words: Words) -> str:
    """Return what a list of works says of one: the `name` by which it is cited, and all of it."""
    parts = [f"**{escaped(name)}:**"]
    if source.authors:
        parts.append(escaped(sentence(one_line(words.listed(full_names(source))))))
    if source.title:
        parts.append(f"*{escaped(sentence(one_line(source.title)))}*")
    if published(source):
        parts.append(f"{escaped(published(source))}.")
    if source.note:
        parts.append(escaped(source.note))
    if source.url:
        parts.append(f"<{_NOT_IN_ADDRESS.sub(_percent, source.url)}>")
    return " ".join(parts)


def address(link: str) -> str:
    """Return an address that stands between angle brackets."""
    return re.sub(r"[\\&]", r"\\\g<0>", _NOT_IN_ADDRESS.sub(_percent, link))


def _percent(found: re.Match[str]) -> str:
    return f"%{ord(found.group()):02X}"
