"""How it is seen that a file was written."""

import pytest

from argmap.picture_files.traces import is_older

MOMENT = 1_700_000_000_000_000_000


@pytest.mark.parametrize("tick", [4_000_000, 15_600_000])
def test_what_is_written_right_after_a_moment_has_the_time_of_the_tick_before(tick: int) -> None:
    assert not is_older((1, MOMENT - tick, 9, MOMENT - tick), MOMENT)
    assert is_older((1, MOMENT - 10 * tick, 9, MOMENT - 10 * tick), MOMENT)
    assert is_older(None, MOMENT)
