"""What both sides changed is in the merged map; nothing is lost, and comments stay."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.editing.merging import Merged, merged
from argmap.editing.merging.making import says
from argmap.model import ArgumentMap
from argmap.pipeline import dumps, read_text
from argmap.reader import Reading
from tests.editing.merging.laws import merging_keeps
from tests.editing.merging.two_sides import changed, plain, resolved
from tests.examples import examples
from tests.strategies import argument_maps

BASE = """\
argmap: 1
title: The pool
thesis:
  id: pool
  # The point of it all.
  text: The pool should stay open.
  arguments:
    - id: health
      strength: strong
      premises:
        - {id: swim, text: Children learn to swim there.}
        - {id: far, text: No other is near.}
    - {id: meet, text: People meet there.}  # Really?
    - The bare one.
  rebuttals:
    - {id: dear, text: It is dear., rebuttals: [{id: grant, text: There is a grant.}]}
"""
OURS = BASE.replace("title: The", "title: Our").replace("#", "# mine:")


def read(text: str) -> Reading:
    return read_text(text, file="a.yaml")


def merge(base: str, ours: str, theirs: str) -> Merged:
    return merged(*map(read, (base, ours, theirs)), text=ours, read=read)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It is dear", "It is too dear"),
        ("The bare one", "The naked one"),
        ("should stay", "must stay"),
        ("strong", "weak"),
        ("      strength: strong\n", ""),
        ("      strength: strong\n", "      strength: strong\n      scheme: practical-reasoning\n"),
        ("id: meet, text", "id: meet, status: open, text"),
        ("    - The bare one.\n", ""),
        ("    - The bare one.\n", "    - text: The bare one.\n      status: open\n"),
        ("    - The bare one.\n", "    - The bare one.\n    - A new one.\n"),
        ("    - The bare one.\n", "    - The bare one.\n    - premises: [New., {ref: meet}]\n"),
        ("    - The bare one.\n", "    - {text: The bare one., rebuttals: [No., Never.]}\n"),
        (
            "No other is near.}\n",
            "No other is near.}\n        - {text: It is warm., rebuttals: [No.]}\n",
        ),
        ("No other is near.}\n", "No other is near.}\n        - New.\n        - ref: meet\n"),
        (", rebuttals: [{id: grant, text: There is a grant.}]", ""),
        ("        - {id: far, text: No other is near.}\n", ""),
        ("thesis:", "sources:\n  plan: {title: A plan, year: 1990}\nthesis:"),
        ("title: The pool", "title: The pool\ndescription: A debate.\nlanguage: en"),
        ("id: far, text", "id: far, contradicts: dear, tags: [a, b], text"),
        ("thesis:", "claims: [{text: Alone., arguments: [A reason.]}]\nthesis:"),
    ],
)
def test_a_change_of_theirs_is_made_in_the_text_of_ours(before: str, after: str) -> None:
    assert before in BASE
    theirs = BASE.replace(before, after)
    if "title:" in before:
        theirs = theirs.replace("title: The", "title: Our")
    done = merge(BASE, OURS, theirs)
    assert done.conflicts == ()
    assert says(read(done.text)) == says(read(theirs.replace("title: The", "title: Our")))
    comments = [one.text for one in read(OURS).handwriting.comments]
    assert [one.text for one in read(done.text).handwriting.comments] == comments


def test_one_field_changed_in_two_ways_is_marked_at_that_field() -> None:
    done = merge(
        BASE, BASE.replace("It is dear", "It costs"), BASE.replace("strong", "weak").replace(
            "It is dear", "It is too dear"
        )
    )  # fmt: skip
    assert done.conflicts == ("both sides changed “text” of the claim “It costs.”",)
    tail = ", rebuttals: [{id: grant, text: There is a grant.}]}\n"
    assert done.text.endswith(
        "  rebuttals:\n"
        f"<<<<<<< ours\n    - {{id: dear, text: It costs.{tail}"
        f"=======\n    - {{id: dear, text: It is too dear.{tail}>>>>>>> theirs\n"
    )
    assert "strength: weak" in done.text


def test_another_home_in_two_ways_is_one_conflict() -> None:
    base = BASE.replace("id: far", "id: far, home: pools.yaml")
    ours = base.replace("pools.yaml", "baths.yaml")
    theirs = base.replace("pools.yaml", "{map: pools.yaml, verdict: falls}")
    assert merge(base, base, theirs).text == theirs
    told = merge(base, ours, theirs).conflicts
    assert told == ("both sides changed “home” of the claim “No other is near.”",)


def test_what_theirs_deleted_and_ours_changed_is_a_conflict() -> None:
    line = "    - {id: meet, text: People meet there.}  # Really?\n"
    ours = BASE.replace("People meet", "Friends meet")
    done = merge(BASE, ours, BASE.replace(line, ""))
    assert done.conflicts == (
        "theirs deleted the claim “People meet there.”, which ours changed",
    )  # fmt: skip
    assert resolved(done.text, "ours") == ours
    assert "meet there" not in resolved(done.text, "theirs")


def test_what_ours_deleted_and_theirs_changed_or_used_is_a_conflict() -> None:
    line = "    - {id: meet, text: People meet there.}  # Really?\n"
    ours = BASE.replace(line, "")
    changed = merge(BASE, ours, BASE.replace("People meet", "Friends meet"))
    assert "ours deleted the claim “People meet there.”, which theirs changed" in changed.conflicts
    assert "Friends meet there." in changed.text
    used = merge(BASE, ours, BASE.replace("meet, text", "meet, rebuttals: [Where?], text"))
    assert any("ours deleted" in one and "theirs uses" in one for one in used.conflicts)
    assert "Where?" in used.text


def test_what_ours_added_to_what_theirs_deleted_is_never_deleted() -> None:
    line = "    - {id: meet, text: People meet there.}  # Really?\n"
    done = merge(
        BASE, BASE.replace("meet, text", "meet, rebuttals: [Where?], text"), BASE.replace(line, "")
    )
    assert done.conflicts
    assert "Where?" in resolved(done.text, "ours")


def test_both_may_add_the_same_once() -> None:
    added = "    - The bare one.\n    - {id: new, text: A new one.}\n"
    theirs = BASE.replace("    - The bare one.\n", added)
    done = merge(BASE, theirs.replace("title: The", "title: Our"), theirs.replace("dear.", "dear!"))
    assert done.conflicts == ()
    assert done.text.count("A new one") == 1


LISTS = """\
argmap: 1
thesis:
  id: pool
  text: The pool should stay open.
  tags: [a, b, c]
  contradicts: [dear]
  source:
    # Read it again.
    - {ref: plan, at: p. 1}
    - report
  arguments:
    - id: health
      premises:
        - {id: swim, text: Children learn to swim there.}  # Do they?
        - ref: far
