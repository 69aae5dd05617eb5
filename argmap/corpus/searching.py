"""What is looked for in a corpus → the claims that have it, the best first."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from argmap.corpus.database import Connection, name_from
from argmap.corpus.words import Word, folded, words_in
from argmap.errors import UnfitOptionError
from argmap.weighing import Standing

QUOTE = '"'
# A word in the claim itself says more than one in its note or in a quotation.
_RANK = "bm25(words, 10.0, 3.0)"
# To rank a claim takes a microsecond, and a word that is in so many tells little about any.
MOST_RANKED = 25_000
# Where a row that was found says how many were ranked.
_RANKED = 7


@dataclass(frozen=True, slots=True)
class Wish:
    """What claims are to have: words, a verdict, a source, or a place in their map.

    `words` as a person types them: all must be there, by how they begin; those in quotation marks
    as they stand, in a row. `cites` is a source by its id, or by words of its title and authors.
    """

    words: str = ""
    standings: Collection[Standing] = ()
    cites: str | None = None
    attacks: str | None = None
    supports: str | None = None
    scheme: str | None = None
    theses: bool = False


class Hit(NamedTuple):
    """A claim that was found, and the file it is written in; `found` are the places of the words.

    `beside` is what stands beside the claim, its label, note or quotation, where words are only
    there.
    """

    map: str
    file: str
    id: str
    text: str
    standing: Standing
    is_thesis: bool
    found: tuple[tuple[int, int], ...]
    beside: str | None = None


class Found(NamedTuple):
    """The claims that were found, the best first, and whether all that have the words were ranked.

    Where words alone are looked for that are in more than MOST_RANKED claims, those are the best of
    the first so many.
    """

    hits: tuple[Hit, ...]
    ranked_all: bool = True


def search(base: Connection, file: Path, wish: Wish, *, most: int) -> Found:
    """Return up to `most` claims of the corpus in `file`.

    Raises UnfitOptionError where there is no word in what is looked for.
    """
    phrases = tuple(_phrases(wish.words))
    if wish.words.strip() and not phrases:
        raise UnfitOptionError(f"there is no word in “{wish.words.strip()}”; it is only signs.")
    conditions, values = _conditions(wish)
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    order = "claims.path, claims.number"
    tables, ranked = "judged AS claims", "0"
    if phrases:
        found = f"SELECT rowid, {_RANK} AS rank FROM words WHERE words MATCH ?"
        values.insert(0, " ".join(_as_query(one) for one in phrases))
        if not conditions:
            # Only the best of them are looked up.
            found = (
                f"SELECT rowid, rank, count(*) OVER () AS ranked FROM ({found} LIMIT ?) "
                "ORDER BY rank, rowid LIMIT ?"
            )
            values += [MOST_RANKED + 1, most]
            ranked = "words.ranked"
        tables = f"({found}) AS words CROSS JOIN judged AS claims ON claims.number = words.rowid"
        order = f"words.rank, {order}"
    rows = base.execute(
        "SELECT claims.path, claims.file, claims.map, claims.id, claims.text, claims.standing, "
        f"claims.is_thesis, {ranked}, claims.label, claims.note "
        f"FROM {tables} {where} ORDER BY {order} LIMIT ?",
        [_storable(value) for value in (*values, most)],
    ).fetchall()
    hits = tuple(_hit(base, file, phrases, row) for row in rows)
    return Found(hits, ranked_all=not rows or rows[0][_RANKED] <= MOST_RANKED)


def _storable(value: object) -> object:
    """Return a value that the database can be asked for: no bytes of a name that are no UTF-8."""
    return value.encode(errors="replace").decode() if isinstance(value, str) else value


class _Phrase(NamedTuple):
    """Words in a row; the last may go on where it is a `beginning`."""

    words: tuple[str, ...]
    is_beginning: bool


def _phrases(typed: str) -> Iterator[_Phrase]:
    """Yield what must all be there; a quotation that is not closed goes to the end."""
    for number, part in enumerate(typed.replace("“", QUOTE).replace("”", QUOTE).split(QUOTE)):
        words = tuple(words_in(part))
        if number % 2 and words:
            yield _Phrase(tuple(word.folded for word in words), is_beginning=False)
        elif words:
            yield from _loose(words)


def _loose(words: Sequence[Word]) -> Iterator[_Phrase]:
    """Yield each word; of a script without spaces the characters in a row are one phrase."""
    for runs_on, group in groupby(_numbered_runs(words), key=lambda one: one[0]):
        row = [word.folded for _, word in group]
        if runs_on:
            yield _Phrase(tuple(row), is_beginning=False)
        else:
            yield from (_Phrase((word,), is_beginning=True) for word in row)


def _numbered_runs(words: Sequence[Word]) -> Iterator[tuple[int, Word]]:
    run, end = 0, -1
    for word in words:
        if word.runs_on:
            run += word.start != end
            end = word.end
        yield (run if word.runs_on else 0), word


def _as_query(phrase: _Phrase) -> str:
    """Return a phrase in the language of FTS5; words have letters and digits only."""
    return f'"{" ".join(phrase.words)}"{"*" if phrase.is_beginning else ""}'


def _conditions(wish: Wish) -> tuple[list[str], list[object]]:
    conditions: list[str] = []
    values: list[object] = []
    if wish.standings:
        conditions.append(f"claims.standing IN ({', '.join('?' * len(wish.standings))})")
        values += wish.standings
    if wish.theses:
        conditions.append("claims.is_thesis")
    if wish.cites is not None:
        conditions.append(
            "EXISTS (SELECT 1 FROM citations JOIN sources ON sources.map = citations.map "
            "AND sources.id = citations.source WHERE citations.map = claims.map "
            "AND citations.bearer = claims.id AND (sources.id = ? OR "
            "(? <> '' AND instr(' ' || sources.folded, ' ' || ?))))"
        )
        values += [wish.cites, *[folded(wish.cites)] * 2]
    for kinds, target in (
        (("attack", "undercut"), wish.attacks),
        (("support", "backing"), wish.supports),
    ):
        if target is not None:
            conditions.append(_used_in("arguments.target = ? AND arguments.kind IN (?, ?)"))
            values += [target, *kinds]
    if wish.scheme is not None:
        conditions.append(_used_in("arguments.scheme = ?"))
        values.append(wish.scheme)
    return conditions, values


def _used_in(condition: str) -> str:
    return (
        "EXISTS (SELECT 1 FROM premises JOIN arguments ON arguments.map = premises.map "
        "AND arguments.id = premises.argument WHERE premises.map = claims.map "
        f"AND premises.claim = claims.id AND {condition})"
    )


def _hit(base: Connection, file: Path, phrases: Sequence[_Phrase], row: tuple[object, ...]) -> Hit:
    path, home, number, id, text, standing, is_thesis, _, *others = row
    places, left = found_in(str(text), phrases)
    beside = None
    if left:
        quotes = base.execute(
            "SELECT quote FROM citations WHERE map = ? AND bearer = ? AND quote IS NOT NULL",
            (number, id),
        )
        texts = [*filter(None, others), *(quote for (quote,) in quotes)]
        beside = next((str(one) for one in texts if found_in(str(one), left)[0]), None)
    return Hit(
        map=name_from(file, str(path)),
        file=name_from(file, str(home)),
        id=str(id),
        text=str(text),
        standing=Standing(str(standing)),
        is_thesis=bool(is_thesis),
        found=places,
        beside=beside,
    )


def found_in(
    text: str, phrases: Sequence[_Phrase]
) -> tuple[tuple[tuple[int, int], ...], tuple[_Phrase, ...]]:
    """Return the places of phrases in a text, in their order, and those that are not there."""
    words = tuple(words_in(text))
    places: list[tuple[int, int]] = []
    left = []
    for phrase in phrases:
        length = len(phrase.words)
        rows = [words[n : n + length] for n in range(len(words) - length + 1)]
        found = [(row[0].start, row[-1].end) for row in rows if _matches(row, phrase)]
        places += found
        if not found:
            left.append(phrase)
    return tuple(sorted(set(places))), tuple(left)


def _matches(row: Sequence[Word], phrase: _Phrase) -> bool:
    pairs = list(zip(row, phrase.words, strict=True))
    last, wanted = pairs[-1]
    is_end = last.folded.startswith(wanted) if phrase.is_beginning else last.folded == wanted
    return is_end and all(word.folded == wanted for word, wanted in pairs[:-1])
