"""Documents as pages of `argmap serve`, with the maps that stand in them."""

import re
from pathlib import Path

import pytest

from argmap.project import Project
from argmap.serving.document_pages import document_view
from argmap.serving.views import within


@pytest.mark.parametrize("words", ["figure=explorer", "explorer=beside"])
def test_a_document_with_an_explorer_shows_the_picture(tmp_path: Path, words: str) -> None:
    document = tmp_path / "page.md"
    document.write_text(
        f"# Rain\n\n```argmap {words}\nargmap: 1\nthesis: {{text: It rains.}}\n```\n"
    )
    view = document_view(document, Project(tmp_path))
    page = str(view.page)
    assert view.findings == ()
    assert "<svg" in page
    assert "<iframe" not in page


MAP = "argmap: 1\nthesis: {id: t, text: It rains., premises: [{id: p, text: Streets are wet.}]}\n"


def shown(tmp_path: Path, text: str) -> tuple[str, list[str]]:
    """Return the page of a document beside a map, and what is told of it, by lines."""
    (tmp_path / "map.yaml").write_text(MAP)
    document = tmp_path / "page.md"
    document.write_text(text)
    view = document_view(document, Project(tmp_path))
    assert view.page is not None
    assert view.stands_alone
    told = [f"{one.line}: {within(tmp_path, one.message)}" for one in view.findings]
    return view.page.decode(), told


@pytest.mark.parametrize(
    "text",
    [
        "<!-- argmap: map.yaml -->\n<!-- /argmap -->\n",
        "<!-- argmap: map.yaml --><!-- /argmap -->\n",
        "<!-- argmap: map.yaml -->\n\n![An old picture](old.svg)\n\n<!-- /argmap -->\n",
        "<!-- argmap: map.yaml output=own.png as=image -->\n<!-- /argmap -->\n",
        "- An item\n\n    <!-- argmap: map.yaml -->\n    <!-- /argmap -->\n",
        "> <!-- argmap: map.yaml -->\n> <!-- /argmap -->\n",
        "Within <!-- argmap: map.yaml -->x<!-- /argmap --> a line.\n",
        "---\ntitle: Rain\n---\n<!-- argmap: map.yaml explorer=beside -->\n<!-- /argmap -->\n",
    ],
)
def test_a_place_that_was_never_filled_shows_its_map(tmp_path: Path, text: str) -> None:
    page, findings = shown(tmp_path, text)
    assert findings == []
    assert 'data-claim="t"' in page
    assert "<img" not in page
    assert "argmap:" not in re.sub(r"<svg.*?</svg>|<style.*?</style>", "", page, flags=re.DOTALL)
    around = {"-": "<li>", ">": "<blockquote>"}.get(text[0], "<main")
    assert "</" + around[1:] not in page.partition("<svg")[0]


def test_words_and_outlines_of_places_are_as_the_map_says(tmp_path: Path) -> None:
    page, findings = shown(
        tmp_path,
        "We say: <!-- argmap: map.yaml as=claim id=p -->old words<!-- /argmap -->\n\n"
        "<!-- argmap: map.yaml as=outline -->\n<!-- /argmap -->\n",
    )
    assert findings == []
    assert "Streets are wet.</span>" in page
    assert "old words" not in page
    assert "argmap-outline" in page
    assert "<svg" not in page


@pytest.mark.parametrize(
    ("marker", "told"),
    [
        ("<!-- argmap: missing.yaml -->\n<!-- /argmap -->", "3: There is no file missing.yaml."),
        ("<!-- argmap: map.yaml fgit=3 -->\n<!-- /argmap -->", "3: there is no option “fgit”"),
        ("<!-- argmap: map.yaml focus=zzz -->\n<!-- /argmap -->", "3: the map has no claim “zzz”"),
        ("<!-- argmap: map.yaml as=claim id=x -->\n<!-- /argmap -->", "3: there is no claim “x”"),
        ("<!-- argmap: ../m.yaml -->\n<!-- /argmap -->", "3: “../m.yaml” lies outside"),
        ("<!-- argmap: map.yaml -->", "3: this place for a map has no end"),
        ("<!-- /argmap -->", "3: a place for a map ends here, but none has begun"),
        ("<!-- argmpa: map.yaml -->\n<!-- /argmap -->", "3: "),
        ("a <!-- argmap: map.yaml as=html -->b<!-- /argmap -->", "3: “as=html” needs markers"),
        ("```argmap missing.yaml\n```", "3: There is no file missing.yaml."),
    ],
)
def test_what_is_wrong_with_a_place_stands_there_and_is_told(
    tmp_path: Path, marker: str, told: str
) -> None:
    page, findings = shown(tmp_path, f"# Before\n\n{marker}\n\nAfter\n")
    assert findings[0].startswith(told)
    words = findings[0].removeprefix("3: ")
    before, box, after = page.partition('class="argmap-problem"')
    assert box
    assert before.count("Before</h1>") == 1
    assert "After</p>" in after
    assert words[:20].replace('"', "&quot;") in after


def test_a_marker_in_code_is_shown_as_it_is_written(tmp_path: Path) -> None:
    page, findings = shown(
        tmp_path, "```html\n<!-- argmap: missing.yaml -->\n<!-- /argmap -->\n```\n"
    )
    assert findings == []
    assert "&lt;!-- argmap: missing.yaml --&gt;" in page
