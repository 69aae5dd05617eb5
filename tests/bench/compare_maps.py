"""Plants faults in copies of real maps, and counts in how many of them comparing names the fault.

    python -m tests.bench.compare_maps [--maps N]

For each kind of fault, N maps have one; printed is the share in which it is named, and how many
claims are known again where 30 % of the texts are in other words. Exits with 1 below 95 %.
"""

import argparse
import random
import sys
from pathlib import Path

from argmap.comparing.matching import matched
from argmap.pipeline import load
from tests.comparing.planted_faults import PLANTS, is_named
from tests.comparing.rewording import edited, with_derived_ids

_LEAST = 0.95
_MAPS = sorted(Path(__file__).parents[2].glob("maps/*.yaml"))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--maps", type=int, default=500)
    number = parser.parse_args().maps
    shares = []
    for plant in PLANTS:
        named = sum(is_named(plant, random.Random(seed)) for seed in range(number))
        shares.append(named / number)
        print(f"{plant.__name__}: named in {named} of {number}", flush=True)
    for path in _MAPS:
        a_map = with_derived_ids(load(path))
        right = tried = 0
        for seed in range(number // 5):
            new, ids = edited(a_map, random.Random(seed), share=0.3)
            found = matched(a_map, new).claims
            right += sum(found.get(old) == name for old, name in ids.items())
            tried += len(ids)
        if len(a_map.claims) > 20:
            shares.append(right / tried)
        print(f"{path.stem}, 30 % in other words: {right / tried:.1%} of {tried} are known again")
    print(f"the least is {min(shares):.1%}")
    return 1 if min(shares) < _LEAST else 0


if __name__ == "__main__":
    sys.exit(main())
