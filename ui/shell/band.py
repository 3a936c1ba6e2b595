"""The strip that never leaves a window over made-up data."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.domain.language import _
from ui.common.button import Button, Kind, Size
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.text import ShortText
from ui.common.tokens import Token, colour


class Band(QWidget):
    """Says that none of this is real. It cannot be closed, only the data can be left."""

    leave_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = _("Made-up data. None of this is real; people and practices are invented.")
        self.setFixedHeight(32)
        self.setAccessibleName(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("venetian-mask", Token.WARN, 16))
        row.addWidget(ShortText(words, Role.SECONDARY_STRONG, tone=Token.INK), 1)
        leave = Button(_("Leave the made-up data"), Kind.QUIET, size=Size.INLINE)
        leave.setObjectName("leave_made_up")
        leave.clicked.connect(self.leave_requested)
        row.addWidget(leave)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(Token.WARN_SOFT))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour(Token.WARN_LINE))
        painter.end()
