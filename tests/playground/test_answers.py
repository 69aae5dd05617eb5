import base64
import json
import re
from pathlib import Path
from typing import Any

import pytest

from argmap import reader
from argmap.formats import FORMATS, Format
from argmap.playground.answers import QUESTIONS, answer
from argmap.playground.examples import examples
from argmap.playground.folder import PAGE
from tests.command import argmap

MAP = """argmap: 1
thesis:
  id: pear
  text: Plant a pear.
  premises: [It gives shade.]
  rebuttals: [Roots lift the pavement.]
"""
FAULTY = MAP.replace("rebuttals", "rebutals")


def asked(question: str, text: str = MAP, data: bytes | None = None, **given: object) -> Any:
    named = {"text": text, "name": "map.yaml"} if data is None else {}
    return json.loads(answer(question, json.dumps({**named, **given}), data))


@pytest.mark.parametrize("one", examples(), ids=lambda one: one.file)
def test_the_picture_is_that_of_the_command_line(one: Any, tmp_path: Path) -> None:
    file = tmp_path / one.file
    file.write_text(one.text, encoding="utf-8")
    drawn = argmap("render", file, "-f", "svg", "-o", "-")
    assert asked("view", one.text)["picture"] == drawn.out


def test_a_view_has_the_claims_with_their_verdicts() -> None:
    found = asked("view")
    assert found["claims"][0] == {"id": "pear", "name": "Plant a pear.", "sign": "?"}
    assert found["tally"].startswith("2 claims stand")
    assert 'id="outline-claim-pear"' in found["outline"]


def test_what_a_map_says_is_no_markup_in_the_outline() -> None:
    found = asked("view", MAP.replace("Plant a pear.", "'<img src=x onerror=alert(1)>'"))
    assert "<img" not in found["outline"]
    assert "&lt;img" in found["outline"]


def test_of_a_faulty_map_nothing_is_shown_and_everything_is_told() -> None:
    assert asked("view", FAULTY) == {"whole": False}
    (finding,) = asked("findings", FAULTY)["findings"]
    assert (finding["severity"], finding["code"]) == ("error", "unknown-key")
    assert finding["start"] == {"line": 5, "character": 2}


@pytest.mark.parametrize(
    "text", ["", "# Pears\n", "hello", "- a\n", "[Pear]: Plant.\n  + Shade.\n"]
)
def test_of_what_is_no_map_at_all_it_is_told_why_it_is_not_drawn(text: str) -> None:
    assert asked("view", text) == {"whole": False}
    finding, *_ = asked("findings", text)["findings"]
    assert finding["severity"] == "error"
    assert "argmap: 1" in finding["message"]


def test_a_map_without_its_first_line_is_given_it() -> None:
    text = MAP.removeprefix("argmap: 1\n")
    (finding,) = asked("findings", text)["findings"]
    fix, *_ = asked("fixes", text, start=finding["start"], end=finding["end"])["fixes"]
    assert fix["edits"][0]["text"] == "argmap: 1\n"
    assert fix["preferred"]


def test_a_fix_mends_the_finding() -> None:
    (finding,) = asked("findings", FAULTY)["findings"]
    (fix,) = asked("fixes", FAULTY, start=finding["start"], end=finding["end"])["fixes"]
    assert fix["preferred"]
    (edit,) = fix["edits"]
    lines = FAULTY.splitlines(keepends=True)
    assert edit["text"] == "  rebuttals: [Roots lift the pavement.]\n"
    lines[edit["start"]["line"] : edit["end"]["line"]] = [edit["text"]]
    assert "".join(lines) == MAP


def test_completions_are_those_of_editors() -> None:
    found = asked("completions", "argmap: 1\nth", at={"line": 1, "character": 2})
    thesis = next(one for one in found["items"] if one["label"] == "thesis")
    assert (thesis["text"], thesis["kind"]) == ("thesis:", "Property")
    assert thesis["start"] == {"line": 1, "character": 0}


def test_an_explanation_is_that_of_the_command_line(tmp_path: Path) -> None:
    file = tmp_path / "map.yaml"
    file.write_text(MAP, encoding="utf-8")
    told = " ".join(argmap("explain", file, "pear").out.replace("•", " ").split())
    found = asked("explanation", id="pear")
    assert found["steps"][0]["depth"] == 0
    for step in found["steps"]:
        assert " ".join(step["sentence"].split()) in told
    assert found["ways"][0] in told


