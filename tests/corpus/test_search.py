"""Claims are found by words in any script, by verdict, by source and by place."""

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap.cli.commands.search as command
from argmap.corpus import searching
from argmap.corpus.database import opened
from argmap.corpus.searching import Wish, search
from argmap.errors import UnfitOptionError
from argmap.report.corpus import LONGEST, snippet
from tests.command import argmap
from tests.examples import examples

MAPS = {
    "en": """\
argmap: 1
sources:
  berg: {title: Sanctions and Trade, author: Anna Berg, year: 2020}
thesis:
  id: work
  text: Sanctions work in the end.
  arguments:
    - scheme: expert-opinion
      premises: [{id: said, text: An expert said so., source: {ref: berg, quote: no doubt at all}}]
  rebuttals:
    - id: trade
      text: Trade finds other ways.
      note: As with sanctions of old.
      rebuttals: [{id: slow, text: Other ways are slow.}]
""",
    "ru": "argmap: 1\nthesis: {id: t, text: Ёлки не растут без санкций.}\n",
    "ja": "argmap: 1\nthesis: {id: t, text: 経済制裁は効果がある。}\n",
    "fr": "argmap: 1\nthesis: {id: t, text: Les élections approchent.}\n",
    "th": "argmap: 1\nthesis: {id: t, text: การคว่ำบาตรได้ผล}\n",
    "ar": "argmap: 1\nthesis: {id: t, text: المُقَاطَعَة تنجح}\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    for name, text in MAPS.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    result = argmap("index", folder, "-o", folder / "corpus.db")
    assert result.code == 0
    return folder / "corpus.db"


def found(corpus: Path, *call: str) -> list[str]:
    result = argmap("search", corpus, *call, "--format", "json")
    assert (result.code, result.err) == (0, "")
    hits = json.loads(result.out)["claims"]
    return [f"{Path(hit['map']).stem}:{hit['id']}" for hit in hits]


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        ("sanction", ["en:work", "en:trade"]),
        ("SANCTIONS end", ["en:work"]),
        ("anctions", []),
        ('"other ways"', ["en:slow", "en:trade"]),
        ('"ways other"', []),
        ('"other way"', []),
        ("“other ways”", ["en:slow", "en:trade"]),
        ('ways "finds other', ["en:trade"]),
        ("no doubt", ["en:said"]),
        ("елки", ["ru:t"]),
        ("ЁЛК", ["ru:t"]),
        ("制裁", ["ja:t"]),
        ("裁制", []),
        ("効果 経済", ["ja:t"]),
        ("elections", ["fr:t"]),
        ("Éle", ["fr:t"]),
        ("คว่ำบาตร", ["th:t"]),
        ("المقاطعة", ["ar:t"]),
    ],
)
def test_words_are_found(words: str, claims: list[str], corpus: Path) -> None:
    assert found(corpus, words) == claims


@pytest.mark.parametrize(
    ("call", "claims"),
    [
        (["--falls"], ["en:trade"]),
        (["ways", "--stands"], ["en:slow"]),
        (["--falls", "--undecided"], ["en:trade"]),
        (["--cites", "berg"], ["en:said"]),
        (["--cites", "trade sanctions"], []),
        (["--cites", "Sanctions and trade"], ["en:said"]),
        (["--cites", "%"], []),
        (["--cites", "anna BERG"], ["en:said"]),
        (["--attacks", "work"], ["en:trade"]),
        (["--attacks", "trade", "slow"], ["en:slow"]),
        (["--supports", "work"], ["en:said"]),
        (["--scheme", "expert-opinion"], ["en:said"]),
        (["--theses", "-n", "2"], ["ar:t", "en:work"]),
    ],
    ids=" ".join,
)
def test_claims_are_found_by_what_they_have(
    call: list[str], claims: list[str], corpus: Path
) -> None:
    assert found(corpus, *call) == claims


