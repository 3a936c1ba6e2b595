"""The clock of the lock has room for what it says before it says anything."""

from __future__ import annotations

from tests.ui.conftest import Show
from ui.common.cover import LockClock


def test_the_first_figure_moves_nothing(show: Show) -> None:
    clock = LockClock()
    show(clock)
    before = clock.sizeHint()
    clock.set_remaining(15 * 60)
    assert clock.sizeHint() == before
