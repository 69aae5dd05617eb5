"""Which standpoints are coherent: the complete, preferred and stable labellings of a map.

A labelling says of each claim, argument, step, ground and counter-ground whether it is in, out or
undecided; what is not out is possible. It is **complete** when what is in is just what the rules of
the grounded labelling give where all that is possible counts against it, and what is possible is
what they give where only what is in does; in both cases followed from the ground up, so that what
rests only on itself in a circle is out. These are the three-valued stable models (Przymusinski
1990) of the map; on claims that attack each other they are Dung's complete extensions as labellings
(Caminada and Gabbay 2009).

The grounded labelling is the complete one with the least in. **Preferred** labellings have as much
in as can be: none has more. So two sides that are equally strong make two standpoints. A labelling
is **stable** when it is complete and leaves nothing undecided but what is open and what hangs on
it. There may be none, for instance where a claim speaks against itself.
"""

from collections.abc import Collection, Iterator
from itertools import islice

from argmap.evaluation.coherent.acceptance import Semantics
from argmap.evaluation.coherent.answers import UNKNOWN as UNKNOWN
from argmap.evaluation.coherent.answers import Acceptability as Acceptability
from argmap.evaluation.coherent.answers import Acceptance as Acceptance
from argmap.evaluation.coherent.answers import Acceptances as Acceptances
from argmap.evaluation.coherent.answers import Standpoint as Standpoint
from argmap.evaluation.coherent.asking import acceptability_of
from argmap.evaluation.coherent.combinations import combinations
from argmap.evaluation.coherent.dispute import Rule
from argmap.evaluation.coherent.gathering import acceptances_of
from argmap.evaluation.coherent.undecided import Method, Undecided
from argmap.evaluation.deadline import Deadline
from argmap.model import ArgumentMap

LONGEST = 60.0


def acceptability(
    a_map: ArgumentMap,
    semantics: Semantics,
    claim: str,
    *,
    accept: Collection[str] = (),
    reject: Collection[str] = (),
    audience: str | None = None,
    seconds: float | Deadline | None = LONGEST,
    method: Method = "auto",
) -> Acceptability:
    """Return whether standpoints accept a claim; only what bears on it is searched.

    What is not found out within `seconds` is None in the answer, which is cut. Raises what
    `standpoints` raises, and KeyError where there is no such claim.
    """
    if claim not in a_map.claims_by_id:
        raise KeyError(claim)
    deadline = Deadline.of(seconds)
    found = Undecided(a_map, semantics, accept, reject, audience, deadline, method)
    return acceptability_of(found, found.network.ids.index(claim))


def standpoints(
    a_map: ArgumentMap,
    semantics: Semantics,
    *,
    accept: Collection[str] = (),
    reject: Collection[str] = (),
    audience: str | None = None,
    limit: int | None = None,
    seconds: float | Deadline | None = LONGEST,
    method: Method = "auto",
) -> Iterator[Standpoint]:
    """Yield the standpoints of a map, each once, at most `limit` of them.

    They are found one by one as they are asked for. `accept` and `reject` are those of `evaluate`.
    `method` says how: a search of our own, a SAT solver, or by the size of the dispute and whether
    the solver is installed; each has an order of its own. Raises ConfigurationError for an unknown
    id, MissingExtraError where a large dispute needs the SAT solver and it is not installed,
    EvaluationLimitError after `seconds`.
    """
    deadline = Deadline.of(seconds)
    found = Undecided(a_map, semantics, accept, reject, audience, deadline, method)
    every = combinations([found.source(dispute) for dispute in found.disputes])
    return (found.standpoint(labels) for labels in islice(every, limit))


def count_standpoints(
    a_map: ArgumentMap,
    semantics: Semantics,
    *,
    accept: Collection[str] = (),
    reject: Collection[str] = (),
    audience: str | None = None,
    seconds: float | Deadline | None = LONGEST,
    method: Method = "auto",
) -> int:
    """Return how many standpoints a map has; disputes that are apart are counted apart.

    Raises what `standpoints` raises.
    """
    deadline = Deadline.of(seconds)
    found = Undecided(a_map, semantics, accept, reject, audience, deadline, method)
    counts: dict[tuple[tuple[Rule, ...], ...], int] = {}
    product = 1
    for dispute in found.disputes:
        if dispute.rules not in counts:
            counts[dispute.rules] = sum(1 for _ in found.source(dispute))
        product *= counts[dispute.rules]
        if not product:
            break
    return product


def acceptance(
    a_map: ArgumentMap,
    semantics: Semantics,
    *,
    accept: Collection[str] = (),
    reject: Collection[str] = (),
    audience: str | None = None,
    seconds: float | Deadline | None = LONGEST,
    method: Method = "auto",
) -> Acceptances:
    """Return what is accepted in all standpoints and in some, without listing them.

    What is not found out within `seconds` is None in the answer, which is cut; only where even the
    grounded labelling takes longer, EvaluationLimitError is raised. Raises what `standpoints`
    raises otherwise.
    """
    deadline = Deadline.of(seconds)
    found = Undecided(a_map, semantics, accept, reject, audience, deadline, method)
    return acceptances_of(found)
