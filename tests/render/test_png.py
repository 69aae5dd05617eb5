"""PNG: its pixels, its size, and what is said where it cannot be drawn."""

import io
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from argmap.errors import MissingExtraError, PictureError
from argmap.pipeline import draw, loads, picture
from argmap.planning import RenderOptions
from argmap.render import png
from argmap.render.renderer import renderer_named
from argmap.themes import theme_named
from tests.command import argmap
from tests.render.machine_fonts import require_characters

MAP = "argmap: 1\nthesis: {text: Plant a tree., premises: [It gives shade.]}\n"


@pytest.fixture(autouse=True)
def fonts() -> None:
    require_characters("a")


def png_bytes(text: str = MAP, **options: Any) -> bytes:
    return draw(loads(text), format="png", options=RenderOptions(**options))


def image(text: str = MAP, **options: Any) -> Image:
    return Image.open(io.BytesIO(png_bytes(text, **options))).convert("RGB")


def share_of(colour: str, picture: Image) -> float:
    wanted = tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
    counts = {pixel: count for count, pixel in picture.getcolors(picture.width * picture.height)}
    return counts.get(wanted, 0) / (picture.width * picture.height)


def test_the_size_follows_the_scale() -> None:
    small, large = image(scale=1), image(scale=3)
    assert small.width > 100
    assert large.size == pytest.approx((small.width * 3, small.height * 3), abs=2)
    assert image().size == pytest.approx((small.width * 2, small.height * 2), abs=2)


@pytest.mark.parametrize("name", ["light", "dark", "print", "high-contrast"])
def test_the_colours_are_those_of_the_theme(name: str) -> None:
    palette, picture = theme_named(name).palette, image(theme=name)
    page = f"#{bytes(picture.getpixel((1, 1))).hex()}"
    assert page == palette.page
    assert share_of(palette.support_fill, picture) > 0.02
    assert share_of(palette.thesis, picture) > 0.02


def test_a_bitmap_cannot_follow_its_reader_so_auto_is_light() -> None:
    auto = image()
    assert auto.tobytes() == image(theme="light").tobytes()
    assert auto.tobytes() != image(theme="dark").tobytes()


def test_text_is_drawn() -> None:
    text, longer = image("argmap: 1\nthesis: I"), image("argmap: 1\nthesis: III")
    assert text.size == longer.size
    assert text.tobytes() != longer.tobytes()


def test_the_same_map_gives_the_same_bytes() -> None:
    assert png_bytes() == png_bytes()


def test_markup_in_a_map_is_text() -> None:
    nasty = 'argmap: 1\nthesis: \'</text><rect width="900" height="900" fill="red"/> & &lt;\''
    assert share_of("#ff0000", image(nasty)) == 0


def test_a_bitmap_too_large_is_refused_with_the_scale_that_fits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = image(scale=1)
    monkeypatch.setattr(png, "MOST_PIXELS", one.width * one.height * 4)
    assert image(scale=1.9)
    with pytest.raises(PictureError, match=r"at a scale of 5 .* use --scale (1\.9\d|2) or less"):
        image(scale=5)
    monkeypatch.setattr(png, "MOST_PIXELS", 10)
    with pytest.raises(PictureError, match="pixels, more than the 10 that argmap draws; draw PDF"):
        image(scale=0.5)


@pytest.mark.parametrize("library", ["resvg_py", "uharfbuzz"])
def test_a_missing_library_is_named_with_its_extra(
    library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtraError) as caught:
        png_bytes()
    assert str(caught.value) == (
        f'PNG needs {library}, which is not installed: pip install "argmap[png]"'
    )


def test_the_command_line_draws_and_scales(tmp_path: Path) -> None:
    file, target = tmp_path / "map.yaml", tmp_path / "map.png"
    file.write_text(MAP, encoding="utf-8")
    assert argmap("render", file, "-o", target, "--scale", "1").code == 0
    with Image.open(target) as drawn:
        assert drawn.size == image(scale=1).size
    assert argmap("render", file, "-f", "png").code == 0
    refused = argmap("render", file, "-o", target, "--scale", "11")
    assert (refused.code, "0.1<=x<=10" in refused.err) == (2, True)


def test_without_the_library_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, target = tmp_path / "map.yaml", tmp_path / "map.png"
    file.write_text(MAP, encoding="utf-8")
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    result = argmap("render", file, "-o", target)
    assert (result.code, target.exists()) == (2, False)
    assert 'pip install "argmap[png]"' in result.err


def test_a_breakdown_of_the_library_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        pass

    def panic(**_: Any) -> None:
        raise PanicException

    import resvg_py

    monkeypatch.setattr(resvg_py, "svg_to_bytes", panic)
    with pytest.raises(PictureError, match="resvg broke down over this picture; draw SVG instead"):
        png_bytes()


def test_a_picture_without_a_sheet_is_transparent_around_its_boxes() -> None:
    shown = picture(loads("argmap: 1\nthesis: {text: A tree., premises: [Shade.]}\n"))
    for sheet, alpha in ((True, 255), (False, 0)):
        content = renderer_named("png").render(replace(shown, sheet=sheet))
        image = Image.open(io.BytesIO(content)).convert("RGBA")
        assert image.getpixel((2, 2))[3] == alpha
