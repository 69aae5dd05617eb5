"""TikZ: the document of a map as real LaTeX sets it, and nothing in it but what the map says."""

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from pypdf import PdfReader

from argmap import pipeline
from argmap.model import ArgumentMap, Claim
from argmap.pipeline import load, loads
from argmap.planning import RenderOptions
from argmap.render.tikz.words import escaped
from tests.embed.sites import require, run
from tests.examples import examples
from tests.render.hostile import TEXTS, hostile_map
from tests.render.test_drawio import STEP, TREE
from tests.strategies import argument_maps

MAPS = sorted((Path(__file__).parents[2] / "maps").glob("*.yaml"))
GOLDEN = Path(__file__).parent / "golden" / "step.tex"
WORDS = (
    *(text for text in TEXTS if "ש" not in text and "\u202e" not in text),
    "\\input{/etc/passwd}",
    "100 % of $x^2$ & #1 ~ {a} _b_ | <<c>> -- --- '' `` ,, ?` !`",
    "“Quoted” – „so“ — it’s… «fine» © Łódź Škoda çœur",
    "x" * 300,
)
# A command that tells the log how high a node is.
HEIGHT_OF = (
    "\\makeatletter\\newcommand{\\heightof}[1]{%\n"
    "\\pgfpointdiff{\\pgfpointanchor{#1}{south}}{\\pgfpointanchor{#1}{north}}%\n"
    "\\typeout{HEIGHT #1: \\the\\pgf@y}}\\makeatother\n"
)
# What begins a command in LaTeX, ends one, or says where it holds; all else is only letters.
NO_COMMAND = re.compile(
    r"(?:[^\\{}$&#%^_~]|\\[{}$&#%_]|~|\\/"
    r"|\\(?:textbackslash|textasciicircum|textasciitilde|textless|textgreater|textbar"
    r"|textasciigrave|char34)\{\})*"
)


def file_of(a_map: ArgumentMap, **options: Any) -> str:
    return pipeline.draw(a_map, format="tikz", options=RenderOptions(**options)).decode()


def map_of(*texts: str) -> ArgumentMap:
    claims = tuple(Claim(f"c{number}", text) for number, text in enumerate(texts))
    return ArgumentMap(claims, (), ("c0",))


def compiled(text: str, program: str, folder: Path, name: str = "map") -> str:
    """Return the words of the PDF that a program makes, without blanks."""
    require(program)
    (folder / f"{name}.tex").write_text(text, encoding="utf-8")
    call = (program, "-interaction=nonstopmode", "-halt-on-error", f"{name}.tex")
    ended = run(*call, folder=folder)
    assert ended.returncode == 0, ended.stdout
    assert "Missing character" not in (folder / f"{name}.log").read_text(errors="replace")
    pages = PdfReader(folder / f"{name}.pdf").pages
    return without_blanks("".join(page.extract_text() for page in pages))


