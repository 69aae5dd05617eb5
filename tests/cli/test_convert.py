"""`argmap convert`, and `--from` of the other commands."""

import sys
from pathlib import Path

import pytest

from argmap.formats import FORMATS, Format, format_named, notation_of
from argmap.formats.recognition import WRITABLE, readable_format
from argmap.pipeline import CARRYING, loads
from tests.command import argmap

MAP = """\
argmap: 1
title: Trees
thesis:
  id: plant
  text: We should plant a tree.
  rebuttals:
    - id: roots
      text: Its roots lift the pavement.
"""
TGF = "plant We should plant a tree.\nroots Its roots lift the pavement.\n#\nroots plant\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text(MAP)
    (tmp_path / "a.tgf").write_text(TGF)
    return tmp_path


def test_the_suffix_tells_the_notation_and_losses_are_told(folder: Path) -> None:
    ended = argmap("convert", "a.yaml", "b.tgf")
    assert ended.code == 0
    assert (folder / "b.tgf").read_text() == TGF
    assert "a.yaml:1:1: warning[left-out] The notation .tgf has no title: dropped" in ended.err
    assert ended.out == ""
    assert argmap("convert", "-q", "a.yaml", "b.tgf").err == ""


def test_comments_that_are_lost_are_told_with_what_keeps_them(folder: Path) -> None:
    text = MAP.replace("argmap: 1\n", "# A draft\nargmap: 1  # argmap: allow one-sided\n")
    (folder / "a.yaml").write_text(text)
    told = argmap("convert", "a.yaml", "b.yaml").err
    assert "a.yaml:1:1: warning[left-out] a conversion keeps no comments: 2 comments are" in told
    assert "a.yaml:2:12: and here" in told
    assert "under “note”" in told
    assert "“ignore” in [tool.argmap]" in told
    assert "#" not in (folder / "b.yaml").read_text()
    (folder / "a.yaml").write_text(text.replace("  # argmap: allow one-sided", ""))
    told = argmap("convert", "a.yaml", "b.json").err
    assert "a comment is dropped" in told
    assert "[tool.argmap]" not in told
    assert "comment" not in argmap("convert", "a.yaml", "a.drawio").err


def test_what_looks_like_a_comment_in_a_text_is_none(folder: Path) -> None:
    text = MAP.replace("tree.", "tree.#1").replace("Trees", "'Trees # 1'")
    (folder / "a.yaml").write_text(text + "      note: |\n        # no comment\n")
    ended = argmap("convert", "a.yaml", "b.yaml")
    assert ended.err == ""
    assert (folder / "b.yaml").read_text().count("#") == 3


def test_standard_input_and_output_with_named_notations() -> None:
    ended = argmap("convert", "--from", "tgf", "--to", "apx", "-q", "-", "-", stdin=TGF.encode())
    assert (ended.code, ended.out) == (0, "arg(plant).\narg(roots).\natt(roots,plant).\n")
    assert argmap("convert", "a.tgf", "-").out.startswith("argmap: 1\n")


def test_there_and_back_is_the_same_map(folder: Path) -> None:
    argmap("convert", "a.tgf", "b.yaml")
    argmap("convert", "b.yaml", "c.tgf")
    assert (folder / "c.tgf").read_text() == TGF


@pytest.mark.parametrize(
    ("target", "start"),
    [
        ("a.mmd", "flowchart"),
        ("a.mermaid", "flowchart"),
        ("a.dot", "digraph"),
        ("a.gv", "digraph"),
        ("a.canvas", '"nodes"'),
        ("a.excalidraw", '"type": "excalidraw"'),
        ("a.tex", "% drawn by argmap"),
        ("a.drawio", '<mxfile host="argmap">'),
        ("a.graphml", "<graphml"),
        ("a.csv", "id,kind,text"),
        ("a.opml", "<opml"),
        ("a.mm", "<map"),
    ],
)
def test_the_suffix_tells_what_is_written(folder: Path, target: str, start: str) -> None:
    assert argmap("convert", "a.yaml", target).code == 0
    assert start in (folder / target).read_text()[:200]


