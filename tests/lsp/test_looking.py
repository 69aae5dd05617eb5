"""What is coloured, selected, followed and found in all maps of a folder."""

import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from lsprotocol import types

from argmap.lsp.documents import OpenText
from argmap.lsp.links import links, marker_links
from argmap.lsp.selection import MOST, selection
from argmap.lsp.tokens import LEGEND, semantic_tokens
from argmap.lsp.workspace import MOST_FOUND, Workspace
from tests.lsp.opening import opened, place, words_at
from tests.lsp.texts import WHOLE

ENCODINGS = ("utf-8", "utf-16", "utf-32")
MAPS = sorted((Path(__file__).parents[2] / "maps").rglob("*.yaml"))


def coloured(
    document: OpenText, within: types.Range | None = None
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield the words, the type and the modifiers of each token, as an editor counts them out."""
    numbers = semantic_tokens(document, within).data
    line = column = 0
    for at in range(0, len(numbers), 5):
        lines, columns, length, kind, bits = numbers[at : at + 5]
        line, column = line + lines, columns + (0 if lines else column)
        span = types.Range(types.Position(line, column), types.Position(line, column + length))
        known = tuple(n for i, n in enumerate(LEGEND.token_modifiers) if bits >> i & 1)
        yield words_at(document, span), LEGEND.token_types[kind], known


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_words_are_coloured_by_their_part_in_the_argument(encoding: str) -> None:
    assert list(coloured(opened(WHOLE, encoding=encoding))) == [
        ("survey", "namespace", ("declaration",)),
        ("guests", "parameter", ("declaration",)),
        ("fear-step", "function", ("rebuttal",)),
        ("strong", "keyword", ()),
        ("dogs", "variable", ("declaration", "thesis")),
        ("Собак 🐕 нужно пускать в кафе.", "class", ("thesis",)),
        ("calm", "variable", ("declaration", "premise")),
        ("Dogs are calm", "string", ("premise",)),
        ("in company.", "string", ("premise",)),
        ("survey", "namespace", ()),
        ("welcome", "variable", ()),
        ("fear-step", "function", ("declaration", "rebuttal")),
        ("Some guests are afraid of dogs.", "regexp", ("rebuttal",)),
        ("expert-opinion", "type", ("defaultLibrary",)),
        ("'They are few, and dogs are on the lead.'", "macro", ("undercut",)),
        ("open", "keyword", ()),
        ("welcome", "variable", ("declaration",)),
        ("Guests welcome dogs.", "string", ()),
        ("shy", "variable", ()),
        ("shy", "variable", ("declaration",)),
        ("Guests shun dogs.", "string", ()),
        ("dogs", "variable", ("thesis",)),
        ("undecided", "keyword", ()),
        ("dogs", "variable", ("thesis",)),
    ]


def test_some_lines_alone_are_coloured() -> None:
    document = opened(WHOLE)
    at = place(document, "id: calm")
    assert [one[0] for one in coloured(document, types.Range(at, at))] == ["calm"]


def test_what_leads_nowhere_and_a_scheme_of_ones_own_have_no_colour_of_what_is_known() -> None:
    text = "argmap: 1\nthesis: {ref: nobody, arguments: [{premises: [B.], scheme: my own}]}\n"
    found = list(coloured(opened(text)))
    assert [one[0] for one in found] == ["B.", "my own"]
    assert found[-1] == ("my own", "type", ())


@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.name)
def test_no_two_words_overlap_and_each_is_on_one_line(file: Path) -> None:
    document = OpenText(file.as_uri(), 1, file.read_text(encoding="utf-8"), encoding="utf-32")
    found = list(coloured(document))
    assert len(found) > 3
    assert all(words and words == words.strip() and "\n" not in words for words, _, _ in found)
    numbers = semantic_tokens(document).data
    starts = [numbers[at : at + 3] for at in range(0, len(numbers), 5)]
    assert all(after[0] or after[1] >= before[2] for before, after in pairwise(starts))


def steps(document: OpenText, at: types.Position) -> list[str]:
    (found,) = selection(document, [at])
    told: list[str] = []
    one: types.SelectionRange | None = found
    while one is not None:
        told.append(words_at(document, one.range))
        one = one.parent
    return told


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_selection_grows_from_the_word_to_the_text(encoding: str) -> None:
    document = opened(WHOLE, encoding=encoding)
    found = steps(document, place(document, "guests are", within=2))
    assert found[:7] == [
        "guests",
        "Some guests are afraid of dogs.",
        "[Some guests are afraid of dogs.]",
        "premises: [Some guests are afraid of dogs.]",
        WHOLE[WHOLE.index("id: fear-step") : WHOLE.index("\nclaims:")],
        WHOLE[WHOLE.index("- id: fear-step") : WHOLE.index("\nclaims:")],
        WHOLE[WHOLE.index("rebuttals:") : WHOLE.index("\nclaims:")],
    ]
    assert found[-1] == WHOLE
    assert steps(document, place(document, "нужно", within=1))[:2] == [
        "нужно",
        "Собак 🐕 нужно пускать в кафе.",
    ]


def test_several_selections_grow_at_once_and_deep_ones_within_reason() -> None:
    deep = opened("argmap: 1\nx: " + "[" * 500 + "a" + "]" * 500)
    at = place(deep, "a", number=3)
    one, other = selection(deep, [at, types.Position(0, 2)])
    assert words_at(deep, one.range) == "a"
    assert words_at(deep, other.range) == "argmap"
    assert len(steps(deep, at)) <= MOST + 1


LINKING = """argmap: 1
sources:
  я: {title: T, url: "https://example.org/я😀", file: text.txt}
  out: {title: T, file: ../secret.txt}
  gone: {title: T, file: gone.txt}
thesis: {text: A., link: 'page.md#part', premises: [{text: B., link: mailto:a@example.org}]}
claims:
  - {text: C., link: "javascript:alert(1)"}
style: {theme: mine.yaml}
"""


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_what_leads_somewhere_inside_the_project_can_be_followed(
    encoding: str, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "secret.txt").write_text("", encoding="utf-8")
    for name in ("pyproject.toml", "text.txt", "page.md", "mine.yaml"):
        (home / name).write_text("", encoding="utf-8")
    document = opened(LINKING, home / "a.yaml", encoding=encoding)
    assert [(words_at(document, one.range), one.target) for one in links(document)] == [
        ('"https://example.org/я😀"', "https://example.org/я😀"),
        ("text.txt", (home / "text.txt").as_uri()),
        ("'page.md#part'", (home / "page.md").as_uri()),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("mine.yaml", (home / "mine.yaml").as_uri()),
    ]
    # What was never saved names no files.
    assert len(links(opened(LINKING))) == 2


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_markers_lead_to_their_maps(encoding: str, tmp_path: Path) -> None:
    for name in ("pyproject.toml", "a.yaml", "t.yaml", "a b.yaml"):
        (tmp_path / name).write_text("", encoding="utf-8")
    text = (
        "😀 <!-- argmap: a.yaml theme=t.yaml as=outline focus=x --><!-- /argmap -->\n"
        '<!-- argmap: "a b.yaml" theme=dark -->\n<!-- /argmap -->\n<!-- argmap: ../x.yaml -->\n'
    )
    document = opened(text, tmp_path / "a.md", encoding=encoding)
    assert [(words_at(document, one.range), one.target) for one in marker_links(document)] == [
        ("a.yaml", (tmp_path / "a.yaml").as_uri()),
        ("t.yaml", (tmp_path / "t.yaml").as_uri()),
    ]


def found_in(folder: Path, query: str, *texts: OpenText) -> list[str]:
    found = Workspace().symbols(query, [folder], texts, "utf-16")
    return [f"{one.name} [{one.container_name}]" for one in found]


def test_claims_of_all_maps_are_found_by_words_of_their_texts_and_ids(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep/a.yaml").write_text(WHOLE, encoding="utf-8")
    (tmp_path / "b.yml").write_text("argmap: 1\nthesis: Dogs bark.\n", encoding="utf-8")
    (tmp_path / "c.yaml").write_text("thesis: Dogs bark.\n", encoding="utf-8")
    assert found_in(tmp_path, "DOGS bark") == ["Dogs bark. [dogs-bark]"]
    assert found_in(tmp_path, "calm") == ["Dogs are calm in company. [calm]"]
    assert found_in(tmp_path, "Пускать") == ["Собак 🐕 нужно пускать в кафе. [dogs]"]
    assert len(found_in(tmp_path, "")) > 5
    assert found_in(tmp_path, "cats") == []


def test_a_text_that_is_open_takes_the_place_of_its_file(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("argmap: 1\nthesis: Dogs bark.\n", encoding="utf-8")
    text = opened("argmap: 1\nthesis: Cats bark.\n", file)
    assert found_in(tmp_path, "bark", text) == ["Cats bark. [cats-bark]"]


def test_nothing_is_read_outside_the_folder_nor_what_git_is_told_to_ignore(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    for folder in (inside, outside, inside / ".hidden", inside / "built"):
        folder.mkdir()
        (folder / "a.yaml").write_text("argmap: 1\nthesis: Dogs.\n", encoding="utf-8")
    (inside / "b.yaml").symlink_to(outside / "a.yaml")
    (inside / ".gitignore").write_text("built\n", encoding="utf-8")
    subprocess.run(["git", "init", "-q"], cwd=inside, check=True)
    assert found_in(inside, "") == ["Dogs. [dogs]"]


def test_a_file_is_read_again_when_it_has_changed_and_much_is_cut(tmp_path: Path) -> None:
    file, workspace = tmp_path / "a.yaml", Workspace()
    file.write_text("argmap: 1\nthesis: Dogs.\n", encoding="utf-8")
    assert len(workspace.symbols("", [tmp_path], (), "utf-16")) == 1
    claims = "".join(f"  - Claim {n}.\n" for n in range(MOST_FOUND * 2))
    file.write_text(f"argmap: 1\nclaims:\n{claims}", encoding="utf-8")
    assert len(workspace.symbols("", [tmp_path], (), "utf-16")) == MOST_FOUND


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_map_cut_at_each_of_its_characters_is_still_coloured_and_selected(encoding: str) -> None:
    for end in range(len(WHOLE)):
        document = opened(WHOLE[:end], encoding=encoding)
        for words, _, _ in coloured(document):
            assert words == words.strip()
        (chosen,) = selection(document, [document.border.whole.end])
        while chosen.parent is not None:
            assert chosen.parent.range.start <= chosen.range.start
            assert chosen.range.end <= chosen.parent.range.end
            chosen = chosen.parent
        assert chosen.range == document.border.whole
        assert isinstance(links(document), list)
