"""Abstract frameworks in the notations of ICCMA, read and written."""

import random
from types import ModuleType

import pytest

from argmap.formats import af, apx, tgf
from argmap.formats.losses import Writing
from argmap.formats.recognition import readable_format, writable_formats
from argmap.model import Argument, ArgumentMap, Claim, Polarity, Status
from argmap.reader import Reading
from tests.evaluation.random_maps import random_map

NOTATIONS = (af, apx, tgf)
EQUAL = {
    af: "# three in a ring\np af 3\n1 2\n2 3\n3 1\n",
    apx: "arg(1). arg(2). arg(3). % three in a ring\natt(1,2).\natt(2,3).att(3,1).\n",
    tgf: "1\n2\n3\n#\n1 2\n2 3\n3 1\n",
}


def told(reading: Reading) -> list[str]:
    """Return the faults as LINE:COLUMN code: message."""
    return [
        f"{one.span.start.line}:{one.span.start.column} {one.code}: {one.message}"
        for one in reading.diagnostics
    ]


def read(notation: ModuleType, text: bytes | str) -> ArgumentMap:
    reading = notation.loads(text, file="framework")
    assert not reading.diagnostics, told(reading)
    return reading.map


@pytest.mark.parametrize("notation", NOTATIONS)
def test_arguments_become_claims_and_attacks_arguments_against_them(notation: ModuleType) -> None:
    a_map = read(notation, EQUAL[notation])
    assert {claim.id: claim.text for claim in a_map.claims} == {"1": "1", "2": "2", "3": "3"}
    assert {(a.premises, a.target, a.polarity) for a in a_map.arguments} == {
        (("1",), "2", Polarity.ATTACK),
        (("2",), "3", Polarity.ATTACK),
        (("3",), "1", Polarity.ATTACK),
    }
    assert sorted(a_map.arguments_by_id) == ["1.1", "2.1", "3.1"]


def test_the_notations_say_the_same() -> None:
    first, *others = (read(notation, EQUAL[notation]) for notation in NOTATIONS)
    assert others == [first, first]


@pytest.mark.parametrize("notation", NOTATIONS)
def test_line_ends_tabs_and_repeated_attacks_change_nothing(notation: ModuleType) -> None:
    text = EQUAL[notation]
    last = text.rstrip().rpartition("\n")[2]
    odd = f"{text}{last}\n".replace(" ", "\t ").replace("\n", "\r\n")
    assert read(notation, odd.encode()) == read(notation, text)


def test_places_are_kept() -> None:
    a_map = read(apx, "arg(a).\n  arg(b). att(a,b).\n")
    span = a_map.claims_by_id["b"].span
    assert (span.start.line, span.start.column, span.end.column) == (2, 7, 8)
    span = a_map.arguments_by_id["b.1"].span
    assert (span.start.line, span.start.column, span.end.column) == (2, 15, 18)


def test_a_name_that_is_no_id_gets_one_and_is_the_text() -> None:
    a_map = read(tgf, "a!\na?\nb\n#\na! a?\n")
    assert {c.id: c.text for c in a_map.claims} == {"a": "a!", "a-2": "a?", "b": "b"}
    assert a_map.arguments[0].premises == ("a",)


def test_names_in_apx_may_hold_full_stops_and_facts_may_be_broken_over_lines() -> None:
    a_map = read(apx, "arg(a.b).arg(é_1) .att(\n a.b , % here\n é_1 ).")
    assert sorted(a_map.claims_by_id) == ["a.b", "é_1"]
    assert a_map.arguments[0].target == "é_1"


def test_a_name_in_apx_may_be_a_full_stop() -> None:
    reading = apx.loads("arg(.).\natt(.,.).\n")
    assert [claim.text for claim in reading.map.claims] == ["."]


def test_texts_and_labels_in_tgf_are_kept() -> None:
    a_map = read(tgf, "a It rains.\nb\n#\na b it is wet\n")
    assert a_map.claims_by_id["a"].text == "It rains."
    assert a_map.arguments[0].label == "it is wet"


