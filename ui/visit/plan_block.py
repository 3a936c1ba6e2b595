"""One visit in the plan: a small box whose edge, icon and date say how it stands."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from typing_extensions import override

from app.domain.language import _
from app.domain.words import clock_time, short_day, weekday_and_day
from ui.common.focus_ring import Ring, set_ring
from ui.common.fonts import Role, font
from ui.common.icons import draw_icon
from ui.common.paint import CARD_RADIUS, draw_box, draw_text
from ui.common.shown import as_tip
from ui.common.tokens import Token
from ui.visit.plan_rows import STATE_LABELS, Block, BlockState

BOX, SMALL_BOX = 30, 22
WIDTH, HEIGHT = 58, 56
_ICON = 16
_TIGHT = 3  # px round a box that has a neighbour
_CARRIED = 0.45  # how much is seen of where a carried visit comes from


@dataclass(frozen=True, slots=True)
class StateLook:
    """How a state is drawn."""

    icon: str
    ink: Token
    fill: Token
    edge: Token | None
    dashed: bool = False


STATE_LOOKS: dict[BlockState, StateLook] = {
    BlockState.HELD: StateLook("check", Token.OK, Token.OK_SOFT, Token.OK),
    BlockState.TODAY: StateLook("play", Token.ON_ACCENT, Token.ACCENT, None),
    BlockState.PLANNED: StateLook("calendar", Token.ACCENT, Token.SURFACE, Token.ACCENT),
    BlockState.PROPOSED: StateLook(
        "circle-question-mark", Token.ACCENT, Token.SURFACE, Token.ACCENT, dashed=True
    ),
    BlockState.MOVED: StateLook("arrow-right", Token.INK2, Token.SURFACE, Token.LINE2, dashed=True),
    BlockState.MISSED: StateLook("x", Token.INK2, Token.SUNKEN, Token.LINE2),
    BlockState.CONFLICT: StateLook("triangle-alert", Token.DANGER, Token.DANGER_SOFT, Token.DANGER),
    BlockState.UNSETTLED: StateLook("circle-alert", Token.WARN, Token.WARN_SOFT, Token.WARN),
}


def draw_state(painter: QPainter, rect: QRect, state: BlockState) -> None:
    """Draw the box of `state` into `rect`, a square."""
    look = STATE_LOOKS[state]
    draw_box(painter, rect, look.fill, look.edge, dashed=look.dashed)
    inset = (rect.width() - min(_ICON, rect.width() - 8)) // 2
    draw_icon(painter, look.icon, rect.adjusted(inset, inset, -inset, -inset), look.ink)


class StateMark(QWidget):
    """The box of a state, standing in the legend."""

    def __init__(self, state: BlockState, size: int = 20) -> None:
        super().__init__()
        self._state = state
        self.setFixedSize(size, size)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_state(painter, self.rect(), self._state)
        painter.end()


class PlanBlock(QAbstractButton):
    """A visit that can be chosen, or carried elsewhere. With `above` its date stands over the
    box."""

    dragged = Signal(QPoint, int)  # where in the plan, and how many px down from where it was
    released_at = Signal()

    def __init__(self, block: Block, *, above: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.block, self._above = block, above
        self._selected = self._carried = False
        self._grabbed: QPoint | None = None
        self._free_before = self._free_after = WIDTH
        self.setFixedSize(self.sizeHint())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(
            _("{practice}, {day} at {time}: {state}").format(
                practice=block.practice,
                day=weekday_and_day(block.day),
                time=clock_time(block.start),
                state=_(STATE_LABELS[block.state]),
            )
        )
        said = list(block.reasons)
        if block.can_move:
            said.append(_("Drag it to another day, or hold Shift and press the arrows."))
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleDescription(" ".join(said))
        self.setToolTip(as_tip("\n".join([self.accessibleName(), *said])))
        set_ring(self, Ring.NONE)

    @property
    def side(self) -> int:
        """The width of its box."""
        return SMALL_BOX if self.block.state is BlockState.MOVED else BOX

    def set_selected(self, *, on: bool) -> None:
        """Show whether this is the visit shown beside the plan."""
        self._selected = on
        self.update()

    def set_carried(self, *, on: bool) -> None:
        """Show whether it is being carried elsewhere; then the plan has its keys."""
        self._carried = on
        if not on:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.update()

    def set_cursor(self, *, refused: bool) -> None:
        """Show with the pointer whether it can be let go here."""
        shape = Qt.CursorShape.ForbiddenCursor if refused else Qt.CursorShape.ClosedHandCursor
        self.setCursor(shape)

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._grabbed = at if is_left and self.block.can_move and self.hitButton(at) else None
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._grabbed is None:
            super().mouseMoveEvent(event)
            return
        way = at - self._grabbed
        if self.isDown() and way.manhattanLength() < QApplication.startDragDistance():
            return
        self.setDown(False)  # it is carried, so letting go is no click
        self.dragged.emit(self.mapToParent(at), way.y())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        carried = self._grabbed is not None and not self.isDown()
        self._grabbed = None
        if carried:
            self.released_at.emit()
        else:
            super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if pressed and not self._carried:
            self.click()
        else:
            event.ignore()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._carried:
            painter.setOpacity(_CARRIED)
        if self._selected or self.hasFocus():
            width = 2 if self.hasFocus() else 1.5
            fill = Token.SURFACE if self._selected else None
            draw_box(painter, self.frame(), fill, Token.ACCENT, radius=CARD_RADIUS, width=width)
        elif self.underMouse():
            draw_box(painter, self.frame(), None, Token.LINE2, radius=CARD_RADIUS)
        draw_state(painter, self.box(), self.block.state)
        self._draw_date(painter)
        painter.end()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        # What is round the box may lie over a neighbour's: there the plan says who was meant.
        return self.box().contains(pos)

    def box(self) -> QRect:
        """Return where its box lies in it."""
        return QRect((WIDTH - self.side) // 2, 19 if self._above else 4, self.side, self.side)

    def stand_before(self, after: PlanBlock) -> None:
        """Share the room between the two boxes with the one that follows."""
        end = self.geometry().left() + self.box().right() + 1
        half = max(0, after.geometry().left() + after.box().left() - end) // 2
        self._free_after = after._free_before = half

    def frame(self) -> QRect:
        """Return the frame that shows it is chosen: round box and date, or, beside a neighbour,
        round the box alone, so that no two frames cross."""
        beside = (WIDTH - self.side) // 2
        if min(self._free_before, self._free_after) >= beside:
            return self.rect()
        before, after = min(_TIGHT, self._free_before), min(_TIGHT, self._free_after)
        return self.box().adjusted(-before, -_TIGHT, after, _TIGHT)

    def _draw_date(self, painter: QPainter) -> None:
        words = short_day(self.block.day)
        painter.setFont(font(Role.CAPTION))
        wide = painter.fontMetrics().horizontalAdvance(words) + 6
        top = 2 if self._above else HEIGHT - 20
        room = QRect((WIDTH - wide) // 2, top, wide, 16)
        draw_box(painter, room, Token.SURFACE, None, radius=3)
        draw_text(painter, room, words, Token.INK2, Qt.AlignmentFlag.AlignCenter)
