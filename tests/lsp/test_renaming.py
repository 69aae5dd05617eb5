import random
from pathlib import Path

import pytest

from argmap.editing.renamed_map import with_other_ids
from argmap.editing.renaming import RenamingError
from argmap.lsp.renaming import prepare_rename, rename
from argmap.reader.written import Kind
from tests.lsp.opening import after, opened, place, words_at
from tests.lsp.texts import WHOLE

# Of each claim some that stand nowhere else.
WORDS = ("пускать", "are calm", "Some guests", "They are", "Guests welcome", "Guests shun")


def test_all_places_have_the_new_id() -> None:
    document = opened(WHOLE)
    edit = rename(document, place(document, "ref: welcome", within=5), "hosts")
    assert after(document, edit) == WHOLE.replace("welcome\n", "hosts\n")


def test_a_claim_without_an_id_gets_one() -> None:
    document = opened("argmap: 1\nthesis:\n  text: A.\n  premises:\n    - B.\n")
    edit = rename(document, place(document, "B."), "bee")
    assert after(document, edit).endswith("    - id: bee\n      text: B.\n")


@pytest.mark.parametrize("new", ["dogs", "calm", "no id", ""])
def test_what_is_taken_or_no_id_is_refused(new: str) -> None:
    document = opened(WHOLE)
    with pytest.raises(RenamingError):
        rename(document, place(document, "ref: welcome", within=5), new)


def test_a_map_with_faults_is_not_renamed_in() -> None:
    document = opened("argmap: 1\nthesis: {id: a, text: A., premises: [ref: b]}\n")
    with pytest.raises(RenamingError, match="mend them first"):
        rename(document, place(document, "id: a", within=4), "c")


def test_what_would_be_renamed_is_shown_first() -> None:
    document = opened(WHOLE)
    found = prepare_rename(document, place(document, "id: dogs", within=5))
    assert (words_at(document, found.range), found.placeholder) == ("dogs", "dogs")
    assert prepare_rename(document, place(document, "argmap: 1")) is None
    at = place(document, "Dogs are calm")
    several = prepare_rename(document, at)
    assert (several.placeholder, several.range.start) == ("calm", at)


def test_documents_that_show_the_map_follow(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("", encoding="utf-8")
    file, page = tmp_path / "a.yaml", tmp_path / "я.md"
    file.write_text(WHOLE, encoding="utf-8")
    shown = "😀\n\n```argmap a.yaml focus=dogs\n```\n"
    page.write_text(shown, encoding="utf-8")
    document = opened(WHOLE, file)
    edit = rename(document, place(document, "id: dogs", within=4), "pets")
    assert len(edit.document_changes) == 2
    assert after(opened(shown, page), edit) == shown.replace("dogs", "pets")


def test_maps_that_include_the_map_follow_as_all_of_them_are_now(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("", encoding="utf-8")
    file, around = tmp_path / "a.yaml", tmp_path / "around.yaml"
    file.write_text(WHOLE, encoding="utf-8")
    includes = (
        "argmap: 1\ninclude: {file: a.yaml, as: s}\nthesis: {text: T., premises: [ref: s/dogs]}\n"
    )
    around.write_text("argmap: 1\n", encoding="utf-8")
    document, other = opened(WHOLE, file), opened(includes, around)
    edit = rename(document, place(document, "id: dogs", within=4), "pets", [document, other])
    assert after(other, edit) == includes.replace("s/dogs", "s/pets")
    changed = opened(f"# New.\n{WHOLE}", file)
    edit = rename(changed, place(changed, "id: dogs", within=4), "pets", [changed, other])
    assert after(other, edit) == includes.replace("s/dogs", "s/pets")
    assert after(changed, edit).startswith("# New.\n# A map")
    from_around = rename(other, place(other, "s/dogs", within=2), "s/pets", [changed, other])
    assert after(other, from_around) == after(other, edit)
    assert after(changed, from_around) == after(changed, edit)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_many_renames_read_back_equal_up_to_the_id(encoding: str) -> None:
    chance, text = random.Random(18), WHOLE
    for number in range(70):
        document = opened(text, encoding=encoding)
        a_map = document.reading.map
        words = chance.choice(WORDS)
        (old,) = [one.id for one in a_map.claims if words in one.text]
        edit = rename(document, place(document, words), new := f"n{number}-я")
        text = after(document, edit)
        again = opened(text).reading.map
        ids = dict(zip([c.id for c in a_map.claims], [c.id for c in again.claims], strict=True))
        assert ids[old] == new
        arguments = zip(a_map.arguments, again.arguments, strict=True)
        ids |= {one.id: other.id for one, other in arguments}
        assert again == with_other_ids(a_map, Kind.CLAIM_OR_ARGUMENT, ids)
