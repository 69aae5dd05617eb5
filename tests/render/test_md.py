import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from argmap import pipeline
from argmap.model import Argument, ArgumentMap, Claim
from argmap.pipeline import load, loads
from argmap.planning import RenderOptions
from argmap.render.markdown_text import escaped
from argmap.style import Style
from argmap.values import one_line
from tests.examples import examples
from tests.render.hostile import TEXTS, hostile_map
from tests.strategies import argument_maps

MAPS = Path(__file__).parents[2] / "maps"
TREE = """argmap: 1
title: Trees
description: |
  One paragraph.

  Another one.
sources:
  doe: {author: [Jane Doe, John Roe], title: On trees, year: 2020, url: "https://example.org/"}
thesis:
  label: Plant
  text: We should plant trees.
  source: {ref: doe, at: p. 3, quote: plant them}
  arguments:
    - scheme: cause-to-effect
      premises: [Trees give shade., {text: Shade is good., status: certain}]
      rebuttals: [Not in winter.]
    - {text: They are beautiful., contradicts: [ugly]}
  rebuttals: [{id: ugly, text: They are ugly., link: "a/b.html"}]
"""


def outline(a_map: ArgumentMap, **options: Any) -> str:
    return pipeline.draw(a_map, format="md", options=RenderOptions(**options)).decode()


def unescaped(text: str) -> str:
    return unescape(re.sub(r"\\([!-/:-@\[-`{-~])|</?span>", r"\1", text))


def test_an_outline_reads_as_one_would_write_it() -> None:
    assert (
        outline(loads(TREE), evaluate=False)
        == """# Trees

One paragraph.

Another one.

## Plant

We should plant trees. (Doe and Roe 2020, p. 3; “plant them”)

- **For, these together (cause to effect):**
  - Trees give shade.
  - Shade is good. *(certain)*
  - **Against the step:** Not in winter.
- **For:** They are beautiful. (cannot be true together with: They are ugly.)
- **Against:** They are ugly. [More on this](<a/b.html>)

## Sources

- **Doe and Roe 2020:** Jane Doe and John Roe. *On trees.* 2020. <https://example.org/>
"""
    )


def test_a_selection_says_what_it_leaves_out() -> None:
    shown = outline(load(MAPS / "teaching-phones-at-school.yaml"), max_depth=1)
    assert "*(+ 1 claim on this, not shown)*" in shown
    assert "Laptops are filtered" not in shown


def test_lists_never_get_deeper_than_readers_show_well() -> None:
    claims = tuple(Claim(f"c{n}", f"Claim {n}.") for n in range(3000))
    arguments = tuple(Argument(f"a{n}", (f"c{n}",), f"c{n - 1}") for n in range(1, 3000))
    shown = outline(ArgumentMap(claims, arguments, ("c0",)))
    deepest = max(len(line) - len(line.lstrip()) for line in shown.splitlines())
    assert deepest <= 14
    assert shown.count("*(see below)*") == shown.count("\n### ") > 300
    assert re.findall(r"Claim 2999\..*", shown) == ["Claim 2999. *(stands)*"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("- a", r"\- a"),
        ("1. a", "&#49;. a"),
        ("12) a", "&#49;2) a"),
        ("A. Smith", "&#65;. Smith"),
        ("2022 was", "2022 was"),
        ("1.5 m, a well-known co-op at 10:30 (so).", "1.5 m, a well-known co-op at 10:30 (so)."),
        ("# a", r"\# a"),
        ("a # b - c + d 1. e", "a # b - c + d 1. e"),
        ("<b>&amp; R&D", "&lt;b&gt;&amp;amp; R&amp;D"),
        ("a\n\n- b", "a - b"),
        ("[x](y) *z* `c` ~d~ f|g", r"&#91;x&#93;(y) \*z\* \`c\` &#126;d&#126; f&#124;g"),
        ("www.a.b", "www<span>&#46;</span>a&#46;b"),
        ("$e$", "<span>&#36;</span>e<span>&#36;</span>"),
    ],
)
def test_what_would_be_markup_is_escaped_and_nothing_else(text: str, written: str) -> None:
    assert escaped(text) == written


@examples(60)
@given(argument_maps())
def test_every_claim_is_told_in_any_map(a_map: ArgumentMap) -> None:
    shown = unescaped(outline(replace(a_map, style=Style())))
    for claim in a_map.claims:
        assert claim.text in shown


def test_hostile_texts_stay_texts() -> None:
    shown = outline(hostile_map())
    # Only those addresses stand between brackets that are not escaped.
    found = set(re.findall(r"(?<!\\)<(?!/?span>)(.*?)>", shown))
    assert found == {
        "https://a.b/?c=\"d\"\\&e='f'\\&copy=%60g%60%3Ch%3E#i;",
        'https://a.b/"%3C%3E%60',
    }
    assert not re.search(r"(?<!\\)[`$~|]", shown)
    assert not re.search(r"(?<!\\)\[(?!More on this\]\(<https)", shown)
    for text in TEXTS:
        assert one_line(text) in unescaped(shown)
