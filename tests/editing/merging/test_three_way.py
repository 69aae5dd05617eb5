"""What both sides changed is in the merged map; nothing is lost, and comments stay."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.editing.merging import Merged, merged
from argmap.editing.merging.making import says
from argmap.model import Argument, ArgumentMap, Claim, Polarity
from argmap.pipeline import dumps, loads, read_text
from argmap.reader import Reading
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


def resolved(text: str, side: str) -> str:
    """Return a text with one side of each conflict taken, as a person would."""
    kept, here = [], ""
    for line in text.splitlines(keepends=True):
        if line.startswith(("<<<<<<< ", "=======", ">>>>>>> ")):
            here = {"<": "ours", "=": "theirs", ">": ""}[line[0]]
        elif here in ("", side):
            kept.append(line)
    return "".join(kept)


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
        ("    - {id: meet, text: People meet there.}  # Really?\n", ""),
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
    gone = "# mine: Really?" if "Really" in before else ""
    left = [one.text for one in read(done.text).handwriting.comments]
    assert left == [one for one in comments if one != gone]


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


def test_comments_of_theirs_that_are_not_taken_are_told() -> None:
    theirs = BASE.replace("strong", "weak  # hm")
    assert merge(BASE, OURS, theirs).lost == ("# hm",)
    assert merged(
        *map(read, (BASE, OURS, theirs)),
        text=OURS, read=read, by_lines=OURS.replace("strong", "weak  # hm"),
    ).text == OURS.replace("strong", "weak  # hm")  # fmt: skip


def test_lines_merged_to_say_something_else_are_not_taken() -> None:
    theirs = BASE.replace("strong", "weak")
    done = merged(*map(read, (BASE, OURS, theirs)), text=OURS, read=read, by_lines=OURS)
    assert done.text == OURS.replace("strong", "weak")


MAPS = argument_maps().filter(lambda a_map: bool(a_map.claims))


def plain(a_map: ArgumentMap) -> ArgumentMap:
    """Return a map without what speaks of a whole map by ids."""
    return ArgumentMap(a_map.claims, a_map.arguments, a_map.theses, a_map.sources)


def changed(a_map: ArgumentMap, chance: random.Random, side: str) -> ArgumentMap:
    """Return a map with a few random changes: reworded, added, removed and other fields."""
    claims, arguments = list(a_map.claims), list(a_map.arguments)
    for number in range(chance.randint(1, 3)):
        place = chance.randrange(len(claims))
        name = claims[place].id
        match chance.choice(("text", "status", "label", "add", "attack", "remove")):
            case "text":
                text = f"{claims[place].text} And {side} {number}."
                claims[place] = replace(claims[place], text=text)
            case "status":
                claims[place] = replace(claims[place], credence=chance.choice((0.25, 0.5)))
            case "label":
                claims[place] = replace(claims[place], label=f"By {side}")
            case "remove":
                used = {one.target for one in arguments} | set(a_map.theses)
                used |= {other for one in claims for other in one.contradicts}
                for one in arguments:
                    alone = len(one.premises) == 1 and one.premises[0] not in used
                    others = [other for other in arguments if other is not one]
                    again = any(one.premises[0] in other.premises for other in others)
                    if alone and not again and one.id not in used and len(claims) > 2:
                        arguments.remove(one)
                        claims = [claim for claim in claims if claim.id != one.premises[0]]
                        break
            case step:
                new = f"{side}-{number}"
                claims.append(Claim(new, f"A reason of {side}, number {number}."))
                polarity = Polarity.ATTACK if step == "attack" else Polarity.SUPPORT
                arguments.append(Argument(f"by-{new}", (new,), name, polarity))
    return replace(a_map, claims=tuple(claims), arguments=tuple(arguments))


@examples(150)
@given(MAPS, st.randoms(use_true_random=False))
def test_no_claim_is_lost_in_a_merge(a_map: ArgumentMap, chance: random.Random) -> None:
    base = plain(a_map)
    ours, theirs = changed(base, chance, "ours"), changed(base, chance, "theirs")
    texts = [dumps(one) for one in (base, ours, theirs)]
    done = merge(*texts)
    if done.conflicts:
        assert "<<<<<<< ours\n" in done.text
        assert read(resolved(done.text, "ours")).map is not None
    else:
        assert done.text.count("<<<<<<< ours\n") == sum(
            one.count("<<<<<<< ours\n") for one in texts
        )
    if not done.conflicts:
        there = {one.text for one in loads(done.text).claims}
        assert wanted(base, ours, theirs) <= there


def wanted(base: ArgumentMap, *sides: ArgumentMap) -> set[str]:
    """Return the texts of all claims that a merge has to have, by the ids of the three maps."""
    old = {one.id: one for one in base.claims}
    ours, theirs = ({one.id: one for one in side.claims} for side in sides)
    found = set()
    for name in ours.keys() | theirs.keys():
        here, there, was = ours.get(name), theirs.get(name), old.get(name)
        if here and there:
            is_theirs = was is not None and here.text == was.text
            found.add(there.text if is_theirs else here.text)
        elif one := here or there:
            # One side deleted it; that counts where the other left it alone.
            found |= {one.text} if one != was else set()
    return found


@examples(100)
@given(MAPS, st.randoms(use_true_random=False))
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
