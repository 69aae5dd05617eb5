"""Argdown in several files becomes maps that include one another, which say the same together."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import load
from argmap.cli.joined_files import convert_joined
from argmap.formats import argdown
from argmap.links import for_folder
from argmap.model import ArgumentMap
from argmap.overview import overview_of
from argmap.pipeline import read_path
from tests.command import argmap
from tests.examples import examples
from tests.formats.files_of_maps import read, said, write
from tests.strategies import argument_maps

TREE = {
    "tree.argdown": (
        "===\ntitle: A tree\n===\n\n"
        "[Plant]: We should plant a pear tree.\n"
        "  - [Costs]\n\n"
        "@include(parts/costs.argdown)\n"
        "@include(parts/birds.argdown)\n"
    ),
    "parts/costs.argdown": (
        "===\r\ntitle: Költségek\r\nabstract: What it costs.\r\n===\r\n\r\n"
        "[Costs]: A pear tree costs 300 €.\r\n"
        "  - [Gift]: The nursery gives us one. [offer](offer.html)\r\n\r\n"
        "@include(birds.argdown)\r\n"
    ),
    "parts/birds.argdown": (
        "[Birds]: Birds like it.\n  + <Nests>: They nest in it.\n\n[Plant]\n  + [Birds]\n"
    ),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pyproject.toml").write_text("")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_each_file_is_a_map_that_includes_what_its_argdown_includes(folder: Path) -> None:
    write(folder, TREE)
    ended = argmap("convert", "tree.argdown", "out/")
    assert ended.code == 0
    assert ended.err.endswith("\n3 files are written to out/\n")
    assert (folder / "out/tree.yaml").read_text() == (
        "argmap: 1\n"
        "title: A tree\n\n"
        "include:\n"
        "  - costs.yaml\n"
        "  - birds.yaml\n\n"
        "thesis:\n"
        "  label: Plant\n"
        "  text: We should plant a pear tree.\n"
        "  premises:\n"
        "    - ref: birds\n"
        "  rebuttals:\n"
        "    - ref: costs\n"
    )
    assert (folder / "out/costs.yaml").read_text() == (
        "argmap: 1\n"
        "title: Költségek\n"
        "description: What it costs.\n\n"
        "include:\n"
        "  - birds.yaml\n\n"
        "thesis:\n"
        "  id: costs\n"
        "  label: Costs\n"
        "  text: A pear tree costs 300 €.\n"
        "  rebuttals:\n"
        "    - label: Gift\n"
        "      text: The nursery gives us one. offer\n"
        "      link: ../offer.html\n"
    )
    assert (folder / "out/birds.yaml").read_text() == (
        "argmap: 1\n\n"
        "thesis:\n"
        "  id: birds\n"
        "  label: Birds\n"
        "  text: Birds like it.\n"
        "  premises:\n"
        "    - label: Nests\n"
        "      text: They nest in it.\n"
    )
    assert argmap("check", "out").err == "3 maps checked, nothing found\n"


def test_the_main_map_says_what_the_joined_text_says(folder: Path) -> None:
    write(folder, TREE)
    assert argmap("convert", "tree.argdown", "out/", "-q").code == 0
    # From a folder of the same depth, so that links are alike.
    (folder / "one").mkdir()
    assert argmap("convert", "tree.argdown", "one/tree.yaml", "-q").code == 0
    assert argmap("bundle", "out/tree.yaml", "-o", "one/bundle.yaml", "-q").code == 0
    whole = load(folder / "one/tree.yaml")
    assert said(load(folder / "out/tree.yaml")) == said(whole)
    assert said(load(folder / "one/bundle.yaml")) == said(whole)


def test_in_a_file_all_is_one_map_and_what_the_others_are_about_is_told(folder: Path) -> None:
    write(folder, TREE)
    ended = argmap("convert", "tree.argdown", "whole.yaml")
    assert ended.code == 0
    assert "include" not in (folder / "whole.yaml").read_text()
    assert "parts/costs.argdown:1:1: warning[left-out] what an included file says it" in ended.err


def test_what_is_said_of_claims_around_a_file_is_written_where_all_are_known(folder: Path) -> None:
    write(
        folder,
        {
            "a.argdown": "[a]: A.\n  + [b]\n\n@include(b.ad)\n@include(c.ad)\n",
            "b.ad": "[b]: B.\n  - [c]\n\n[c]\n  - [a]\n",
            "c.ad": "[c]: C.\n  >< [b]\n  >< [d]\n\n[e]: E.\n  - [d]: D.\n  >< [a]\n",
        },
    )
    assert argmap("convert", "a.argdown", "out/").code == 0
    for name in ("a", "b", "c"):
        assert argmap("check", f"out/{name}.yaml").code == 0, name
    alone = load(folder / "out/c.yaml")
    # Neither of the two files includes the other.
    assert set(alone.claims_by_id) == {"d", "e"}
    assert [(one.premises, one.target) for one in alone.arguments] == [(("d",), "e")]
    assert said(load(folder / "out/a.yaml"))[:4] == said(read(Path("a.argdown")).map)[:4]


def test_what_undercuts_a_step_of_another_file_stands_below_that_step(folder: Path) -> None:
    structure = "<S>\n\n(1) [p]: P.\n(2) [q]: Q.\n-- expert opinion --\n(3) [c]: C.\n"
    write(
        folder,
        {
            "a.argdown": "@include(s.ad)\n\n[u]: U.\n  _> <S>\n\n@include(x.ad)\n",
            "s.ad": structure,
            "x.ad": "[c]\n  - [y]: Y.\n",
        },
    )
    assert argmap("convert", "a.argdown", "out/").code == 0
    assert said(load(folder / "out/a.yaml")) == said(read(Path("a.argdown")).map)
    assert set(load(folder / "out/s.yaml").claims_by_id) == {"p", "q", "c"}
    assert "- ref: p\n" in (folder / "out/a.yaml").read_text()


def test_ids_that_would_be_one_stay_two(folder: Path) -> None:
    write(
        folder,
        {
            "a.argdown": "[Costs!]: It costs.\n  - [a.1]: One.\n\n[a]: A.\n@include(b.ad)\n",
            "b.ad": "[a]\n  + [costs]: They cost.\n  - [Costs!]\n\nIt costs.\n  + [a.1]\n",
        },
    )
    assert argmap("convert", "a.argdown", "out/", "-q").code == 0
    assert argmap("convert", "a.argdown", "whole.yaml", "-q").code == 0
    assert said(load(folder / "out/a.yaml")) == said(load(folder / "whole.yaml"))
    assert said(load(folder / "whole.yaml")) == said(read(Path("a.argdown")).map)


def test_a_circle_is_told_with_the_whole_chain_and_cut_where_it_closes(folder: Path) -> None:
    write(
        folder,
        {
            "a.argdown": "[a]: A.\n@include(b.ad)\n",
            "b.ad": "[b]: B.\n@include(c.ad)\n",
            "c.ad": "[c]: C.\n  + [a]\n\n@include(a.argdown)\n",
        },
    )
    ended = argmap("convert", "a.argdown", "out/")
    assert ended.code == 0
    assert "in a circle: a.argdown → b.ad → c.ad → a.argdown; it is left out here" in ended.err
    assert "include" not in (folder / "out/c.yaml").read_text()
    assert said(load(folder / "out/a.yaml")) == said(read(Path("a.argdown")).map)


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("../out.ad", "lies outside the project"),
        ("none.ad", "There is no file"),
        ("a.txt", "cannot be included"),
        ("bad.ad", "the file is not UTF-8"),
    ],
)
def test_after_a_fault_nothing_is_written(folder: Path, path: str, told: str) -> None:
    write(folder, {"in/a.argdown": f"[a]: A.\n\n@include({path})\n", "in/pyproject.toml": ""})
    (folder / "out.ad").write_text("[b]: B.\n")
    (folder / "in/bad.ad").write_bytes(b"\xff")
    ended = argmap("convert", "in/a.argdown", "out/")
    assert ended.code == 1
    assert told in ended.err
    assert not (folder / "out").exists()


def test_nothing_is_written_over(folder: Path) -> None:
    write(folder, {**TREE, "out/costs.yaml": "mine\n"})
    ended = argmap("convert", "tree.argdown", "out/")
    assert ended.code == 2
    assert "out/costs.yaml is there already; nothing is written" in ended.err
    assert [path.name for path in (folder / "out").iterdir()] == ["costs.yaml"]


def test_a_file_in_which_nothing_is_said_is_told_and_one_that_leads_on_is_kept(
    folder: Path,
) -> None:
    write(
        folder,
        {
            "a.argdown": "@include(list.ad)\n@include(notes.ad)\n",
            "list.ad": "// All parts.\n@include(b.ad)\n",
            "notes.ad": "// Nothing yet.\n",
            "b.ad": "[b]: B.\n",
        },
    )
    ended = argmap("convert", "a.argdown", "out/")
    assert "notes.ad:1:1: warning[left-out] a file in which there is no claim" in ended.err
    assert ended.err.endswith("\n3 files are written to out/\n")
    assert (folder / "out/a.yaml").read_text() == "argmap: 1\n\ninclude:\n  - list.yaml\n"
    assert load(folder / "out/a.yaml").claims_by_id.keys() == {"b"}


def test_the_head_of_an_included_file_is_its_own(folder: Path) -> None:
    head = "===\ntitle: {}\nmode: strict\nmodel:\n  mode: strict\n===\n\n"
    write(
        folder,
        {
            "a.argdown": "[a]: A.\n  - [b]\n\n@include(b.ad)\n",
            "b.ad": head.format("Part") + "[b]: B.\n  - [c]: C.\n",
            "first.argdown": "// The head is shared.\n\n@include(b.ad)\n\n[a]: A.\n",
        },
    )
    apart = read(Path("a.argdown"))
    assert apart.map is not None
    assert apart.map.title is None
    assert [one.polarity for one in apart.map.arguments] == ["attack", "attack"]
    told = [one.message for one in apart.diagnostics]
    assert any("settings of an included file do not change how it is read" in one for one in told)
    first = read(Path("first.argdown"))
    assert first.map is not None
    assert first.map.title == "Part"
    assert first.map.arguments == ()
    assert first.map.contradictions_of("b") == ("c",)


def test_titles_that_are_no_text_are_told(folder: Path) -> None:
    write(folder, {"a.argdown": "===\ntitle: [A]\nabstract: {b: c}\n===\n\n[a]: A.\n"})
    told = [one.message for one in read(Path("a.argdown")).diagnostics]
    assert told == ["titles and abstracts that are no text are left out"]


def test_the_files_are_seen_from_afar(folder: Path) -> None:
    write(folder, TREE)
    a_map = read(Path("tree.argdown")).map
    assert a_map is not None
    assert [one.path for one in a_map.files] == [
        "tree.argdown",
        "parts/costs.argdown",
        "parts/birds.argdown",
    ]
    seen = overview_of(a_map)
    assert [claim.name for claim in seen.claims] == ["A tree", "parts/birds.argdown", "Költségek"]
    assert [one.polarity.value for one in seen.arguments] == ["support", "attack"]
    assert argmap("render", "tree.argdown", "--overview", "-o", "files.svg").code == 0
    assert 'href="parts/costs.argdown"' in (folder / "files.svg").read_text()


TITLES = [f"c{n}" for n in range(7)]


@st.composite
def texts(draw: st.DrawFn) -> dict[str, str]:
    """Return a text in files that include one another at random, in circles as well.

    Any of them may define, mention and join any claim.
    """
    number = draw(st.integers(2, 5))
    names = [f"f{n}.argdown" for n in range(number)]
    files: dict[str, list[str]] = {name: [] for name in names}
    for title in TITLES:
        name = draw(st.sampled_from(names))
        files[name].append(f"[{title}]: The claim {title} holds.")
    titles = st.sampled_from(TITLES)
    for _ in range(draw(st.integers(0, 9))):
        one, other, third = draw(st.lists(titles, min_size=3, max_size=3, unique=True))
        kind = draw(st.sampled_from(("  + ", "  - ", "  >< ", "structure", "undercut", "chain")))
        said = f"[{one}]\n{kind}[{other}]"
        if kind in ("structure", "undercut"):
            said = f"(1) [{one}]\n(2) [{other}]\n----\n(3) [{third}]"
        if kind == "undercut":
            said += f"\n  _ [{draw(titles)}]"
        if kind == "chain":
            said = f"[{one}]\n  + [{other}]\n    - <a{draw(st.integers(0, 2))}>: A reason."
        files[draw(st.sampled_from(names))].append(said)
    for n, name in enumerate(names[1:], start=1):
        for other in {draw(st.sampled_from(names[:n])), *draw(st.lists(st.sampled_from(names)))}:
            place = draw(st.integers(0, len(files[other])))
            files[other].insert(place, f"@include({name})")
    return {name: "\n\n".join(parts) + "\n" for name, parts in files.items()}


def require_same(folder: Path) -> None:
    """Require that the maps of files say what the joined text says, each readable alone."""
    reading = read(folder / "f0.argdown")
    assert reading.map is not None
    if len(reading.modules) == 1:
        return
    convert_joined(reading, f"{folder}/out")
    whole = said(for_folder(reading.map, home=folder / "a", beside=folder / "out/a"))
    assert said(load(folder / "out/f0.yaml")) == whole
    for path in (folder / "out").iterdir():
        assert read_path(path).diagnostics == (), path.read_text()
    assert argmap("bundle", folder / "out/f0.yaml", "-o", folder / "out/whole.yaml").code == 0
    assert said(load(folder / "out/whole.yaml")) == whole


@examples(60)
@given(texts())
def test_any_text_in_files_says_the_same_as_maps(files: dict[str, str]) -> None:
    with TemporaryDirectory() as name:
        write(Path(name), files)
        require_same(Path(name))


@examples(30)
@given(st.data(), argument_maps(min_claims=1))
def test_any_map_in_argdown_may_be_cut_anywhere(data: st.DataObject, a_map: ArgumentMap) -> None:
    blocks = argdown.dumps(a_map).text.split("\n\n")
    files: dict[str, str] = {}
    for number in range(data.draw(st.integers(1, 4)), 0, -1):
        start = data.draw(st.integers(0, len(blocks) - 1))
        end = data.draw(st.integers(start + 1, len(blocks)))
        # What is cut out may itself include a file that was cut out before.
        files[f"f{number}.argdown"] = "\n\n".join(blocks[start:end]) + "\n"
        blocks[start:end] = [f"@include(f{number}.argdown)\n"]
    with TemporaryDirectory() as name:
        write(Path(name), {"f0.argdown": "\n\n".join(blocks) + "\n", **files})
        require_same(Path(name))
