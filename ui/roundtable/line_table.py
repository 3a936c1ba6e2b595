"""Lines in columns whose words wrap: one Tab stop, arrows move, Enter opens a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui.common.badge import Badge
from ui.common.card import SIDE, Rule
from ui.common.discard import clear
from ui.common.focus_ring import Ring, set_ring
from ui.common.fonts import Role, font
from ui.common.paint import draw_box
from ui.common.roving import Roving
from ui.common.text import ShortText
from ui.common.tokens import Token, colour

GAP = 8
LOWEST = 36
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Share:
    """One column: its heading in words, and its share of the width."""

    heading: str
    share: int


class Line(QAbstractButton):
    """One line. `cells` are words, or widgets that stand in for them."""

    opened = Signal()

    def __init__(self, key: object, cells: Sequence[str | QWidget], *, opens: bool = True) -> None:
        super().__init__()
        self.key, self.opens = key, opens
        self._cells = cells
        said = [_said(cell) for cell in cells]
        self.setAccessibleName(", ".join(words for words in said if words))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(LOWEST)
        set_ring(self, Ring.NONE)
        self.clicked.connect(self._on_clicked)

    def lay_out(self, shares: Sequence[Share]) -> None:
        """Put the cells under the headings."""
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 7, SIDE, 7)
        row.setSpacing(GAP)
        for place, (cell, column) in enumerate(zip(self._cells, shares, strict=True)):
            row.addWidget(_cell(cell, strong=place == 0), column.share)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
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
        if self.opens and self.underMouse():
            painter.fillRect(self.rect(), colour(Token.CANVAS))
        if self.hasFocus():
            draw_box(painter, self.rect().adjusted(2, 2, -2, -2), None, Token.ACCENT, width=2)
        painter.end()

    def _on_clicked(self) -> None:
        if self.opens:
            self.opened.emit()


class LineTable(QWidget):
    """Lines under their headings."""

    opened = Signal(object)  # the line's key

    def __init__(self, name: str, shares: Sequence[Share], *, headed: bool = True) -> None:
        super().__init__()
        self._shares = tuple(shares)
        self._roving = Roving(self)
        self._lines: list[Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        if headed:
            self._column.addWidget(_head(self._shares))
        self._column.addLayout(self._rows)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def lines(self) -> Sequence[Line]:
        """Return the lines in order."""
        return self._lines

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; the keyboard stays on the one with the same key, or near it."""
        focused = next((line.key for line in self._lines if line.hasFocus()), None)
        place = next((i for i, line in enumerate(self._lines) if line.key == focused), 0)
        self._roving.set_items(())
        clear(self._rows)
        self._lines = list(lines)
        for line in self._lines:
            line.lay_out(self._shares)
            line.opened.connect(lambda line=line: self.opened.emit(line.key))
            self._rows.addWidget(Rule())
            self._rows.addWidget(line)
            line.show()  # at once: what is not seen yet cannot take the keyboard back
        keys = [line.key for line in self._lines]
        self._roving.set_items(self._lines, keys.index(focused) if focused in keys else place)
        if focused is not None and self._lines:
            self._roving.focus(min(place, len(self._lines) - 1))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._roving.step(event):
            super().keyPressEvent(event)


def _head(shares: Sequence[Share]) -> QWidget:
    head = QWidget()
    row = QHBoxLayout(head)
    row.setContentsMargins(SIDE, 0, SIDE, 6)
    row.setSpacing(GAP)
    for column in shares:
        row.addWidget(_shared(ShortText(column.heading, Role.CAPTION)), column.share)
    return head


class _Words(QWidget):
    """Words that wrap between themselves, and inside one that is longer than its column."""

    def __init__(self, words: str, *, strong: bool) -> None:
        super().__init__()
        self._words, self._strong = words, strong
        self._font = font(Role.SECONDARY_STRONG if strong else Role.SECONDARY)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        layout = QTextLayout(self._words, self._font)
        layout.setTextOption(_wrapping())
        lines = 0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 8))
            lines += 1
        layout.endLayout()
        return max(lines, 1) * QFontMetrics(self._font).lineSpacing()

    @override
    def sizeHint(self) -> QSize:
        measure = QFontMetrics(self._font)
        return QSize(measure.horizontalAdvance(self._words), measure.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._font)
        painter.setPen(colour(Token.INK if self._strong else Token.INK2))
        painter.drawText(QRectF(self.rect()), self._words, _wrapping())
        painter.end()


def _wrapping() -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _cell(cell: str | QWidget, *, strong: bool) -> QWidget:
    if isinstance(cell, str):
        return _Words(cell, strong=strong)
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(cell)
    if cell.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Fixed:
        row.addStretch(1)
    return _shared(box)


def _shared(widget: QWidget) -> QWidget:
    """Let a cell be as wide as its column's share, whatever stands in it."""
    policy = widget.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    widget.setSizePolicy(policy)
    widget.setMinimumWidth(0)
    return widget


def _said(cell: str | QWidget) -> str:
    if isinstance(cell, str):
        return cell
    return cell.accessibleName() if isinstance(cell, Badge) else ""
