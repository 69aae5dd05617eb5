"""Merges random maps that two sides have changed, in a text that is typed anyhow, with comments.

    python -m tests.bench.merge_maps [--maps N] [--most N] [--seed N] [--jobs N]

No claim is lost, no comment that neither side has deleted, a clean merge says what both sides
changed, and sides that are against each other are never merged cleanly. A merge with the base or
with itself is what one expects. The exit code is 1 where a map breaks one of these laws. “conflict
without need” are those in which no field was changed in two ways: the change had no plain place in
the text of ours; “conflicts about comments” those in which only a comment had none.
"""

from tests.bench.trials import run
from tests.editing.merging.laws import merging_keeps

if __name__ == "__main__":
    run(merging_keeps, __doc__ or "")
