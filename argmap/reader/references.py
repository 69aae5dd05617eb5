"""Names of claims, where one is written: whether there is such a claim."""

from argmap.document import Scalar
from argmap.document.rewriting import respelt
from argmap.edits import Edit
from argmap.faults import Fault, FaultLog, quoted
from argmap.reader.naming import Naming
from argmap.suggestions import did_you_mean


def check_claim(name: Scalar, naming: Naming, *, log: FaultLog) -> bool:
    """Return whether there is such a claim; report that there is none."""
    id = naming.id_of(name)
    if id in naming.claim_ids:
        return True
    fix: tuple[Edit, ...] = ()
    if id in naming.argument_ids:
        message = f"{quoted(name.value)} is an argument; only a claim can be named here"
    else:
        known = naming.known_in(name.span.file)
        hint = did_you_mean(name.value, known)
        message = f"no claim {quoted(name.value)}{hint}"
        fix = respelt(name, known)
    log.report(Fault.UNKNOWN_REFERENCE, name.span, message, fix=fix)
    return False
