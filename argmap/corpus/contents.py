"""A map as rows of the tables of a corpus."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

import argmap.schemes as schemes
from argmap.checks.answering import Questions
from argmap.checks.rule import SourceText
from argmap.corpus.schema import WITH_FILE
from argmap.corpus.words import folded
from argmap.drawing.citing import full_names
from argmap.evaluation.grounded.labelling import evaluate
from argmap.model import Argument, ArgumentMap, Citation, Claim, Polarity, Source
from argmap.source import Span
from argmap.survey.evidence import Piece, evidence

Value = str | int | float | None
Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """What a map puts into the tables: rows by table, each without the number of the map.

    A file is called in them as in findings.
    `words` has, for each claim, the words by which it is found: those of its text, and of what
    stands beside it.
    """

    title: str | None
    description: str | None
    language: str | None
    tables: Mapping[str, list[Row]] = field(default_factory=dict)
    words: tuple[tuple[str, str], ...] = ()

    def files(self) -> set[Value]:
        """Return the names of the files that the rows speak of."""
        return {row[-1] for table in WITH_FILE for row in self.tables[table]}


def rows_of(
    a_map: ArgumentMap, texts: Mapping[str, SourceText], *, name: str, included: Collection[str]
) -> Rows:
    """Return all that is known of a map, its verdicts too; `texts` are those of its sources.

    `name` is how it is called itself, `included` are the names of the other files it is made of.
    """

    def file(span: Span | None) -> str:
        return span.file if span is not None and span.file in included else name

    nodes: tuple[Claim | Argument, ...] = (*a_map.claims, *a_map.arguments)
    by_id = {node.id: node for node in nodes}
    theses = frozenset(a_map.theses)
    verdicts = evaluate(a_map)
    judged = {**verdicts.claims, **verdicts.arguments}
    tables: dict[str, list[Row]] = {
        "claims": [
            (*_claim(one, is_thesis=one.id in theses), file(one.span)) for one in a_map.claims
        ],
        "arguments": [(*_argument(a_map, one), file(one.span)) for one in a_map.arguments],
        "premises": [(a.id, p) for a in a_map.arguments for p in dict.fromkeys(a.premises)],
        "contradictions": list(_contradictions(a_map)),
        "sources": [_source(one) for one in a_map.sources],
        "citations": [
            (*_citation(bearer, piece), file(_place(by_id[bearer], piece.citation)))
            for one in evidence(a_map, texts)
            for piece in one.pieces
            for bearer in piece.bearers
        ],
        "verdicts": [(id, v.standing, v.label, v.reason.kind) for id, v in judged.items()],
        "questions": list(_questions(a_map)),
        "tags": [(node.id, tag) for node in nodes for tag in dict.fromkeys(node.tags)],
    }
    words = tuple((folded(claim.text), folded(_beside(claim))) for claim in a_map.claims)
    return Rows(a_map.title, a_map.description, a_map.language, tables, words)


def _claim(claim: Claim, *, is_thesis: bool) -> Row:
    return (
        *(claim.id, claim.text, folded(claim.text), claim.label, claim.note),
        *(
            claim.status,
            claim.standard,
            int(claim.unstated),
            claim.home.map if claim.home else None,
        ),
        *(claim.group, int(is_thesis)),
    )


def _beside(claim: Claim) -> str:
    quotes = (one.quote for one in claim.citations)
    return " ".join(filter(None, (claim.label, claim.note, *quotes)))


def _argument(a_map: ArgumentMap, one: Argument) -> Row:
    known = schemes.named(one.scheme) if one.scheme else None
    scheme = known.id if known else one.scheme
    on_step = one.target in a_map.arguments_by_id
    if one.polarity is Polarity.ATTACK:
        kind = "undercut" if on_step else "attack"
    else:
        kind = "backing" if on_step else "support"
    return (one.id, one.target, kind, one.label, scheme, one.strength, one.value)


def _citation(bearer: str, piece: Piece) -> Row:
    cited = piece.citation
    return (bearer, cited.source, cited.at, cited.quote, piece.finding)


def _place(bearer: Claim | Argument, citation: Citation) -> Span | None:
    """Return where a bearer cites that; one and the same citation may stand at several."""
    return next((one.span for one in bearer.citations if one == citation), None)


def _contradictions(a_map: ArgumentMap) -> Iterator[Row]:
    """Yield each pair of claims that contradict each other once, whoever says so."""
    for claim in a_map.claims:
        for other in a_map.contradictions_of(claim.id):
            if claim.id <= other:
                yield claim.id, other


def _questions(a_map: ArgumentMap) -> Iterator[Row]:
    """Yield what answers a critical question, the scheme that has it, and the question."""
    asked = Questions(a_map)
    found = [(c.id, c.question, asked.for_claim(c.id)) for c in a_map.claims if c.question]
    found += [(a.id, a.question, asked.for_argument(a)) for a in a_map.arguments if a.question]
    for bearer, question, asking in found:
        for name in sorted(asking.schemes):
            scheme = schemes.named(name)
            if scheme and scheme.question(question):
                yield bearer, name, question


def _source(source: Source) -> Row:
    authors = "; ".join(full_names(source)) or None
    known = (source.id, source.title, authors, source.year)
    return (
        *(source.id, source.title, authors, source.container, source.publisher),
        *(source.year, source.url, folded(" ".join(filter(None, known)))),
    )
