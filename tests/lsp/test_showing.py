"""What is shown beside a text: hovers, signs, the outline, what folds."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lsprotocol import types

from argmap.evaluation.grounded.labelling import evaluate
from argmap.lsp.folding import folding
from argmap.lsp.hints import hints
from argmap.lsp.hover import hover
from argmap.lsp.symbols import DEEPEST, symbols
from argmap.model import Claim
from argmap.report.outline_text import SIGNS
from tests.lsp.opening import opened, place, words_at
from tests.lsp.texts import WHOLE

DOCUMENT = opened(WHOLE)
MAPS = sorted((Path(__file__).parents[2] / "maps").rglob("*.yaml"))


def told(words: str, *, within: int = 0, text: str = WHOLE) -> str | None:
    document = opened(text)
    found = hover(document, place(document, words, within=within))
    if found is None:
        return None
    assert isinstance(found.contents, types.MarkupContent)
    assert found.contents.kind == types.MarkupKind.PlainText
    return found.contents.value


def test_a_reference_shows_the_claim_its_verdict_and_why() -> None:
    assert told("ref: welcome", within=6) == (
        "Guests welcome dogs.\n\n“Guests welcome dogs” [welcome] is undecided: "
        "nothing decides between it and what contradicts it.\n\nid: welcome"
    )


def test_a_text_shows_its_verdict_and_the_id_it_has() -> None:
    shown = told("B.", text="argmap: 1\nthesis: B.\n")
    assert shown.startswith("B.\n\n“B” [b] stands: it is given.")
    assert shown.endswith("\n\nid: b")


def test_a_faulty_map_shows_texts_and_no_verdicts() -> None:
    text = "argmap: 1\nthesis: {text: A., premises: [ref: b]}\nclaims: [B is.]\ntitel: X\n"
    text = text.replace("ref: b", "ref: b-is")
    assert told("ref: b-is", within=6, text=text) == "B is.\n\nid: b-is"


def test_a_scheme_a_check_a_source_and_a_key_show_what_they_are() -> None:
    assert told("expert-opinion").startswith("expert-opinion: Argument from expert opinion")
    comment = "argmap: 1\nthesis: A. # argmap: allow one-sided, question\n"
    assert "objection" in told("one-sided", text=comment)
    assert told("question", text=comment) != told("one-sided", text=comment)
    assert "A survey: of guests" in told("ref: survey", within=6)
    assert told("rebuttals:") == "rebuttals: What speaks against the claim itself."
    assert told("rebuttals:\n        -") == (
        "rebuttals: What speaks against the step from premises to conclusion."
    )
    assert told("at: p. 3") == "at: The place in it, such as `¶3` or `p. 12`."


def test_where_nothing_is_to_be_told_there_is_none() -> None:
    assert told("# A map", within=3) is None


def test_what_a_map_says_is_shown_as_it_is_and_is_no_markup() -> None:
    text = "argmap: 1\nthesis: 'A <b>*x*</b> [y](z).'\n"
    assert told("*x*", text=text).startswith("A <b>*x*</b> [y](z).\n")


@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
def test_every_claim_has_the_sign_of_its_verdict(file: Path) -> None:
    document = opened(file.read_text(encoding="utf-8"), file)
    a_map = document.reading.map
    verdicts = evaluate(a_map).claims
    signs = [SIGNS[verdicts[one.id].standing] for one in a_map.claims if is_written_in(file, one)]
    shown = [str(one.label) for one in hints(document, document.border.whole) if one.padding_right]
    assert sorted(shown) == sorted(signs)


def test_a_sign_stands_before_the_text_and_what_is_named_behind_the_id() -> None:
    found = hints(DOCUMENT, DOCUMENT.border.whole)
    at = place(DOCUMENT, "Guests welcome")
    assert [one.label for one in found if one.position == at] == ["?"]
    behind = place(DOCUMENT, "ref: welcome", within=12)
    assert [one.label for one in found if one.position == behind] == ["Guests welcome dogs."]


def test_only_lines_that_are_seen_have_hints() -> None:
    line = place(DOCUMENT, "Guests welcome").line
    here = types.Range(types.Position(line, 0), types.Position(line, 1))
    assert [one.position.line for one in hints(DOCUMENT, here)] == [line]


def is_written_in(file: Path, claim: Claim) -> bool:
    """Return whether a claim is written in a file itself, and not in one that it includes."""
    return claim.span is not None and Path(claim.span.file) == file


def walked(found: list[types.DocumentSymbol]) -> Iterator[types.DocumentSymbol]:
    for one in found:
        yield one
        yield from walked(list(one.children))


def test_the_outline_has_claims_below_the_arguments_that_they_are_in() -> None:
    top = symbols(DOCUMENT)
    assert [one.name for one in top] == [
        "survey",
        "Собак 🐕 нужно пускать в кафе.",
        "Guests welcome dogs.",
        "Guests shun dogs.",
    ]
    below = {one.name: [each.name for each in one.children] for one in walked(top)}
    assert below["argument against: expert-opinion"] == [
        "Some guests are afraid of dogs.",
        "They are few, and dogs are on the lead.",
    ]


@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
def test_an_outline_holds_what_stands_inside(file: Path) -> None:
    document = opened(file.read_text(encoding="utf-8"), file)
    found = list(walked(symbols(document)))
    a_map = document.reading.map
    ids = {claim.id for claim in a_map.claims if is_written_in(file, claim)}
    assert {one.detail for one in found} >= ids
    for one in found:
        ours = (one.range.start, one.range.end)
        assert ours[0] <= one.selection_range.start <= one.selection_range.end <= ours[1]
        for below in one.children:
            assert ours[0] <= below.range.start <= below.range.end <= ours[1]


def test_a_map_as_deep_as_may_be_has_an_outline_that_editors_can_walk() -> None:
    lines = ["argmap: 1", "thesis:"]
    for depth in range(48):
        lines += [f"{'  ' * depth}  text: T{depth}.", f"{'  ' * depth}  premises:"]
        lines.append(f"{'  ' * depth}  - id: c{depth}")
    document = opened("\n".join([*lines[:-1], f"{'  ' * 47}  - Last."]) + "\n")
    deepest, waiting = 0, [(one, 1) for one in symbols(document)]
    while waiting:
        one, depth = waiting.pop()
        deepest = max(deepest, depth)
        waiting += [(each, depth + 1) for each in one.children]
    assert 40 < deepest <= DEEPEST + 1


def test_entries_items_and_comments_fold() -> None:
    text = "# a\n# b\nargmap: 1\nthesis:\n  text: >-\n    A\n    b.\n  premises: [B.]\n\ntitle: T\n"
    found = [(one.start_line, one.end_line) for one in folding(opened(text))]
    assert found == [(0, 1), (3, 7), (4, 6)]


def test_every_answer_about_a_text_that_is_cut_anywhere_is_no_error() -> None:
    for end in range(len(WHOLE)):
        document = opened(WHOLE[:end])
        at = document.border.whole.end
        hover(document, at)
        hints(document, document.border.whole)
        symbols(document)
        folding(document)


def test_places_are_in_the_units_of_the_editor() -> None:
    for encoding in ("utf-8", "utf-16", "utf-32"):
        document = opened(WHOLE, encoding=encoding)
        (thesis,) = [one for one in symbols(document) if one.detail == "dogs"]
        assert words_at(document, thesis.selection_range) == "Собак 🐕 нужно пускать в кафе."
