"""Lines in columns whose words wrap: one Tab stop, arrows move, Enter opens a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui.common.badge import Badge
from ui.common.card import Rule
from ui.common.card_head import SIDE
from ui.common.discard import clear
from ui.common.focus_ring import Ring, set_ring
from ui.common.fonts import Role, font
from ui.common.paint import draw_box
from ui.common.roving import Roving
from ui.common.text import ShortText
from ui.common.tokens import Token, colour

GAP = 8
SPACE, UP, DOWN, DELETE = "space", "alt+up", "alt+down", "delete"
LOWEST = 36


@dataclass(frozen=True, slots=True)
class Share:
    """One column: its heading in words, its share of the width, and the least of it.

    `named`: where the columns do not fit, its words stand behind its heading.
    """

    heading: str
    share: int
    least: int = 0
    named: bool = False


class Line(QAbstractButton):
    """One line. `cells` are words, or widgets that stand in for them."""

    opened = Signal()
    leaves_space = False  # to the table, which does something else with it than opening

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
        self._shares = tuple(shares)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 7, SIDE, 7)
        column.setSpacing(0)
        self._beside, self._stack = QWidget(), QWidget()
        row = QHBoxLayout(self._beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        self._shown = [_cell(cell, strong=place == 0) for place, cell in enumerate(self._cells)]
        for shown, share in zip(self._shown, shares, strict=True):
            row.addWidget(shown, share.share)
        column.addWidget(self._beside)
        column.addWidget(self._stack)
        self._stack.setVisible(False)

    def stack(self, stacked: bool) -> None:  # noqa: FBT001 -- the state itself
        """Put the cells below each other, or beside each other again."""
        if stacked and self._stack.layout() is None:
            self._fill_stack()
        self._stack.setVisible(stacked)
        self._beside.setVisible(not stacked)

    def set_leasts(self, leasts: Sequence[int]) -> None:
        """Let no cell be narrower than this."""
        for shown, least in zip(self._shown, leasts, strict=True):
            shown.setMinimumWidth(least)

    def least_of(self, place: int) -> int:
        """Return the width of the longest word of this cell, or of what stands in it."""
        cell = self._cells[place]
        if isinstance(cell, str):
            return _longest(cell, _font_of(strong=place == 0))
        return cell.sizeHint().width() if isinstance(cell, Badge) else 0

    def _fill_stack(self) -> None:
        column = QVBoxLayout(self._stack)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        told = [
            (cell, share)
            for cell, share in zip(self._cells, self._shares, strict=True)
            if isinstance(cell, str) and cell
        ]
        plain = [cell for cell, share in told[1:] if not share.named]
        named = [f"{share.heading}: {cell}" for cell, share in told[1:] if share.named]
        column.addWidget(Words(told[0][0], strong=True))
        for parts in (plain, named):
            if parts:
                column.addWidget(Words(" · ".join(parts), strong=False))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        opens = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() in opens | (set() if self.leaves_space else {Qt.Key.Key_Space}):
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
    """Lines under their headings; each column holds its longest word where all of them fit.

    Where they do not, the cells of a line stand below each other in a table that `stacks`.
    """

    opened = Signal(object)  # the line's key
    keyed = Signal(object, str)  # the line's key, and which of `keys` was pressed on it

    def __init__(
        self,
        name: str,
        shares: Sequence[Share],
        *,
        headed: bool = True,
        stacks: bool = False,
        keys: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._keys = frozenset(keys)
        self._shares, self._headed, self._stacks = tuple(shares), headed, stacks
        self._leasts = [share.least for share in shares]
        self._head = _Head(self._shares)
        self._roving = Roving(self)
        self._lines: list[Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._column.addWidget(self._head)
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
        for line in lines:
            line.leaves_space = SPACE in self._keys
            line.lay_out(self._shares)
        self._lines = list(lines)
        self._measure()
        self._arrange()
        for line in self._lines:
            line.opened.connect(lambda line=line: self.opened.emit(line.key))
            self._rows.addWidget(Rule())
            self._rows.addWidget(line)
            line.show()  # at once: what is not seen yet cannot take the keyboard back
        keys = [line.key for line in self._lines]
        there = keys.index(focused) if focused in keys else min(place, len(keys) - 1)
        self._roving.set_items(self._lines, there)
        if focused is not None and self._lines:
            self._roving.focus(there)

    @override
    def minimumSizeHint(self) -> QSize:
        # Not that of its columns: it must become narrow to know that they no longer fit.
        return QSize(0, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _measure(self) -> None:
        for place, share in enumerate(self._shares):
            words = (line.least_of(place) for line in self._lines)
            heading = QFontMetrics(font(Role.CAPTION)).horizontalAdvance(share.heading) + 1
            self._leasts[place] = max(share.least, heading, *words)

    def _arrange(self) -> None:
        needed = sum(self._leasts) + GAP * (len(self._leasts) - 1) + 2 * SIDE
        fits = self.width() >= needed
        leasts = self._leasts if fits else [0] * len(self._leasts)
        stacked = self._stacks and not fits
        self._head.set_leasts(leasts)
        self._head.setVisible(self._headed and not stacked)
        for line in self._lines:
            line.set_leasts(leasts)
            line.stack(stacked)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = _key_name(event)
        line = next((line for line in self._lines if line.hasFocus()), None)
        if line is not None and name in self._keys:
            self.keyed.emit(line.key, name)
        elif not self._roving.step(event):
            super().keyPressEvent(event)


class _Head(QWidget):
    """The headings."""

    def __init__(self, shares: Sequence[Share]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 0, SIDE, 6)
        row.setSpacing(GAP)
        self._cells = [_shared(ShortText(share.heading, Role.CAPTION)) for share in shares]
        for cell, share in zip(self._cells, shares, strict=True):
            row.addWidget(cell, share.share)

    def set_leasts(self, leasts: Sequence[int]) -> None:
        """Let no column be narrower than this."""
        for cell, least in zip(self._cells, leasts, strict=True):
            cell.setMinimumWidth(least)


class Words(QWidget):
    """Words that wrap between themselves, and inside one that is longer than its column."""

    def __init__(self, words: str, *, strong: bool) -> None:
        super().__init__()
        self.words, self._strong = words, strong
        self.setFont(_font_of(strong=strong))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        layout = QTextLayout(self.words, self.font())
        layout.setTextOption(_wrapping())
        lines = 0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 8))
            lines += 1
        layout.endLayout()
        return max(lines, 1) * QFontMetrics(self.font()).lineSpacing()

    @override
    def sizeHint(self) -> QSize:
        measure = QFontMetrics(self.font())
        return QSize(measure.horizontalAdvance(self.words), measure.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(colour(Token.INK if self._strong else Token.INK2))
        painter.drawText(QRectF(self.rect()), self.words, _wrapping())
        painter.end()


def _key_name(event: QKeyEvent) -> str:
    """Return what a key is called: its letter or digit, or Space, or Alt with an arrow."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held == Qt.KeyboardModifier.AltModifier:
        return {Qt.Key.Key_Up: UP, Qt.Key.Key_Down: DOWN}.get(Qt.Key(event.key()), "")
    if held:
        return ""
    named: dict[int, str] = {Qt.Key.Key_Space: SPACE, Qt.Key.Key_Delete: DELETE}
    return named.get(event.key(), event.text().lower())


def _font_of(*, strong: bool) -> QFont:
    return font(Role.SECONDARY_STRONG if strong else Role.SECONDARY)


def _longest(words: str, written: QFont) -> int:
    measure = QFontMetricsF(written)  # laid out in parts of a pixel
    # Only at a plain space: a no-break space holds its words together.
    return ceil(max(measure.horizontalAdvance(word) for word in words.split(" "))) + 1


def _wrapping() -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _cell(cell: str | QWidget, *, strong: bool) -> QWidget:
    if isinstance(cell, str):
        return Words(cell, strong=strong)
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
