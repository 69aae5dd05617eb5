"""The sentence or two that stand in for a picture: without marks within marks, and short."""

from pathlib import Path

import pytest

from argmap.pipeline import load, loads, picture
from tests.render.specimens import MAPS


def described(text: str) -> str:
    return picture(loads(f"argmap: 1\n{text}")).drawing.summary


@pytest.mark.parametrize(
    ("language", "thesis", "told"),
    [
        ("en", "He said “no” twice.", "“He said ‘no’ twice”"),
        ("en", 'The "model" and the «plan» end.', "“The ‘model’ and the ‘plan’ end”"),
        ("ru", "Это «модель».", "«Это „модель“»"),
        ("de", "Das „Modell“ endet.", "„Das ‚Modell‘ endet“"),
        ("fr", "Le « modèle » finit.", "«\u00a0Le “modèle” finit\u00a0»"),
        ("en", 'A board of 5" is it.', '“A board of 5" is it”'),
    ],
)
def test_quotation_marks_within_others_are_of_another_kind(
    language: str, thesis: str, told: str
) -> None:
    assert told in described(f"language: {language}\nthesis: '{thesis}'")


def test_of_several_theses_the_names_are_told_in_short() -> None:
    long = "A " + "very " * 40 + "long one."
    summary = described(f"thesis: [{{text: {long}, label: Long}}, '{long}', {'中' * 200}]")
    assert "“Long”" in summary
    assert max(map(len, summary.split("”"))) < 120
    assert len(summary) < 600


@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
def test_example_maps_are_described_in_short_and_without_marks_within_the_same_marks(
    file: Path,
) -> None:
    summary = picture(load(file)).drawing.summary
    assert len(summary) < 250
    for opening, closing in ("“”", "«»", "„“", "‘’"):
        inside = summary.partition(opening)[2].partition(closing)[0]
        assert opening not in inside
