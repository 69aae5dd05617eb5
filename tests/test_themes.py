import re
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.document.parsing import parse
from argmap.pipeline import draw, loads
from argmap.planning import RenderOptions
from argmap.reader.theme_reading import ThemeReading, read_theme
from argmap.theme_grammar import PALETTE
from argmap.themes import (
    LIGHT,
    READABLE,
    THEME_NAMES,
    THEMES,
    Palette,
    Theme,
    contrast,
    theme_named,
)
from tests.command import argmap

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
MAP = "argmap: 1\nthesis: {text: T., premises: [P.]}\n"


def reading(text: str) -> ThemeReading:
    return read_theme(parse(text, file="house.yaml"), name="house.yaml")


def findings(text: str) -> list[tuple[int, str]]:
    found = reading(text)
    assert found.theme is None
    return [(one.span.start.line, one.message) for one in found.diagnostics]


def test_a_theme_says_what_differs_from_its_base() -> None:
    theme = reading(
        "argmap-theme: 1\nbase: light\ncolours: {support: '#1d4ed8'}\ncorner: 0\nfonts: Georgia\n"
    ).theme
    light = theme_named("light")
    assert theme.palette == replace(LIGHT, support="#1d4ed8")
    assert (theme.corner, theme.fonts) == (0, ("Georgia", "sans-serif"))
    assert (theme.line_width, theme.dark) == (light.line_width, None)


def test_dark_colours_make_a_light_theme_follow_the_reader() -> None:
    theme = reading("argmap-theme: 1\nbase: light\ndark: {text: '#fafafa'}\n").theme
    assert theme.dark == replace(theme_named("dark").palette, text="#fafafa")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("base: ligth", "did you mean “light”?"),
        ("colours: {suport: '#123456'}", "did you mean “support”?"),
        ("colours: {page: white}", "“white” is not a colour"),
        ("colours: red", "should have keys of its own"),
        ("fonts: 'a; } body { display: none'", "not the name of a face"),
        ("corner: 99", "not a number from 0 to 20"),
        ("letter_width: wide", "not a number from 0.5 to 2"),
        ("fnots: Georgia", "did you mean “fonts”?"),
        ("colours: {text: '#999999'}", "has a contrast of 2."),
    ],
)
def test_what_is_wrong_is_told_at_its_line(line: str, message: str) -> None:
    ((where, what),) = findings(f"argmap-theme: 1\n{line}\n")
    assert where == 2
    assert message in what


@pytest.mark.parametrize("text", ["", "[]", "corner: 3\n", "argmap-theme: 2\n", "argmap: 1\n"])
def test_what_is_no_theme_is_told(text: str) -> None:
    assert reading(text).theme is None
    assert reading(text).diagnostics


@given(st.dictionaries(st.sampled_from(PALETTE.names), COLOURS, min_size=1))
def test_every_theme_that_is_accepted_can_be_read(colours: dict[str, str]) -> None:
    lines = "".join(f"  {name}: '{colour}'\n" for name, colour in colours.items())
    theme = reading(f"argmap-theme: 1\nbase: light\ncolours:\n{lines}").theme
    palette = replace(LIGHT, **colours)
    readable = all(contrast(getattr(palette, a), getattr(palette, b)) >= n for a, b, n in READABLE)
    assert (theme is not None) == readable


def test_the_grammar_names_every_colour() -> None:
    assert PALETTE.names == tuple(field.name for field in fields(Palette))


def test_contrast_is_that_of_the_recommendation() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("palette", ["palette", "dark"])
def test_high_contrast_is_that_of_level_aaa(palette: str) -> None:
    colours = getattr(theme_named("high-contrast"), palette)
    for one, other, wanted in READABLE:
        if wanted == 4.5:
            assert contrast(getattr(colours, one), getattr(colours, other)) >= 7


def test_print_has_no_colour() -> None:
    palette = theme_named("print").palette
    for field in fields(Palette):
        red, green, blue = re.findall("[0-9a-f]{2}", getattr(palette, field.name))
        assert red == green == blue


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_every_theme_draws(theme: str) -> None:
    svg = draw(loads(MAP), options=RenderOptions(theme=theme)).decode()
    assert ("prefers-color-scheme" in svg) == (theme_named(theme).dark is not None)
    assert {one.name for one in THEMES} == set(THEME_NAMES)


def house(folder: Path, name: str = "house.yaml", colour: str = "#1d4ed8") -> None:
    folder.mkdir(exist_ok=True)
    text = f"argmap-theme: 1\nbase: light\ncolours: {{support: '{colour}'}}\n"
    (folder / name).write_text(text, encoding="utf-8")


