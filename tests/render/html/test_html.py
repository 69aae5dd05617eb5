from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given

from argmap import pipeline
from argmap.model import Argument, ArgumentMap, Claim
from argmap.pipeline import load, loads
from argmap.planning import RenderOptions
from argmap.style import Style
from argmap.themes import THEME_NAMES
from tests.examples import examples
from tests.render.hostile import TEXTS, hostile_map
from tests.strategies import argument_maps

MAPS = sorted((Path(__file__).parents[3] / "maps").glob("*.yaml"))
TEACHING = next(file for file in MAPS if file.stem == "teaching-phones-at-school")
SVG = "{http://www.w3.org/2000/svg}"
TREE = """argmap: 1
sources: {doe: {author: Jane Doe, title: On trees, year: 2020, url: "https://example.org/"}}
thesis:
  id: t
  label: Plant
  text: We should plant trees.
  source: {ref: doe, at: p. 3, quote: plant them}
  arguments: [{id: a, text: They are beautiful., contradicts: [b], link: "https://example.org/b"}]
  rebuttals: [{id: b, text: They are ugly., rebuttals: [{id: c, text: Not the oak.}]}]
"""


def page(a_map: ArgumentMap, **options: Any) -> str:
    return pipeline.draw(a_map, format="html", options=RenderOptions(**options)).decode()


def parsed(a_map: ArgumentMap, **options: Any) -> ElementTree.Element:
    """The page as a tree: it is XML but for its first line, so that nothing in it is ambiguous."""
    first, _, rest = page(a_map, **options).partition("\n")
    assert first == "<!doctype html>"
    return ElementTree.fromstring(rest)


