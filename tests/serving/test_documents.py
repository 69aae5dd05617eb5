"""Documents as pages of `argmap serve`, with the maps that stand in them."""

from pathlib import Path

import pytest

from argmap.project import Project
from argmap.serving.document_pages import document_view


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