def test_a_theme_is_found_from_where_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    maps = tmp_path / "maps"
    house(maps, colour="#111111")
    house(tmp_path, colour="#222222")
    house(tmp_path / "elsewhere", colour="#333333")
    (tmp_path / "elsewhere" / "pyproject.toml").write_text('[tool.argmap]\ntheme = "house.yaml"\n')
    style = "style: {theme: house.yaml}\n"
    (maps / "own.yaml").write_text(MAP + style, encoding="utf-8")
    (tmp_path / "elsewhere" / "plain.yaml").write_text(MAP, encoding="utf-8")

    def drawn(*arguments: str) -> str:
        return argmap("render", *arguments, "-o", "-").out

    assert "#111111" in drawn("maps/own.yaml")
    assert "#222222" in drawn("maps/own.yaml", "--theme", "house.yaml")
    assert "#333333" in drawn("elsewhere/plain.yaml")


def test_a_theme_that_cannot_be_used_draws_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "map.yaml").write_text(MAP, encoding="utf-8")
    house(tmp_path, colour="#eeeeee")
    for theme, code, message in (
        ("house.yaml", 1, "house.yaml:3:20: error[bad-value] “support” (#eeeeee)"),
        ("none.yaml", 2, "none.yaml"),
        ("drak", 2, "did you mean “dark”?"),
    ):
        ended = argmap("render", "map.yaml", "--theme", theme)
        assert (ended.code, message in ended.err) == (code, True), ended
    assert sorted(one.name for one in tmp_path.iterdir()) == ["house.yaml", "map.yaml"]


@pytest.mark.parametrize(
    ("theme", "told"),
    [
        ("none.yaml", "error[bad-value] “theme”: There is no file none.yaml"),
        ("../none.yaml", "error[bad-value] “theme”: “../none.yaml” lies outside the project"),
        ("folder.yaml", "error[bad-value] “theme”: folder.yaml is a folder"),
        ("pale.yaml", "error[bad-value] “support” (#eeeeee)"),
        ("map.yaml", "error[not-a-map] this is not a theme"),
        ("empty.yaml", "help: begin the file with the line “argmap-theme: 1”"),
        (
            "list.yaml",
            "error[not-a-map] a theme begins with the key “argmap-theme”, not with a list",
        ),
    ],
)
@pytest.mark.parametrize(
    "command", ["check", "show", "evaluate", "explain:t", "render:-o:m.svg", "convert:m.argdown"]
)
def test_the_theme_of_a_map_is_held_to_by_all_that_read_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, theme: str, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "empty.yaml").touch()
    (tmp_path / "list.yaml").write_text("- a\n")
    house(tmp_path, "pale.yaml", colour="#eeeeee")
    (tmp_path / "map.yaml").write_text(f"{MAP}style:\n  theme: {theme}\n", encoding="utf-8")
    name, *rest = command.split(":")
    ended = argmap(name, "map.yaml", *rest)
    said = ended.out + ended.err
    assert ended.code == 1
    assert told in said
    # The fault of a file of its own is told there, and where the map names it.
    assert "map.yaml:4:10: " in said
    assert not {"m.svg", "m.argdown"} & {one.name for one in tmp_path.iterdir()}


def test_the_theme_of_many_maps_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    house(tmp_path, colour="#eeeeee")
    for name in ("one.yaml", "two.yaml"):
        (tmp_path / name).write_text(f"{MAP}style: {{theme: house.yaml}}\n", encoding="utf-8")
    ended = argmap("check", ".")
    assert (ended.code, ended.out.count("error[bad-value]")) == (1, 1)


def _mixed(share: float, over: float) -> Callable[..., Any]:
    return lambda channels: [share * c + (1 - share) * over for c in channels]


def _grey(share: float) -> Callable[..., Any]:
    def fade(channels: Any) -> Any:
        light = sum(c * part for c, part in zip(channels, (0.2126, 0.7152, 0.0722), strict=True))
        return [c * (1 - share) + light * share for c in channels]

    return fade


# What pages do to images by their style sheets, most of them in the dark.
FADES = {
    "brightness(.8)": [_mixed(0.8, 0.0)],
    "brightness(.8) contrast(1.2)": [
        _mixed(0.8, 0.0),
        lambda cs: [(c - 0.5) * 1.2 + 0.5 for c in cs],
    ],
    "grayscale(50%)": [_grey(0.5)],
    "opacity: .8 on a dark page": [_mixed(0.8, 18 / 255)],
}


def faded(colour: str, fades: list[Callable[..., Any]]) -> str:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    for fade in fades:
        channels = [min(max(c, 0.0), 1.0) for c in fade(channels)]
    return "#" + "".join(f"{round(c * 255):02x}" for c in channels)


@pytest.mark.parametrize("how", FADES)
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_small_text_can_be_read_on_pages_that_fade_pictures(theme: Theme, how: str) -> None:
    for palette in filter(None, (theme.palette, theme.dark)):
        for text, ground, ratio in READABLE:
            if ratio < 4.5:
                continue
            colours = (faded(getattr(palette, name), FADES[how]) for name in (text, ground))
            assert contrast(*colours) >= 4.5, (text, ground)
