"""Formats random maps that are typed anyhow, with comments wherever they may be.

    python -m tests.bench.format_maps [--maps N] [--most N] [--seed N] [--jobs N]

What is formatted has to say the same, with the same comments in the same order, and stay as it is
when it is formatted again. The exit code is 1 where a map breaks one of these laws.
"""

from tests.bench.trials import run
from tests.editing.laws import formatting_keeps

if __name__ == "__main__":
    run(formatting_keeps, __doc__ or "")
