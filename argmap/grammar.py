"""The map format as tables: every key, what may stand under it, and a sentence on what it means.

The reader walks a file along these tables, the JSON Schema is made from them, and the manual
quotes their sentences; so the three cannot disagree.
"""

from collections.abc import Mapping

from argmap.kinds.block import Block
from argmap.kinds.choice import Choice
from argmap.kinds.cited import Cited
from argmap.kinds.fraction import Fraction
from argmap.kinds.identifier import Identifier
from argmap.kinds.link import Link
from argmap.kinds.list_of import ListOf
from argmap.kinds.map_of import MapOf
from argmap.kinds.one_or_many import OneOrMany
from argmap.kinds.reason import Reason
from argmap.kinds.record import Field, Record
from argmap.kinds.relative_path import RelativePath
from argmap.kinds.statement import Statement
from argmap.kinds.text import Text
from argmap.kinds.truth import Truth
from argmap.kinds.word_or_block import WordOrBlock
from argmap.settings.setting import settings_of
from argmap.style import Style
from argmap.weighing import SEMANTICS, STRENGTHS, Expected, Standard, Standing, Status

VERSION = "1"


_CLAIM_ID = Identifier("a claim")
_NODE_ID = Identifier("a claim or an argument")
_TAG = Identifier("a tag", as_written=True)
_SOURCE_ID = Identifier("a source")
_VERDICT = Choice(tuple(Expected))
_STRENGTH = Fraction(zero_allowed=False, words=tuple(STRENGTHS))
_STATEMENTS = ListOf(Statement(), least=1)
_REASONS = ListOf(Reason())

_PREMISES = Field("premises", _STATEMENTS, "Premises that carry the claim only together.")
_ARGUMENTS = Field("arguments", _REASONS, "Independent arguments, each meant to do alone.")
_REBUTTALS = Field("rebuttals", _REASONS, "What speaks against the claim itself.")
# Who writes premises gives one argument, and who writes arguments may give several.
_ONE_WAY = ("premises", "arguments")
_LABEL = Field("label", Text(), "A short headline.")
_CITATION = Field("source", OneOrMany(Cited()), "Where this is said: a citation or several.")
_TAGS = Field("tags", OneOrMany(Text()), "Words to colour or select by.")
_QUESTION = Field(
    "question",
    Identifier("a critical question"),
    "Which critical question of the scheme it bears on this answers, such as `field`.",
)
_NOTE = Field("note", Text(), "A remark of the author's, which counts neither for nor against.")

MAP = Record(
    "map",
    "a map",
    "An argument map: what is argued for, what speaks for it and what against.",
    (
        Field("argmap", Choice((VERSION,)), "The version of the format.", required=True),
        Field("title", Text(), "The title, shown above the drawing."),
        Field("description", Text(), "What the map is about, in a sentence or two."),
        Field("language", Text(), "The language of the texts, as a code such as `en`."),
        Field(
            "include",
            OneOrMany(WordOrBlock(RelativePath(), "inclusion")),
            "Other files that the map is made of.",
        ),
        Field(
            "bibliography",
            OneOrMany(RelativePath()),
            "Files in BibTeX or CSL-JSON with further works that claims cite.",
        ),
        Field("sources", MapOf(_SOURCE_ID, Block("source")), "The works that claims cite."),
        Field("thesis", OneOrMany(Statement()), "The claim that the map is about, or several."),
        Field("claims", ListOf(Statement()), "Claims outside the tree, or used more than once."),
        Field(
            "expect",
            MapOf(_NODE_ID, WordOrBlock(_VERDICT, "expectation")),
            "The verdicts that should come out, by id.",
        ),
        Field(
            "audiences",
            MapOf(Identifier("an audience"), Block("audience")),
            "Whom the map may have to convince, and what these readers hold dear.",
        ),
        Field("style", Block("style"), "How the map is drawn where nothing else is asked for."),
    ),
)

CLAIM = Record(
    "claim",
    "a claim",
    "A sentence that can be true or false.",
    (
        Field("text", Text(), "The claim itself, as one sentence.", required=True),
        Field("id", _CLAIM_ID, "The name by which other places refer to the claim."),
        _LABEL,
        _CITATION,
        _PREMISES,
        _ARGUMENTS,
        _REBUTTALS,
        Field("contradicts", OneOrMany(_CLAIM_ID), "Claims that cannot be true together with it."),
        Field(
            "status",
            Choice(tuple(status.value for status in Status)),
            "What the author declares of the claim, apart from any argument.",
        ),
        Field("credence", Fraction(), "How likely the claim is by itself, from 0 to 1."),
        Field(
            "given",
            Fraction(words=tuple(STRENGTHS)),
            "How strongly the claim stands without an argument: a word, or a number up to 1.",
        ),
        Field("standard", Choice(tuple(Standard)), "How well the claim must be shown."),
        Field("unstated", Truth(), "Whether the text that is mapped leaves the claim unsaid."),
        Field(
            "home",
            WordOrBlock(Text(), "home"),
            "Another map, in which the claim is argued: nothing bears on it here.",
        ),
        _TAGS,
        Field("group", Text(), "The frame in which the claim is drawn with related ones."),
        Field(
            "link",
            Link(relative=True),
            "Where a click on the claim leads; a path starts from the folder of the map.",
        ),
        _QUESTION,
        _NOTE,
    ),
    not_together=_ONE_WAY,
)

