"""No conversion changes a verdict in silence."""

import re

import pytest
from hypothesis import given

from argmap.evaluation.grounded.labelling import evaluate
from argmap.formats import FORMATS, Format, format_named, notation_of
from argmap.formats.losses import EVERYTHING, Writing
from argmap.formats.losses.verdicts import changed_verdicts, written_in
from argmap.model import Argument, ArgumentMap, Claim, Polarity, Status
from tests.evaluation.weighed_maps import weighed_map
from tests.examples import examples
from tests.strategies import argument_maps

BOTH_WAYS = [format for format in FORMATS if format.reads and format.writes]
LOSSY = [one for one in BOTH_WAYS if notation_of(one).KEEPS != EVERYTHING]
# They keep the ids of claims, so that what becomes of each is seen without argmap's own search.
WITH_IDS = [one for one in LOSSY if one.name not in ("af", "outline", "opml", "freeplane")]
# Tables hold everything on which a verdict rests.
ALL_THAT_IS_WEIGHED = ("csv", "graphml")
NAMED = re.compile(r"\[([^\]]+)\]")


def named_in(writing: Writing) -> set[str]:
    found = [loss.message for loss in writing.losses if "another verdict" in loss.message]
    return {name for message in found for name in NAMED.findall(message.partition("): ")[2])}


@pytest.mark.parametrize("format", WITH_IDS, ids=lambda one: one.name)
def test_each_verdict_is_the_same_when_read_again_or_its_claim_is_named(format: Format) -> None:
    changed = 0
    for seed in range(50):
        a_map, _ = weighed_map(seed, standards=seed % 2 == 0)
        writing = written_in(a_map, format)
        again = notation_of(format).loads(writing.whole).map
        before, after = evaluate(a_map).claims, evaluate(again).claims
        other = {name for name in before if before[name].standing != after[name].standing}
        assert named_in(writing) == other, seed
        changed += bool(other)
    assert changed == 0 if format.name in ALL_THAT_IS_WEIGHED else changed > 10


@pytest.mark.parametrize("format", LOSSY, ids=lambda one: one.name)
@examples(10)
@given(argument_maps(min_claims=1))
def test_every_claim_of_any_map_is_found_again_or_named(format: Format, a_map: ArgumentMap) -> None:
    writing = written_in(a_map, format)
    again = notation_of(format).loads(writing.whole).map
    standings = {verdict.standing for verdict in evaluate(again).claims.values()}
    told = " ".join(loss.message for loss in writing.losses)
    for name, verdict in evaluate(a_map).claims.items():
        assert verdict.standing in standings or f"[{name}]" in told
    assert "cannot be read again" not in told


@pytest.mark.parametrize("name", ["yaml", "json"])
def test_our_own_notations_change_nothing(name: str) -> None:
    for seed in range(40):
        a_map, _ = weighed_map(seed)
        writing = written_in(a_map, format_named(name))
        again = notation_of(format_named(name)).loads(writing.whole).map
        assert evaluate(again) == evaluate(a_map)
        assert not writing.losses


def test_numbered_arguments_are_the_claims_in_their_order() -> None:
    claims = (Claim("b", "B."), Claim("a", "A.", status=Status.OPEN))
    a_map = ArgumentMap(claims, (Argument("x", ("a",), "b", Polarity.ATTACK),), ("b",))
    told = [loss.message for loss in written_in(a_map, format_named("af")).losses]
    frameworks = "when read from ICCMA’s frameworks"
    assert f"a claim has another verdict {frameworks} (is undecided → falls): [b]" in told
    assert f"a claim has another verdict {frameworks} (is undecided → stands): [a]" in told


def test_claims_of_one_kind_are_named_together() -> None:
    claims = tuple(Claim(f"c{n}", f"C{n}.", status=Status.REJECTED) for n in range(120))
    (told,) = changed_verdicts(
        ArgumentMap(claims),
        ArgumentMap(tuple(Claim(one.id, one.text) for one in claims)),
        notation="X",
    )
    start = "120 claims have another verdict when read from X (falls → stands): [c0], [c1], "
    assert told.message.startswith(start)
    assert told.message.endswith("[c99] and 20 more")


def test_what_is_written_twice_must_stand_alike_in_both_places() -> None:
    found = ArgumentMap((Claim("a", "A."), Claim("a-2", "A.", status=Status.REJECTED)))
    (told,) = changed_verdicts(ArgumentMap((Claim("x", "A."),)), found, notation="X")
    assert told.message == "a claim has another verdict when read from X (stands → falls): [x]"


def test_what_is_not_there_again_is_told() -> None:
    a_map, other = ArgumentMap((Claim("x", "A."),)), ArgumentMap((Claim("y", "B."),))
    (told,) = changed_verdicts(a_map, other, notation="X")
    assert told.message == "a claim cannot be found again in X: [x]"
    (told,) = changed_verdicts(a_map, None, notation="X")
    assert "cannot be read again" in told.message
