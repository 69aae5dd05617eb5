"""Sentences on verdicts in short: what is the same in thousands of them is in the page once.

The script makes them whole again, with the names of claims that it knows. Ids are left out, which
readers of a page do not know.
"""

import re
from collections.abc import Iterator

from argmap.evaluation.wording import quoted
from argmap.model import ArgumentMap

_QUOTATION = re.compile("(“[^“”]*”)")
_ID = re.compile(r" \[([^\][\s]+)\]")


class Sentences:
    """The sentences of a page; `forms` has what stands around the names of claims in each of them.

    A form is a list of texts, and the names stand between them.
    """

    def __init__(self, a_map: ArgumentMap) -> None:
        """Have the names and ids of what is shown of a map."""
        self._ids = {*a_map.claims_by_id, *a_map.arguments_by_id}
        self._names = {quoted(a_map, one.id): one.id for one in reversed(a_map.claims)}
        self._forms: dict[tuple[str, ...], int] = {}

    @property
    def forms(self) -> list[tuple[str, ...]]:
        """Return the forms of all sentences that were made short."""
        return list(self._forms)

    def short(self, sentence: str) -> list[int | str]:
        """Return the number of the form of a sentence, and the ids of the claims in it."""
        around, names = [""], []
        for part in _QUOTATION.split(sentence):
            if part in self._names:
                names.append(self._names[part])
                around.append("")
            else:
                around[-1] += part
        form = tuple(self._without_ids(around))
        return [self._forms.setdefault(form, len(self._forms)), *names]

    def _without_ids(self, parts: list[str]) -> Iterator[str]:
        for part in parts:
            yield _ID.sub(lambda found: "" if found[1] in self._ids else found[0], part)
