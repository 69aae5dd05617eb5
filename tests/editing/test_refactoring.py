"""What is written otherwise says what it should, and no comment is lost."""

import random
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.document import parse
from argmap.editing.refactoring import Offer, Sheet, offers
from argmap.errors import ArgmapError
from argmap.model import ArgumentMap
from argmap.pipeline import read_text
from argmap.project import folder_of
from argmap.reader import Reading
from argmap.source import Position
from tests.editing.typed import comments_of, typed_anyhow
from tests.examples import examples
from tests.strategies import argument_maps

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(ROOT.glob("maps/*.yaml"))


def sheet_of(text: str, file: str = "a.yaml") -> Sheet:
    folder = folder_of(Path(file)) if Path(file).is_absolute() else None

    def read(changed: str) -> Reading:
        return read_text(changed, file=file, folder=folder)

    def texts() -> dict[str, str]:
        source = Path(file).with_name("report.txt")
        return {"report": source.read_text()} if source.is_file() else {}

    return Sheet(read(text), parse(text, file=file), read, texts)


def offered(text: str, words: str, file: str = "a.yaml") -> dict[str, Offer]:
    """Return what is offered where words first stand in a text, by title."""
    before = text[: text.index(words)]
    at = Position(before.count("\n") + 1, len(before) - before.rfind("\n"))
    return {one.title: one for one in offers(sheet_of(text, file), at)}


def made(text: str, words: str, title: str, file: str = "a.yaml") -> str:
    """Return a text after the offer whose title begins so."""
    found = [one for name, one in offered(text, words, file).items() if name.startswith(title)]
    assert len(found) == 1, [*offered(text, words, file)]
    return found[0].make()


def refusal(text: str, words: str, title: str) -> str:
    with pytest.raises(ArgmapError) as error:
        made(text, words, title)
    return str(error.value)


def says(text: str) -> ArgumentMap:
    found = read_text(text, file="a.yaml").map
    assert found is not None
    return found


POOL = """\
argmap: 1
thesis:
  text: The pool should stay.
  premises:
    - text: Children learn to swim there.
    - ref: meet  # why
      rebuttals: [They meet at the lake.]
  rebuttals: [{ref: dear}]

claims:  # used above
  # of the young
  - id: meet  # m
    text: >-
      People meet
      there.
    source: plan
  - {id: dear, text: It is dear.}
sources:
  plan: {title: A plan}
"""


def test_a_claim_is_written_where_a_reference_to_it_stood() -> None:
    changed = made(POOL, "ref: meet", "Write “People meet there.” here")
    assert (
        changed
        == """\
argmap: 1
thesis:
  text: The pool should stay.
  premises:
    - text: Children learn to swim there.
    # of the young
    # why
    - id: meet  # m
      text: >-
        People meet
        there.
      source: plan
      rebuttals: [They meet at the lake.]
  rebuttals: [{ref: dear}]

claims:  # used above
  - {id: dear, text: It is dear.}
sources:
  plan: {title: A plan}
"""
    )


def test_the_last_claim_takes_the_key_with_it_but_no_comment() -> None:
    once = made(POOL, "ref: meet", "Write ")
    twice = made(once, "ref: dear", "Write “It is dear.” here")
    assert "claims" not in twice
    assert "  # used above\n  rebuttals: [{id: dear, text: It is dear.}]\n\nsources:\n" in twice


def test_what_is_used_again_refers_to_its_new_place() -> None:
    text = POOL.replace("[They meet at the lake.]", "[{text: No., premises: [{ref: dear}]}]")
    changed = made(text, "ref: dear}]}]", "Write “It is dear.” here")
    assert "premises: [{id: dear, text: It is dear.}]" in changed
    assert "  rebuttals: [{ref: dear}]\n" in changed


def test_what_both_have_is_not_joined() -> None:
    text = POOL.replace("    source: plan\n", "    source: plan\n    rebuttals: [No.]\n")
    assert "have “rebuttals”" in refusal(text, "ref: meet", "Write ")


FORMS = """\
argmap: 1
thesis:
  text: The pool should stay.
  premises:  # two
    # first
    - Children learn there.
    - >-
      People
      meet there.
    # last
  rebuttals:
    - It is dear.
"""


def test_premises_become_one_of_the_arguments_and_premises_again() -> None:
    long = made(FORMS, "text: The", "Write “premises”")
    assert (
        """\
  arguments:
    - premises:  # two
        # first
        - Children learn there.
"""
        in long
    )
    assert made(long, "text: The", "Write the one of the “arguments”") == FORMS


