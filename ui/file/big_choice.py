"""A large button: what it does, and in one sentence what comes of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.common.focus_ring import Ring, set_ring
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.override import override
from ui.common.paint import CARD_RADIUS, draw_box
from ui.common.text import Text
from ui.common.tokens import Token


class BigChoice(QAbstractButton):
    """One of the ways to begin; the one most people want has `strong` edges."""

    def __init__(
        self,
        title: str,
        detail: str,
        icon: str,
        *,
        strong: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._strong = strong
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # painted anew under the pointer
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        set_ring(self, Ring.SELF, radius=CARD_RADIUS)
        self._build(title, detail, icon)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill = Token.SURFACE
        if self.isDown() or not self.isEnabled():
            fill = Token.SUNKEN
        elif self.underMouse():
            fill = Token.CANVAS
        edge = Token.ACCENT if self._strong and self.isEnabled() else Token.LINE2
        width = 2 if self._strong else 1
        draw_box(painter, self.rect(), fill, edge, radius=CARD_RADIUS, width=width)
        painter.end()

    def _build(self, title: str, detail: str, icon: str) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(_unhandled(Text(title, Role.CARD_TITLE, wrap=True)))
        words.addWidget(_unhandled(Text(detail, Role.QUIET, wrap=True)))
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 16, 18, 16)
        row.setSpacing(14)
        token = Token.ACCENT if self._strong else Token.INK2
        row.addWidget(IconLabel(icon, token, 24), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


def _unhandled(words: Text) -> Text:
    """Let a press on `words` reach the button beneath."""
    words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return words
