"""The table view with our habits: calm rows, one Tab stop, Enter opens, sorted by its head."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from app.domain.language import _
from ui.common.badge import badge_width, code_width, draw_badge, draw_code
from ui.common.fonts import Role, font
from ui.common.paint import draw_text
from ui.common.row_model import (
    ROW_ROLE,
    STRONG_ROLE,
    Column,
    RowModel,
)
from ui.common.shown import as_tip
from ui.common.style_sheet import SCROLL_BARS, TABLE, wear
from ui.common.tokens import Token, colour

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

_HEAD = 36
_PAD = 16
_GAP = 4
BADGE_SIDES = _PAD + _GAP  # what a column is wider than the badge that fits in it


class RowTable(QTableView, Generic[Row]):
    """A table of rows. `opened` tells that Enter or a double click asked for one.

    With `fit` it is as high as its rows, and the page scrolls; without, it scrolls itself.
    """

    opened = Signal(object)  # the row
    current_changed = Signal(object)  # the row, or None

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        *,
        name: str,
        row_height: int = 44,
        fit: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fit = fit
        self._key: Callable[[Row], object] = _itself
        self._model = RowModel(columns, self)
        self.setModel(self._model)
        self.setAccessibleName(name)
        self._dress(row_height)
        self.doubleClicked.connect(self._on_double_clicked)
        self.entered.connect(self.viewport().update)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)

    def keep_place_by(self, key: Callable[[Row], object]) -> None:
        """Know a row again by `key` when rows are read anew (an id)."""
        self._key = key

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the cursor stays on the row it was on."""
        here = self.current_row()
        self._model.set_rows(rows)
        if here is not None:
            self.go_to(self._key(here))
        if self._fit:
            self.setFixedHeight(self.sizeHint().height())

    def rows(self) -> Sequence[Row]:
        """Return the rows as they stand, sorted."""
        return self._model.rows()

    def current_row(self) -> Row | None:
        """Return the row the cursor is on, if any."""
        index = self.currentIndex()
        return index.data(ROW_ROLE) if index.isValid() else None

    def go_to(self, key: object) -> None:
        """Put the cursor on the row with `key`, if it is there."""
        for place, row in enumerate(self._model.rows()):
            if self._key(row) == key:
                self.setCurrentIndex(self._model.index(place, 0))
                return

    def show_column(self, place: int, *, shown: bool) -> None:
        """Show the column at `place` or not; the others share its room."""
        self.setColumnHidden(place, not shown)
        self._share_width()

    @override
    def sizeHint(self) -> QSize:
        rows = self.verticalHeader().defaultSectionSize() * self._model.rowCount()
        return QSize(super().sizeHint().width(), _HEAD + (rows if self._fit else 320))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.opened.emit(row)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Space) or event.text().isdigit():
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, 0))

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.viewport().update()
        return super().viewportEvent(event)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ROW_ROLE))

    def _on_current_changed(self, current: QModelIndex) -> None:
        self.current_changed.emit(current.data(ROW_ROLE) if current.isValid() else None)

    def _dress(self, row_height: int) -> None:
        wear(self, TABLE, SCROLL_BARS)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(_Cells(self, self._model))
        self.setMouseTracking(True)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setDefaultSectionSize(row_height)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setFixedHeight(_HEAD)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        if self._fit:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _share_width(self) -> None:
        """Give every column its width and its share of what is left; where there is too little,
        take it from those that have more than their heading needs."""
        shown = [
            (place, column)
            for place, column in enumerate(self._model.columns)
            if not self.isColumnHidden(place)
        ]
        least = [_heading_width(column) for _place, column in shown]
        widths = [max(need, column.width) for need, (_, column) in zip(least, shown, strict=True)]
        spare = self.viewport().width() - sum(widths)
        if spare < 0:  # what a row is known by gives nothing, and a badge reads ill in part
            gives = [
                0 if column.strong or column.badge else width - need
                for (_place, column), width, need in zip(shown, widths, least, strict=True)
            ]
            gives = gives if sum(gives) >= -spare else widths
        else:
            gives = [column.stretch for _place, column in shown]
        for (place, _column), width, give in zip(shown, widths, gives, strict=True):
            self.setColumnWidth(place, width + spare * give // (sum(gives) or 1))


class _Cells(QStyledItemDelegate, Generic[Row]):
    """Draws a cell: a badge, a code or plain words, on the row's ground."""

    def __init__(self, view: QTableView, model: RowModel[Row]) -> None:
        super().__init__(view)
        self._view, self._model = view, model

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = option.rect
        # Asked of the model at once: asked of the index, each thing goes through Qt and back.
        column, row = self._model.column_and_row(index)
        look = column.badge(row) if column.badge else None
        painter.save()
        self._draw_ground(painter, rect, index)
        room = rect.adjusted(_PAD, 0, -_PAD if column.right else -_GAP, 0)
        if look is not None:
            draw_badge(painter, _middle(room, badge_width(look), 22), look)
        elif words := column.text(column.value(row)):
            if column.code:
                draw_code(painter, _middle(room, code_width(words), 24), words)
            else:
                _draw_words(painter, room, column, words)
        painter.restore()

    @override
    def helpEvent(self, event: Any, view: Any, option: Any, index: Any) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            words = str(index.data() or "")
            role = Role.SECONDARY_STRONG if index.data(STRONG_ROLE) else Role.SECONDARY
            cut = _width_of(words, role) > option.rect.width() - _PAD - _GAP
            view.setToolTip(as_tip(words if cut else ""))
        return bool(super().helpEvent(event, view, option, index))

    def _draw_ground(self, painter: QPainter, rect: QRect, index: Index) -> None:
        view = self._view
        current = view.currentIndex().row() == index.row()
        if current:
            painter.fillRect(rect, colour(Token.ACCENT_SOFT))
        elif view.viewport().underMouse() and self._is_hovered(index):
            painter.fillRect(rect, colour(Token.CANVAS))
        if index.row() < index.model().rowCount() - 1:
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colour(Token.LINE))
        if current and view.hasFocus():
            head = view.horizontalHeader()
            last = head.logicalIndexAt(head.length() - 1) == index.column()
            _draw_row_ring(painter, rect, first=index.column() == 0, last=last)

    def _is_hovered(self, index: Index) -> bool:
        spot = self._view.viewport().mapFromGlobal(self._view.cursor().pos())
        return self._view.rowAt(spot.y()) == index.row()