def test_a_claim_becomes_an_argument_with_a_premise_and_a_claim_again() -> None:
    long = made(FORMS, "It is dear", "Write the claim")
    assert "  rebuttals:\n    - premises:\n        - It is dear.\n" in long
    assert made(long, "premises:\n        - It", "Write the argument") == FORMS


def test_within_brackets_it_stays_within_them() -> None:
    text = "argmap: 1\nthesis: {text: A., premises: [B., {text: C.}]}\n"
    long = made(text, "text: A", "Write “premises”")
    assert "arguments: [{premises: [B., {text: C.}]}]" in long
    assert made(long, "text: A", "Write the one of the “arguments”") == text


def test_an_argument_with_more_than_premises_stays_an_argument() -> None:
    text = FORMS.replace(
        "    - It is", "    - premises: [It is dear.]\n      scheme: sign\n    - X"
    )
    titles = offered(text, "premises: [It")
    assert not any(title.startswith("Write the argument") for title in titles)


ATTACKED = """\
argmap: 1
thesis:
  id: bell
  text: The bell is old.
  arguments:
    - id: green
      premises: [There is verdigris on it.]
      rebuttals:
        - Rain makes verdigris in a year.
    - It sounds old.
  rebuttals:  # con
    # painted
    - text: It was painted green.  # p
      rebuttals:
        - No paint is on it.
"""


def test_a_rebuttal_becomes_an_undercut_of_the_argument_that_is_chosen() -> None:
    titles = [one for one in offered(ATTACKED, "text: It was") if one.startswith("Make it")]
    assert titles == [
        "Make it an undercut of the argument from “There is verdigris on it.”",
        "Make it an undercut of the argument from “It sounds old.”",
    ]
    first, second = (made(ATTACKED, "text: It was", title) for title in titles)
    assert (
        """\
        - Rain makes verdigris in a year.
        # con
        # painted
        - text: It was painted green.  # p
          rebuttals:
            - No paint is on it.
    - It sounds old.
"""
        in first
    )
    assert (
        """\
    - premises:
        - It sounds old.
      rebuttals:
        # con
        # painted
        - text: It was painted green.  # p
"""
        in second
    )
    targets = {one.target for one in says(first).arguments}
    assert targets == {"bell", "green", "it-was-painted-green"}


def test_an_undercut_becomes_a_rebuttal_of_the_conclusion() -> None:
    changed = made(ATTACKED, "Rain makes", "Make it a rebuttal of “The bell is old.”")
    assert "      premises: [There is verdigris on it.]\n    - It sounds old.\n" in changed
    assert changed.endswith("    - Rain makes verdigris in a year.\n")


def test_an_undercut_of_an_attack_is_no_rebuttal_of_its_conclusion() -> None:
    text = "argmap: 1\nthesis: {text: A., rebuttals: [{premises: [B.], rebuttals: [C.]}]}\n"
    assert not any(one.startswith("Make it") for one in offered(text, "C."))


def test_what_an_expectation_names_stays_what_it_is() -> None:
    text = f"{ATTACKED}    - It is new.\nexpect: {{bell.3: accepted}}\n"
    title = "Make it an undercut of the argument from “It sounds"
    assert "something else" in refusal(text, "text: It was", title)


def test_a_claim_is_split_at_the_word_that_joins_its_reason() -> None:
    text = "argmap: 1\nthesis: The pool should close because it is dirty.  # really\n"
    assert (
        made(text, "The pool", "Split at “because”")
        == """\
argmap: 1
thesis:
  text: The pool should close.
  premises:
    - It is dirty.  # really
"""
    )


def test_the_reason_is_one_more_argument_where_there_are_some() -> None:
    text = """\
argmap: 1
thesis:
  text: Der Turm ist alt, weil er schief ist.
  premises:  # zwei
    - Er ist hoch.
language: de
"""
    assert (
        made(text, "text: Der", "Split at “weil”")
        == """\
argmap: 1
thesis:
  text: Der Turm ist alt.
  arguments:
    - premises:  # zwei
        - Er ist hoch.
    - Er schief ist.
language: de
"""
    )


def test_a_claim_that_is_named_by_its_text_keeps_the_id() -> None:
    text = """\
argmap: 1
thesis:
  text: A.
  rebuttals: ["It is late, so we go."]
  premises:
    - ref: it-is-late-so-we
"""
    changed = made(text, "It is late", "Split at “so”")
    assert "{id: it-is-late-so-we, text: We go., premises: [It is late.]}" in changed


