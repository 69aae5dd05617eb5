"""What is known of each node of a network while labels are found."""

from dataclasses import dataclass, field

from argmap.evaluation.deadline import ENDLESS, Deadline
from argmap.evaluation.network import NOTHING, Network

NO_SOURCE, OWN_GROUND = -2, -1


@dataclass
class State:
    """What is known of each node while labels are found; every list has one entry a node.

    `rank` is the round in which a node was labelled, so that what decided it has a lower one.
    `need` counts what an argument still waits for. `best_ground` and `best_attack` are the
    strengths of the strongest ground that is in and the strongest such attack; `next_ground` and
    `next_attack` the places of the strongest ones that are not out. `source` is a ground on which
    a node may stand that does not rest on the node itself: its premises have a lower `level`.
    """

    label: bytearray
    circular: bytearray
    rank: list[int]
    need: list[int]
    best_ground: list[float]
    best_attack: list[float]
    next_ground: list[int]
    next_attack: list[int]
    source: list[int]
    level: list[int]
    cursor: dict[int, int] = field(default_factory=dict)
    clock: int = 0
    round: int = 0
    deadline: Deadline = ENDLESS

    def check_time(self) -> None:
        """Raise EvaluationLimitError once the time for the labelling is over."""
        self.deadline.check("What stands was not worked out")


def blank_state(network: Network) -> State:
    """Return a state in which nothing is labelled."""
    size = network.size
    return State(
        bytearray(size),
        bytearray(size),
        [0] * size,
        [0] * size,
        [NOTHING] * size,
        [NOTHING] * size,
        [0] * size,
        [0] * size,
        [NO_SOURCE] * size,
        [0] * size,
    )