def test_a_place_leads_to_its_claim_and_back() -> None:
    at = asked("place", id="pear")["start"]
    assert at == {"line": 2, "character": 6}
    assert asked("place", at={"line": 3, "character": 12}) == {"id": "pear"}
    assert asked("place", at={"line": 0, "character": 3}) == {}


def test_hovering_tells_what_a_key_means() -> None:
    assert asked("hover", at={"line": 4, "character": 4})["text"].startswith("premises: ")


def test_the_layout_is_that_of_fmt() -> None:
    assert asked("layout")["edits"] == []
    assert asked("layout", MAP.replace("argmap: 1", "argmap:   1"))["edits"]


# CSV is two files, and frameworks have no texts.
NOTATIONS = [
    one
    for one in FORMATS
    if one.reads and one.writes and one.name not in ("af", "apx", "csv", "tgf", "yaml")
]


@pytest.mark.parametrize("one", NOTATIONS, ids=lambda one: one.name)
def test_every_notation_is_opened_as_a_map(one: Format) -> None:
    data = base64.b64decode(asked("written", format=one.name, notation=True)["data"])
    found = asked("opened", data=data, name=f"pear{one.suffixes[0]}")
    assert found["notation"] == one.title
    assert "Plant a pear" in found["text"]
    assert asked("view", found["text"])["whole"]


def test_of_a_document_with_several_maps_the_first_is_opened_and_that_is_said() -> None:
    block = "```argdown\n[{0}]: {0}.\n  + Because of {0}.\n```\n"
    data = f"# Two\n\n{block.format('One')}\n{block.format('Two')}".encode()
    found = asked("opened", data=data, name="doc.md")
    assert "One" in found["text"]
    assert "Two" not in found["text"]
    assert found["notation"] == "Argdown in Markdown, the first map in it"


def test_a_bitmap_knows_by_which_rule_a_picture_is_dark() -> None:
    script = (PAGE / "scripts" / "files.js").read_text(encoding="utf-8")
    rule = re.search(r'const DARK = "(.+)";', script)[1]
    assert asked("view")["picture"].count(rule) == 1


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("odd.yaml", b"\xff\xfe\x00", "bad-encoding"),
        ("odd.opml", b"<opml><body>", "notation-syntax"),
        ("odd.json", b"{", "odd.json:2:1: error[notation-syntax]"),
    ],
)
def test_a_file_that_holds_no_map_is_refused_with_its_findings(
    name: str, data: bytes, words: str
) -> None:
    assert words in asked("opened", data=data, name=name)["error"]


def test_a_faulty_file_of_argmap_is_opened_to_be_mended() -> None:
    data = b"\xef\xbb\xbf" + FAULTY.encode()
    assert asked("opened", data=data, name="pear.yaml") == {"text": FAULTY, "losses": ""}


def test_half_of_a_character_is_no_end_of_it() -> None:
    text = MAP.replace("shade", "\ud83d")
    assert "\N{REPLACEMENT CHARACTER}" in asked("view", text)["picture"]
    assert asked("findings", text)["findings"] is not None


def test_what_a_notation_cannot_hold_is_told() -> None:
    text = MAP.replace("thesis:", "title: Pears\nthesis:")
    assert "title" in asked("written", text, format="tgf")["losses"]


def test_a_faulty_map_is_not_written() -> None:
    assert "unknown-key" in asked("written", FAULTY, format="html")["error"]


def test_a_library_that_is_not_loaded_yet_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "networkx", None)
    assert asked("written", format="graphml")["needs_more"]


def test_every_question_has_its_answer() -> None:
    from argmap.playground import views, writing

    homes = {"views": views, "writing": writing}
    for question, home in QUESTIONS.items():
        assert callable(getattr(homes[home], question))


def test_a_text_is_read_once_however_much_is_asked_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    read, texts = reader.read, []

    def counted(*given: Any, **how: Any) -> Any:
        texts.append(given)
        return read(*given, **how)

    monkeypatch.setattr("argmap.lsp.documents.read", counted)
    text = "argmap: 1\nthesis: {id: once, text: It is read once.}\n"
    for question in ("findings", "findings"):
        answer(question, json.dumps({"text": text, "name": "m.yaml"}))
    at = {"line": 1, "character": 12}
    answer("place", json.dumps({"text": text, "name": "m.yaml", "at": at}))
    assert len(texts) == 1