claims:
  - {id: far, text: No other is near.}
  - {id: dear, text: It is dear., tags: x}
  - {id: old, text: It is old.}
sources: {plan: {title: Plan}, report: {title: Report}}
"""


@pytest.mark.parametrize(
    ("ours", "theirs", "both"),
    [
        ("[a, b, c, mine]", "[a, b, c, yours]", "[a, b, c, mine, yours]"),
        ("[a, mine]", "[b, c, yours]", "[mine, yours]"),
        ("[b, c]", "[a, b]", "[b]"),
        ("[mine, a, b, c]", "[a]", "[mine, a]"),
        ("[a, b, c, same]", "[a, b, c, same, yours]", "[a, b, c, same, yours]"),
    ],
)
def test_tags_of_both_sides_are_put_together(ours: str, theirs: str, both: str) -> None:
    done = merge(LISTS, LISTS.replace("[a, b, c]", ours), LISTS.replace("[a, b, c]", theirs))
    assert done == Merged(LISTS.replace("[a, b, c]", both))


@pytest.mark.parametrize(
    ("place", "ours", "theirs", "both"),
    [
        ("tags: x", "tags: [x, mine]", "tags: [x, yours]", "tags: [x, mine, yours]"),
        ("tags: x", "tags: mine", "tags: [x, yours]", "tags: [mine, yours]"),
        ("[dear]", "[dear, far]", "[old]", "[far, old]"),
        (
            "    - report\n",
            "    - report\n    - {ref: report, at: p. 3}\n",
            "",
            "    - {ref: report, at: p. 3}\n",
        ),
        (
            "    - report\n",
            "    - report\n    - {ref: report, at: p. 3}\n",
            "    - report\n    - {ref: plan, at: p. 9}\n",
            "    - report\n    - {ref: report, at: p. 3}\n    - {ref: plan, at: p. 9}\n",
        ),
        (
            "        - ref: far\n",
            "        - ref: far\n        - ref: old\n",
            "        - ref: far\n        - It is warm.\n",
            "        - ref: far\n        - ref: old\n        - It is warm.\n",
        ),
        (
            "        - ref: far\n",
            "        - ref: far\n        - ref: old\n",
            "",
            "        - ref: old\n",
        ),
        (
            "        - ref: far\n",
            "",
            "        - ref: far\n        - It is warm.\n",
            "        - It is warm.\n",
        ),
    ],
)
def test_lists_of_both_sides_are_put_together(
    place: str, ours: str, theirs: str, both: str
) -> None:
    assert place in LISTS
    done = merge(LISTS, LISTS.replace(place, ours), LISTS.replace(place, theirs))
    assert done == Merged(LISTS.replace(place, both))


def test_a_citation_that_is_changed_in_two_ways_is_a_conflict() -> None:
    ours = LISTS.replace("p. 1", "p. 2")
    done = merge(LISTS, ours, LISTS.replace("p. 1", "p. 3"))
    assert done.conflicts == (
        "both sides changed “source” of the claim “The pool should stay open.”",
    )  # fmt: skip
    assert resolved(done.text, "ours") == ours


def test_an_argument_is_never_left_without_premises() -> None:
    swim = "        - {id: swim, text: Children learn to swim there.}  # Do they?\n"
    base = LISTS.replace(swim, "        - ref: swim\n").replace(
        "claims:\n", "claims:\n  - {id: swim, text: Children learn to swim there.}\n"
    )
    ours = base.replace("        - ref: swim\n", "")
    done = merge(base, ours, base.replace("        - ref: far\n", ""))
    assert done.conflicts == ("both sides changed “premises” of the argument “health”",)
    assert resolved(done.text, "ours") == ours


def test_what_theirs_deleted_is_not_put_into_a_list_of_both() -> None:
    ours = LISTS.replace("[dear]", "[dear, old]")
    theirs = LISTS.replace("[dear]", "[dear, far]").replace("  - {id: old, text: It is old.}\n", "")
    done = merge(LISTS, ours, theirs)
    assert done.conflicts
    assert "It is old." in resolved(done.text, "ours")


def test_what_theirs_deleted_and_ours_commented_is_a_conflict() -> None:
    line = "    - {id: meet, text: People meet there.}  # Really?\n"
    done = merge(BASE, OURS, BASE.replace(line, "").replace("title: The", "title: Our"))
    where = "where ours has the comment “# mine: Really?”"
    assert done.conflicts == (
        f"theirs removed the claim “People meet there.”, {where}",
        f"theirs removed the argument “pool.2”, {where}",
    )
    assert resolved(done.text, "ours") == OURS
    assert "meet there" not in resolved(done.text, "theirs")


def test_a_comment_goes_with_what_theirs_deleted_if_ours_left_it_as_it_was() -> None:
    line = "    - {id: meet, text: People meet there.}  # Really?\n"
    ours = BASE.replace("It is dear", "It costs")
    assert merge(BASE, ours, BASE.replace(line, "")) == Merged(ours.replace(line, ""))


ONE = 'argmap: 1\nclaims:\n  - text: ":"\n    group: ":"\n    tags: [":"]\n'


def test_a_comment_behind_a_list_stays_where_its_only_claim_is_exchanged() -> None:
    theirs = 'argmap: 1\nclaims:\n  - {id: claim, text: It rains., group: ":"}\n'
    done = merge(ONE, ONE.replace("claims:", "claims:  # note"), theirs)
    assert done.conflicts == ()
    assert done.text.startswith("argmap: 1\nclaims:  # note\n  - id: claim\n")


@pytest.mark.parametrize(
    ("place", "commented"),
    [
        ("      strength: strong\n", "      strength: strong  # hm\n"),
        ("      strength: strong\n", "      # hm\n      strength: strong\n"),
        ("    - {id: meet", "    # hm\n    - {id: meet"),
        ("No other is near.}\n", "No other is near.}  # hm\n"),
        ("# Really?", "# Not really?"),
        ("  # The point of it all.\n", "  # The point.\n  # Of it all.\n"),
        ("  rebuttals:\n", "  rebuttals:  # hm\n"),
        (
            "{id: grant, text: There is a grant.}]}\n",
            "{id: grant, text: There is a grant.}]}\n# hm\n",
        ),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_comments_of_theirs_come_where_they_were_written(
    place: str, commented: str, line_end: str
) -> None:
    assert place in BASE
    ours, theirs, both = (
        text.replace("\n", line_end)
        for text in (
            BASE.replace("title: The", "title: Our"),
            BASE.replace(place, commented).replace("far, text", "far, status: open, text"),
            BASE.replace("title: The", "title: Our").replace(place, commented),
        )
    )
    done = merge(BASE.replace("\n", line_end), ours, theirs)
    assert done.conflicts == ()
    assert done.text.replace("status: open, ", "").replace(", status: open", "") == both


def test_a_comment_of_theirs_on_what_ours_deleted_is_a_conflict() -> None:
    line = "    - {id: meet, text: People meet there.}  # Really?\n"
    ours = BASE.replace(line, "")
    done = merge(BASE, ours, BASE.replace("# Really?", "# Never."))
    assert done.conflicts == ("the comment “# Never.” has no plain place in ours",)
    assert resolved(done.text, "ours") == ours
    assert "\n# Never.\n" in resolved(done.text, "theirs")


def test_lines_merged_to_say_something_else_are_not_taken() -> None:
    theirs = BASE.replace("strong", "weak")
    done = merged(*map(read, (BASE, OURS, theirs)), text=OURS, read=read, by_lines=OURS)
    assert done.text == OURS.replace("strong", "weak")


@examples(60)
@given(argument_maps(min_claims=1, max_claims=6, max_arguments=6), st.randoms())
def test_no_claim_is_lost_in_a_merge(a_map: ArgumentMap, chance: random.Random) -> None:
    merging_keeps(a_map, chance)


@examples(60)
@given(argument_maps(min_claims=1, max_claims=6, max_arguments=6), st.randoms())
def test_what_only_one_side_changed_is_what_comes_out(
    a_map: ArgumentMap, chance: random.Random
) -> None:
    base = plain(a_map)
    old, new = dumps(base), dumps(changed(base, chance, "theirs"))
    assert merge(old, new, old) == Merged(new)
    assert merge(old, old, new) == Merged(new)
    # With a comment more, the changes are made as edits.
    done = merge(old, f"# mine\n{old}", new)
    if not done.conflicts:
        assert done.text.startswith("# mine\n")
        assert says(read(done.text)) == says(read(new))


ENTRIES = """\
argmap: 1
thesis:
  - {id: a, text: Alpha is so., premises: [Gamma is here.]}
  - {id: z, text: Zeta is so.}
