"""What stands: the grounded labelling of a map, found by counters and a work list."""

from collections.abc import Collection, Mapping, Sequence

from argmap.errors import UnfitOptionError
from argmap.evaluation.deadline import ENDLESS, Deadline
from argmap.evaluation.grounded.circles import first_unfounded, newly_unfounded
from argmap.evaluation.grounded.propagation import begin, expel
from argmap.evaluation.grounded.reasons import verdicts_of
from argmap.evaluation.grounded.state import State, blank_state
from argmap.evaluation.network import UNDECIDED, Network, network_of
from argmap.evaluation.verdicts import Evaluation
from argmap.garbage import uncollected
from argmap.last_answer import last_answer_kept
from argmap.model import ArgumentMap, Audience
from argmap.suggestions import did_you_mean

GROUNDED = "grounded"


def evaluate(
    a_map: ArgumentMap,
    *,
    accept: Collection[str] = (),
    reject: Collection[str] = (),
    audience: str | None = None,
    deadline: Deadline = ENDLESS,
) -> Evaluation:
    """Return the verdict on every claim and every argument, with its reason.

    The labelling is the grounded one: an attack that stands defeats what is merely given, stronger
    beats weaker, equals leave undecided, an undercut stops a step whatever the strengths, and what
    supports only itself is out. It is the well-founded model (Van Gelder, Ross and Schlipf 1991),
    reached as an alternating fixpoint (Van Gelder 1993). Time grows with the size of the map.

    `accept` and `reject` hold ids of claims, which are put beyond doubt or out whatever speaks for
    and against them, and of arguments, of which this is done to the step from their premises.
    `audience` names one of the map's, which weighs arguments in its own way. Raises
    UnfitOptionError for an unknown id, one that is in both, or two accepted claims that
    contradict each other; EvaluationLimitError once the `deadline` is over.
    """
    if not accept and not reject and audience is None and deadline is ENDLESS:
        return _unasked(a_map)
    return _asked(a_map, accept, reject, audience, deadline)


@last_answer_kept
def _unasked(a_map: ArgumentMap) -> Evaluation:
    return _asked(a_map, (), (), None, ENDLESS)


def _asked(
    a_map: ArgumentMap,
    accept: Collection[str],
    reject: Collection[str],
    audience: str | None,
    deadline: Deadline,
) -> Evaluation:
    with uncollected():
        network = network_of(
            a_map.claims,
            a_map.arguments,
            accept=accept,
            reject=reject,
            audience=audience_of(a_map, audience),
        )
        state = blank_state(network)
        label_nodes(network, state, range(network.size), network.forced, deadline)
        claims, arguments = verdicts_of(a_map, network, state)
    return Evaluation(GROUNDED, audience, claims, arguments)


def audience_of(a_map: ArgumentMap, name: str | None) -> Audience | None:
    """Return an audience of the map by its id. Raises UnfitOptionError where there is none."""
    if name is None:
        return None
    known = {audience.id: audience for audience in a_map.audiences}
    if name not in known:
        hint = did_you_mean(name, known) or "."
        raise UnfitOptionError(f"the map has no audience “{name}”{hint}")
    return known[name]


def label_nodes(
    network: Network,
    state: State,
    nodes: Sequence[int],
    forced: Mapping[int, int],
    deadline: Deadline = ENDLESS,
) -> None:
    """Label `nodes`, on which nothing outside of them rests; the other labels are taken as found.

    `forced` gives the labels that are laid down. Raises EvaluationLimitError.
    """
    state.deadline = deadline
    begin(network, state, nodes, forced)
    rest = [node for node in nodes if state.label[node] == UNDECIDED]
    unfounded = first_unfounded(network, state, rest)
    while unfounded:
        state.check_time()
        shaken = expel(network, state, unfounded)
        unfounded = newly_unfounded(network, state, shaken)
