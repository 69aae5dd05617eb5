"""What all outlines share: the marks, and maps that read back but for what is told as lost."""

import json
import string
from collections import Counter
from collections.abc import Callable
from types import ModuleType
from typing import Any
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagnostics import Severity
from argmap.formats import freeplane, mindmup, opml, outline, rationale
from argmap.formats.nested_lists.marks import (
    KEPT,
    TYPED,
    Bearing,
    Marks,
    escaped,
    is_plain_tag,
    item_of,
)
from argmap.model import Argument, ArgumentMap, Claim, Polarity
from argmap.values import is_text, one_line
from tests.bench.convert import broad_map
from tests.examples import examples
from tests.formats.test_yaml import chain
from tests.strategies import argument_maps, texts

WRITTEN = (outline, opml, freeplane)
READ = (*WRITTEN, mindmup, rationale)
# What programs keep, where nothing but the text itself stands in a text.
STORED = (opml, freeplane)
# Whether a notation can hold a tag.
HAS_TAG: dict[ModuleType, Callable[[str], bool]] = {
    outline: is_plain_tag,
    opml: lambda tag: tag == one_line(tag) and "," not in tag,
    freeplane: lambda tag: tag == tag.strip() and "\n" not in tag,
}


def frame(a_map: ArgumentMap) -> Counter[Any]:
    """Return the arguments, whatever their ids: premises, polarity, and what they bear on."""

    def key(argument: Argument) -> tuple[Any, ...]:
        target = a_map.arguments_by_id.get(argument.target)
        end = key(target) if target else argument.target
        return tuple(dict.fromkeys(argument.premises)), argument.polarity, end

    return Counter(key(argument) for argument in a_map.arguments)


def without_backing(a_map: ArgumentMap) -> ArgumentMap:
    """Return the map without support for steps, and without what bears on that."""
    kept = {}
    for argument in a_map.arguments:
        on_step = argument.target in a_map.arguments_by_id
        if not on_step or (argument.polarity is Polarity.ATTACK and argument.target in kept):
            kept[argument.id] = argument
    return ArgumentMap(a_map.claims, tuple(kept.values()), a_map.theses, a_map.sources)


@pytest.mark.parametrize("notation", WRITTEN)
@examples(60)
@given(a_map=argument_maps(min_claims=1))
def test_what_is_written_reads_back_but_for_what_is_told(
    notation: ModuleType, a_map: ArgumentMap
) -> None:
    written = notation.dumps(a_map)
    found = notation.loads(written.text)
    assert found.map is not None, (written.text, found.diagnostics)
    assert found.diagnostics == ()
    assert found.map.title == a_map.title
    assert found.map.theses[: len(a_map.theses)] == a_map.theses
    assert frame(found.map) == frame(without_backing(a_map))
    again = {claim.id: claim for claim in found.map.claims}
    assert set(again) == set(a_map.claims_by_id)
    for claim in a_map.claims:
        read = again[claim.id]
        assert read.text == claim.text
        assert read.tags == tuple(dict.fromkeys(filter(HAS_TAG[notation], claim.tags)))
        if "claim.link" in notation.KEEPS:
            assert read.link == claim.link
        if "claim.note" in notation.KEEPS:
            assert (read.note or "").split() == (claim.note or "").split()
    told = " ".join(loss.message for loss in written.losses)
    assert ("support for a step" in told) == (
        len(without_backing(a_map).arguments) < len(a_map.arguments)
    )
    assert ("first level as well" in told) == (found.map.theses != a_map.theses)


@pytest.mark.parametrize("notation", WRITTEN)
def test_what_is_read_from_what_was_read_is_the_same(notation: ModuleType) -> None:
    a_map = ArgumentMap(
        (Claim("a", "A"), Claim("b", "B", tags=("t",)), Claim("c", "C"), Claim("d", "D")),
        (
            Argument("a.1", ("b", "c"), "a"),
            Argument("a.1.1", ("d",), "a.1", Polarity.ATTACK),
            Argument("d.1", ("b",), "d", Polarity.ATTACK),
        ),
        ("a",),
        title="Pears #1",
    )
    written = notation.dumps(a_map)
    assert written.losses == ()
    assert notation.loads(written.text).map == a_map


