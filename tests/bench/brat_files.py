"""What becomes of annotated texts in a folder, beside a plain reading of their annotations.

    python -m tests.bench.brat_files FOLDER

FOLDER holds files of brat with their texts, such as the persuasive essays of
github.com/recap-utr/arguebase-public. They are equal where the map quotes each annotated passage,
has each relation with its side, and the stance of each claim towards the thesis; a quotation that
is not in the text, such as one that ends within a word, is named.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from argmap.checks.runner import selected
from argmap.examination import check
from argmap.model import ArgumentMap
from argmap.reader import Reading
from argmap.values import one_line
from tests.bench.foreign import tell

SIDES = {"supports": "support", "attacks": "attack", "For": "support", "Against": "attack"}
Relation = tuple[str, str, str]


class Annotations:
    """The lines of one file by their kinds."""

    def __init__(self, path: Path) -> None:
        """Read a file."""
        lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
        self.passages = {one[0]: one_line(one[2]) for one in lines if one[0].startswith("T")}
        self.kinds = {one[0]: one[1].split()[0] for one in lines if one[0].startswith("T")}
        self.offsets = {one[0]: int(one[1].split()[1]) for one in lines if one[0].startswith("T")}
        self.stances = dict(one[1].split()[1:] for one in lines if one[0].startswith("A"))
        relations = [one[1].split() for one in lines if one[0].startswith("R")]
        self.relations = [
            (SIDES[kind], start.partition(":")[2], end.partition(":")[2])
            for kind, start, end in relations
        ]


def differences(file: Annotations, a_map: ArgumentMap) -> Iterator[str]:
    """Yield what of the annotations the map does not say, or says otherwise."""
    texts = {claim.id: claim.text for claim in a_map.claims}
    quotes = Counter(one_line(c.quote or "") for claim in a_map.claims for c in claim.citations)
    yield from (f"passage {one!r}" for one in Counter(file.passages.values()) - quotes)
    # All major claims say one thesis, in several places.
    names = sorted(file.passages, key=file.offsets.__getitem__)
    theses = [_start(file.passages[name]) for name in names if file.kinds[name] == "MajorClaim"]
    shown = [_start(texts[name]) for name in a_map.theses]
    if shown != theses[:1]:
        yield f"thesis {shown}"
    found = Counter(
        (one.polarity.value, _start(texts[one.premises[0]]), _start(texts[one.target]))
        for one in a_map.arguments
        if one.target in texts
    )
    wanted: Counter[Relation] = Counter()
    for side, start, end in file.relations:
        wanted[side, _start(file.passages[start]), _start(file.passages[end])] += 1
    yield from (f"relation {one}" for one in wanted - found)
    by_stance = Counter(
        (SIDES[stance], _start(file.passages[name])) for name, stance in file.stances.items()
    )
    towards = Counter((side, start) for side, start, end in found if end in theses)
    yield from (f"stance {one}" for one in by_stance - towards)


def _start(text: str) -> str:
    """Return the letters of a text, however its sentence was made to begin and end."""
    return text.strip(" .").lower()


def not_in_text(reading: Reading) -> list[str]:
    """Return what the checks say of quotations, such as one that ends within a word."""
    selection = selected(("quote-not-found", "wrong-locator"), ())
    return [one.message for one in check(reading, selection=selection, given_texts={})]


def main() -> None:
    """Print what is read and what differs."""

    def compared(path: Path, a_map: ArgumentMap) -> Iterator[str]:
        return differences(Annotations(path), a_map)

    tell(
        __doc__,
        lambda folder: folder.rglob("*.ann"),
        compared,
        notation="brat",
        remarks=not_in_text,
    )


if __name__ == "__main__":
    main()
