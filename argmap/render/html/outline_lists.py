"""The outline of a whole map as HTML: headings for theses, nested lists for what bears on them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from argmap.drawing.citing import short_names
from argmap.evaluation.verdicts import Evaluation
from argmap.languages import words_in
from argmap.languages.words import Words, uncapitalized
from argmap.model import Argument, ArgumentMap, Citation, Claim
from argmap.outline import Entry, Relation, Section, Telling, mention, sections, step_name
from argmap.render.bibliography import sentence
from argmap.render.markup import Attributes, element, open_tag, text
from argmap.render.svg.badges import verdict_class
from argmap.values import ends_sentence, one_line, within_sentence

# Beyond this depth a claim that goes on gets a heading of its own: a phone has no room for more.
DEEPEST = 7
# A branch with more entries can be folded.
LONG = 8


@dataclass(frozen=True)
class Teller:
    """What is told; `own_language` is that of argmap's words, where the map has another.

    With an `evaluation` every claim and argument is told with its verdict. All ids in the page
    begin with `prefix`. Headings of claims have the `level`, from 1 to 5; at level 0 they are
    plain paragraphs, for pages whose own headings should stay among themselves.
    """

    map: ArgumentMap
    own_language: str | None
    evaluation: Evaluation | None = None
    prefix: str = ""
    level: int = 3

    @property
    def words(self) -> Words:
        """Return argmap's own words in the language of the map."""
        return words_in(self.map.language)

    @cached_property
    def source_names(self) -> Mapping[str, str]:
        """Return what the sources of the map are called, by their ids."""
        return short_names(self.map.sources, self.words)

    def claim_anchor(self, name: str) -> str:
        """Return the id of the place at which a claim is told."""
        return f"{self.prefix}claim-{name}"

    def step_anchor(self, name: str) -> str:
        """Return the id of the place at which an argument is told."""
        return f"{self.prefix}argument-{name}"

    def source_anchor(self, name: str) -> str:
        """Return the id of a source in the bibliography."""
        return f"{self.prefix}source-{name}"

    def link_to(self, claim: Claim, *, within: bool = False) -> str:
        """Return a link to where a claim is told; `within` a sentence it has no full stop."""
        address = f"#{self.claim_anchor(claim.id)}"
        name = within_sentence(mention(claim)) if within else mention(claim)
        return element("a", {"href": address, "dir": "auto"}, text(name))

    def heading(self, content: str, attributes: Attributes, below: int = 0) -> str:
        """Return a heading, so many levels `below` those of claims; its content is markup."""
        if self.level:
            return element(f"h{self.level + below}", attributes, content)
        classes = f"heading {attributes.get('class') or ''}".strip()
        return element("p", {**attributes, "class": classes}, content)

    def own(self, name: str, words: str, attributes: Attributes | None = None) -> str:
        """Return an element with words of argmap's own; within a line they are set apart.

        Else they would change places with what stands beside them in text that is read leftwards.
        """
        apart = {"dir": "auto"} if name in ("strong", "small") else {}
        given = {**(attributes or {}), "lang": self.own_language, **apart}
        return element(name, given, text(words))


def outline(teller: Teller) -> Iterator[str]:
    """Yield the lines of markup of the outline: a section for each thesis and long branch."""
    used: set[str] = set()
    if teller.evaluation is not None and teller.evaluation.audience is not None:
        quoted = teller.words.quoted(teller.evaluation.audience)
        yield teller.own("p", f"{teller.words.weighed_for.format(quoted)}.", {"class": "audience"})
    for section in sections(teller.map, deepest=DEEPEST):
        yield from _section(section, teller, used)


def _section(section: Section, teller: Teller, used: set[str]) -> Iterator[str]:
    root, entries = section.root, section.entries
    kind = "branch" if section.continued else "thesis"
    if not section.continued and root.id not in teller.map.theses:
        kind = "aside"
    yield open_tag("section", {"id": teller.claim_anchor(root.id), "class": kind})
    yield teller.heading(text(root.name), {"dir": "auto", "class": None if root.label else "text"})
    words = [_text(root)] if root.label else []
    words += _remarks(entries[0], teller)
    if section.continued:
        back = {"href": f"#{teller.prefix}uses-{root.id}"}
        words.append(teller.own("a", teller.words.link_back, back))
    if words:
        yield element("p", {}, " ".join(words))
    yield from _lists(entries, teller, used)
    yield "</section>"


def _lists(entries: Sequence[Entry], teller: Teller, used: set[str]) -> Iterator[str]:
    """Yield the entries after the first as nested lists; `ends` closes what is open.

    An item stays open until everything that hangs on it is told.
    """
    branches = _branches(entries)
    ends: list[str] = []
    relation = None
    for at, entry in enumerate(entries[1:], start=1):
        while len(ends) > entry.depth:
            yield f"</li>{ends.pop()}"
        if len(ends) == entry.depth:
            yield "</li>"
        if entry.depth == 1 and entry.relation is not relation:
            yield from reversed(ends)
            ends.clear()
            relation = entry.relation
            supports = relation is Relation.SUPPORT
            heading = teller.words.speaks_for if supports else teller.words.speaks_against
            yield teller.heading(text(heading), {"class": relation, "lang": teller.own_language}, 1)
        if len(ends) < entry.depth:
            branch = branches[at - 1]
            foldable = entry.depth > 1 and branch.size > LONG
            yield f'<details open="">\n{_summary(branch, teller)}\n<ul>' if foldable else "<ul>"
            ends.append("</ul></details>" if foldable else "</ul>")
        yield open_tag("li", {"id": _anchor(entry, teller, used), "class": entry.relation})
        yield element("p", {}, " ".join(_words(entry, teller)))
    yield from (f"</li>{end}" for end in reversed(ends))


