"""Where the weeks, the days and the lines are in a plan of some width."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect

from ui.visit.plan_ground import DayStretch, Stretch, week_of
from ui.visit.plan_rows import HalfYear

MONTHS, WEEKS, OFF, LINE = 26, 26, 28, 85
HEAD = MONTHS + WEEKS + OFF
NAMES, NAMES_NARROW, NARROW = 208, 156, 700
MARGIN = 22  # right of the last week, so that a block of it stands in its own column
WORKDAYS = 5


class PlanRoom:
    """Names at the left, then one column for each week of `half`; a week is as wide as its
    working days."""

    def __init__(self, half: HalfYear, width: int) -> None:
        self.half, self.width = half, width
        self.names = NAMES if width >= NARROW else NAMES_NARROW
        self.week = (width - self.names - MARGIN) / half.weeks

    def left(self, number: float) -> float:
        """Return where the week `number` begins, counted from 0."""
        return self.names + number * self.week

    def weeks(self, one: Stretch, top: int, height: int) -> QRect:
        """Return the room of some weeks."""
        left, right = int(self.left(one.first)), int(self.left(one.last + 1))
        return QRect(left, top, right - left, height)

    def week_of(self, day: date, line: QRect) -> QRect:
        """Return the room of the week of `day` in a line."""
        number = week_of(self.half, day)
        return self.weeks(Stretch(number, number, ""), line.top(), line.height())

    def days(self, one: DayStretch, top: int, height: int) -> QRect:
        """Return the room of some days."""
        left = self._day_left(one.first, one.first.weekday())
        right = self._day_left(one.last, one.last.weekday() + 1)
        return QRect(left, top, right - left, height)

    def line(self, number: int) -> QRect:
        """Return the room of a line, counted from 0."""
        return QRect(0, HEAD + number * LINE, self.width, LINE)

    def number_at(self, height: int) -> int:
        """Return the number of the line at this height, whether there is one or not."""
        return (height - HEAD) // LINE

    def lines_in(self, clip: QRect, count: int) -> Sequence[int]:
        """Return the numbers of the lines, of so many, that lie in `clip`."""
        first, last = self.number_at(clip.top()), self.number_at(clip.bottom())
        return range(max(0, first), min(last + 1, count))

    def monday_at(self, left: int) -> date:
        """Return the Monday of the week nearest to this place."""
        number = int((left - self.names) // self.week)
        return self.half.first + timedelta(weeks=max(0, min(number, self.half.weeks - 1)))

    def day_at(self, place: QPoint) -> date | None:
        """Return the working day whose column `place` is in, if it is beneath the week's number."""
        far = (place.x() - self.names) / self.week
        if not 0 <= far < self.half.weeks or place.y() < MONTHS + WEEKS:
            return None
        return self.half.first + timedelta(weeks=int(far), days=int(far % 1 * WORKDAYS))

    def _day_left(self, day: date, weekday: int) -> int:
        part = min(weekday, WORKDAYS) / WORKDAYS
        return int(self.left(week_of(self.half, day)) + part * self.week)
