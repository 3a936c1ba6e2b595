"""The bar above the pages: search and commands, the time to the lock, curtain and lock."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.domain.language import _
from ui.common.cover import CoverButtons, LockClock
from ui.common.field import FieldBox
from ui.common.icons import IconLabel
from ui.common.keys import KeyHint
from ui.common.line_edit import LineEdit
from ui.common.tokens import Token, colour

HEIGHT = 56
_LONGEST = 200


class TopBar(QWidget):
    """Present wherever there is something to cover or to lock."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = LineEdit(_LONGEST)
        self.box = FieldBox()
        self._build()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(Token.SURFACE))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour(Token.LINE))
        painter.end()

    def _build(self) -> None:
        self.setFixedHeight(HEIGHT)
        self._build_search()
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(8)
        row.addWidget(self.box, 3)
        row.addStretch(1)
        row.addWidget(LockClock())
        row.addSpacing(8)
        row.addWidget(CoverButtons())

    def _build_search(self) -> None:
        # i18n: Danish: »Søg eller skriv en kommando …«
        self.search.setPlaceholderText(_("Search or type a command …"))
        self.search.setAccessibleName(_("Search and commands"))
        self.search.setAccessibleDescription("Ctrl+K")
        self.search.setObjectName("search")
        self.box.setMaximumWidth(440)
        self.box.setMinimumWidth(220)
        self.box.row.addWidget(IconLabel("search", Token.INK2, 18))
        self.box.row.addWidget(self.search, 1)
        self.box.row.addWidget(KeyHint("Ctrl+K"))
