"""Faces and places of text, with the fonts of this machine and with made-up ones."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from argmap.drawing import sizes
from argmap.errors import FontError
from argmap.pipeline import draw, loads
from argmap.render.lettered import fixed_svg
from argmap.render.lettered.faces import Face, faces_of
from argmap.render.lettered.font_choice import FontChoice, east_asian_region, is_picture
from argmap.render.lettered.font_files import font_files
from argmap.render.lettered.lettering import lettered
from argmap.render.svg.words import END_OF_LEFTWARDS, LEFTWARDS
from argmap.themes import ARIAL_METRIC_FONTS, theme_named
from tests.command import argmap
from tests.render.machine_fonts import require_characters

SPAN = "{http://www.w3.org/2000/svg}tspan"
SCRIPTS = {
    "Kazakh": "Әділет пен бейбітшілік",
    "Greek": "Ελληνικά",
    "Chinese": "强权的平衡",
    "Japanese": "日本語のひらがな",
    "Korean": "한국어 문장",
    "Arabic": "هذه جملة عربية",
    "Hebrew": "טיעון בעברית",
    "Hindi": "हिन्दी में एक",
    "emoji": "🌍👍🏽❤️🇰🇿",
}


def choice(**options: Any) -> FontChoice:
    options = {"families": ARIAL_METRIC_FONTS, "format": "png"} | options
    return FontChoice(font_files(), **options)


def svg(*lines: str, attributes: str = 'x="10" y="20"', outside: str = "") -> str:
    spans = "".join(f"<tspan {attributes}>{line}</tspan>" for line in lines)
    text = f'<g class="{outside}"><text>{spans}</text></g>'
    return f'<svg xmlns="http://www.w3.org/2000/svg">{text}</svg>'


def runs(
    text: str, *, fonts: FontChoice | None = None, language: None = None, **options: Any
) -> list[ElementTree.Element]:
    fonts = fonts or choice()
    theme = theme_named("light")
    done = lettered(svg(text, **options), theme=theme, fonts=fonts, language=language)
    outer = next(ElementTree.fromstring(done.svg).iter(SPAN))
    return list(outer)


def made_up(
    characters: str, *, width: float = 0.5, family: str = "Arial", bold: bool = False
) -> Face:
    known = set(map(ord, characters))
    return Face(
        families=(family,),
        file=Path("/fonts") / f"{family}.ttf",
        number=0,
        bold=bold,
        italic=False,
        plain=True,
        coloured=False,
        coverage=len(known),
        measure=lambda text: width * len(text),
        is_complex=lambda text: False,
        has_character=lambda code: code if code in known else None,
    )


@pytest.fixture
def pretend(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Let the machine have made-up faces and no others."""

    def with_faces(*faces: Face) -> FontChoice:
        monkeypatch.setattr(
            "argmap.render.lettered.font_choice.faces_of", lambda files, *, format: iter(faces)
        )
        return FontChoice((Path("arial.ttf"),), families=ARIAL_METRIC_FONTS, format="png")

    return with_faces


@pytest.mark.parametrize("script", SCRIPTS)
def test_each_script_gets_a_face_that_has_it(script: str) -> None:
    text = SCRIPTS[script]
    require_characters(*text.replace("\ufe0f", "").replace(" ", ""))
    by_family: dict[str, Any] = {}
    for face in faces_of(font_files(), format="png"):
        for family in face.families:
            by_family.setdefault(family, []).append(face)
    found = runs(text)
    assert "".join(run.text for run in found).replace(" ", "") == text.replace(
        "\ufe0f", ""
    ).replace(" ", "")
    for run in found:
        family = re.search(r"font-family: '([^']+)'", run.get("style"))[1]
        assert any(face.has(run.text) for face in by_family[family])


def test_what_the_theme_s_face_has_is_left_to_it(pretend: Callable[..., Any]) -> None:
    fonts = pretend(made_up("Aabж"), made_up("abж中", family="Other"))
    assert [run.text for run in runs("aжb中a", fonts=fonts)] == ["aжb", "中", "a"]


def test_runs_follow_each_other(pretend: Callable[..., Any]) -> None:
    fonts = pretend(made_up("Aab"), made_up("中", family="Other", width=1.0))
    size = sizes.TEXT_SIZE
    assert [float(run.get("x")) for run in runs("ab中a", fonts=fonts)] == [
        10,
        pytest.approx(10 + size, abs=0.01),
        pytest.approx(10 + 2 * size, abs=0.01),
    ]