def test_tables_are_two_files(folder: Path) -> None:
    assert argmap("convert", "a.yaml", "b.csv").code == 0
    assert (folder / "b-edges.csv").read_text().startswith("from,to,relation\n")
    assert "from,to,relation" in argmap("convert", "a.yaml", "-", "--to", "csv").out


def test_a_drawing_in_words_is_of_the_whole_map_and_takes_along_what_it_does_not_show(
    folder: Path,
) -> None:
    (folder / "pyproject.toml").write_text("[tool.argmap]\ndirection = 'right'\nmax_depth = 0\n")
    (folder / "themes").mkdir()
    (folder / "themes" / "house.yaml").write_text("argmap-theme: 1\n")
    (folder / "maps").mkdir()
    (folder / "maps" / "a.yaml").write_text(
        MAP.replace("title", "style: {collapse: [plant], theme: ../themes/house.yaml}\ntitle")
        + "      note: Seen in May.\n"
    )
    ended = argmap("convert", "maps/a.yaml", "a.mmd")
    assert ended.code == 0, ended.err
    assert "dropped" not in ended.err
    assert "note: Seen in May." in (folder / "a.mmd").read_text()
    # What it names is named from where the new file lies.
    assert "theme: themes/house.yaml" in (folder / "a.mmd").read_text()
    assert "Its roots lift the pavement." in (folder / "a.mmd").read_text()
    assert "flowchart RL" in (folder / "a.mmd").read_text()


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("a.yaml", "a.yaml"), 2, "“a.yaml” is what is read"),
        (("a.yaml", "a.docx"), 2, "does not end like a file of any notation"),
        (("none.tgf", "a.apx"), 2, "There is no file none.tgf"),
        (("a.yaml", "a.apx", "--to", "tgif"), 2, "'tgif' is not one of"),
        (("--from", "apx", "a.tgf", "b.yaml"), 1, "a.tgf:1:1: error[notation-syntax]"),
        (("--from", "yaml", "a.tgf", "b.yaml"), 1, "error["),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(
    folder: Path, arguments: tuple[str, str], code: int, told: str
) -> None:
    before = sorted(folder.iterdir())
    ended = argmap("convert", *arguments)
    assert ended.code == code
    assert told in ended.err
    assert sorted(folder.iterdir()) == before


def test_a_missing_extra_is_named_and_nothing_is_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    argmap("convert", "a.yaml", "a.opml")
    monkeypatch.setitem(sys.modules, "defusedxml.sax", None)
    monkeypatch.setitem(sys.modules, "networkx", None)
    for arguments, extra in ((("a.opml", "b.yaml"), "xml"), (("a.yaml", "b.graphml"), "graphml")):
        ended = argmap("convert", *arguments)
        assert ended.code == 2
        assert f'pip install "argmap[{extra}]"' in ended.err
        assert not (folder / arguments[1]).exists()


@pytest.mark.parametrize("command", ["show", "check", "evaluate"])
def test_other_commands_read_any_notation(command: str) -> None:
    ended = argmap(command, "a.tgf")
    assert ended.code == 0
    assert argmap(command, "--from", "tgf", "-", stdin=TGF.encode()).code == 0


def test_a_picture_of_another_notation(folder: Path) -> None:
    assert argmap("render", "a.tgf", "--from", "tgf", "-o", "a.svg").code == 0
    assert "roots" in (folder / "a.svg").read_text()
    assert argmap("explain", "a.tgf", "plant").code == 0


def test_suffixes_are_told_apart_by_how_a_file_begins() -> None:
    assert readable_format("a.yaml", MAP.encode()).name == "yaml"
    assert readable_format("a.yaml", b"anything: else").name == "yaml"
    assert readable_format("a.tgf", b"").name == "tgf"
    assert readable_format("a.docx", b"") is None


