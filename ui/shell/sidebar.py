"""The sidebar: the mark, the pages, settings, lock, and whose file this is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.domain.language import _
from ui.common.badge import Avatar
from ui.common.card import Rule
from ui.common.focus_ring import Ring, set_ring
from ui.common.fonts import Role, font
from ui.common.icons import AppMark, draw_icon
from ui.common.keys import key_text
from ui.common.paint import RADIUS, draw_box, draw_text
from ui.common.roving import Roving
from ui.common.shown import as_tip
from ui.common.text import ShortText, Text
from ui.common.tokens import Token, colour
from ui.shell.nav import NavItem

WIDE = 208
SLIM = 64
HIGH, LOW = 40, 32  # of an item, in a tall and in a low window
_ICON = 20


class Sidebar(QWidget):
    """The pages; `chosen` tells which one is asked for. Slim, it shows only the icons."""

    chosen = Signal(str)  # a NavItem's name
    lock_requested = Signal()

    def __init__(self, items: Sequence[NavItem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = {item.name: NavButton(item.label, item.icon, item.keys) for item in items}
        self._lock = NavButton(_("Lock"), "lock", "Ctrl+L", translated=True)
        self._mark_words = Text("Fasthold", Role.WORD_MARK)
        self._user = ShortText("", Role.SECONDARY_STRONG, tone=Token.INK)
        self._office = ShortText("", Role.CAPTION)
        self._avatar = Avatar()
        self._roving = Roving(self)
        self.setAccessibleName(_("Pages"))
        self._build([item.name for item in items if item.digit == ","])
        self.set_slim(slim=False)

    def set_current(self, name: str) -> None:
        """Mark the page in view."""
        for place, (key, button) in enumerate(self._buttons.items()):
            button.setChecked(key == name)
            if key == name:
                self._roving.set_current(place)

    def set_count(self, name: str, count: int) -> None:
        """Show how much waits on a page; 0 shows nothing."""
        self._buttons[name].set_count(count)

    def set_user(self, name: str, municipality: str) -> None:
        """Show whose file this is."""
        self._user.setText(name)
        self._office.setText(municipality)
        self._avatar.set_name(name)
        self._avatar.setToolTip(as_tip(f"{name}, {municipality}"))
        self._avatar.setVisible(bool(name))

    def set_slim(self, *, slim: bool) -> None:
        """Show icons only, or icons and words."""
        self.setFixedWidth(SLIM if slim else WIDE)
        for button in (*self._buttons.values(), self._lock):
            button.set_slim(slim=slim)
        for words in (self._mark_words, self._user, self._office):
            words.setVisible(not slim)

    def button(self, name: str) -> NavButton:
        """Return the button of a page."""
        return self._buttons[name]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._roving.step(event):
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(Token.RAIL))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), colour(Token.LINE))
        painter.end()

    def _build(self, bottom: Sequence[str]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 13, 8)
        column.setSpacing(2)
        column.addSpacerItem(_air(6))
        column.addWidget(self._head())
        column.addSpacerItem(_air(12))
        for name, button in self._buttons.items():
            button.setObjectName(f"nav_{name}")
            button.clicked.connect(lambda _on=False, name=name: self.chosen.emit(name))
            if name not in bottom:
                column.addWidget(button)
        column.addStretch()
        column.addWidget(Rule())
        column.addSpacerItem(_air(8))
        for name in bottom:
            column.addWidget(self._buttons[name])
        self._lock.setObjectName("nav_lock")
        self._lock.clicked.connect(self.lock_requested)
        column.addWidget(self._lock)
        column.addSpacerItem(_air(8))
        column.addWidget(Rule())
        column.addSpacerItem(_air(8))
        column.addWidget(self._whose())
        self._roving.set_items([*self._buttons.values(), self._lock])

    def _head(self) -> QWidget:
        head = QWidget()
        head.setFixedHeight(40)
        row = QHBoxLayout(head)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(AppMark(28))
        row.addWidget(self._mark_words)
        row.addStretch(1)
        return head

    def _whose(self) -> QWidget:
        block = QWidget()
        row = QHBoxLayout(block)
        row.setContentsMargins(4, 4, 0, 0)
        row.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._user)
        words.addWidget(self._office)
        row.addWidget(self._avatar)
        row.addLayout(words, 1)
        return block


def _air(height: int) -> QSpacerItem:
    """Return room that gives way first when the window is low."""
    policy = QSizePolicy.Policy
    return QSpacerItem(0, height, policy.Minimum, policy.Maximum)


class NavButton(QAbstractButton):
    """One page in the sidebar, with the number of things that wait there."""

    def __init__(self, label: str, icon: str, keys: str, *, translated: bool = False) -> None:
        super().__init__()
        self._icon, self._keys, self._count, self._slim = icon, keys, 0, False
        self.setText(label if translated else _(label))
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # painted anew under the pointer
        self.setMaximumHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setToolTip(as_tip(f"{self.text()}  {key_text(keys)}"))
        self.setAccessibleDescription(key_text(keys))
        set_ring(self, Ring.SELF)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Show that `count` things wait."""
        self._count = count
        waiting = _("{label}, {count} waiting").format(label=self.text(), count=count)
        self.setAccessibleName(waiting if count else self.text())
        self.update()

    def set_slim(self, *, slim: bool) -> None:
        """Show the icon only."""
        self._slim = slim
        self.update()

    @override
    def nextCheckState(self) -> None:
        """The frame decides which page is in view."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDE - 25, HIGH)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(SLIM - 25, LOW)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.click()
        else:
            event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = self._draw_ground(painter)
        left = (self.width() - _ICON) // 2 if self._slim else 12
        place = QRect(left, (self.height() - _ICON) // 2, _ICON, _ICON)
        draw_icon(painter, self._icon, place, ink, bold=self.isChecked())
        if not self._slim:
            painter.setFont(font(Role.ROW_TITLE if self.isChecked() else Role.BODY))
            draw_text(painter, self.rect().adjusted(44, 0, -40, 0), self.text(), ink)
        if self._count:
            self._draw_count(painter)
        painter.end()

    def _draw_ground(self, painter: QPainter) -> Token:
        if self.isChecked():
            draw_box(painter, self.rect(), Token.SURFACE, Token.LINE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(Token.ACCENT))
            painter.drawRoundedRect(QRect(0, 9, 3, self.height() - 18), 1, 1)
            return Token.ACCENT
        if self.underMouse():
            ground = QColor(colour(Token.SURFACE))
            ground.setAlphaF(0.5)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)
        return Token.INK2

    def _draw_count(self, painter: QPainter) -> None:
        words = str(self._count) if self._count < 100 else "99+"
        width = max(22, QFontMetrics(font(Role.CAPTION_STRONG)).horizontalAdvance(words) + 12)
        place = QRect(self.width() - width - 10, (self.height() - 22) // 2, width, 22)
        if self._slim:
            width = max(16, width - 6)
            place = QRect(self.width() - width, 0, width, 16)
        on = self.isChecked()
        fill = Token.ACCENT_SOFT if on else Token.SURFACE
        draw_box(painter, place, fill, Token.ACCENT_LINE if on else Token.LINE)
        painter.setFont(font(Role.CAPTION_STRONG))
        ink = Token.ACCENT if on else Token.INK
        draw_text(painter, place, words, ink, Qt.AlignmentFlag.AlignCenter)