def test_leftward_lines_end_at_their_place(pretend: Callable[..., Any]) -> None:
    fonts = pretend(made_up("Aabאב.", width=0.25))
    words = f"{LEFTWARDS}אב ab.{END_OF_LEFTWARDS}"
    found = runs(words, fonts=fonts, attributes='x="100" y="9" text-anchor="end"')
    assert [run.text for run in found] == ["אב ", "ab", "."]
    em = sizes.TEXT_SIZE
    # From the left: the full stop, “ab”, a space, the Hebrew word.
    lefts = [100 - 0.25 * em * letters for letters in (2, 5, 6)]
    assert [float(run.get("x")) for run in found] == pytest.approx(lefts, abs=0.01)


def test_text_that_runs_wider_than_its_box_was_measured_for_is_set_smaller(
    pretend: Callable[..., Any],
) -> None:
    def size_of(fonts: FontChoice) -> float:
        (run,) = runs("aaaa", fonts=fonts)
        return float(re.search(r"font-size: ([\d.]+)px", run.get("style"))[1])

    assert size_of(pretend(made_up("Aa", width=0.5))) == sizes.TEXT_SIZE
    narrow = size_of(pretend(made_up("Aa", width=1.0)))
    # The letter “a” of Arial is 0.556 wide.
    assert narrow == pytest.approx(sizes.TEXT_SIZE * 0.556, abs=0.02)


def test_bold_text_gets_a_bold_face_where_there_is_one(pretend: Callable[..., Any]) -> None:
    fonts = pretend(
        made_up("Aa"),
        made_up("中", family="Regular"),
        made_up("中文", family="Both"),
        made_up("中", family="Both", bold=True),
    )
    wanted = {"bold": True, "italic": False, "region": "SC"}
    assert fonts.face("a", **wanted).bold is False
    assert fonts.face("中", **wanted).family == "Both"
    assert fonts.face("中", **wanted).bold is True
    assert fonts.face("文", **wanted).bold is False


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a中文", "has Chinese characters; install one, such as Noto Sans CJK, or draw SVG"),
        ("שלום", "has Hebrew letters; install one, such as Noto Sans Hebrew, or draw SVG"),
        ("🌍", "has emoji; install one, such as Noto Color Emoji, or draw SVG"),
        (
            "中ж",
            "has Chinese characters or Cyrillic letters; "
            "install some, such as Noto Sans CJK and Noto Sans, or draw SVG",
        ),
        ("a⏣", "has the character “⏣” (U+23E3); replace them, or draw SVG"),
    ],
)
def test_what_no_font_has_is_named_by_its_script(
    text: str, message: str, pretend: Callable[..., Any]
) -> None:
    with pytest.raises(FontError) as caught:
        runs(text, fonts=pretend(made_up("Aab")))
    assert str(caught.value) == f"no font on this machine {message}"


def test_a_rare_character_of_a_script_that_is_here_is_named_itself(
    pretend: Callable[..., Any],
) -> None:
    with pytest.raises(FontError, match=r"has the characters “ѳ” \(U\+0473\), “ѵ”"):
        runs("ѳѵ", fonts=pretend(made_up("Aaабв")))


@pytest.mark.parametrize("format", ["png", "pdf"])
def test_without_fonts_nothing_is_written(
    format: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(fixed_svg, "font_files", tuple)
    file, target = tmp_path / "map.yaml", tmp_path / f"map.{format}"
    file.write_text("argmap: 1\nthesis: T.\n", encoding="utf-8")
    result = argmap("render", file, "-o", target)
    assert (result.code, target.exists()) == (2, False)
    assert result.err == (
        "argmap: no font was found on this machine; "
        "install one, such as Liberation Sans, or draw SVG\n"
    )


def test_svg_needs_no_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fixed_svg, "font_files", tuple)
    assert draw(loads("argmap: 1\nthesis: 强权的平衡"))


def test_files_that_are_no_fonts_are_passed_over(tmp_path: Path) -> None:
    for name, content in (("empty.ttf", b""), ("text.otf", b"no font at all" * 100)):
        (tmp_path / name).write_bytes(content)
    (tmp_path / "gone.ttf").symlink_to(tmp_path / "nowhere")
    files = font_files([tmp_path, tmp_path / "missing"])
    assert len(files) == 3
    assert list(faces_of(files, format="png")) == []


@pytest.mark.parametrize(
    ("line", "language", "region"),
    [
        ("中文", None, "SC"),
        ("中文", "zh-TW", "TC"),
        ("中文", "zh-Hans-CN", "SC"),
        ("中文", "ja", "JP"),
        ("日本の", "zh", "JP"),
        ("한국", "en", "KR"),
    ],
)
def test_ideographs_are_those_of_the_country(line: str, language: str | None, region: str) -> None:
    assert east_asian_region(line, language=language) == region


def test_what_is_a_picture() -> None:
    assert all(map(is_picture, ("🌍", "❤\ufe0f", "🇰🇿", "1\ufe0f\u20e3")))
    assert not any(map(is_picture, ("❤", "🌍\ufe0e", "→", "a", "中")))