@dataclass(slots=True)
class _Branch:
    """How many entries hang on one, and how those stand to it that do so directly."""

    size: int
    children: Counter[Relation]


def _branches(entries: Sequence[Entry]) -> list[_Branch]:
    branches = [_Branch(0, Counter()) for _ in entries]
    above: list[int] = []
    for at, entry in enumerate(entries):
        while len(above) > entry.depth:
            closed = above.pop()
            if above:
                branches[above[-1]].size += branches[closed].size + 1
        if above:
            branches[above[-1]].children[entry.relation] += 1
        above.append(at)
    while len(above) > 1:
        closed = above.pop()
        branches[above[-1]].size += branches[closed].size + 1
    return branches


def _summary(branch: _Branch, teller: Teller) -> str:
    words, parts = teller.words, []
    for relation, number in branch.children.items():
        if relation in words.relations:
            parts.append(f"{number} {uncapitalized(words.relations[relation])}")
        else:
            parts.append(words.counted(words.premises, number))
    return teller.own("summary", ", ".join(parts))


def _anchor(entry: Entry, teller: Teller, used: set[str]) -> str | None:
    """Return the id of an item; `used` are the claims for which a later section leads back."""
    node = entry.node
    if isinstance(node, Argument):
        return teller.step_anchor(node.id)
    if entry.telling is Telling.WHOLE:
        return teller.claim_anchor(node.id)
    if entry.telling is Telling.ABOVE or node.id in used:
        return None
    used.add(node.id)
    return f"{teller.prefix}uses-{node.id}"


def _words(entry: Entry, teller: Teller) -> Iterator[str]:
    """Yield what an item says: how it bears on the one above it, and what is claimed."""
    words = teller.words
    node, relation = entry.node, words.relations.get(entry.relation)
    if isinstance(node, Argument):
        opening = words.together if len(node.premises) > 1 else words.alone
        yield teller.own("strong", f"{relation}, {opening}", {"class": "how"})
        if step_name(node):
            yield element("span", {"class": "name", "dir": "auto"}, text(step_name(node)))
    else:
        if relation:
            yield teller.own("strong", f"{relation}:", {"class": "how"})
        if entry.telling is not Telling.WHOLE:
            yield teller.link_to(node)
            yield teller.own("small", f"({words.tellings[entry.telling]})")
            return
        if node.label:
            yield element("b", {"dir": "auto"}, text(sentence(node.label)))
        yield _text(node)
    yield from _remarks(entry, teller)


def _text(claim: Claim) -> str:
    return element("span", {"class": "text", "dir": "auto"}, text(claim.text))


def _remarks(entry: Entry, teller: Teller) -> Iterator[str]:
    """Yield what follows a claim or the name of an argument."""
    node, a_map, words = entry.node, teller.map, teller.words
    if teller.evaluation:
        standing = teller.evaluation.verdict(node.id).standing
        classes = f"verdict {verdict_class(standing)}"
        yield teller.own("small", words.verdicts[standing], {"class": classes})
    if isinstance(node, Claim) and (status := words.status_of(node)):
        yield teller.own("small", f"({status})", {"class": "status"})
    if isinstance(node, Claim):
        for remark in words.explained(node):
            yield teller.own("small", f"({remark})", {"class": "status"})
    yield from _cited(node.citations, teller)
    if isinstance(node, Claim) and node.contradicts:
        others = [a_map.claims_by_id[name] for name in node.contradicts]
        links = ", ".join(teller.link_to(one, within=True) for one in others)
        stop = "" if ends_sentence(within_sentence(mention(others[-1]))) else "."
        yield teller.own("small", words.contradicts) + f" {links}{stop}"
    yield from _noted(node.note)
    if isinstance(node, Claim) and node.link:
        yield teller.own("a", words.link, {"href": node.link})


def _cited(citations: Iterable[Citation], teller: Teller) -> Iterator[str]:
    """Yield what is cited: each source once, with its locators and quotes."""
    by_source: dict[str, list[str]] = {}
    for citation in citations:
        parts = by_source.setdefault(citation.source, [])
        if citation.at:
            parts.append(text(one_line(citation.at)))
        if citation.quote:
            parts.append(element("q", {"dir": "auto"}, text(one_line(citation.quote))))
    works = []
    for name, parts in by_source.items():
        work = text(one_line(teller.source_names[name]))
        link = element("a", {"href": f"#{teller.source_anchor(name)}", "dir": "auto"}, work)
        works.append(", ".join([link, *dict.fromkeys(parts)]))
    if works:
        yield f'<small class="cited">({"; ".join(works)})</small>'


def _noted(note: str | None) -> Iterator[str]:
    if note:
        yield element("span", {"class": "note", "dir": "auto"}, text(one_line(note)))
