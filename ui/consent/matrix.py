"""The consent matrix: one Tab stop, arrows move, Enter opens a cell, Del takes it back at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.consent import DIRECTION_LABELS, INFORMATION_LABELS, Direction, Information
from app.domain.language import _
from ui.common.button import IconButton
from ui.common.discard import discard, laid_out_once
from ui.common.focus_ring import Ring, set_ring
from ui.common.fonts import Role, font
from ui.common.icons import IconLabel, draw_icon
from ui.common.paint import draw_box, draw_text
from ui.common.roving import GroupButton, Roving
from ui.common.shown import as_tip
from ui.common.text import ShortText, Text
from ui.common.tokens import Token
from ui.consent.matrix_rows import CellState, MatrixCell, MatrixRow

HEIGHT = 34
GAP = 6
HEAD = 166
_ICON = 14
_BACK = 16
_DIRECTION_ICONS: dict[Direction, str] = {
    Direction.PASS_ON: "arrow-up-right",
    Direction.OBTAIN: "arrow-down-left",
    Direction.FEEDBACK: "arrow-up-right",
    Direction.TAKE_PART: "users",
}
LOOKS: dict[CellState, tuple[Token, Token, Token, str]] = {  # fill, edge, ink, icon
    CellState.NONE: (Token.SURFACE, Token.LINE, Token.INK3, ""),
    CellState.GIVEN: (Token.OK_SOFT, Token.OK_LINE, Token.OK, "check"),
    CellState.SOON: (Token.WARN_SOFT, Token.WARN_LINE, Token.WARN, "hourglass"),
    CellState.REFUSED: (Token.SURFACE, Token.LINE2, Token.INK2, "hand"),
    CellState.WITHDRAWN: (Token.DANGER_SOFT, Token.DANGER_LINE, Token.DANGER, "circle-x"),
    CellState.EXPIRED: (Token.SUNKEN, Token.LINE, Token.INK2, "timer-off"),
    CellState.INVALID: (Token.DANGER_SOFT, Token.DANGER_LINE, Token.DANGER, "triangle-alert"),
    CellState.FULFILLED: (Token.SUNKEN, Token.LINE, Token.INK2, "check-check"),
}
_MOVES = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Delete,
    }
)
_COLUMNS = len(Information) + 1  # and one to take the row back


class CellButton(GroupButton):
    """One cell of the matrix. `narrowest` is how wide the narrowest one is: all break alike."""

    def __init__(self, row: MatrixRow, cell: MatrixCell, narrowest: Callable[[], int]) -> None:
        super().__init__(cell.information.value, "")
        self._narrowest = narrowest
        self.setCheckable(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_ring(self, Ring.SELF)
        self.show_cell(row, cell)

    def show_cell(self, row: MatrixRow, cell: MatrixCell) -> None:
        """Show this cell of `row`."""
        self.row, self.cell = row, cell
        self.setText(cell.words()[0])
        self.setAccessibleName(row.spoken(cell))
        self.setToolTip(as_tip(row.spoken(cell)))
        self.setObjectName(f"cell_{row.direction.value}_{cell.information.value}")
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetrics(font(Role.CAPTION_STRONG)).horizontalAdvance(self.text())
        return QSize(words + (_ICON + 6 if LOOKS[self.cell.state][3] else 0) + 12, HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        measure = QFontMetrics(font(Role.CAPTION_STRONG))
        return QSize(max(44, _widest(measure, self.cell.words()[1].splitlines()) + 8), HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, edge, ink, icon = LOOKS[self.cell.state]
        plain = self.cell.state is CellState.NONE
        hovered = plain and self.underMouse()
        draw_box(painter, self.rect(), Token.CANVAS if hovered else fill, edge)
        painter.setFont(font(Role.CAPTION if plain else Role.CAPTION_STRONG))
        measure = painter.fontMetrics()
        room = self._narrowest() - 8
        beside = _ICON + 4 if icon else 0
        lines = self._lines(measure, room - beside)
        if _widest(measure, lines) + beside > room:
            self._draw_over(painter, lines, ink, icon)
        else:
            self._draw_beside(painter, lines, ink, icon)
        painter.end()

    def _draw_beside(self, painter: QPainter, lines: Sequence[str], ink: Token, icon: str) -> None:
        """Draw the icon left of all the lines."""
        measure, beside = painter.fontMetrics(), _ICON + 4 if icon else 0
        wide = _widest(measure, lines)
        left = (self.width() - wide - beside) // 2
        if icon:
            draw_icon(painter, icon, QRect(left, (HEIGHT - _ICON) // 2, _ICON, _ICON), ink)
        for place, words in enumerate(lines):
            start = left + beside + (wide - measure.horizontalAdvance(words)) // 2
            draw_text(painter, self._line(start, place, len(lines)), words, ink)

    def _draw_over(self, painter: QPainter, lines: Sequence[str], ink: Token, icon: str) -> None:
        """Draw the icon in the first line only: the second needs the whole width."""
        measure = painter.fontMetrics()
        for place, words in enumerate(lines):
            beside = _ICON if icon and place == 0 else 0
            start = (self.width() - measure.horizontalAdvance(words) - beside) // 2
            line = self._line(start + beside, place, len(lines))
            if beside:
                draw_icon(painter, icon, QRect(start - 1, line.top() + 1, 13, 13), ink)
            draw_text(painter, line, words, ink)

    def _line(self, start: int, place: int, count: int) -> QRect:
        tall = HEIGHT // 2 - 2 if count > 1 else HEIGHT
        return QRect(start, (HEIGHT - tall * count) // 2 + place * tall, self.width() - start, tall)

    def _lines(self, measure: QFontMetrics, room: int) -> list[str]:
        """Return the words in one line, or in two where that does not fit."""
        long, short = self.cell.words()
        return [long] if measure.horizontalAdvance(long) <= room else short.splitlines()


def _widest(measure: QFontMetrics, lines: Sequence[str]) -> int:
    return max(measure.horizontalAdvance(words) for words in lines)


class _TakeBack(IconButton):
    """Takes a whole row back. Arrows are left to the matrix."""

    def __init__(self) -> None:
        super().__init__("circle-x", "")

    def show_row(self, row: MatrixRow) -> None:
        """Take back what `row` holds from now on."""
        words = _("Withdraw the row: {party}") if row.holds else _("Nothing in this row is given.")
        self.set_name(words.format(party=row.party.facts.name))
        self.setObjectName(f"withdraw_{row.direction.value}")
        self.setEnabled(row.holds)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse() and self.isEnabled():
            draw_box(painter, self.rect(), Token.DANGER_SOFT, None)
        ink = Token.DANGER if self.isEnabled() else Token.LINE2
        top = (self.height() - _BACK) // 2
        draw_icon(painter, "circle-x", QRect((self.width() - _BACK) // 2, top, _BACK, _BACK), ink)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _MOVES:
            event.ignore()
        else:
            super().keyPressEvent(event)


class ConsentMatrix(QWidget):
    """Shows who may hear what. It changes nothing itself: it says what a hand asked for."""

    opened = Signal(object, object)  # MatrixRow, MatrixCell
    cell_withdrawn = Signal(object)  # the MatrixCell to take back
    row_withdrawn = Signal(object)  # the MatrixRow to take back

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roving = Roving(self)
        self._lines: list[_Line] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(GAP)
        for column in range(1, _COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._add_head()
        self.setAccessibleName(_("Consent: who may hear what"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_rows(self, rows: Sequence[MatrixRow]) -> None:
        """Show these rows; the keyboard stays where it was."""
        place, focused = self._standing()
        self._roving.set_items(())
        with laid_out_once(self._grid):
            for line in self._lines[len(rows) :]:
                line.leave(self._grid)
            del self._lines[len(rows) :]
            for line, row in zip(self._lines, rows, strict=False):
                line.show_row(row)
            for row in rows[len(self._lines) :]:
                self._add_line(row)
        items = self._items()
        self._roving.set_items(items, place)
        if focused and items:
            self._roving.focus(min(place, len(items) - 1))

    def cells(self) -> Sequence[CellButton]:
        """Return the cells, row after row."""
        return [cell for line in self._lines for cell in line.cells]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self._roving.current()
        cell = current if isinstance(current, CellButton) else None
        by = {Qt.Key.Key_Up: -_COLUMNS, Qt.Key.Key_Down: _COLUMNS}.get(Qt.Key(event.key()))
        if by is not None:
            self._step(by)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and cell is not None:
            cell.click()
        elif event.key() == Qt.Key.Key_Delete and cell is not None and cell.cell.holds:
            self.cell_withdrawn.emit(cell.cell)
        elif not self._roving.step(event):
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        """Go up or down a row; past a button that cannot be pressed, to the cell beside it."""
        here, items = self._here() + by, self._items()
        if 0 <= here < len(items):
            self._roving.focus(here if items[here].isEnabled() else here - 1)

    def _here(self) -> int:
        current = self._roving.current()
        return self._items().index(current) if current is not None else 0

    def _items(self) -> list[QWidget]:
        """Return what the arrows go through, row after row."""
        return [item for line in self._lines for item in (*line.cells, line.back)]

    def _standing(self) -> tuple[int, bool]:
        items = self._items()
        return (self._here() if items else 0), any(item.hasFocus() for item in items)

    def _narrowest(self) -> int:
        return min(cell.width() for cell in self.cells())

    def _add_head(self) -> None:
        self._grid.addWidget(Text(_("Recipient and direction"), Role.CAPTION), 0, 0)
        for column, information in enumerate(Information, start=1):
            head = Text(_(INFORMATION_LABELS[information]), Role.CAPTION)
            self._grid.addWidget(head, 0, column)

    def _add_line(self, row: MatrixRow) -> None:
        line = _Line(row, self._narrowest)
        self._lines.append(line)
        for column, part in enumerate(line.parts()):
            self._grid.addWidget(part, len(self._lines), column)
            part.show()  # at once: what is not seen yet cannot take the keyboard back
        for cell in line.cells:
            cell.clicked.connect(lambda _on=False, it=cell: self.opened.emit(it.row, it.cell))
        line.back.clicked.connect(lambda: self.row_withdrawn.emit(line.row))


class _Line:
    """The widgets of one row."""

    def __init__(self, row: MatrixRow, narrowest: Callable[[], int]) -> None:
        self.head, self.back = _RowHead(), _TakeBack()
        self.cells = [CellButton(row, cell, narrowest) for cell in row.cells]
        self.row = row
        self._show_sides(row)

    def parts(self) -> Sequence[QWidget]:
        """Return them from left to right."""
        return (self.head, *self.cells, self.back)

    def show_row(self, row: MatrixRow) -> None:
        """Show another row."""
        if row == self.row:
            return
        self.row = row
        for button, cell in zip(self.cells, row.cells, strict=True):
            button.show_cell(row, cell)
        self._show_sides(row)

    def leave(self, grid: QGridLayout) -> None:
        """Take them out of the window."""
        for part in self.parts():
            grid.removeWidget(part)
            discard(part)

    def _show_sides(self, row: MatrixRow) -> None:
        self.head.show_row(row)
        self.back.show_row(row)


class _RowHead(QWidget):
    """Who and which way."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("users", Token.INK2, 16)
        self._name = Text("", Role.SECONDARY_STRONG, tone=Token.INK, wrap=True)
        self._way = ShortText("", Role.CAPTION)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 4, 0)
        line.setSpacing(8)
        line.addWidget(self._icon)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._way)
        line.addLayout(words, 1)
        self.setFixedWidth(HEAD)

    def show_row(self, row: MatrixRow) -> None:
        """Say whom `row` is about."""
        self._icon.set_icon(_DIRECTION_ICONS[row.direction], Token.INK2)
        self._name.setText(row.party.facts.name)
        self._name.setToolTip(as_tip(row.party.facts.name))
        self._way.setText(_(DIRECTION_LABELS[row.direction]))
