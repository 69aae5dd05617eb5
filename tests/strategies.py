"""Random argument maps, for tests of properties that hold for every map."""

import string
from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

from hypothesis import strategies as st

from argmap.destinations import SHEET_NAMES
from argmap.identifiers import Names, slug
from argmap.kinds.choice import Choice
from argmap.kinds.identifier import Identifier
from argmap.kinds.map_of import MapOf
from argmap.kinds.number import Number
from argmap.kinds.one_or_many import OneOrMany
from argmap.kinds.reading_place import ReadingPlace
from argmap.kinds.theme_name import ThemeName
from argmap.kinds.truth import Truth
from argmap.kinds.whole import Whole
from argmap.model import (
    STRENGTHS,
    Argument,
    ArgumentMap,
    Citation,
    Claim,
    Polarity,
    Source,
    Status,
)
from argmap.settings.setting import Setting, settings_of
from argmap.style import Style
from argmap.themes import THEME_NAMES
from argmap.values import canonical, is_id, is_text
from argmap.weighing import (
    DEGREES,
    SEMANTICS,
    Audience,
    Expectation,
    Expected,
    Home,
    Standard,
    Standing,
)

ODD_TEXTS = (
    "no", "2022", "1.10", "null", "~", "true", ": x", "# y", "a: b", "a #b", "ends with:", "- x",
    '"quoted"', "'quoted'", "it's", "[x]", "{x}", "@x", "`x`", "%x", "*x", "&x", "!x", "<<", "=",
    "...", "---", "? x", "| x", "> x", "back\\slash", "x, y", "\\n", "\u2028x", "a\xa0b", "e\u0301",
    "می‌شود", "नमस्ते दुनिया", "日本語", "🙂🏽", "𝒳 𝒴", "word " * 60, "w" * 200, "'" * 130,
    "argmap: 1 # argmap: allow x", "text:A", "ref:b", "text://c", "note:",
)  # fmt: skip
ODD_NOTES = (
    "two\nlines", "two\n\nparagraphs\n", "\nbegins with a break", "ends with breaks\n\n",
    "  indented\nlines", "a\n  b\n c", "trailing space \nx", "tab\there", "x\n \ny", "# a\n# b",
    "- a\n- b", " x", "x ", "many  spaces " * 20, "\tx",
)  # fmt: skip

texts = st.one_of(
    st.text(string.ascii_letters + " .,:#'\"-", min_size=1, max_size=30),
    st.text(min_size=1, max_size=30),
    st.lists(
        st.sampled_from(["the", "a", "trees", "school", "not", "light"]), min_size=1, max_size=40
    ).map(" ".join),
    st.sampled_from(ODD_TEXTS),
).filter(is_text)
notes = texts | st.sampled_from(ODD_NOTES)
ids = st.one_of(
    st.sampled_from(
        ("a", "b", "a.1", "a.2", "a-2", "claim", "no", "2022", "-", ".", "...", "über")
    ),
    st.text("abc.-_1", min_size=1, max_size=6),
    st.text(st.characters(categories=("L", "M", "Nd")), min_size=1, max_size=6).map(canonical),
).filter(is_id)
fractions = st.floats(0, 1) | st.sampled_from((0.1, 0.5, 1.0, 1e-9))
strengths = st.floats(0, 1, exclude_min=True) | st.sampled_from(tuple(STRENGTHS.values()))


# Few claims are argued in other maps.
_homes = st.sampled_from(range(8)).flatmap(
    lambda n: st.none() if n < 7 else st.builds(Home, texts, st.sampled_from(Standing))
)