def words(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def with_id(root: ElementTree.Element, name: str) -> ElementTree.Element:
    (found,) = [one for one in root.iter() if one.get("id") == name]
    return found


def outline_texts(root: ElementTree.Element) -> list[str]:
    return [words(one) for one in root.iter() if one.get("class") == "text"]


def broken_links(root: ElementTree.Element) -> list[str]:
    ids = {one.get("id") for one in root.iter() if one.get("id")}
    links = [one.get("href") for one in root.iter() if (one.get("href") or "").startswith("#")]
    return [link for link in links if link[1:] not in ids]


def test_the_outline_has_headings_and_nested_lists() -> None:
    root = parsed(loads(TREE), evaluate=False)
    headings = [(one.tag, words(one)) for one in root.iter() if one.tag in ("h1", "h2", "h3", "h4")]
    assert headings == [
        ("h1", "Argument map"),
        ("h2", "The argument"),
        ("h3", "Plant"),
        ("h4", "What speaks for it"),
        ("h4", "What speaks against it"),
        ("h2", "Sources"),
    ]
    attack = with_id(root, "claim-b")
    assert [words(paragraph) for paragraph in attack.iter("p")] == [
        "Against: They are ugly.",
        "Against: Not the oak.",
    ]
    assert with_id(root, "claim-c") in list(attack.iter("li"))


def test_claims_and_their_sources_lead_to_each_other() -> None:
    root = parsed(loads(TREE), evaluate=False)
    thesis, source = with_id(root, "claim-t"), with_id(root, "source-doe")
    assert "#source-doe" in [one.get("href") for one in thesis.iter("a")]
    assert words(next(thesis.iter("p"))) == "We should plant trees. (Doe 2020, p. 3, plant them)"
    addresses = [one.get("href") for one in source.iter("a")]
    assert addresses == ["https://example.org/", "#claim-t"]
    assert words(source).startswith("Jane Doe. On trees. 2020.")


def test_boxes_lead_to_the_outline_unless_their_claim_leads_elsewhere() -> None:
    root = parsed(loads(TREE))
    boxes = {g.get("data-claim"): g for g in root.iter(f"{SVG}g") if g.get("data-claim")}
    links = {name: [one.get("href") for one in g.iter(f"{SVG}a")] for name, g in boxes.items()}
    assert links == {
        "t": ["#claim-t"],
        "a": ["https://example.org/b"],
        "b": ["#claim-b"],
        "c": ["#claim-c"],
    }


def test_the_picture_shows_a_selection_and_leads_to_what_it_leaves_out() -> None:
    a_map = load(TEACHING)
    root = parsed(a_map, max_depth=1)
    boxes = {g.get("data-claim"): g for g in root.iter(f"{SVG}g") if g.get("data-claim")}
    assert 1 < len(boxes) < len(a_map.claims)
    assert len(outline_texts(root)) == len(a_map.claims)
    assert "of 20 claims; the outline tells all of them" in words(next(root.iter("figcaption")))
    stub, whole = boxes["livelier"], boxes["character"]
    assert [(a.get("href"), a.get("tabindex")) for a in stub.iter(f"{SVG}a")] == [
        ("#claim-livelier", None)
    ]
    assert [(a.get("href"), a.get("tabindex")) for a in whole.iter(f"{SVG}a")] == [
        ("#claim-character", "-1")
    ]
    assert (stub.get("aria-hidden"), whole.get("aria-hidden")) == (None, "true")


def test_a_box_with_a_link_and_a_stub_leads_to_both() -> None:
    text = TREE.replace("rebuttals: [{id: b,", 'rebuttals: [{id: b, link: "https://example.org/u",')
    root = parsed(loads(text), max_depth=1)
    boxes = [g for g in root.iter(f"{SVG}g") if g.get("data-claim") == "b"]
    # One more is in the drawing for telephones.
    assert len(boxes) == 2
    for box in boxes:
        links = [(a.get("href"), words(a)) for a in box.iter(f"{SVG}a")]
        assert links[0][0] == "https://example.org/u"
        assert links[1] == ("#claim-b", "+ 1 claim on this, not shown")


def test_a_step_without_some_of_its_premises_leads_to_all_of_them() -> None:
    a_map = loads(
        "argmap: 1\nthesis:\n  text: T.\n  arguments: [{id: s, premises: "
        "[{text: A., tags: [x]}, {text: B., tags: [y]}]}]\n"
    )
    root = parsed(a_map, without=("y",))
    pill, _ = [g for g in root.iter(f"{SVG}g") if g.get("data-argument") == "s"]
    assert [(a.get("href"), words(a)) for a in pill.iter(f"{SVG}a")] == [("#argument-s", "+1 more")]
    assert "B." in words(with_id(root, "argument-s"))


@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
def test_the_page_needs_nothing_from_outside_and_no_script(file: Path) -> None:
    root = parsed(load(file))
    assert {one.tag for one in root.iter()}.isdisjoint(
        {"script", "link", "img", "iframe", "object"}
    )
    assert not [one for one in root.iter() if one.get("src")]
    style = "".join("".join(one.itertext()) for one in root.iter("style"))
    assert "url(" not in style
    assert "@import" not in style
    assert broken_links(root) == []


def test_the_page_is_in_the_language_of_the_map() -> None:
    root = parsed(load(next(file for file in MAPS if file.stem.startswith("ru-"))))
    assert root.get("lang") == "ru"
    assert words(next(root.iter("h2"))) == "Ход рассуждения"
    marked = [one for one in root.iter() if one is not root and one.get("lang")]
    assert [one.tag.rpartition("}")[2] for one in marked] == ["svg", "svg", "svg"]


def test_argmaps_words_are_marked_as_english_where_it_has_none_in_the_language_of_the_map() -> None:
    root = parsed(loads("argmap: 1\nlanguage: kk\nthesis: {text: A., premises: [B.]}"))
    assert root.get("lang") == "kk"
    heading = next(root.iter("h2"))
    assert (heading.get("lang"), words(heading)) == ("en", "The argument")
    assert all(one.get("lang") == "en" for one in root.iter("small"))
    assert parsed(loads("argmap: 1\nlanguage: Klingon!\nthesis: A.")).get("lang") == "en"


def test_a_page_read_leftwards_says_so() -> None:
    assert parsed(loads("argmap: 1\nlanguage: he\nthesis: שלום עולם.")).get("dir") == "rtl"
    assert parsed(loads(TREE)).get("dir") is None


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_the_page_has_the_colours_of_its_theme(theme: str) -> None:
    text = page(loads(TREE), theme=theme)
    schemes = {"auto": "light dark", "high-contrast": "light dark", "dark": "dark"}
    assert f":root {{ color-scheme: {schemes.get(theme, 'light')};" in text


def test_title_and_description_are_those_of_the_map() -> None:
    root = parsed(load(TEACHING))
    assert words(next(root.iter("title"))) == "Phones at school"
    (meta,) = [one for one in root.iter("meta") if one.get("name") == "description"]
    assert meta.get("content").startswith("Should an invented school")


def test_what_an_argument_cites_leads_back_to_it() -> None:
    a_map = loads(
        "argmap: 1\nsources: {w: {title: A work}}\n"
        "thesis: {text: T., arguments: [{id: a, premises: [P.], source: w, note: So.}]}\n"
    )
    root = parsed(a_map)
    assert broken_links(root) == []
    assert words(with_id(root, "argument-a")[0]) == "For, this stands (A work) So."


def test_long_branches_can_be_folded_and_are_open() -> None:
    details = list(parsed(load(MAPS[-1])).find(".//section[@id='outline']").iter("details"))
    assert len(details) > 5
    assert all(one.get("open") is not None for one in details)
    assert words(details[0][0]) == "2 premises, 1 for the step, 1 against the step"


def test_a_deep_map_goes_on_in_sections_that_lead_back() -> None:
    claims = tuple(Claim(f"c{n}", f"Claim {n}.") for n in range(1500))
    arguments = tuple(Argument(f"a{n}", (f"c{n}",), f"c{n - 1}") for n in range(1, 1500))
    root = parsed(ArgumentMap(claims, arguments, ("c0",)))
    assert broken_links(root) == []
    assert len(outline_texts(root)) == 1500
    assert next(with_id(root, "claim-c8").iter("a")).get("href") == "#uses-c8"


@examples(60)
@given(argument_maps())
def test_any_map_is_told_once_on_a_well_formed_page(a_map: ArgumentMap) -> None:
    root = parsed(replace(a_map, style=Style()), direction="down")
    assert sorted(outline_texts(root)) == sorted(" ".join(c.text.split()) for c in a_map.claims)
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    assert [link for link in broken_links(root) if link != "#c"] == []


def test_hostile_texts_stay_texts() -> None:
    root = parsed(hostile_map(), direction="down")
    assert sorted(outline_texts(root)) == sorted(" ".join(text.split()) for text in TEXTS)
    assert not list(root.iter("script"))
    assert not [name for one in root.iter() for name in one.attrib if name.startswith("on")]
    schemes = {one.get("href").partition(":")[0] for one in root.iter() if one.get("href")}
    assert {name for name in schemes if not name.startswith("#")} == {"https"}


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "ru"])
@pytest.mark.parametrize("text", ["Is it safe?", "The dam is safe.", "堤は安全だ。", "So…"])
def test_no_comma_and_no_second_stop_follows_the_end_of_a_claim(text: str, language: str) -> None:
    told = f"""argmap: 1
language: {language}
sources: {{report: {{title: Report}}}}
thesis: {{id: t, text: We stay., premises: [{{ref: dam}}], rebuttals: [{{ref: leak}}]}}
claims:
  - {{id: dam, text: {text}, source: {{ref: report, at: ¶2}}}}
  - {{id: leak, text: It leaks., contradicts: dam}}
"""
    said = words(parsed(loads(told)))
    assert f"{text} (¶2)" in said
    for wrong in (".,", "?,", "。,", "…,", "..", "?.", "。.", "….", ". ."):
        assert wrong not in said