def test_every_format_has_what_it_says() -> None:
    for format in FORMATS:
        notation = notation_of(format)
        assert format_named(format.name) is format
        assert isinstance(notation.KEEPS, frozenset)
        assert hasattr(notation, "loads") is format.reads
        assert hasattr(notation, "dumps") is format.writes
        assert hasattr(notation, "recognises") is format.reads


def test_a_drawing_shows_the_verdicts_of_the_whole_map(tmp_path: Path) -> None:
    text = (
        "argmap: 1\nthesis:\n  id: t\n  text: T.\n  standard: dialectical-validity\n"
        "  arguments: [{strength: strong, premises: [{text: A., unstated: true}]}]\n"
        "  rebuttals: [{id: r, text: R., status: rejected}]\n"
    )
    (tmp_path / "t.yaml").write_text(text, encoding="utf-8")
    for name in ("t.mmd", "t.dot", "t.canvas"):
        ended = argmap("convert", "t.yaml", name)
        assert ended.code == 0
        # What is drawn nowhere goes along where it can be read again.
        assert "dropped" not in ended.err
        assert "strength" in (tmp_path / name).read_text(encoding="utf-8")
        assert "standards" not in ended.err
        drawn = (tmp_path / name).read_text(encoding="utf-8")
        assert "unstated" in drawn
        assert "dialectical validity" in drawn
    drawn = (tmp_path / "t.mmd").read_text(encoding="utf-8")
    alone = argmap("render", "t.yaml", "-o", "-", "-f", "mermaid").out
    assert drawn.startswith(f"{alone}%% argmap ")


MICROTEXT = """\
<arggraph id="m" topic_id="trees">
  <edu id="e1">We should plant a tree.</edu>
  <adu id="a1" type="pro"/>
  <edge id="s1" src="e1" trg="a1" type="seg"/>
</arggraph>
"""


@pytest.fixture
def corpus(folder: Path) -> Path:
    (folder / "corpus" / "de").mkdir(parents=True)
    (folder / "corpus" / ".git").mkdir()
    (folder / "corpus" / "one.xml").write_text(MICROTEXT)
    (folder / "corpus" / "de" / "zwei.xml").write_text(MICROTEXT)
    (folder / "corpus" / "README.txt").write_text("A corpus.\n")
    (folder / "corpus" / ".git" / "three.xml").write_text(MICROTEXT)
    return folder / "corpus"


@pytest.mark.parametrize("name", [*CARRYING, *(one for one in WRITABLE if one != "yaml")])
def test_comments_are_never_lost_in_silence(name: str) -> None:
    ended = argmap(
        "convert", "--from", "yaml", "--to", name, "-", "-", stdin=f"# why\n{MAP}".encode()
    )
    assert ended.code == 0
    assert (
        "-:1:1: warning[left-out] a conversion keeps no comments: a comment is dropped" in ended.err
    )


def test_a_folder_stands_for_all_maps_in_it(corpus: Path, folder: Path) -> None:
    ended = argmap("convert", "corpus", "maps", "--to", "yaml")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err == "2 of 2 maps are written to maps\n"
    assert {path.name for path in (folder / "maps").rglob("*.yaml")} == {"one.yaml", "zwei.yaml"}
    assert argmap("convert", "-q", "corpus", "maps").err == ""


def test_what_is_lost_on_the_way_is_summed_up(corpus: Path) -> None:
    told = argmap("convert", "corpus", "maps", "--to", "tgf").err
    assert "2 of them leave something out or mean something else:\n  in 2: " in told


def test_a_file_that_is_no_whole_map_is_told_and_the_others_are_written(
    corpus: Path, folder: Path
) -> None:
    (corpus / "broken.xml").write_text(MICROTEXT.replace('type="seg"', 'type="because"'))
    ended = argmap("convert", "corpus", "maps")
    assert ended.code == 1
    assert "corpus/broken.xml:4:3: error[bad-value]" in ended.err
    assert ended.err.endswith("2 of 3 maps are written to maps\n")
    assert not (folder / "maps" / "broken.yaml").exists()


