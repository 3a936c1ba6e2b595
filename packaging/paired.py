"""What Fasthold takes beside the least that could do the same, measured in turn."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

Act = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Ratio:
    """One thing Fasthold does, beside the least that could do it, both in seconds."""

    what: str
    fasthold: float
    bare: float
    beside: str
    most: float | None = None
    within: float | None = None  # seconds

    @property
    def value(self) -> float:
        """How many times the bare counterpart Fasthold takes."""
        return self.fasthold / self.bare

    @property
    def kept(self) -> bool:
        """Whether what is promised is kept."""
        fast = self.within is None or self.fasthold <= self.within
        return fast and (self.most is None or self.value <= self.most)

    def __str__(self) -> str:
        promise = f"at most {self.most:.2f}" if self.most else ""
        if self.within:
            promise = f"within {self.within:.0f} s"
        mark = "" if self.kept else "  BROKEN"
        return (
            f"{self.what:<26}{self.fasthold * 1000:9.1f} ms   "
            f"{self.beside:<34}{self.bare * 1000:9.1f} ms   "
            f"ratio {self.value:5.2f}  {promise}{mark}"
        )


def in_turn(one: Act, other: Act, runs: int) -> tuple[float, float]:
    """Return the seconds of each in the pair whose ratio is the middle one.

    They are measured in turn, after one run that does not count: a machine that grows slower for a
    while is slower for both of a pair, but would shift two medians taken apart.
    """
    one()
    other()
    pairs = [(_timed(one), _timed(other)) for _ in range(runs)]
    return sorted(pairs, key=lambda pair: pair[0] / pair[1])[runs // 2]


def _timed(act: Act) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
