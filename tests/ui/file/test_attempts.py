"""Wrong passphrases are counted, and after five comes a minute's pause."""

from __future__ import annotations

from tests.front_door import Seconds
from ui.file.attempts import Attempts


def test_each_wrong_one_leaves_one_try_less() -> None:
    attempts = Attempts(Seconds())
    assert [attempts.fail() for _ in range(5)] == [4, 3, 2, 1, 0]


def test_after_five_there_is_a_pause_of_a_minute() -> None:
    clock = Seconds()
    attempts = Attempts(clock)
    for _ in range(5):
        attempts.fail()
    assert attempts.seconds_to_wait() == 60
    clock.now += 59.5
    assert attempts.seconds_to_wait() == 1
    clock.now += 0.5
    assert attempts.seconds_to_wait() == 0
    assert attempts.fail() == 4


def test_the_right_one_forgets_the_wrong_ones() -> None:
    attempts = Attempts(Seconds())
    attempts.fail()
    attempts.succeed()
    assert attempts.fail() == 4