def test_an_argument_is_asked_what_its_scheme_asks() -> None:
    text = """\
argmap: 1
thesis:
  text: The bell is old.
  arguments:
    - scheme: sign
      premises:
        - There is verdigris on it.
        - text: Verdigris takes years.
          question: connection
      # more
"""
    titles = [one.split(":")[0] for one in offered(text, "scheme") if one.startswith("Ask")]
    assert titles == ["Ask “sign”", "Ask “other-origin”", "Ask “counter-signs”"]
    changed = made(text, "scheme", "Ask “other-origin”")
    assert "          question: other-origin\n" in changed
    assert "Ask “other-origin”" not in " ".join(offered(changed, "scheme"))
    (added,) = (one for one in says(changed).claims if one.question == "other-origin")
    assert added.text.endswith("?")


SOURCE = "The dam was inspected in May.\n\nNo damage was found on the side of the lake.\n"


@pytest.mark.parametrize(
    ("citation", "quoting"),
    [
        ("{ref: report, quote: no damage whatsoever was found}", "quote: No damage was found}"),
        ("[report, {ref: report, quote: no damage whatever was found}]", "quote: No damage was f"),
        (
            "\n    ref: report\n    quote: >-\n      no damage at all\n      was found  ",
            "quote: No",
        ),
        ("{ref: report, quote: inspected in Ma}", "quote: inspected in May}"),
    ],
)
def test_a_quotation_that_is_not_there_becomes_the_nearest_that_is(
    citation: str, quoting: str, tmp_path: Path
) -> None:
    (tmp_path / "report.txt").write_text(SOURCE)
    map_file = tmp_path / "a.yaml"
    text = f"""\
argmap: 1
sources:
  report: {{title: Report on the dam, file: report.txt}}
thesis:
  text: The dam is safe.
  source: {citation}
"""
    changed = made(text, "ote: ", "Quote the nearest passage", str(map_file))
    assert quoting in changed
    assert not any(one.startswith("Quote") for one in offered(changed, "ote: ", str(map_file)))


def lossless(text: str, chance: random.Random, *, number: int, file: str = "a.yaml") -> list[Offer]:
    """Make what is offered at random places of a text; return what could be made."""
    sheet = sheet_of(text, file)
    done = []
    for _ in range(number):
        line = chance.randrange(len(sheet.lines)) + 1
        column = chance.randrange(len(sheet.lines[line - 1]) + 1) + 1
        for offer in offers(sheet, Position(line, column)):
            try:
                changed = offer.make()
            except ArgmapError:
                continue
            after = sheet.read(changed)
            assert after.map is not None, offer.title
            assert Counter(comments_of(changed)) == Counter(comments_of(text)), offer.title
            assert changed != text, offer.title
            assert is_as_said(offer, sheet.map, after.map), offer.title
            done.append(offer)
    return done


def is_as_said(offer: Offer, old: ArgumentMap, new: ArgumentMap) -> bool:
    """Return whether an offer has done what its title says."""
    match offer.title.split()[0]:
        case "Write" | "Move":
            return new == old
        case "Make":
            sides = [Counter(one.polarity for one in each.arguments) for each in (old, new)]
            return set(old.claims) == set(new.claims) and sides[0] == sides[1]
        case "Split" | "Ask":
            counts = [(len(each.claims), len(each.arguments)) for each in (old, new)]
            return counts[1] == (counts[0][0] + 1, counts[0][1] + 1)
        case _:
            return offer.title.startswith("Quote")


def with_reasons(a_map: ArgumentMap) -> ArgumentMap:
    """Return a map whose claims hold arguments, and whose arguments have a scheme."""
    claims = (
        replace(one, text=f"Claim {number} holds because reason {number} does.")
        for number, one in enumerate(a_map.claims)
    )
    arguments = (replace(one, scheme="sign") for one in a_map.arguments)
    return replace(a_map, claims=tuple(claims), arguments=tuple(arguments))


@examples(150)
@given(argument_maps(max_claims=6, max_arguments=6), st.randoms(use_true_random=False))
def test_whatever_is_offered_loses_nothing(a_map: ArgumentMap, chance: random.Random) -> None:
    if chance.random() < 0.5:
        a_map = with_reasons(a_map)
    lossless(typed_anyhow(a_map, chance), chance, number=3)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_in_the_example_maps_it_can_be_made(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    done = lossless(text, random.Random(path.stem), number=4, file=str(path))
    assert done
