"""The half-year plan: practices down, weeks across, visits as blocks.

All of it is painted in one view: a widget for each of a thousand visits takes a second. To the
keyboard and to a screen reader each block is an item of the view.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QListView,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from app.domain.language import _
from app.domain.plan_shape import OwnCalendar
from ui.common.focus_ring import bring_into_view
from ui.visit.plan_block import PlanBlock, Standing
from ui.visit.plan_drag import PlanDrag
from ui.visit.plan_model import PlanModel
from ui.visit.plan_picture import PlanPicture
from ui.visit.plan_places import PlanPlaces
from ui.visit.plan_room import MARGIN, NAMES, NAMES_NARROW, PlanRoom
from ui.visit.plan_rows import Block, HalfYear, PlanLine
from ui.visit.plan_way import first_ahead, step_from

Index = QModelIndex | QPersistentModelIndex

_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_NO_UPDATE = QItemSelectionModel.SelectionFlag.NoUpdate
_ONE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class PlanGrid(QListView):
    """One Tab stop; arrows move between blocks, Enter or a click chooses one. With Shift, or
    with the mouse, a visit is carried to another day."""

    chosen = Signal(object)  # Block

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._half = HalfYear(2000, 1)
        self._lines: Sequence[PlanLine] = ()
        self._picture = PlanPicture((), self._half, self._half.first, OwnCalendar())
        self._places = PlanPlaces((), PlanRoom(self._half, self.width()))
        self._model = PlanModel(self)
        self._chosen = self._hovered = ""
        self._pressed: tuple[PlanBlock, QPoint] | None = None
        self.drag = PlanDrag(self, self._line_of, self._week_of)
        self.drag.changed.connect(self._on_drag_changed)
        self.setModel(self._model)
        self.setViewport(_Surface(self))
        self._dress()

    def show_lines(
        self, lines: Sequence[PlanLine], half: HalfYear, today: date, own: OwnCalendar
    ) -> None:
        """Show these lines over `half`; the keyboard stays on the block with the same key."""
        focused = self.focused_key()
        self._half, self._lines = half, lines
        self._places = PlanPlaces(lines, PlanRoom(half, self.width()))
        self._picture = PlanPicture(lines, half, today, own)
        self.setAccessibleDescription(" ".join(f"{one}." for one in self._picture.days_off()))
        self.drag.set_half(half)
        self._model.set_lines(lines)
        self.setFixedHeight(self.sizeHint().height())
        focus = Qt.FocusPolicy.StrongFocus if self._model.blocks() else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(focus)
        first = first_ahead(lines, today)
        self._stand_on(first.key if first else "")
        self.select(self._chosen)
        self._stand_on(focused)
        self.viewport().update()

    def blocks(self) -> Sequence[PlanBlock]:
        """Return the blocks where they are, line by line."""
        return [one for number in range(len(self._lines)) for one in self._places.line(number)]

    def has_blocks(self) -> bool:
        """Return whether there is anything to move between."""
        return bool(self._model.blocks())

    def here(self) -> Block | None:
        """Return the block the keyboard comes to, or is on."""
        return self._model.block(self.currentIndex())

    def select(self, key: str) -> None:
        """Mark the block with `key` as the one shown beside the plan."""
        self._chosen = key
        self.selectionModel().select(self._model.of(key), _ONE)
        self._stand_on(key)
        self.viewport().update()

    def focus_block(self, key: str) -> None:
        """Put the keyboard on the block with `key`, if it is shown."""
        if not self._stand_on(key):
            return
        if not self.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            bring_into_view(self)

    def focused_key(self) -> str:
        """Return the key of the block the keyboard is on, or nothing."""
        here = self.here()
        return here.key if here is not None and self.hasFocus() else ""

    def tip_at(self, place: QPoint) -> str:
        """Return what the pointer is told there: of a visit, or why a day is hatched."""
        index = self.indexAt(place)
        if index.isValid():
            return str(index.data(Qt.ItemDataRole.ToolTipRole))
        return "\n".join(self._picture.said_at(self._places.room, place))

    @override
    def sizeHint(self) -> QSize:
        return QSize(NAMES + self._half.weeks * 23 + MARGIN, self._picture.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(NAMES_NARROW + self._half.weeks * 16 + MARGIN, self._picture.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._places = PlanPlaces(self._lines, PlanRoom(self._half, self.width()))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        one = self._places.at(place)
        self.drag.cancel()
        if one is None or event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._pressed = one, place
        self._stand_on(one.block.key)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._pressed is None:
            self._hover(self._places.at(place))
            return
        one, begun = self._pressed
        way = place - begun
        may = one.block.can_move and one.box().contains(begun)
        far = way.manhattanLength() >= QApplication.startDragDistance()
        if may and (far or self.drag.carried() is not None):
            self.drag.carry_to(one.block, self._places.room.monday_at(place.x()), way.y())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if self.drag.carried() is not None:
            self.drag.let_go()
        elif pressed is not None and pressed[0].room().contains(event.position().toPoint()):
            self.chosen.emit(pressed[0].block)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        here, key = self.here(), Qt.Key(event.key())
        if self.drag.press(event, here):
            return
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if here is None:
            event.ignore()
        elif key in _CHOOSE:
            self.chosen.emit(here)
        elif plain and (target := self._step_from_here(key)) is not None:
            self.focus_block(target.key)
        else:
            event.ignore()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls, never the plan

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if QAccessible.isActive() and self.currentIndex().isValid():
            told = QAccessibleEvent(self, QAccessible.Event.Focus)
            told.setChild(self.currentIndex().row())
            QAccessible.updateAccessibility(told)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.drag.cancel()
        super().hideEvent(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._picture.draw(painter, self._places.room, event.rect())
        for one in self._places.within(event.rect()):
            one.draw(painter, self._standing(one.block))
        painter.end()

    @override
    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        number, place = self._model.spot(index.row())
        return self._places.line(number)[place].room()

    @override
    def indexAt(self, p: QPoint) -> QModelIndex:
        one = self._places.at(p)
        return QModelIndex() if one is None else self._model.of(one.block.key)

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion()

    @override
    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Nothing: the page scrolls, never the plan."""

    @override
    def doItemsLayout(self) -> None:
        """Nothing: each block knows its place."""

    @override
    def updateGeometries(self) -> None:
        """Nothing: there is nothing to scroll."""

    def _dress(self) -> None:
        self.setAccessibleName(_("Half-year plan"))
        self.setObjectName("half_year_plan")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAutoScroll(False)
        self.setMouseTracking(True)

    def _line_of(self, block: Block) -> QRect:
        number, _place = self._model.spot(self._model.of(block.key).row())
        return self._places.room.line(number)

    def _week_of(self, block: Block, day: date) -> QRect:
        return self._places.room.week_of(day, self._line_of(block))

    def _stand_on(self, key: str) -> bool:
        """Let the keyboard be on the block with `key`; return whether it is shown."""
        index = self._model.of(key)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _NO_UPDATE)
        return index.isValid()

    def _step_from_here(self, key: Qt.Key) -> Block | None:
        number, place = self._model.spot(self.currentIndex().row())
        return step_from(self._lines, number, place, key)

    def _standing(self, block: Block) -> Standing:
        carried = self.drag.carried()
        return Standing(
            focused=block.key == self.focused_key(),
            chosen=block.key == self._chosen,
            hovered=block.key == self._hovered,
            carried=carried is not None and block.key == carried.key,
        )

    def _hover(self, one: PlanBlock | None) -> None:
        key = one.block.key if one is not None else ""
        if key == self._hovered:
            return
        for changed in (self._hovered, key):
            self.viewport().update(self.visualRect(self._model.of(changed)))
        self._hovered = key
        self._point(may_carry=one is not None and one.block.can_move)

    def _point(self, *, may_carry: bool) -> None:
        """Let the pointer say what can be done where it is."""
        if self.drag.carried() is not None:
            shape = Qt.CursorShape.ClosedHandCursor
            self.setCursor(Qt.CursorShape.ForbiddenCursor if self.drag.is_refused() else shape)
        elif may_carry:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.unsetCursor()

    def _on_drag_changed(self) -> None:
        if self.drag.carried() is None:
            self._pressed = None  # given up, it is not taken up again by the same hand
        self._point(may_carry=bool(self._hovered))
        self.viewport().update()


class _Surface(QWidget):
    """What the plan is painted on; its tips are the plan's."""

    def __init__(self, grid: PlanGrid) -> None:
        super().__init__(grid)
        self._grid = grid

    def tip_at(self, place: QPoint) -> str:
        """Return what the pointer is told there."""
        return self._grid.tip_at(place)
