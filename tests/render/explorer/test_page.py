"""The page of the explorer: one file that needs nothing, allows nothing, reads without script."""

import base64
import gzip
import hashlib
import json
import re
import string
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from argmap.languages import LANGUAGES
from argmap.model import ArgumentMap
from argmap.pipeline import draw, load, loads
from argmap.planning import RenderOptions
from argmap.render.explorer import MANY
from argmap.render.explorer.words import own_words
from argmap.render.svg.look_table import rules
from argmap.style import Style
from argmap.themes import theme_named
from tests.command import argmap
from tests.examples import examples
from tests.render.hostile import hostile_map
from tests.strategies import argument_maps

MAPS = sorted((Path(__file__).parents[3] / "maps").glob("*.yaml"))
MAP = "argmap: 1\nthesis: {id: t, text: T., premises: [P.], rebuttals: [{id: r, text: R.}]}\n"


def page(a_map: ArgumentMap, **options: Any) -> str:
    return draw(a_map, format="explorer", options=RenderOptions(**options)).decode()


def data_of(text: str) -> dict[str, Any]:
    (found,) = re.findall(r'<script type="application/json" id="argmap-data">(.*?)</script>', text)
    return json.loads(found)


def hashed(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
def test_the_policy_allows_exactly_what_stands_in_the_page(file: Path) -> None:
    text = page(load(file))
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    allowed = dict(part.split(" ", 1) for part in policy.split("; "))
    assert allowed["default-src"] == "'none'"
    for element, directive in (("script", "script-src"), ("style", "style-src")):
        tag = f'<{element}(?: type="module")?>(.*?)</{element}>'
        own = re.findall(tag, text, re.DOTALL)
        assert own
        assert {f"'{hashed(one)}'" for one in own} == set(allowed[directive].split())
    # A policy with hashes lets no attribute style anything.
    assert not re.search(r'<[a-z][^>]* style="', text.split("<script")[0])
    assert "unsafe" not in policy


def test_only_a_page_with_an_engine_may_run_one() -> None:
    a_map = loads(MAP)
    with_engine, without = page(a_map, with_layout=True), page(a_map)
    policy = r'http-equiv="Content-Security-Policy" content="([^"]*)"'
    (may,), (may_not,) = re.findall(policy, with_engine), re.findall(policy, without)
    words = set(may.replace(";", "").split()) - set(may_not.replace(";", "").split())
    assert words == {"'wasm-unsafe-eval'", "worker-src", "blob:"}
    (packed,) = re.findall(r'id="argmap-layout-program">([^<]*)<', with_engine)
    assert gzip.decompress(base64.b64decode(packed)).startswith(b"\0asm")
    assert without.count("<script") == 3
    assert data_of(with_engine)["layout"]["most"] > 100
    assert "layout" not in data_of(without)
    # What a page has more of with it.
    assert len(with_engine) - len(without) < 600_000


def test_the_page_names_nothing_that_it_would_have_to_fetch() -> None:
    text = page(loads(MAP))
    assert not re.search(
        r"<(?:link|iframe|object|embed|base)\b|\b(?:src|srcset)=|@import|url\(", text
    )
    assert "fetch(" not in text


@examples(40)
@given(argument_maps())
def test_no_text_of_a_map_becomes_markup(a_map: ArgumentMap) -> None:
    text = page(replace(a_map, style=Style()), direction="column")
    assert text.count("<script") == 3
    assert {one["id"] for one in data_of(text).get("claims", [])} == set(a_map.claims_by_id)


def test_a_hostile_map_is_told_as_it_is_written() -> None:
    a_map = hostile_map()
    text = page(a_map, direction="column")
    assert text.count("<script") == 3
    told = {one["id"]: one["text"] for one in data_of(text)["claims"]}
    texts = {one.id: one.text for one in a_map.claims}
    assert {id: one.encode("utf-8", "replace").decode() for id, one in texts.items()} == told


def test_without_script_it_is_the_page_that_is_read() -> None:
    a_map = load(MAPS[0])

    # The drawings for less room: an explorer needs fewer of them.
    others = re.compile(r'<style>[^<]*</style>\n(?:<svg display="none" .*?</svg>\n)+', re.DOTALL)

    def body(text: str) -> str:
        return others.sub("", text.split("<body>")[1].split("</main>")[0])

    # In a frame of another page, a browser complains of what would take the focus.
    read = draw(a_map, format="html").decode().replace(' autofocus="autofocus"', "")
    # What style sheets say, attributes need not say again for browsers.
    names = {name for rule in rules(theme_named("light"), ()) for name in rule.declarations}
    painted = re.compile(rf' (?:{"|".join(names)})="[^"]*"')
    assert len(painted.findall(body(read))) > 50
    of_whole = re.compile(r"<svg [^>]*>")
    assert painted.sub("", body(page(a_map))) == painted.sub("", body(read))
    assert not painted.search(of_whole.sub("", body(page(a_map))))


def test_no_text_of_a_large_map_ends_the_comment_that_it_is_kept_in() -> None:
    words = "--> <!-- --!> </script> ]]>"
    claims = "".join(f"{{id: r{n}, text: {json.dumps(f'{words} {n}')}}}, " for n in range(MANY))
    a_map = (
        f"argmap: 1\ntitle: {json.dumps(words)}\nthesis: {{id: t, text: T., rebuttals: [{claims}]}}"
    )
    text = page(loads(a_map), direction="column")
    begun = text.split('<script id="argmap-keep">')[1].split("</script>", 1)[1]
    kept, _, after = begun.partition("-->")
    assert kept.startswith("\n<main>")
    assert kept.endswith("</main>\n<!-- the end of what is read ")
    assert not re.search("--!?>", kept)
    assert "<main>" not in after
    assert 'id="argmap-keep"' not in page(loads(MAP))


def test_the_same_map_gives_the_same_bytes() -> None:
    assert page(load(MAPS[-1])) == page(load(MAPS[-1]))


def test_claims_and_steps_of_an_svg_tell_their_verdicts() -> None:
    text = draw(loads(MAP)).decode()
    assert 'data-claim="t" data-id="t" data-verdict="undecided"' in text
    assert 'data-claim="r" data-id="r" data-verdict="stands"' in text
    assert "data-verdict" not in draw(loads(MAP), options=RenderOptions(evaluate=False)).decode()


def test_the_explorer_goes_beside_its_map_and_pages_stay_pages(tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text(MAP)
    assert argmap("render", tmp_path / "map.yaml", "-f", "explorer").code == 0
    assert "argmap-data" in (tmp_path / "map.explorer.html").read_text("utf-8")
    assert argmap("render", tmp_path / "map.yaml", "-o", tmp_path / "x.html").code == 0
    assert "argmap-data" not in (tmp_path / "x.html").read_text("utf-8")


@pytest.mark.parametrize("tag", [tag for tag in LANGUAGES if tag != "en"])
def test_every_language_has_all_words_with_the_same_places(tag: str) -> None:
    own, english = own_words(tag), own_words("en")
    assert own.keys() == english.keys()
    for key, words in own.items():
        assert words.strip()
        assert words != english[key]
        places = {one.count("{}") for one in words.split("|")}
        assert places == {one.count("{}") for one in english[key].split("|")}
        assert {name for _, name, _, _ in string.Formatter().parse(words)} <= {"", None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_of_a_page_but_its_map_is_small(language: str) -> None:
    smallest = loads(f"argmap: 1\nlanguage: {language}\nthesis: {{id: t, text: T.}}\n")
    assert len(page(smallest).encode()) < 150_000