def without_blanks(text: str) -> str:
    """Return text as PDFs have it, whose glyphs may stand for several characters."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).replace("’", "'")


def test_the_file_is_that_of_the_golden_one() -> None:
    assert file_of(loads(STEP), direction="right") == GOLDEN.read_text(encoding="utf-8")


@examples(200)
@given(argument_maps(max_claims=3, max_arguments=0))
def test_a_text_is_no_command(a_map: ArgumentMap) -> None:
    for claim in a_map.claims:
        assert NO_COMMAND.fullmatch(escaped(claim.text).replace("\\tikz", ""))


@pytest.mark.parametrize("text", [*TEXTS, *WORDS])
def test_a_hostile_text_is_no_command(text: str) -> None:
    assert NO_COMMAND.fullmatch(escaped(text))


@examples(40)
@given(argument_maps(max_claims=6, max_arguments=6))
def test_any_map_is_a_picture_whose_groups_are_closed(a_map: ArgumentMap) -> None:
    text = file_of(a_map, theme="light")
    assert text == file_of(a_map, theme="light")
    bare = re.sub(r"\\[{}]", "", text)
    assert bare.count("{") == bare.count("}")
    shown = pipeline.picture(a_map, options=RenderOptions(theme="light"))
    for box in shown.drawing.boxes:
        assert not re.fullmatch("[A-Za-z0-9-]+", box.id) or f"({box.id}) at (" in text


def test_lines_begin_and_end_at_nodes_and_say_what_they_do() -> None:
    lines = [line for line in file_of(loads(TREE)).splitlines() if line.startswith("\\draw[argmap")]
    told = [(re.findall(r"\](\w+)\.", line), re.findall(r"Triangle|Bar", line)) for line in lines]
    assert told[:7] == [
        (["step", "t"], ["Triangle"]),
        (["a", "step"], []),
        (["b", "step"], []),
        (["c", "step"], ["Bar"]),
        (["d", "t"], ["Triangle"]),
        (["e", "t"], ["Bar"]),
        (["e", "d"], ["Bar", "Bar"]),
    ]


def test_the_theme_names_its_colours() -> None:
    assert "\\definecolor{argmap-page}{HTML}{0F1520}" in file_of(loads(TREE), theme="dark")


def test_what_a_program_lacks_is_told_before_it_sets_anything() -> None:
    def refusals(text: str) -> list[str]:
        return re.findall(r"\\errmessage\{.*? that (\w+) lacks", file_of(map_of(text)))

    assert refusals("Łódź, “so”") == []
    assert refusals("Ελλάδα, Россия") == ["pdfLaTeX"]
    assert refusals("שלום") == ["pdfLaTeX", "XeLaTeX"]
    assert refusals("🌳") == ["pdfLaTeX", "XeLaTeX"]


@pytest.mark.slow
@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
@pytest.mark.parametrize("direction", ["right", "column"])
def test_every_map_is_set_with_all_its_claims(file: Path, direction: str, tmp_path: Path) -> None:
    a_map = load(file)
    program = "xelatex" if a_map.language == "ru" else "pdflatex"
    said = compiled(file_of(a_map, direction=direction), program, tmp_path)
    for claim in a_map.claims:
        assert without_blanks(claim.text) in said


@pytest.mark.slow
@pytest.mark.parametrize(
    "options",
    [{"direction": "right"}, {"direction": "column"}, {"fit": "slide", "parts": True, "part": 3}],
    ids=["right", "column", "part"],
)
def test_no_box_is_higher_than_it_was_measured(options: Any, tmp_path: Path) -> None:
    a_map, chosen = load(MAPS[-1]), RenderOptions(**options)
    text = file_of(a_map, **options)
    nodes = re.findall(r"\((node \d+|[A-Za-z0-9-]+)\) at \(", text)
    told = "".join(f"\\heightof{{{name}}}\n" for name in nodes)
    text = text.replace("\\begin{document}", f"{HEIGHT_OF}\\begin{{document}}")
    text = text.replace("\\end{tikzpicture}", f"{told}\\end{{tikzpicture}}")
    compiled(text, "pdflatex", tmp_path)
    log = (tmp_path / "map.log").read_text(errors="replace")
    found = dict(re.findall(r"HEIGHT (.+): ([\d.]+)pt", log))
    measured = {
        node.shape.id: node.shape.height
        for node in pipeline.picture(a_map, options=chosen).places.nodes
        if node.shape.id in nodes
    }
    assert measured
    for name, height in measured.items():
        # Half of its line lies outside of a node.
        assert float(found[name]) == pytest.approx(height * 0.75 * 72.27 / 72, abs=2)


@pytest.mark.slow
@pytest.mark.parametrize("program", ["pdflatex", "xelatex", "lualatex"])
def test_every_program_shows_a_text_as_it_stands(program: str, tmp_path: Path) -> None:
    said = compiled(file_of(map_of(*WORDS)), program, tmp_path)
    for text in WORDS:
        assert without_blanks(text) in said


@pytest.mark.slow
def test_hostile_texts_are_set(tmp_path: Path) -> None:
    said = compiled(file_of(hostile_map(), direction="column"), "lualatex", tmp_path)
    assert without_blanks(TEXTS[0]) in said


@pytest.mark.slow
def test_other_scripts_and_emoji_are_set_by_lualatex(tmp_path: Path) -> None:
    compiled(
        file_of(map_of("Россия", "שלום עולם", "مرحبا", "中文字符", "🌳")), "lualatex", tmp_path
    )


@pytest.mark.slow
def test_a_document_takes_in_two_pictures(tmp_path: Path) -> None:
    (tmp_path / "one.tex").write_text(file_of(loads(TREE)), encoding="utf-8")
    (tmp_path / "two.tex").write_text(file_of(map_of(*WORDS[:4], '"a "o')), encoding="utf-8")
    document = (
        "\\documentclass[ngerman]{article}\n\\usepackage[T1]{fontenc}\\usepackage{babel}\n"
        "\\usepackage{standalone, tikz}\\usetikzlibrary{arrows.meta, backgrounds}\n"
        "\\begin{document}\nBefore.\n\\begin{figure}\n"
        "\\resizebox{\\linewidth}{!}{\\input{one.tex}}\\caption{One.}\\end{figure}\n"
        "\\resizebox{\\linewidth}{!}{\\input{two.tex}}\nAfter.\n\\end{document}\n"
    )
    said = compiled(document, "pdflatex", tmp_path, "whole")
    for told in ("Treesgiveshade.", "Before.", "After.", '"a"o'):
        assert told in said


@pytest.mark.slow
def test_pdflatex_says_which_program_to_take(tmp_path: Path) -> None:
    require("pdflatex")
    (tmp_path / "map.tex").write_text(file_of(map_of("Россия")), encoding="utf-8")
    call = ("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "map.tex")
    ended = run(*call, folder=tmp_path)
    assert ended.returncode != 0
    assert "compile it with LuaLaTeX or XeLaTeX" in ended.stdout
