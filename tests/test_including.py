"""A map in several files: what is included, what is shared, and what is told of which file."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import argmap
from argmap.checks.runner import Selection
from argmap.diagnostics import Diagnostic
from argmap.editing.applying import applied
from argmap.examination import check
from argmap.pipeline import read_path, read_text
from argmap.reader import Reading, including
from tests.command import argmap as run

Files = Callable[[Mapping[str, str]], None]


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Files:
    """Write files below a project, in which one then works; each begins with its version."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text("")

    def write(texts: Mapping[str, str]) -> None:
        for name, text in texts.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"argmap: 1\n{text}", encoding="utf-8")

    return write


def reading_of(name: str = "map.yaml") -> Reading:
    return read_path(Path(name))


def told(reading: Reading) -> list[str]:
    return [line(one) for one in reading.diagnostics]


def line(one: Diagnostic) -> str:
    at = one.span.start
    return f"{one.span.file}:{at.line}:{at.column} {one.code}: {one.message}"


def findings(name: str = "map.yaml") -> tuple[Diagnostic, ...]:
    return check(reading_of(name), selection=Selection(), given_texts={})


def whole(name: str = "map.yaml") -> argmap.ArgumentMap:
    reading = reading_of(name)
    assert told(reading) == []
    assert reading.map is not None
    return reading.map


BRIDGE = """
include: costs.yaml
thesis:
  id: bridge
  text: The town should build a bridge.
  premises: [ref: cheap]
"""
CHEAP = """
claims:
  - {id: cheap, text: The bridge is cheap., premises: [Steel is cheap.]}
"""


def test_a_claim_of_another_file_is_a_claim_of_the_map(files: Files) -> None:
    files({"map.yaml": BRIDGE, "costs.yaml": CHEAP})
    a_map = whole()
    assert [claim.id for claim in a_map.claims] == ["bridge", "cheap", "steel-is-cheap"]
    assert [argument.id for argument in a_map.arguments] == ["bridge.1", "cheap.1"]


def test_arguments_of_all_files_bear_on_a_claim(files: Files) -> None:
    against = "claims: [{ref: cheap, rebuttals: [Wages rose.]}]\ninclude: [costs.yaml]\n"
    text = BRIDGE.replace("costs.yaml", "[costs.yaml, wages.yaml]")
    files({"map.yaml": text, "costs.yaml": CHEAP, "wages.yaml": against})
    assert [one.polarity for one in whole().arguments_on("cheap")] == ["support", "attack"]
    assert [one.polarity for one in whole("costs.yaml").arguments_on("cheap")] == ["support"]
    assert argmap.evaluate(whole("costs.yaml")).verdict("cheap").label is argmap.Label.ACCEPTED
    assert argmap.evaluate(whole()).verdict("cheap").label is argmap.Label.UNDECIDED


def test_an_included_file_may_name_what_the_map_says(files: Files) -> None:
    files({"map.yaml": BRIDGE.replace("[ref: cheap]", "[Steel is cheap.]"), "costs.yaml": AGAINST})
    (argument,) = whole().arguments_on("bridge", argmap.Polarity.ATTACK)
    assert argument.premises == ("nobody-crosses",)
    assert told(reading_of("costs.yaml")) == [
        "costs.yaml:3:10 unknown-reference: no claim “bridge”"
    ]


AGAINST = """claims:
  - ref: bridge
    rebuttals: [Nobody crosses.]
"""


def test_title_thesis_style_and_expectations_of_a_part_are_its_own(files: Files) -> None:
    own = """
title: Costs
language: de
description: About money.
style: {width: 200}
audiences: {council: {values: [money]}}
expect: {cheap: rejected}
thesis: {id: cheap, text: The bridge is cheap.}
"""
    files({"map.yaml": BRIDGE, "costs.yaml": own})
    a_map = whole()
    assert a_map.theses == ("bridge",)
    assert (a_map.title, a_map.language, a_map.description) == (None, None, None)
    assert (a_map.style.width, a_map.audiences, a_map.expectations) == (None, (), ())
    assert [one.code for one in findings("costs.yaml")].count("expectation-failed") == 1
    assert "expectation-failed" not in [one.code for one in findings()]


def test_a_file_is_read_once_however_often_it_is_included(files: Files) -> None:
    files({
        "map.yaml": BRIDGE.replace("costs.yaml", "[a.yaml, sub/b.yaml, costs.yaml, ./costs.yaml]"),
        "a.yaml": "include: costs.yaml\n",
        "sub/b.yaml": "include: ../costs.yaml\n",
        "costs.yaml": CHEAP,
    })  # fmt: skip
    assert len(whole().claims) == 3
    assert list(reading_of().included) == ["a.yaml", "costs.yaml", "sub/b.yaml"]


