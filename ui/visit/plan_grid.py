"""The half-year plan: practices down, weeks across, visits as blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.domain.days import monday_of
from app.domain.language import _
from app.domain.plan_shape import OwnCalendar
from ui.common.card_head import SIDE
from ui.common.discard import discard
from ui.common.fonts import Role, font
from ui.common.paint import RADIUS, draw_box, draw_hatch, draw_text
from ui.common.roving import Roving
from ui.common.tokens import Token, colour
from ui.visit.plan_block import BOX, PlanBlock
from ui.visit.plan_block import WIDTH as BLOCK_WIDTH
from ui.visit.plan_drag import PlanDrag
from ui.visit.plan_ground import (
    DayStretch,
    Stretch,
    closed_days,
    months,
    off_days,
    off_weeks,
    stretch_words,
    week_of,
    words_of,
)
from ui.visit.plan_names import draw_name
from ui.visit.plan_places import first_words, stand_clear
from ui.visit.plan_rows import Block, BlockState, HalfYear, PlanLine

_MONTHS, _WEEKS, _OFF, _LINE = 26, 26, 28, 85
_HEAD = _MONTHS + _WEEKS + _OFF
_NAMES, _NAMES_NARROW, _NARROW = 208, 156, 700
_BOXES = 18  # from the top of a line to its boxes, which all stand at one height
_EDGE = (BLOCK_WIDTH - BOX) // 2 + 2  # the date beneath the last box stays within the plan
_MARGIN = 22  # right of the last week, so that a block of it stands in its own column
_PAD = 6
_WORKDAYS = 5
_NAMED = 6  # closed periods of a practice that have room for their names; more have a tool tip
_APART = 3  # blocks so few weeks apart put their dates above and below
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


class PlanGrid(QWidget):
    """One Tab stop; arrows move between blocks, Enter or a click chooses one. With Shift, or
    with the mouse, a visit is carried to another day."""

    chosen = Signal(object)  # Block

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._half = HalfYear(2000, 1)
        self._today: date | None = None
        self._lines: Sequence[PlanLine] = ()
        self._rows: list[list[PlanBlock]] = []
        self._selected = ""
        self._off: Sequence[Stretch] = ()
        self._off_days: Sequence[DayStretch] = ()
        self._closed: Sequence[Sequence[DayStretch]] = ()
        self._roving = Roving(self)
        self.drag = PlanDrag(self, self._line_of, self._week_of)
        self.setAccessibleName(_("Half-year plan"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(
        self, lines: Sequence[PlanLine], half: HalfYear, today: date, own: OwnCalendar
    ) -> None:
        """Show these lines over `half`; focus stays on the block with the same key."""
        focused = self.focused_key()
        self._half, self._today, self._lines = half, today, lines
        self._off = off_weeks(half, own)
        self._off_days = off_days(half, own)
        self._closed = [closed_days(half, line.closed) for line in lines]
        self.setAccessibleDescription(" ".join(f"{words}." for words in self._days_off()))
        self.drag.set_half(half)
        self._make_blocks()
        self.setFixedHeight(self.sizeHint().height())
        self._place_blocks()
        self._roving.set_current(self._this_week())
        self.select(self._selected)
        if focused:
            self.focus_block(focused)
        self.update()

    def blocks(self) -> Sequence[PlanBlock]:
        """Return the blocks, line by line."""
        return [block for row in self._rows for block in row]

    def select(self, key: str) -> None:
        """Mark the block with `key` as the one shown beside the plan."""
        self._selected = key
        for place, block in enumerate(self.blocks()):
            block.set_selected(on=block.block.key == key)
            if block.block.key == key:
                self._roving.set_current(place)

    def focus_block(self, key: str) -> None:
        """Put the keyboard on the block with `key`, if it is shown."""
        for place, block in enumerate(self.blocks()):
            if block.block.key == key:
                self._roving.focus(place)

    def focused_key(self) -> str:
        """Return the key of the block the keyboard is on, or nothing."""
        return next((one.block.key for one in self.blocks() if one.hasFocus()), "")

    @override
    def sizeHint(self) -> QSize:
        return QSize(_NAMES + self._half.weeks * 23 + _MARGIN, _HEAD + _LINE * len(self._lines))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_NAMES_NARROW + self._half.weeks * 16 + _MARGIN, self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_blocks()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        near = [block for block in self.blocks() if block.geometry().contains(place)]
        if near:
            min(near, key=lambda block: abs(block.geometry().center().x() - place.x())).click()
        else:
            super().mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.drag.press(event, next((one for one in self.blocks() if one.hasFocus()), None)):
            return
        target = self._target(Qt.Key(event.key()))
        if target is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self.focus_block(target.block.key)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._draw_off(painter)
        self._draw_today(painter)
        self._draw_lines(painter)
        self._draw_head(painter)
        self._draw_names(painter)
        painter.end()

    def tip_at(self, place: QPoint) -> str:
        """Return what the pointer is told there."""
        return "\n".join(self._said_at(place))

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.drag.cancel()
        super().hideEvent(event)

    def _said_at(self, place: QPoint) -> Sequence[str]:
        """Return why the day at `place` is hatched."""
        far = (place.x() - self._names()) / self._week()
        if not 0 <= far < self._half.weeks or place.y() < _MONTHS + _WEEKS:
            return ()
        day = self._half.first + timedelta(weeks=int(far), days=int(far % 1 * _WORKDAYS))
        line = (place.y() - _HEAD) // _LINE
        closed = self._closed[line] if 0 <= line < len(self._closed) else ()
        return [*words_of(closed, day), *words_of(self._off_days, day)]

    def _days_off(self) -> Sequence[str]:
        """Return all that is hatched, in words."""
        mine = [stretch_words(one) for one in self._off_days]
        for line, closed in zip(self._lines, self._closed, strict=True):
            mine += [f"{line.facts.name}, {stretch_words(one)}" for one in closed]
        return mine

    def _line_of(self, block: PlanBlock) -> QRect:
        number = next(n for n, row in enumerate(self._rows) if block in row)
        return QRect(0, _HEAD + number * _LINE, self.width(), _LINE)

    def _week_of(self, block: PlanBlock, day: date) -> QRect:
        line, number = self._line_of(block), week_of(self._half, day)
        return self._stretch(Stretch(number, number, ""), line.top(), line.height())

    def _on_dragged(self, block: PlanBlock, place: QPoint, down: int) -> None:
        number = int((place.x() - self._names()) // self._week())
        number = max(0, min(number, self._half.weeks - 1))
        self.drag.carry_to(block, self._half.first + timedelta(weeks=number), down)

    def _target(self, key: Qt.Key) -> PlanBlock | None:
        """Return the block an arrow leads to from the one the keyboard is on."""
        here = next((block for block in self.blocks() if block.hasFocus()), None)
        if here is None:
            return None
        number = next(n for n, row in enumerate(self._rows) if here in row)
        row = self._rows[number]
        place = row.index(here)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            return row[max(0, min(place + step, len(row) - 1))]
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return row[0] if key == Qt.Key.Key_Home else row[-1]
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return self._nearest(here, number, 1 if key == Qt.Key.Key_Down else -1)
        return None

    def _nearest(self, here: PlanBlock, number: int, step: int) -> PlanBlock:
        rows = self._rows[number + 1 :] if step > 0 else self._rows[:number][::-1]
        row = next((row for row in rows if row), [here])
        return min(row, key=lambda other: abs(other.block.day - here.block.day))

    def _this_week(self) -> int:
        """Return the place of the first block from this week on: there the keyboard begins."""
        first = monday_of(self._today) if self._today else self._half.first
        blocks = list(self.blocks())
        ahead = [place for place, one in enumerate(blocks) if one.block.day >= first]
        return min(ahead, key=lambda place: blocks[place].block.day, default=0)

    def _make_blocks(self) -> None:
        self._roving.set_items(())
        for old in self.blocks():
            discard(old)
        self._rows = [self._row(line) for line in self._lines]
        self._roving.set_items(self.blocks())
        for block in self.blocks():
            if block.block.state is BlockState.MOVED:
                block.raise_()  # small, and often beside the place it was moved to

    def _row(self, line: PlanLine) -> list[PlanBlock]:
        made: list[PlanBlock] = []
        last_week, was_above = -_APART, False
        for block in line.blocks:
            number = week_of(self._half, block.day)
            near = number - last_week < _APART
            above = not was_above if near else block.state is BlockState.MOVED
            made.append(self._block(block, above=above))
            last_week, was_above = number, above
        return made

    def _block(self, block: Block, *, above: bool) -> PlanBlock:
        shown = PlanBlock(block, above=above, parent=self)
        shown.clicked.connect(lambda: self.chosen.emit(block))
        shown.dragged.connect(partial(self._on_dragged, shown))
        shown.released_at.connect(self.drag.let_go)
        shown.setVisible(True)
        return shown

    def _place_blocks(self) -> None:
        for number, row in enumerate(self._rows):
            top = _HEAD + number * _LINE
            weeks = [week_of(self._half, block.block.day) for block in row]
            wished = [self._left(week) + self._week() / 2 for week in weeks]
            sides = [block.side for block in row]
            centres = stand_clear(wished, sides, self.width() - _EDGE)
            for block, centre in zip(row, centres, strict=True):
                block.move(round(centre - BLOCK_WIDTH / 2), top + _BOXES - block.box().top())
            for before, after in pairwise(row):
                before.stand_before(after)

    def _names(self) -> int:
        return _NAMES if self.width() >= _NARROW else _NAMES_NARROW

    def _week(self) -> float:
        return (self.width() - self._names() - _MARGIN) / self._half.weeks

    def _left(self, number: int) -> float:
        return self._names() + number * self._week()

    def _stretch(self, one: Stretch, top: int, height: int) -> QRect:
        left, right = int(self._left(one.first)), int(self._left(one.last + 1))
        return QRect(left, top, right - left, height)

    def _days(self, one: DayStretch, top: int, height: int) -> QRect:
        """Return the room of some days; a week is as wide as its working days."""
        left = self._day_left(one.first, one.first.weekday())
        right = self._day_left(one.last, one.last.weekday() + 1)
        return QRect(left, top, right - left, height)

    def _day_left(self, day: date, weekday: int) -> int:
        part = min(weekday, _WORKDAYS) / _WORKDAYS
        return int(self._left(week_of(self._half, day)) + part * self._week())

    def _draw_off(self, painter: QPainter) -> None:
        top = _MONTHS + _WEEKS
        for stretch in self._off_days:
            draw_hatch(painter, self._days(stretch, top, self.height() - top))
        for number, closed in enumerate(self._closed):
            for stretch in closed:
                draw_hatch(painter, self._days(stretch, _HEAD + number * _LINE, _LINE))

    def _draw_today(self, painter: QPainter) -> None:
        number = week_of(self._half, self._today) if self._today else -1
        if 0 <= number < self._half.weeks:
            top = _MONTHS + _WEEKS
            room = self._stretch(Stretch(number, number, ""), top, self.height() - top)
            painter.fillRect(room, colour(Token.ACCENT_SOFT))
            for edge in (room.left(), room.right()):
                painter.fillRect(edge, top, 1, room.height(), colour(Token.ACCENT_LINE))

    def _draw_lines(self, painter: QPainter) -> None:
        line = colour(Token.LINE)
        for month in months(self._half):
            painter.fillRect(int(self._left(month.first)), 0, 1, self.height(), line)
        for top in (_MONTHS + _WEEKS, *(_HEAD + n * _LINE for n in range(len(self._lines)))):
            painter.fillRect(0, top, self.width(), 1, line)

    def _draw_head(self, painter: QPainter) -> None:
        painter.setFont(font(Role.SECONDARY_STRONG))
        for month in months(self._half):
            room = self._stretch(month, 0, _MONTHS).adjusted(8, 2, 0, 0)
            words = month.word[:1].upper() + month.word[1:]
            if painter.fontMetrics().horizontalAdvance(words) <= room.width() + 8:
                draw_text(painter, room, words, Token.INK, _LEFT)
        self._draw_weeks(painter)
        weeks = [(self._stretch(one, 0, 0).center().x(), one.word) for one in self._off]
        self._draw_words(painter, weeks, _MONTHS + _WEEKS)
        for number, closed in enumerate(self._closed):
            if len(closed) <= _NAMED:
                days = [(self._days(one, 0, 0).center().x(), one.word) for one in closed]
                self._draw_words(painter, days, _HEAD + (number + 1) * _LINE - 22)

    def _draw_weeks(self, painter: QPainter) -> None:
        painter.setFont(font(Role.CAPTION))
        room = QRect(SIDE, _MONTHS, self._names() - SIDE, _WEEKS)
        # i18n: Danish: »Uge«, »Ferie og lukket«
        draw_text(painter, room, _("Week"), Token.INK2, _LEFT)
        off = QRect(SIDE, _MONTHS + _WEEKS, self._names() - SIDE, _OFF)
        draw_text(painter, off, _("Holidays and closed"), Token.INK2, _LEFT)
        now = week_of(self._half, self._today) if self._today else -1
        for number in range(self._half.weeks):
            cell = self._stretch(Stretch(number, number, ""), _MONTHS, _WEEKS)
            if number == now:
                draw_box(painter, cell.adjusted(0, 2, 0, -3), Token.ACCENT, None, radius=RADIUS - 2)
            ink = Token.ON_ACCENT if number == now else Token.INK2
            monday = self._half.first + timedelta(weeks=number)
            shown = str(monday.isocalendar().week)
            draw_text(painter, cell.adjusted(0, 0, 0, -1), shown, ink, _CENTRE)

    def _draw_words(
        self, painter: QPainter, stretches: Sequence[tuple[int, str]], top: int
    ) -> None:
        """Write why stretches are hatched over their middles, cut where the plan ends; words that
        would lie on one another stand side by side."""
        painter.setFont(font(Role.CAPTION))
        measure = painter.fontMetrics().horizontalAdvance
        centres = [centre for centre, _word in stretches]
        shown = []
        for centre, words in stretches:
            most = 2 * min(centre - self._names(), self.width() - centre) - 2 * _PAD
            fits = partial(_fits, measure, most)
            shown.append(first_words(words[:1].upper() + words[1:], fits))
        widths = [measure(words) + 2 * _PAD for words in shown]
        places = stand_clear(centres, widths, self.width() - 1)
        for words, wide, place in zip(shown, widths, places, strict=True):
            room = QRect(round(place - wide / 2), top + 4, wide, 17)
            draw_box(painter, room, Token.SURFACE, Token.LINE, radius=RADIUS - 2)
            draw_text(painter, room, words, Token.INK2, _CENTRE)

    def _draw_names(self, painter: QPainter) -> None:
        wide = self._names() - SIDE - 8
        for number, line in enumerate(self._lines):
            draw_name(painter, QRect(SIDE, _HEAD + number * _LINE, wide, _LINE), line)


def _fits(measure: Callable[[str], int], most: int, text: str) -> bool:
    return measure(text) <= most
