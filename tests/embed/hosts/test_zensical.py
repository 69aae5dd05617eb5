"""Sites of Zensical, which reads the extension of Python-Markdown and no plugins of MkDocs."""

from pathlib import Path

import pytest

from tests.embed.sites import run, seen

pytestmark = pytest.mark.slow

MAP = "argmap: 1\ntitle: Trees\nthesis:\n  text: Plant a tree.\n  premises: [It gives shade.]\n"
SETTINGS = "site_name: Trees\ntheme:\n  name: material\n  font: false\nmarkdown_extensions:\n"
EXTENSION = "  - argmap:\n      strict: true\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "docs/deep").mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text("")
    (tmp_path / "mkdocs.yml").write_text(SETTINGS + EXTENSION)
    (tmp_path / "docs/tree.yaml").write_text(MAP)
    (tmp_path / "docs/index.md").write_text("# T\n\n```argmap tree.yaml\n```\n")
    (tmp_path / "docs/deep/page.md").write_text("# P\n\n```argmap ../tree.yaml\n```\n")
    return tmp_path


def test_pages_show_maps_named_from_where_they_lie(site: Path) -> None:
    ended = run("zensical", "build", folder=site)
    assert ended.returncode == 0, ended.stdout
    for page in ("index.html", "deep/page/index.html"):
        (figure,) = seen(site / "site" / page)["figures"]
        assert "It gives shade." in figure["outline"]


def test_a_map_that_cannot_be_shown_ends_the_build(site: Path) -> None:
    (site / "docs/deep/page.md").write_text("# P\n\n```argmap nothing.yaml\n```\n")
    ended = run("zensical", "build", "--strict", folder=site)
    assert ended.returncode != 0
    assert "nothing.yaml" in ended.stdout
