"""What every point of the agenda looks like in the middle of the room."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.visit import VisitSheet
from ui.common.card import Rule
from ui.common.fonts import Role
from ui.common.scroll_area import ScrollArea
from ui.common.text import Text

SIDE = 20


class Part(QWidget):
    """A head that stays, a body that scrolls, and, if used, a foot that stays."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = QHBoxLayout()
        self.body = QVBoxLayout()
        self.foot = QHBoxLayout()
        self._foot = QWidget()
        self._lay_out(title)

    def show_sheet(self, sheet: VisitSheet) -> None:
        """Show what the visit holds now."""
        raise NotImplementedError

    def begin(self) -> None:
        """Put the keyboard where this point begins."""
        raise NotImplementedError

    def use_foot(self) -> None:
        """Show the foot."""
        self._foot.setVisible(True)

    def _lay_out(self, title: str) -> None:
        self.head.setContentsMargins(SIDE, 14, SIDE, 10)
        self.head.setSpacing(12)
        self.head.addWidget(Text(title, Role.CARD_TITLE))
        inner = QWidget()
        inner.setLayout(self.body)
        self.body.setContentsMargins(SIDE, 4, SIDE, 16)
        self.body.setSpacing(16)
        self.area = ScrollArea(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.head)
        column.addWidget(self.area, 1)
        column.addWidget(self._foot)
        under = QVBoxLayout(self._foot)
        under.setContentsMargins(SIDE, 0, SIDE, 12)
        under.setSpacing(12)
        under.addWidget(Rule())
        under.addLayout(self.foot)
        self.foot.setSpacing(12)
        self._foot.setVisible(False)