@pytest.mark.parametrize(
    ("notation", "text", "faults"),
    [
        (
            af,
            "p af 3\n1 4\n x 2\n1\np af 2\n",
            [
                "2:3 unknown-reference: there is no argument 4; they are numbered from 1 to 3",
                "3:2 notation-syntax: “x” is not a number of an argument",
                "4:1 notation-syntax: an attack is two numbers: the attacker and the attacked",
                "5:1 notation-syntax: only the first line says “p af”",
            ],
        ),
        (
            af,
            "1 2\n",
            [
                "1:1 notation-syntax: the first line should say “p af N”, where N is the number "
                "of arguments"
            ],
        ),
        (
            af,
            "# nothing\n",
            [
                "1:1 notation-syntax: this is not a framework in the “.af” notation: there is no "
                "line “p af N”"
            ],
        ),
        (
            af,
            "p af 99999999999\n",
            [
                "1:6 too-large: a framework has at most 1,000,000 arguments here, not 99999999999",
            ],
        ),
        (af, "p af 0\n", ["1:1 not-a-map: this framework has no arguments"]),
        (
            apx,
            "arg(a)\narg(b). foo(x). att(a,b,c).\narg(a,). arg(d)",
            [
                "1:1 notation-syntax: this is not a fact; a fact is “arg(a).” or “att(a,b).”",
                "2:9 notation-syntax: “foo” of 1 is nothing that a framework has; a fact is "
                "“arg(a).” or “att(a,b).”",
                "2:17 notation-syntax: “att” of 3 is nothing that a framework has; a fact is "
                "“arg(a).” or “att(a,b).”",
                "3:1 notation-syntax: this is not a fact; a fact is “arg(a).” or “att(a,b).”",
                "3:10 notation-syntax: there is no full stop at the end; a fact is “arg(a).” or "
                "“att(a,b).”",
            ],
        ),
        (
            apx,
            "arg(alpha).\natt(alpha,alfa).\natt(beta,alpha).\n",
            [
                "2:11 unknown-reference: there is no argument “alfa”; did you mean “alpha”?",
                "3:5 unknown-reference: there is no argument “beta”",
            ],
        ),
        (
            tgf,
            "a\na again\n#\nb\n#\n",
            [
                "2:1 duplicate-id: the argument “a” is listed twice",
                "4:1 notation-syntax: an attack is two names: the attacker and the attacked",
                "5:1 notation-syntax: there is one line “#”, this is another",
            ],
        ),
        (tgf, b"\xff\xfea\x00", ["1:1 bad-encoding"]),
        (apx, "arg(a\x07).", ["1:6 bad-value"]),
    ],
)
def test_faults_are_told_with_their_places_several_at_once(
    notation: ModuleType, text: str, faults: list[str]
) -> None:
    reading = notation.loads(text, file="framework")
    assert reading.map is None
    found = told(reading)
    assert len(found) == len(faults), found
    for one, expected in zip(found, faults, strict=True):
        assert one.startswith(expected)


@pytest.mark.parametrize("notation", NOTATIONS)
def test_any_bytes_are_read_or_refused_with_a_message(notation: ModuleType) -> None:
    dice = random.Random(5)
    pieces = [b"arg(", b"att(", b"a", b"1", b",", b")", b".", b"#", b"\n", b" ", b"p af 2", b"%"]
    pieces += [b"\x00", b"\xff", b"\xed\xa0\x80", b"\t", "é".encode(), b"9" * 30, b"\r", b"\x85"]
    refused = 0
    for _ in range(1500):
        data = b"".join(dice.choices(pieces, k=dice.randint(0, 25)))
        reading = notation.loads(data)
        assert (reading.map is None) == bool(reading.diagnostics)
        refused += reading.map is None
    assert refused > 1000


@pytest.mark.parametrize("notation", NOTATIONS)
def test_hostile_sizes_end_in_a_message(notation: ModuleType) -> None:
    for data in (b"(" * 300_000, b"x " * 300_000, b"x\n" * 300_000, b" " * (33 * 1024**2)):
        reading = notation.loads(data)
        if reading.map is None:
            assert 0 < len(reading.diagnostics) <= 101


@pytest.mark.parametrize("notation", NOTATIONS)
def test_frameworks_read_back_as_they_were_written(notation: ModuleType) -> None:
    dice = random.Random(3)
    for _ in range(100):
        size = dice.randint(1, 8)
        attacks = {(dice.randint(1, size), dice.randint(1, size)) for _ in range(10)}
        lines = "".join(f"{one} {other}\n" for one, other in sorted(attacks))
        a_map = read(af, f"p af {size}\n{lines}")
        written = notation.dumps(a_map)
        assert written.losses == ()
        assert read(notation, written.text) == a_map
        assert notation.dumps(read(notation, written.text)) == written


