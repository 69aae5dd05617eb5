"""The page that says where maps can be shown: its rows are held by tests of the real hosts."""

import importlib
import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[3] / "docs/how-to/hosts.md"
READERS = (
    "test_readers.test_markdown_shows_what_the_map_says_and_no_markup_of_it",
    "test_readers.test_pictures_follow_dark_pages",
)
FIGURES = (*READERS, "test_readers.test_pages_of_markdown_hold_figures")
PANDOC = "hosts.test_pandoc.test_a_broken_map_is_a_box_and_a_warning_with_its_line"
LIBRARIES = (
    "hosts.test_markdown_libraries.test_the_example_shows_a_figure",
    "hosts.test_markdown_libraries.test_a_broken_map_is_a_box_and_a_warning_with_its_line",
)
# What holds a row, by how it begins.
HELD_BY = {
    "Markdown | GitHub’s own program": READERS,
    "Markdown | markdown-it-py": FIGURES,
    "Markdown | Python-Markdown": FIGURES,
    "Quarto’s `.qmd`": FIGURES,
    "HTML": ("test_readers.test_html", "test_readers.test_pictures_follow_dark_pages"),
    "AsciiDoc": ("test_readers.test_asciidoc", "test_readers.test_pictures_follow_dark_pages"),
    "reStructuredText": (
        "test_readers.test_restructuredtext",
        "test_readers.test_pictures_follow_dark_pages",
    ),
    "LaTeX": ("test_readers.test_latex", "test_readers.test_the_examples_for_papers_and_pages"),
    "Typst": ("test_readers.test_typst", "test_readers.test_the_examples_for_papers_and_pages"),
    "Jupyter, Markdown cells": (
        "hosts.test_jupyter.test_maps_in_markdown_cells_are_refreshed_and_converted",
    ),
    "MkDocs, Material": (
        "hosts.test_mkdocs.test_the_example_shows_a_picture_with_its_description_and_outline",
        "hosts.test_mkdocs.test_figures_of_one_page_do_not_clash_and_follow_its_dark_mode",
        "hosts.test_mkdocs.test_a_broken_map_is_a_box_and_a_warning_with_the_line_of_the_page",
    ),
    "Zensical": (
        "hosts.test_zensical.test_pages_show_maps_named_from_where_they_lie",
        "hosts.test_zensical.test_a_map_that_cannot_be_shown_ends_the_build",
        "hosts.test_mkdocs.test_the_button_of_material_makes_pictures_dark",
    ),
    "Sphinx, MyST in HTML": (
        "hosts.test_sphinx.test_the_example_shows_a_picture_with_its_description_and_outline",
        "hosts.test_sphinx.test_myst_shows_maps_as_well_in_parallel_on_one_page",
        "hosts.test_sphinx.test_the_button_of_a_theme_makes_pictures_dark",
        "hosts.test_sphinx.test_a_broken_map_is_a_box_and_a_warning_with_its_line",
    ),
    "Sphinx in PDF by LaTeX": (
        "hosts.test_sphinx.test_a_pdf_has_the_picture_and_its_words_wherever_it_stands",
    ),
    "Sphinx, other builders": ("hosts.test_sphinx.test_every_other_builder_has_the_words",),
    "Python-Markdown": LIBRARIES,
    "markdown-it-py": LIBRARIES,
    "Pandoc to HTML, EPUB": (
        "hosts.test_pandoc.test_html_has_the_figure",
        "hosts.test_pandoc.test_an_epub_is_well_formed",
        PANDOC,
    ),
    "Pandoc to PDF by LaTeX, Typst, Word, LibreOffice, PowerPoint": (
        "hosts.test_pandoc.test_a_pdf_by_latex_has_the_picture_and_its_words",
        "hosts.test_pandoc.test_a_page_by_typst_has_the_picture_and_its_words",
        "hosts.test_pandoc.test_office_documents_hold_a_picture",
        PANDOC,
    ),
    "Jupyter, and `nbconvert` to HTML": (
        "hosts.test_jupyter.test_the_example_runs_and_shows_its_maps",
        "hosts.test_jupyter.test_what_is_wrong_with_a_cell_is_told",
    ),
}


def rows() -> list[str]:
    """Return the rows of the tables, without their links and their heads."""
    text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", PAGE.read_text(encoding="utf-8"))
    found = re.findall(r"^\| (.*) \|$", text, re.MULTILINE)
    return [row for row in found if not row.startswith(("written in", "built with"))]


@pytest.mark.parametrize("begins", HELD_BY)
def test_every_row_is_held_by_tests_that_are_there(begins: str) -> None:
    (row,) = [row for row in rows() if row.startswith((f"{begins} |", f"{begins},"))]
    assert "yes" in row
    for name in HELD_BY[begins]:
        module, _, function = name.rpartition(".")
        assert callable(getattr(importlib.import_module(f"tests.embed.{module}"), function))


def test_no_row_is_held_by_nothing() -> None:
    assert len(rows()) == len(HELD_BY)
