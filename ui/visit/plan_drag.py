"""Moving a visit in the plan with the mouse or the arrows: what comes of it is told before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.days import is_weekend, monday_of
from app.domain.plan_move import Consequence, MoveOutlook
from ui.common.announce import announce
from ui.common.discard import discard
from ui.visit.move_bubble import MoveBubble, hint_words
from ui.visit.plan_ghost import PlanGhost
from ui.visit.plan_rows import Block, HalfYear

_DAY_STEP = 18  # px up or down for a day
_FRIDAY = 4
_STEPS: dict[Qt.Key, tuple[int, int]] = {  # weeks, working days
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class PlanDrag(QObject):
    """Carries one visit over `grid` until it is let go, or given up with Esc.

    `line` and `week` say where a block's line, and in it the week of a day, are in the grid.
    """

    dropped = Signal(object, object)  # Block, the datetime it is let go on
    refused = Signal(str)  # why it cannot be there
    changed = Signal()  # what is carried, or whether it can be let go here

    def __init__(
        self,
        grid: QWidget,
        line: Callable[[Block], QRect],
        week: Callable[[Block, date], QRect],
    ) -> None:
        super().__init__(grid)
        self._grid, self._line, self._week = grid, line, week
        self._ask: Callable[[Block], MoveOutlook] | None = None
        self._ghost = PlanGhost(grid)
        self._bubble: MoveBubble | None = None
        self._carried: Block | None = None
        self._outlook: MoveOutlook | None = None
        self._half = HalfYear(2000, 1)
        self._day = date.min
        self._by_mouse = False

    def set_outlooks(self, ask: Callable[[Block], MoveOutlook]) -> None:
        """Ask `ask` what comes of moving a visit."""
        self._ask = ask

    def set_half(self, half: HalfYear) -> None:
        """Carry within this half-year from now on; what is carried is given up."""
        self.cancel()
        self._half = half

    def carried(self) -> Block | None:
        """Return the visit that is being moved, if one is."""
        return self._carried

    def is_refused(self) -> bool:
        """Return whether it cannot be let go where it is now."""
        told = self._told()
        return told is not None and told.refusal is not None

    def carry_to(self, block: Block, monday: date, down: int) -> None:
        """Carry `block` with the mouse to the week of `monday`, `down` px from its line."""
        if self._carried is None and not self._begin(block, by_mouse=True):
            return
        weekday = min(block.day.weekday(), _FRIDAY) + round(down / _DAY_STEP)
        self._go(monday + timedelta(days=max(0, min(weekday, _FRIDAY))))

    def let_go(self) -> None:
        """Drop what is carried where it is now; a day nobody can come on is refused."""
        told, carried = self._told(), self._carried
        if told is None or carried is None:
            return
        if told.refusal is not None:
            if self._by_mouse:
                self.cancel()
            self.refused.emit(told.refusal)
            return
        self.cancel()
        if told.start != carried.start:
            self.dropped.emit(carried, told.start)

    def cancel(self) -> None:
        """Give up: nothing has moved."""
        if self._carried is None:
            return
        self._grid.removeEventFilter(self)
        self._carried = self._outlook = None
        self._ghost.setVisible(False)
        if self._bubble is not None:
            discard(self._bubble)
            self._bubble = None
        self.changed.emit()

    def press(self, event: QKeyEvent, here: Block | None) -> bool:
        """Take a key if it carries, drops or gives up; return whether it did."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~_KEYPAD
        if self._carried is not None and key == Qt.Key.Key_Escape:
            self.cancel()
            return True
        if self._carried is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.let_go()
            return True
        step = _STEPS.get(key)
        if step is None or (self._by_mouse and self._carried is not None):
            return self._carried is not None
        if held == _SHIFT or (self._carried is not None and not held):
            return self._step(here, *step)
        return False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.cancel()
        return False

    def _step(self, here: Block | None, weeks: int, days: int) -> bool:
        is_begun = self._carried is not None
        if not is_begun and (here is None or not self._begin(here, by_mouse=False)):
            return False
        day = self._day + timedelta(weeks=weeks, days=days)
        while days and is_weekend(day):
            day += timedelta(days=days)
        self._go(day)
        return True

    def _begin(self, block: Block, *, by_mouse: bool) -> bool:
        if self._ask is None or not block.can_move:
            return False
        self._outlook = self._ask(block)
        self._carried, self._by_mouse = block, by_mouse
        self._day = date.min if by_mouse else block.day
        self._grid.installEventFilter(self)
        return True

    def _go(self, wanted: date) -> None:
        """Show what comes of a day; the plan's own ends are never left."""
        last = self._half.last - timedelta(days=2)
        day = max(self._half.first, min(wanted, last))
        at_end = day != wanted
        if day != self._day or at_end or self._ghost.isHidden():
            self._day = day
            self._show(at_end=at_end)

    def _told(self) -> Consequence | None:
        return self._outlook.at(self._day) if self._outlook else None

    def _show(self, *, at_end: bool) -> None:
        told, carried = self._told(), self._carried
        if told is None or carried is None:
            return
        line, week = self._line(carried), self._week(carried, monday_of(self._day))
        refused = told.refusal is not None
        self._ghost.show_at(line, week, self._day, refused=refused)
        self.changed.emit()
        if self._bubble is None:
            self._bubble = MoveBubble(self._grid.window())
        stays = refused or told.start == carried.start
        hint = hint_words(
            stays=stays,
            at_end=at_end,
            by_mouse=self._by_mouse,
            books=carried.visit is None,
        )
        corner = self._grid.mapTo(self._grid.window(), QPoint(week.left(), line.top()))
        beside = QRect(corner, QSize(week.width(), line.height()))
        self._bubble.show_consequence(told, hint, beside)
        announce(self._grid, f"{told.words()} {hint}")
