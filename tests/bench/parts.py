"""How long a map takes to be cut into parts, and how many there are: CPU seconds by size and place.

python -m tests.bench.parts
"""

import time

from argmap.atlas import parts_of
from argmap.planning import RenderOptions, planned
from tests.bench.random_argument import random_argument

PLACES = ("358", "760", "a4", "slide")


def main() -> None:
    """Print a line for each size: seconds and parts at each place."""
    print("claims  " + "".join(f"{place:>18}" for place in PLACES))
    for number in (100, 1000, 10_000):
        a_map = random_argument(number)
        cells = []
        for place in PLACES:
            options = RenderOptions(parts=True, fit=place)
            plan = planned(a_map, options=options, defaults=None, placed=True)
            start = time.process_time()
            parts = parts_of(plan.cutting(plan.place_of_parts(None)))
            cells.append(f"{time.process_time() - start:.2f} s, {len(parts)}")
        print(f"{number:6}  " + "".join(f"{cell:>18}" for cell in cells), flush=True)


if __name__ == "__main__":
    main()
