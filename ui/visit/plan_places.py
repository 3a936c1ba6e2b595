"""Where things stand in the plan, so that none lies on another or leaves its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect

from ui.visit.plan_block import BOX, WIDTH, PlanBlock, box_side, box_top
from ui.visit.plan_ground import week_of
from ui.visit.plan_room import PlanRoom
from ui.visit.plan_rows import Block, BlockState, PlanLine

_CLEAR = 2  # px between two boxes
_BOXES = 18  # from the top of a line to its boxes, which all stand at one height
_EDGE = (WIDTH - BOX) // 2 + 2  # the date beneath the last box stays within the plan
_APART = 3  # blocks so few weeks apart put their dates above and below


class PlanPlaces:
    """The blocks of `lines` in `room`; those of a line get their places when first asked for."""

    def __init__(self, lines: Sequence[PlanLine], room: PlanRoom) -> None:
        self._lines, self.room = lines, room
        self._placed: dict[int, Sequence[PlanBlock]] = {}

    def line(self, number: int) -> Sequence[PlanBlock]:
        """Return the blocks of a line, in the order of their days."""
        if number not in self._placed:
            self._placed[number] = _place(self.room, number, self._lines[number].blocks)
        return self._placed[number]

    def within(self, clip: QRect) -> Iterator[PlanBlock]:
        """Yield the blocks that have room in `clip`, in the order they lie on one another."""
        # A frame may reach one px over its line.
        lines = self.room.lines_in(clip.adjusted(0, -1, 0, 1), len(self._lines))
        found = [one for number in lines for one in self.line(number)]
        # A mark of where a visit was is small, and often beside the place it was moved to.
        for one in sorted(found, key=lambda one: one.block.state is BlockState.MOVED):
            if one.room().intersects(clip):
                yield one

    def at(self, place: QPoint) -> PlanBlock | None:
        """Return the block whose box is at `place`, or else the nearest that has room there."""
        near = list(self.within(QRect(place, place)))
        boxes = [one for one in near if one.box().contains(place)]
        middle = place.x() - WIDTH // 2
        return min(boxes or near, key=lambda one: abs(one.left - middle), default=None)


def _place(room: PlanRoom, number: int, blocks: Sequence[Block]) -> Sequence[PlanBlock]:
    weeks = [week_of(room.half, block.day) for block in blocks]
    sides = [box_side(block) for block in blocks]
    wished = [room.left(week) + room.week / 2 for week in weeks]
    lefts = [round(centre - WIDTH / 2) for centre in stand_clear(wished, sides, room.width - _EDGE)]
    shares = [WIDTH, *_shares(lefts, sides), WIDTH]
    top = room.line(number).top() + _BOXES
    return [
        PlanBlock(block, above, left, top - box_top(above=above), before, after)
        for block, above, left, before, after in zip(
            blocks, _above(blocks, weeks), lefts, shares, shares[1:], strict=False
        )
    ]


def _above(blocks: Sequence[Block], weeks: Sequence[int]) -> Sequence[bool]:
    """Return of each block whether its date stands over its box: of neighbours one does."""
    found: list[bool] = []
    for number, block in enumerate(blocks):
        near = number > 0 and weeks[number] - weeks[number - 1] < _APART
        found.append(not found[-1] if near else block.state is BlockState.MOVED)
    return found


def _shares(lefts: Sequence[int], sides: Sequence[int]) -> Sequence[int]:
    """Return what each of two neighbours has of the room between their boxes."""
    boxes = [(left + (WIDTH - side) // 2, side) for left, side in zip(lefts, sides, strict=True)]
    return [max(0, after - begin - side) // 2 for (begin, side), (after, _side) in pairwise(boxes)]


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
