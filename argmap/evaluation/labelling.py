"""What stands: the grounded labelling of a map, found by counters and a work list."""

from collections.abc import Collection, Mapping, Sequence

from argmap.evaluation.circles import first_unfounded, newly_unfounded
from argmap.evaluation.collecting import uncollected
from argmap.evaluation.network import UNDECIDED, Network, network_of
from argmap.evaluation.propagation import State, begin, blank_state, expel
from argmap.evaluation.reasons import verdicts_of
from argmap.evaluation.verdicts import Evaluation
from argmap.model import ArgumentMap

GROUNDED = "grounded"


def evaluate(
    a_map: ArgumentMap, *, accept: Collection[str] = (), reject: Collection[str] = ()
) -> Evaluation:
    """Return the verdict on every claim and every argument, with its reason.

    The labelling is the grounded one: an attack that stands defeats what is merely given, stronger
    beats weaker, equals leave undecided, and what supports only itself is out. It is the
    well-founded model (Van Gelder, Ross and Schlipf 1991), reached as an alternating fixpoint (Van
    Gelder 1993), with strengths compared at each claim. Time grows with the size of the map.

    `accept` and `reject` hold ids of claims, which are put beyond doubt or out whatever speaks for
    and against them, and of arguments, of which this is done to the step from their premises.
    Raises ConfigurationError for an unknown id, or one that is in both.
    """
    with uncollected():
        network = network_of(a_map.claims, a_map.arguments, accept=accept, reject=reject)
        state = blank_state(network)
        label_nodes(network, state, range(network.size), network.forced)
        claims, arguments = verdicts_of(a_map, network, state)
    return Evaluation(GROUNDED, claims, arguments)


def label_nodes(
    network: Network, state: State, nodes: Sequence[int], forced: Mapping[int, int]
) -> None:
    """Label `nodes`, on which nothing outside of them rests; the other labels are taken as found.

    `forced` gives the labels that are laid down.
    """
    begin(network, state, nodes, forced)
    rest = [node for node in nodes if state.label[node] == UNDECIDED]
    unfounded = first_unfounded(network, state, rest)
    while unfounded:
        shaken = expel(network, state, unfounded)
        unfounded = newly_unfounded(network, state, shaken)
