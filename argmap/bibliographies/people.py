"""Names of authors in BibTeX → as a source has them: the family first, corporate ones in braces."""

from bibtexparser.middlewares.names import (
    parse_single_name_into_parts,
    split_multiple_persons_names,
)

from argmap.bibliographies.latex import LONGEST, plain

MOST_PEOPLE = 1_000


def names_in(field: str) -> tuple[str, ...]:
    """Return the names in a field of people, such as `van der Berg, Jan` and `{World Bank}`.

    “and others” stands for people without names, and is left out.
    """
    people = split_multiple_persons_names(field[: 20 * LONGEST])[:MOST_PEOPLE]
    found = (_name(one.strip()) for one in people if one.strip() not in ("others", "and", ""))
    return tuple(name for name in found if name)


def _name(written: str) -> str:
    if written.startswith("{") and written.endswith("}") and _is_one_group(written):
        return f"{{{plain(written[1:-1])}}}"
    parts = parse_single_name_into_parts(written, strict=False)
    family = plain(" ".join((*parts.von, *parts.last)))
    given = plain(" ".join((*parts.first, *parts.jr)))
    return f"{family}, {given}" if given else f"{{{family}}}" if " " in family else family


def _is_one_group(written: str) -> bool:
    """Return whether the first brace is closed by the last."""
    depth = 0
    for place, sign in enumerate(written):
        depth += (sign == "{") - (sign == "}")
        if depth == 0:
            return place == len(written) - 1
    return False
