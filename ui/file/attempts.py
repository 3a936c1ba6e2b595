"""Counting passphrases that did not fit: after five, one minute of waiting."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

LIMIT = 5
PAUSE = 60


class Attempts:
    """How many tries are left, and how long to wait. The clock cannot be set back."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failed = 0
        self._closed_until = 0.0

    def fail(self) -> int:
        """Count a wrong one; return how many tries are left before the pause."""
        self._failed += 1
        left = LIMIT - self._failed
        if left <= 0:
            self._failed = 0
            self._closed_until = self._clock() + PAUSE
        return max(0, left)

    def succeed(self) -> None:
        """Forget the wrong ones: somebody who may is here."""
        self._failed = 0
        self._closed_until = 0.0

    def seconds_to_wait(self) -> int:
        """Return how many seconds of the pause are left; 0 if a try is allowed."""
        return max(0, math.ceil(self._closed_until - self._clock()))
