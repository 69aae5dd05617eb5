"""The catalogue of argumentation schemes as Markdown, for docs/schemes.md."""

from collections.abc import Iterator

from argmap.report.schemes import bearing
from argmap.schemes import ALL, FAMILIES
from argmap.schemes.scheme import Family, Scheme


def catalogue() -> str:
    """Return a table of all schemes, and a section for each."""
    return "\n".join([*_table(), *(line for family in FAMILIES for line in _family(family))])


def _table() -> Iterator[str]:
    yield f"These are the {len(ALL)} schemes that argmap knows:"
    yield from ("", "| Scheme | The idea |", "|---|---|")
    for scheme in ALL:
        yield f"| [`{scheme.id}`](#{scheme.id}) | {scheme.description} |"
    yield ""


def _family(family: Family) -> Iterator[str]:
    yield from (f"## {family.name}", "", family.description, "")
    for scheme in family.schemes:
        yield from _scheme(scheme)


def _scheme(scheme: Scheme) -> Iterator[str]:
    yield from (f"### {scheme.id}", "")
    also = f"; also: {', '.join(scheme.also_known_as)}" if scheme.also_known_as else ""
    yield from (f"*{scheme.name}{also}.* {scheme.description}", "")
    for role in scheme.premises:
        yield f"- Premise `{role.id}`: {role.text}"
    yield from (f"- Conclusion: {scheme.conclusion}", "")
    yield from ("| Critical question | | “No” … |", "|---|---|---|")
    for question in scheme.questions:
        does = bearing(question).replace("“", "`").replace("”", "`")
        yield f"| `{question.id}` | {question.text} | {does} |"
    yield ""
