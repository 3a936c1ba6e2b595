"""A card: a title, a count, actions at the right, and what it holds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.language import _
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.notice import Notice
from ui.common.paint import CARD_RADIUS, draw_box
from ui.common.text import ShortText, Text
from ui.common.tokens import TONE_LINE, TONE_TEXT, Token, Tone, colour

HEADER = 48
SIDE = 16


class Rule(QWidget):
    """A line of one pixel from edge to edge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(Token.LINE))
        painter.end()


class Card(QWidget):
    """A flat box. `add` puts content in; `set_empty` shrinks it to one line instead.

    `flush=True` content (rows, tables) reaches the edges; other content has the card's padding.
    """

    def __init__(
        self,
        title: str = "",
        *,
        detail: str = "",
        tone: Tone | None = None,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._title = Text(title, Role.CARD_TITLE)
        self._count = Text("", Role.SECONDARY_STRONG, tone=Token.INK2)
        self._detail = ShortText(detail, Role.SECONDARY)
        self._empty = Text("", Role.QUIET, wrap=True)
        self._error = Notice(Tone.DANGER, "", beside=True)
        self._empty.setVisible(False)
        self._error.setVisible(False)
        self._header = QWidget()
        self._actions = QHBoxLayout()
        self._content = QWidget()
        self._gap = QWidget()
        self._body = QVBoxLayout(self._content)
        self._build(icon)
        self.set_title(title)
        self.set_detail(detail)

    def set_title(self, title: str) -> None:
        """Show `title`; without one there is no header."""
        self._title.setText(title)
        self._header.setVisible(bool(title))
        self.setAccessibleName(title)

    def set_count(self, count: int | str | None) -> None:
        """Show a number beside the title."""
        self._count.setText("" if count is None else str(count))
        self._count.setVisible(count is not None)

    def set_detail(self, detail: str) -> None:
        """Show a quiet remark beside the title."""
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))

    def add_action(self, widget: QWidget) -> None:
        """Put a compact control at the right of the header."""
        self._actions.addWidget(widget)

    def add(self, widget: QWidget, *, flush: bool = False, stretch: int = 0) -> None:
        """Add content below what is there."""
        if flush:
            # Square rows must not paint over the card's round corners.
            self._body.setContentsMargins(0, 0 if self._title.text() else 4, 0, 4)
            self._body.addWidget(widget, stretch)
            return
        cell = QWidget()
        row = QVBoxLayout(cell)
        row.setContentsMargins(SIDE, 0 if self._title.text() else SIDE, SIDE, SIDE)
        row.addWidget(widget)
        self._body.addWidget(cell, stretch)

    def add_rule(self) -> None:
        """Draw a line below what is there."""
        self._body.addWidget(Rule())

    def set_empty(self, text: str | None) -> None:
        """Show `text` instead of the content; None brings the content back."""
        self._empty.setText(text or "")
        self._empty.setVisible(text is not None)
        self._detail.setVisible(text is None and bool(self._detail.text()))
        self._header.setVisible(text is not None or bool(self._title.text()))
        self._show(None if text is not None else self._content)

    def set_error(self, what: str, retry: Callable[[], object]) -> None:
        """Say that the content could not be read, with a way to try again."""
        self._error.set_words(what)
        self._error.set_acts(((_("Try again"), retry),))
        self._empty.setVisible(False)
        self._show(self._error)

    def set_tone(self, tone: Tone | None) -> None:
        """Tint the edge (warn, danger, accent); None gives the plain edge."""
        self._tone = tone
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        edge = TONE_LINE[self._tone] if self._tone else Token.LINE
        draw_box(painter, self.rect(), Token.SURFACE, edge, radius=CARD_RADIUS)
        painter.end()

    def _show(self, shown: QWidget | None) -> None:
        self._content.setVisible(shown is self._content)
        self._error.setVisible(shown is self._error)
        self._gap.setVisible(shown is self._error)

    def _build(self, icon: str) -> None:
        row = QHBoxLayout(self._header)
        row.setContentsMargins(SIDE, 6, SIDE - 4, 6)
        row.setSpacing(8)
        if icon:
            row.addWidget(IconLabel(icon, TONE_TEXT[self._tone or Tone.NEUTRAL], 20))
        row.addWidget(self._title)
        row.addWidget(self._count)
        row.addWidget(self._detail, 1)
        row.addWidget(self._empty, 1)
        row.addStretch()
        self._actions.setSpacing(8)
        row.addLayout(self._actions)
        self._header.setMinimumHeight(HEADER)
        self._gap.setFixedHeight(14)
        self._gap.setVisible(False)
        self._count.setVisible(False)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._header, 0, Qt.AlignmentFlag.AlignTop)
        trouble = QVBoxLayout()
        trouble.setContentsMargins(SIDE, 0, SIDE, 0)
        trouble.addWidget(self._error)
        column.addLayout(trouble)
        column.addWidget(self._content, 1)
        column.addWidget(self._gap)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
