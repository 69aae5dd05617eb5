"""Near copies of claims over the maps of a corpus.

Claims with the same words are one text. Of the others, those that are likely to be alike are found
by MinHash (Broder 1997) over the pieces of their words, in bands (Leskovec, Rajaraman and Ullman
2020, “Mining of Massive Datasets”, chapter 3), and then compared as claims of two maps are.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from argmap.comparing.likeness import likeness
from argmap.corpus.database import Connection, name_from
from argmap.errors import MissingExtraError
from argmap.weighing import Standing

LEAST = 0.8
# Two texts that are just alike enough share a band with a chance of 96 %, those a little more alike
# nearly always, and those that have common words only hardly ever.
_BANDS, _ROWS = 36, 6
_PIECE, _SEED = 3, 1
# Of a band, the texts that one is compared with; more share a band by chance only.
_MOST_COMPARED = 100
# Shorter texts are alike by accident.
_SHORTEST = 12
_BYTES = 4
# The maps that claims are told of, by the file in which they are written: the one that the file
# is, else the first of those that include it. What is argued elsewhere is told of there.
_OWN = """
INSERT INTO own
SELECT claims.file,
    coalesce(max(CASE WHEN maps.path = claims.file THEN maps.number END), min(maps.number))
FROM claims JOIN maps ON maps.number = claims.map
WHERE claims.home IS NULL GROUP BY claims.file
"""
_TEXTS = """
SELECT claims.folded, min(claims.number) AS number
FROM own JOIN claims ON claims.map = own.map AND claims.file = own.file
WHERE claims.home IS NULL AND length(claims.folded) >= ? GROUP BY claims.folded
"""
_MEMBERS = f"""
WITH texts AS ({_TEXTS})
SELECT coalesce(families.family, texts.number) AS family, judged.path, judged.file, judged.map,
    judged.id, judged.text, judged.standing
FROM texts
JOIN judged ON judged.folded = texts.folded AND judged.home IS NULL
JOIN own ON own.file = judged.file AND own.map = judged.map
LEFT JOIN families ON families.text = texts.number
ORDER BY family, judged.path, judged.number
"""


class Copy(NamedTuple):
    """A claim in a family of copies, with the file that it is written in.

    `likeness` is how alike it is to the first of them.
    """

    map: str
    file: str
    id: str
    text: str
    standing: Standing
    likeness: float


def duplicates(
    base: Connection, file: Path, *, least: float = LEAST, within: bool = False
) -> Iterator[tuple[Copy, ...]]:
    """Yield families of claims that are alike to at least `least`, in the order of the maps.

    A family is of several maps, or, with `within`, of one as well. A claim is that of one map, in
    however many it is included. Raises MissingExtraError without the extra `corpus`.
    """
    # What is made for the search is gone after it.
    base.execute("BEGIN")
    try:
        base.execute("CREATE TEMP TABLE own (file TEXT PRIMARY KEY, map INTEGER) WITHOUT ROWID")
        base.execute(_OWN)
        parents = _Families()
        _sign(base, base.execute(_TEXTS, (_SHORTEST,)))
        for band in range(_BANDS):
            for keys in _candidates(base, band):
                _join(base, keys, parents, least)
        base.execute("DROP TABLE signatures")
        yield from _families(base, file, parents, within=within)
    finally:
        base.rollback()


class _Families:
    """Sets of texts, by numbers, that can be joined; a number that was never joined is alone."""

    def __init__(self) -> None:
        self.above: dict[int, int] = {}

    def root(self, number: int) -> int:
        while (above := self.above.get(number, number)) != number:
            self.above[number] = self.above.get(above, above)
            number = above
        return number

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self.root(one), self.root(other)))
        self.above[second] = first
        self.above.setdefault(first, first)


def _sign(base: Connection, texts: Iterable[tuple[str, int]]) -> None:
    """Keep the signature of each text in a table of its own, on disk if it grows."""
    try:
        from rensa import RMinHash
    except ImportError as error:
        raise MissingExtraError(
            'looking for near copies needs a library: pip install "argmap[corpus]".'
        ) from error

    def signatures() -> Iterator[tuple[int, bytes]]:
        for text, number in texts:
            found = RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
            found.update(list(_pieces(text)))
            yield number, _banded(found.digest())

    base.execute("CREATE TEMP TABLE signatures (number INTEGER PRIMARY KEY, bytes BLOB)")
    base.executemany("INSERT INTO signatures VALUES (?, ?)", signatures())


def _banded(digest: Sequence[int]) -> bytes:
    """Return each band of a signature by a few bytes, to take less room."""
    row = b"".join([one.to_bytes(_BYTES, "big") for one in digest])
    length = _ROWS * _BYTES
    sums = [crc32(row[start : start + length]) for start in range(0, len(row), length)]
    return b"".join([one.to_bytes(_BYTES, "big") for one in sums])


def _pieces(text: str) -> set[str]:
    padded = f" {text} "
    return {padded[n : n + _PIECE] for n in range(len(padded) - _PIECE + 1)}


def _candidates(base: Connection, band: int) -> Iterator[list[int]]:
    """Yield the numbers of texts that share a band of their signatures."""
    rows = base.execute(
        "SELECT group_concat(number) FROM signatures GROUP BY substr(bytes, ?, ?) "
        "HAVING count(*) > 1",
        (band * _BYTES + 1, _BYTES),
    )
    for (numbers,) in rows:
        yield sorted(map(int, numbers.split(",")))


def _join(base: Connection, keys: Sequence[int], parents: _Families, least: float) -> None:
    """Join those of some texts that are alike, each with the first it is like."""
    texts: dict[int, str] = {}
    for key in keys:
        (texts[key],) = base.execute("SELECT text FROM claims WHERE number = ?", (key,)).fetchone()
    for place, key in enumerate(keys):
        for other in keys[max(0, place - _MOST_COMPARED) : place]:
            if parents.root(key) == parents.root(other):
                continue
            if likeness(texts[other], texts[key]) >= least:
                parents.join(other, key)


def _families(
    base: Connection, file: Path, parents: _Families, *, within: bool
) -> Iterator[tuple[Copy, ...]]:
    base.execute("CREATE TEMP TABLE families (text INTEGER PRIMARY KEY, family INTEGER)")
    base.executemany(
        "INSERT INTO families VALUES (?, ?)", ((n, parents.root(n)) for n in parents.above)
    )
    rows = base.execute(_MEMBERS, (_SHORTEST,))
    yield from _grouped(file, rows, within=within)


def _grouped(
    file: Path, rows: Iterable[tuple[int, str, str, int, str, str, str]], *, within: bool
) -> Iterator[tuple[Copy, ...]]:
    family, members = None, list[tuple[int, Copy]]()
    for number, path, written, a_map, id, text, standing in rows:
        if number != family:
            yield from _worth_telling(members, within=within)
            family, members = number, []
        first = members[0][1].text if members else text
        places = name_from(file, path), name_from(file, written)
        copy = Copy(*places, id, text, Standing(standing), likeness(first, text))
        members.append((a_map, copy))
    yield from _worth_telling(members, within=within)


def _worth_telling(
    members: Sequence[tuple[int, Copy]], *, within: bool
) -> Iterator[tuple[Copy, ...]]:
    maps = {number for number, _ in members}
    if len(members) > 1 and (within or len(maps) > 1):
        yield tuple(copy for _, copy in members)