@pytest.mark.parametrize("notation", NOTATIONS)
def test_any_map_can_be_written_and_the_result_loses_nothing_more(notation: ModuleType) -> None:
    for seed in range(60):
        written = notation.dumps(random_map(seed))
        assert written.losses
        again = notation.dumps(read(notation, written.text))
        assert lines_in(again) == lines_in(written)
        assert again.losses == ()


def lines_in(writing: Writing) -> list[str]:
    """Return the lines in some order, as claims change places where arguments are left out."""
    return sorted(x for x in writing.text.splitlines() if x == "#" or not x.startswith("#"))


def test_what_is_lost_is_said() -> None:
    a_map = ArgumentMap(
        (
            Claim("rain", "It rains."),
            Claim("wet", "It is wet.", status=Status.OPEN),
            Claim("dry", "It is dry.", contradicts=("wet",), note="?"),
        ),
        (
            Argument("s", ("rain",), "wet"),
            Argument("t", ("rain",), "dry", Polarity.ATTACK, strength=0.75, label="so"),
            Argument("u", ("dry",), "s", Polarity.ATTACK),
            Argument("v", ("rain", "wet"), "dry", Polarity.ATTACK),
        ),
        theses=("wet",),
        title="Weather",
    )
    written = apx.dumps(a_map)
    assert written.text == (
        "arg(wet).\narg(rain).\narg(dry).\natt(rain,dry).\natt(dry,wet).\natt(wet,dry).\n"
    )
    assert [loss.message for loss in written.losses] == [
        "The notation .apx has no mark for a thesis: dropped",
        "The notation .apx has no title: dropped",
        "The notation .apx has no status: dropped from 1 claim",
        "The notation .apx has no notes: dropped from 1 claim",
        "The notation .apx has no label: dropped from 1 argument",
        "The notation .apx has no strength: dropped from 1 argument",
        "The notation .apx has no arguments in support: dropped 1 of them",
        "The notation .apx has no attacks on the step of an argument: dropped 1 of them",
        "The notation .apx has no attacks with several premises: dropped 1 of them",
        "The notation .apx has no text beside the name: dropped from 3 claims",
    ]
    assert {loss.code for loss in written.losses} == {"left-out"}
    assert len(tgf.dumps(a_map).losses) == len(written.losses) - 2


def test_each_notation_recognises_its_own() -> None:
    texts = {af: "# x\np af 2\n", apx: "% x\narg(a).", tgf: "1\n#\n"}
    for notation in texts:
        assert [other for other, text in texts.items() if notation.recognises(text)] == [notation]


def test_supports_of_a_framework_are_arguments_and_what_they_mean_is_told() -> None:
    reading = apx.loads("arg(a).\narg(b).\narg(c).\natt(a,b).\nsupport(c,a).\n", file="f.apx")
    assert reading.map is not None
    found = {(one.premises, one.target, one.polarity.value) for one in reading.map.arguments}
    assert found == {(("a",), "b", "attack"), (("c",), "a", "support")}
    assert [one.split(":", 2)[2].strip() for one in told(reading)] == [
        "a support is read as a reason: what is supported falls where all its supports fall"
    ]


def test_weights_of_a_framework_are_told_as_lost() -> None:
    reading = apx.loads("arg(a).\narg(b).\natt(a,b).\nwgt(a,b,3).\n", file="f.apx")
    assert reading.map is not None
    assert [one.code for one in reading.diagnostics] == ["left-out"]


@pytest.mark.parametrize(
    ("label", "polarity"),
    [("supports", "support"), ("+", "support"), ("attacks", "attack"), ("-", "attack")],
)
def test_a_label_of_an_edge_may_say_what_it_is(label: str, polarity: str) -> None:
    reading = tgf.loads(f"a\nb\n#\na b {label}\n")
    assert reading.map is not None
    (argument,) = reading.map.arguments
    assert (argument.polarity.value, argument.label) == (polarity, None)


def test_facts_are_known_in_files_of_other_names() -> None:
    for name in ("f.txt", "f.lp"):
        found = readable_format(name, b"arg(a).\natt(a,a).\n")
        assert found is not None
        assert found.name == "apx"
    assert writable_formats("f.txt") == ()
