import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given

from argmap import pipeline
from argmap.model import ArgumentMap, Claim
from argmap.pipeline import load, loads
from argmap.planning import RenderOptions
from argmap.style import Style
from argmap.themes import THEMES, Palette
from tests.examples import examples
from tests.strategies import argument_maps

ROOT = Path(__file__).parents[3]
GOLDEN = Path(__file__).parents[1] / "golden"
SVG = "{http://www.w3.org/2000/svg}"
HELLO = ROOT / "maps" / "hello.yaml"


def draw(a_map: ArgumentMap, **options: Any) -> str:
    return pipeline.draw(a_map, **options).decode()


def picture(text: str, **options: Any) -> str:
    return draw(loads("argmap: 1\n" + text), options=RenderOptions(**options))


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


@pytest.mark.parametrize("suffix", ["svg", "dot"])
def test_the_smallest_map_looks_like_its_golden_file(suffix: str) -> None:
    golden = GOLDEN / f"hello.{suffix}"
    drawn = draw(load(HELLO), format=suffix)
    if os.environ.get("ARGMAP_WRITE_GOLDEN"):
        golden.write_text(drawn, encoding="utf-8")
    assert drawn == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", sorted((ROOT / "maps").glob("*.yaml")), ids=lambda f: f.stem)
def test_bytes_do_not_depend_on_hash_seed_process_or_folder(file: Path, tmp_path: Path) -> None:
    program = "import sys, argmap; sys.stdout.buffer.write(argmap.draw(argmap.load(sys.argv[1])))"
    runs = [
        subprocess.run(
            [sys.executable, "-c", program, str(file)],
            cwd=folder,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            check=True,
            capture_output=True,
        ).stdout
        for seed, folder in (("0", ROOT), ("1", tmp_path), ("77", ROOT / "tests"))
    ]
    assert runs[0] == runs[1] == runs[2]
    assert runs[0] == pipeline.draw(load(file))


def folded(text: str) -> str:
    """The text without what shows only where a line breaks."""
    return re.sub("[\\s\u200b\u00ad\u202b\u202c-]", "", text)


@examples(60)
@given(argument_maps())
def test_any_map_becomes_well_formed_xml_with_all_its_texts(a_map: ArgumentMap) -> None:
    root = parsed(draw(replace(a_map, style=Style())))
    shown = {g.get("data-claim"): g for g in root.iter(f"{SVG}g") if g.get("data-claim")}
    assert list(shown) == [claim.id for claim in a_map.claims]
    for claim in a_map.claims:
        lines = shown[claim.id].iter(f"{SVG}text")
        body = "".join(line.text for line in lines if line.get("class") == "body")
        assert folded(body) == folded(claim.text)


def test_what_a_map_says_cannot_become_markup() -> None:
    nasty = "</text><script>alert(1)</script> & <![CDATA[ ]]> \" ' -->"
    a_map = ArgumentMap((Claim("t", nasty, label=nasty, note=nasty, tags=("a b",)),), (), ("t",))
    svg = draw(a_map)
    assert "<script" not in svg
    texts = [line.text for line in parsed(svg).iter(f"{SVG}text")]
    assert "".join(texts).replace(" ", "").startswith("</text><script>alert(1)</script>&<![CDATA[")


def test_nothing_is_fetched_or_run() -> None:
    svg = draw(load(ROOT / "maps" / "western-friendly-autocracy.yaml"))
    assert not re.search(r"<(script|image|use|foreignObject|link)\b|@import|url\(|@font-face", svg)
    assert not re.search(r'\b(href|src)="', svg)


def test_a_link_leads_where_the_claim_says() -> None:
    (anchor,) = parsed(picture("thesis: {text: T., link: 'https://a.example/?x=1&y=2'}")).iter(
        f"{SVG}a"
    )
    assert anchor.get("href") == "https://a.example/?x=1&y=2"


def test_a_screen_reader_hears_the_title_and_the_summary() -> None:
    root = parsed(picture("title: Trees\nthesis: Plant a tree."))
    by_id = {element.get("id"): element for element in root.iter() if element.get("id")}
    assert root.get("role") == "img"
    assert by_id[root.get("aria-labelledby")].text == "Trees"
    assert "“Plant a tree”" in by_id[root.get("aria-describedby")].text


def test_ids_differ_between_maps_and_between_options() -> None:
    roots = {
        parsed(svg).get("id")
        for svg in (
            picture("thesis: T."),
            picture("thesis: U."),
            picture("thesis: T.", theme="dark"),
            picture("thesis: T.", width=400),
        )
    }
    assert len(roots) == 4


def test_every_rule_of_the_style_is_bound_to_its_picture() -> None:
    svg = picture("thesis: {text: T., premises: [P.]}")
    root = parsed(svg).get("id")
    style = parsed(svg).find(f"{SVG}style").text
    selectors = [one for one in re.findall(r"([^{}]+)\{", style) if "@" not in one]
    assert len(selectors) > 10
    for selector in ",".join(selectors).split(","):
        assert selector.strip().startswith(f"#{root}")