def _optional(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.none() | st.none() | strategy


def _few(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.just(()) | st.lists(strategy, max_size=3).map(tuple)


@st.composite
def sources(draw: st.DrawFn, name: str) -> Source:
    return Source(
        name,
        title=draw(_optional(texts)),
        authors=draw(_few(texts)),
        container=draw(_optional(texts)),
        publisher=draw(_optional(texts)),
        year=draw(_optional(st.sampled_from(("2022", "44 BC")))),
        url=draw(_optional(st.sampled_from(("https://example.org/a?b=c#d", "mailto:a@b.c")))),
        file=draw(_optional(st.sampled_from(("a.txt", "../texts/Über uns.txt", "- a.txt")))),
        note=draw(_optional(notes)),
    )


def _wish(one: Setting, names: Mapping[str, Sequence[str]]) -> st.SearchStrategy:
    """Return what a setting may be, for every kind; `names` are those that each may name."""
    kind = one.kind
    match kind:
        case OneOrMany():
            named = names[kind.item.of if isinstance(kind.item, Identifier) else "a tag"]
            return _few(st.sampled_from(named)) if named else st.just(())
        case MapOf():
            pairs = st.dictionaries(ids, st.just("#1b9e77"), max_size=2)
            return pairs.map(lambda found: tuple(found.items()))
        case Identifier():
            return _optional(st.sampled_from(names[kind.of])) if names[kind.of] else st.none()
        case Choice():
            return _optional(st.sampled_from(kind.words))
        case Whole():
            return _optional(st.integers(kind.least, kind.most))
        case Number():
            return _optional(st.floats(kind.least, kind.most))
        case Truth():
            return _optional(st.booleans())
        case ThemeName():
            return _optional(st.sampled_from((*THEME_NAMES, "themes/house.yaml")))
        case ReadingPlace():
            return _optional(st.sampled_from(("200", "760", *SHEET_NAMES)))
    raise NotImplementedError(f"no values are known for “{one.name}”")


def styles(
    claims: Sequence[str], tags: Sequence[str], audiences: Sequence[str]
) -> st.SearchStrategy[Style]:
    """Return styles in which every key may be there, naming what a map has."""
    names = {"a claim": claims, "a tag": tags, "an audience": audiences, "a source": ["all"]}
    wishes = {one.name: _wish(one, names) for one in settings_of(Style)}
    return st.builds(Style, **wishes)


@st.composite
def argument_maps(
    draw: st.DrawFn, *, min_claims: int = 0, max_claims: int = 12, max_arguments: int = 12
) -> ArgumentMap:
    """Return a map of any shape: circles, shared claims and premises, undercuts of undercuts."""
    taken: set[str] = set()
    keys = draw(st.lists(ids, max_size=3, unique=True))
    citations = (
        _few(st.builds(Citation, st.sampled_from(keys), _optional(texts), _optional(notes)))
        if keys
        else st.just(())
    )
    claims = _claims(draw, draw(st.integers(min_claims, max_claims)), taken, citations)
    claim_ids = [claim.id for claim in claims]
    here = [claim.id for claim in claims if claim.home is None]
    arguments = _arguments(draw, max_arguments, claim_ids, here, taken, citations) if here else []
    nodes = [*claim_ids, *(argument.id for argument in arguments)]
    tags = list(dict.fromkeys(tag for claim in claims for tag in claim.tags))
    theses = draw(st.lists(st.sampled_from(claim_ids), max_size=3, unique=True)) if claims else []
    expected = draw(st.lists(st.sampled_from(nodes), max_size=3, unique=True)) if nodes else []
    names = draw(st.lists(ids, max_size=2, unique=True))
    return ArgumentMap(
        tuple(claims),
        tuple(arguments),
        tuple(theses),
        tuple(draw(sources(key)) for key in keys),
        title=draw(_optional(texts)),
        description=draw(_optional(notes)),
        language=draw(_optional(st.just("en"))),
        audiences=tuple(_audience(draw, name, arguments) for name in names),
        expectations=tuple(_expectation(draw, one, names) for one in expected),
        style=draw(styles(claim_ids, tags, names)),
    )


def _audience(draw: st.DrawFn, name: str, arguments: list[Argument]) -> Audience:
    known = [one.id for one in arguments]
    found = draw(st.dictionaries(st.sampled_from(known), strengths, max_size=2)) if known else {}
    return Audience(
        name, tuple(found.items()), tuple(draw(st.lists(texts, max_size=3, unique=True)))
    )


def _expectation(draw: st.DrawFn, name: str, audiences: list[str]) -> Expectation:
    audience = draw(_optional(st.sampled_from(audiences))) if audiences else None
    if draw(st.booleans()):
        semantics = draw(_optional(st.sampled_from(SEMANTICS[:4])))
        return Expectation(name, draw(st.sampled_from(Expected)), semantics, audience)
    least, most = sorted((draw(fractions), draw(fractions)))
    semantics = draw(_optional(st.sampled_from(DEGREES)))
    return Expectation(name, None, semantics, audience, (least, most))


def _claims(
    draw: st.DrawFn, number: int, taken: set[str], citations: st.SearchStrategy
) -> list[Claim]:
    parts = [(draw(texts), draw(_optional(texts))) for _ in range(number)]
    claim_ids = []
    for text, label in parts:
        wanted = slug(label, text) if draw(st.booleans()) else draw(ids)
        claim_ids.append(_unused(wanted, taken))
    found = {name: draw(_homes) for name in claim_ids}
    here = [name for name, home in found.items() if home is None]
    return [
        Claim(
            name,
            text,
            label=label,
            citations=draw(citations),
            unstated=draw(st.booleans()),
            tags=draw(_few(texts)),
            group=draw(_optional(texts)),
            link=draw(_optional(st.sampled_from(("https://a.b", "#c", "a/b.html", "?x")))),
            note=draw(_optional(notes)),
            question=draw(_optional(ids)),
            **({"home": found[name]} if found[name] else _weighed(draw, here)),
        )
        for name, (text, label) in zip(claim_ids, parts, strict=True)
    ]


def _weighed(draw: st.DrawFn, here: list[str]) -> dict[str, Any]:
    """Return what weighs a claim that is argued here, as others are."""
    return {
        "contradicts": draw(_few(st.sampled_from(here))),
        "status": draw(_optional(st.sampled_from(Status))),
        "credence": draw(_optional(fractions)),
        "given": draw(_optional(fractions)),
        "standard": draw(_optional(st.sampled_from(Standard))),
    }


def _arguments(
    draw: st.DrawFn,
    most: int,
    claim_ids: list[str],
    here: list[str],
    taken: set[str],
    citations: st.SearchStrategy,
) -> list[Argument]:
    targets = list(here)
    names = Names(taken)
    arguments = []
    for _ in range(draw(st.integers(0, most))):
        target = draw(st.sampled_from(targets))
        if draw(st.booleans()):
            name = names.argument(target, 1)
            taken.add(name)
        else:
            name = _unused(draw(ids), taken)
            names = Names(taken)
        bare = draw(st.booleans())
        arguments.append(
            Argument(
                name,
                tuple(draw(st.lists(st.sampled_from(claim_ids), min_size=1, max_size=3))),
                target,
                draw(st.sampled_from(Polarity)),
                label=None if bare else draw(_optional(texts)),
                scheme=None if bare else draw(_optional(texts)),
                strength=None if bare else draw(_optional(strengths)),
                value=None if bare else draw(_optional(texts)),
                citations=() if bare else draw(citations),
                tags=() if bare else draw(_few(texts)),
                note=None if bare else draw(_optional(notes)),
                question=None if bare else draw(_optional(ids)),
            )
        )
        targets.append(name)
    return arguments


def _unused(wanted: str, taken: set[str]) -> str:
    candidates = (wanted if n == 1 else f"{wanted}-{n}" for n in count(1))
    name = next(candidate for candidate in candidates if candidate not in taken)
    taken.add(name)
    return name
