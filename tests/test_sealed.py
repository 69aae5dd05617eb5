"""What a file that is included sealed says: its claims as they stand there, and nothing more."""

import subprocess
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.evaluation.semantics import degrees_of
from argmap.pipeline import draw
from argmap.planning import RenderOptions
from argmap.style import Style
from argmap.weighing import DEGREES, STANDPOINTS, Home, Standing
from tests.command import argmap as run
from tests.examples import examples
from tests.strategies import argument_maps
from tests.test_bundling import as_yaml, bundled, read_in, tree_of, verdicts
from tests.test_including import Files, files, findings, reading_of, told, whole

__all__ = ["files"]
COMMIT = ["-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-q", "-m", "One."]

TAX = """
title: Taxes
sources: {r: {title: Report}}
thesis: {id: rate, text: The rate is fair., source: {ref: r, at: p. 3}, premises: [Most agree.]}
claims:
  - {id: low, text: Taxes are low., rebuttals: [They rose.]}
  - {id: loop, text: Loops help., premises: [{id: circle, text: They do., premises: [ref: loop]}]}
  - {id: unsettled, text: It is open., status: open}
  - {id: other, text: The rate is theft., contradicts: low, status: assumed, standard: scintilla}
"""
BUDGET = """
include: {file: tax.yaml, as: tax, sealed: true}
thesis: {id: sound, text: The budget is sound., premises: [ref: tax/rate, Spending is low.]}
"""
OTHERS = BUDGET + "claims: [ref: tax/low, ref: tax/loop, ref: tax/unsettled, ref: tax/other]\n"


def test_a_sealed_claim_has_the_verdict_of_its_home_and_nothing_below_it(files: Files) -> None:
    files({"map.yaml": OTHERS, "tax.yaml": TAX})
    a_map, alone = whole(), argmap.evaluate(whole("tax.yaml"))
    assert [one.id for one in a_map.claims] == [
        *("sound", "tax/rate", "spending-is-low"),
        *("tax/low", "tax/loop", "tax/unsettled", "tax/other"),
    ]
    assert {one.target for one in a_map.arguments} == {"sound"}
    found = argmap.evaluate(a_map)
    for claim in a_map.claims:
        if claim.home:
            there = alone.verdict(claim.id.removeprefix("tax/"))
            assert found.verdict(claim.id).standing is there.standing is claim.home.verdict
    assert {one.home.verdict for one in a_map.claims if one.home} == set(Standing)
    assert a_map.sources == ()


@pytest.mark.parametrize("semantics", DEGREES)
def test_the_verdict_of_the_home_is_a_degree_too(files: Files, semantics: str) -> None:
    files({"map.yaml": OTHERS, "tax.yaml": TAX})
    found = degrees_of(whole(), semantics).claims
    sealed = {id.removeprefix("tax/"): round(one, 6) for id, one in found.items() if "/" in id}
    assert sealed == {"rate": 1.0, "low": 0.0, "loop": 0.0, "unsettled": 0.5, "other": 1.0}


@pytest.mark.parametrize("semantics", STANDPOINTS)
def test_the_verdict_of_the_home_holds_in_every_labelling(files: Files, semantics: str) -> None:
    files({"map.yaml": OTHERS, "tax.yaml": TAX})
    words = run("evaluate", "map.yaml", "--semantics", semantics).out
    for id, verdict in (("rate", "stand"), ("low", "fall"), ("loop", "fall")):
        (told_of,) = [one for one in words.split("\n\n") if f"[tax/{id}]" in one]
        assert f" {verdict}" in told_of.partition(":")[0], words


def test_a_claim_that_changes_at_home_changes_here(files: Files) -> None:
    files({"map.yaml": BUDGET, "tax.yaml": TAX})
    assert argmap.evaluate(whole()).verdict("sound").standing is Standing.STANDS
    files({"tax.yaml": TAX.replace("premises: [Most", "rebuttals: [Most")})
    assert argmap.evaluate(whole()).verdict("sound").standing is Standing.NOT_SHOWN


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "claims: [{ref: tax/rate, rebuttals: [No.]}]",
            "4:38 argued-elsewhere: “tax/rate” is argued in tax.yaml, so nothing can speak against"
            " it here",
        ),
        (
            "claims: [{ref: tax/rate, premises: [Yes.]}]",
            "4:26 argued-elsewhere: “tax/rate” is argued in tax.yaml, so nothing can speak for"
            " it here",
        ),
        (
            "claims: [{text: No., contradicts: tax/rate}]",
            "4:35 argued-elsewhere: “tax/rate” is argued in another map, so nothing here"
            " contradicts it",
        ),
        ("claims: [{ref: tax/rat}]", "4:16 unknown-reference: no claim “tax/rat”; did you mean"),
        ("expect: {tax/rate.1: stands}", "4:10 unknown-reference: no claim or argument “tax/r"),
        (
            "claims: [{text: A., home: B, status: open}]",
            "4:38 argued-elsewhere: “status” changes nothing: the claim is argued in another map",
        ),
        (
            "claims: [{text: A., id: a, home: B, rebuttals: [No.]}]",
            "4:49 argued-elsewhere: “a” is argued in another map, so nothing can speak against",
        ),
        ("claims: [{text: A., home: {verdict: falls}}]", "4:27 missing-text: a home needs “map”"),
        ("claims: [{text: A., home: ''}]", "4:27 empty-text: “home” has no value"),
    ],
)  # fmt: skip
def test_what_bears_on_a_sealed_claim_is_refused_where_it_is_written(
    files: Files, written: str, expected: str
) -> None:
    files({"map.yaml": f"{BUDGET.strip()}\n{written}\n", "tax.yaml": TAX})
    found = told(reading_of())
    assert found[0].startswith(f"map.yaml:{expected}"), found
    assert len(found) == 1


