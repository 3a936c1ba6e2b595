"""Where things stand in the plan, so that none lies on another or leaves its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

_CLEAR = 2  # px between two boxes


def stand_clear(centres: Sequence[float], sides: Sequence[int], most: float) -> list[float]:
    """Return the centres, from left to right, moved as little as lets every box stand clear of
    the next and lets none pass `most`."""
    offsets = [0.0]
    for one, other in pairwise(sides):
        offsets.append(offsets[-1] + (one + other) / 2 + _CLEAR)
    wished = [centre - offset for centre, offset in zip(centres, offsets, strict=False)]
    placed = [place + offset for place, offset in zip(_rising(wished), offsets, strict=False)]
    for number in range(len(placed) - 1, -1, -1):
        placed[number] = min(placed[number], most - sides[number] / 2)
        most = placed[number] - sides[number] / 2 - _CLEAR
    return placed


def first_words(text: str, fits: Callable[[str], bool]) -> str:
    """Return `text`, or as many of its words as fit before a `…`, but one at the least."""
    words = text.split()
    for count in range(len(words) - 1, 0, -1):
        if fits(text):
            break
        text = f"{' '.join(words[:count])} …"
    return text


def _rising(wished: Sequence[float]) -> list[float]:
    """Return the places nearest to those wished for that never go down."""
    pools: list[tuple[float, int]] = []
    for place in wished:
        pools.append((place, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (one, some), (other, more) = pools[-2:]
            pools[-2:] = [((one * some + other * more) / (some + more), some + more)]
    return [place for place, count in pools for _one in range(count)]
