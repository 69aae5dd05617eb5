"""How often a property is tried: a part of its examples at first, all of them in the slow run.

tests/conftest.py chooses the profile of Hypothesis; its `max_examples` is what a hundred stand for.
Where `CI` is set, as .ci/run does, the examples are the same in each run, so that what is green on
one machine is so on another; everywhere else each run looks for new ones.
"""

import os
from collections.abc import Collection

from hypothesis import HealthCheck, Phase, settings

# Of a hundred examples, in `python -m pytest` and in `python -m pytest -m slow`.
PROFILES = {"quick": 10, "thorough": 100}


def choose(profile: str) -> None:
    """Let all properties that are imported from now on be tried as often as a profile says."""
    settings.register_profile(
        profile,
        max_examples=PROFILES[profile],
        deadline=None,
        derandomize=bool(os.environ.get("CI")),
        suppress_health_check=list(HealthCheck),
    )
    settings.load_profile(profile)


def share(number: int) -> int:
    """Return how many of so many examples are tried in this run, and never less than five."""
    return min(number, max(5, number * settings().max_examples // 100))


def examples(number: int, *, phases: Collection[Phase] = tuple(Phase)) -> settings:
    """Return the settings of a property that has so many examples in the slow run."""
    return settings(max_examples=share(number), phases=phases)
