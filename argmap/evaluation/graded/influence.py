"""How strongly attacks and supports move a claim from where it starts: three gradual semantics.

Each function takes the start of a claim and the degrees of the attacks and supports on it, all in
[0, 1], and returns the degree of the claim, in [0, 1].
"""

import math
from collections.abc import Callable, Iterable, Mapping

Influence = Callable[[float, Iterable[float], Iterable[float]], float]

# Beyond this, e to the power of it is no number any more, and the degree has long reached its end.
_MOST_ENERGY = 700.0


def df_quad(start: float, attacks: Iterable[float], supports: Iterable[float]) -> float:
    """Return the degree after Rago, Toni, Aurisicchio and Baroni (2016), “Discontinuity-free …”."""
    against, in_favour = _together(attacks), _together(supports)
    if against >= in_favour:
        return start - start * (against - in_favour)
    return start + (1 - start) * (in_favour - against)


def quadratic_energy(start: float, attacks: Iterable[float], supports: Iterable[float]) -> float:
    """Return the degree after Potyka (2018), “Continuous dynamical systems …”."""
    energy = math.fsum(supports) - math.fsum(attacks)
    return start - start * _impact(-energy) + (1 - start) * _impact(energy)


def euler_based(start: float, attacks: Iterable[float], supports: Iterable[float]) -> float:
    """Return the degree after Amgoud and Ben-Naim (2017), “Evaluation of arguments in …”.

    A claim that starts at 0 or at 1 stays there, whatever bears on it.
    """
    energy = min(math.fsum(supports) - math.fsum(attacks), _MOST_ENERGY)
    return 1 - (1 - start * start) / (1 + start * math.exp(energy))


INFLUENCES: Mapping[str, Influence] = {
    "df-quad": df_quad,
    "quadratic-energy": quadratic_energy,
    "euler": euler_based,
}
# Where a given claim starts without a credence. Under `euler` 0 and 1 would never move.
GIVEN_STARTS: Mapping[str, float] = {"df-quad": 1.0, "quadratic-energy": 1.0, "euler": 0.5}


def _together(degrees: Iterable[float]) -> float:
    return 1 - math.prod(1 - degree for degree in degrees)


def _impact(energy: float) -> float:
    square = max(energy, 0.0) ** 2
    return square / (1 + square)