REFERENCE = Record(
    "reference",
    "a reference",
    "A claim that is written elsewhere, with what is said for it or against it here.",
    (
        Field("ref", _CLAIM_ID, "The id of the claim.", required=True),
        _PREMISES,
        _ARGUMENTS,
        _REBUTTALS,
    ),
    not_together=_ONE_WAY,
)

ARGUMENT = Record(
    "argument",
    "an argument",
    "The step from premises, taken together, to a conclusion or against one.",
    (
        Field("premises", _STATEMENTS, "The claims it starts from, at least one.", required=True),
        Field("id", Identifier("an argument"), "The name by which `expect` refers to it."),
        _LABEL,
        Field("scheme", Text(), "The pattern of the reasoning, such as `cause-to-effect`."),
        Field(
            "strength",
            _STRENGTH,
            "How much the step carries: a word, or a number above 0 and up to 1.",
        ),
        Field("value", Text(), "What it promotes, such as `safety`: a word that audiences rank."),
        Field("rebuttals", _REASONS, "What speaks against the step from premises to conclusion."),
        Field("backing", _REASONS, "What speaks for the step from premises to conclusion."),
        _QUESTION,
        _CITATION,
        _TAGS,
        _NOTE,
    ),
)

SOURCE = Record(
    "source",
    "a source",
    "A work that claims cite.",
    (
        Field("author", OneOrMany(Text()), "Who wrote it: a name, or a list of names."),
        Field("title", Text(), "The title of the work."),
        Field("container", Text(), "The journal, book or site that it is a part of."),
        Field("publisher", Text(), "Who published it."),
        Field("year", Text(), "When it was published."),
        Field("url", Link(relative=False), "Where it can be found."),
        Field("file", RelativePath(), "The text itself, so that quotes can be checked."),
        _NOTE,
    ),
)

CITATION = Record(
    "citation",
    "a citation",
    "A place in a source.",
    (
        Field("ref", _SOURCE_ID, "The key of the source.", required=True),
        Field("at", Text(), "The place in it, such as `¶3` or `p. 12`."),
        Field("quote", Text(), "The exact words."),
    ),
)

AUDIENCE = Record(
    "audience",
    "an audience",
    "Readers, by how strong they find arguments and by what they hold dear.",
    (
        Field(
            "strengths",
            MapOf(Identifier("an argument"), _STRENGTH),
            "How strong these readers find single arguments, by id.",
        ),
        Field("values", ListOf(Text(), least=1), "What arguments promote, the dearest first."),
    ),
)

EXPECTATION = Record(
    "expectation",
    "an expectation",
    "What should come out for a claim or an argument.",
    (
        Field("verdict", _VERDICT, "The verdict."),
        Field("semantics", Choice(SEMANTICS), "How the map is evaluated for it."),
        Field("audience", Identifier("an audience"), "Who is to be convinced."),
        Field("degree", ListOf(Fraction(), 2, 2), "The least and the most that a degree may be."),
    ),
    one_of=("verdict", "degree"),
)

INCLUSION = Record(
    "inclusion",
    "an included file",
    "Another file that the map is made of.",
    (
        Field("file", RelativePath(), "The file.", required=True),
        Field(
            "as",
            Identifier("an included file"),
            "The name before its ids: `tax` makes `tax/rate` of `rate`.",
        ),
        Field(
            "sealed",
            Truth(),
            "Whether its claims have the verdicts found there, and nothing bears on them here.",
        ),
    ),
)

HOME = Record(
    "home",
    "a home",
    "Another map, in which a claim is argued.",
    (
        Field("map", Text(), "What that map is called: its file, for one.", required=True),
        Field("verdict", Choice(tuple(Standing)), "How it stands there: `stands` if not said."),
    ),
)

STYLE = Record(
    "style",
    "a style",
    "How the map is drawn where nothing else is asked for.",
    tuple(Field(one.name, one.kind, one.description) for one in settings_of(Style)),
)

RECORDS: Mapping[str, Record] = {
    record.name: record
    for record in (
        *(MAP, INCLUSION, CLAIM, HOME, REFERENCE, ARGUMENT, SOURCE, CITATION, AUDIENCE),
        *(EXPECTATION, STYLE),
    )
}