@pytest.mark.parametrize("notation", WRITTEN)
@pytest.mark.parametrize(
    "text",
    [
        *("But: no", "\\But: no", "- a", "+", "#tag", "a {#b}", "a {#b} c", "\\ x", "Pro : a"),
        *("Reason 2: x", "\\\\#x", "co-premise: y", "a \\#b", "* a", "−1", "Contention:", "<b>&"),
        *("<b>a</b> &amp; b", "<html> is a tag", "<html>a</html>", "a <br> b", "&lt;", "a < b & c"),
        *("\u2060- a", "\u2060\u2060Pro: a", "a \u2060{#b}", "a <script>b</script>"),
    ],
)
def test_what_looks_like_a_mark_stays_a_text(notation: ModuleType, text: str) -> None:
    a_map = ArgumentMap((Claim("a", text),), (), ("a",), title=text)
    found = notation.loads(notation.dumps(a_map).text)
    assert found.map == a_map


LETTERS = "-+&~#{}\\a :bBut\u2060"


@pytest.mark.parametrize("marks", [TYPED, KEPT])
@examples(500)
@given(text=st.one_of(texts, st.text(LETTERS, max_size=14)).map(one_line).filter(is_text))
def test_an_escaped_text_has_no_marks(marks: Marks, text: str) -> None:
    item = item_of(escaped(text, marks), marks)
    assert item.text == text
    assert (item.bearing, item.id, item.tags) == (None, None, ())


PARTS = st.sampled_from(
    [
        *("<b>", "</b>", "<br>", "<html>", "</html>", "<p", "<script>", "</script>", ">", "<"),
        *("&", "&amp;", "&lt;", ";", "#", "#b", "\\", "\n", "\n\n", " ", "'\"", "a"),
        *("{#a}", "- ", "Pro: ", "\u2060"),
    ]
)
MARKED = st.lists(PARTS, max_size=12).map("".join)


@pytest.mark.parametrize("notation", STORED)
@examples(300)
@given(text=MARKED.map(one_line).filter(is_text), note=MARKED, title=MARKED, tag=MARKED)
def test_html_backslashes_hashes_and_lines_come_through_as_they_stand(
    notation: ModuleType, text: str, note: str, title: str, tag: str
) -> None:
    tags = tuple(filter(HAS_TAG[notation], (one_line(tag),) if is_text(one_line(tag)) else ()))
    lines = "\n".join(map(one_line, note.split("\n"))).strip("\n")
    claim = Claim("a1", text, note=lines if is_text(lines) else None, tags=tags)
    named = one_line(title) if is_text(one_line(title)) else None
    a_map = ArgumentMap((claim,), (), ("a1",), title=named)
    writing = notation.dumps(a_map)
    assert writing.losses == ()
    assert notation.loads(writing.text).map == a_map


@pytest.mark.parametrize("text", ["A #hash", "C:\\new", "\\#a", "\\- a", "Ticket #A12", "a \\{#b"])
@pytest.mark.parametrize("notation", STORED)
def test_what_a_program_shows_is_the_text_itself(notation: ModuleType, text: str) -> None:
    written = notation.dumps(ArgumentMap((Claim("a1", text),), (), ("a1",))).text
    assert f"{text} {{#a1}}" in written


@pytest.mark.parametrize(
    ("text", "bearing", "words"),
    [
        ("+ a", Bearing.SUPPORT, "a"),
        ("Because: a", Bearing.SUPPORT, "a"),
        ("reason 12: a", Bearing.SUPPORT, "a"),
        ("- a", Bearing.ATTACK, "a"),
        ("+ But: a", Bearing.ATTACK, "a"),
        ("Rebuttal: a", Bearing.ATTACK, "a"),
        ("& But: a", Bearing.LINKED, "a"),
        ("Co-premise: a", Bearing.LINKED, "a"),
        ("Undercut: a", Bearing.UNDERCUT, "a"),
        ("Contention: a", None, "a"),
        ("- Contention: a", Bearing.ATTACK, "a"),
        ("Butter: a", None, "Butter: a"),
        ("-a", None, "-a"),
        ("Reaſon: a", None, "Reaſon: a"),
        ("OBJECTION: a", Bearing.ATTACK, "a"),
    ],
)
def test_signs_and_words_say_the_same_in_all_outlines(
    text: str, bearing: Bearing, words: str
) -> None:
    item = item_of(text)
    assert (item.bearing, item.text) == (bearing, words)


@pytest.mark.parametrize("notation", [opml, freeplane])
def test_depth_is_no_trouble(notation: ModuleType) -> None:
    a_map = chain(5_000)
    assert frame_of_claims(notation.loads(notation.dumps(a_map).text).map) == frame_of_claims(a_map)


