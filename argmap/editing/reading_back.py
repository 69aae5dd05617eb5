"""A map before and after a renaming: whether it says the same but for the ids."""

from collections import Counter

from argmap.editing.renamed_map import with_other_ids
from argmap.editing.things import Names
from argmap.reader import Reading
from argmap.reader.written import Kind


def difference(before: Names, after: Reading, kind: Kind, ids: dict[str, str]) -> str | None:
    """Return why a map that was read again is not the same up to the ids; None where it is.

    One with faults has the same then, and says the same as far as it can be read.
    """
    was = before.reading
    if was.map is not None and after.map is None:
        fault = after.diagnostics[0]
        at = fault.span.start
        return f"{fault.span.file}:{at.line}:{at.column} would be wrong, {fault.message}"
    if was.map is not None:
        is_same = after.map == with_other_ids(was.map, kind, ids)
        return None if is_same else f"{was.file} would say something else"
    codes, codes_left = (Counter(one.code for one in each.diagnostics) for each in (was, after))
    is_same = codes_left <= codes and (was.readable is None) == (after.readable is None)
    if is_same and was.readable is not None:
        is_same = after.readable == with_other_ids(was.readable, kind, ids)
    if is_same:
        return None
    fault = was.diagnostics[0]
    where = f"{fault.span.file}:{fault.span.start.line}:{fault.span.start.column}"
    return (
        f"{was.file} has faults, and would say something else; mend them first "
        f"({where}: {fault.message})"
    )