def test_a_sealed_file_needs_a_name_and_one_way_of_being_included(files: Files) -> None:
    files({"map.yaml": "include: {file: tax.yaml, sealed: true}\nthesis: A.\n", "tax.yaml": TAX})
    assert told(reading_of()) == [
        "map.yaml:2:10 missing-text: a sealed file needs a name, by which its claims are named here"
    ]
    both = "include: [{file: tax.yaml, as: tax, sealed: true}, tax.yaml]\nthesis: A.\n"
    files({"map.yaml": both})
    assert told(reading_of()) == [
        "map.yaml:2:52 argued-elsewhere: “tax.yaml” is a part of the map here and sealed in"
        " map.yaml"
    ]


def test_a_fault_in_a_sealed_file_is_told_there_and_nothing_that_follows_from_it(
    files: Files,
) -> None:
    files({"map.yaml": BUDGET, "tax.yaml": TAX.replace("title: Taxes", "titel: Taxes")})
    (one,) = told(reading_of())
    assert one.startswith("tax.yaml:3:1 unknown-key")
    files({"tax.yaml": TAX.replace("title: Taxes", "include: more.yaml"), "more.yaml": "foo: 1\n"})
    (one,) = told(reading_of())
    assert one.startswith("more.yaml:2:1 unknown-key")


def test_circles_through_sealed_files_are_told_with_the_whole_circle(files: Files) -> None:
    back = "include: {file: map.yaml, as: map, sealed: true}\n"
    files({"map.yaml": BUDGET, "tax.yaml": back + TAX})
    assert told(reading_of()) == [
        "tax.yaml:2:17 circular-include: the files include one another in a circle:"
        " map.yaml → tax.yaml → map.yaml"
    ]


def test_seals_within_seals_have_an_end(files: Files) -> None:
    def sealing(other: str) -> str:
        return (
            f"include: {{file: {other}, as: x, sealed: true}}\nclaims:\n"
            "  - {id: a, text: A., premises: [ref: x/a]}\n"
        )

    chain = {f"f{n}.yaml": sealing(f"f{n + 1}.yaml") for n in range(30)}
    files({**chain, "f30.yaml": "claims: [{id: a, text: A., status: open}]\n"})
    (one,) = told(reading_of("f0.yaml"))
    assert "too-deep: sealed files lie more than 20 deep within one another" in one
    claim = whole("f15.yaml").claims_by_id["x/a"]
    assert claim.home == Home("f16.yaml", Standing.UNDECIDED)


def test_what_a_sealed_file_includes_is_its_own_affair(files: Files) -> None:
    # Both of them use a file, and this map says something against it.
    against = "claims: [{ref: both, rebuttals: [No.]}]\n"
    sealed = "{file: tax.yaml, as: tax, sealed: true}"
    files(
        {
            "map.yaml": BUDGET.replace(sealed, f"[common.yaml, {sealed}]") + against,
            "tax.yaml": "include: common.yaml\n" + TAX.replace("[Most", "[ref: both, Most"),
            "common.yaml": "claims: [{id: both, text: Both say it.}]\n",
        }
    )
    a_map = whole()
    found = argmap.evaluate(a_map)
    assert "tax/both" not in a_map.claims_by_id
    assert found.verdict("both").standing is Standing.FALLS
    assert found.verdict("tax/rate").standing is Standing.STANDS


def test_explain_says_where_a_sealed_claim_is_argued(files: Files) -> None:
    files({"map.yaml": BUDGET, "tax.yaml": TAX})
    told_of = " ".join(run("explain", "map.yaml", "sound").out.split())
    assert "“The rate is fair” [tax/rate] stands in tax.yaml, where it is argued." in told_of
    asked = run("evaluate", "map.yaml", "--reject", "tax/rate").out
    assert "“The rate is fair” [tax/rate]: stands → falls (it is taken to fall here)" in asked
    assert "“The budget is sound” [sound]: stands → is not shown" in asked