def test_what_was_found_is_shown_where_it_stands(corpus: Path) -> None:
    result = argmap("search", corpus, "ways", "sanctions")
    assert result.out.splitlines() == [
        f"{corpus.parent / 'en.yaml'} [trade] falls",
        "   Trade finds other ways.",
        "   (As with sanctions of old.)",
    ]


def test_a_terminal_shows_it_bold(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[1mElections" not in argmap("search", corpus, "elect").out
    assert "Les \x1b[1mélections\x1b[0m approchent." in argmap("search", corpus, "elect").out
    assert "経済\x1b[1m制裁\x1b[0mは" in argmap("search", corpus, "制裁").out


def test_nothing_found_is_said(corpus: Path) -> None:
    result = argmap("search", corpus, "unicorn")
    assert (result.code, result.out, result.err) == (0, "", "no claim has all of that\n")


@pytest.mark.parametrize("call", [[], ['"'], ["*"], ["-", "…"]])
def test_a_search_for_nothing_is_a_sentence(call: list[str], corpus: Path) -> None:
    result = argmap("search", corpus, "--", *call)
    assert (result.code, result.out) == (2, "")
    assert "Traceback" not in result.err


def test_bytes_that_are_no_utf_8_find_nothing(corpus: Path) -> None:
    for call in (["--cites", "\udcff"], ["--attacks", "\udcff"], ["unicorn\udcff"]):
        assert argmap("search", corpus, *call).out == ""


def test_what_nearly_all_claims_have_is_ranked_in_part_and_told(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sorted(found(corpus, "sanctions")) == ["en:trade", "en:work"]
    monkeypatch.setattr(searching, "MOST_RANKED", 1)
    monkeypatch.setattr(command, "MOST_RANKED", 1)
    result = argmap("search", corpus, "sanctions")
    assert "Sanctions work" in result.out
    assert result.err.startswith("more than 1 claims have that;")
    # What else the claims are to have is asked of all.
    assert found(corpus, "sanctions", "--falls") == ["en:trade"]


HOSTILE = st.text(st.sampled_from("\"'*()^:+-{}\\;%_ \0aé制\ud800\u0301") | st.characters())


@examples(300)
@given(words=HOSTILE, cites=HOSTILE | st.none(), attacks=HOSTILE | st.none())
def test_no_words_are_an_error_of_the_database(
    corpus: Path, words: str, cites: str | None, attacks: str | None
) -> None:
    with opened(corpus) as base, contextlib.suppress(UnfitOptionError):
        search(base, corpus, Wish(words=words, cites=cites, attacks=attacks), most=5)


@examples(300)
@given(st.text(min_size=1, max_size=600), st.data())
def test_a_snippet_is_short_and_has_what_was_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 40)))
    shown, places = snippet(text, [(start, end)])
    assert len(shown) <= LONGEST + 2
    if end - start <= LONGEST // 2:
        assert [shown[one:other] for one, other in places] == [text[start:end]]


def test_a_claim_of_another_file_is_told_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("tax.yaml").write_text("argmap: 1\nthesis: {id: t, text: A tax on sugar works.}\n")
    Path("town.yaml").write_text(
        "argmap: 1\ninclude: [{file: tax.yaml, as: tax}]\n"
        "thesis: {id: t, text: Sugar is bad., premises: [{ref: tax/t}]}\n"
    )
    argmap("index", ".", "-o", "corpus.db")
    assert argmap("search", "corpus.db", "sugar tax").out.splitlines()[::2] == [
        "tax.yaml [t] a thesis, stands",
        "town.yaml [tax/t] stands, written in tax.yaml",
    ]
    hits = json.loads(argmap("search", "corpus.db", "sugar", "--format", "json").out)["claims"]
    assert {(hit["map"], hit["id"], hit["file"]) for hit in hits} == {
        ("tax.yaml", "t", "tax.yaml"),
        ("town.yaml", "t", "town.yaml"),
        ("town.yaml", "tax/t", "tax.yaml"),
    }