def test_an_id_that_two_files_give_is_told_with_both_places(files: Files) -> None:
    files({"map.yaml": BRIDGE + "claims: [{id: cheap, text: It costs.}]\n", "costs.yaml": CHEAP})
    (fault,) = reading_of().diagnostics
    assert line(fault) == "costs.yaml:4:10 duplicate-id: the id “cheap” is given twice"
    assert [one.span.file for one in fault.related] == ["map.yaml"]


def test_derived_ids_of_a_part_mean_there_what_they_mean_alone(files: Files) -> None:
    part = """
claims:
  - Steel is cheap.
  - {id: cheap, text: The bridge is cheap., premises: [ref: steel-is-cheap]}
"""
    own = BRIDGE + "  rebuttals: [{text: Steel is cheap., premises: [ref: steel-is-cheap-2]}]\n"
    files({"map.yaml": own, "costs.yaml": part})
    a_map = whole()
    (argument,) = a_map.arguments_on("cheap")
    assert argument.premises == ("steel-is-cheap-2",)
    assert len(a_map.claims) == 4
    assert "costs.yaml" in str(a_map.claims_by_id["steel-is-cheap-2"].span)


def test_ids_that_a_map_derives_are_those_without_what_it_includes(files: Files) -> None:
    against = "claims: [{ref: bridge, arguments: [It is cheap.], rebuttals: [It is dear.]}]\n"
    own = BRIDGE.replace("premises: [ref: cheap]", "rebuttals: [It floods., It rusts.]")
    files({"map.yaml": own, "alone.yaml": own.replace("include: costs.yaml", "")})
    files({"costs.yaml": against})
    ids = {claim.text: claim.id for claim in whole("alone.yaml").claims}
    assert ids.items() <= {claim.text: claim.id for claim in whole().claims}.items()
    alone = {one.premises: one.id for one in whole("alone.yaml").arguments}
    assert alone.items() <= {one.premises: one.id for one in whole().arguments}.items()


SOURCED = """
sources: {report: {title: The report, file: report.txt}}
claims:
  - id: cheap
    text: The bridge is cheap.
    link: page.html#a
    source: {ref: report, quote: It costs little}
"""


def test_files_of_a_part_are_named_from_its_own_folder(files: Files) -> None:
    files({"map.yaml": BRIDGE.replace("costs", "sub/costs"), "sub/costs.yaml": SOURCED})
    Path("sub/report.txt").write_text("It costs little, they say.\n")
    a_map = whole()
    assert a_map.sources[0].file == "sub/report.txt"
    assert a_map.claims_by_id["cheap"].link == "sub/page.html#a"
    assert "unreadable-source" not in [one.code for one in findings()]
    Path("sub/report.txt").write_text("It costs a lot.\n")
    (found,) = [one for one in findings() if one.code == "quote-not-found"]
    assert found.span.file == "sub/costs.yaml"


def test_sources_are_shared_and_two_that_differ_are_told(files: Files) -> None:
    own = BRIDGE + "  source: report\n"
    alike = "sources: {report: {title: The report, file: sub/report.txt}}\n"
    files({"map.yaml": own.replace("costs", "sub/costs"), "sub/costs.yaml": SOURCED})
    assert told(reading_of()) == []
    files({"map.yaml": own.replace("costs", "sub/costs") + alike})
    assert len(whole().sources) == 1
    files({"map.yaml": own.replace("costs", "sub/costs") + "sources: {report: {title: Another}}\n"})
    (fault,) = reading_of().diagnostics
    assert line(fault).startswith("sub/costs.yaml:3:11 duplicate-id: the source “report” is")
    assert [one.span.file for one in fault.related] == ["map.yaml"]