def _draw_row_ring(painter: QPainter, rect: QRect, *, first: bool, last: bool) -> None:
    ink = colour(Token.ACCENT)
    painter.fillRect(rect.left(), rect.top(), rect.width(), 2, ink)
    painter.fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, ink)
    if first:
        painter.fillRect(rect.left(), rect.top(), 2, rect.height(), ink)
    if last:
        painter.fillRect(rect.right() - 1, rect.top(), 2, rect.height(), ink)


def _draw_words(painter: QPainter, room: QRect, column: Column[Row], words: str) -> None:
    painter.setFont(font(Role.SECONDARY_STRONG if column.strong else Role.SECONDARY))
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    ink = Token.INK if column.strong else Token.INK2
    draw_text(painter, room, shown, ink, side | Qt.AlignmentFlag.AlignVCenter)


def _middle(room: QRect, width: int, height: int) -> QRect:
    top = room.top() + (room.height() - height) // 2
    return QRect(room.left(), top, min(width, room.width()), height)


def _width_of(words: str, role: Role) -> int:
    return QFontMetrics(font(role)).horizontalAdvance(words)


def _heading_width(column: Column[Any]) -> int:
    words = _(column.heading) if column.heading else ""
    return _width_of(words, Role.CAPTION_STRONG) + 2 * _PAD


def _itself(row: object) -> object:
    return row
