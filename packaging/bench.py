"""Measures, in one run, what Fasthold promises to be fast at, each beside its bare counterpart.

bench.py [--runs N]

The counterparts run in turn with Fasthold, so that a busy machine slows both alike; each figure
is the median. Exit 1 if a promise is broken.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

WINDOW = Path(__file__).with_name("first_window.py")


@dataclass(frozen=True, slots=True)
class Ratio:
    """One thing Fasthold does, beside the least that could do it, both in seconds."""

    what: str
    fasthold: float
    bare: float
    beside: str
    most: float | None = None

    @property
    def value(self) -> float:
        """How many times the bare counterpart Fasthold takes."""
        return self.fasthold / self.bare

    @property
    def kept(self) -> bool:
        """Whether the promise, if there is one, is kept."""
        return self.most is None or self.value <= self.most

    def __str__(self) -> str:
        promise = f"at most {self.most:.2f}" if self.most else ""
        mark = "" if self.kept else "  BROKEN"
        return (
            f"{self.what:<26}{self.fasthold * 1000:9.1f} ms   "
            f"{self.beside:<34}{self.bare * 1000:9.1f} ms   "
            f"ratio {self.value:5.2f}  {promise}{mark}"
        )


def main() -> int:
    """Measure and print; return 1 if a promise is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9, help="how often each is measured")
    runs = parser.parse_args().runs
    broken = False
    for measure in MEASURES:
        for ratio in measure(runs):
            print(ratio, flush=True)
            broken = broken or not ratio.kept
    return int(broken)


def first_windows(runs: int) -> list[Ratio]:
    """Time a process from its start to the first painted window."""
    with tempfile.TemporaryDirectory() as home:
        settings = _settings_of_a_new_user(Path(home))
        fasthold, bare = in_turn(
            lambda: _start("fasthold", settings), lambda: _start("empty", settings), runs
        )
    return [Ratio("first start's window", fasthold, bare, "empty PySide6 window", most=1.6)]


def in_turn(one: Callable[[], None], other: Callable[[], None], runs: int) -> tuple[float, float]:
    """Return the median seconds of each, measured in turn after one run that does not count."""
    one()
    other()
    times = [(_timed(one), _timed(other)) for _ in range(runs)]
    return median(first for first, _ in times), median(second for _, second in times)


def _timed(act: Callable[[], None]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _start(what: str, settings: dict[str, str]) -> None:
    subprocess.run([sys.executable, str(WINDOW), what], env=settings, check=True, timeout=60)


def _settings_of_a_new_user(home: Path) -> dict[str, str]:
    folders = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    own = {name: str(home / name) for name in folders}
    return {**os.environ, **own, "HOME": str(home), "USERPROFILE": str(home)}


MEASURES = (first_windows,)

if __name__ == "__main__":
    sys.exit(main())