@pytest.mark.parametrize(
    ("language", "of_the_map", "of_own_words"),
    [("en-GB", "en-GB", None), ("kk", "kk", "en"), ("pt_BR", "pt-BR", "en"), ("Welsh", None, None)],
)
def test_what_argmap_says_itself_is_in_english(
    language: str, of_the_map: str, of_own_words: str | None
) -> None:
    svg = parsed(picture(f"language: {language}\nthesis: T."))
    told = [svg.find(f"{SVG}{name}").get("lang") for name in ("title", "desc")]
    assert svg.get("lang") == of_the_map
    assert told == [of_own_words, of_own_words]
    named = parsed(picture(f"language: {language}\ntitle: Own\nthesis: T."))
    assert named.find(f"{SVG}title").get("lang") is None


def test_the_legend_names_only_what_occurs() -> None:
    def legend(text: str, **options: Any) -> list[str]:
        groups = parsed(picture(text, **options)).iter(f"{SVG}g")
        (found,) = [g for g in groups if g.get("class") == "legend"] or [None]
        return [] if found is None else [text.text for text in found.iter(f"{SVG}text")]

    assert legend("thesis: T.", evaluate=False) == []
    assert legend("thesis: T.") == ["stands"]
    assert legend("thesis: {text: T., premises: [P.]}") == ["supports", "stands"]
    assert legend("thesis: {text: T., rebuttals: [P.]}") == ["rebuts", "stands", "falls"]
    assert legend("thesis: {text: T., premises: [P., Q.]}") == [
        "supports",
        "premises that count only together",
        "stands",
    ]
    undercut = "thesis: {text: T., arguments: [{premises: [P.], rebuttals: [{text: U.}]}]}"
    assert "the step from a premise" in legend(undercut)
    assert legend("thesis: {text: T., premises: [P.]}", legend=False) == []
    assert legend("thesis: {text: T., premises: [P.]}\nstyle: {legend: false}") == []


def test_the_words_of_a_picture_are_in_the_language_of_the_map() -> None:
    text = "thesis: {text: T., premises: [{text: P., premises: [Q.]}]}\nstyle: {max_depth: 1}"
    in_russian = picture(f"language: ru-RU\n{text}")
    assert ">поддерживает</text>" in in_russian
    assert "+ 1 утверждение к этому, не показано" in in_russian
    assert '_description">Карта аргументов: «T».' in in_russian
    assert "Тезис в силе." in in_russian
    assert "supports" in picture(f"language: zu\n{text}")


@pytest.mark.parametrize(
    ("premises", "label", "sign"),
    [("[P., Q.]", "", "+"), ("[P.]", "", "∴"), ("[P.]", "label: A step, ", None)],
)
def test_a_step_without_a_label_shows_what_becomes_of_its_premises(
    premises: str, label: str, sign: str
) -> None:
    argument = f"{{{label}premises: {premises}, rebuttals: [U.]}}"
    text = f"thesis: {{text: T., arguments: [{argument}]}}"
    drawn = parsed(picture(text, legend=False)).iter(f"{SVG}path")
    signs = [path.get("d") for path in drawn if path.get("class") == "inference"]
    assert len(signs) == (sign is not None)
    # A plus is one outline, the three dots are three.
    assert [outline.count("M") for outline in signs] == {"+": [1], "∴": [3], None: []}[sign]
    dot = draw(loads(f"argmap: 1\n{text}\n"), format="dot")
    assert (f'label="{sign}"' in dot) == (sign is not None)


def test_the_command_line_wins_over_the_map_and_the_map_over_the_default() -> None:
    text = "thesis: {text: T., premises: [P.]}\nstyle: {direction: left, theme: dark}"
    own = parsed(picture(text))
    asked = parsed(picture(text, direction="down"))
    assert float(own.get("width")) > float(asked.get("width"))
    assert float(own.get("height")) < float(asked.get("height"))
    assert "prefers-color-scheme" not in own.find(f"{SVG}style").text


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


PALETTES = {
    f"{theme.name}-{kind}": palette
    for theme in THEMES
    for kind, palette in (("own", theme.palette), ("dark", theme.dark))
    if palette
}


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_text_has_the_contrast_of_wcag_aa(palette: Palette) -> None:
    for ground in (palette.page, palette.support_fill, palette.attack_fill, palette.neutral_fill):
        assert contrast(palette.text, ground) >= 4.5
        assert contrast(palette.quiet, ground) >= 4.5
    assert contrast(palette.thesis_text, palette.thesis) >= 4.5
    assert contrast(palette.thesis_quiet, palette.thesis) >= 4.5
    for role in (palette.support, palette.attack):
        assert contrast(role, palette.page) >= 4.5
    for line in (palette.support, palette.attack, palette.neutral):
        assert contrast(line, palette.page) >= 3