def test_what_is_wrong_in_a_sealed_file_is_told_where_that_is_checked(files: Files) -> None:
    files({"map.yaml": BUDGET, "tax.yaml": TAX.replace("is fair.", "is fair")})
    assert {one.span.file for one in findings("tax.yaml")} == {"tax.yaml"}
    assert {one.span.file for one in findings()} <= {"map.yaml"}


@pytest.mark.parametrize("direction", ["down", "right", "column"])
def test_an_away_box_has_a_second_contour_its_home_and_a_link(files: Files, direction: str) -> None:
    files({"map.yaml": BUDGET, "tax.yaml": TAX})
    svg = draw(whole(), options=RenderOptions(direction=direction)).decode()
    assert svg.count('class="inner"') == 2  # The box, and the sample of the legend.
    assert "argued in tax.yaml" in svg
    assert 'href="tax.yaml"' in svg
    assert "argued in another map" in svg
    assert "Most agree" not in svg
    files({"tax.yaml": TAX.replace("sealed", "")})
    plain = draw(
        argmap.loads("argmap: 1\nthesis: A.\n"), options=RenderOptions(direction=direction)
    )
    assert b"inner" not in plain


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "ru"])
def test_the_home_is_told_in_the_language_of_the_map(files: Files, language: str) -> None:
    from argmap.languages import words_in

    files({"map.yaml": f"language: {language}\n{BUDGET}", "tax.yaml": TAX})
    for format in ("svg", "html", "md"):
        drawn = draw(whole(), format=format).decode()
        said = words_in(language).argued_in.format("tax.yaml")
        assert said in drawn.replace("&#46;", ".")


def test_an_overview_shows_the_arrows_of_sealed_files(files: Files) -> None:
    from argmap.overview import overview_of

    files(
        {
            "map.yaml": OTHERS.replace("[ref: tax/low", "[{text: No., rebuttals: [ref: tax/low]}"),
            "tax.yaml": TAX,
        }
    )
    seen = overview_of(whole())
    assert next((one.premises, one.target) for one in seen.arguments) == (("taxes",), "map-yaml")
    assert seen.claims_by_id["taxes"].home == Home("tax.yaml")
    assert seen.claims_by_id["taxes"].link == "tax.yaml"


names = st.sampled_from(["tax", "rates"])


def _plain(a_map: argmap.ArgumentMap) -> argmap.ArgumentMap:
    # There are no files of its theme.
    return replace(a_map, style=Style())


small_maps = argument_maps(max_claims=6, max_arguments=6).map(_plain)
others = argument_maps(min_claims=1, max_claims=8, max_arguments=10).map(_plain)


@examples(15)
@given(st.data(), small_maps, others, names)
def test_a_bundle_keeps_the_verdicts_of_sealed_maps(
    data: st.DataObject, own: argmap.ArgumentMap, other: argmap.ArgumentMap, name: str
) -> None:
    named = data.draw(st.lists(st.sampled_from(other.claims), min_size=1, max_size=3))
    root = tree_of(own)
    root["include"] = {"file": "sub/other.yaml", "as": name, "sealed": True}
    used = [{"ref": f"{name}/{claim.id}"} for claim in named]
    root.setdefault("claims", []).append({"text": "Used.", "id": "-used-", "arguments": used})
    parts = {"map.yaml": as_yaml(root), "sub/other.yaml": argmap.dumps(other)}
    with TemporaryDirectory() as folder:
        split = read_in(Path(folder), parts)
        joined = bundled(Path(folder))
        alone = verdicts(argmap.load(Path(folder) / "sub/other.yaml"))
    assert joined == split
    assert verdicts(joined) == verdicts(split)
    assert argmap.draw(joined) == argmap.draw(split)
    for claim in named:
        assert verdicts(split)[f"{name}/{claim.id}"].standing is alone[claim.id].standing


def test_a_diff_tells_a_verdict_that_changed_at_home_as_a_verdict(files: Files) -> None:
    for command in (["init", "-q"], ["add", "-A"], COMMIT):
        if command[0] == "add":
            files({"map.yaml": BUDGET, "tax.yaml": TAX})
        subprocess.run(["git", *command], check=True)
    assert "Both maps say the same." in run("diff", "HEAD:map.yaml", "map.yaml").out
    files({"tax.yaml": TAX.replace("premises: [Most", "rebuttals: [Most")})
    out = run("diff", "HEAD:map.yaml", "map.yaml").out
    assert "“The rate is fair” [tax/rate]: stands → falls (it falls in tax.yaml" in out
    assert "has “" not in out