def test_what_stands_too_deep_for_a_list_goes_on_at_its_first_level() -> None:
    a_map = chain(5_000)
    written = outline.dumps(a_map)
    assert len(written.text) < 5_000_000
    told = [loss.message for loss in written.losses]
    assert "what stands too deep for a list goes on at its first level" in told
    found = outline.loads(written.text)
    assert frame_of_claims(found.map) == frame_of_claims(a_map)
    assert len(found.map.theses) > len(a_map.theses)


def frame_of_claims(a_map: ArgumentMap) -> list[tuple[tuple[str, ...], Polarity, str]]:
    return [(a.premises, a.polarity, a.target) for a in a_map.arguments]


@pytest.mark.parametrize("notation", WRITTEN)
def test_breadth_is_no_trouble(notation: ModuleType) -> None:
    a_map = broad_map(5_000)
    again = notation.loads(notation.dumps(a_map).text).map
    assert frame_of_claims(again) == frame_of_claims(a_map)


PIECES = st.sampled_from(
    ["- ", "+ ", "~ ", "& ", "  ", "\n", "a", "{#a}", "#t", "# ", "Pro: ", "\\", "But:\n", "1.1. "]
)


@pytest.mark.parametrize("notation", [outline, rationale])
@examples(300)
@given(text=st.lists(PIECES, max_size=25).map("".join))
def test_any_text_ends_in_a_map_or_in_faults(notation: ModuleType, text: str) -> None:
    reading = notation.loads(text)
    assert (reading.map is None) == any(d.severity is Severity.ERROR for d in reading.diagnostics)


@pytest.mark.parametrize("notation", READ)
@pytest.mark.parametrize(
    "text",
    [
        "- a" + " " * 50_000 + "b", "- " + "{#" * 50_000, "- #" + "a" * 50_000 + "!",
        "# a" + " " * 50_000 + "b", "- a\n" + "\n" * 50_000 + "x", " " * 60_000,
        "<?xml ?>" * 9_000, "reason" + " " * 60_000, "- \\reason" * 9_000, '{"ideas"' * 9_000,
    ],
    ids=range(10),
)  # fmt: skip
def test_no_text_takes_long_to_recognise_or_to_read(notation: ModuleType, text: str) -> None:
    # What grew with the square of this would take minutes.
    notation.recognises(text)
    notation.loads(text)


SENTENCES = (
    *(
        "We are #one in town.",
        "C:\\\\server\\new \\- and \\# and \\{",
        "a \\\\ b",
        "Is #5 best?",
        "#",
    ),
    *("a -- b - c + d & e ~ f * g", "{#not} an id", "a {#not} b", "Read this (because: so).", "\\"),
    *("#one #two are tags", "-5 degrees", "+1", "\\-5", "50% <b>off & more", "ends with #1"),
    *(f"a {sign}b{sign} {sign} c{sign}" for sign in string.punctuation),
    *(f"{sign}a{sign}" for sign in string.punctuation),
)


@pytest.mark.parametrize("text", SENTENCES)
def test_a_text_without_marks_comes_through_as_it_stands(text: str) -> None:
    attribute = quoteattr(text)
    documents = {
        opml: f"<opml><body><outline text={attribute}/></body></opml>",
        freeplane: f"<map><node TEXT={attribute}/></map>",
        mindmup: json.dumps({"title": text, "id": 1, "ideas": {}}),
        outline: f"- {text}\n",
        rationale: f"Contention: {text}\n",
    }
    for notation, document in documents.items():
        (claim,) = notation.loads(document).map.claims
        assert (claim.text, claim.tags) == (text, ()), notation.__name__


@pytest.mark.parametrize(
    ("written", "text", "tags"),
    [
        ("a #b", "a", ("b",)),
        ("a #b #c", "a", ("b", "c")),
        ("a #b c #d", "a #b c", ("d",)),
        ("a \\#b", "a #b", ()),
        ("a \\\\#b", "a \\#b", ()),
        ("a #b \\#c", "a #b #c", ()),
        ("#b", "#b", ()),
        ("#b #c", "#b #c", ()),
        ("a #b.", "a #b.", ()),
    ],
)
def test_tags_stand_at_the_end(written: str, text: str, tags: tuple[str, ...]) -> None:
    item = item_of(written)
    assert (item.text, item.tags) == (text, tags)
    item = item_of(f"{escaped(text)} {''.join(f' #{tag}' for tag in tags)} {{#id}}")
    assert (item.text, item.tags, item.id) == (text, tags, "id")
