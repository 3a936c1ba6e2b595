"""The lock page says when and why."""

from __future__ import annotations

import pytest

from ui.file.locked import Locked, LockReason


@pytest.mark.parametrize(
    ("reason", "minutes", "said"),
    [
        (LockReason.IDLE, 5, "Locked at 11.52 after 5 minutes without activity"),
        (LockReason.IDLE, 1, "Locked at 11.52 after 1 minute without activity"),
        (LockReason.HAND, 5, "Locked at 11.52"),
        (LockReason.SLEEP, 5, "Locked at 11.52, when the computer had been asleep"),
    ],
)
def test_the_lock_says_when_and_why(reason: LockReason, minutes: int, said: str) -> None:
    assert Locked(at="11.52", reason=reason, minutes=minutes).sentence() == said