def test_a_notation_of_several_files_is_written_to_a_new_folder(corpus: Path, folder: Path) -> None:
    assert argmap("convert", "corpus", "maps", "--to", "csv").code == 0
    assert len(list((folder / "maps").rglob("*.csv"))) == 4


@pytest.mark.usefixtures("corpus")
def test_a_file_that_cannot_be_read_is_told_and_the_others_are_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "may not be read", str(path))

    # Nothing of the file system stops root.
    monkeypatch.setattr("pathlib.Path.open", refuse)
    ended = argmap("convert", "corpus", "maps")
    assert "2 of 3 maps are written to maps" in ended.err


def test_two_files_are_never_written_to_one(corpus: Path, folder: Path) -> None:
    (corpus / "one.tgf").write_text(TGF)
    ended = argmap("convert", "corpus", "maps")
    assert ended.code == 2
    assert "would both be written to “maps/one.yaml”; choose one notation with --from" in ended.err
    assert not (folder / "maps").exists()
    assert argmap("convert", "corpus", "maps", "--from", "tgf").code == 0


def test_what_is_written_beside_a_map_is_no_other_map(corpus: Path, folder: Path) -> None:
    for name in ("pool", "pool-edges"):
        (corpus / f"{name}.yaml").write_text(MAP)
    ended = argmap("convert", "corpus", "tables", "--from", "yaml", "--to", "csv")
    assert ended.code == 2
    assert "would both be written to “tables/pool-edges.csv”" in ended.err
    assert not (folder / "tables").exists()


def test_what_is_written_beside_a_map_is_not_what_was_read(corpus: Path) -> None:
    table = "id,text\na,Trees are green.\n"
    (corpus / "a-edges.csv").write_text(table)
    ended = argmap("convert", "corpus/a-edges.csv", "corpus/a.csv")
    assert ended.code == 2
    assert "“corpus/a-edges.csv” would be written over" in ended.err
    assert (corpus / "a-edges.csv").read_text() == table
    assert not (corpus / "a.csv").exists()


@pytest.mark.parametrize("format", [one for one in FORMATS if one.writes], ids=lambda f: f.name)
def test_a_notation_knows_what_it_writes_beside_a_map(format: Format) -> None:
    written = notation_of(format).dumps(loads(MAP))
    assert tuple(ending for ending, _ in written.further) == format.further


def test_nothing_that_is_read_is_written_over(corpus: Path) -> None:
    (corpus / "map.yaml").write_text(MAP)
    ended = argmap("convert", "corpus", "corpus", "--from", "yaml")
    assert ended.code == 2
    assert "would be written over" in ended.err
    assert (corpus / "map.yaml").read_text() == MAP


def test_a_folder_without_maps_is_told(folder: Path) -> None:
    (folder / "empty").mkdir()
    ended = argmap("convert", "empty", "maps")
    assert ended.code == 2
    assert "There is no map that argmap knows in the folder “empty”." in ended.err
    assert argmap("convert", "empty", "-").code == 2


def test_what_a_map_names_is_named_from_where_it_is_written(folder: Path) -> None:
    sources = "sources:\n  s: {title: S, file: texts/s.txt}\nthesis:"
    sourced = MAP.replace("thesis:", sources)
    sourced = sourced.replace("  rebuttals:", "  link: page.html\n  source: s\n  rebuttals:")
    (folder / "a.yaml").write_text(sourced)
    (folder / "b").mkdir()
    assert argmap("convert", "a.yaml", "b/c.yaml").code == 0
    written = (folder / "b" / "c.yaml").read_text()
    assert "file: ../texts/s.txt" in written
    assert "link: ../page.html" in written
