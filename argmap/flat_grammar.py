"""The keys of a map as two lists without recursion, as tables like those of the map format.

They are few on purpose: whoever fills them in by a schema, as language models do, writes each.
"""

from argmap.grammar import ARGUMENT, CITATION, CLAIM, HOME, MAP, SOURCE, VERSION
from argmap.kinds.block import Block
from argmap.kinds.choice import Choice
from argmap.kinds.identifier import Identifier
from argmap.kinds.list_of import ListOf
from argmap.kinds.record import Field, Record
from argmap.kinds.text import Text
from argmap.model import Polarity

# A map of the format begins with `argmap`.
MARK = "argmap-flat"

_CLAIM_IDS = ListOf(Identifier("a claim"))


def _as_in(record: Record, *names: str) -> tuple[Field, ...]:
    return tuple(field for field in record.fields if field.name in names)


_CITATIONS = Field("sources", ListOf(Block("flat_citation")), "Where this is said.")

FLAT_CITATION = Record(
    "flat_citation",
    "a citation",
    CITATION.description,
    (
        Field("source", Identifier("a source"), "The id of the source.", required=True),
        *_as_in(CITATION, "at", "quote"),
    ),
)

FLAT_SOURCE = Record(
    "flat_source",
    "a source",
    SOURCE.description,
    (
        Field("id", Identifier("a source"), "The name by which citations refer to it.", True),
        Field("authors", ListOf(Text()), "Who wrote it."),
        *_as_in(SOURCE, "title", "container", "publisher", "year", "url", "file", "note"),
    ),
)

FLAT_HOME = Record("flat_home", HOME.noun, HOME.description, HOME.fields)

FLAT_CLAIM = Record(
    "flat_claim",
    "a claim",
    CLAIM.description,
    (
        Field("id", Identifier("a claim"), "A short name of its own, such as `fewer-cars`.", True),
        *_as_in(CLAIM, "text", "label", "status", "unstated", "question", "note"),
        Field(
            "home",
            Block("flat_home"),
            "Another map, in which the claim is argued; most have none. Nothing bears on it here.",
        ),
        Field("contradicts", _CLAIM_IDS, "Claims that cannot be true together with it."),
        _CITATIONS,
    ),
)

FLAT_ARGUMENT = Record(
    "flat_argument",
    "an argument",
    ARGUMENT.description,
    (
        Field("id", Identifier("an argument"), "A short name of its own, such as `by-counts`."),
        Field(
            "premises",
            ListOf(Identifier("a claim"), least=1),
            "The ids of the claims it starts from, which count only together. A reason that counts "
            "alone is an argument of its own.",
            required=True,
        ),
        Field(
            "role",
            Choice(tuple(one.value for one in Polarity)),
            "Whether it speaks for its target or against it.",
            required=True,
        ),
        Field(
            "target",
            Identifier("a claim or an argument"),
            "The id of the claim that it is about; or of the argument, where it is about the step "
            "from premises to conclusion and grants the premises.",
            required=True,
        ),
        *_as_in(ARGUMENT, "label", "scheme", "strength", "question", "note"),
        _CITATIONS,
    ),
)

FLAT_MAP = Record(
    "flat_map",
    "a map",
    MAP.description,
    (
        Field(MARK, Choice((VERSION,)), "The version of the format.", required=True),
        *_as_in(MAP, "title", "description", "language"),
        Field("sources", ListOf(Block("flat_source")), "The works that claims cite."),
        Field("theses", _CLAIM_IDS, "The ids of the claims that the map is about; most have one."),
        Field("claims", ListOf(Block("flat_claim")), "Every claim, once.", required=True),
        Field("arguments", ListOf(Block("flat_argument")), "How claims bear on each other."),
    ),
)

FLAT_RECORDS = {
    one.name: one
    for one in (FLAT_MAP, FLAT_CLAIM, FLAT_HOME, FLAT_ARGUMENT, FLAT_SOURCE, FLAT_CITATION)
}