@pytest.mark.parametrize(
    ("inclusions", "chain"),
    [
        ({"map.yaml": "map.yaml"}, None),
        ({"map.yaml": "a.yaml", "a.yaml": "map.yaml"}, "map.yaml → a.yaml → map.yaml"),
        (
            {"map.yaml": "a.yaml", "a.yaml": "b.yaml", "b.yaml": "c.yaml", "c.yaml": "a.yaml"},
            "a.yaml → b.yaml → c.yaml → a.yaml",
        ),
    ],
)
def test_a_circle_is_told_whole(
    files: Files, inclusions: Mapping[str, str], chain: str | None
) -> None:
    files({name: f"include: {named}\nthesis: A.\n" for name, named in inclusions.items()})
    found = [one for one in reading_of().diagnostics if one.code == "circular-include"]
    (fault,) = found
    if chain is None:
        assert fault.message == "the file includes itself"
    else:
        assert fault.message.endswith(f"in a circle: {chain}")
        names = chain.split(" → ")
        assert fault.span.file == names[-2]
        assert [one.span.file for one in fault.related] == names[:-2]


@pytest.mark.parametrize(
    ("named", "message"),
    [
        ("nobody.yaml", "There is no file nobody.yaml"),
        ("costs.json", "“costs.json” cannot be included: it is no file in YAML"),
        ("sub.yaml", "sub.yaml is a folder, not a file"),
        ("../map.yaml", "“../map.yaml” lies outside the project"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_where_it_is_named(
    files: Files, named: str, message: str
) -> None:
    files({"map.yaml": BRIDGE.replace("costs.yaml", named), "sub.yaml/a.yaml": ""})
    # What names a claim of that file is no fault of its own.
    (fault,) = reading_of().diagnostics
    assert line(fault).startswith(f"map.yaml:3:10 unreadable-include: {message}")
    assert fault.help


def test_faults_of_a_part_are_told_in_its_own_file_and_once(files: Files) -> None:
    files({"map.yaml": BRIDGE, "costs.yaml": CHEAP + "  - {ref: nobody}\nfoo: 1\n"})
    assert told(reading_of()) == [
        "costs.yaml:5:11 unknown-reference: no claim “nobody”",
        "costs.yaml:6:1 unknown-key: “foo” is not a key of a map",
    ]
    ended = run("check", "map.yaml", "costs.yaml")
    assert ended.code == 1
    assert ended.out.count("unknown-key") == 1
    assert "6 | foo: 1" in ended.out


def test_a_part_in_broken_yaml_hides_what_follows_from_it(files: Files) -> None:
    files({"map.yaml": BRIDGE, "costs.yaml": "claims:\n  - {id: cheap, text: [\n"})
    assert {one.span.file for one in reading_of().diagnostics} == {"costs.yaml"}


@pytest.mark.parametrize("text", ["", "- A.\n", "G1: {text: A.}\n"])
def test_what_is_included_must_be_a_map(files: Files, text: str) -> None:
    files({"map.yaml": BRIDGE})
    Path("costs.yaml").write_text(text)
    (fault,) = reading_of().diagnostics
    assert (fault.code, fault.span.file) == ("not-a-map", "costs.yaml")


def test_findings_of_a_part_stand_in_its_file(files: Files) -> None:
    part = CHEAP + "  - {id: so, text: Is it? It is., premises: [ref: cheap], scheme: cause}\n"
    files({"map.yaml": BRIDGE, "costs.yaml": part.replace(", scheme: cause", "")})
    assert "costs.yaml" in {one.span.file for one in findings() if one.code == "several-sentences"}


def test_a_comment_in_a_part_allows_a_finding_there(files: Files) -> None:
    part = CHEAP.replace("premises", "rebuttals")
    sentences = part.replace("The bridge is cheap.", "It is cheap. It is fine.")
    files({"map.yaml": BRIDGE, "costs.yaml": sentences})
    assert "several-sentences" in [one.code for one in findings()]
    allowed = sentences.replace("  - {", "  # argmap: allow several-sentences\n  - {")
    files({"costs.yaml": allowed})
    assert "several-sentences" not in [one.code for one in findings()]
    # And not on the same line of another file.
    files({"map.yaml": "\n# argmap: allow several-sentences" + BRIDGE, "costs.yaml": sentences})
    assert "several-sentences" in [one.code for one in findings()]


def test_what_a_part_does_not_use_may_serve_other_maps(files: Files) -> None:
    spare = CHEAP + "  - {id: spare, text: Rope is cheap.}\n" + "sources: {s: {title: S}}\n"
    files({"map.yaml": BRIDGE, "costs.yaml": spare})
    assert [one.code for one in findings() if one.code.startswith("unused")] == []
    assert [one.code for one in findings("costs.yaml") if one.code.startswith("unused")]


def test_one_run_tells_of_a_part_what_the_whole_tells(files: Files) -> None:
    files({"map.yaml": BRIDGE, "costs.yaml": CHEAP})
    alone = run("check", "costs.yaml").out
    assert "no-thesis" in alone
    assert "no-thesis" not in run("check", ".").out
    files({"costs.yaml": CHEAP + "expect: {cheap: rejected}\n"})
    assert "expectation-failed" in run("check", ".").out


def test_one_run_finds_what_a_part_names_in_the_whole(files: Files) -> None:
    files({"map.yaml": BRIDGE.replace("[ref: cheap]", "[Steel is cheap.]"), "costs.yaml": AGAINST})
    assert run("check", "costs.yaml").code == 1
    assert run("check", "costs.yaml", "map.yaml").code == 0


def test_the_same_words_in_two_files_are_mended_where_they_stand(files: Files) -> None:
    own = BRIDGE + "  rebuttals: [{text: It floods., premises: [Steel is cheap.]}]\n"
    files({"map.yaml": own, "costs.yaml": "\n\n\n" + CHEAP.replace("{id", "{note: N, id")})
    (found,) = [one for one in findings() if one.code == "duplicate-text"]
    assert {edit.span.file for edit in found.fix} == {"map.yaml", "costs.yaml"}
    for name, text in reading_of().texts.items():
        edits = [edit for edit in found.fix if edit.span.file == name]
        Path(name).write_text(applied(text, edits))
    assert "duplicate-text" not in [one.code for one in findings()]
    assert len(whole().claims) == 4


def test_too_many_files_are_refused_where_one_more_is_named(
    files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(including, "MOST_FILES", 3)
    files(dict.fromkeys(("a.yaml", "b.yaml", "c.yaml"), ""))
    files({"map.yaml": "include: [a.yaml, b.yaml, c.yaml]\nthesis: A.\n"})
    assert told(reading_of()) == [
        "map.yaml:2:27 too-large: a map may be made of 3 files, and this is one more"
    ]


@pytest.mark.parametrize("limit", ["LARGEST", "MOST_PARTS"])
def test_all_files_together_have_the_limits_of_one(
    files: Files, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    files({"map.yaml": "include: [a.yaml, b.yaml]\nthesis: A.\n"})
    files({"a.yaml": "#\n" * 40, "b.yaml": "#\n" * 40})
    assert told(reading_of()) == []
    monkeypatch.setattr(including, limit, {"LARGEST": 150, "MOST_PARTS": 60}[limit])
    (fault,) = reading_of().diagnostics
    assert line(fault).startswith("map.yaml:2:19 too-large: with this file the map is larger")


def test_a_chain_of_many_files_is_no_matter_of_depth(files: Files) -> None:
    files({f"m{number}.yaml": f"include: m{number + 1}.yaml\n" for number in range(600)})
    files({"m600.yaml": "claims: [{id: last, text: L.}]\n"})
    files({"map.yaml": "include: m0.yaml\nthesis: {text: A., premises: [ref: last]}\n"})
    assert len(whole().claims) == 2


def test_a_text_in_no_folder_includes_nothing() -> None:
    with pytest.raises(argmap.MapError, match="cannot be included: this text is in no folder"):
        argmap.loads(f"argmap: 1\n{BRIDGE}")


def test_a_map_that_includes_others_is_written_as_one(files: Files) -> None:
    files({"map.yaml": BRIDGE, "costs.yaml": CHEAP})
    a_map = whole()
    assert argmap.loads(argmap.dumps(a_map)) == a_map
    assert read_text(argmap.convert(a_map, to="json").text, file="m", notation="json").map == a_map


def test_included_maps_may_be_named_in_json(files: Files) -> None:
    files({"costs.yaml": CHEAP})
    text = '{"argmap": 1, "include": "costs.yaml", "thesis": {"text": "A.", "premises": [{"ref": '
    Path("map.json").write_text(text + '"cheap"}]}}')
    assert len(whole("map.json").claims) == 3


def test_each_file_is_laid_out_alone(files: Files) -> None:
    files({"map.yaml": BRIDGE.replace("thesis:", "thesis:   "), "costs.yaml": CHEAP})
    before = Path("costs.yaml").read_text()
    assert run("fmt", "map.yaml").code == 0
    assert Path("map.yaml").read_text().startswith("argmap: 1\n\ninclude: costs.yaml\n")
    assert Path("costs.yaml").read_text() == before


VAT = """
sources: {report: {title: Report on VAT}}
claims:
  - {id: rate, text: The VAT is at 20 per cent., source: report}
  - {id: unasked, text: The VAT is a bother.}
"""
TAX = """
include: {file: vat.yaml, as: vat}
sources: {report: {title: Report on taxes}}
thesis:
  id: reform
  text: Taxes need a reform.
  premises:
    - {id: rate, text: Taxes are low., source: report, premises: [ref: vat/rate, They fell.]}
    - Nobody likes forms.
"""
WELFARE = """
include: {file: tax.yaml, as: tax}
thesis:
  id: rate
  text: The rate of benefits should rise.
  premises: [ref: tax/rate]
expect: {tax/rate: stands, tax/vat/rate: stands}
style: {focus: [tax/rate]}
"""


def test_ids_of_a_file_with_a_name_stay_apart(files: Files) -> None:
    files({"map.yaml": WELFARE, "tax.yaml": TAX, "vat.yaml": VAT})
    a_map = whole()
    assert [claim.id for claim in a_map.claims] == [
        *("rate", "tax/rate", "tax/vat/rate", "tax/they-fell")
    ]
    assert [argument.id for argument in a_map.arguments] == ["rate.1", "tax/rate.1"]
    assert {claim.id: [one.source for one in claim.citations] for claim in a_map.claims} == {
        "rate": [], "tax/rate": ["tax/report"], "tax/vat/rate": ["tax/vat/report"],
        "tax/they-fell": [],
    }  # fmt: skip
    assert a_map.style.focus == ("tax/rate",)
    assert "expectation-failed" not in [one.code for one in findings()]


def test_a_map_may_speak_against_a_claim_of_a_file_with_a_name(files: Files) -> None:
    against = "  rebuttals: [{ref: tax/they-fell, rebuttals: [They rose.]}]\n"
    files({"map.yaml": WELFARE.replace("expect", against + "expect").replace("stands", "falls")})
    files({"tax.yaml": TAX, "vat.yaml": VAT})
    (attack,) = whole().arguments_on("tax/they-fell")
    assert attack.premises == ("they-rose",)
    alone = whole("tax.yaml")
    assert alone.arguments_on("they-fell") == ()


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
def test_a_file_with_two_names_is_there_once(files: Files, order: tuple[str, str]) -> None:
    both = ", ".join(f"{{file: {name}.yaml, as: {name}}}" for name in order)
    own = "thesis: {id: t, text: T., arguments: [ref: a/says, ref: b/says, ref: a/c/x]}\n"
    files({
        "map.yaml": f"include: [{both}]\n{own}",
        "a.yaml": "include: {file: c.yaml, as: c}\n"
        "claims: [{id: says, text: A., premises: [ref: c/x]}]\n",
        "b.yaml": "include: {file: c.yaml, as: d}\n"
        "claims: [{id: says, text: B., premises: [ref: d/x]}]\n",
        "c.yaml": "claims: [{id: x, text: X.}]\n",
    })  # fmt: skip
    a_map = whole()
    name = f"{order[0]}/{'c' if order[0] == 'a' else 'd'}/x"
    assert [claim.text for claim in a_map.claims].count("X.") == 1
    assert [argument.premises for argument in a_map.uses_of(name)] == [(name,)] * 3


def test_the_shortest_name_is_that_of_a_file(files: Files) -> None:
    files({
        "map.yaml": "include: [{file: a.yaml, as: a}, c.yaml]\n"
        "thesis: {id: t, text: T., arguments: [ref: a/c/x, ref: a/says, ref: x]}\n",
        "a.yaml": "include: {file: c.yaml, as: c}\n"
        "claims: [{id: says, text: A., premises: [ref: c/x]}]\n",
        "c.yaml": "claims: [{id: x, text: X.}]\n",
    })  # fmt: skip
    assert [argument.premises for argument in whole().uses_of("x")] == [("x",)] * 3


def test_what_a_named_file_shares_with_the_map_is_known_in_both(files: Files) -> None:
    files({
        "map.yaml": "include: [{file: a.yaml, as: a}, c.yaml]\n"
        "thesis: {text: T., premises: [ref: a/s]}\n",
        "a.yaml": "include: c.yaml\nclaims: [{id: s, text: A., premises: [ref: x]}]\n",
        "c.yaml": "claims: [{id: x, text: X., contradicts: y}, {id: y, text: Y.}]\n",
    })  # fmt: skip
    assert {claim.id for claim in whole().claims} == {"t", "a/s", "x", "y"}


def test_files_that_share_each_others_parts_end(files: Files) -> None:
    files({
        "map.yaml": "include: [a.yaml, {file: b.yaml, as: b}]\n"
        "thesis: {text: T., premises: [ref: nobody]}\n",
        "a.yaml": "include: c.yaml\nclaims: [A.]\n",
        "b.yaml": "include: [d.yaml, a.yaml]\nclaims: [ref: nobody]\n",
        "c.yaml": "include: d.yaml\n",
        "d.yaml": "claims: [D.]\n",
    })  # fmt: skip
    assert [one.split(": ", 1)[1] for one in told(reading_of())] == ["no claim “nobody”"] * 2


def test_an_unknown_name_is_told_as_it_is_written(files: Files) -> None:
    files({"map.yaml": WELFARE, "tax.yaml": TAX.replace("ref: vat/rate", "ref: raet")})
    files({"vat.yaml": VAT})
    assert told(reading_of()) == [
        "tax.yaml:9:72 unknown-reference: no claim “raet”; did you mean “rate”?"
    ]
    files({"map.yaml": WELFARE.replace("[ref: tax/rate]", "[ref: tax/raet]"), "tax.yaml": TAX})
    assert told(reading_of()) == [
        "map.yaml:7:19 unknown-reference: no claim “tax/raet”; did you mean “tax/rate”?"
    ]


def test_one_name_for_two_files_is_told(files: Files) -> None:
    text = "include: [{file: tax.yaml, as: tax}, {file: vat.yaml, as: tax}]\nthesis: T.\n"
    files({"map.yaml": text, "tax.yaml": "claims: [A.]\n", "vat.yaml": "claims: [B.]\n"})
    (fault,) = reading_of().diagnostics
    assert line(fault) == "map.yaml:2:59 duplicate-id: “tax” is the name of two included files"


def test_two_names_of_one_claim_are_expected_once(files: Files) -> None:
    own = WELFARE.replace(
        "{file: tax.yaml, as: tax}", "[{file: tax.yaml, as: tax}, {file: vat.yaml, as: v}]"
    )
    files(
        {
            "map.yaml": own.replace("tax/rate: stands", "v/rate: stands"),
            "tax.yaml": TAX,
            "vat.yaml": VAT,
        }
    )
    (fault,) = reading_of().diagnostics
    assert line(fault).endswith("duplicate-id: “tax/vat/rate” is what “v/rate” names")


@pytest.mark.parametrize("written", ["a b", "a/b", "", "x" * 201])
def test_a_name_of_a_file_is_an_id(files: Files, written: str) -> None:
    files({"map.yaml": f"include: {{file: tax.yaml, as: '{written}'}}\nthesis: T.\n"})
    files({"tax.yaml": "claims: [A.]\n"})
    assert {one.code for one in reading_of().diagnostics} <= {"bad-value", "empty-text"}
    assert reading_of().map is None


def test_a_mapping_names_a_file(files: Files) -> None:
    files({"map.yaml": "include: {as: tax}\nthesis: T.\n"})
    assert told(reading_of()) == ["map.yaml:2:10 missing-text: an included file needs “file”"]


def test_names_that_go_on_for_ever_are_refused(files: Files) -> None:
    name = "x" * 100
    files({f"m{n}.yaml": f"include: {{file: m{n + 1}.yaml, as: {name}}}\n" for n in range(12)})
    files({"m12.yaml": "claims: [L.]\n", "map.yaml": "include: m0.yaml\nthesis: A.\n"})
    assert "too-deep" in {one.code for one in reading_of().diagnostics}


def test_a_source_that_two_named_files_describe_alike_is_one(files: Files) -> None:
    own = WELFARE + "sources: {report: {title: Report on taxes}}\n"
    files({"map.yaml": own, "tax.yaml": TAX, "vat.yaml": VAT})
    assert [source.id for source in whole().sources] == ["report", "tax/vat/report"]
    files({"map.yaml": WELFARE.replace("  premises", "  source: tax/report\n  premises")})
    assert whole().claims[0].citations[0].source == "tax/report"


def test_a_map_with_named_files_is_written_and_read_again(files: Files) -> None:
    files({"map.yaml": WELFARE, "tax.yaml": TAX, "vat.yaml": VAT})
    a_map = whole()
    for notation in ("yaml", "json"):
        text = argmap.convert(a_map, to=notation).text
        assert read_text(text, file="m", notation=notation).map == a_map
    flat = read_text(argmap.convert(a_map, to="flat").text, file="m", notation="flat").map
    assert flat is not None
    assert (flat.claims, flat.arguments) == (a_map.claims, a_map.arguments)
    for name in argmap.pipeline.DRAWN:
        assert argmap.draw(a_map, format=name)
