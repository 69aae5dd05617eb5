"""The tools that write, asked over stdio: small steps, each whole or refused with the reason."""

import os
import re
from pathlib import Path

import pytest
from mcp import Client

from argmap.pipeline import load
from argmap.templates import template
from tests.command import argmap
from tests.mcp.sessions import Call, session
from tests.mcp.test_looking import hostile_names

PAPER = "Trees give shade at noon.\n\nPear roots grow downwards, as all of us have seen.\n"
# Five faults: a key, an id, the key of a source, a quotation, two claims in one.
DRAFT = """\
argmap: 1
# Drafted from the paper.
sources:
  paper: {file: paper.txt, title: On trees}

thesis:
  id: plant
  text: We should plant a pear tree.
  premisses:
    - ref: shdae
  rebuttals:
    - text: Its roots lift the pavement. They are strong and deep, too.
      source: {ref: paper, quote: Pear roots lift the pavement.}

claims:
  - id: shade
    text: It gives shade at noon.
    source: {ref: papr, at: ¶1, quote: Trees give shade at noon.}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "root"
    folder.mkdir()
    (folder / "paper.txt").write_text(PAPER, encoding="utf-8")
    (tmp_path / "secret.yaml").write_text("argmap: 1\nthesis: A.\n", encoding="utf-8")
    return folder


def data_in(text: str) -> str:
    return re.search(r"<data of=\"[^\"]*mended\">\n(.*?)\n</data>", text, re.DOTALL)[1] + "\n"


@pytest.mark.slow
def test_a_draft_with_five_faults_is_clean_after_three_rounds(root: Path) -> None:
    async def talk(ask: Call, client: Client) -> None:
        # The first round: all faults are told, and what needs no choice is mended.
        first = await ask("check", text=DRAFT)
        assert first.text.startswith("5 findings, 4 of them errors.")
        refused = await ask("save", file="tree.yaml", text=DRAFT)
        assert refused.refused
        assert not (root / "tree.yaml").exists()
        mended = data_in((await ask("check", text=DRAFT, mend=True)).text)
        assert "premises:\n    - ref: shade\n" in mended
        assert "ref: paper, at: ¶1" in mended
        assert "# Drafted from the paper." in mended

        # The second: the quotation that nobody wrote, by the nearest one that somebody did.
        with_quote = await ask(
            "find_quote", file="paper.txt", quote="Pear roots lift the pavement."
        )
        assert "Pear roots grow downwards" in with_quote.text
        without = mended.replace(
            "      source: {ref: paper, quote: Pear roots lift the pavement.}\n", ""
        )
        kept = await ask("save", file="tree.yaml", text=without)
        assert not kept.refused
        assert "several-sentences" in kept.text

        # The third: one claim is one sentence, and the objection has its answer from the source.
        two = "Its roots lift the pavement. They are strong and deep, too."
        await ask("edit", file="tree.yaml", old=two, new="Its roots lift the pavement.")
        target = "its-roots-lift-the-pavement"
        answer = await ask(
            "rebut", file="tree.yaml", target=target, premises=["They grow downwards."]
        )
        assert answer.text == "tree.yaml is written; nothing found."
        assert (await ask("check", file="tree.yaml")).text == "tree.yaml: nothing found."

    session(root, talk, "--write")
    assert "# Drafted from the paper." in (root / "tree.yaml").read_text(encoding="utf-8")
    assert argmap("check", root / "tree.yaml").code == 0
    assert len(load(root / "tree.yaml").arguments) == 3


@pytest.mark.slow
def test_small_steps_are_made_whole_or_refused(root: Path) -> None:
    file = root / "a.yaml"
    file.write_text(template("blank"), encoding="utf-8")

    async def talk(ask: Call, client: Client) -> None:
        async def step(tool: str, **more: object) -> str:
            found = await ask(tool, file="a.yaml", **more)
            assert not found.refused, found.text
            return found.text

        async def refused(tool: str, **more: object) -> str:
            before = file.read_bytes()
            found = await ask(tool, file="a.yaml", **more)
            assert found.refused
            assert file.read_bytes() == before
            return found.text

        assert "unused-claim" in await step("add_claim", claim="C: it is so.", id="c")
        await step("add_argument", target="thesis", premises=["c", "D."], id="both", scheme="sign")
        await step("rebut", target="both", premises=["It is no sign."])
        await step("rebut", target="c", premises=["It is not so."])
        a_map = load(file)
        assert a_map.arguments_by_id["both"].premises == ("c", "d")
        assert [one.target for one in a_map.arguments if one.premises == ("it-is-no-sign",)] == [
            "both"
        ]
        assert argmap("fmt", "--check", str(file)).code == 0

        assert "no claim or argument “thsis”" in await refused(
            "rebut", target="thsis", premises=["E."]
        )
        assert "at least one premise" in await refused("rebut", target="c", premises=[])
        assert "given twice" in await refused("add_claim", claim="F.", id="both")
        assert "is not one of assumed" in await refused("add_claim", claim="F.", status="maybe")
        assert "Nothing is written" in await refused("edit", old="scheme: sign", new="schem: sign")
        assert "are not there" in await refused("edit", old="nowhere", new="x")
        assert "there 3 times" in await refused("edit", old="text:", new="x")
        assert "Nothing is written" in await refused("save", text="argmap: 1\nthesis: {txt: A.}\n")

    session(root, talk, "--write")


def test_nothing_is_written_unless_it_was_allowed(root: Path) -> None:
    async def talk(ask: Call, client: Client) -> None:
        assert "save" not in [one.name for one in (await client.list_tools()).tools]
        assert (await ask("save", file="a.yaml", text="argmap: 1\nthesis: A.\n")).refused

    session(root, talk)
    assert [one.name for one in root.iterdir()] == ["paper.txt"]


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="makes links and pipes of POSIX")
def test_no_hostile_name_is_written(root: Path) -> None:
    (root / "maps").mkdir()
    names = list(hostile_names(root))
    outside = {one: one.stat().st_mtime_ns for one in root.parent.iterdir() if one.is_file()}

    async def talk(ask: Call, client: Client) -> None:
        for name in names:
            answer = await ask("save", file=name, text="argmap: 1\nthesis: B.\n")
            path = root / name if "\0" not in name and len(name) < 200 else root
            found = Path(os.path.realpath(path))
            inside = found.exists() and found.is_relative_to(root.resolve())
            assert answer.refused or inside, name

    session(root, talk, "--write")
    assert {
        one: one.stat().st_mtime_ns for one in root.parent.iterdir() if one.is_file()
    } == outside
    assert {one.name for one in root.iterdir() if one.is_dir() and not one.is_symlink()} == {"maps"}
    assert not [one for one in root.rglob("*") if one.name.startswith(".")]


def test_a_file_that_is_no_map_is_not_replaced(root: Path) -> None:
    (root / "paper.yaml").write_text("- shopping\n- list\n", encoding="utf-8")

    async def talk(ask: Call, client: Client) -> None:
        for name, told in (("paper.txt", "no name of a map"), ("paper.yaml", "is no map")):
            answer = await ask("save", file=name, text="argmap: 1\nthesis: B.\n")
            assert answer.refused
            assert told in answer.text

    session(root, talk, "--write")
    assert (root / "paper.yaml").read_text(encoding="utf-8") == "- shopping\n- list\n"


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_the_mark_of_a_file_stay_whatever_step_is_made(root: Path, mark: str) -> None:
    path = root / "a.yaml"
    path.write_bytes(f"{mark}argmap: 1\r\nthesis:\r\n  id: a\r\n  text: Old.\r\n".encode())

    async def talk(ask: Call, client: Client) -> None:
        for tool, keys in (
            ("edit", {"old": "id: a\n  text: Old.", "new": "id: a\n  text: New."}),
            ("add_claim", {"claim": "It is so.", "id": "so"}),
            ("add_argument", {"target": "a", "premises": ["so"]}),
            ("rebut", {"target": "a", "premises": ["It costs.", "We are poor."]}),
            ("save", {"text": "argmap: 1\nthesis:\n  id: a\n  text: Saved.\n"}),
        ):
            said = await ask(tool, file="a.yaml", **keys)
            assert not said.refused, said.text
            written = path.read_bytes().decode()
            assert (written.startswith("\ufeff"), written.count("\ufeff")) == (
                bool(mark),
                len(mark),
            )
            assert written.count("\n") == written.count("\r\n") > 2

    session(root, talk, "--write")


def test_a_document_is_no_map_to_be_changed_in_steps(root: Path) -> None:
    (root / "a.md").write_text("# A\n\n```argmap\nargmap: 1\nthesis: A\n```\n", encoding="utf-8")

    async def talk(ask: Call, client: Client) -> None:
        said = await ask("add_claim", file="a.md", claim="B.")
        assert said.refused
        assert "no name of a map: it should end in “.yaml”" in said.text

    session(root, talk, "--write")