claims:
  - {id: b, text: Beta is there.}
  - {id: c, text: Delta is there.}
audiences:
  young:
    strengths: {a.1: 0.5}
expect:
  a: stands
  b: stands
"""
EXPECTED, HEARD, THESES = "  a: stands\n", "  young:\n", "  - {id: z"


@pytest.mark.parametrize("is_turned", [False, True])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((EXPECTED, f"{EXPECTED}  c: stands\n"), (EXPECTED, "  a: falls\n")),
        ((EXPECTED, ""), ("b: stands", "b: stands\n  c: stands")),
        ((HEARD, "  old: {values: [b]}\n  young:\n"), (HEARD, "  mid: {values: [c]}\n  young:\n")),
        ((HEARD, "  old: {values: [b]}\n  young:\n"), ("0.5", "0.7")),
        (
            (THESES, "  - {id: new, text: Ours is so.}\n  - {id: z"),
            (THESES, "  - {id: more, text: Theirs is so., premises: [Why?]}\n  - {id: z"),
        ),
    ],
)
def test_entries_that_each_side_changed_alone_are_no_conflict(
    one: tuple[str, str], other: tuple[str, str], is_turned: bool
) -> None:
    sides = [ENTRIES.replace(*one), ENTRIES.replace(*other)]
    ours, theirs = reversed(sides) if is_turned else sides
    result = merge(ENTRIES, ours, theirs)
    assert result.conflicts == ()
    found, here, there = (read(text).map for text in (result.text, ours, theirs))
    assert found is not None
    assert here is not None
    assert there is not None
    base = read(ENTRIES).map
    assert base is not None
    for name in ("expectations", "audiences", "theses"):
        was, left, right, both = (set(getattr(a, name)) for a in (base, here, there, found))
        assert both == (left & right) | (left - was) | (right - was)


@pytest.mark.parametrize(
    ("ours", "theirs"), [("a: falls", "a: undecided"), ("a: falls", "b: stands")]
)
def test_one_entry_in_two_ways_is_a_conflict(ours: str, theirs: str) -> None:
    removed = "  a: stands\n  b: stands"
    left = ENTRIES.replace("a: stands", ours)
    right = ENTRIES.replace(removed, f"  {theirs}")
    assert merge(ENTRIES, left, right).conflicts == ("both sides changed “expect” of the map",)
